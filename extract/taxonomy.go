package extract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
)

// Strength is the tier of an indicator after the ILO-EC Delphi survey (2009).
type Strength string

// Tiers. Conclusive facts decide a rule by themselves (a child's age);
// contextual ones never count towards an element.
const (
	Strong     Strength = "strong"
	Medium     Strength = "medium"
	Weak       Strength = "weak"
	Conclusive Strength = "conclusive"
	Contextual Strength = "contextual"
)

// Indicator is one entry of the taxonomy.
type Indicator struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Element  string   `json:"element"` // one of Elements
	Crime    string   `json:"crime"`   // trafficking, smuggling, both, neutral
	Strength Strength `json:"strength"`
	Traits   []Trait  `json:"traits,omitempty"`
	Sources  []string `json:"sources"`
	Why      string   `json:"why"`
}

// OfTrafficking reports whether an indicator bears on an act, a means or a purpose
// of trafficking.
func (i Indicator) OfTrafficking() bool {
	return i.Element == "act" || i.Element == "means" || i.Element == "purpose"
}

// Element is what an indicator can bear on, with what it means.
type Element struct{ ID, Meaning string }

// Elements lists them in the order of the taxonomy.
func Elements() []Element {
	return []Element{
		{"means", "how a person is brought under control, or kept there"},
		{"act", "what was done with the person; never enough without a purpose"},
		{"purpose", "the exploitation itself"},
		{"age", "of the person exploited, at the time"},
		{"entry", "the illegal entry or stay that somebody procures"},
		{"benefit", "what is given for it"},
		{"consent", "to the movement; no legal element"},
		{"transaction", "how the service ends"},
		{"aggravating", "what makes smuggling graver"},
		{"exclusion", "what speaks against exploitation, where the text states it"},
		{"context", "never evidence of an element"},
	}
}

func elementIDs() []string {
	var ids []string
	for _, e := range Elements() {
		ids = append(ids, e.ID)
	}
	return ids
}

func crimes() []string { return []string{"trafficking", "smuggling", "both", "neutral"} }

func strengths() []string {
	return []string{string(Strong), string(Medium), string(Weak), string(Conclusive), string(Contextual)}
}

// taxonomyReader walks the syntax tree of a taxonomy.
type taxonomyReader struct {
	*strictyaml.File
	version string
	sources map[string]string // what a short name stands for
	entries []indicatorEntry
}

// indicatorEntry is an indicator as one file tells it; what is left out is empty.
type indicatorEntry struct {
	Indicator
	at line
}

func readTaxonomy(f *strictyaml.File, body ast.Node) *taxonomyReader {
	r := &taxonomyReader{File: f, sources: map[string]string{}}
	r.Object(body, "a taxonomy", []strictyaml.Key{
		{Name: "version", Read: func(n ast.Node) { r.version = r.Text(n, "the version") }},
		{Name: "sources", Read: func(n ast.Node) {
			for _, e := range r.Entries(n, "sources") {
				r.sources[e.Key.GetToken().Value] = r.Word(e.Value, "a source")
			}
		}},
		{Name: "indicators", Read: func(n ast.Node) {
			for _, item := range r.List(n) {
				r.indicator(item)
			}
		}},
	})
	return r
}

func (r *taxonomyReader) indicator(n ast.Node) {
	var e indicatorEntry
	strength := ""
	text := func(into *string, what string) func(ast.Node) {
		return func(n ast.Node) { *into = r.Word(n, what) }
	}
	oneOf := func(into *string, what string, known []string) func(ast.Node) {
		return func(n ast.Node) { *into = cmp.Or(r.OneOf(n, what, known), "?") } // not missing, only wrong
	}
	r.Object(n, "an indicator", []strictyaml.Key{
		{Name: "id", Read: func(n ast.Node) { e.ID = r.Word(n, "an id"); e.at = lineAt(r.File, n, e.ID) }},
		{Name: "title", Read: text(&e.Title, "a title")},
		{Name: "element", Read: oneOf(&e.Element, "element", elementIDs())},
		{Name: "crime", Read: oneOf(&e.Crime, "crime", crimes())},
		{Name: "strength", Read: oneOf(&strength, "strength", strengths())},
		{Name: "traits", Read: func(n ast.Node) {
			for _, item := range r.List(n) {
				e.Traits = append(e.Traits, Trait(r.OneOf(item, "trait", traits())))
			}
		}},
		{Name: "sources", Read: func(n ast.Node) {
			r.Words(n, "a source", func(_ ast.Node, source string) { e.Sources = append(e.Sources, source) })
		}},
		{Name: "why", Read: text(&e.Why, "the reason")},
	})
	e.Strength = Strength(strength)
	r.Need(n, "an indicator", "id")
	if e.ID != "" {
		r.entries = append(r.entries, e)
	}
}

// addTaxonomy adds the indicators of one file. One that is known already is
// changed where the file says something else, and only a user's file may.
func (r *Reader) addTaxonomy(t *taxonomyReader, own bool) {
	maps.Copy(r.sources, t.sources)
	met := map[string]bool{}
	for _, e := range t.entries {
		at := slices.IndexFunc(r.indicators, func(i Indicator) bool { return i.ID == e.ID })
		switch {
		case met[e.ID] || at >= 0 && !own:
			e.at.reject("indicator "+e.ID+" stands here for the second time", "")
		case at >= 0:
			r.indicators[at].change(e)
		case e.complete():
			r.indicators = append(r.indicators, e.Indicator)
		}
		met[e.ID] = true
	}
	for _, i := range r.indicators {
		r.taxonomy[i.ID] = i
	}
}

// change takes over what another entry says. Whether an indicator can be evidence
// at all stays as it is, since frameworks rest on it.
func (i *Indicator) change(other indicatorEntry) {
	if s := other.Strength; s != "" && (s == Contextual) != (i.Strength == Contextual) {
		other.at.reject(fmt.Sprintf("indicator %s is %s and can't become %s", i.ID, i.Strength, s), "a rule with replace: true switches a fact off")
	}
	for _, c := range []struct{ into, from *string }{
		{&i.Title, &other.Title}, {&i.Element, &other.Element}, {&i.Crime, &other.Crime}, {&i.Why, &other.Why},
		{(*string)(&i.Strength), (*string)(&other.Strength)},
	} {
		if *c.from != "" {
			*c.into = *c.from
		}
	}
	if len(other.Traits) > 0 {
		i.Traits = other.Traits
	}
	if len(other.Sources) > 0 {
		i.Sources = other.Sources
	}
}

// complete reports whether a new indicator has all that it is used for.
func (e *indicatorEntry) complete() bool {
	var lacks []string
	for _, need := range []struct{ name, value string }{
		{"title", e.Title}, {"element", e.Element}, {"crime", e.Crime}, {"strength", string(e.Strength)}, {"why", e.Why},
	} {
		if need.value == "" {
			lacks = append(lacks, need.name)
		}
	}
	if len(lacks) > 0 {
		e.at.reject("indicator "+e.ID+" is new and lacks "+strings.Join(lacks, ", "), "")
	}
	return len(lacks) == 0
}

// Source returns the short name by which a source is known and what it stands
// for: "ILO 7" is by number one of the indicators of the ILO. Both are empty for
// a source that the taxonomy does not introduce.
func (r *Reader) Source(source string) (short, name string) {
	for s, n := range r.sources {
		if len(s) > len(short) && strings.HasPrefix(source+" ", s+" ") {
			short, name = s, n
		}
	}
	return short, name
}
