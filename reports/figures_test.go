package reports

import (
	"testing"

	"palermo/reports/stats"
	"palermo/screen"
)

func english(t testing.TB) *Words {
	t.Helper()
	w, err := LoadWords("")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestNothingIsNotZero(t *testing.T) {
	w := english(t)
	for _, r := range new(Counts).Rates() {
		got := w.value(r) + w.interval(r.Interval()) + w.interval(r.Bounds()) + w.percent(r.UndeterminedShare())
		if got != "n/an/an/an/a" {
			t.Errorf("%s of nothing prints %s", r.Name, got)
		}
	}
}

func TestRates(t *testing.T) {
	c := Counts{
		Cells: map[Cell]int64{
			{screen.LabelTrafficking, screen.Trafficking}:             50,
			{screen.LabelTrafficking, screen.Smuggling}:               20,
			{screen.LabelTrafficking, screen.AggravatedSmuggling}:     5,
			{screen.LabelTrafficking, screen.SmugglingAndTrafficking}: 3,
			{screen.LabelTrafficking, screen.NeitherOtherOffence}:     2,
			{screen.LabelTrafficking, screen.InsufficientInformation}: 15,
			{screen.LabelTrafficking, notScreened}:                    5,
			{screen.LabelTrafficking, screen.NotACase}:                7,
			{screen.LabelSmuggling, screen.Smuggling}:                 30,
			{screen.LabelSmuggling, screen.Trafficking}:               6,
			{screen.LabelSmuggling, screen.SmugglingAndTrafficking}:   4,
			{screen.LabelBoth, screen.NeitherOtherOffence}:            1,
			{screen.LabelNone, screen.Smuggling}:                      99,
		},
		Flags: map[FlagCell]int64{
			{screen.LabelTrafficking, screen.ConflatedTerms}: 9,
			{screen.LabelNone, screen.ConflatedTerms}:        4,
			{screen.LabelSmuggling, screen.AmbiguousTerm}:    2,
		},
	}
	want := map[string][3]int64{ // numerator, denominator, undetermined
		"over_labelling":    {25, 80, 20},
		"under_labelling":   {10, 40, 0},
		"unsupported_label": {3, 121, 20},
		"co_use":            {9, 148, 0},
		"ambiguous_term":    {2, 148, 0},
	}
	rates := c.Rates()
	if len(rates) != len(want) {
		t.Fatalf("%d rates, want %d", len(rates), len(want))
	}
	for _, r := range rates {
		if got := [3]int64{r.Numerator.N, r.Denominator.N, r.Undetermined.N}; got != want[r.Name] {
			t.Errorf("%s is %v, want %v", r.Name, got, want[r.Name])
		}
	}
	bounds, _ := rates[0].Bounds()
	if share, _ := rates[0].UndeterminedShare(); bounds != (stats.Interval{Lower: 0.25, Upper: 0.45}) || share != 0.2 {
		t.Errorf("bounds of over-labelling are %v with %v undetermined, want 25/100 and 45/100 with 0.2", bounds, share)
	}
}

func TestNumbersInWords(t *testing.T) {
	w := english(t)
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := w.whole(n); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
	c := Counts{Records: 1, Cells: map[Cell]int64{{screen.LabelTrafficking, screen.Smuggling}: 1}}
	lines := w.headlines(&Run{Figures: figuresOf(&Totals{Counts: c}, 0)})
	want := "Of 1 records labelled trafficking that can be determined, 1 (100.0%; 95% interval 20.7% to 100.0%) read as smuggling."
	if lines[0] != want {
		t.Errorf("headline %q, want %q", lines[0], want)
	}
	if lines[1] != "No record labelled smuggling could be determined." {
		t.Errorf("headline without a denominator: %q", lines[1])
	}
	es, err := LoadWords("es")
	if err != nil {
		t.Fatal(err)
	}
	if got := es.percent(0.123, true) + " " + es.whole(12345); got != "12,3\u00a0% 12\u00a0345" {
		t.Errorf("in Spanish: %s", got)
	}
}
