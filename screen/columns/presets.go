package columns

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"

	"palermo/extract"
)

//go:embed presets.yaml
var presetFile []byte

// definition is the file of presets; presets.yaml explains every key.
type definition struct {
	Version string   `yaml:"version"`
	Presets []preset `yaml:"presets"`
}

type preset struct {
	Name    string               `yaml:"name"`
	Columns map[string]columnDef `yaml:"columns"`
}

type columnDef struct {
	Yes         string            `yaml:"yes"`
	Values      map[string]string `yaml:"values"`
	Any         string            `yaml:"any"`
	Age         bool              `yaml:"age"`
	Count       bool              `yaml:"count"`
	DiffersFrom string            `yaml:"differs_from"`
	Also        []string          `yaml:"also"` // other headers of the same column
}

// Load reads the columns of data standards that are built in. The taxonomy says
// which indicators there are, and how strong they are.
func Load(taxonomy []extract.Indicator) (*Map, error) {
	var def definition
	if err := yaml.UnmarshalWithOptions(presetFile, &def, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read presets.yaml: %w", err)
	}
	m := &Map{Version: def.Version, columns: map[string]Column{}, strength: map[string]extract.Strength{}}
	for _, i := range taxonomy {
		m.strength[i.ID] = i.Strength
	}
	for _, p := range def.Presets {
		for header, d := range p.Columns {
			c := Column{Yes: d.Yes, Values: map[string]string{}, Any: d.Any, Age: d.Age, Count: d.Count, DiffersFrom: d.DiffersFrom, Source: p.Name}
			for value, indicator := range d.Values {
				c.Values[fold(value)] = indicator
			}
			if err := m.Check(c); err != nil {
				return nil, fmt.Errorf("read presets.yaml: %s, column %s: %w", p.Name, header, err)
			}
			for _, name := range append(d.Also, header) {
				m.columns[fold(name)] = c
			}
		}
	}
	return m, nil
}

// Check refuses a column that states an unknown indicator.
func (m *Map) Check(c Column) error {
	stated := []string{c.Yes, c.Any}
	for _, indicator := range c.Values {
		stated = append(stated, indicator)
	}
	for _, s := range stated {
		id, _, _ := strings.Cut(s, "/")
		if _, known := m.strength[id]; id != "" && !known {
			return fmt.Errorf("there is no indicator %q", id)
		}
	}
	return nil
}

// Stated makes a column of a plan: a ticked cell states the indicator, or the
// word age reads an age, the word count a number of people.
func Stated(indicator string) Column {
	switch indicator {
	case "age":
		return Column{Age: true, Source: "plan"}
	case "count":
		return Column{Count: true, Source: "plan"}
	}
	return Column{Yes: indicator, Source: "plan"}
}

// Valued makes a column of a plan whose cells hold one or several values.
func Valued(values map[string]string) Column {
	c := Column{Values: map[string]string{}, Source: "plan"}
	for value, indicator := range values {
		c.Values[fold(value)] = indicator
	}
	return c
}
