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
	s := &Set{lexicon: l, ranges: b.ranges, classes: map[string]atom{}}
	for name, c := range b.classes {
		s.classes[name] = c.atom
	}
	members := symbols.members(len(b.weight))
	l.settle(symbols.atoms, len(b.weight))
	l.settlePhrases(b.phrases, members, b.weight)
	bits, signatures := b.shareOut(symbols.share, members)
	s.bits = bits
	b.layOut(s, signatures)
	return s
}

// sortSymbols numbers the symbols anew, from those that cost a scan most to those that
// cost it least, so that what it looks up all the time lies together: how often their
// words stand in a text, times how many atoms they belong to. Symbol 0 stays.
func (b *Builder) sortSymbols(l *lexicon, t *symbolTable) {
	order := make([]symbol, len(t.atoms)) // new to old
	for i := range order {
		order[i] = symbol(i)
	}
	cost := func(s symbol) float64 { return t.share[s] * float64(len(t.atoms[s])) }
	slices.SortStableFunc(order[1:], func(x, y symbol) int { return cmp.Compare(cost(y), cost(x)) })
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

// layOut lays out the programs, those together that are tried together, and what each
// symbol means: its signature, and the programs that its atoms lead to.
func (b *Builder) layOut(s *Set, signatures [][]bit) {
	slices.SortStableFunc(b.drafts, func(x, y draft) int {
		return cmp.Or(cmp.Compare(x.waitsFor(), y.waitsFor()), cmp.Compare(b.tried(&y), b.tried(&x)))
	})
	var byAtom [2][][]lead
	for rank := range byAtom {
		byAtom[rank] = make([][]lead, len(b.weight))
	}
	for i := range b.drafts {
		d := &b.drafts[i]
		d.from = int32(len(s.code))
		s.code = append(s.code, d.code...)
		for k, n := range d.needs {
			d.program.needs[k] = reach{s.bits[n.atom], uint8(n.at.lo), uint8(n.at.hi), nearness(n.near)}
		}
		d.lead(byAtom[d.rank], int32(i))
		s.programs = append(s.programs, d.program)
	}
	for sym, signature := range signatures {
		m := meaning{signature: uint32(len(s.signatures)), primary: uint32(len(s.leads))}
		s.signatures = append(s.signatures, signature...)
		s.addLeads(sym, byAtom[Primary])
		m.secondary = uint32(len(s.leads))
		s.addLeads(sym, byAtom[Secondary])
		s.meanings = append(s.meanings, m)
	}
	s.meanings = append(s.meanings, meaning{signature: uint32(len(s.signatures)), primary: uint32(len(s.leads))})
	for rank := range byAtom {
		s.numberLeads[rank] = byAtom[rank][numberAtom]
	}
}

// addLeads adds the leads of a symbol: those of all its atoms.
func (s *Set) addLeads(sym int, byAtom [][]lead) {
	for _, a := range s.lexicon.atomsOf.of(sym) {
		s.leads = append(s.leads, byAtom[a]...)
	}
}

// lead adds what leads to the program of that number to the leads of its anchors.
func (d *draft) lead(byAtom [][]lead, number int32) {
	l := newLead(d.program.needs[0].bit, d.program.needs[0].near, number)
	if group := d.waitsFor(); group != 0 {
		l = newLead(groupBit(group), anywhere, number)
	}
	d.lo, d.hi = math.MaxUint8, 0
	for _, anchor := range d.anchors {
		d.lo, d.hi = min(d.lo, uint8(anchor.at.lo)), max(d.hi, uint8(anchor.at.hi))
		byAtom[anchor.atom] = append(byAtom[anchor.atom], l)
	}
}

// sentenceWords is about how many words a sentence has.
const sentenceWords = 20

// tried is an estimate of how often a program is tried, for comparison.
func (b *Builder) tried(d *draft) float64 {
	out := d.cost
	for _, n := range d.needs {
		out *= min(1, sentenceWords*b.weight[n.atom])
	}
	return out
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
