package pipeline

import (
	"regexp"

	"palermo/pipeline/source"
	"palermo/screen"
)

// Plan is what a user lays down in palermo.yaml. Everything in it may be left
// out.
type Plan struct {
	Framework string
	Out       string
	Formats   []string
	Tables    []source.TablePlan
	CaseID    *regexp.Regexp
	Labels    map[string]screen.Label // recorded labels that the built-in map does not know
	SHA256    string                  // of the file, empty for the zero plan
}
