package extract_test

import (
	"strings"
	"testing"
)

// BenchmarkLongNarrative reads ten thousand facts in one narrative: the time
// must grow with the length, not with its square.
func BenchmarkLongNarrative(b *testing.B) {
	r := load(b)
	rec := record(strings.Repeat("The owner confiscated her passport. ", 10_000))
	b.SetBytes(int64(len(rec.Fields[0].Value)))
	for b.Loop() {
		r.Read(rec)
	}
}

func TestALongNarrativeWithoutPunctuationIsReadToItsEnd(t *testing.T) {
	text := strings.Repeat("and then on the road they waited ", 500) + "the owner confiscated her passport"
	if got := of(load(t).Read(record(text)), "document_confiscation"); len(got) != 1 {
		t.Errorf("found %d pieces of evidence, want 1", len(got))
	}
}
