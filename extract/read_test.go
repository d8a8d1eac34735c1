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

func TestASentenceInAnotherLanguageIsReadInIt(t *testing.T) {
	r := load(t)
	got := r.Read(record("The caller gave her name at the door and was shown into the small room. " +
		"Me quitó el pasaporte y no me dejaba salir de la casa. She was tired and asked for water."))
	if got.Language != "en" {
		t.Errorf("read as %s, want en", got.Language)
	}
	for _, id := range []string{"document_confiscation", "restricted_movement"} {
		if len(of(got, id)) == 0 {
			t.Errorf("no %s in the Spanish sentence", id)
		}
	}
}

func TestFreedomWithinWordsThatHoldSomebodyIsNone(t *testing.T) {
	r := load(t)
	for text, held := range map[string]bool{
		"She was not to go out by herself.":             true,
		"She could go out by herself any day.":          false,
		"Nobody stopped her from going out by herself.": false,
		"Había puertas y nadie le impedía salir sola.":  false,
	} {
		got := r.Read(record(text))
		if free := len(of(got, "free_to_leave")) > 0; free == held {
			t.Errorf("%q: free to leave %v", text, free)
		}
	}
}
