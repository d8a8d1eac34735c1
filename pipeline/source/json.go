package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// readJSONL reads objects as the rows of a table: one on every line, or in one
// array. An object within an object gives columns with a dot in their names.
func readJSONL(rd *reading) error {
	text, file, err := rd.open()
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewReaderSize(text, copyBuffer)
	j := &jsonRows{rd: rd, t: newTable(rd, "", rd.opt.plan(rd.in.File, "")), index: map[string]int{}}
	j.t.given, j.t.loose = true, true
	head, _ := in.Peek(copyBuffer)
	if key := envelopeKey(head); key != "" {
		err = j.stream(in, key)
	} else if byLine(in) {
		err = j.lines(in)
	} else {
		err = j.stream(in, "")
	}
	if err == nil {
		err = j.end()
	}
	return ignorePreviewed(err)
}

// byLine reports whether the first line is an object by itself.
func byLine(in *bufio.Reader) bool {
	head, _ := in.Peek(copyBuffer)
	head = bytes.TrimLeft(head, " \t\r\n")
	line := head[:lineLength(head)]
	return bytes.HasPrefix(line, []byte("{")) && (json.Valid(line) || len(line) == len(head))
}

// jsonRows turns objects into rows.
type jsonRows struct {
	rd    *reading
	t     *table
	names []string
	index map[string]int // of names
	held  []row          // until the names of the sample are known
	begun bool
}

// lines reads an object from every line. A line that is none is quarantined.
func (j *jsonRows) lines(in *bufio.Reader) error {
	c := newCSVRows(in, 0, j.rd.opt.Limits)
	for {
		at := c.number
		line, err := c.line()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return j.rd.fault("cannot be read to its end", "", err)
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := j.add(j.row(at, line, c.limit)); err != nil {
			return err
		}
	}
}

// stream reads the objects of an array, or objects that take several lines, or
// those of the list under a key.
func (j *jsonRows) stream(in *bufio.Reader, key string) error {
	head, _ := in.Peek(copyBuffer)
	limit := cellsPerRow * j.rd.opt.Limits.CellBytes
	bound := &bounded{r: in, limit: 2 * int64(limit+copyBuffer)} // what was read ahead of a value is none of it
	d := json.NewDecoder(bound)
	if key != "" {
		if err := enter(d, key); err != nil {
			return j.broken(0, err)
		}
	} else if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("[")) {
		if _, err := d.Token(); err != nil {
			return j.broken(0, err)
		}
	}
	for number := 1; ; number++ {
		bound.read = 0
		var value json.RawMessage
		if !d.More() {
			return nil
		}
		if err := d.Decode(&value); err != nil {
			return j.broken(number, err)
		}
		if err := j.add(j.row(number, value, limit)); err != nil {
			return err
		}
	}
}

// broken ends the reading where the text is no JSON any more; what was read
// stands.
func (j *jsonRows) broken(number int, cause error) error {
	if err := j.end(); err != nil {
		return err
	}
	return j.rd.fault(fmt.Sprintf("is no JSON from object %d on", number), "write one object on every line", jsonCause(cause))
}

// jsonCause tells where, and nothing of the text.
func jsonCause(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("at byte %d", syntax.Offset)
	}
	return err
}

// row makes the row of one object.
func (j *jsonRows) row(number int, text []byte, limit int) row {
	r := row{number: number, hint: "write one object on every line"}
	switch {
	case len(text) > limit:
		r.reason = fmt.Sprintf("the object is longer than %d bytes", limit)
		return r
	case !utf8.Valid(text):
		repaired, _ := repair(string(text))
		text = []byte(repaired)
	}
	o := object{limits: j.rd.opt.Limits, d: json.NewDecoder(bytes.NewReader(text))}
	o.d.UseNumber()
	if err := o.read(); err != nil {
		r.reason = "the line is no JSON object: " + err.Error()
		return r
	}
	r.cells = make([]string, len(j.names), len(j.names)+len(o.keys))
	for i, key := range o.keys {
		column, known := j.index[key]
		if !known {
			if len(j.names) >= j.rd.opt.Limits.Columns {
				r.reason, r.cells = fmt.Sprintf("the objects have more than %d keys", j.rd.opt.Limits.Columns), nil
				return r
			}
			column = len(j.names)
			j.index[key] = column
			j.names = append(j.names, key)
			r.cells = append(r.cells, "")
		}
		r.cells[column] = o.values[i]
	}
	r.hint = ""
	return r
}

// add passes a row on once the names of the sample are known.
func (j *jsonRows) add(r row) error {
	if j.begun {
		j.t.extend(j.names)
		return j.t.add(r)
	}
	r.cells = slices.Clone(r.cells)
	if j.held = append(j.held, r); len(j.held) < sampleRows {
		return nil
	}
	return j.begin()
}

func (j *jsonRows) begin() error {
	j.begun = true
	j.t.header = slices.Clone(j.names)
	for _, r := range j.held {
		if err := j.t.add(r); err != nil {
			return err
		}
	}
	j.held = nil
	return nil
}

func (j *jsonRows) end() error {
	if !j.begun {
		if err := j.begin(); err != nil {
			return err
		}
	}
	return j.t.end()
}

// extend adds columns that were met after the table began.
func (t *table) extend(names []string) {
	if t.sample != nil {
		t.header = slices.Clone(names)
		return
	}
	for i := len(t.blank); i < len(names); i++ {
		t.blank = append(t.blank, Field{Name: names[i]})
	}
}
