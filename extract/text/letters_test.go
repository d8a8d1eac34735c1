package text

import "testing"

// TestLettersAreCountedAsOneByOne puts every byte at every place among letters.
func TestLettersAreCountedAsOneByOne(t *testing.T) {
	for at := range 8 {
		for c := range 256 {
			word := []byte("azAZmMqQ")
			word[at] = byte(c)
			want := 8
			if c >= 0x80 || asciiKinds[c] != letter {
				want = at
			}
			if got := letters(eight(string(word))); got != want {
				t.Errorf("%q begins with %d letters, want %d", word, got, want)
			}
		}
	}
}
