package text

import (
	"slices"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
)

// FuzzSegments holds the cutting of Latin text to what the library does.
func FuzzSegments(f *testing.F) {
	for _, s := range []string{
		"She didn't pay 3,000.50 (US$), e.g. at 10:30 p.m.; j'ai l’argent_2 été.",
		"a\u0301bc 1\u0301 .\u0301 ’\u200dx ‘’ a’’b 1.a a.1 1,a a:b 1:2 a_:b _._ x\u00adz",
		"日本 ひらがな カタカナ_x \u05d0'\u05d0\"\u05d0 🇫🇷🇫🇷 👩‍👩‍👧 \r\n\xff\xc3 é\xe2\x80",
		"–a—b…c•d “e” ·f x·y l·l ÀÉ×÷ß ǆ Ωmega Ж $\u0301 18\u00a0000 Q80,000 0\u202f",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want, got []string
		for it := words.FromString(s); it.Next(); {
			if wordlike(it.Value()) {
				want = append(want, it.Value())
			}
		}
		for i := 0; i < len(s); {
			end := segmentEnd(s, i)
			if plain, ok := plainWord(s, i); ok && plain != end {
				t.Fatalf("%q: a plain word ends at %d, want %d", s, plain, end)
			}
			if c := s[i]; c < 0x80 && asciiKinds[c] > joiner && c != '$' && c != '%' {
				end = i + 1 // as Tokenize does
			}
			if wordlike(s[i:end]) {
				got = append(got, s[i:end])
			}
			i = end
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q: got %q, want %q", s, got, want)
		}
	})
}
