package source

import (
	"io"
	"strings"
)

// bodyName is the name of the field that holds the text of a report.
const bodyName = "text"

// readText reads a file as one report.
func readText(rd *reading) error {
	if rd.preview != nil {
		return nil
	}
	if err := rd.ctx.Err(); err != nil {
		return err
	}
	text, mended, err := rd.text()
	if err != nil {
		return err
	}
	if strings.TrimSpace(text) == "" {
		return rd.reject("", 0, 1, Skipped, "holds no text", "")
	}
	record := &Record{
		Location: Location{File: rd.in.File},
		Document: Report,
		Fields:   splitReport(text),
	}
	describe(record)
	if record.CaseID == "" {
		body := record.Fields[len(record.Fields)-1].Value
		record.CaseID = rd.opt.findCaseID(rd.in.File, body)
	}
	if mended {
		record.Problems = append(record.Problems, "bytes that are not UTF-8 were read as windows-1252")
	}
	return rd.emit(Item{Record: record})
}

// text returns the decoded report.
func (rd *reading) text() (text string, mended bool, err error) {
	in, file, err := rd.open()
	if err != nil {
		return "", false, err
	}
	defer file.Close()
	limit := rd.opt.Limits.ReportBytes
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(in, limit+1))
	if err != nil {
		return "", false, rd.fault("cannot be read to its end", "", err)
	}
	if n > limit {
		return "", false, rd.fault("is larger than the limit for a report",
			"split it into one file for each case, or raise the limit", nil)
	}
	text, mended = repair(b.String())
	return text, mended, nil
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
