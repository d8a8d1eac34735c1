package source

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/klippa-app/go-pdfium"
	refused "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPages bounds the pages of one document.
const maxPages = 20_000

// readPDF reads the text layer of a PDF as a report. A page without text is a
// scan or a picture: it is quarantined, and the rest is read.
func readPDF(rd *reading) error {
	if rd.preview != nil || rd.survey != nil {
		return nil
	}
	data, err := rd.bytes()
	if err != nil {
		return err
	}
	tools := rd.opt.Tools
	if tools == nil {
		tools = &Tools{}
		defer tools.Close()
	}
	engine, err := tools.pdfEngine()
	if err != nil {
		return rd.fault("needs the PDF engine, which did not start", "save the text of the document as .txt", err)
	}
	p := pdfReader{rd: rd, engine: engine}
	killed := false
	err = timed(rd.ctx, rd.opt.Limits.DocumentTime, func() { killed = true; _ = engine.Kill() }, func() error { return p.read(data) })
	if !killed {
		_ = engine.Close() // the document was read or refused; nothing is lost with its engine
	}
	switch {
	case rd.ctx.Err() != nil:
		return rd.ctx.Err()
	case errors.Is(err, errTooLong):
		return rd.tooLong()
	case err != nil:
		return rd.fault("is a PDF that cannot be read", "open it in a reader and save it again without a password", pdfCause(err))
	}
	return p.emit()
}

// pdfCause keeps what may be told: nothing of the document.
func pdfCause(err error) error {
	switch {
	case errors.Is(err, refused.ErrPassword):
		return errors.New("it asks for a password")
	case errors.Is(err, refused.ErrSecurity):
		return errors.New("its security is not supported")
	case errors.Is(err, refused.ErrFormat):
		return errors.New("it is damaged or no PDF")
	}
	return err
}

// bytes returns the whole file.
func (rd *reading) bytes() ([]byte, error) {
	f, err := os.Open(rd.path())
	if err != nil {
		return nil, rd.fault("cannot be opened", "", err)
	}
	defer f.Close()
	limit := documentsPerReport * rd.opt.Limits.ReportBytes
	data, more, err := limited(f, limit)
	switch {
	case err != nil:
		return nil, rd.fault("cannot be read to its end", "", err)
	case more:
		return nil, rd.fault(fmt.Sprintf("is larger than %d bytes, the limit for a document", limit), "split it, or raise the limit", nil)
	}
	return data, nil
}

// documentsPerReport is how much larger than its text a document may be.
const documentsPerReport = 16

// pdfReader collects the text of the pages.
type pdfReader struct {
	rd     *reading
	engine pdfium.Pdfium
	pages  []string
}

func (p *pdfReader) read(data []byte) error {
	opened, err := p.engine.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return err
	}
	count, err := p.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return err
	}
	if count.PageCount > maxPages {
		return fmt.Errorf("it has %d pages, and the limit is %d", count.PageCount, maxPages)
	}
	size := int64(0)
	for i := range count.PageCount {
		text, err := p.page(opened.Document, i)
		if err != nil {
			return err
		}
		if size += int64(len(text)); size > p.rd.opt.Limits.ReportBytes {
			return errTooLong
		}
		p.pages = append(p.pages, text)
	}
	return nil
}

// page returns the text of one page, "" where it cannot be had.
func (p *pdfReader) page(document references.FPDF_DOCUMENT, i int) (string, error) {
	if err := p.rd.ctx.Err(); err != nil {
		return "", err
	}
	page, err := p.engine.GetPageText(&requests.GetPageText{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}},
	})
	if err != nil {
		return "", nil //nolint:nilerr // a page that is damaged is reported like one without text
	}
	return pdfText(page.Text), nil
}

// pdfText mends what the engine makes of line ends: soft hyphens at the end of
// a line join the halves of a word.
func pdfText(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(text)
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "\x02")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		text = strings.TrimLeft(after, " \n")
	}
}

// emit reports the pages without text, and the text of the others.
func (p *pdfReader) emit() error {
	var text strings.Builder
	blank, first := 0, 0
	for i, page := range p.pages {
		if i > 0 {
			text.WriteString("\n\f")
		}
		text.WriteString(page)
		if strings.TrimSpace(page) == "" {
			if blank++; blank == 1 {
				first = i + 1
			}
			if err := p.rd.reject(pageName(i+1), 0, 1, Quarantined, "the page has no text: it may be a scan",
				"have its text recognised, and save the document again"); err != nil {
				return err
			}
		}
	}
	if blank == len(p.pages) {
		if blank == 0 {
			return p.rd.reject("", 0, 1, Skipped, "holds no text", "")
		}
		return nil
	}
	s := document{text: text.String()}
	if blank > 0 {
		s.problems = append(s.problems, fmt.Sprintf("%d of %d pages have no text and were not read, the first is page %d", blank, len(p.pages), first))
	}
	return p.rd.report(s)
}

// pageName stands for a page where a workbook has a sheet.
func pageName(n int) string { return fmt.Sprintf("page %d", n) }
