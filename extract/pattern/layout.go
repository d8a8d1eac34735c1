package pattern

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"
)

// Build compiles everything that was added.
func (b *Builder) Build() *Set {
	b.sortAtoms()
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
	if c, ok := b.classes[CurrencyClass]; ok {
		l.currency, l.currencyExists = c.atom, true
		l.magnitude = b.classes[MagnitudeClass].atom
	}
	s := &Set{lexicon: l, programs: b.programs, code: b.code, groups: b.groups, atoms: len(b.weight), classes: map[string]atom{}}
	for name, c := range b.classes {
		s.classes[name] = c.atom
	}
	l.settle(symbols.atoms, symbols.cost, s.atoms)
	l.settlePhrases(b.phrases, symbols.atoms, s.atoms)
	b.watch(s)
	return s
}

// watch lays out what to look for at each word: the atoms that lead to programs,
// and those that are needed beside them. Of a frequent word only the first are
// noted one by one.
func (b *Builder) watch(s *Set) {
	b.markCommon(s.lexicon)
	s.leads = make([]uint8, s.atoms)
	needed := make([]bool, s.atoms)
	tries := [2][][]candidate{make([][]candidate, s.atoms), make([][]candidate, s.atoms)}
	for i, c := range b.candidates {
		for _, n := range c.needs {
			needed[n.atom] = true
		}
		rank := b.ranks[i]
		for _, anchor := range b.programs[i].anchors {
			s.leads[anchor.atom] |= 1 << rank
			list := &tries[rank][anchor.atom]
			if n := len(*list); n == 0 || (*list)[n-1] != c {
				*list = append(*list, c)
			}
		}
	}
	for a := range s.atoms {
		s.tries[Primary].add(tries[Primary][a])
		s.tries[Secondary].add(tries[Secondary][a])
	}
	for sym, frequent := range s.lexicon.frequent {
		var list []watch
		for _, a := range s.lexicon.atomsOf.of(sym) {
			if leads := s.leads[a]; leads != 0 || needed[a] && frequent == notFrequent {
				list = append(list, watch{a, leads})
			}
		}
		s.watched.add(list)
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
	cost  []float64 // by symbol: the share of all words times the number of atoms
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
		t.atoms, t.cost = append(t.atoms, atoms), append(t.cost, 0)
	}
	t.cost[s] += share * float64(len(atoms))
	return s
}
