package extract_test

import (
	"testing"

	"palermo/extract"
	"palermo/extract/packs"
)

func load(t testing.TB) *extract.Reader {
	t.Helper()
	r, err := extract.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEveryExampleReadsAsItsRuleSays(t *testing.T) {
	for _, trial := range load(t).Try() {
		for _, f := range trial.Failures {
			t.Error(f)
		}
	}
}

// unreached is how many patterns of each language no hit reaches: the most that
// there may be. Whoever writes hits for some lowers it; a language that is not
// here has none. "palermo packs test --unreached" lists them.
func unreached() map[string]int {
	return map[string]int{"es": 23, "fr": 20}
}

func TestPatternsThatNoHitReachesBecomeFewer(t *testing.T) {
	for _, trial := range load(t).Try() {
		got, most := len(trial.Unreached), unreached()[trial.Language]
		switch {
		case got > most:
			t.Errorf("%s: no hit reaches %d patterns, and it may be %d; write hits for the new ones, or run palermo packs test --unreached",
				trial.Language, got, most)
		case got < most:
			t.Logf("%s: %d patterns are left that no hit reaches; the ceiling may come down from %d", trial.Language, got, most)
		}
	}
}

// Every indicator says where it comes from, in names that are introduced.
func TestSourcesAreIntroduced(t *testing.T) {
	r := load(t)
	for _, i := range r.Indicators() {
		if len(i.Sources) == 0 {
			t.Errorf("%s has no source", i.ID)
		}
		for _, source := range i.Sources {
			if short, _ := r.Source(source); short == "" {
				t.Errorf("%s: nothing says what %q is", i.ID, source)
			}
		}
	}
}
