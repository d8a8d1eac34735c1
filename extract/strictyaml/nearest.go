package strictyaml

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Instead says what could have been meant by a word that is not known.
func Instead(word string, known []string) string {
	all := strings.Join(known, ", ")
	if near := Nearest(word, known, 1); len(near) > 0 {
		return fmt.Sprintf("did you mean %q? known: %s", near[0], all)
	}
	return "use " + all
}

// Nearest returns the known words that differ from a word in few letters, at
// most so many, the nearest first.
func Nearest(word string, known []string, most int) []string {
	type candidate struct {
		word  string
		edits int
	}
	var near []candidate
	limit := min(3, max(1, len(word)/2))
	for _, k := range known {
		if d := edits(strings.ToLower(word), k); d <= limit {
			near = append(near, candidate{k, d})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.edits, b.edits) })
	var words []string
	for _, c := range near[:min(most, len(near))] {
		words = append(words, c.word)
	}
	return words
}

// edits counts the letters to change, add or take away to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}
