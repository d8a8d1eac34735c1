package reports

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/screen"
)

func parsed(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSV(t *testing.T) {
	rows := parsed(t, read(t, publish(t, mixed()), "findings.csv"))
	if len(rows) != 1+len(mixed()) {
		t.Fatalf("%d rows", len(rows))
	}
	got := map[string]string{}
	for i, name := range rows[0] {
		got[name] = rows[1][i]
	}
	want := map[string]string{
		"record_id": "C-001", "case_id": "C-001", "source_file": "cases.csv", "source_sheet": "", "source_row": "2",
		"document_type": "case_log_row", "report_date": "2019-03-04", "year": "2018", "unit": "North", "language": "en", "framework_profile": "un",
		"recorded_label_raw": "Human Smuggling", "recorded_label": "smuggling", "assessed_class": "trafficking",
		"trafficking_undetermined": "false", "finding": "mislabelled_as_smuggling", "flags": "conflated_terms", "review_priority": "2",
		"tip_act": "unknown", "tip_means": "present", "tip_purpose": "present", "victim_child": "absent",
		"som_procurement": "unknown", "som_illegal_entry": "present", "som_cross_border": "unknown",
		"som_non_national": "unknown", "som_benefit": "unknown", "aggravating": "unknown", "exploitation_excluded": "unknown",
		"indicators":     "document_confiscation:strong;forced_labour:medium",
		"evidence":       "took her passport | was made to work in the kitchen.",
		"open_questions": "How was the border crossed?", "conflicts": "", "decision": "means_and_purpose",
		"fingerprint": "f00d", "evidence_hash": "beef",
		"state": "", "causes": "", "was": "", "review": "", "review_force": "", "reviewer": "", "review_reason": "",
		"review_date": "", "review_expires": "", "since_run": "0", "review_harm": "6", "inferred": "som_illegal_entry",
		"events": "", "other_frameworks": "", "would_change": "", "source_problems": "", "record_hash": "cafe", "other_reviews": "",
		"inferred_from": "som_illegal_entry:som_procurement", "review_weights": "exploitation;trafficking",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("row (-want +got):\n%s", diff)
	}
}

func TestCSVHasTheColumnsOfTheElements(t *testing.T) {
	names := strings.Join(columnNames(flatRow{}), ",")
	var elements []string
	for _, e := range screen.Elements() {
		elements = append(elements, string(e))
	}
	if !strings.Contains(names, ","+strings.Join(elements, ",")+",") {
		t.Errorf("columns %s", names)
	}
}

// Whatever a record says, no cell of any table starts a formula or breaks a line.
func TestCellsAreSafe(t *testing.T) {
	f := missed(1)
	evil := "=cmd|' /C calc'!A0\r\n\x00two"
	rec := f.Reading.Record
	f.RecordID, rec.CaseID, rec.File, rec.Sheet, rec.Date, rec.Label = evil, evil, evil, evil, evil, evil
	f.Reading.Evidence[0].Quote = evil
	f.Assessment.OpenQuestions, f.Assessment.Conflicts = []string{evil}, []string{evil}
	r := reject()
	r.File, r.Sheet, r.Reason, r.Hint = evil, evil, evil, evil
	dir := publish(t, []*screen.Finding{f, f}, r)
	for _, name := range []string{"findings.csv", "quarantine.csv"} {
		for _, row := range parsed(t, read(t, dir, name)) {
			for _, value := range row {
				if strings.HasPrefix(value, "=") || strings.ContainsAny(value, "\r\n\x00") {
					t.Errorf("%s: cell %q", name, value)
				}
			}
		}
	}
	for sheet, rows := range sheets(t, dir) {
		for _, row := range rows {
			for _, value := range row {
				if strings.HasPrefix(value, "=") || strings.ContainsAny(value, "\r\x00") {
					t.Errorf("%s: cell %q", sheet, value)
				}
			}
		}
	}
}

func TestCSVPastOneBatch(t *testing.T) {
	var findings []*screen.Finding
	for i := range 2*batch + 7 {
		findings = append(findings, missed(i))
	}
	rows := parsed(t, read(t, publish(t, findings), "findings.csv"))
	if len(rows) != len(findings)+1 || rows[len(findings)][0] != findings[len(findings)-1].RecordID {
		t.Errorf("%d rows, want %d in input order", len(rows), len(findings)+1)
	}
}

func TestQuarantine(t *testing.T) {
	for _, c := range []struct {
		name string
		got  string
		want string
	}{
		{"empty", read(t, publish(t, nil), "quarantine.csv"), "file,sheet,row,outcome,rows,reason,hint\n"},
		{
			"one", read(t, publish(t, nil, reject()), "quarantine.csv"),
			"file,sheet,row,outcome,rows,reason,hint\ncases.csv,,9,quarantined,1,bare quote in column narrative,double the quote\n",
		},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}
