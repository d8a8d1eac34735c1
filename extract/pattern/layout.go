package pattern

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"
)

// Build compiles everything that was added.
func (b *Builder) Build() *Set {
	l := &lexicon{exact: map[string]entry{}, prefix: map[string]symbol{}, shortest: math.MaxInt32}
	symbols := symbolTable{known: map[string]symbol{}}
	symbols.of(nil, 0)
	for _, form := range slices.Sorted(maps.Keys(b.forms)) {
		f := b.forms[form]
		if stem, ok := strings.CutSuffix(form, "*"); ok {
			l.prefix[stem] = symbols.of(b.under(stem, nil), f.share)
			l.shortest, l.longest = min(l.shortest, len(stem)), max(l.longest, len(stem))
		} else {
			l.exact[form] = entry{sym: symbols.of(b.under(form, f.atoms), f.share), value: number(form)}
		}
	}
	for _, word := range slices.Sorted(maps.Keys(b.numbers)) {
		l.exact[word] = entry{sym: symbols.of(b.under(word, b.forms[word].atoms), 0), value: b.numbers[word]}
	}
	for i := range b.phrases {
		p := &b.phrases[i]
		slices.Sort(p.classes)
		p.is = entry{sym: symbols.of(slices.Compact(p.classes), p.share), value: -1}
	}
	b.sortSymbols(l, &symbols)
	if c, ok := b.classes[CurrencyClass]; ok {
		l.currency, l.currencyExists = c.atom, true
		l.magnitude = b.classes[MagnitudeClass].atom
	}
	s := &Set{lexicon: l, programs: b.programs, code: b.code, ranges: b.ranges, groups: b.groups + 1, classes: map[string]atom{}}
	for name, c := range b.classes {
		s.classes[name] = c.atom
	}
	members := symbols.members(len(b.weight))
	l.settle(symbols.atoms, symbols.share, len(b.weight))
	l.settlePhrases(b.phrases, members, b.weight)
	sharing := b.shareOut(symbols.share, members)
	s.bits, s.signatures = sharing.bits, sharing.words
	b.layOut(s)
	return s
}

// sortSymbols numbers the symbols anew, from the most common to the rarest, so that
// what a scan looks up all the time lies together. Symbol 0 stays.
func (b *Builder) sortSymbols(l *lexicon, t *symbolTable) {
	order := make([]symbol, len(t.atoms)) // new to old
	for i := range order {
		order[i] = symbol(i)
	}
	slices.SortStableFunc(order[1:], func(x, y symbol) int { return cmp.Compare(t.share[y], t.share[x]) })
	renamed, sorted := make([]symbol, len(order)), symbolTable{}
	for to, from := range order {
		renamed[from] = symbol(to)
		sorted.atoms, sorted.share = append(sorted.atoms, t.atoms[from]), append(sorted.share, t.share[from])
	}
	*t = sorted
	for form, e := range l.exact {
		e.sym = renamed[e.sym]
		l.exact[form] = e
	}
	for stem, sym := range l.prefix {
		l.prefix[stem] = renamed[sym]
	}
	for i := range b.phrases {
		e := &b.phrases[i].is
		e.sym = renamed[e.sym]
	}
}

// layOut lays out what to look for at each word: the programs that its atoms lead to.
func (b *Builder) layOut(s *Set) {
	var byAtom [2][][]lead
	for rank := range byAtom {
		byAtom[rank] = make([][]lead, len(b.weight))
	}
	for i, needs := range b.needed {
		t := trial{program: int32(i)}
		for k, n := range needs[:min(len(needs), maxNeeds)] {
			t.needs[k] = reach{s.bits[n.atom], n.lo, n.hi}
		}
		l := lead{needs: [2]bit{t.needs[0].bit, t.needs[1].bit}}
		if group := b.programs[i].group; b.ranks[i] == Secondary && group != 0 {
			l.needs = [2]bit{signatureBits + bit(group), t.needs[0].bit}
		}
		for _, anchor := range b.anchored[i] {
			t.lo, t.hi, l.trial = anchor.lo, anchor.hi, int32(len(s.trials))
			s.trials = append(s.trials, t)
			list := &byAtom[b.ranks[i]][anchor.atom]
			*list = append(*list, l)
		}
	}
	for rank := range byAtom {
		s.numberLeads[rank] = byAtom[rank][numberAtom]
		for sym := range s.lexicon.frequent {
			var leads []lead
			for _, a := range s.lexicon.atomsOf.of(sym) {
				leads = append(leads, byAtom[rank][a]...)
			}
			s.leads[rank].add(leads)
		}
	}
}

// under returns atoms together with those of every prefix that begins the word.
func (b *Builder) under(word string, atoms []atom) []atom {
	all := slices.Clone(atoms)
	stem := make([]byte, 0, 64)
	for i := range len(word) {
		stem = append(stem, word[i])
		all = append(all, b.forms[string(append(stem, '*'))].atoms...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// symbolTable gives equal sets of atoms one symbol.
type symbolTable struct {
	known map[string]symbol
	atoms [][]atom  // by symbol
	share []float64 // by symbol: of all words
	key   []byte    // room for the atoms of one symbol
}

func (t *symbolTable) of(atoms []atom, share float64) symbol {
	t.key = t.key[:0]
	for _, a := range atoms {
		t.key = binary.NativeEndian.AppendUint16(t.key, uint16(a))
	}
	s, ok := t.known[string(t.key)]
	if !ok {
		s = symbol(len(t.atoms))
		t.known[string(t.key)] = s
		t.atoms, t.share = append(t.atoms, atoms), append(t.share, 0)
	}
	t.share[s] += share
	return s
}

// members returns the symbols of each atom.
func (t *symbolTable) members(atoms int) [][]symbol {
	out := make([][]symbol, atoms)
	for s, list := range t.atoms {
		for _, a := range list {
			out[a] = append(out[a], symbol(s))
		}
	}
	return out
}
