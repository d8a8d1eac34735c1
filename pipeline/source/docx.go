package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readDOCX reads a word processor document as a report. The headers and
// footers of its pages and the comments of its reviewers are parts of their
// own in the file, and are not read.
func readDOCX(rd *reading) error {
	if rd.preview != nil || rd.survey != nil {
		return nil
	}
	archive, err := zip.OpenReader(rd.path())
	if err != nil {
		return rd.fault("is a damaged document", "save it again in a word processor", err)
	}
	defer archive.Close()
	d := &docxReader{rd: rd, limits: rd.opt.Limits, left: rd.opt.Limits.UnzipBytes}
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		if err := d.part(&archive.Reader, name); err != nil {
			if errors.Is(err, errTooLong) {
				return rd.tooLong()
			}
			return rd.fault("is a damaged document", "save it again in a word processor", err)
		}
	}
	s := document{text: formLines(strings.TrimSpace(string(d.out)))}
	if d.deleted {
		s.problems = append(s.problems, "text that was marked as deleted was left out")
	}
	return rd.report(s)
}

// docxReader collects the text of the parts.
type docxReader struct {
	rd      *reading
	limits  Limits
	left    int64 // bytes that may still be unpacked
	out     []byte
	start   int  // of the paragraph in out
	skip    int  // depth within an element that is not read
	rows    int  // open rows of tables
	read    bool // within an element that holds text
	deleted bool
}

// part reads one part of the document, which may not be there.
func (d *docxReader) part(archive *zip.Reader, name string) error {
	for _, f := range archive.File {
		if !strings.EqualFold(f.Name, name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return fmt.Errorf("part %s: %w", name, err)
		}
		defer r.Close()
		bound := min(d.left, int64(min(f.CompressedSize64, 1<<40))*unzipRatio+unzipFloor)
		in := &io.LimitedReader{R: r, N: bound}
		if err := d.tokens(d.rd.inTime(in)); err != nil {
			if in.N <= 0 {
				err = errUnzipLimit
			}
			return fmt.Errorf("part %s: %w", name, err)
		}
		d.left -= bound - in.N
	}
	return nil
}

func (d *docxReader) tokens(r io.Reader) error {
	x := xml.NewDecoder(r)
	for depth := 0; ; {
		token, err := x.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > d.limits.Nesting {
				return fmt.Errorf("its elements are nested more than %d deep", d.limits.Nesting)
			}
			d.open(t.Name.Local)
		case xml.EndElement:
			depth--
			d.close(t.Name.Local)
		case xml.CharData:
			if d.read && d.skip == 0 {
				d.out = append(d.out, t...)
			}
		}
		if int64(len(d.out)) > d.limits.ReportBytes {
			return errTooLong
		}
	}
}

func (d *docxReader) open(name string) {
	if d.skip > 0 {
		d.skip++
		return
	}
	switch name {
	case "del", "moveFrom":
		d.skip, d.deleted = 1, true
	case "Fallback", "instrText", "pPr", "rPr", "sectPr", "tblPr", "drawing":
		if name != "drawing" { // a drawing may hold a text box
			d.skip = 1
		}
	case "t":
		d.read = true
	case "tab":
		d.out = append(d.out, ' ')
	case "br", "cr":
		d.out = append(d.out, '\n')
	case "noBreakHyphen":
		d.out = append(d.out, '-')
	case "p":
		d.start = len(d.out)
	case "tr":
		d.rows++
	}
}

func (d *docxReader) close(name string) {
	if d.skip > 0 {
		d.skip--
		return
	}
	switch name {
	case "t":
		d.read = false
	case "p":
		d.endParagraph()
	case "tc":
		d.out = append(bytes.TrimRight(d.out, "\n "), '\t')
	case "tr":
		d.rows = max(0, d.rows-1)
		d.out = append(d.out, '\n')
	case "tbl":
		d.out = append(d.out, '\n')
	}
}

// endParagraph leaves an empty line behind a paragraph. Lines of a form stand
// together, and so does what is in one cell.
func (d *docxReader) endParagraph() {
	line := string(d.out[min(d.start, len(d.out)):])
	switch _, form := parseKey(line, 0); {
	case d.rows > 0:
		d.out = append(d.out, '\n')
	case form:
		d.out = append(d.out, '\n')
	default:
		d.out = append(d.out, "\n\n"...)
	}
}
