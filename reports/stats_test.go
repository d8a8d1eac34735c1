package reports

import (
	"math"
	"testing"

	"palermo/screen"
)

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		x, n         int64
		lower, upper float64
	}{
		{0, 20, 0, 0.161125},
		{20, 20, 0.838875, 1},
		{1, 1, 0.206549, 1},
		{7, 50, 0.069508, 0.261862},
		{12, 400, 0.017243, 0.051699},
		{25, 60, 0.300643, 0.542719},
		{74, 134, 0.467757, 0.633809},
		{106, 154, 0.611325, 0.756133},
	} {
		got, ok := Wilson(c.x, c.n)
		if !ok || !near(got.Lower, c.lower) || !near(got.Upper, c.upper) {
			t.Errorf("Wilson(%d, %d) = %v, %v, want %v to %v", c.x, c.n, got, ok, c.lower, c.upper)
		}
	}
}

func TestNothingIsNotZero(t *testing.T) {
	if _, ok := Wilson(0, 0); ok {
		t.Error("an interval without a denominator")
	}
	for _, r := range new(Counts).Rates() {
		if got := percent(r.Value()) + percents(r.Interval()) + percents(r.Bounds()) + percent(r.UndeterminedShare()); got != "n/an/an/an/a" {
			t.Errorf("%s of nothing prints %s", r.Name, got)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 5e-7 }

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
		if got := [3]int64{r.Numerator, r.Denominator, r.Undetermined}; got != want[r.Name] {
			t.Errorf("%s is %v, want %v", r.Name, got, want[r.Name])
		}
	}
	bounds, _ := rates[0].Bounds()
	if share, _ := rates[0].UndeterminedShare(); bounds != (Interval{0.25, 0.45}) || share != 0.2 {
		t.Errorf("bounds of over-labelling are %v with %v undetermined, want 25/100 and 45/100 with 0.2", bounds, share)
	}
}

func TestFigures(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := grouped(n); got != want {
			t.Errorf("grouped(%d) = %s, want %s", n, got, want)
		}
	}
	c := &Counts{Records: 1, Cells: map[Cell]int64{{screen.LabelTrafficking, screen.Smuggling}: 1}}
	want := "Of 1 records labelled trafficking that can be determined, 1 (100.0%; 95% interval 20.7% to 100.0%) read as smuggling."
	if got := headlines(c)[0]; got != want {
		t.Errorf("headline %q, want %q", got, want)
	}
	if got := headlines(c)[1]; got != "No record labelled smuggling could be determined." {
		t.Errorf("headline without a denominator: %q", got)
	}
}
