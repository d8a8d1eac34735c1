package extract

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// pack is a compiled language.
type pack struct {
	*definition
	code    int // of the language among all that can be told apart
	set     *pattern.Set
	targets []target
	lexis
	purposes    []purpose // of amounts of money
	knowsEvents bool      // it has cues of events
}

// lexis holds the word classes by which the engine tells people apart, who speaks,
// what was answered and who was arrested. A language may lack some of them: see
// neededClasses. What each is for stands in docs/patterns.md.
type lexis struct {
	officials, privates         pattern.Class
	suspects, victims           pattern.Class
	bystander, perceives        pattern.Class
	by, or                      pattern.Class
	negator, joins              pattern.Class
	yes, no, undecided          pattern.Class
	does, doesNot               pattern.Class
	circumstance, ownSubject    pattern.Class
	asks, asksFor               pattern.Class
	speaker                     pattern.Class
	reports                     pattern.Class
	defence                     pattern.Class
	tells                       pattern.Class
	accounts                    pattern.Class
	arrested, offence           pattern.Class
	steers, beside              pattern.Class
	article, genitive, relative pattern.Class
	numberAnd, listItem         pattern.Class
	trade                       pattern.Class
}

// named returns the classes of a lexis with the names that packs give them.
func (l *lexis) named() map[string]*pattern.Class {
	return map[string]*pattern.Class{
		officialClass: &l.officials, privateClass: &l.privates,
		suspectClass: &l.suspects, victimClass: &l.victims,
		bystanderClass: &l.bystander, perceivesClass: &l.perceives,
		byClass: &l.by, orClass: &l.or,
		"negator": &l.negator, "joins": &l.joins,
		"answer_yes": &l.yes, "answer_no": &l.no, "answer_open": &l.undecided,
		"answer_does": &l.does, "answer_does_not": &l.doesNot,
		"answer_how": &l.circumstance, "answer_own": &l.ownSubject,
		"asks": &l.asks, "asks_for": &l.asksFor,
		"of_speaker":      &l.speaker,
		"claims_so":       &l.reports,
		"for_the_accused": &l.defence,
		"tells_somebody":  &l.tells,
		"by_account_of":   &l.accounts,
		"arrested":        &l.arrested, "offence_done": &l.offence,
		"steers": &l.steers, "beside": &l.beside,
		"article": &l.article, "genitive": &l.genitive, "who_is": &l.relative,
		"number_and": &l.numberAnd, "list_item": &l.listItem,
		"agent_trade": &l.trade,
	}
}

func lexisOf(s *pattern.Set) lexis {
	var l lexis
	named := l.named()
	for _, name := range slices.Sorted(maps.Keys(named)) {
		*named[name] = s.Class(name)
	}
	return l
}

// target is what a matching pattern stands for.
type target struct {
	role  role
	index int // into rules or cues
	name  string
	line  line
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

// neededClasses lists the classes without which no language can be read.
func neededClasses() []string {
	return []string{
		officialClass, privateClass, suspectClass, victimClass, bystanderClass, byClass,
		pattern.CurrencyClass, pattern.MagnitudeClass,
	}
}

// newPack compiles the definition of the language of that code. Mistakes are
// noted in its files.
func newPack(d *definition, code int) *pack {
	p := &pack{definition: d, code: code}
	b := pattern.NewBuilder(pattern.Measure(d.examples()), d.numbers)
	for _, c := range d.inOrder() {
		c.build(b)
	}
	p.compile(b)
	p.set = b.Build()
	p.lexis = lexisOf(p.set)
	p.purposes = purposesOf(d, p.set)
	return p
}

// build adds a class to the builder, without the members that are no words.
func (c *wordClass) build(b *pattern.Builder) {
	var members []string
	for _, m := range c.members {
		if len(text.Tokenize(nil, m.text, nil, nil)) == 0 {
			m.reject("a member of class <"+c.name.text+"> has no word in it", "")
			continue
		}
		members = append(members, m.text)
	}
	if err := b.Class(c.name.text, members); err != nil {
		c.name.reject(err.Error(), "")
	}
}

// compile adds every pattern of the pack to the builder.
func (p *pack) compile(b *pattern.Builder) {
	add := func(lines []line, r role, index int, rank pattern.Rank, group int) {
		for _, l := range lines {
			if err := b.Add(l.text, len(p.targets), rank, group); err != nil {
				p.rejectPattern(l, err)
			}
			p.targets = append(p.targets, target{r, index, l.place(), l})
		}
	}
	for i, r := range p.rules {
		add(r.Patterns, findsFact, i, pattern.Primary, i)
		add(r.Unless, spoilsFact, i, pattern.Secondary, i)
	}
	for i := range p.cues {
		c := &p.cues[i]
		c.resolve()
		p.knowsEvents = p.knowsEvents || c.Layer == eventLayer
		rank := pattern.Secondary
		if c.scope >= rest {
			rank = pattern.Primary // headings stand in sentences without a fact
		}
		add(c.Patterns, findsCue, i, rank, pattern.NoGroup)
	}
}

// resolve looks up what the names in a cue rule stand for.
func (c *cueRule) resolve() {
	c.effect, c.scope = layers[c.Layer], scopes[c.Scope]
	c.pseudo, c.terminator = c.Layer == pseudoLayer, c.Layer == terminatorLayer
	c.negates = c.Layer == negationLayer || c.Layer == denialLayer
}

// rejectPattern says where a pattern is wrong. A pattern that goes on over
// several lines is shown where it begins.
func (p *pack) rejectPattern(l line, err error) {
	var syntax *pattern.SyntaxError
	if !errors.As(err, &syntax) {
		l.reject(err.Error(), "")
		return
	}
	hint := syntax.Hint
	before, from := l.text[:syntax.Column-1], l.text[syntax.Column-1:]
	if name, _, named := strings.Cut(strings.TrimPrefix(from, "<"), ">"); named && from[0] == '<' {
		hint = meantClass(name, p.classNames())
	}
	l.column += utf8.RuneCountInString(before)
	l.reject(syntax.Message, hint)
}
