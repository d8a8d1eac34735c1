package extract

import (
	"fmt"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
	"palermo/extract/text"
)

// undetermined is the ISO 639-3 code of a language that could not be told.
const undetermined = "und"

// languages tells languages apart by their function words, which are short,
// frequent and hardly shared once the shared ones are left out.
type languages struct {
	codes []string
	words map[string]uint16 // folded function word -> bit i: language i has it
}

// languageReader walks the syntax tree of the languages.
type languageReader struct {
	*strictyaml.File
	entries []languageEntry
}

type languageEntry struct {
	code  line
	words []string
}

func readLanguages(f *strictyaml.File, body ast.Node) *languageReader {
	r := &languageReader{File: f}
	r.Object(body, "the languages", []strictyaml.Key{{Name: "languages", Read: func(n ast.Node) {
		for _, item := range r.List(n) {
			r.language(item)
		}
	}}})
	return r
}

func (r *languageReader) language(n ast.Node) {
	var e languageEntry
	r.Object(n, "a language", []strictyaml.Key{
		{Name: "code", Read: func(n ast.Node) { e.code = lineAt(r.File, n, r.Word(n, "a code")) }},
		{Name: "words", Read: func(n ast.Node) {
			r.Words(n, "a function word", func(_ ast.Node, word string) { e.words = append(e.words, word) })
		}},
	})
	r.Need(n, "a language", "code", "words")
	if e.code.text != "" {
		r.entries = append(r.entries, e)
	}
}

// add takes over the function words of one file. Those of a language that is
// known already are added to it.
func (l *languages) add(r *languageReader) {
	for _, e := range r.entries {
		i := slices.Index(l.codes, e.code.text)
		if i < 0 {
			i = len(l.codes)
			l.codes = append(l.codes, e.code.text)
		}
		if i >= len(tally{}) {
			e.code.reject(fmt.Sprintf("more than %d languages", len(tally{})), "")
			continue
		}
		for _, w := range e.words {
			l.words[text.FoldPhrase(w)] |= 1 << i
		}
	}
}
