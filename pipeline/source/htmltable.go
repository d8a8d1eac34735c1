package source

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTMLTables reads every table of a web page as one of a workbook.
func readHTMLTables(rd *reading) error {
	text, file, err := rd.open()
	if err != nil {
		return err
	}
	defer file.Close()
	h := &htmlTables{rd: rd, z: html.NewTokenizer(text)}
	h.z.SetMaxBuf(4 * rd.opt.Limits.CellBytes)
	err = ignorePreviewed(h.read())
	if err == nil && h.tables == 0 {
		return rd.reject("", 0, 1, Skipped, "is a web page without a table", "save it as .html to read it as a report")
	}
	return err
}

// htmlTables walks the tokens of a page. A table within a cell is text of it.
type htmlTables struct {
	rd     *reading
	z      *html.Tokenizer
	tables int
	depth  int
	t      *table
	number int // of the row in its table
	cells  []string
	cell   strings.Builder
	inCell bool
	span   int
}

func (h *htmlTables) read() error {
	for {
		switch h.z.Next() {
		case html.ErrorToken:
			if err := h.z.Err(); err != io.EOF {
				return h.rd.fault("cannot be read to its end", "", err)
			}
			return h.endTable()
		case html.TextToken:
			if h.inCell && h.cell.Len() <= h.rd.opt.Limits.CellBytes {
				h.cell.Write(h.z.Text()) // one piece too many is the sign of a cell that is too long
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := h.open(); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := h.z.TagName()
			if err := h.close(atom.Lookup(name)); err != nil {
				return err
			}
		}
	}
}

func (h *htmlTables) open() error {
	name, attributes := h.z.TagName()
	switch tag := atom.Lookup(name); {
	case tag == atom.Table:
		if h.depth++; h.depth == 1 {
			h.begin()
		}
	case h.depth != 1:
	case tag == atom.Tr:
		return h.endRow()
	case tag == atom.Td, tag == atom.Th:
		h.endCell()
		h.inCell, h.span = true, h.colspan(attributes)
	case tag == atom.Br && h.inCell:
		h.cell.WriteByte('\n')
	}
	return nil
}

func (h *htmlTables) close(tag atom.Atom) error {
	switch {
	case tag == atom.Table:
		if h.depth = max(0, h.depth-1); h.depth == 0 {
			return h.endTable()
		}
	case h.depth != 1:
	case tag == atom.Td, tag == atom.Th:
		h.endCell()
	case tag == atom.Tr:
		return h.endRow()
	}
	return nil
}

func (h *htmlTables) begin() {
	h.tables++
	sheet := ""
	if h.tables > 1 {
		sheet = fmt.Sprintf("table %d", h.tables)
	}
	h.t = newTable(h.rd, sheet, h.rd.opt.plan(h.rd.in.File, sheet))
	h.t.loose, h.number, h.cells = true, 0, nil
}

// colspan returns how many columns a cell takes.
func (h *htmlTables) colspan(more bool) int {
	for more {
		var key, value []byte
		key, value, more = h.z.TagAttr()
		if n, err := strconv.Atoi(string(value)); string(key) == "colspan" && err == nil && n > 1 {
			return min(n, 1000)
		}
	}
	return 1
}

func (h *htmlTables) endCell() {
	if !h.inCell {
		return
	}
	h.inCell = false
	if len(h.cells) <= h.rd.opt.Limits.Columns {
		h.cells = append(h.cells, strings.ToValidUTF8(strings.TrimSpace(h.cell.String()), "\uFFFD"))
	}
	h.cell.Reset()
	for ; h.span > 1 && len(h.cells) < h.rd.opt.Limits.Columns; h.span-- {
		h.cells = append(h.cells, "")
	}
}

func (h *htmlTables) endRow() error {
	h.endCell()
	if len(h.cells) == 0 || h.t == nil {
		return nil
	}
	h.number++
	r := row{number: h.number, cells: h.cells}
	h.cells = nil
	if h.t.plan.Skip {
		return nil
	}
	return h.t.add(r)
}

func (h *htmlTables) endTable() error {
	if h.t == nil {
		return nil
	}
	if err := h.endRow(); err != nil {
		return err
	}
	t := h.t
	h.t = nil
	if t.plan.Skip {
		return t.leaveOut(h.number)
	}
	return t.end()
}
