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

func TestPacksHaveNoMistake(t *testing.T) {
	if err := load(t).Check(); err != nil {
		t.Error(err)
	}
}

func TestEveryExampleReadsAsItsRuleSays(t *testing.T) {
	for _, trial := range load(t).Try() {
		for _, f := range trial.Failures {
			t.Error(f)
		}
	}
}

func TestEveryPatternIsReachedByAHit(t *testing.T) {
	for _, trial := range load(t).Try() {
		for _, p := range trial.Unreached {
			t.Errorf("%s: no hit reaches %v (palermo packs test --unreached lists them)", trial.Language, p)
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
