package reports

import (
	"bufio"
	"encoding/json"
	"io"
)

// jsonl writes findings.jsonl: one object per record, in input order (in the shareable tier in that of the pseudonyms).
type jsonl struct {
	unheard
	lineWriter
}

func openJSONL(w io.Writer, _ Options) (Writer, error) {
	return &jsonl{lineWriter: newLineWriter(w)}, nil
}

// Add implements Writer.
func (j *jsonl) Add(r *Row) error { return j.enc.Encode(r) }

// Close implements Writer.
func (j *jsonl) Close(*Run) error { return j.out.Flush() }

// caseLines writes cases.jsonl: one object per case that is listed.
type caseLines struct {
	unheard
	lineWriter
}

func openCases(w io.Writer, _ Options) (Writer, error) {
	return &caseLines{lineWriter: newLineWriter(w)}, nil
}

// Case implements Writer.
func (c *caseLines) Case(r *CaseRow) error { return c.enc.Encode(r) }

// Close implements Writer.
func (c *caseLines) Close(*Run) error { return c.out.Flush() }

// lineWriter writes JSON, one object per line.
type lineWriter struct {
	out *bufio.Writer
	enc *json.Encoder
}

func newLineWriter(w io.Writer) lineWriter {
	out := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false) // it is no part of a page
	return lineWriter{out, enc}
}
