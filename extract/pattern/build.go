package pattern

import (
	"cmp"
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
	classes  map[string]class
	literals map[string]atom
	forms    map[string][]atom // word or prefix* -> atoms it belongs to
	phrases  []phrase
	weight   []float64 // by atom: how common its words are, estimated
	numbers  map[string]int32
	programs []program
	common   map[string]bool
}

type class struct {
	atom    atom
	phrases bool // some member takes several words
	members []string
}

// NewBuilder starts a Set. Common words are poor places to start a search
// from; numbers are words that stand for a number.
func NewBuilder(common []string, numbers map[string]int) *Builder {
	b := &Builder{
		classes:  map[string]class{},
		literals: map[string]atom{},
		forms:    map[string][]atom{},
		numbers:  map[string]int32{},
		common:   map[string]bool{},
	}
	for _, w := range common {
		b.common[text.FoldPhrase(w)] = true
	}
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
	c := class{atom: b.newAtom()}
	for _, m := range members {
		if inner, ok := strings.CutPrefix(m, "<"); ok {
			other, ok := b.classes[strings.TrimSuffix(inner, ">")]
			if !ok {
				return fmt.Errorf("class <%s> names %s, which is not defined above it", name, m)
			}
			c.members = append(c.members, other.members...)
			continue
		}
		c.members = append(c.members, m)
	}
	for _, m := range c.members {
		words := forms(m)
		switch len(words) {
		case 0:
			return fmt.Errorf("class <%s> has a member without a word: %q", name, m)
		case 1:
			b.join(words[0], c.atom)
		default:
			c.phrases = true
			p := phrase{class: c.atom}
			for _, w := range words {
				p.words = append(p.words, b.literal(w))
			}
			b.phrases = append(b.phrases, p)
		}
	}
	b.classes[name] = c
	return nil
}

// Add compiles a pattern. Matches carry the tag.
func (b *Builder) Add(pattern string, tag int) error {
	n, err := parse(pattern)
	if err != nil {
		return err
	}
	if err := b.known(n); err != nil {
		return err
	}
	anchors, cost := b.anchors(n)
	if math.IsInf(cost, 1) {
		return &SyntaxError{Column: 1, Message: "the pattern has no word of its own", Hint: "a pattern needs at least one word or class besides numbers and gaps"}
	}
	b.programs = append(b.programs, program{
		code:     append(b.emit(nil, n), inst{op: opMatch}),
		required: b.required(nil, n),
		anchors:  anchors,
		tag:      tag,
	})
	return nil
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
	l := &lexicon{exact: map[string]entry{}, prefix: map[string]symbol{}, shortest: math.MaxInt32}
	intern := newSymbols(l)
	for _, form := range slices.Sorted(maps.Keys(b.forms)) {
		if stem, ok := strings.CutSuffix(form, "*"); ok {
			l.prefix[stem] = intern(b.under(stem, nil))
			l.shortest, l.longest = min(l.shortest, len(stem)), max(l.longest, len(stem))
		} else {
			l.exact[form] = entry{sym: intern(b.under(form, b.forms[form])), value: number(form)}
		}
	}
	for _, word := range slices.Sorted(maps.Keys(b.numbers)) {
		l.exact[word] = entry{sym: intern(b.under(word, b.forms[word])), value: b.numbers[word]}
	}
	if c, ok := b.classes[CurrencyClass]; ok {
		l.currency, l.currencyExists = c.atom, true
		l.magnitude = b.classes[MagnitudeClass].atom
	}
	s := &Set{lexicon: l, programs: b.programs, atoms: len(b.weight), classes: map[string]atom{}}
	for name, c := range b.classes {
		s.classes[name] = c.atom
	}
	s.index(b.phrases)
	return s
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

// newSymbols returns a function that gives equal sets of atoms one symbol.
func newSymbols(l *lexicon) func([]atom) symbol {
	l.atomsOf = append(l.atomsOf, nil)
	known := map[string]symbol{"[]": 0}
	return func(atoms []atom) symbol {
		key := fmt.Sprint(atoms)
		s, ok := known[key]
		if !ok {
			s = symbol(len(l.atomsOf))
			known[key] = s
			l.atomsOf = append(l.atomsOf, atoms)
		}
		return s
	}
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
	b.weight[a] += b.commonness(form)
}

// commonness estimates how often a word stands in a text: short words are
// common, and those that the language lists are the commonest.
func (b *Builder) commonness(form string) float64 {
	if b.common[form] {
		return 1000
	}
	return 100 / math.Pow(2, cmp.Or(float64(min(len(form), 10)), 1))
}
