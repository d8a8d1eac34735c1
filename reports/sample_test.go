package reports

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
)

// sample is one invented finding: a row labelled smuggling that tells of
// passports taken away and of work under threat.
func sample(n int, label screen.Label, class screen.Class, kind screen.Kind, priority int) *screen.Finding {
	text := "They took her passport. She was made to work in the kitchen. She was not locked in."
	rec := &source.Record{
		Location: source.Location{File: "cases.csv", Row: n + 1},
		Document: source.CaseLogRow,
		Fields:   []source.Field{{Name: "narrative", Value: text, Role: source.RoleNarrative}},
		CaseID:   fmt.Sprintf("C-%03d", n), Label: "Human Smuggling", Date: "2019-03-04", Year: 2017 + n%3, Unit: "North",
	}
	return &screen.Finding{
		RecordID: rec.CaseID, Label: label, Kind: kind, Priority: priority,
		Flags: []screen.Flag{screen.ConflatedTerms},
		Reading: extract.Reading{
			Record: rec, Language: "en", Coverage: extract.Coverage{Screened: true},
			Evidence: told(text),
		},
		Assessment: screen.Assessment{
			Framework: "un", Class: class, Decision: "means_and_purpose",
			Elements: []screen.Element{
				{ID: screen.TIPMeans, State: screen.Present, Evidence: []int{0}},
				{ID: screen.TIPPurpose, State: screen.Present, Evidence: []int{1}},
				{ID: screen.SOMIllegalEntry, State: screen.Present, Inferred: true, Basis: []int{0}, From: []screen.ElementID{screen.SOMProcurement}},
				{ID: screen.VictimChild, State: screen.Absent, Evidence: []int{2}},
			},
			OpenQuestions: []string{"How was the border crossed?"},
		},
		Fingerprint: "f00d", EvidenceHash: "beef", RecordHash: "cafe",
	}
}

// told is what is found in the text of a sample: two facts, and one denied.
func told(text string) []extract.Evidence {
	said := extract.Assertion{
		Polarity: extract.Affirmed, Certainty: extract.Alleged, Time: extract.Past,
		Subject: extract.Victim, Voice: extract.Officer,
	}
	denied := said
	denied.Polarity = extract.Negated
	return []extract.Evidence{
		{
			Indicator: "document_confiscation", Span: extract.Span{Start: 5, End: 22}, Quote: text[5:22],
			Assertion: said, Counts: true, Strength: extract.Strong, Rule: "en/means.yaml:12",
			Cues: []extract.Cue{{Layer: "allegation", Quote: "They"}},
		},
		{
			Indicator: "forced_labour", Facet: "compelled", Span: extract.Span{Start: 28, End: 60}, Quote: text[28:60],
			Assertion: said, Counts: true, Strength: extract.Medium, Rule: "en/purpose.yaml:3",
		},
		{
			Indicator: "confinement", Span: extract.Span{Start: 69, End: 82}, Quote: text[69:82],
			Assertion: denied, Strength: extract.Strong, Rule: "en/means.yaml:40",
		},
	}
}

// missed is a sample at the top of the queue.
func missed(n int) *screen.Finding {
	return sample(n, screen.LabelSmuggling, screen.Trafficking, screen.MislabelledAsSmuggling, 2)
}

// mixed is a small run with something of everything.
func mixed() []*screen.Finding {
	weighing := missed(1)
	weighing.Harm, weighing.Weights = 6, []screen.Weight{screen.ExploitationTold, screen.TraffickingPending}
	return []*screen.Finding{
		weighing,
		sample(2, screen.LabelTrafficking, screen.Smuggling, screen.MislabelledAsTrafficking, 3),
		sample(3, screen.LabelTrafficking, screen.Trafficking, screen.Consistent, 5),
		sample(4, screen.LabelTrafficking, screen.InsufficientInformation, screen.CannotDetermine, 4),
		sample(5, screen.LabelBoth, screen.NotACase, screen.NotACaseRecord, 4),
		sample(6, screen.LabelSmuggling, screen.InsufficientInformation, screen.NotScreened, 4),
		sample(7, screen.LabelNone, screen.Smuggling, screen.Unlabelled, 4),
		sample(8, screen.LabelSmuggling, screen.SmugglingAndTrafficking, screen.IncompleteLabelMissingTrafficking, 1),
	}
}

