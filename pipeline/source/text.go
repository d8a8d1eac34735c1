package source

import (
	"io"
	"strings"
)

// bodyName is the name of the field that holds the text of a report.
const bodyName = "text"

// readText reads a file as one report.
func readText(rd *reading) error {
	if rd.preview != nil || rd.survey != nil {
		return nil
	}
	text, err := rd.text()
	if err != nil {
		return err
	}
	s := document{text: tabbedKeys(text)}
	if isMarkdown(rd.in.File) {
		var struck bool
		if s.text, struck = plainMarkdown(text); struck {
			s.problems = append(s.problems, "text that was struck out was left out")
		}
	}
	return rd.report(s)
}

// tabbedKeys writes the first tab of a line as a colon where what stands before
// it is a key that is known, as in a form that was pasted as text. Every byte
// keeps its place.
func tabbedKeys(text string) string {
	if strings.IndexByte(text, '\t') < 0 {
		return text
	}
	b := []byte(text)
	for at := 0; at < len(text); at += textLine(text[at:]) {
		line := text[at : at+textLine(text[at:])]
		key, value, found := strings.Cut(line, "\t")
		value = strings.TrimSpace(value)
		if found && value != "" && !strings.Contains(value, "\t") && vocabulary().wholly(normalise(key)) != RoleOther && !strings.Contains(key, ":") {
			b[at+len(key)] = ':'
		}
	}
	return string(b)
}

// text returns the decoded report.
func (rd *reading) text() (string, error) {
	in, file, err := rd.open()
	if err != nil {
		return "", err
	}
	defer file.Close()
	limit := rd.opt.Limits.ReportBytes
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(rd.inTime(in), limit+1))
	if err != nil {
		return "", rd.fault("cannot be read to its end", "", err)
	}
	if n > limit {
		return "", rd.tooLong()
	}
	return b.String(), nil
}

func (rd *reading) tooLong() error {
	return rd.fault("is larger than the limit for a report",
		"split it into one file for each case, or raise the limit", nil)
}

// describe lifts the keys that have a role out of the fields of a report. The
// first value of a key is the one that counts; labels are joined.
func describe(record *Record) {
	for _, f := range record.Fields {
		value := strings.TrimSpace(f.Value)
		switch f.Role {
		case RoleCaseID:
			setOnce(&record.CaseID, value)
		case RoleDate:
			setOnce(&record.Date, value)
		case RoleUnit:
			setOnce(&record.Unit, value)
		case RoleLabel:
			record.Label = joinLabel(record.Label, value)
		}
	}
	var problem string
	if record.Date, record.Year, problem = readDate(record.Date, false, undecided); problem != "" {
		record.Problems = append(record.Problems, problem)
	}
}

func setOnce(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
