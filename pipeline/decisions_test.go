package pipeline

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"palermo/pipeline/history"
	"palermo/reports"
)

// review enters a decision into the workbook of a run, in the row of the review
// queue that is named, and returns its record.
func review(t *testing.T, workbook string, row int, verdict, reviewer, reason string) string {
	t.Helper()
	f, err := excelize.OpenFile(workbook)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Review queue")
	if err != nil {
		t.Fatal(err)
	}
	head := 0
	for len(rows[head]) < 3 {
		head++
	}
	at := func(column string) string {
		for i, name := range rows[head] {
			if name == column {
				cell, _ := excelize.CoordinatesToCellName(i+1, head+1+row)
				return cell
			}
		}
		t.Fatalf("no column %s", column)
		return ""
	}
	for column, value := range map[string]string{"Reviewer decision": verdict, "Reviewer": reviewer, "Reason": reason} {
		if err := f.SetCellStr("Review queue", at(column), value); err != nil {
			t.Fatal(err)
		}
	}
	record, err := f.GetCellValue("Review queue", at("Record"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return record
}

func TestADecisionInTheWorkbookComesBack(t *testing.T) {
	dir := t.TempDir()
	log := caseLog(9)
	in := write(t, dir, "log.csv", log)
	where, out := filepath.Join(dir, "palermo.db"), filepath.Join(dir, "out")
	before := mustAudit(t, stored(t, where, out, in))
	workbook := filepath.Join(out, "reconciliation.xlsx")

	review(t, workbook, 1, "The label is right", "", "")
	if _, err := reports.ReadDecisions(workbook, "2026-03-01", ""); err == nil || !strings.Contains(err.Error(), "no reviewer") {
		t.Errorf("a decision without a reviewer: %v", err)
	}
	record := review(t, workbook, 1, "The label is right", "R. Ojeda", "=seen the file")
	list, err := reports.ReadDecisions(workbook, "2026-03-01", "")
	if err != nil || len(list) != 1 || list[0].Record != record || list[0].Evidence == "" || list[0].Verdict != history.LabelRight {
		t.Fatalf("%+v, %v", list, err)
	}

	o := stored(t, where, out, in)
	if _, err := o.Store.AddDecisions(context.Background(), list); err != nil {
		t.Fatal(err)
	}
	after := mustAudit(t, o)
	priority := 2
	if after.Past.OpenPriorities[priority] != before.Past.OpenPriorities[priority]-1 || after.Past.Priorities[priority] != before.Past.Priorities[priority] {
		t.Errorf("open findings %v, before %v", after.Past.OpenPriorities, before.Past.OpenPriorities)
	}
	visible(t, out, record)
	again, err := reports.ReadDecisions(workbook, "2026-03-02", "")
	if err != nil || len(again) != 1 {
		t.Fatalf("from the workbook that shows it: %+v, %v", again, err)
	}
	if n, err := o.Store.AddDecisions(context.Background(), again); n != 0 || err != nil {
		t.Errorf("taken in twice: %d, %v", n, err)
	}

	write(t, dir, "log.csv", strings.ReplaceAll(log, "The owner confiscated", "The owner took away"))
	lapsed := mustAudit(t, stored(t, where, out, in))
	if lapsed.Rulings[0].Force != history.Lapsed {
		t.Errorf("on other evidence the decision is %s", lapsed.Rulings[0].Force)
	}
	if data, _ := os.ReadFile(filepath.Join(out, "decisions.csv")); !strings.Contains(string(data), "lapsed,"+record) {
		t.Errorf("decisions.csv: %s", data)
	}
}

// visible checks that every report shows the decision.
func visible(t *testing.T, out, record string) {
	t.Helper()
	for file, want := range map[string]string{
		"findings.jsonl": `"review":{"decision":"label_is_right","force":"in_force","reason":"=seen the file","author":"R. Ojeda"`,
		"findings.csv":   `label_is_right,in_force,R. Ojeda,'=seen the file`,
		"report.html":    "Decided by R. Ojeda: The label is right.",
		"summary.json":   `"in_force": 1`,
		"decisions.csv":  "in_force," + record,
	} {
		data, err := os.ReadFile(filepath.Join(out, file))
		if err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s does not show the decision: %v", file, err)
		}
	}
	for _, f := range lines(t, out) {
		if f["record_id"] != record && f["review"] != nil {
			data, _ := json.Marshal(f["review"])
			t.Errorf("%v has a decision too: %s", f["record_id"], data)
		}
	}
}

// A decision is about the row that it was made on, however many rows share its
// case id or have none, and in whichever order they stand.
func TestADecisionStaysWithItsRow(t *testing.T) {
	const head = "case_id,offence,narrative\n"
	row := func(id, whose, who string) string {
		return id + `,smuggling,"The recruiter took ` + whose + ` passport and forced her into prostitution. He kept the money. This is about ` + who + ".\"\n"
	}
	for _, c := range []struct{ name, ana, eva string }{
		{"other words in the evidence", row("K-7", "Ana's", "room 1"), row("K-7", "Eva's", "room 2")},
		{"the same words in the evidence", row("K-7", "her", "Ana"), row("K-7", "her", "Eva")},
		{"no case id", row("", "her", "Ana"), row("", "her", "Eva")},
	} {
		t.Run(c.name, func(t *testing.T) {
			eachStore(t, func(t *testing.T, where string) {
				dir := t.TempDir()
				night := func(log string) *Result {
					return mustAudit(t, stored(t, where, filepath.Join(dir, "out"), write(t, dir, "log.csv", head+log)))
				}
				night(c.ana + c.eva)
				workbook := filepath.Join(dir, "out", "reconciliation.xlsx")
				review(t, workbook, 1, "The label is right", "R. Ojeda", "of Ana")
				list, err := reports.ReadDecisions(workbook, "2026-02-28", "")
				if err != nil || len(list) != 1 {
					t.Fatal(list, err)
				}
				if _, err := stored(t, where, "", "").Store.AddDecisions(context.Background(), list); err != nil {
					t.Fatal(err)
				}
				for _, n := range []struct {
					log  string
					row  any // of the log that has the decision
					want history.Force
				}{
					{c.ana + c.eva, 2.0, history.InForce},
					{c.eva + c.ana, 3.0, history.InForce},
					{c.eva, nil, history.Unused},
					{c.eva + c.ana, 3.0, history.InForce},
				} {
					r := night(n.log)
					if r.Rulings[0].Force != n.want {
						t.Errorf("%q: %s, want %s", n.log, r.Rulings[0].Force, n.want)
					}
					if got := decidedRow(t, filepath.Join(dir, "out")); got != n.row {
						t.Errorf("%q: the decision stands on row %v, want %v", n.log, got, n.row)
					}
				}
			})
		})
	}
}

// decidedRow is the row of the log that a decision stands on, nil for none.
func decidedRow(t *testing.T, out string) any {
	t.Helper()
	var row any
	for _, f := range lines(t, out) {
		if f["review"] != nil {
			row = f["source_row"]
		}
	}
	return row
}

// The review queue shows what was decided, and takes it back as well. What was
// only shown keeps its days.
func TestADecisionIsTakenBackInTheWorkbook(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		dir := t.TempDir()
		in, out := write(t, dir, "log.csv", threeCases), filepath.Join(dir, "out")
		workbook := filepath.Join(out, "reconciliation.xlsx")
		o := stored(t, where, out, in)
		take := func(expires string) int {
			t.Helper()
			list, err := reports.ReadDecisions(workbook, "2026-03-01", expires)
			if err != nil {
				t.Fatal(err)
			}
			n, err := o.Store.AddDecisions(context.Background(), list)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		mustAudit(t, o)
		review(t, workbook, 1, "The label is right", "R. Ojeda", "seen the file")
		if n := take("2026-12-01"); n != 1 {
			t.Fatalf("%d decisions", n)
		}
		if r := mustAudit(t, o); r.Rulings[0].Force != history.InForce {
			t.Fatalf("it is %s", r.Rulings[0].Force)
		}
		if n := take("2027-12-01"); n != 0 {
			t.Errorf("what the queue shows was taken for %d new decisions", n)
		}
		review(t, workbook, 1, "Reopen", "R. Ojeda", "seen the wrong file")
		if n := take(""); n != 1 {
			t.Errorf("%d decisions take it back", n)
		}
		r := mustAudit(t, o)
		if got := forces(r); got[history.Replaced] != 2 || decidedRow(t, out) != nil {
			t.Errorf("taken back: %v", got)
		}
	})
}
