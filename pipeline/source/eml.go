package source

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/jhillyerd/enmime/v2"
)

// readEML reads a message as a report, and its attachments and the messages
// within it as inputs of their own.
func readEML(rd *reading) error {
	if err := rd.tooDeep(); err != nil {
		return err
	}
	f, err := os.Open(rd.path())
	if err != nil {
		return rd.fault("cannot be opened", "", err)
	}
	defer f.Close()
	if rd.in.Bytes > documentsPerReport*rd.opt.Limits.ReportBytes {
		return rd.fault("is larger than the limit for a message", "save its attachments and name them", nil)
	}
	var message *enmime.Envelope
	err = timed(rd.ctx, rd.opt.Limits.DocumentTime, func() {}, func() (err error) {
		message, err = enmime.NewParser(enmime.DisableTextConversion(true), enmime.SkipMalformedParts(true)).ReadEnvelope(rd.inTime(f))
		return err
	})
	if err := rd.ctx.Err(); err != nil {
		return err
	}
	if err != nil {
		return rd.fault("is a damaged message", "save it again in a mail program", err)
	}
	if rd.preview == nil && rd.survey == nil {
		if err := rd.message(message); err != nil {
			return err
		}
	}
	return rd.attachments(message)
}

// bareBody returns what stands below the header of a message, as it is.
func (rd *reading) bareBody() (string, error) {
	data, err := rd.bytes()
	if err != nil {
		return "", err
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	_, body, _ := strings.Cut(text, "\n\n")
	return body, nil
}

// message emits the body of a message. Where it is there twice, as plain text
// and as HTML, the plain text is read.
func (rd *reading) message(m *enmime.Envelope) error {
	s := document{text: strings.ReplaceAll(m.Text, "\r\n", "\n")}
	if strings.TrimSpace(s.text) == "" && m.HTML != "" {
		page, err := htmlText(rd.inTime(strings.NewReader(m.HTML)))
		if err != nil {
			return rd.fault("cannot be read to its end", "", err)
		}
		s = pageDocument(page)
	}
	if strings.TrimSpace(s.text) == "" && len(m.Attachments)+len(m.Inlines)+len(m.OtherParts) == 0 {
		body, err := rd.bareBody()
		if err != nil {
			return err
		}
		s.text = body
		if strings.TrimSpace(body) != "" {
			s.problems = append(s.problems, "the parts of the message cannot be told apart: its body was read as it stands")
		}
	}
	for _, key := range []string{"Subject", "From", "To", "Date"} {
		if value := strings.TrimSpace(m.GetHeader(key)); value != "" {
			field := Field{Name: key, Value: value}
			if key == "Date" {
				field.Role = RoleDate
			}
			s.beside = append(s.beside, field)
		}
	}
	if slices.ContainsFunc(m.Errors, func(e *enmime.Error) bool { return e.Severe }) {
		s.problems = append(s.problems, "the form of the message is faulty: something of it may be missing")
	}
	return rd.report(s)
}

// attachments reads what comes with a message.
func (rd *reading) attachments(m *enmime.Envelope) error {
	var parts []*enmime.Part
	parts = append(append(append(parts, m.Attachments...), m.Inlines...), m.OtherParts...)
	for i, part := range parts {
		if i == rd.opt.Limits.Parts {
			return rd.reject("", 0, len(parts)-i, Quarantined, "has more attachments than the limit", "save them and name them")
		}
		name := part.FileName
		if name == "" {
			name = fmt.Sprintf("part %d", i+1)
			if part.ContentType == "message/rfc822" {
				name += ".eml"
			}
		}
		if strings.HasPrefix(part.ContentType, "image/") && i >= len(m.Attachments) {
			if err := rd.rejectPart(rd.in.File+"/"+cleanName(name), Skipped, "is a picture within the message", ""); err != nil {
				return err
			}
			continue
		}
		if err := rd.nested(name, bytes.NewReader(part.Content)); err != nil {
			return err
		}
	}
	return nil
}
