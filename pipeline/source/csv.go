package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/transform"
)

// delimiters are what a CSV file may part its cells with, unless a plan says
// another.
const delimiters = ",;\t|"

const (
	// sniffBytes and sniffRows bound the look at the start of a CSV file that
	// finds its delimiter.
	sniffBytes = 64 << 10
	sniffRows  = 50
)

// readCSV reads a file of delimited rows as one table.
func readCSV(rd *reading) error {
	text, file, err := rd.open()
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewReaderSize(text, copyBuffer)
	head, err := in.Peek(sniffBytes)
	if err != nil && err != io.EOF {
		return rd.fault("cannot be read", "", err)
	}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		in = bufio.NewReaderSize(transform.NewReader(in, lineEnds{}), copyBuffer)
		head = bytes.ReplaceAll(head, []byte("\r"), []byte("\n"))
	}
	plan := rd.opt.plan(rd.in.File, "")
	rows := newCSVRows(in, plan.Delimiter, rd.opt.Limits)
	if rows.parse.Comma, err = rows.delimiter(head); err != nil {
		return rd.fault("cannot be read", "", err)
	}
	t := newTable(rd, "", plan)
	if bytes.HasPrefix(head, []byte("ListSchema=")) { // written above the header by list servers
		if _, err := rows.line(); err != nil {
			return rd.fault("cannot be read", "", err)
		}
		if err := t.reject(1, 1, Skipped, "stands above the header", ""); err != nil {
			return err
		}
	}
	return rd.csvTable(t, rows)
}

func (rd *reading) csvTable(t *table, rows *csvRows) error {
	for {
		r, err := rows.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return rd.fault("cannot be read to its end", "", err)
		}
		if err := t.add(r); err != nil {
			return ignorePreviewed(err)
		}
	}
	return ignorePreviewed(t.end())
}

func ignorePreviewed(err error) error {
	if errors.Is(err, errPreviewed) {
		return nil
	}
	return err
}

// lineEnds turns the lone CR that ends lines in files of old Macs into LF.
type lineEnds struct{ transform.NopResetter }

// Transform copies src to dst.
func (lineEnds) Transform(dst, src []byte, _ bool) (written, read int, err error) {
	n := copy(dst, src)
	for i, b := range dst[:n] {
		if b == '\r' {
			dst[i] = '\n'
		}
	}
	if n < len(src) {
		err = transform.ErrShortDst
	}
	return n, n, err
}

// delimiter finds what parts the cells: a delimiter of the plan, a leading
// line "sep=;" as spreadsheet programs write it, or the candidate that cuts
// the most rows into the same number of cells.
func (c *csvRows) delimiter(head []byte) (rune, error) {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	declared, found := bytes.CutPrefix(bytes.TrimRight(line, "\r"), []byte("sep="))
	if found && len(declared) == 1 && strings.IndexByte(delimiters, declared[0]) >= 0 {
		_, err := c.line()
		return rune(declared[0]), err
	}
	if c.comma != 0 {
		return c.comma, nil
	}
	best, bestAgree, bestWidth := ',', 0, 1
	for _, candidate := range delimiters {
		agree, width := agreement(head, candidate)
		if width > 1 && (agree > bestAgree || agree == bestAgree && width > bestWidth) {
			best, bestAgree, bestWidth = candidate, agree, width
		}
	}
	return best, nil
}

// agreement returns the most frequent number of cells that a delimiter gives,
// and how many rows have it.
func agreement(head []byte, comma rune) (rows, width int) {
	r := csv.NewReader(bytes.NewReader(head))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	widths := map[int]int{}
	for range sniffRows {
		cells, err := r.Read()
		if err != nil {
			break
		}
		n := len(cells)
		widths[n]++
		if widths[n] > rows || widths[n] == rows && n > width {
			rows, width = widths[n], n
		}
	}
	return rows, width
}
