package reports

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func summaryOf(t *testing.T, dir string) summaryObject {
	t.Helper()
	var s summaryObject
	if err := json.Unmarshal([]byte(read(t, dir, "summary.json")), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSummary(t *testing.T) {
	s := summaryOf(t, publish(t, mixed(), reject()))
	half, third := 0.5, 0.333333
	one, two := int64(1), int64(2)
	want := rateObject{
		Name: "over_labelling", Of: "records labelled trafficking that can be determined",
		Numerator: &one, Denominator: &two, Rate: &half, Wilson95: &[2]float64{0.094531, 0.905469},
		Undetermined: &one, UndeterminedShare: &third, Bounds: &[2]float64{0.333333, 0.666667},
	}
	if diff := cmp.Diff(want, s.Rates[0]); diff != "" {
		t.Errorf("rate (-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		what      string
		got, want int64
	}{
		{"records", *s.Records, 8},
		{"quarantined", s.Ledger.Quarantined, 1},
		{"labelled trafficking", *s.Matrix[0].Records, 3},
		{"not screened", *s.Matrix[1].Classes["not_screened"], 1},
		{"consistent", *s.Findings["consistent"], 1},
		{"conflated", *s.Flags["conflated_terms"], 8},
		{"priority 1", *s.Priorities["1"], 1},
		{"cases", s.Cases.Cases, 1},
		{"differing cases", s.Cases.States["labels_disagree"], 1},
		{"years", int64(len(s.Breakdowns[0].Groups)), 3},
		{"of the first year", *s.Breakdowns[0].Groups[0].Records, 2},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
	if name := s.Breakdowns[0].Groups[0].Group; name != "2017" {
		t.Errorf("the first year is %q", name)
	}
}

func TestSummaryOfNothing(t *testing.T) {
	s := summaryOf(t, publish(t, nil))
	for _, r := range s.Rates {
		if r.Rate != nil || r.Wilson95 != nil || r.Bounds != nil || r.UndeterminedShare != nil {
			t.Errorf("%s of nothing has a value", r.Name)
		}
	}
	if s.Breakdowns == nil || len(s.Breakdowns) > 0 {
		t.Errorf("breakdowns %v, want an empty list", s.Breakdowns)
	}
}
