package text

import (
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
)

// FuzzSegments holds the cutting of Latin text to what the library does.
func FuzzSegments(f *testing.F) {
	for _, s := range []string{
		"She didn't pay 3,000.50 (US$), e.g. at 10:30 p.m.; j'ai l’argent_2 été.",
		"a\u0301bc 1\u0301 .\u0301 ’\u200dx ‘’ a’’b 1.a a.1 1,a a:b 1:2 a_:b _._ x\u00adz",
		"日本 ひらがな カタカナ_x \u05d0'\u05d0\"\u05d0 🇫🇷🇫🇷 👩‍👩‍👧 \r\n\xff\xc3 é\xe2\x80",
		"–a—b…c•d “e” ·f x·y l·l ÀÉ×÷ß ǆ Ωmega Ж",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want []string
		for it := words.FromString(s); it.Next(); {
			if v := it.Value(); wordlike(v) {
				want = append(want, v)
			}
		}
		for i := 0; i < len(s); {
			end := segmentEnd(s, i)
			if end <= i {
				t.Fatalf("no progress at %d of %q", i, s)
			}
			if seg := s[i:end]; wordlike(seg) {
				if len(want) == 0 || want[0] != seg {
					t.Fatalf("%q: got %q, want %q", s, seg, want)
				}
				want = want[1:]
			}
			i = end
		}
		if len(want) > 0 {
			t.Fatalf("%q: %q not found", s, want)
		}
	})
}
