package source

import (
	"fmt"
	"slices"
	"strings"
)

// hiddenTold is how many hidden columns are named.
const hiddenTold = 5

// tellHidden notes the columns that are hidden in the workbook and hold values:
// whoever looks at it does not see them, and they are read.
func (t *table) tellHidden(names []string, looks []look) {
	var told []string
	more := 0
	for i, name := range names {
		isHidden := slices.ContainsFunc(t.hidden, func(s columnSpan) bool { return s.first <= i+1 && i+1 <= s.last })
		switch {
		case !isHidden || looks[i].filled == 0:
		case len(told) == hiddenTold:
			more++
		default:
			told = append(told, fmt.Sprintf("%q", name))
		}
	}
	if len(told) == 0 {
		return
	}
	problem := hiddenColumns + strings.Join(told, ", ")
	if more > 0 {
		problem += fmt.Sprintf(" and %d more", more)
	}
	t.problems = append(slices.Clone(t.problems), problem)
}

// sheetProblems are those that the next table of a sheet has too.
func (t *table) sheetProblems() []string {
	return slices.DeleteFunc(slices.Clone(t.problems), func(p string) bool { return strings.HasPrefix(p, hiddenColumns) })
}

const hiddenColumns = "columns are hidden in the workbook: "
