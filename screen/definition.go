package screen

import (
	"context"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"palermo/extract"
)

// definition is a framework as it stands in its file; frameworks/un.yaml
// explains every key.
type definition struct {
	ID           string           `yaml:"id"`
	Version      string           `yaml:"version"`
	Title        string           `yaml:"title"`
	Extends      string           `yaml:"extends"`
	IgnoreFacets []string         `yaml:"ignore_facets"`
	IgnoreDenied []string         `yaml:"ignore_denied_facets"`
	Switches     map[string]bool  `yaml:"switches"`
	Sets         map[string][]ref `yaml:"sets"`
	Facts        []factDef        `yaml:"facts"`
	Decision     []rowDef         `yaml:"decision"`
	Questions    []questionDef    `yaml:"questions"`

	file     string
	taxonomy map[string]extract.Indicator
	stages   *stages
}

type factDef struct {
	ID       ref      `yaml:"id"`
	Before   ref      `yaml:"before"`
	Cite     string   `yaml:"cite"`
	Says     saysDef  `yaml:"says"`
	Conflict string   `yaml:"conflict"`
	Standoff ref      `yaml:"standoff"`
	Present  []wayDef `yaml:"present"`
	Absent   []wayDef `yaml:"absent"`
	Table    []rowDef `yaml:"table"`
}

// saysDef is what each state of a fact comes to, in words.
type saysDef struct {
	Present string `yaml:"present"`
	Absent  string `yaml:"absent"`
	Unknown string `yaml:"unknown"`
}

type wayDef struct {
	Any      []ref          `yaml:"any"`
	With     []ref          `yaml:"with"`
	Without  []ref          `yaml:"without"`
	Weigh    []ref          `yaml:"weigh"`
	AtLeast  int            `yaml:"at_least"`
	Given    map[string]ref `yaml:"given"`
	Undenied bool           `yaml:"undenied"`
	Inferred bool           `yaml:"inferred"`
	Firm     bool           `yaml:"firm"`
	Switch   ref            `yaml:"switch"`
	Why      string         `yaml:"why"`
}

type rowDef struct {
	ID           ref            `yaml:"id"`
	Before       ref            `yaml:"before"`
	Says         string         `yaml:"says"`
	When         map[string]ref `yaml:"when"`
	Is           ref            `yaml:"is"`
	Class        ref            `yaml:"class"`
	Undetermined bool           `yaml:"undetermined"`
	Conflict     string         `yaml:"conflict"`
	Cite         string         `yaml:"cite"`
}

type questionDef struct {
	Text     ref            `yaml:"text"`
	Supposes map[string]ref `yaml:"supposes"`
	When     map[string]ref `yaml:"when"`
}

// ref is a word of a file and where it stands.
type ref struct {
	text string
	file string
	line int // one-based, 0 when the key is missing
}

// fileKey is under which the name of the file is handed to UnmarshalYAML.
type fileKey struct{}

// UnmarshalYAML keeps the place of the word.
func (r *ref) UnmarshalYAML(ctx context.Context, n ast.Node) error {
	r.file, _ = ctx.Value(fileKey{}).(string)
	r.line = n.GetToken().Position.Line
	return yaml.NodeToValue(n, &r.text)
}

func parseDefinition(name string, data []byte) (*definition, error) {
	def := definition{file: name}
	ctx := context.WithValue(context.Background(), fileKey{}, name)
	if err := yaml.UnmarshalContext(ctx, data, &def, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read framework %s: %w", name, err)
	}
	return &def, nil
}

// fault is an error at a line of a file.
func (d *definition) fault(at ref, format string, args ...any) error {
	place := at.file
	if at.file != d.file {
		place = d.file + ": " + at.file // which this one extends
	}
	return fmt.Errorf("read framework %s line %d: %s", place, at.line, fmt.Sprintf(format, args...))
}

// states reads "present" or "absent|unknown" into a set of states.
func (d *definition) states(r ref) (stateSet, error) {
	var set stateSet
	for word := range strings.SplitSeq(r.text, "|") {
		one, ok := stateOf(State(strings.TrimSpace(word)))
		if !ok {
			return 0, d.fault(r, "%q is no state; write present, absent or unknown, or several with | between", word)
		}
		set |= one
	}
	return set, nil
}
