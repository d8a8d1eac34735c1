package reports

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/extract"
	"palermo/screen"
)

// carried is a row whose facts stand far apart, each written as its id and its
// strength ("low_pay weak"), with its quote "fact 0", "fact 1" and so on.
func carried(class screen.Class, facts []string, elements map[screen.ElementID]Element) *Row {
	r := &Row{AssessedClass: class, Decision: "open"}
	for i, f := range facts {
		id, strength, _ := strings.Cut(f, " ")
		r.Indicators = append(r.Indicators, Indicator{
			ID: id, Strength: extract.Strength(strength), Field: "text", Start: 1000 * i, End: 1000*i + 6, Quote: fmt.Sprint("fact ", i),
		})
	}
	for id, e := range r.Elements.all() {
		e.State = screen.Unknown
		if known, ok := elements[id]; ok {
			*e = known
		}
	}
	return r
}

func quotesOf(t *testing.T, r *Row) []string {
	t.Helper()
	var list []string
	shown, _ := newQueue(1, options(), english(t)).carrying(r)
	for _, p := range shown {
		list = append(list, p.plain(english(t)))
	}
	return list
}

// A quote is tagged with what its own words prove; one that proves nothing by
// itself with what it points to.
func TestQuotesTellWhatTheyProve(t *testing.T) {
	r := carried(screen.Trafficking, []string{"deception_job strong", "low_pay weak", "not_used weak"}, map[screen.ElementID]Element{
		screen.TIPMeans:   {State: screen.Present, Evidence: []int{0}},
		screen.TIPAct:     {State: screen.Present, Inferred: true, Evidence: []int{}, From: &Inference{Elements: []screen.ElementID{screen.TIPPurpose}}},
		screen.TIPPurpose: {State: screen.Present, Inferred: true, Evidence: []int{}, From: &Inference{Evidence: []int{0, 1}}},
	})
	want := []string{"“fact 0” (means)", "… “fact 1” (points to purpose of exploitation)"}
	if diff := cmp.Diff(want, quotesOf(t, r)); diff != "" {
		t.Error(diff)
	}
	var why []string
	for _, w := range newQueue(1, options(), english(t)).why(r) {
		why = append(why, w.Text)
	}
	want = []string{
		"Decided as: open", "Present: means",
		"Inferred, and stated by no words: act; from purpose of exploitation",
		"Inferred, and stated by no words: purpose of exploitation; from “fact 0”, “fact 1”",
	}
	if diff := cmp.Diff(want, why); diff != "" {
		t.Error(diff)
	}
}

// Where not all can be shown, the strongest quote of each element is, then facts
// that are not told yet before other wordings of one that is.
func TestQuotesThatCarryAreShown(t *testing.T) {
	facts := []string{"border_crossing medium"}
	for range 20 {
		facts = append(facts, "border_crossing medium")
	}
	facts = append(facts, "debt_bondage strong", "wage_withholding medium", "physical_violence strong", "domestic_servitude medium")
	all := make([]int, 21)
	for i := range all {
		all[i] = i
	}
	r := carried(screen.SmugglingAndTrafficking, facts, map[screen.ElementID]Element{
		screen.SOMCrossBorder: {State: screen.Present, Evidence: all},
		screen.TIPMeans:       {State: screen.Present, Evidence: []int{21, 22, 23}},
		screen.TIPPurpose:     {State: screen.Present, Evidence: []int{24}, From: &Inference{Evidence: []int{22}}},
	})
	got := quotesOf(t, r)
	if len(got) != maxQuotes {
		t.Errorf("%d quotes, want %d", len(got), maxQuotes)
	}
	for _, want := range []string{"“fact 21” (means)", "“fact 22” (means)", "“fact 23” (means)", "“fact 24” (purpose of exploitation)"} {
		if !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("%s is not shown among %q", want, got)
		}
	}
}

// What bears on the crime that a record reads as comes before what bears on the other.
func TestQuotesOfTheCrimeComeFirst(t *testing.T) {
	var facts []string
	for i := range 20 {
		facts = append(facts, fmt.Sprintf("fact_%d strong", i))
	}
	facts = append(facts, "threats medium", "debt medium")
	r := carried(screen.Trafficking, facts, map[screen.ElementID]Element{
		screen.SOMBenefit: {State: screen.Present, Evidence: []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}},
		screen.TIPMeans:   {State: screen.Present, Evidence: []int{20, 21}},
	})
	got := strings.Join(quotesOf(t, r), "\n")
	if !strings.Contains(got, "fact 20") || !strings.Contains(got, "fact 21") {
		t.Errorf("the means are not all shown:\n%s", got)
	}
}

