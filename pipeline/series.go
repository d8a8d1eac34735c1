package pipeline

import (
	"path/filepath"
	"slices"
	"strings"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
)

// SeriesOf names the chain of runs that a plan, or without one the inputs, give
// under a framework. Runs of other series are never held against each other. Paths
// are told from the root on, each once and sorted, so that it does not matter how
// they are written and where. A series that is known under a name of the same
// paths keeps it: earlier versions took them as they were written.
func SeriesOf(planFile, framework string, inputs []string, known []history.Series) history.Series {
	if planFile != "" {
		inputs = []string{planFile}
	}
	suffix := " (" + framework + ")"
	written, paths := history.Series(strings.Join(inputs, " ")+suffix), fromRoot(inputs)
	if slices.Contains(known, written) {
		return written
	}
	for _, name := range known {
		if older, ok := strings.CutSuffix(string(name), suffix); ok && fromRoot(strings.Fields(older)) == paths {
			return name
		}
	}
	return history.Series(paths + suffix)
}

// fromRoot lists paths in one way.
func fromRoot(inputs []string) string {
	var list []string
	for _, in := range inputs {
		if abs, err := filepath.Abs(in); err == nil && in != source.Stdin {
			in = abs
		}
		list = append(list, filepath.ToSlash(in))
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}
