package pattern

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"palermo/extract/text"
)

// Names of the classes that the element $ is made of.
const (
	CurrencyClass  = "currency"
	MagnitudeClass = "magnitude"
)

// Builder collects the classes and patterns of one language.
type Builder struct {
	classes     map[string]class
	literals    map[string]atom
	forms       map[string][]atom // word or prefix* -> atoms it belongs to
	phrases     []phrase
	weight      []float64 // by atom: the share of all words that belong to it
	numbers     map[string]int32
	programs    []program
	candidates  []candidate // by program
	ranks       []Rank      // by program
	groups      int
	code        []inst
	frequencies *Frequencies
}

type class struct {
	atom    atom
	longest int // words of the longest member
	members []string
}

// NewBuilder starts a Set for texts in which words are as frequent as measured.
// Numbers are words that stand for a number.
func NewBuilder(f *Frequencies, numbers map[string]int) *Builder {
	b := &Builder{
		classes:     map[string]class{},
		literals:    map[string]atom{},
		forms:       map[string][]atom{},
		numbers:     map[string]int32{},
		frequencies: f,
	}
	b.weight = []float64{anyAtom: 1, startAtom: startShare, numberAtom: numberShare}
	for w, n := range numbers {
		b.numbers[text.FoldPhrase(w)] = int32(n)
	}
	return b
}

// Class adds a word class. A member is a word, a prefix ending in *, a phrase
// of these, or <name> for all members of a class added before.
func (b *Builder) Class(name string, members []string) error {
	if _, ok := b.classes[name]; ok {
		return fmt.Errorf("class <%s> is defined twice", name)
	}
	var all []string
	for _, m := range members {
		inner, isClass := strings.CutPrefix(m, "<")
		other, known := b.classes[strings.TrimSuffix(inner, ">")]
		switch {
		case isClass && !known:
			return fmt.Errorf("class <%s> names %s, which is not defined above it", name, m)
		case isClass:
			all = append(all, other.members...)
		case len(forms(m)) == 0:
			return fmt.Errorf("class <%s> has a member without a word: %q", name, m)
		default:
			all = append(all, m)
		}
	}
	b.define(name, all)
	return nil
}

// define makes a class of words, prefixes and phrases.
func (b *Builder) define(name string, members []string) {
	c := class{atom: b.newAtom(), members: members}
	for _, m := range members {
		words := forms(m)
		c.longest = max(c.longest, len(words))
		if len(words) == 1 {
			b.join(words[0], c.atom)
			continue
		}
		p := phrase{class: c.atom}
		rarest := 1.0
		for _, w := range words {
			p.words = append(p.words, b.literal(w))
			rarest = min(rarest, b.frequencies.share(w))
		}
		b.phrases = append(b.phrases, p)
		b.weight[c.atom] += rarest * followedShare
	}
	b.classes[name] = c
}

// followedShare is about how often the rarest word of a phrase stands in the phrase.
const followedShare = 0.1

// simplify turns every group that is merely a choice of words and phrases into
// a class of its own, which is tested in one step and can be searched for.
// Equal groups share a class.
func (b *Builder) simplify(n *node) *node {
	for i, k := range n.kids {
		n.kids[i] = b.simplify(k)
	}
	if n.kind == kindSeq && len(n.kids) == 1 {
		return n.kids[0]
	}
	if n.kind != kindAlt {
		return n
	}
	var members []string
	for _, k := range n.kids {
		m, ok := b.wordsOf(k)
		if !ok {
			return n
		}
		members = append(members, m...)
	}
	slices.Sort(members)
	members = slices.Compact(members)
	name := "(" + strings.Join(members, "|") + ")" // no author can write such a name
	if _, ok := b.classes[name]; !ok {
		b.define(name, members)
	}
	return &node{kind: kindClass, text: name, column: n.column}
}

// wordsOf returns the members that a node stands for if it is a word, a class
// or a row of words.
func (b *Builder) wordsOf(n *node) ([]string, bool) {
	switch n.kind {
	case kindWord:
		return []string{n.text}, true
	case kindClass:
		return b.classes[n.text].members, true
	case kindSeq:
		var row []string
		for _, k := range n.kids {
			if k.kind != kindWord || strings.HasSuffix(k.text, "*") && k != n.kids[len(n.kids)-1] {
				return nil, false
			}
			row = append(row, k.text)
		}
		return []string{strings.Join(row, " ")}, true
	}
	return nil, false
}

// Add compiles a pattern. Matches carry the tag. A secondary pattern of a group is
// looked for only where a primary one of the same group fits; NoGroup is none.
func (b *Builder) Add(pattern string, tag int, rank Rank, group int) error {
	n, err := parse(pattern)
	if err != nil {
		return err
	}
	if err := b.known(n); err != nil {
		return err
	}
	n = b.simplify(n)
	for _, row := range rows(n) {
		if err := b.add(row, tag, rank, group); err != nil {
			return err
		}
	}
	b.groups = max(b.groups, group+1)
	return nil
}