// A run of another version, or one that was changed by hand, is shown as far as it goes.
func TestQuotesThatThereAreNot(t *testing.T) {
	r := carried(screen.Trafficking, []string{"threats medium"}, map[screen.ElementID]Element{
		screen.TIPMeans:   {State: screen.Present, Evidence: []int{0, 7, -1}, From: &Inference{Evidence: []int{9}}},
		screen.TIPPurpose: {State: screen.Present, Inferred: true},
	})
	if diff := cmp.Diff([]string{"“fact 0” (means)"}, quotesOf(t, r)); diff != "" {
		t.Error(diff)
	}
}

// Whoever reads a rate reads beside it what its interval and its bounds don't
// cover, in every language and every report that gives one.
func TestRatesWarnOfMisreadings(t *testing.T) {
	from := publish(t, mixed())
	for _, lang := range Languages() {
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), lang)
		render(t, from, dir, lang)
		for _, file := range []string{"report.html", "summary.md"} {
			if n := strings.Count(read(t, dir, file), w.of("text", "reading")); n != 1 {
				t.Errorf("%s in %s warns %d times", file, lang, n)
			}
		}
		find(t, sheets(t, dir)[w.of("sheet", "summary")], w.of("text", "reading"))
	}
}

// Quotes that overlap share a mark, and each is told by its own words.
func TestOverlappingQuotesProveEachTheirOwn(t *testing.T) {
	text := "a woman of 34 from Honduras paid 4,800"
	at := func(id, quote string) Indicator {
		from := strings.Index(text, quote)
		return Indicator{ID: id, Strength: extract.Medium, Field: "text", Start: from, End: from + len(quote), Quote: quote, Before: text[:from], After: text[from+len(quote):]}
	}
	r := &Row{AssessedClass: screen.Smuggling, Indicators: []Indicator{
		at("procurement", "woman of 34 from Honduras paid"), at("age", "34"), at("foreign", "from Honduras"), at("fee", "Honduras paid 4,800"),
	}}
	r.Elements.SOMProcurement = Element{State: screen.Present, Evidence: []int{0}}
	r.Elements.VictimChild = Element{State: screen.Absent, Evidence: []int{1}}
	r.Elements.SOMNonNational = Element{State: screen.Present, Evidence: []int{2}}
	r.Elements.SOMBenefit = Element{State: screen.Present, Evidence: []int{3}}
	want := []string{"a “woman of 34 from Honduras paid 4,800” (“woman of 34 from Honduras paid”: procurement of entry or stay; " +
		"“34”: child: absent; “from Honduras”: non-national; “Honduras paid 4,800”: benefit)"}
	if diff := cmp.Diff(want, quotesOf(t, r)); diff != "" {
		t.Error(diff)
	}
	r.Indicators, r.Elements.SOMBenefit = r.Indicators[:3], Element{}
	want = []string{"a “woman of 34 from Honduras paid” (procurement of entry or stay; “34”: child: absent; “from Honduras”: non-national) 4,800"}
	if diff := cmp.Diff(want, quotesOf(t, r)); diff != "" {
		t.Error(diff)
	}
}

// TestColumnsAreNamed takes a value that tells nothing without its column.
func TestColumnsAreNamed(t *testing.T) {
	list := []Indicator{
		{ID: "victim_minor", Strength: extract.Conclusive, Counts: true, Field: "under_18", Quote: "1", Rule: "column under_18 case log"},
		{ID: "forced_labour", Strength: extract.Strong, Counts: true, Field: "narrative", Quote: "was made to work", Rule: "en/40_purpose.yaml:1"},
	}
	if _, quotes := counted(list); quotes != "under_18: 1 | was made to work" {
		t.Errorf("told as %q", quotes)
	}
	shown := passages(list, func(int) string { return "child" })
	if got := shown[1].Pieces[0].Text; got != "under_18: " {
		t.Errorf("%q stands before the value of a column", got)
	}
}
