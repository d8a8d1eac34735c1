package extract

import (
	"maps"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
)

// packReader walks the syntax trees of the files of a language.
type packReader struct {
	*strictyaml.File
	own     bool                // a user's, which may say what it replaces
	anchors map[string]ast.Node // of the file
	definition
}

func newPackReader(language string, own bool) *packReader {
	return &packReader{own: own, definition: definition{language: language, numbers: map[string]int{}}}
}

// read adds what one file says.
func (r *packReader) read(f *strictyaml.File, body ast.Node) {
	r.File, r.anchors = f, map[string]ast.Node{}
	r.Object(body, "a pack", []strictyaml.Key{
		{Name: "version", Read: func(n ast.Node) { r.version = r.Text(n, "the version") }},
		{Name: "abbreviations", Read: r.readAbbreviations(&r.abbreviations)},
		{Name: "number_abbreviations", Read: r.readAbbreviations(&r.numberAbbreviations)},
		{Name: "numbers", Read: r.readNumbers},
		{Name: "classes", Read: r.readClasses},
		{Name: "cues", Read: func(n ast.Node) { r.each(n, r.readCue) }},
		{Name: "rules", Read: func(n ast.Node) { r.each(n, r.readRule) }},
	})
}

func (r *packReader) each(n ast.Node, read func(ast.Node)) {
	for _, item := range r.List(n) {
		read(item)
	}
}

func (r *packReader) at(n ast.Node, text string) line { return lineAt(r.File, n, text) }

// lines reads a list of texts with their places.
func (r *packReader) lines(into *[]line, what string) func(ast.Node) {
	return func(n ast.Node) {
		r.Words(r.shared(n), what, func(n ast.Node, text string) { *into = append(*into, r.at(n, text)) })
	}
}

// shared returns the list at a node. Where the same words state two facts, one
// rule names its list (&name) and another takes it over (*name). Nothing but
// whole lists can be shared, so that no text grows when it is read.
func (r *packReader) shared(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.AnchorNode:
		r.anchors[n.Name.GetToken().Value] = n.Value
		return n.Value
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		if r.anchors[name] == nil {
			r.Reject(n, "no list above is named &"+name, "")
		}
		return r.anchors[name]
	}
	return n
}

func (r *packReader) readAbbreviations(into *[]string) func(ast.Node) {
	return func(n ast.Node) {
		r.Words(n, "an abbreviation", func(_ ast.Node, word string) { *into = append(*into, word) })
	}
}

func (r *packReader) readNumbers(n ast.Node) {
	for _, e := range r.Entries(n, "numbers") {
		word := r.Word(e.Key, "a number word")
		if value, ok := r.Number(e.Value, "the number of "+word); ok {
			r.numbers[word] = value
		}
	}
}

func (r *packReader) readClasses(n ast.Node) {
	for _, e := range r.Entries(n, "classes") {
		name := e.Key.GetToken().Value
		c := wordClass{name: r.at(e.Key, name)}
		at := slices.IndexFunc(r.classes, func(c wordClass) bool { return c.name.text == name })
		if at >= 0 {
			c.name.reject("class <"+name+"> stands here for the second time", "it stands in "+r.classes[at].name.place())
			continue
		}
		if _, changes := e.Value.(*ast.MappingNode); changes {
			r.readChanges(&c, e.Value)
		} else {
			r.lines(&c.members, "a member of class <"+name+">")(e.Value)
		}
		r.classes = append(r.classes, c)
	}
}

// readChanges reads what a user's class does to the one below it.
func (r *packReader) readChanges(c *wordClass, n ast.Node) {
	what := "a member of class <" + c.name.text + ">"
	r.Object(n, "a class", []strictyaml.Key{
		{Name: "add", Read: r.lines(&c.members, what)},
		{Name: "without", Read: r.lines(&c.without, what)},
		{Name: "replace", Read: func(n ast.Node) {
			c.replace = true
			r.lines(&c.members, what)(n)
		}},
	})
	if !r.own {
		c.name.reject("class <"+c.name.text+"> changes another, and there is none below it", "write a list of words")
	}
}