// add compiles one row of elements.
func (b *Builder) add(n *node, tag int, rank Rank, group int) error {
	anchors, cost := b.anchors(n, 0, 0)
	if math.IsInf(cost, 1) || !worded(n) {
		return &SyntaxError{Column: 1, Message: "the pattern has no word of its own", Hint: "a pattern needs at least one word or class besides numbers and gaps"}
	}
	code := append(b.emit(nil, n), inst{op: opMatch})
	if len(code) > maxCode {
		return &SyntaxError{Column: 1, Message: "the pattern is too long", Hint: "split it, or name its lists of words as classes"}
	}
	needs := b.needs(nil, n, 0, 0)
	c := b.candidate(len(b.programs), anchors, needs)
	if c.group = NoGroup; rank == Secondary {
		c.group = int32(group)
	}
	b.candidates = append(b.candidates, c)
	b.programs = append(b.programs, program{anchors: anchors, tag: tag, group: int32(group), from: int32(len(b.code)), size: int32(len(code))})
	b.code = append(b.code, code...)
	b.ranks = append(b.ranks, rank)
	return nil
}

// mostRows is into how many rows a pattern is taken apart at most.
const mostRows = 12

// rows takes a pattern apart at its alternatives. A row needs all of its words,
// where of alternatives none is needed, and so far fewer sentences are worth a try.
func rows(n *node) []*node {
	switch n.kind {
	case kindAlt:
		var out []*node
		for _, k := range n.kids {
			out = append(out, rows(k)...)
		}
		if len(out) <= mostRows {
			return out
		}
	case kindSeq:
		out := []*node{{kind: kindSeq, column: n.column}}
		for _, k := range n.kids {
			parts := rows(k)
			if len(parts)*len(out) > mostRows {
				parts = []*node{k}
			}
			var longer []*node
			for _, row := range out {
				for _, part := range parts {
					longer = append(longer, &node{kind: kindSeq, column: n.column, kids: append(slices.Clone(row.kids), part)})
				}
			}
			out = longer
		}
		return out
	}
	return []*node{n}
}

// worded reports whether a pattern speaks of any word.
func worded(n *node) bool {
	return n.kind == kindWord || n.kind == kindClass || slices.ContainsFunc(n.kids, worded)
}

// known reports a class that is not defined.
func (b *Builder) known(n *node) error {
	if n.kind == kindClass {
		if _, ok := b.classes[n.text]; !ok {
			return &SyntaxError{Column: n.column, Message: "no class is called <" + n.text + ">", Hint: "define it in classes.yaml"}
		}
	}
	for _, k := range n.kids {
		if err := b.known(k); err != nil {
			return err
		}
	}
	return nil
}

// Build compiles everything that was added.
func (b *Builder) Build() *Set {
	b.sortAtoms()
	l := &lexicon{exact: map[string]entry{}, prefix: map[string]symbol{}, shortest: math.MaxInt32}
	symbols := symbolTable{known: map[string]symbol{}}
	symbols.of(nil, 0)
	for _, form := range slices.Sorted(maps.Keys(b.forms)) {
		if stem, ok := strings.CutSuffix(form, "*"); ok {
			l.prefix[stem] = symbols.of(b.under(stem, nil), b.frequencies.share(form))
			l.shortest, l.longest = min(l.shortest, len(stem)), max(l.longest, len(stem))
		} else {
			l.exact[form] = entry{sym: symbols.of(b.under(form, b.forms[form]), b.frequencies.share(form)), value: number(form)}
		}
	}
	for _, word := range slices.Sorted(maps.Keys(b.numbers)) {
		l.exact[word] = entry{sym: symbols.of(b.under(word, b.forms[word]), 0), value: b.numbers[word]}
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
	for n := 1; n <= len(word); n++ {
		all = append(all, b.forms[word[:n]+"*"]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// symbolTable gives equal sets of atoms one symbol.
type symbolTable struct {
	known map[string]symbol
	atoms [][]atom  // by symbol
	cost  []float64 // by symbol: the share of all words times the number of atoms
}

func (t *symbolTable) of(atoms []atom, share float64) symbol {
	key := fmt.Sprint(atoms)
	s, ok := t.known[key]
	if !ok {
		s = symbol(len(t.atoms))
		t.known[key] = s
		t.atoms, t.cost = append(t.atoms, atoms), append(t.cost, 0)
	}
	t.cost[s] += share * float64(len(atoms))
	return s
}

func (b *Builder) newAtom() atom {
	b.weight = append(b.weight, 0)
	return atom(len(b.weight) - 1)
}

// literal returns the atom of a folded word or prefix.
func (b *Builder) literal(form string) atom {
	a, ok := b.literals[form]
	if !ok {
		a = b.newAtom()
		b.literals[form] = a
		b.join(form, a)
	}
	return a
}

// join makes a form a member of an atom.
func (b *Builder) join(form string, a atom) {
	b.forms[form] = append(b.forms[form], a)
	b.weight[a] += b.frequencies.share(form)
}
