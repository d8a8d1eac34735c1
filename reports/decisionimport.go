package reports

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"palermo/pipeline/history"
	"palermo/screen"
)

// importBytes bounds what a workbook with decisions may unpack to.
const importBytes = 4 << 30

// ReadDecisions reads what reviewers entered in the review queue of a workbook
// that palermo wrote. Finding and evidence are those that the workbook itself
// shows, so that a decision is about what its author saw. They are made on a day
// and may expire; one that stood in the workbook before keeps its own days. Every
// mistake is told, and then there are no decisions.
func ReadDecisions(file, day, expires string) ([]history.Decision, error) {
	f, err := excelize.OpenFile(file, excelize.Options{UnzipSizeLimit: importBytes})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w\nhint: give the reconciliation.xlsx that was reviewed", file, err)
	}
	defer f.Close()
	verdicts, err := verdictsByTitle()
	if err != nil {
		return nil, err
	}
	r := &reviewed{file: file, day: day, expires: expires, verdicts: verdicts, byRecord: map[string]*history.Decision{}, rows: map[string]int{}}
	if err = eachEntry(f, "review", reviewColumns(), r.entry); err == nil {
		err = eachEntry(f, "records", nil, r.record)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w\nhint: give the reconciliation.xlsx that was reviewed", file, err)
	}
	list := r.list()
	if len(r.wrong) > 0 {
		return nil, fmt.Errorf("read %s:\n%w\nhint: a decision needs a reviewer and a reason; nothing was imported", file, errors.Join(r.wrong...))
	}
	return list, nil
}

// reviewed is what was entered in a workbook.
type reviewed struct {
	file, day, expires string
	verdicts           map[string]history.Verdict

	order    []*history.Decision
	byRecord map[string]*history.Decision
	rows     map[string]int // how many records have the case id of one that was decided about
	wrong    []error
}

// entry takes a row of the review queue.
func (v *reviewed) entry(sheet string, row int, get func(string) string) {
	title := get("decision")
	if title == "" {
		return
	}
	d := &history.Decision{
		Record: get("record"), Verdict: v.verdicts[title], Author: get("reviewer"), Reason: get("reason"), Date: v.day, Expires: v.expires,
		Place: fmt.Sprintf("%s:%d", v.file, row),
	}
	if lacks := lacking(d); lacks != "" {
		v.wrong = append(v.wrong, fmt.Errorf("sheet %q row %d has a decision and %s", sheet, row, lacks))
	}
	v.byRecord[d.Record], v.rows[family(d.Record)] = d, 0
	v.order = append(v.order, d)
}

// record takes a row of the sheet of all records.
func (v *reviewed) record(_ string, _ int, get func(string) string) {
	id := get("record_id")
	if _, ok := v.rows[family(id)]; ok {
		v.rows[family(id)]++
	}
	if d := v.byRecord[id]; d != nil {
		d.Fingerprint, d.Evidence, d.Finding = get("fingerprint"), get("evidence_hash"), screen.Kind(get("finding"))
		d.RecordHash = get("record_hash")
		if get("review") == string(d.Verdict) && get("reviewer") == d.Author && get("review_reason") == d.Reason {
			d.Date, d.Expires = get("review_date"), get("review_expires")
		}
	}
}

// list is the decisions with all that is known of their records. The record hash
// stays where several rows share the id; elsewhere the id is enough, and leaves
// what is no evidence free to be edited.
func (v *reviewed) list() []history.Decision {
	var list []history.Decision
	for _, d := range v.order {
		if d.Fingerprint == "" {
			v.wrong = append(v.wrong, fmt.Errorf("record %s does not stand in the sheet of all records any more", d.Record))
		}
		if v.rows[family(d.Record)] == 1 {
			d.RecordHash = ""
		}
		d.Record, d.Author, d.Reason = armed(d.Record), armed(d.Author), armed(d.Reason)
		list = append(list, *d)
	}
	return list
}

// family is a record id without the number that tells the rows of one case apart.
func family(id string) string {
	at := strings.LastIndexByte(id, '~')
	if at < 0 || strings.Trim(id[at+1:], "0123456789") != "" {
		return id
	}
	return id[:at]
}

// armed takes back what disarm did.
func armed(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && disarm(rest) == s {
		return rest
	}
	return s
}

// lacking is all that an entry lacks, empty where it is whole.
func lacking(d *history.Decision) string {
	var lacks []string
	for _, part := range []struct{ value, name string }{
		{string(d.Verdict), "known verdict (choose one of the list)"}, {d.Author, "reviewer"}, {d.Reason, "reason"},
	} {
		if part.value == "" {
			lacks = append(lacks, "no "+part.name)
		}
	}
	return strings.Join(lacks, ", ")
}

// verdictsByTitle is what the entries of the drop-down stand for, in any language.
func verdictsByTitle() (map[string]history.Verdict, error) {
	verdicts := map[string]history.Verdict{}
	for _, v := range history.Verdicts() {
		titles, err := spoken("verdict", string(v))
		if err != nil {
			return nil, err
		}
		for _, title := range titles {
			verdicts[title] = v
		}
	}
	return verdicts, nil
}

// entryTaker takes one row of a table; get returns its cell in a column.
type entryTaker func(sheet string, row int, get func(column string) string)

// eachEntry hands on the rows of a table that may go on in further sheets. Its
// columns are known by their keys; without any, by the names in the header.
func eachEntry(f *excelize.File, key string, columns []string, take entryTaker) error {
	titles, err := spoken("sheet", key)
	if err != nil {
		return err
	}
	keys := map[string]string{} // of the columns by their names, in any language
	for _, column := range columns {
		names, err := spoken("column", column)
		if err != nil {
			return err
		}
		for _, name := range names {
			keys[name] = column
		}
	}
	found := false
	for _, name := range f.GetSheetList() {
		if !slices.ContainsFunc(titles, func(t string) bool { return name == t || strings.HasPrefix(name, t+" (") }) {
			continue
		}
		found = true
		if err := eachRow(f, name, keys, take); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("it has no sheet %q", titles[0])
	}
	return nil
}

// eachRow reads one sheet. The header is the first row that has more than one
// cell.
func eachRow(f *excelize.File, sheet string, keys map[string]string, take entryTaker) error {
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
			take(sheet, n, func(column string) string {
				at, ok := header[column]
				if !ok || at >= len(cells) {
					return ""
				}
				return strings.TrimSpace(cells[at])
			})
		case len(cells) > 1:
			header = map[string]int{}
			for i, c := range cells {
				name := strings.TrimSpace(c)
				header[cmp.Or(keys[name], name)] = i
			}
		}
	}
	return rows.Error()
}
