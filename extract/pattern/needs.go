package pattern

import (
	"cmp"
	"math"
	"slices"
)

// draft is a program before all programs are laid out.
type draft struct {
	program
	rank    Rank
	code    []inst
	anchors []need   // every match has a word of one of these, from which the search starts
	needs   []needed // what else every match has, the rarest first
	cost    float64  // how often words of the anchors stand, as a share of all words
}

// waitsFor returns the group that must be met before a program is looked for, 0 for
// one that is looked for where its words lead to it.
func (d *draft) waitsFor() uint16 {
	if d.rank == Primary {
		return 0
	}
	return d.group
}

// need is an element that every match has, and where it can stand.
type need struct {
	atom atom
	at   offsets
}

// offsets are how many words behind another word something stands, at least and at
// most; negative where it stands before that word.
type offsets struct{ lo, hi int }

func (o offsets) plus(p offsets) offsets { return offsets{o.lo + p.lo, o.hi + p.hi} }

// less takes away what plus has added.
func (o offsets) less(p offsets) offsets { return offsets{o.lo - p.lo, o.hi - p.hi} }

// from returns the distance that something at o has from something at p.
func (o offsets) from(p offsets) offsets { return offsets{o.lo - p.hi, o.hi - p.lo} }

func (o offsets) and(p offsets) offsets { return offsets{min(o.lo, p.lo), max(o.hi, p.hi)} }

// needed is what a match needs, with the distance from its first word and that from
// the word that leads to the program.
type needed struct {
	need
	near offsets
}

// commonShare is the share of all words from which on it costs more to note where an
// element stands than it saves to look for it.
const commonShare = 0.05

// maxNeeds is how many elements of a program are looked for before it is run.
const maxNeeds = 2

// look says from what the search for a row of elements starts: the element whose
// words are rarest; and what else every match needs. What stands further into the
// match than a stretch looks ahead is left out. It reports false for a row without
// a word to start from.
func (b *Builder) look(d *draft, row *node) bool {
	kids := []*node{row}
	if row.kind == kindSeq {
		kids = row.kids
	}
	begins, first := make([]offsets, len(kids)+1), -1
	d.cost = math.Inf(1)
	for i, k := range kids {
		begins[i+1] = begins[i].plus(b.extent(k))
		if anchors, cost := b.anchors(k, begins[i]); cost < d.cost {
			d.anchors, d.cost, first = anchors, cost, i
		}
	}
	if first < 0 {
		return false
	}
	anchor := d.anchors[0].at.less(begins[first])
	for _, a := range d.anchors[1:] {
		anchor = anchor.and(a.at.less(begins[first]))
	}
	for i, k := range kids {
		if i == first && len(d.anchors) == 1 {
			continue // it has led here
		}
		for _, n := range b.needs(nil, k, offsets{}) {
			in := n.at
			if n.at = begins[i].plus(in); n.at.hi > stride || b.weight[n.atom] > commonShare {
				continue
			}
			apart := begins[i].less(begins[first]) // by the elements that stand between
			if i < first {
				apart = offsets{apart.hi, apart.lo}
			}
			d.needs = append(d.needs, needed{n, apart.plus(in).from(anchor)})
		}
	}
	slices.SortStableFunc(d.needs, func(x, y needed) int { return cmp.Compare(b.weight[x.atom], b.weight[y.atom]) })
	d.needs = d.needs[:min(len(d.needs), maxNeeds)]
	return true
}

// needs collects the elements without which a node that begins at some place cannot
// match.
func (b *Builder) needs(dst []need, n *node, at offsets) []need {
	switch n.kind {
	case kindWord, kindClass:
		return append(dst, need{b.atomOf(n), at})
	case kindNumber:
		return append(dst, need{numberAtom, at})
	case kindStart:
		return append(dst, need{startAtom, at})
	case kindMoney:
		return append(dst, need{numberAtom, at.plus(offsets{0, mostMarks})},
			need{b.classes[CurrencyClass].atom, at.plus(offsets{0, longestMoney})})
	case kindAlt:
		return append(dst, b.shared(n.kids, at)...)
	case kindSeq:
		for _, k := range n.kids {
			dst = b.needs(dst, k, at)
			at = at.plus(b.extent(k))
		}
	}
	return dst
}

// shared returns what every alternative needs.
func (b *Builder) shared(alternatives []*node, at offsets) []need {
	all := b.needs(nil, alternatives[0], at)
	for _, k := range alternatives[1:] {
		other := b.needs(nil, k, at)
		kept := all[:0]
		for _, n := range all {
			if i := slices.IndexFunc(other, func(o need) bool { return o.atom == n.atom }); i >= 0 {
				kept = append(kept, need{n.atom, n.at.and(other[i].at)})
			}
		}
		all = kept
	}
	return all
}

// anchors chooses the atoms from which the search for a node starts that begins at
// some place of the match: the element whose words are rarest. The cost is an
// estimate of how often they stand in a text; infinite where a node has no words of
// its own.
func (b *Builder) anchors(n *node, at offsets) (found []need, cost float64) {
	switch n.kind {
	case kindWord, kindClass, kindNumber:
		if at.hi <= stride {
			found = b.needs(nil, n, at)
			return found, b.weight[found[0].atom]
		}
	case kindAlt:
		for _, k := range n.kids {
			ka, kc := b.anchors(k, at)
			found, cost = append(found, ka...), cost+kc
		}
		return found, cost
	case kindSeq:
		cost = math.Inf(1)
		for _, k := range n.kids {
			if ka, kc := b.anchors(k, at); kc < cost {
				found, cost = ka, kc
			}
			at = at.plus(b.extent(k))
		}
		return found, cost
	}
	return nil, math.Inf(1)
}

// longestMoney is the most words that an amount of money takes.
const longestMoney = 8

// extent is how many words a node takes, at least and at most.
func (b *Builder) extent(n *node) offsets {
	switch n.kind {
	case kindWord, kindNumber:
		return offsets{1, 1}
	case kindClass:
		return offsets{1, b.classes[n.text].longest}
	case kindMoney:
		return offsets{2, longestMoney}
	case kindGap:
		return offsets{n.lo, n.hi}
	case kindOpt:
		return offsets{0, b.extent(n.kids[0]).hi}
	case kindSeq:
		var all offsets
		for _, k := range n.kids {
			all = all.plus(b.extent(k))
		}
		return all
	case kindAlt:
		any := b.extent(n.kids[0])
		for _, k := range n.kids[1:] {
			any = any.and(b.extent(k))
		}
		return any
	}
	return offsets{}
}
