package stats

import (
	"math"
	"strings"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 5e-7 }

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
		{23, 150, 0.104400, 0.219580},
	} {
		got, ok := Wilson(c.x, c.n)
		if !ok || !near(got.Lower, c.lower) || !near(got.Upper, c.upper) {
			t.Errorf("Wilson(%d, %d) = %v, %v, want %v to %v", c.x, c.n, got, ok, c.lower, c.upper)
		}
	}
}

func TestNewcombe(t *testing.T) {
	d, i, ok := Newcombe(56, 70, 48, 80)
	if !ok || !near(d, 0.2) || !near(i.Lower, 0.052431) || !near(i.Upper, 0.333873) {
		t.Errorf("%v in %v, %v", d, i, ok)
	}
	back, j, _ := Newcombe(48, 80, 56, 70)
	if !near(back, -d) || !near(j.Lower, -i.Upper) || !near(j.Upper, -i.Lower) {
		t.Errorf("the other way round: %v in %v", back, j)
	}
}

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		name  string
		table [][]int64
		want  Agreement
	}{
		{"two classes", [][]int64{{20, 5}, {10, 15}}, Agreement{.70, .50, 0.4, 0.126996, 0.393939, 0.405941, 0.4}},
		{"three classes", [][]int64{{40, 3, 2}, {4, 30, 6}, {1, 4, 10}}, Agreement{.80, .3775, 0.678715, 0.062314, 0.678482, 0.709714, 0.7}},
		{"prevalence paradox", [][]int64{{118, 5}, {2, 0}}, Agreement{.944, .94528, -0.023392, -1, -0.028807, 0.940776, 0.888}},
	} {
		got, ok := Agree(c.table)
		if c.want.SE < 0 {
			got.SE = c.want.SE // no figure is published for it
		}
		for i, pair := range [][2]float64{
			{got.Observed, c.want.Observed}, {got.Expected, c.want.Expected}, {got.Kappa, c.want.Kappa},
			{got.SE, c.want.SE}, {got.Pi, c.want.Pi}, {got.AC1, c.want.AC1}, {got.PABAK, c.want.PABAK},
		} {
			if !ok || !near(pair[0], pair[1]) {
				t.Errorf("%s: figure %d is %v, want %v", c.name, i, pair[0], pair[1])
			}
		}
	}
}

func TestKrippendorff(t *testing.T) {
	for _, c := range []struct {
		name   string
		coders []string
		alpha  float64
		n      int
	}{
		{"two coders", []string{"0100000010", "1110010000"}, 0.095238, 20},
		{"four coders with gaps", []string{"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, 0.743421, 40},
	} {
		got, n, ok := Krippendorff(units(c.coders))
		if !ok || n != c.n || !near(got, c.alpha) {
			t.Errorf("%s: %v of %d values, %v, want %v of %d", c.name, got, n, ok, c.alpha, c.n)
		}
	}
}

// units turns one line for each coder into one list for each unit.
func units(coders []string) [][]string {
	list := make([][]string, len(coders[0]))
	for _, line := range coders {
		for i, value := range strings.Split(line, "") {
			if value != "." {
				list[i] = append(list[i], value)
			}
		}
	}
	return list
}

func TestCorrectedPrevalence(t *testing.T) {
	if got, clipped, ok := RoganGladen(23.0/150, .96, .89); !ok || clipped || !near(got, 0.050980) {
		t.Errorf("Rogan-Gladen %v, %v, %v", got, clipped, ok)
	}
	if got, clipped, ok := RoganGladen(0.01, .9, .9); !ok || !clipped || got != 0 {
		t.Errorf("below zero: %v, %v, %v", got, clipped, ok)
	}
	for _, c := range []struct {
		x, n                int64
		se, sp              Test
		value, lower, upper float64
	}{
		{120, 1000, Test{.90, 100}, Test{.95, 200}, 0.082353, 0.036378, 0.121136},
		{60, 400, Test{.85, 100}, Test{.97, 300}, 0.146341, 0.099202, 0.199190},
	} {
		got, ok := LangReiczigel(c.x, c.n, c.se, c.sp)
		if !ok || !near(got.Value, c.value) || !near(got.Lower, c.lower) || !near(got.Upper, c.upper) {
			t.Errorf("%d/%d: %+v, %v, want %v in %v to %v", c.x, c.n, got, ok, c.value, c.lower, c.upper)
		}
	}
}

func TestTwoPhase(t *testing.T) {
	p, se, i, ok := TwoPhase([]Stratum{{1200, 150, 123}, {8800, 200, 6}})
	if !ok || !near(p, 0.1248) || !near(se, 0.011097) || !near(i.Lower, 0.103050) || !near(i.Upper, 0.146550) {
		t.Errorf("%v ± %v in %v, %v", p, se, i, ok)
	}
}

func TestSampleSize(t *testing.T) {
	for _, c := range []struct {
		p, e      float64
		all, some int64
	}{
		{.5, .05, 385, 357}, {.5, .03, 1068, 880}, {.2, .05, 246, 235}, {.1, .03, 385, 357}, {.05, .02, 457, 419},
	} {
		all, _ := SampleSize(c.p, c.e, 0)
		some, _ := SampleSize(c.p, c.e, 5000)
		if all != c.all || some != c.some {
			t.Errorf("p %v, e %v: %d and %d, want %d and %d", c.p, c.e, all, some, c.all, c.some)
		}
	}
}

// What is not defined is not a number.
func TestNotDefined(t *testing.T) {
	half := Test{.5, 100}
	for name, ok := range map[string]bool{
		"Wilson of nothing":              second(Wilson(0, 0)),
		"Newcombe with an empty group":   third(Newcombe(1, 2, 0, 0)),
		"agreement of nothing":           second(Agree(nil)),
		"agreement on a single class":    second(Agree([][]int64{{5}})),
		"agreement, all in one class":    second(Agree([][]int64{{9, 0}, {0, 0}})),
		"agreement of a ragged table":    second(Agree([][]int64{{9, 0}, {0}})),
		"alpha of one value":             third(Krippendorff([][]string{{"a", "a"}, {"a", "a"}})),
		"alpha without pairs":            third(Krippendorff([][]string{{"a"}, {"b"}})),
		"correction by chance":           second(LangReiczigel(1, 10, half, half)),
		"correction of nothing":          second(LangReiczigel(0, 0, Test{.9, 9}, Test{.9, 9})),
		"correction that was not tested": second(LangReiczigel(1, 10, Test{.9, 0}, Test{.9, 9})),
		"a stratum of one":               fourth(TwoPhase([]Stratum{{10, 1, 1}})),
		"no strata":                      fourth(TwoPhase(nil)),
		"a sample without a margin":      second(SampleSize(.5, 0, 0)),
	} {
		if ok {
			t.Errorf("%s has a figure", name)
		}
	}
}

func second[A any](_ A, ok bool) bool                 { return ok }
func third[A, B any](_ A, _ B, ok bool) bool          { return ok }
func fourth[A, B, C any](_ A, _ B, _ C, ok bool) bool { return ok }
