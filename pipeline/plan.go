package pipeline

import (
	"io/fs"
	"regexp"
	"strings"

	"palermo/pipeline/source"
	"palermo/screen"
	"palermo/screen/columns"
)

// What a run does when neither the command nor the plan says otherwise.
const (
	DefaultFramework = "un"
	DefaultOut       = "palermo-out"
)

// Plan is what a user lays down in palermo.yaml. Everything in it may be left
// out.
type Plan struct {
	Framework string
	Also      []string // further frameworks
	Out       string
	Packs     string // the user's folder of packs
	Formats   []string
	Tables    []source.TablePlan
	CaseID    *regexp.Regexp
	Country   string                    // whose usage recorded labels follow, ISO 3166, empty when unknown
	Switches  map[string]bool           // of the frameworks, by name
	Facts     map[string]columns.Column // structured columns, by header
	Labels    map[string]screen.Label   // recorded labels that the built-in map does not know
	SHA256    string                    // of the file, empty for the zero plan
}

// Frameworks lists the ids of the legal frameworks that are built in, sorted.
func Frameworks() []string {
	files, err := fs.Glob(screen.Frameworks(), "*.yaml")
	if err != nil {
		return nil // not reached: the pattern is a constant that is well formed
	}
	for i, file := range files {
		files[i] = strings.TrimSuffix(file, ".yaml")
	}
	return files
}

// roles lists the roles that a plan can give to columns, in the order in which
// a plan is written.
func roles() []source.Role {
	return []source.Role{
		source.RoleCaseID, source.RoleDate, source.RoleLabel, source.RoleNarrative, source.RoleUnit,
	}
}
