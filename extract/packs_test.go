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
	for _, f := range load(t).CheckExamples() {
		t.Error(f)
	}
}
