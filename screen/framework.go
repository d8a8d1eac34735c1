package screen

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"palermo/extract"
)

//go:embed frameworks/*.yaml
var shipped embed.FS

// Frameworks returns the frameworks that are built in, one file each, named
// after its id: "un.yaml".
func Frameworks() fs.FS {
	sub, err := fs.Sub(shipped, "frameworks")
	if err != nil {
		return shipped // not reached: the path is a constant that embed has checked
	}
	return sub
}

// Framework is a body of law as a program over evidence: which facts establish
// each element, and which class follows from the elements. It is never changed
// after it was loaded, so that any number of workers may use it.
type Framework struct {
	ID       string
	Version  string
	Title    string
	Switches map[string]bool // by name, as loaded

	facts     []fact
	elements  []int // index into facts, in output order
	rows      []decision
	questions []question
	atoms     map[string][]atom // by indicator
	ignored   map[string]bool   // facets that are left out
	undenied  map[string]bool   // facets whose denial is left out
	stages    *stages

	definition *definition
}

// LoadFramework reads a framework from a file. The taxonomy says which
// indicators there are; nil leaves that unchecked. An error names the file and
// the line. A framework is refused when it names an unknown element, class,
// indicator, set or switch, leaves out an element, rests an element on a
// contextual indicator, has a table that leaves a case open, or has a row that
// no case can reach.
func LoadFramework(fsys fs.FS, name string, taxonomy []extract.Indicator) (*Framework, error) {
	def, err := readDefinition(fsys, name)
	if err != nil {
		return nil, err
	}
	if def.taxonomy = byID(taxonomy); def.taxonomy != nil {
		for _, id := range extract.Named() {
			if _, ok := def.taxonomy[id]; !ok {
				return nil, fmt.Errorf("read framework %s: the taxonomy has no indicator %q, which the program names", name, id)
			}
		}
	}
	if def.stages, err = loadStages(); err != nil {
		return nil, err
	}
	return def.compile()
}

func byID(taxonomy []extract.Indicator) map[string]extract.Indicator {
	if taxonomy == nil {
		return nil
	}
	index := make(map[string]extract.Indicator, len(taxonomy))
	for _, i := range taxonomy {
		index[i.ID] = i
	}
	return index
}

// With returns the framework with one switch set. It fails when the framework
// has no such switch.
func (f *Framework) With(name string, on bool) (*Framework, error) {
	if _, ok := f.Switches[name]; !ok {
		return nil, fmt.Errorf("framework %s has no switch %q, it has %q", f.ID, name, slices.Sorted(maps.Keys(f.Switches)))
	}
	def := *f.definition
	def.Switches = maps.Clone(def.Switches)
	def.Switches[name] = on
	return def.compile()
}

// Decision is one row of the decision table, for codebooks.
type Decision struct {
	ID           string
	Title        string // what the row says, in plain words
	Class        Class
	Undetermined bool
	Citation     string // article, empty where no law decides
}

// Decision returns the row of the decision table with the given id. The row of
// a record that was not screened is in no table.
func (f *Framework) Decision(id string) Decision {
	for _, r := range f.rows {
		if r.ID == id {
			return r.Decision
		}
	}
	return Decision{ID: id, Class: InsufficientInformation, Title: "The record could not be screened"}
}

// Decisions lists the decision table in the order in which it is tried.
func (f *Framework) Decisions() []Decision {
	list := make([]Decision, len(f.rows))
	for i, r := range f.rows {
		list[i] = r.Decision
	}
	return list
}

// Citation returns the articles that an element rests on.
func (f *Framework) Citation(id ElementID) string {
	for _, x := range f.facts {
		if x.id == string(id) {
			return x.cite
		}
	}
	return ""
}
