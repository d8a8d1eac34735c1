package pattern

import (
	"cmp"
	"slices"

	"palermo/extract/text"
)

// phrase is a member of classes that takes several words.
type phrase struct {
	words   []atom
	classes []atom
	share   float64 // how often it stands, as a share of all words, about
	told    int     // which of its words is the first of the pair that it is told by
	is      entry   // what the lexicon knows of it, as of a word
}

// telling is a phrase that a pair of words tells of, filed under the second of them.
type telling struct {
	first  symbol // the word before it
	phrase int32
}

// phraseAt is a phrase that stands in the sentence.
type phraseAt struct {
	first, end int
	is         *entry
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
	count := len(l.atomsOf.from) - 1
	l.phrases, l.follows = phrases, make([]uint64, count)
	bySecond := make([][]telling, count)
	for i := range phrases {
		p := &phrases[i]
		l.settleEntry(&p.is)
		p.told = rarestPair(p.words, weight)
		for _, first := range symbols[p.words[p.told]] {
			for _, second := range symbols[p.words[p.told+1]] {
				l.follows[second] |= 1 << (first & 63)
				bySecond[second] = append(bySecond[second], telling{first, int32(i)})
			}
		}
	}
	for _, list := range bySecond {
		slices.SortStableFunc(list, telling.byFirst)
		l.toldBy.add(list)
	}
}

func (t telling) byFirst(o telling) int { return cmp.Compare(t.first, o.first) }

// findPhrases finds the phrases of all classes in a sentence. Of those that begin
// at one word the longest comes first.
func (s *Set) findPhrases(sc *Scratch, sentence text.Range) {
	sc.found, sc.phrased = sc.found[:0], 0
	for i := sentence.First; i < sentence.End-1; i++ {
		if first, second := &sc.tokens[i], &sc.tokens[i+1]; second.follows>>(first.sym&63)&1 != 0 {
			list := s.lexicon.toldBy.of(int(second.sym))
			at, _ := slices.BinarySearchFunc(list, telling{first: first.sym}, telling.byFirst)
			for ; at < len(list) && list[at].first == first.sym; at++ {
				if p := &s.lexicon.phrases[list[at].phrase]; s.phraseStands(sc, p, i-p.told, sentence) {
					sc.addPhrase(phraseAt{i - p.told, i - p.told + len(p.words), &p.is})
				}
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
	if sc.phrased |= p.is.rare; p.is.sym < frequentSymbols {
		sc.phrased = everywhere
	}
}
