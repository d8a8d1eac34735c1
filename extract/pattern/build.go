package pattern

import (
	"fmt"
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
	forms       map[string]form // by word or prefix*
	phrases     []phrase
	phraseOf    map[string]int // by its words: index among the phrases
	weight      []float64      // by atom: the share of all words that belong to it
	numbers     map[string]int32
	drafts      []draft
	ranges      []numbers
	frequencies *Frequencies
}

// form is a word or prefix* that patterns and classes name.
type form struct {
	atoms []atom  // those it belongs to
	share float64 // how often it stands among all words
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
		forms:       map[string]form{},
		numbers:     map[string]int32{},
		phraseOf:    map[string]int{},
		frequencies: f,
	}
	b.weight = []float64{startAtom: startShare, numberAtom: numberShare}
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
	return b.full()
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
		p := b.phrase(words)
		p.classes = append(p.classes, c.atom)
		b.weight[c.atom] += p.share
	}
	b.classes[name] = c
}

// phrase returns the phrase of these words.
func (b *Builder) phrase(words []string) *phrase {
	key := strings.Join(words, " ")
	i, known := b.phraseOf[key]
	if !known {
		i = len(b.phrases)
		b.phraseOf[key] = i
		p := phrase{share: followedShare}
		for _, w := range words {
			p.words = append(p.words, b.literal(w))
			p.share = min(p.share, b.forms[w].share*followedShare)
		}
		b.phrases = append(b.phrases, p)
	}
	return &b.phrases[i]
}

// followedShare is about how often the rarest word of a phrase stands in the phrase.
const followedShare = 0.1

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
	return b.full()
}

// full reports that there are more words and classes than atoms can tell apart.
func (b *Builder) full() error {
	if len(b.weight) > maxAtoms {
		return fmt.Errorf("a language can't have more than %d words and classes", maxAtoms)
	}
	return nil
}

// add compiles one row of elements.
func (b *Builder) add(n *node, tag int, rank Rank, group int) error {
	d := draft{rank: rank}
	if !b.look(&d, n) || !worded(n) {
		return &SyntaxError{Column: 1, Message: "the pattern has no word of its own", Hint: "a pattern needs at least one word or class besides numbers and gaps"}
	}
	if d.code = append(b.emit(nil, n), inst{op: opMatch}); len(d.code) > maxCode {
		return &SyntaxError{Column: 1, Message: "the pattern is too long", Hint: "split it, or name its lists of words as classes"}
	}
	d.tag, d.group, d.size = int32(tag), uint16(group+1), uint16(len(d.code))
	b.drafts = append(b.drafts, d)
	return nil
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
func (b *Builder) join(name string, a atom) {
	f, known := b.forms[name]
	if !known {
		f.share = b.frequencies.share(name)
	}
	f.atoms = append(f.atoms, a)
	b.forms[name] = f
	b.weight[a] += f.share
}
