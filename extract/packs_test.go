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
