package source

import (
	"slices"
	"strings"
)

// explains recognises the row under a header of ids that says the same in
// words, as in the Human Trafficking Case Data Standard, or gives the type or
// the tag of every column.
func explains(header, cells []string) bool {
	same, types, tags, count := 0, 0, 0, 0
	for i, cell := range cells[:min(len(cells), len(header))] {
		if strings.TrimSpace(cell) == "" || strings.TrimSpace(header[i]) == "" {
			continue
		}
		if len(cell) > 100 {
			return false
		}
		count++
		words := normalise(cell)
		if sharesWord(normalise(header[i]), words) {
			same++
		}
		if slices.Contains(typeWords(), words) {
			types++
		}
		if isTag(cell) {
			tags++
		}
	}
	return count >= 3 && (same*2 > count || types*10 >= count*9 || tags*10 >= count*9)
}

// isTag recognises the hashtags under the header of humanitarian data (HXL),
// such as "#adm1+name".
func isTag(cell string) bool {
	cell = strings.TrimSpace(cell)
	return len(cell) > 1 && cell[0] == '#' && cell[1] >= 'a' && cell[1] <= 'z' && !strings.Contains(cell, " ")
}

// typeWords are what a row of column types says.
func typeWords() []string {
	return []string{
		"text", "string", "varchar", "char", "integer", "int", "number", "numeric", "float", "decimal",
		"date", "datetime", "boolean", "bool", "select one", "select multiple", "picklist", "multi select",
		"texto", "numero", "entero", "fecha", "booleano", "inteiro", "texte", "nombre", "entier",
	}
}

// sharesWord reports whether two normalised names have a word of three letters
// or more in common.
func sharesWord(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		if len(word) >= 3 && containsWords(b, word) {
			return true
		}
	}
	return false
}

// repeats reports whether a row says the header once more.
func repeats(header, cells []string) bool {
	if len(header) < 2 || filled(header) < 2 {
		return false
	}
	for i := range max(len(header), len(cells)) {
		if !sameName(at(cells, i), at(header, i)) {
			return false
		}
	}
	return true
}

// sameName reports whether two cells say the same, whatever their white space.
func sameName(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	return a == b || a != "" && b != "" && a[0] == b[0] && oneLine(a) == oneLine(b)
}
