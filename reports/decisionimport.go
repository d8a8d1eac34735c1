package reports

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"palermo/pipeline/history"
	"palermo/screen"
)

// importBytes bounds what a workbook with decisions may unpack to.
const importBytes = 4 << 30

// ReadDecisions reads what reviewers entered in the review queue of a workbook
// that palermo wrote. Finding and evidence are those that the workbook itself
// shows, so that a decision is about what its author saw. Day is the date of
// those that have none. Every mistake is told, and then there are no decisions.
func ReadDecisions(file, day string) ([]history.Decision, error) {
	f, err := excelize.OpenFile(file, excelize.Options{UnzipSizeLimit: importBytes})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w\nhint: give the reconciliation.xlsx that was reviewed", file, err)
	}
	defer f.Close()
	decisions := map[string]*history.Decision{} // by record
	var order []*history.Decision
	var wrong []error
	err = eachEntry(f, "Review queue", func(row int, get func(string) string) {
		title := get("Reviewer decision")
		if title == "" {
			return
		}
		d := &history.Decision{
			Record: get("Record"), Verdict: verdictsByTitle()[title], Author: get("Reviewer"), Reason: get("Reason"), Date: day,
			Place: fmt.Sprintf("%s:%d", file, row),
		}
		if lacks := lacking(d); lacks != "" {
			wrong = append(wrong, fmt.Errorf("sheet \"Review queue\" row %d has a decision and no %s", row, lacks))
		}
		decisions[d.Record] = d
		order = append(order, d)
	})
	if err == nil {
		err = eachEntry(f, "All records", func(_ int, get func(string) string) {
			if d := decisions[get("record_id")]; d != nil {
				d.Fingerprint, d.Evidence, d.Finding = get("fingerprint"), get("evidence_hash"), screen.Kind(get("finding"))
			}
		})
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w\nhint: give the reconciliation.xlsx that was reviewed", file, err)
	}
	var list []history.Decision
	for _, d := range order {
		if d.Fingerprint == "" {
			wrong = append(wrong, fmt.Errorf("sheet \"All records\" has no record %s any more", d.Record))
		}
		d.Record, d.Author, d.Reason = armed(d.Record), armed(d.Author), armed(d.Reason)
		list = append(list, *d)
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("read %s:\n%w\nhint: a decision needs a reviewer and a reason; nothing was imported", file, errors.Join(wrong...))
	}
	return list, nil
}

// armed takes back what disarm did.
func armed(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && disarm(rest) == s {
		return rest
	}
	return s
}

func lacking(d *history.Decision) string {
	switch {
	case d.Verdict == "":
		return "known verdict: choose one of the list"
	case d.Author == "":
		return "reviewer"
	case d.Reason == "":
		return "reason"
	}
	return ""
}

// eachEntry hands on the rows of a table that may go on in further sheets. The
// header is the first row that has more than one cell.
func eachEntry(f *excelize.File, title string, take func(row int, get func(column string) string)) error {
	found := false
	for _, name := range f.GetSheetList() {
		if name != title && !strings.HasPrefix(name, title+" (") {
			continue
		}
		found = true
		if err := eachRow(f, name, take); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("it has no sheet %q", title)
	}
	return nil
}

func eachRow(f *excelize.File, sheet string, take func(int, func(string) string)) error {
	rows, err := f.Rows(sheet)
	if err != nil {
		return err
	}
	defer rows.Close()
	var header map[string]int
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		switch {
		case header != nil:
			take(n, func(column string) string {
				at, ok := header[column]
				if !ok || at >= len(cells) {
					return ""
				}
				return strings.TrimSpace(cells[at])
			})
		case len(cells) > 1:
			header = map[string]int{}
			for i, c := range cells {
				header[strings.TrimSpace(c)] = i
			}
		}
	}
	return rows.Error()
}
