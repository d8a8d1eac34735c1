package reports

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"palermo/extract"
	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/screen"
)

// fullRow is a row with something in every field.
func fullRow() *Row {
	r := &Row{
		RecordID: "C-1", CaseID: "C-1", SourceFile: "cases.xlsx", SourceSheet: "2019", SourceRow: 4, DocumentType: source.CaseLogRow,
		ReportDate: "2019-03-04", Year: 2019, Unit: "=North", Language: "en", FrameworkProfile: "un",
		RecordedLabelRaw: "Smuggling", RecordedLabel: screen.LabelSmuggling, AssessedClass: screen.SmugglingAndTrafficking,
		TraffickingUndetermined: true, Finding: screen.IncompleteLabelMissingTrafficking,
		Flags: []screen.Flag{screen.ConflatedTerms, screen.AgeUncertain}, ReviewPriority: 1,
		OpenQuestions: []string{"Who was paid?", "By whom?"}, Conflicts: []string{"one thing and another"}, Decision: "both",
		Fingerprint: "f00d", EvidenceHash: "beef", RecordHash: "cafe", Harm: 3, Weights: []screen.Weight{screen.ForceTold, screen.DangerTold}, WouldChange: []string{"would read as: smuggling"},
		SourceProblems: []string{"no date"},
		Events:         []Event{{screen.Smuggling, []int{1}, screen.ByStage, "on arrival"}, {screen.Trafficking, []int{0, 1}, screen.ByStage, "on arrival"}},
		OtherFrameworks: []Elsewhere{{
			FrameworkProfile: "us", AssessedClass: screen.Smuggling, TraffickingUndetermined: true,
			Finding: screen.Consistent, Decision: "smuggling", Row: "A8-3", Why: "no benefit is needed",
		}},
		History: &History{State: "updated", Causes: []string{"data", "pack/en"}, Was: screen.Consistent, Since: 7},
		Review: &Review{
			Verdict: "agree", Force: "in_force", Reason: "as written", Author: "R. Ojeda", Date: "2026-01-02", Expires: "2027-01-02",
			Others: []Opinion{{Verdict: "agree", Reason: "seen", Author: "A. Ruiz", Date: "2026-01-03", Expires: "2027-01-03"}},
		},
	}
	for i := range 2 {
		r.Indicators = append(r.Indicators, Indicator{
			ID: "confinement", Facet: "locked", Counts: true, Polarity: extract.Affirmed, Certainty: extract.Alleged,
			Time: extract.Past, Subject: extract.Victim, Voice: extract.Officer, Strength: extract.Strong, Field: "narrative",
			Start: 5 + i, End: 9 + i, Quote: "lock", Rule: "en/means.yaml:4", Cues: []string{"allegation: said"}, Before: "They ", After: "ed",
		})
	}
	for _, e := range r.Elements.all() {
		*e = Element{State: screen.Present, Evidence: []int{0}, Inferred: true, From: &Inference{[]int{1}, []screen.ElementID{screen.TIPMeans}}}
	}
	return r
}

// Every field of a finding comes back from the columns: a field that is added
// to the one has to be added to the other.
func TestColumnsHoldTheWholeFinding(t *testing.T) {
	want := fullRow()
	if at := empty(reflect.ValueOf(*want), "row"); at != "" {
		t.Fatalf("%s of the sample is empty", at)
	}
	dir := filepath.Join(t.TempDir(), "out")
	s, err := Open(t.Context(), dir, Formats(), options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.AddRow(want); err != nil {
		t.Fatal(err)
	}
	run := runOf(nil)
	run.Totals.AddRow(want)
	if err := s.Close(run); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.ReadFile[columnRow](filepath.Join(dir, "findings.parquet"))
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if diff := cmp.Diff(want, whole(&rows[0])); diff != "" {
		t.Errorf("row (-written +read):\n%s", diff)
	}
	if err := valid(schemaOf(t), strings.TrimSpace(read(t, dir, findingsFile))); err != nil {
		t.Errorf("the sample is no finding: %v", err)
	}
}

// The flat table has the columns of the other, in the same order, and the
// quotes beside them, which the other has in its indicators.
func TestTablesHaveTheSameColumns(t *testing.T) {
	names := slices.DeleteFunc(columnNames(flatRow{}), func(name string) bool { return name == "evidence" })
	if diff := cmp.Diff(names, columnNames(columnRow{})); diff != "" {
		t.Errorf("columns (-csv +parquet):\n%s", diff)
	}
	for _, name := range tagsOf(reflect.TypeFor[Row]()) {
		if !slices.Contains([]string{"elements", "history", "review"}, name) && !slices.Contains(names, name) {
			t.Errorf("findings.csv lacks %s", name)
		}
	}
	v := reflect.ValueOf(flat(fullRow()))
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s of a full row is empty in findings.csv", columnName(v.Type().Field(i).Tag))
		}
	}
}

