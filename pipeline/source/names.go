package source

import (
	"fmt"
	"strings"
)

// columnNames gives every column a name that no other column has.
func columnNames(header []string, width int) []string {
	names := make([]string, max(width, len(header)))
	taken := map[string]bool{}
	for i := range names {
		name := unnamed(i)
		if i < len(header) && strings.TrimSpace(header[i]) != "" {
			name, _ = repair(strings.Trim(strings.TrimSpace(header[i]), "\uFEFF\u200B"))
			if isPlaceholder(name) {
				name = unnamed(i)
			}
		}
		plain := name
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s (%d)", plain, n)
		}
		taken[name] = true
		names[i] = name
	}
	return names
}

func unnamed(i int) string { return fmt.Sprintf("column %d", i+1) }

func isBlank(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// isPlaceholder recognises the name that data tools write for a column without
// one, such as "Unnamed: 3".
func isPlaceholder(name string) bool {
	rest, found := strings.CutPrefix(name, "Unnamed: ")
	return found && rest != "" && strings.Trim(rest, "0123456789_lev") == ""
}

func filled(cells []string) int {
	n := 0
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}
