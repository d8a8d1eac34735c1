package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestVocabularyTellsWordsApart(t *testing.T) {
	v := NewVocabulary()
	var words []string
	for n := range 40 {
		for _, c := range "abé" {
			words = append(words, strings.Repeat(string(c), n+1), strings.Repeat(string(c), n)+"z", "z"+strings.Repeat(string(c), n))
		}
	}
	for n := range 10000 {
		words = append(words, fmt.Sprint(n), fmt.Sprintf("word%d", n), fmt.Sprintf("%d-abcdefghij", n))
	}
	numbers := map[string]int32{}
	for _, around := range [][2]string{{"", ""}, {"(", ""}, {"so ", " it is, and more follows"}, {"", "é"}} {
		for _, w := range words {
			n := v.Number(around[0]+w+around[1], len(around[0]), len(around[0])+len(w))
			if old, ok := numbers[w]; ok && old != n {
				t.Fatalf("%q is %d and %d", w, old, n)
			}
			numbers[w] = n
		}
	}
	seen := map[int32]string{}
	for w, n := range numbers {
		if other, ok := seen[n]; ok {
			t.Fatalf("%q and %q are both %d", w, other, n)
		}
		seen[n] = w
	}
	if v.Len() != len(numbers) {
		t.Errorf("%d words numbered, want %d", v.Len(), len(numbers))
	}
}
