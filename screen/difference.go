package screen

import (
	_ "embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/goccy/go-yaml"
)

//go:embed differences.yaml
var differenceFile []byte

// Differences is the table of facts that bodies of law read otherwise.
type Differences struct {
	Version string       `yaml:"version"`
	Rows    []Difference `yaml:"rows"`
}

// Difference is one row: facts, and the classes that are right under each
// framework.
type Difference struct {
	ID    string                `yaml:"id"`
	Facts string                `yaml:"facts"`
	Told  string                `yaml:"told"`
	Marks []string              `yaml:"marks"`   // indicators or elements that a record of this kind shows
	Right map[string]allowedSet `yaml:"classes"` // by framework
	Note  string                `yaml:"note"`
}

// allowedSet is a list of classes; the word any is the empty list.
type allowedSet []Class

// UnmarshalYAML reads a list of classes or the word any.
func (s *allowedSet) UnmarshalYAML(data []byte) error {
	var list []Class
	if err := yaml.Unmarshal(data, &list); err == nil {
		for _, c := range list {
			if !slices.Contains(Classes(), c) {
				return fmt.Errorf("unknown class %q", c)
			}
		}
		*s = list
		return nil
	}
	var word string
	if err := yaml.Unmarshal(data, &word); err != nil || word != "any" {
		return fmt.Errorf("want a list of classes or any, not %q", data)
	}
	return nil
}

// LoadDifferences reads the table that is built in.
func LoadDifferences() (*Differences, error) { return parseDifferences(differenceFile) }

func parseDifferences(data []byte) (*Differences, error) {
	var d Differences
	if err := yaml.UnmarshalWithOptions(data, &d, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read differences.yaml: %w", err)
	}
	for _, row := range d.Rows {
		for _, id := range slices.Sorted(maps.Keys(row.Right)) {
			if _, err := fs.Stat(Frameworks(), id+".yaml"); err != nil {
				return nil, fmt.Errorf("read differences.yaml: row %s speaks of a framework %q that there is not", row.ID, id)
			}
		}
	}
	return &d, nil
}

// Classes returns the classes that are right under a framework, none where the
// table does not say.
func (d *Difference) Classes(framework string) []Class { return d.Right[framework] }
