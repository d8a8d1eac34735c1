package pattern

import (
	"maps"
	"slices"
	"strings"

	"palermo/extract/text"
)

// Frequencies tells how common words are in the kind of text that patterns are
// for. A search starts from the rarest word of a pattern.
type Frequencies struct {
	words []string // folded, sorted
	upTo  []int    // by word: how often it and all words before it stand
}

// Measure counts the words of sample texts.
func Measure(samples []string) *Frequencies {
	vocabulary := text.NewVocabulary()
	var tokens []text.Token
	var words []string // by number, folded
	var times []int
	for _, s := range samples {
		tokens = text.Tokenize(tokens[:0], s, vocabulary, nil)
		for _, t := range tokens {
			if int(t.Word) == len(words) {
				words, times = append(words, string(text.Fold(nil, t.Of(s)))), append(times, 0)
			}
			times[t.Word]++
		}
	}
	counts := map[string]int{}
	for i, w := range words {
		counts[w] += times[i]
	}
	f := &Frequencies{words: slices.Sorted(maps.Keys(counts))}
	total := 0
	for _, w := range f.words {
		total += counts[w]
		f.upTo = append(f.upTo, total)
	}
	return f
}

// share returns how often a word, or any word with a prefix ending in *, stands
// among all words, from 0 to 1. Words that the samples lack are not quite 0, and
// the longer the rarer.
func (f *Frequencies) share(form string) float64 {
	stem, prefix := strings.CutSuffix(form, "*")
	from, found := slices.BinarySearch(f.words, stem)
	to := from
	switch {
	case prefix:
		to = from + len(f.words[from:]) - len(after(f.words[from:], stem))
	case found:
		to = from + 1
	}
	total, n := f.before(len(f.words)), f.before(to)-f.before(from)
	return (float64(n) + 1/float64(1+len(stem))) / float64(total+1)
}

// before returns how often the words before index i stand together.
func (f *Frequencies) before(i int) int {
	if i == 0 {
		return 0
	}
	return f.upTo[i-1]
}

// after returns the sorted words from the first that lacks the prefix on.
func after(words []string, prefix string) []string {
	i, _ := slices.BinarySearchFunc(words, prefix, func(w, p string) int {
		if strings.HasPrefix(w, p) {
			return -1
		}
		return strings.Compare(w, p)
	})
	return words[i:]
}