func reject() source.Reject {
	return source.Reject{
		Location: source.Location{File: "cases.csv", Row: 9}, Outcome: source.Quarantined, Rows: 1,
		Reason: "bare quote in column narrative", Hint: "double the quote",
	}
}

// runOf is the run of some findings, with its totals.
func runOf(findings []*screen.Finding) *Run {
	run := &Run{
		Program: "palermo 0.1.0", Framework: "un", Versions: map[string]string{"taxonomy": "1", "pack/en": "3"},
		Packs:  []extract.OwnPacks{{Folder: "ours", SHA256: "5eed", Versions: map[string]string{"pack/en": "4"}}},
		Inputs: []source.Input{{File: "cases.csv", SHA256: "abc", Bytes: 12, Format: "csv"}},
		Ledger: Ledger{
			Lines: []LedgerLine{{File: "cases.csv", In: 9, Out: 8, Quarantined: 1}},
			Total: LedgerLine{In: 9, Out: 8, Quarantined: 1},
		},
		Mappings: []source.Mapping{{File: "cases.csv", HeaderRow: 1, Columns: []source.MappedColumn{
			{Name: "narrative", Role: source.RoleNarrative, Why: "long text"},
		}}},
		UnmappedLabels: []LabelCount{{Value: "=HYPERLINK(1)", Count: 2}},
	}
	for _, f := range findings {
		run.Totals.Add(f)
	}
	if len(findings) > 1 {
		run.Trends = trends()
	}
	return run
}

// trends is a series of three runs, the second with other rules.
func trends() []Trend {
	list := []Trend{
		{Run: 1, Day: "2026-03-01", Rules: []string{}}, {Run: 4, Day: "2026-03-04", Rules: []string{"pack/en", "plan"}}, {Run: 5, Rules: []string{}},
	}
	for i := range list {
		for k, r := range new(Counts).Rates() {
			list[i].Rates = append(list[i].Rates, TrendRate{Name: r.Name, Numerator: int64(min(1, k+i)), Denominator: int64(10 * (k + i))})
		}
	}
	return list
}

// asRows is findings as writers get them.
func asRows(findings []*screen.Finding) []*Row {
	var list []*Row
	for _, f := range findings {
		r := new(Row)
		r.fill(f)
		list = append(list, r)
	}
	return list
}

// closing is a run as writers get it.
func closing(run *Run) *Run {
	published, _ := restricted{}.close(run, nil)
	return published
}

// worded is options as writers get them.
func worded(t testing.TB) Options {
	o := options()
	o.words, o.english = english(t), english(t)
	o.scratch = t.TempDir()
	return o
}

func options() Options {
	return Options{
		Codebook:  []extract.Indicator{{ID: "confinement", Title: "Confinement", Element: "means", Crime: "trafficking", Strength: extract.Strong, Sources: []string{"ILO 2012"}, Why: "Liberty is taken away."}},
		Decisions: []screen.Decision{{ID: "means_and_purpose", Citation: "TIP Protocol art. 3"}},
	}
}

// publish writes all reports of some findings and returns their folder.
func publish(t testing.TB, findings []*screen.Finding, rejects ...source.Reject) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	s, err := Open(t.Context(), dir, Formats(), options())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if err := s.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range rejects {
		if err := s.Reject(r); err != nil {
			t.Fatal(err)
		}
	}
	run := runOf(findings)
	if len(findings) > 1 {
		c := &screen.Case{
			ID: "C-001", Rows: 1, Reports: 1, Documents: findings[:2], Class: screen.Trafficking,
			Labels: []screen.Label{screen.LabelTrafficking, screen.LabelSmuggling},
			State:  screen.CaseLabelsDisagree, Kind: screen.MislabelledAsSmuggling, Deciding: []int{1},
		}
		run.Cases.Add(c)
		if err := s.Case(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(run); err != nil {
		t.Fatal(err)
	}
	return dir
}

func read(t testing.TB, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
