package extract

import (
	"cmp"
	"slices"
	"strings"
)

// Rule is a rule of a pack as it is written, for people to read. Members of the
// class of slurs do not stand in it.
type Rule struct {
	Language string   `json:"language"`
	Place    string   `json:"place"` // file and line
	Facet    string   `json:"facet,omitempty"`
	Actor    string   `json:"actor,omitempty"`
	About    string   `json:"about,omitempty"`
	Ages     string   `json:"ages,omitempty"`
	Amount   string   `json:"amount,omitempty"`
	Patterns []Phrase `json:"patterns"`
	Unless   []Phrase `json:"unless"`
	Hits     []Phrase `json:"hits"`
	Misses   []Phrase `json:"misses"`
	Negated  []Phrase `json:"negated"`
}

// Phrase is a pattern or an example with its place.
type Phrase struct {
	Text  string `json:"text"`
	Place string `json:"place"`
}

// Rules returns the rules of an indicator, by language and then in the order in
// which they are read.
func (r *Reader) Rules(indicator string) []Rule {
	var out []Rule
	for _, language := range r.Languages() {
		d := r.definitions[language]
		for i := range d.rules {
			if d.rules[i].Indicator == indicator {
				out = append(out, d.shown(&d.rules[i]))
			}
		}
	}
	return out
}

func (d *definition) shown(r *rule) Rule {
	return Rule{
		Language: d.language, Place: r.at.place(), Facet: r.Facet, Actor: r.Actor, About: r.About, Ages: r.Ages, Amount: r.Amount,
		Patterns: d.phrases(r.Patterns), Unless: d.phrases(r.Unless),
		Hits: d.phrases(r.Hits), Misses: d.phrases(r.Misses), Negated: d.phrases(r.Negated),
	}
}

func (d *definition) phrases(lines []line) []Phrase {
	out := make([]Phrase, len(lines))
	for i, l := range lines {
		out[i] = Phrase{d.veil(l.text), l.place()}
	}
	return out
}

// Patterns counts the patterns of every indicator in one language.
func (r *Reader) Patterns(language string) map[string]int {
	counts := map[string]int{}
	if d := r.definitions[language]; d != nil {
		for i := range d.rules {
			counts[d.rules[i].Indicator] += len(d.rules[i].Patterns)
		}
	}
	return counts
}

// Class is a word class with its members, for people to read.
type Class struct {
	Name    string   `json:"name"`
	Members []string `json:"members"`
}

// Classes returns the classes that the patterns of rules name, by name. That of
// the slurs is left out.
func (r *Reader) Classes(rules []Rule) []Class {
	var out []Class
	for _, rule := range rules {
		d := r.definitions[rule.Language]
		for _, c := range d.classes {
			named := slices.ContainsFunc(slices.Concat(rule.Patterns, rule.Unless), func(ph Phrase) bool {
				return strings.Contains(ph.Text, "<"+c.name.text+">")
			})
			met := slices.ContainsFunc(out, func(o Class) bool { return o.Name == c.name.text })
			if named && !met && c.name.text != slurClass {
				out = append(out, d.shownClass(c))
			}
		}
	}
	slices.SortFunc(out, func(a, b Class) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func (d *definition) shownClass(c wordClass) Class {
	out := Class{Name: c.name.text, Members: make([]string, len(c.members))}
	for i, m := range c.members {
		out.Members[i] = d.veil(m.text)
	}
	return out
}