func (r *packReader) readCue(n ast.Node) {
	c := cueRule{at: r.at(n, "")}
	r.Object(n, "a cue", []strictyaml.Key{
		{Name: "layer", Read: func(n ast.Node) { c.Layer = r.OneOf(n, "layer", slices.Sorted(maps.Keys(layers))) }},
		{Name: "scope", Read: func(n ast.Node) { c.Scope = r.OneOf(n, "scope", slices.Sorted(maps.Keys(scopes))) }},
		{Name: "reach", Read: func(n ast.Node) { c.Reach, _ = r.Number(n, "the reach") }},
		{Name: "governs", Read: func(n ast.Node) { c.Governs = r.OneOf(n, "governs", []string{governsNoun}) }},
		{Name: "patterns", Read: r.lines(&c.Patterns, "a pattern")},
	})
	r.Need(n, "a cue", "layer", "scope", "patterns")
	if c.Layer != "" && c.Scope != "" {
		r.cues = append(r.cues, c)
	}
}

func (r *packReader) readRule(n ast.Node) {
	var rule rule
	r.Object(n, "a rule", []strictyaml.Key{
		{Name: "indicator", Read: func(n ast.Node) { rule.Indicator = r.Word(n, "an indicator"); rule.at = r.at(n, rule.Indicator) }},
		{Name: "facet", Read: func(n ast.Node) { rule.Facet = r.Text(n, "a facet") }},
		{Name: "opposite", Read: func(n ast.Node) { rule.Opposite = r.Word(n, "an indicator"); rule.oppositeAt = r.at(n, rule.Opposite) }},
		{Name: "actor", Read: func(n ast.Node) { rule.Actor = r.OneOf(n, "actor", []string{"private"}) }},
		{Name: "about", Read: func(n ast.Node) { rule.About = r.OneOf(n, "person", []string{string(Victim)}) }},
		{Name: "ages", Read: func(n ast.Node) {
			rule.Ages = r.OneOf(n, "kind of ages", []string{statedAges, appositionAges, enclosedAges, bornAges, askedAges})
		}},
		{Name: "amount", Read: func(n ast.Node) { rule.Amount = r.Text(n, "the purpose of an amount") }},
		{Name: "patterns", Read: r.lines(&rule.Patterns, "a pattern")},
		{Name: "unless", Read: r.lines(&rule.Unless, "a pattern")},
		{Name: "hits", Read: r.lines(&rule.Hits, "an example")},
		{Name: "misses", Read: r.lines(&rule.Misses, "an example")},
		{Name: "negated", Read: r.lines(&rule.Negated, "an example")},
		{Name: "replace", Read: func(n ast.Node) { rule.replace = r.Flag(n, "replace") }},
	})
	r.Need(n, "a rule", "indicator")
	if rule.Indicator == "" {
		return
	}
	rule.checkParts(r.own)
	r.rules = append(r.rules, rule)
}

// checkParts refuses a rule that finds something and does not show what.
func (r *rule) checkParts(own bool) {
	if !own && r.replace {
		r.at.reject("the rule replaces another, and there is none below it", "take out replace")
	}
	if len(r.Patterns) > 0 && len(r.Hits) == 0 {
		r.at.reject("the rule of "+r.fact()+" lacks hits", "write sentences under hits: that its patterns must find")
	}
	if len(r.Patterns)+len(r.Unless) > 0 && len(r.Misses) == 0 {
		r.at.reject("the rule of "+r.fact()+" lacks misses", "write sentences under misses: that look alike and must not be found")
	}
	if !own && len(r.Patterns) == 0 {
		r.at.reject("the rule of "+r.fact()+" lacks patterns", "write what it looks like in words under patterns:")
	}
}
