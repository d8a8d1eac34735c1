package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// line is a text in a pack with the place where it stands.
type line struct {
	text   string
	number int // one-based line of the file
	column int
}

// UnmarshalYAML keeps the place of the text.
func (l *line) UnmarshalYAML(n ast.Node) error {
	if err := yaml.NodeToValue(n, &l.text); err != nil {
		return err
	}
	at := n.GetToken().Position
	l.number, l.column = at.Line, at.Column
	return nil
}

// rule says what one indicator looks like in one language.
type rule struct {
	Indicator string `yaml:"indicator"`
	Facet     string `yaml:"facet"`
	Actor     string `yaml:"actor"`  // "private": it is nothing when an official does it
	About     string `yaml:"about"`  // "victim": it is nothing when told of somebody else
	Ages      string `yaml:"ages"`   // what the numbers among the words are: "stated" ages, ages in "apposition", or the year somebody was "born"
	Amount    string `yaml:"amount"` // what its amount of money must be for: "crossing", "wage", ...
	Patterns  []line `yaml:"patterns"`
	Unless    []line `yaml:"unless"` // what the same words mean when they mean something else
	Hits      []line `yaml:"hits"`
	Misses    []line `yaml:"misses"`
	Negated   []line `yaml:"negated"`

	file     string
	strength Strength // of the indicator
}

// cueRule is a kind of context cue.
type cueRule struct {
	Layer    string `yaml:"layer"`
	Scope    string `yaml:"scope"` // forward, backward, both, sentence, rest
	Reach    int    `yaml:"reach"` // words; 0 means to the end of the scope
	Patterns []line `yaml:"patterns"`

	file       string
	scope      scope
	effect     func(*Assertion) // nil for pseudo cues and terminators
	pseudo     bool
	negates    bool
	terminator bool
}

// wordClass is a named list of words.
type wordClass struct {
	name    string
	members []string
	line    int
}

// wordClasses keeps the order in which classes are written, since a class may
// name those above it.
type wordClasses []wordClass

// UnmarshalYAML reads a mapping of names to lists.
func (c *wordClasses) UnmarshalYAML(n ast.Node) error {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		return errors.New("classes must be a mapping of names to lists of words")
	}
	for _, v := range m.Values {
		wc := wordClass{name: v.Key.String(), line: v.Key.GetToken().Position.Line}
		if err := yaml.NodeToValue(v.Value, &wc.members); err != nil {
			return err
		}
		*c = append(*c, wc)
	}
	return nil
}

// definition is a language pack as written.
type definition struct {
	language      string
	version       string
	abbreviations []string
	numbers       map[string]int
	classes       []wordClass
	cues          []cueRule
	rules         []rule
}

// packFile is what any file of a language folder may hold.
type packFile struct {
	Version       string         `yaml:"version"`
	Abbreviations []string       `yaml:"abbreviations"`
	Numbers       map[string]int `yaml:"numbers"`
	Classes       wordClasses    `yaml:"classes"`
	Cues          []cueRule      `yaml:"cues"`
	Rules         []rule         `yaml:"rules"`
}

// readDefinition reads every file of a language folder, in the order of their
// names. A class may name classes of files before its own.
func readDefinition(fsys fs.FS, language string) (*definition, error) {
	names, err := fs.Glob(fsys, path.Join(language, "*.yaml"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	d := &definition{language: language, numbers: map[string]int{}}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var f packFile
		if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("pack %s: %s", name, yaml.FormatError(err, false, true))
		}
		d.add(name, &f)
	}
	return d, d.check()
}

func (d *definition) add(name string, f *packFile) {
	if f.Version != "" {
		d.version = f.Version
	}
	d.abbreviations = append(d.abbreviations, f.Abbreviations...)
	for w, n := range f.Numbers {
		d.numbers[w] = n
	}
	d.classes = append(d.classes, f.Classes...)
	for _, c := range f.Cues {
		c.file = name
		d.cues = append(d.cues, c)
	}
	for _, r := range f.Rules {
		r.file = name
		d.rules = append(d.rules, r)
	}
}

// check refuses a pack in which a kind of knowledge is missing, since its
// silence would be read as the silence of the records.
func (d *definition) check() error {
	var missing []string
	for what, n := range map[string]int{"version": len(d.version), "classes": len(d.classes), "cues": len(d.cues), "rules": len(d.rules)} {
		if n == 0 {
			missing = append(missing, what)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return fmt.Errorf("pack %s has no %s", d.language, strings.Join(missing, ", no "))
	}
	if err := d.checkAmounts(); err != nil {
		return err
	}
	for _, r := range d.rules {
		if len(r.Patterns) == 0 || len(r.Hits) == 0 || len(r.Misses) == 0 {
			return fmt.Errorf("pack %s: a rule of %s lacks patterns, hits or misses", r.file, r.Indicator)
		}
		switch r.Ages {
		case "", statedAges, appositionAges, bornAges:
		default:
			return fmt.Errorf("pack %s: ages of %s are %q (hint: %s, %s or %s)", r.file, r.Indicator, r.Ages, statedAges, appositionAges, bornAges)
		}
	}
	return nil
}

// examples returns every sentence that stands beside a rule: prose of the kind
// that the pack is for.
func (d *definition) examples() []string {
	var out []string
	for _, r := range d.rules {
		for _, lines := range [][]line{r.Hits, r.Misses, r.Negated} {
			for _, l := range lines {
				out = append(out, l.text)
			}
		}
	}
	return out
}