// empty names a field that holds nothing.
func empty(v reflect.Value, at string) string {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return empty(v.Elem(), at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if bad := empty(v.Field(i), at+"."+v.Type().Field(i).Name); bad != "" {
				return bad
			}
		}
		return ""
	case reflect.Slice:
		for i := range v.Len() {
			if v.Index(i).Kind() == reflect.Struct {
				if bad := empty(v.Index(i), at); bad != "" {
					return bad
				}
			}
		}
		if v.Len() > 0 {
			return ""
		}
	}
	if v.IsZero() || v.Kind() == reflect.Slice {
		return at
	}
	return ""
}

// whole puts a finding together again from its columns.
func whole(c *columnRow) *Row {
	r := &Row{
		RecordID: c.RecordID, CaseID: c.CaseID, SourceFile: c.SourceFile, SourceSheet: c.SourceSheet, SourceRow: int(c.SourceRow),
		DocumentType: source.DocumentType(c.DocumentType), ReportDate: c.ReportDate, Year: int(c.Year), Unit: c.Unit, Language: c.Language,
		FrameworkProfile: c.FrameworkProfile, RecordedLabelRaw: c.RecordedLabelRaw, RecordedLabel: screen.Label(c.RecordedLabel),
		AssessedClass: screen.Class(c.AssessedClass), TraffickingUndetermined: c.TraffickingUndetermined, Finding: screen.Kind(c.Finding),
		ReviewPriority: int(c.ReviewPriority), OpenQuestions: c.OpenQuestions, Conflicts: c.Conflicts, Decision: c.Decision,
		Fingerprint: c.Fingerprint, EvidenceHash: c.EvidenceHash, RecordHash: c.RecordHash, Harm: int(c.Harm), WouldChange: c.WouldChange, SourceProblems: c.SourceProblems,
	}
	for _, w := range c.Weights {
		r.Weights = append(r.Weights, screen.Weight(w))
	}
	for _, f := range c.Flags {
		r.Flags = append(r.Flags, screen.Flag(f))
	}
	states := []string{
		c.TIPAct, c.TIPMeans, c.TIPPurpose, c.VictimChild, c.SOMProcurement, c.SOMIllegalEntry, c.SOMCrossBorder,
		c.SOMNonNational, c.SOMBenefit, c.Aggravating, c.ExploitationExcluded,
	}
	for id, e := range r.Elements.all() {
		e.State, states = screen.State(states[0]), states[1:]
		e.Inferred = slices.Contains(c.Inferred, string(id))
		e.From = &Inference{}
		for i := range c.Indicators {
			if slices.Contains(c.Indicators[i].Elements, string(id)) {
				e.Evidence = append(e.Evidence, i)
			}
			if slices.Contains(c.Indicators[i].Infers, string(id)) {
				e.From.Evidence = append(e.From.Evidence, i)
			}
		}
		for _, x := range c.InferredFrom {
			for _, from := range x.Elements {
				if x.Element == string(id) {
					e.From.Elements = append(e.From.Elements, screen.ElementID(from))
				}
			}
		}
	}
	for _, i := range c.Indicators {
		r.Indicators = append(r.Indicators, Indicator{
			ID: i.ID, Facet: i.Facet, Counts: i.Counts, Polarity: extract.Polarity(i.Polarity), Certainty: extract.Certainty(i.Certainty),
			Time: extract.Time(i.Time), Subject: extract.Subject(i.Subject), Voice: extract.Voice(i.Voice), Strength: extract.Strength(i.Strength),
			Field: i.Field, Start: int(i.Start), End: int(i.End), Quote: i.Quote, Rule: i.Rule, Cues: i.Cues, Before: i.Before, After: i.After,
		})
	}
	for _, e := range c.Events {
		event := Event{Crime: screen.Class(e.Crime), Order: screen.Order(e.Order), Time: e.Time}
		for _, at := range e.Evidence {
			event.Evidence = append(event.Evidence, int(at))
		}
		r.Events = append(r.Events, event)
	}
	for _, e := range c.OtherFrameworks {
		r.OtherFrameworks = append(r.OtherFrameworks, Elsewhere{
			e.FrameworkProfile, screen.Class(e.AssessedClass), e.TraffickingUndetermined, screen.Kind(e.Finding), e.Decision, e.Row, e.Why,
		})
	}
	r.History = &History{State: history.State(c.State), Causes: c.Causes, Was: screen.Kind(c.Was), Since: c.SinceRun}
	r.Review = &Review{
		Verdict: history.Verdict(c.Review), Force: history.Force(c.ReviewForce), Reason: c.ReviewReason, Author: c.Reviewer,
		Date: c.ReviewDate, Expires: c.ReviewExpires,
	}
	for _, o := range c.OtherReviews {
		r.Review.Others = append(r.Review.Others, Opinion{history.Verdict(o.Verdict), o.Reason, o.Author, o.Date, o.Expires})
	}
	return r
}
