package extract

import (
	"errors"
	"fmt"
	"io/fs"

	"palermo/extract/pattern"
)

// pack is a compiled language.
type pack struct {
	*definition
	code      int // of the language among all that can be told apart
	set       *pattern.Set
	targets   []target
	officials pattern.Class
	privates  pattern.Class
	suspects  pattern.Class
	victims   pattern.Class
	bystander pattern.Class
	by        pattern.Class
	perceives pattern.Class
	or        pattern.Class
	lexis
	purposes []purpose // of amounts of money
}

// lexis holds the word classes by which the engine tells who speaks, what was
// answered and who was arrested. A language may lack some of them.
type lexis struct {
	yes, no, undecided          pattern.Class
	asks, asksFor               pattern.Class
	reports                     pattern.Class
	arrested, offence           pattern.Class
	steers                      pattern.Class
	article, genitive, relative pattern.Class
	numberAnd, counted          pattern.Class
}

func lexisOf(s *pattern.Set) lexis {
	return lexis{
		yes: s.Class("answer_yes"), no: s.Class("answer_no"), undecided: s.Class("answer_open"),
		asks: s.Class("asks"), asksFor: s.Class("asks_for"),
		reports:  s.Class("claims_so"),
		arrested: s.Class("arrested"), offence: s.Class("offence_done"),
		steers:  s.Class("steers"),
		article: s.Class("article"), genitive: s.Class("genitive"), relative: s.Class("who_is"),
		numberAnd: s.Class("number_and"), counted: s.Class("counted"),
	}
}

// target is what a matching pattern stands for.
type target struct {
	role  role
	index int // into rules or cues
	name  string
}

type role uint8

const (
	findsFact role = iota
	spoilsFact
	findsCue
)

// Names of the classes by which people are told apart.
const (
	officialClass  = "official"
	privateClass   = "private_actor"
	suspectClass   = "suspect"
	victimClass    = "victim"
	bystanderClass = "bystander"
	byClass        = "by"        // what stands before the agent of a passive clause
	orClass        = "or"        // what carries a negation on through a list
	perceivesClass = "perceives" // who finds, sees or hears of something did not do it
)

// loadPack reads and compiles a language folder. All errors are reported at
// once, each with file, line, column and the line shown.
func loadPack(fsys fs.FS, language string) (*pack, error) {
	d, err := readDefinition(fsys, language)
	if err != nil {
		return nil, err
	}
	p := &pack{definition: d}
	b := pattern.NewBuilder(pattern.Measure(d.examples()), d.numbers)
	var errs []error
	for _, c := range d.classes {
		if err := b.Class(c.name, c.members); err != nil {
			errs = append(errs, fmt.Errorf("pack %s: %w", language, err))
		}
	}
	errs = append(errs, p.compile(b))
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	p.set = b.Build()
	p.officials, p.privates = p.set.Class(officialClass), p.set.Class(privateClass)
	p.suspects, p.victims = p.set.Class(suspectClass), p.set.Class(victimClass)
	p.bystander, p.by = p.set.Class(bystanderClass), p.set.Class(byClass)
	p.perceives, p.or = p.set.Class(perceivesClass), p.set.Class(orClass)
	p.lexis = lexisOf(p.set)
	p.purposes = purposesOf(d, p.set)
	return p, nil
}

// compile adds every pattern of the pack to the builder.
func (p *pack) compile(b *pattern.Builder) error {
	var errs []error
	add := func(file string, lines []line, r role, index int, rank pattern.Rank, group int) {
		for _, l := range lines {
			if err := b.Add(l.text, len(p.targets), rank, group); err != nil {
				errs = append(errs, patternError(file, l, err))
			}
			p.targets = append(p.targets, target{r, index, fmt.Sprintf("%s:%d", file, l.number)})
		}
	}
	for i, r := range p.rules {
		add(r.file, r.Patterns, findsFact, i, pattern.Primary, i)
		add(r.file, r.Unless, spoilsFact, i, pattern.Secondary, i)
	}
	for i := range p.cues {
		c := &p.cues[i]
		errs = append(errs, c.resolve())
		rank := pattern.Secondary
		if c.scope >= rest {
			rank = pattern.Primary // headings stand in sentences without a fact
		}
		add(c.file, c.Patterns, findsCue, i, rank, pattern.NoGroup)
	}
	return errors.Join(errs...)
}

// resolve looks up what the names in a cue rule stand for.
func (c *cueRule) resolve() error {
	var known bool
	if c.effect, known = layers[c.Layer]; !known {
		return fmt.Errorf("pack %s: no layer is called %q", c.file, c.Layer)
	}
	if c.scope, known = scopes[c.Scope]; !known {
		return fmt.Errorf("pack %s: no scope is called %q (hint: forward, backward, both, around, sentence, rest or text)", c.file, c.Scope)
	}
	c.pseudo, c.terminator = c.Layer == pseudoLayer, c.Layer == terminatorLayer
	c.negates = c.Layer == negationLayer || c.Layer == denialLayer
	return nil
}

// patternError says where a pattern is wrong and shows it.
func patternError(file string, l line, err error) error {
	column := l.column
	var syntax *pattern.SyntaxError
	if errors.As(err, &syntax) {
		column += syntax.Column - 1
	}
	return fmt.Errorf("pack %s line %d column %d: %w\n\t%s", file, l.number, column, err, l.text)
}
