package extract

import (
	"fmt"
	"math/bits"
	"slices"
	"unicode"

	"github.com/abadojack/whatlanggo"
	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
	"palermo/extract/text"
)

// undetermined is the ISO 639-3 code of a language that could not be told.
const undetermined = "und"

// sampleTokens is how many words of a narrative its language is told from.
const sampleTokens = 64

// surestTokens is how many words the trigram model needs before it is believed
// about a text in Latin letters.
const surestTokens = 12

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

// detect returns the ISO 639-1 code of the language of a narrative. A word that
// several languages share counts for each of them. Where there are too few function
// words, as in terse logs, a trigram model is asked, and believed only when it
// is sure; what neither can tell is undetermined.
func (l *languages) detect(w *workspace, src string) string {
	best, counts := l.leading(w, src, w.tokens[:min(len(w.tokens), sampleTokens)])
	if counts.tied(best) {
		best, counts = l.leading(w, src, w.tokens)
	}
	switch leads := !counts.tied(best); {
	case counts[best] < 2:
		return l.byTrigrams(src, w.tokens, leads, best)
	case leads:
		return l.codes[best]
	}
	return undetermined
}

// tally counts the function words of each language.
type tally [16]int

// tied reports whether another language has as many function words.
func (t *tally) tied(best int) bool {
	for i, n := range t {
		if i != best && n >= t[best] {
			return true
		}
	}
	return false
}

// leading returns the language with the most function words among tokens.
func (l *languages) leading(w *workspace, src string, tokens []text.Token) (best int, counts tally) {
	for _, t := range tokens {
		for set := l.function(w, t, src); set != 0; set &= set - 1 {
			counts[bits.TrailingZeros16(set)]++
		}
	}
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return best, counts
}

// switchWords is how many function words more a sentence has of another language
// than of that of its narrative before it is read as the other.
const switchWords = 3

// packOf returns the pack to read a sentence with: that of the narrative, unless
// the writer plainly switched to another language, as where a statement is quoted.
func (r *Reader) packOf(w *workspace, p *pack, src string, sentence text.Range) *pack {
	if sentence.End-sentence.First <= switchWords {
		return p
	}
	best, counts := r.languages.leading(w, src, w.tokens[sentence.First:sentence.End])
	other := r.packs[r.languages.codes[best]]
	if other == nil || other == p || counts[best] < counts[p.code]+switchWords {
		return p
	}
	return other
}

// unasked stands for the languages of a word that has not been looked up.
const unasked = ^uint16(0)

// function returns the languages of which a token is a function word.
func (l *languages) function(w *workspace, t text.Token, src string) uint16 {
	for int(t.Word) >= len(w.functions) {
		w.functions = append(w.functions, unasked)
	}
	set := &w.functions[t.Word]
	if *set == unasked {
		var buf [64]byte
		*set = l.words[string(text.Fold(buf[:0], t.Of(src)))]
	}
	return *set
}

// byVocabulary returns the language whose pack knows the most words of a text
// in which function words are too few to tell, as in "F/16 w/ susp, PPT held".
// Between packs that know as many it takes the first; a text of which none knows
// two words is undetermined.
func (r *Reader) byVocabulary(w *workspace, src string) string {
	best, most := undetermined, 1
	for _, code := range r.Languages() {
		p := r.packs[code]
		if n := p.set.Known(w.load(p, src)); n > most {
			best, most = code, n
		}
	}
	return best
}

// byTrigrams asks the trigram model about the beginning of a narrative.
func (l *languages) byTrigrams(src string, tokens []text.Token, leads bool, best int) string {
	if len(tokens) == 0 {
		return undetermined
	}
	sample := src[:tokens[min(len(tokens), sampleTokens)-1].End]
	foreign := whatlanggo.DetectScript(sample) != unicode.Latin
	if foreign || len(tokens) > surestTokens {
		if info := whatlanggo.Detect(sample); foreign || info.IsReliable() {
			return info.Lang.Iso6391()
		}
	}
	if leads {
		return l.codes[best]
	}
	return undetermined
}
