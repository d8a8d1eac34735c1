package pattern

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"
)

// signatureBits is how many bits the elements that programs need share. Behind them
// stand those of the groups of which a primary pattern fits in the sentence; that
// there are as many as that makes a remainder a mask, and most are never touched.
const (
	signatureBits = 2048
	groupBits     = 1024
	allBits       = 2 * signatureBits
)

// signature is a set of elements that stand at a place or in a stretch. The bit of
// an element that is in the set is set; where it is set the element may be in the
// set.
type signature [signatureBits / 64]uint64

// bit is where an element stands in a signature.
type bit uint16

// groupBit is the bit of a group. Should groups ever share one, then a secondary
// pattern is looked for where it need not be.
func groupBit(group uint16) bit { return signatureBits + bit(group%groupBits) }

// always is a bit that every stretch has, for an element that need not be there.
const always bit = 0

func (s *signature) add(b bit) { s[b>>6%(signatureBits/64)] |= 1 << (b & 63) }

// all yields the bits that are set.
func (s *signature) all() iter.Seq[bit] {
	return func(yield func(bit) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(bit(i<<6 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// sharing shares the bits of signatures out among the atoms that programs need. Two
// atoms that share a bit can't be told apart where only one of them stands, which
// costs the more the more often the other is asked for. So atoms that mostly have
// the same words share a bit, and atoms that are rare, but asked for often, share
// it with none that is frequent.
type sharing struct {
	bits   []bit                  // by atom
	words  []signature            // by symbol
	share  []float64              // by symbol: of all words
	stands [signatureBits]float64 // by bit: how often a word of it stands, as a share of all words
	asked  [signatureBits]float64 // by bit: how often it is asked for
	common [signatureBits]float64 // by bit: the share of the words that it has in common with an atom
}

// rareWord is the share of all words from which on a symbol is looked at.
const rareWord = 1e-4

// give gives an atom of these symbols, that stands and is asked for so often, a bit.
func (s *sharing) give(a atom, symbols []symbol, stands, asked float64) {
	clear(s.common[:])
	for _, sym := range symbols {
		if s.share[sym] >= rareWord {
			for b := range s.words[sym].all() {
				s.common[b] += s.share[sym]
			}
		}
	}
	best, least := always, math.Inf(1)
	for b := always + 1; b < signatureBits; b++ {
		more := max(0, stands-s.common[b])
		if cost := s.asked[b]*more + asked*(s.stands[b]+more); cost < least {
			best, least = b, cost
		}
	}
	s.bits[a] = best
	s.stands[best] += max(0, stands-s.common[best])
	s.asked[best] += asked
	for _, sym := range symbols {
		s.words[sym].add(best)
	}
}

// shareOut gives every atom that a program needs a bit, the frequent ones first. It
// returns the bit of each atom and the signature of each symbol.
func (b *Builder) shareOut(share []float64, symbols [][]symbol) (bits []bit, signatures [][]bit) {
	s := &sharing{bits: make([]bit, len(b.weight)), words: make([]signature, len(share)), share: share}
	asked := make([]float64, len(b.weight))
	var needed []atom
	for _, d := range b.drafts {
		for _, n := range d.needs {
			needed = append(needed, n.atom)
			asked[n.atom] += d.cost
		}
	}
	slices.Sort(needed)
	needed = slices.Compact(needed)
	slices.SortStableFunc(needed, func(x, y atom) int { return cmp.Compare(b.weight[y], b.weight[x]) })
	for _, a := range needed {
		s.give(a, symbols[a], b.weight[a], asked[a])
	}
	for i := range s.words {
		signatures = append(signatures, slices.Collect(s.words[i].all()))
	}
	return s.bits, signatures
}
