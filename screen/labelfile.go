package screen

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed labels.yaml
var labelFile []byte

// labelDefinition is the file of labels; labels.yaml explains every key.
type labelDefinition struct {
	Version string              `yaml:"version"`
	Words   map[string][]string `yaml:"words"`
	Stigma  []ref               `yaml:"stigmatising"`
	Own     []ref               `yaml:"own_smuggling"`
	Roles   roleDefinition      `yaml:"roles"`
	Labels  []labelGroup        `yaml:"labels"`
}

// roleDefinition says which columns hold the role of a person, and which roles
// are those of an offender.
type roleDefinition struct {
	Columns   []string `yaml:"columns"`
	Offenders []ref    `yaml:"offenders"`
}

type labelGroup struct {
	Label     ref      `yaml:"label"`
	Whole     bool     `yaml:"whole"`
	Ambiguous ref      `yaml:"ambiguous"`
	SettledIn []string `yaml:"settled_in"`
	Languages []string `yaml:"languages"`
	Before    int      `yaml:"before"`
	Conflated bool     `yaml:"conflated"`
	Own       bool     `yaml:"own"`
	Phrases   []ref    `yaml:"phrases"`
}

// LoadLabels reads the labels that are built in: words in English, Spanish,
// Portuguese, French, Italian, German and Dutch, statutes, and codes of crime
// statistics (domain: NIBRS, ICCS).
func LoadLabels() (*LabelMap, error) {
	return parseLabels("labels.yaml", labelFile)
}

func parseLabels(name string, data []byte) (*LabelMap, error) {
	var def labelDefinition
	if err := yaml.UnmarshalWithOptions(data, &def, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	m := &LabelMap{Version: def.Version, phrases: map[string][]phrase{}, notices: &notices{roles: map[string]bool{}}}
	for _, list := range [...]struct {
		into **terms
		refs []ref
	}{{&m.stigma, def.Stigma}, {&m.ownSmuggling, def.Own}, {&m.offenders, def.Roles.Offenders}} {
		*list.into = newTerms()
		for _, r := range list.refs {
			texts, err := expand(r, def.Words)
			if err != nil {
				return nil, fmt.Errorf("read %s %w", name, err)
			}
			for _, text := range texts {
				(*list.into).add(text)
			}
		}
	}
	for _, header := range def.Roles.Columns {
		m.roles[roleHeader(header)] = true
	}
	for _, group := range def.Labels {
		if err := m.addGroup(group, def.Words); err != nil {
			return nil, fmt.Errorf("read %s %w", name, err)
		}
	}
	return m, nil
}

// roleHeader is a header as it is looked up: "vic_Role" as "vic role".
func roleHeader(header string) string { return strings.Join(labelWords(header), " ") }

func (m *LabelMap) addGroup(group labelGroup, classes map[string][]string) error {
	label := Label(group.Label.text)
	if !slices.Contains(Labels(), label) {
		return fmt.Errorf("line %d: unknown label %q", group.Label.line, label)
	}
	t := traits{whole: group.Whole, conflated: group.Conflated, own: group.Own}
	d := doubt{settledIn: group.SettledIn, languages: group.Languages, before: group.Before}
	switch group.Ambiguous.text {
	case "":
	case "always":
		t.doubts = []doubt{d}
	case "without_crossing":
		d.withoutCrossing = true
		t.doubts = []doubt{d}
	default:
		return fmt.Errorf("line %d: ambiguous is always or without_crossing, not %q", group.Ambiguous.line, group.Ambiguous.text)
	}
	for _, r := range group.Phrases {
		texts, err := expand(r, classes)
		if err != nil {
			return err
		}
		for _, text := range texts {
			words := labelWords(text)
			if len(words) == 0 {
				return fmt.Errorf("line %d: phrase %q has no letters or digits", r.line, text)
			}
			m.add(phrase{words: words, label: label, traits: t})
		}
	}
	return nil
}

// expand writes out the one {class} or {first..last} that a phrase may hold.
func expand(r ref, classes map[string][]string) ([]string, error) {
	before, rest, open := strings.Cut(r.text, "{")
	if !open {
		return []string{r.text}, nil
	}
	name, after, _ := strings.Cut(rest, "}")
	members, ok := classes[name]
	if first, last, isRange := strings.Cut(name, ".."); isRange {
		members, ok = numbers(first, last)
	}
	if !ok {
		return nil, fmt.Errorf("line %d: phrase %q: %q is neither a class of words nor a range", r.line, r.text, name)
	}
	texts := make([]string, len(members))
	for i, w := range members {
		texts[i] = before + w + after
	}
	return texts, nil
}

// numbers counts from first to last and keeps leading zeros.
func numbers(first, last string) ([]string, bool) {
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || from > to || to-from > 1000 {
		return nil, false
	}
	var list []string
	for n := from; n <= to; n++ {
		list = append(list, fmt.Sprintf("%0*d", len(first), n))
	}
	return list, true
}
