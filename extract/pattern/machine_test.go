package pattern

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"palermo/extract/text"
)

// backtracker is the plain definition of a match: it tries every way through a
// program in the order that an author expects, one word at a time.
type backtracker struct {
	set      *Set
	scratch  *Scratch
	sentence text.Range
	code     []inst
}

// matches returns all matches of a program in the sentence.
func (b *backtracker) matches(p *program) (out []Match) {
	b.code = b.set.code[p.from:][:p.size]
	for first := b.sentence.First; first < b.sentence.End; first++ {
		if end, words := b.match(0, first, nil); end >= 0 {
			m := Match{Tag: int(p.tag), First: first, End: end}
			for _, w := range words {
				m.Words |= 1 << (w - first)
			}
			out = append(out, m)
			first = end - 1
		}
	}
	return out
}

// match returns the end of the first way on from an instruction at a token, or -1, and
// the tokens that are named on it.
func (b *backtracker) match(pc, i int, named []int) (int, []int) {
	in := b.code[pc]
	switch in.op {
	case opMatch:
		return i, named
	case opJump:
		return b.match(int(in.x), i, named)
	case opSplit:
		if end, words := b.match(pc+1, i, named); end >= 0 {
			return end, words
		}
		return b.match(int(in.x), i, named)
	case opGap:
		lo, hi := in.width()
		for n := lo; n <= hi && i+n <= b.sentence.End; n++ {
			if end, words := b.match(pc+1, i+n, named); end >= 0 {
				return end, words
			}
		}
		return -1, nil
	}
	for _, next := range b.element(in, i) {
		words := slices.Clone(named)
		for k := i; k < next; k++ {
			words = append(words, k)
		}
		if end, words := b.match(pc+1, next, words); end >= 0 {
			return end, words
		}
	}
	return -1, nil
}

// element returns where an element may end that begins at a token.
func (b *backtracker) element(in inst, i int) (ends []int) {
	switch in.op {
	case opStart:
		if i == b.sentence.First {
			return []int{i}
		}
		return nil
	case opNot:
		if len(b.phrases(in.atom(), i)) == 0 && !b.is(i, in.atom()) {
			return []int{i}
		}
		return nil
	case opNumber:
		r := b.set.ranges[in.x]
		if i < b.sentence.End && b.scratch.tokens[i].value >= r.lo && b.scratch.tokens[i].value <= r.hi {
			return []int{i + 1}
		}
		return nil
	}
	if in.op == opClass {
		ends = b.phrases(in.atom(), i)
	}
	if b.is(i, in.atom()) {
		ends = append(ends, i+1)
	}
	return ends
}

func (b *backtracker) phrases(a atom, i int) (ends []int) {
	for _, p := range b.scratch.found {
		if b.set.lexicon.has(p.is, a) && p.first == i {
			ends = append(ends, p.end)
		}
	}
	return ends
}

func (b *backtracker) is(i int, a atom) bool {
	return i < b.sentence.End && b.set.lexicon.has(&b.scratch.tokens[i], a)
}

// randomElement returns an element of a pattern over the words a to h.
func randomElement(r *rand.Rand, deep int) string {
	word := string(rune('a' + r.IntN(8)))
	switch r.IntN(12) {
	case 0:
		return word + "?"
	case 1:
		return fmt.Sprintf("%s {%d,%d} %s", word, r.IntN(2), 2+r.IntN(8), string(rune('a'+r.IntN(8))))
	case 2:
		return "<few>"
	case 3:
		return "<many>"
	case 4:
		return fmt.Sprintf("..%d", r.IntN(20))
	case 5:
		return "!" + word
	case 6:
		return "!<few>"
	case 7, 8:
		if deep > 0 {
			return "(" + randomRow(r, deep-1) + "|" + randomRow(r, deep-1) + ")"
		}
	case 9:
		if deep > 0 {
			return "(" + randomRow(r, deep-1) + ")?"
		}
	}
	return word
}

func randomRow(r *rand.Rand, deep int) string {
	row := make([]string, 1+r.IntN(3))
	for i := range row {
		row[i] = randomElement(r, deep)
	}
	return strings.Join(row, " ")
}

// randomSentence returns up to a number of the words a to h and figures.
func randomSentence(r *rand.Rand, most int) string {
	words := make([]string, 1+r.IntN(most))
	for i := range words {
		words[i] = string(rune('a' + r.IntN(8)))
		if r.IntN(8) == 0 {
			words[i] = fmt.Sprint(r.IntN(30))
		}
	}
	return strings.Join(words, " ")
}

// randomSet compiles random patterns, and returns the rank of each program.
func randomSet(t *testing.T, r *rand.Rand) (*Set, []Rank, []string) {
	t.Helper()
	b := NewBuilder(Measure([]string{randomSentence(r, 100)}), map[string]int{"h": 7})
	for name, members := range map[string][]string{"few": {"a b", "a b c", "d"}, "many": {"e", "f g", "f", "e f g h"}} {
		if err := b.Class(name, members); err != nil {
			t.Fatal(err)
		}
	}
	var patterns []string
	for len(patterns) < 30 {
		p := randomRow(r, 2)
		if r.IntN(8) == 0 {
			p = "^ " + p
		}
		rank := Rank(r.IntN(2))
		if b.Add(p, len(patterns), rank, len(patterns)/4) == nil {
			patterns = append(patterns, p)
		}
	}
	s := b.Build()
	var ranks []Rank
	for _, d := range b.drafts { // which are laid out by now
		ranks = append(ranks, d.rank)
	}
	return s, ranks, patterns
}

// wanted returns the matches of all programs by the plain definition.
func wanted(s *Set, ranks []Rank, sc *Scratch, sentence text.Range) (out []Match) {
	b := backtracker{set: s, scratch: sc, sentence: sentence}
	met := map[uint16]bool{}
	for _, rank := range []Rank{Primary, Secondary} {
		for i := range s.programs {
			p := &s.programs[i]
			if ranks[i] == rank && (rank == Primary || met[p.group]) {
				found := b.matches(p)
				met[p.group] = met[p.group] || len(found) > 0 && rank == Primary
				out = append(out, found...)
			}
		}
	}
	return out
}

// TestMatchesAreThoseOfThePlainDefinition compares scans of random sentences, long ones
// among them, with trying every way through every program.
func TestMatchesAreThoseOfThePlainDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	inOrder := func(a, b Match) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) }
	for range 60 {
		s, ranks, patterns := randomSet(t, r)
		sc, vocabulary := new(Scratch), text.NewVocabulary()
		for _, most := range []int{4, 12, 12, 60, 64, 200} {
			src := randomSentence(r, most)
			tokens := text.Tokenize(nil, src, vocabulary, nil)
			s.Load(sc, src, tokens)
			sentence := text.Range{First: 0, End: len(tokens)}
			got, want := slices.Clone(s.Scan(sc, sentence)), wanted(s, ranks, sc, sentence)
			slices.SortFunc(got, inOrder)
			slices.SortFunc(want, inOrder)
			if !slices.Equal(got, want) {
				t.Fatalf("in %q\nfound %v\nwant  %v\npatterns %q", src, got, want, patterns)
			}
		}
	}
}
