package stats

import (
	"math"
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

// What is not defined is not a number.
func TestNotDefined(t *testing.T) {
	for name, ok := range map[string]bool{
		"Wilson of nothing":            second(Wilson(0, 0)),
		"Newcombe with an empty group": third(Newcombe(1, 2, 0, 0)),
	} {
		if ok {
			t.Errorf("%s has a figure", name)
		}
	}
}

func second[A any](_ A, ok bool) bool        { return ok }
func third[A, B any](_ A, _ B, ok bool) bool { return ok }
