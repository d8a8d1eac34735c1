package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// row is one row of a table as the format gives it. The cells are only good
// until the next row is asked for.
type row struct {
	number int // one-based line or sheet row where it starts
	cells  []string
	hidden bool
	gap    bool   // blank rows stand before it
	reason string // why it could not be read; empty for a good row
	hint   string
}

// csvRows cuts a stream of text into rows. encoding/csv parses each row, but
// it is handed one row at a time: a stray quote then costs the row that it
// stands in, not all that follows up to the next quote.
type csvRows struct {
	in    *bufio.Reader
	comma rune // of the plan, 0 when it has none
	limit int  // bytes that one row may take

	parse *csv.Reader
	fed   *bufio.Reader // what parse reads from
	feed  *bytes.Reader // what fed reads from

	again  []byte // lines to read again before those of in
	number int    // of the next line, one-based
	width  int    // cells of the last good row
	chunk  []byte // reused for rows of several lines
}

// cellsPerRow is how many cells of the greatest size a row may hold.
const cellsPerRow = 4

func newCSVRows(in *bufio.Reader, comma rune, limits Limits) *csvRows {
	c := &csvRows{in: in, comma: comma, limit: cellsPerRow * limits.CellBytes, number: 1}
	c.feed = bytes.NewReader(nil)
	c.fed = bufio.NewReader(c.feed)
	c.parse = csv.NewReader(c.fed)
	c.parse.FieldsPerRecord, c.parse.ReuseRecord = -1, true
	return c
}

// next returns the next row that is not blank, or io.EOF.
func (c *csvRows) next() (row, error) {
	for gap := false; ; gap = true {
		at := c.number
		text, err := c.take()
		if err != nil {
			return row{}, err
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		cells, err := c.cells(text)
		if err == nil {
			c.width = len(cells)
			return row{number: at, cells: cells, gap: gap}, nil
		}
		return c.recover(at, text, err)
	}
}

// take returns the lines of one row: as many as it takes to close every quote.
// In a well-formed file that is where the count of quotes is even.
func (c *csvRows) take() ([]byte, error) {
	line, err := c.line()
	if err != nil || bytes.Count(line, quote)%2 == 0 || c.isEscaped(line) {
		return line, err
	}
	c.chunk = append(c.chunk[:0], line...)
	for len(c.chunk) <= c.limit {
		line, err := c.line()
		if err == io.EOF {
			break // the quote is never closed, which the parser will say
		}
		if err != nil {
			return nil, err
		}
		c.chunk = append(c.chunk, line...)
		if bytes.Count(line, quote)%2 == 1 {
			break
		}
	}
	return c.chunk, nil
}

var quote = []byte{'"'}

// line returns the next line with its end. What is past the limit of a line is
// dropped, and one byte too many is left as the sign of it.
func (c *csvRows) line() ([]byte, error) {
	if len(c.again) > 0 {
		line := c.again[:lineLength(c.again)]
		c.again = c.again[len(line):]
		c.number++
		return line, nil
	}
	line, err := c.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		line, err = c.longLine(line)
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	if err == nil {
		c.number++
	}
	return line, err
}

func lineLength(text []byte) int {
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		return end + 1
	}
	return len(text)
}

func (c *csvRows) longLine(start []byte) ([]byte, error) {
	line := bytes.Clone(start)
	for {
		more, err := c.in.ReadSlice('\n')
		if room := c.limit + 1 - len(line); room > 0 {
			line = append(line, more[:min(room, len(more))]...)
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

var errTooLong = errors.New("row too long")

// cells parses the lines of one row.
func (c *csvRows) cells(text []byte) ([]string, error) {
	if len(text) > c.limit {
		return nil, errTooLong
	}
	cells, err := c.parseText(text)
	if err != nil && bytes.Contains(text, escapedQuote) {
		if escaped, err := c.parseText(bytes.ReplaceAll(text, escapedQuote, doubledQuote)); err == nil {
			return escaped, nil
		}
	}
	return cells, err
}

func (c *csvRows) parseText(text []byte) ([]string, error) {
	c.feed.Reset(text)
	c.fed.Reset(c.feed)
	return c.parse.Read()
}

// Exports of databases put a backslash before a quote in a cell, where others
// double it.
var escapedQuote, doubledQuote = []byte(`\"`), []byte(`""`)

// isEscaped reports whether a line whose quotes do not pair is a row by itself
// once those behind a backslash are taken for text.
func (c *csvRows) isEscaped(line []byte) bool {
	if c.width == 0 || !bytes.Contains(line, escapedQuote) || len(line) > c.limit {
		return false
	}
	cells, err := c.parseText(bytes.ReplaceAll(line, escapedQuote, doubledQuote))
	return err == nil && len(cells) == c.width
}

// recover makes a reject of the line at which a row could not be read. The
// other lines that the row seemed to take are read again from the first of
// them that starts a row; lines before it are the rest of the bad row.
func (c *csvRows) recover(at int, text []byte, cause error) (row, error) {
	end := c.number
	c.unread(nil, text, lineLength(text), at+1)
	for c.number < end {
		start, before := c.number, c.again
		text, err := c.take()
		if err == io.EOF {
			break
		}
		if err != nil {
			return row{}, err
		}
		if c.startsRow(text) {
			c.unread(before, text, 0, start)
			break
		}
		c.unread(before, text, lineLength(text), start+1)
	}
	return c.bad(at, cause), nil
}

// startsRow reports whether text has as many cells as the last good row, or
// its first line would have if quotes were nothing special: that is a bad row
// of its own.
func (c *csvRows) startsRow(text []byte) bool {
	cells, err := c.cells(text)
	if err != nil {
		c.parse.LazyQuotes = true
		cells, err = c.cells(text[:lineLength(text)])
		c.parse.LazyQuotes = false
	}
	return err == nil && (len(cells) == c.width || c.width == 0)
}

// unread puts text back from an offset on; the line there has the number
// given. Before is what c.again was when text was taken: it is kept where it
// holds all of text, so that walking over many lines copies nothing.
func (c *csvRows) unread(before, text []byte, from, number int) {
	c.number = number
	if len(text) <= len(before) {
		c.again = before[from:]
		return
	}
	c.again = append(bytes.Clone(text[from:]), c.again...)
}

func (c *csvRows) bad(at int, cause error) row {
	r := row{number: at, hint: "mend the row in the source; "}
	switch {
	case errors.Is(cause, csv.ErrBareQuote):
		r.reason = "a quote stands in a cell that is not quoted"
		r.hint = "put the cell in quotes and double the quotes inside it; "
	case errors.Is(cause, csv.ErrQuote):
		r.reason = "a quoted cell is not closed, or goes on after its closing quote"
		r.hint = "double the quotes inside the cell and close it; "
	case errors.Is(cause, errTooLong):
		r.reason = fmt.Sprintf("the row is longer than %d bytes", c.limit)
	default:
		r.reason = "the row cannot be parsed"
	}
	r.hint += fmt.Sprintf("reading went on at line %d", c.number)
	return r
}
