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
	Missing []string `yaml:"missing"`
	Ages    ageWords `yaml:"ages"`
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
	Band        bool              `yaml:"age_band"`
	Born        bool              `yaml:"born"`
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
	m := &Map{Version: def.Version, columns: map[string]Column{}, indicators: map[string]extract.Indicator{}, ages: def.Ages, missing: def.Missing}
	for _, i := range taxonomy {
		m.indicators[i.ID] = i
	}
	for _, p := range def.Presets {
		for header, d := range p.Columns {
			c := Column{
				Yes: d.Yes, Values: map[string]string{}, Any: d.Any, Age: d.Age || d.Band, Band: d.Band, Born: d.Born,
				Count: d.Count, DiffersFrom: d.DiffersFrom, Source: p.Name,
			}
			for value, indicator := range d.Values {
				c.Values[fold(value)] = indicator
			}
			if err := m.Check(c); err != nil {
				return nil, fmt.Errorf("read presets.yaml: %s, column %s: %w", p.Name, header, err)
			}
			for _, name := range append(d.Also, header) {
				m.columns[key(name)] = c
			}
		}
	}
	return m, nil
}

// Check refuses a column that states an unknown indicator.
func (m *Map) Check(c Column) error {
	for _, s := range c.stated() {
		id, _, _ := strings.Cut(s, "/")
		if _, known := m.indicators[id]; id != "" && !known {
			return fmt.Errorf("there is no indicator %q", id)
		}
	}
	return nil
}

// fromPlan is the source of a column that the plan describes.
const fromPlan = "plan"

// Stated makes a column of a plan: a ticked cell states the indicator. The word
// age reads an age, born a date of birth, count a number of people.
func Stated(indicator string) Column {
	switch indicator {
	case "age":
		return Column{Age: true, Source: fromPlan}
	case "born":
		return Column{Born: true, Source: fromPlan}
	case "count":
		return Column{Count: true, Source: fromPlan}
	}
	return Column{Yes: indicator, Source: fromPlan}
}

// Valued makes a column of a plan whose cells hold one or several values.
func Valued(values map[string]string) Column {
	c := Column{Values: map[string]string{}, Source: fromPlan}
	for value, indicator := range values {
		c.Values[fold(value)] = indicator
	}
	return c
}
