package pattern

import (
	"slices"

	"palermo/extract/text"
)

// phrase is a member of a class that takes several words.
type phrase struct {
	words []atom
	class atom
	told  int // which of its words is the first of the pair that it is told by
}

// pair is the symbols of two words that follow one another.
type pair [2]symbol

// phraseAt is a phrase of a class that stands in the sentence.
type phraseAt struct {
	first, end int
	class      atom
}

// rarestPair returns which word of a phrase begins the pair that is met least often.
func rarestPair(words []atom, weight []float64) (first int) {
	for i := range len(words) - 1 {
		if weight[words[i]]*weight[words[i+1]] < weight[words[first]]*weight[words[first+1]] {
			first = i
		}
	}
	return first
}

// settlePhrases files every phrase under all pairs of symbols that its rarest pair
// of words can be.
func (l *lexicon) settlePhrases(phrases []phrase, symbols [][]symbol, weight []float64) {
	l.phrases = map[pair][]phrase{}
	l.opens, l.follows = make([]bool, len(l.frequent)), make([]bool, len(l.frequent))
	for _, p := range phrases {
		p.told = rarestPair(p.words, weight)
		for _, first := range symbols[p.words[p.told]] {
			for _, second := range symbols[p.words[p.told+1]] {
				l.opens[first], l.follows[second] = true, true
				l.phrases[pair{first, second}] = append(l.phrases[pair{first, second}], p)
			}
		}
	}
}

// findPhrases finds the phrases of all classes in a sentence. Of those that begin
// at one word the longest comes first.
func (s *Set) findPhrases(sc *Scratch, sentence text.Range) {
	sc.found, sc.phrased = sc.found[:0], 0
	for i := sentence.First; i < sentence.End-1; i++ {
		if !sc.tokens[i].opens || !sc.tokens[i+1].follows {
			continue
		}
		phrases := s.lexicon.phrases[pair{sc.tokens[i].sym, sc.tokens[i+1].sym}]
		for k := range phrases {
			if p := &phrases[k]; s.phraseStands(sc, p, i-p.told, sentence) {
				sc.addPhrase(phraseAt{i - p.told, i - p.told + len(p.words), p.class})
			}
		}
	}
}

// phraseStands reports whether a phrase stands at a token, where the pair that it is
// told by does.
func (s *Set) phraseStands(sc *Scratch, p *phrase, first int, sentence text.Range) bool {
	if first < sentence.First || first+len(p.words) > sentence.End {
		return false
	}
	for k, w := range p.words {
		if k != p.told && k != p.told+1 && !s.lexicon.has(&sc.tokens[first+k], w) {
			return false
		}
	}
	return true
}

func (sc *Scratch) addPhrase(p phraseAt) {
	i := len(sc.found)
	for i > 0 && (sc.found[i-1].first > p.first || sc.found[i-1].first == p.first && sc.found[i-1].end < p.end) {
		i--
	}
	sc.found = slices.Insert(sc.found, i, p)
	sc.phrased |= 1 << (p.class & 63)
}
