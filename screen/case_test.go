package screen

import (
	"slices"
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
)

func TestReconcile(t *testing.T) {
	const paidEntry = "non_national border_crossing illegal_entry smuggling_fee "
	type doc struct{ kind, label, told string }
	tests := []struct {
		name     string
		docs     []doc
		class    Class
		kind     Kind
		state    CaseState
		label    Label
		deciding []int
	}{
		{
			"the report carries what the row leaves out",
			[]doc{{"row", "smuggling", paidEntry}, {"report", "", "debt_bondage restricted_movement"}},
			SmugglingAndTrafficking, IncompleteLabelMissingTrafficking, CaseClassesDisagree, LabelSmuggling, []int{0, 1},
		},
		{
			"a thin row and a full report",
			[]doc{{"row", "trafficking", ""}, {"report", "", "forced_labour/compelled"}},
			Trafficking, Consistent, CaseAgrees, LabelTrafficking, []int{1},
		},
		{
			"each could stand alone",
			[]doc{{"row", "trafficking", "debt_bondage"}, {"report", "trafficking", "forced_labour/compelled"}},
			Trafficking, Consistent, CaseAgrees, LabelTrafficking, nil,
		},
		{
			"the elements stand in two documents",
			[]doc{{"row", "trafficking", "victim_minor"}, {"report", "", "commercial_sex_adult"}},
			Trafficking, Consistent, CaseAgrees, LabelTrafficking, []int{0, 1},
		},
		{
			"labels of two sources",
			[]doc{{"row", "smuggling", "debt_bondage"}, {"report", "human trafficking", "debt_bondage"}},
			Trafficking, MislabelledAsSmuggling, CaseLabelsDisagree, LabelSmuggling, nil,
		},
		{
			"one row for each offence",
			[]doc{{"row", "smuggling", paidEntry}, {"row", "trafficking", "debt_bondage"}},
			SmugglingAndTrafficking, Consistent, CaseLabelsDisagree, LabelBoth, []int{0, 1},
		},
		{
			"report without a row",
			[]doc{{"report", "trafficking", paidEntry}},
			Smuggling, MislabelledAsTrafficking, CaseReportOnly, LabelTrafficking, nil,
		},
		{
			"row without a report",
			[]doc{{"row", "", paidEntry}},
			Smuggling, Unlabelled, CaseRowOnly, LabelNone, nil,
		},
		{
			"aggravation is no disagreement",
			[]doc{{"row", "smuggling", paidEntry}, {"report", "", paidEntry + "death_injury"}},
			AggravatedSmuggling, Consistent, CaseAgrees, LabelSmuggling, []int{1},
		},
	}
	s, tell := New(un(t), labels(t)), newTeller(t)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			var docs []*Finding
			for _, d := range tc.docs {
				r := tell.reading(t, d.label, d.told)
				if d.kind == "report" {
					r.Record.Document = source.Report
				}
				f := s.Screen(r)
				docs = append(docs, &f)
			}
			c := s.Reconcile(docs)
			if c.Class != tc.class || c.Kind != tc.kind || c.State != tc.state || c.Label != tc.label {
				t.Errorf("got %s, %s, %s, recorded as %s; want %s, %s, %s, %s",
					c.Class, c.Kind, c.State, c.Label, tc.class, tc.kind, tc.state, tc.label)
			}
			if !slices.Equal(c.Deciding, tc.deciding) {
				t.Errorf("decided by %v, want %v", c.Deciding, tc.deciding)
			}
			for i := range docs { // what deciding says of itself, word for word
				rest := merge(slices.Delete(slices.Clone(docs), i, i+1))
				if hangs := len(docs) > 1 && s.framework.Assess(&rest).Class != c.Class; hangs != slices.Contains(c.Deciding, i) {
					t.Errorf("without document %d: %v", i, hangs)
				}
			}
			if c.ID != "CW-1" || c.Rows+c.Reports != len(docs) {
				t.Errorf("case %q of %d rows and %d reports", c.ID, c.Rows, c.Reports)
			}
		})
	}
}

func TestReconcileUnscreened(t *testing.T) {
	s, tell := New(un(t), labels(t)), newTeller(t)
	r := tell.reading(t, "trafficking", "")
	r.Coverage = extract.Coverage{Reason: "no text"}
	f := s.Screen(r)
	if c := s.Reconcile([]*Finding{&f}); c.Kind != NotScreened || c.Class != InsufficientInformation {
		t.Errorf("%s, %s", c.Kind, c.Class)
	}
	full := s.Screen(tell.reading(t, "trafficking", "debt_bondage"))
	if c := s.Reconcile([]*Finding{&f, &full}); c.Kind != Consistent {
		t.Errorf("one screened document is enough: %s", c.Kind)
	}
}
