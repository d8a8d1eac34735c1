package reports

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/screen"
)

func TestTotals(t *testing.T) {
	var all Totals
	for _, f := range mixed() {
		all.Add(f)
	}
	for _, c := range []struct {
		what      string
		got, want int64
	}{
		{"records", all.Records, 8},
		{"smuggling read as trafficking", all.Cells[Cell{screen.LabelSmuggling, screen.Trafficking}], 1},
		{"not screened", all.Cells[Cell{screen.LabelSmuggling, notScreened}], 1},
		{"what was not screened has no class", all.Cells[Cell{screen.LabelTrafficking, screen.InsufficientInformation}], 1},
		{"labelled trafficking", all.Row(screen.LabelTrafficking), 3},
		{"conflated", all.Flagged(screen.ConflatedTerms), 8},
		{"of 2018", all.By[ByYear]["2018"].Records, 3},
		{"of the north", all.By[ByUnit]["North"].Kinds[screen.Consistent], 1},
		{"English", all.By[ByLanguage]["en"].Records, 8},
		{"rows", all.By[ByDocument]["case_log_row"].Records, 8},
		{"priority 4", all.Priorities[4], 4},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

// A text that is told again under another case id stands in no count but one.
func TestRepeatedTextsAreCountedOnce(t *testing.T) {
	var once, twice Totals
	for _, f := range mixed() {
		once.Add(f)
		twice.Add(f)
		again := *f
		again.Flags = append([]screen.Flag{screen.PossibleDuplicate}, f.Flags...)
		twice.Add(&again)
	}
	once.Repeated = int64(len(mixed()))
	if diff := cmp.Diff(once, twice); diff != "" {
		t.Error(diff)
	}
}

func TestMergeOfPartsIsTheWhole(t *testing.T) {
	var whole, first, second Totals
	for i, f := range mixed() {
		whole.Add(f)
		part := &first
		if i%2 == 1 {
			part = &second
		}
		part.Add(f)
	}
	first.Merge(&second)
	if diff := cmp.Diff(whole, first); diff != "" {
		t.Errorf("parts differ from the whole (-whole +parts):\n%s", diff)
	}
}

func TestGroupsAreBounded(t *testing.T) {
	var all Totals
	for i := range maxGroups + 50 {
		f := missed(1)
		f.Reading.Record.Unit = fmt.Sprint("unit ", i)
		f.Reading.Record.Year = 0
		all.Add(f)
	}
	if n := len(all.By[ByUnit]); n != maxGroups+1 {
		t.Errorf("%d groups, want %d and one for the rest", n, maxGroups)
	}
	if n := all.By[ByUnit][furtherGroups].Records; n != 50 {
		t.Errorf("%d records in the rest, want 50", n)
	}
	if n := all.By[ByYear][""].Records; n != maxGroups+50 {
		t.Errorf("%d records without a year, want all", n)
	}
}

func TestCaseTotals(t *testing.T) {
	var whole, part CaseTotals
	whole.Add(&screen.Case{Rows: 1, Reports: 2, State: screen.CaseAgrees, Class: screen.Smuggling, Kind: screen.Consistent})
	part.Add(&screen.Case{Rows: 1, State: screen.CaseRowOnly, Class: screen.Smuggling, Kind: screen.Unlabelled})
	whole.Merge(&part)
	want := CaseTotals{
		Cases: 2, Documents: 4,
		States:  map[screen.CaseState]int64{screen.CaseAgrees: 1, screen.CaseRowOnly: 1},
		Classes: map[screen.Class]int64{screen.Smuggling: 2},
		Kinds:   map[screen.Kind]int64{screen.Consistent: 1, screen.Unlabelled: 1},
	}
	if diff := cmp.Diff(want, whole); diff != "" {
		t.Error(diff)
	}
}
