package reports

import (
	"slices"

	"palermo/screen"
)

// CaseRow is one case as it is published: an object of cases.jsonl.
type CaseRow struct {
	CaseID         string           `json:"case_id"`
	State          screen.CaseState `json:"state"`
	Rows           int              `json:"rows"`
	Reports        int              `json:"reports"`
	RecordedLabels []screen.Label   `json:"recorded_labels"`
	AssessedClass  screen.Class     `json:"assessed_class"`
	Finding        screen.Kind      `json:"finding"`
	Deciding       []string         `json:"deciding"` // records without which the case would read as another class
	Records        []string         `json:"records"`
}

func caseRow(c *screen.Case) *CaseRow {
	r := &CaseRow{
		CaseID: c.ID, State: c.State, Rows: c.Rows, Reports: c.Reports,
		RecordedLabels: listed(c.Labels), AssessedClass: c.Class, Finding: c.Kind,
		Deciding: []string{}, Records: []string{},
	}
	for i, d := range c.Documents {
		r.Records = append(r.Records, d.RecordID)
		if slices.Contains(c.Deciding, i) {
			r.Deciding = append(r.Deciding, d.RecordID)
		}
	}
	return r
}
