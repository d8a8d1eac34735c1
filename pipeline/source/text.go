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
	s := document{text: text}
	if isMarkdown(rd.in.File) {
		var struck bool
		if s.text, struck = plainMarkdown(text); struck {
			s.problems = append(s.problems, "text that was struck out was left out")
		}
	}
	return rd.report(s)
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
