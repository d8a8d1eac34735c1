package extract

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"palermo/extract/text"
)

// sampleTokens is how many words of a narrative its language is told from.
const sampleTokens = 64

// Prose of any language that is known here is to a third function words, and
// terse logs to a tenth; a text in another language has a few by accident. From
// one function word in six on, nobody else is asked.
const proseShare = 6

// accidentShare is the share of function words, one in so many, below which they
// may be an accident.
const accidentShare = 12

// languageOf returns the ISO 639-1 code of the language of a narrative. Function
// words decide where there are enough of them, then the words that the packs speak
// of, then a trigram model where it is sure; what none can tell is undetermined.
func (r *Reader) languageOf(w *workspace, src string) string {
	l := r.languages
	sample := w.tokens[:min(len(w.tokens), sampleTokens)]
	best, counts := l.leading(w, src, sample)
	if !r.leads(best, &counts) {
		sample = w.tokens
		best, counts = l.leading(w, src, sample)
	}
	leads := r.leads(best, &counts)
	if leads && counts[best] >= 2 && counts[best]*proseShare >= len(sample) {
		return l.codes[best]
	}
	if code := r.byVocabulary(w, src); code != undetermined {
		return code
	}
	if code := byTrigrams(src, w.tokens); code != undetermined || !leads || counts[best]*accidentShare < len(sample) {
		return code
	}
	return l.codes[best]
}

// tally counts the function words of each language.
type tally [16]int

// leads reports whether a language has more function words than any other. One that
// no pack reads needs two more: a Portuguese "ata" is a Galician "ata" by accident,
// and a text that is not read costs more than one read as its neighbour's.
func (r *Reader) leads(best int, counts *tally) bool {
	least := 1
	if _, read := r.definitions[r.languages.codes[best]]; !read {
		least = 2
	}
	for i, n := range counts {
		if i != best && n+least > counts[best] {
			return false
		}
	}
	return true
}

// ticks counts as a tally does, with a byte for each language, so that a word is
// counted for all of them at once.
type ticks [2]uint64

// spread has for each set of eight languages a tick for each of them.
var spread = func() (out [256]uint64) {
	for set := range out {
		for i := range 8 {
			out[set] |= uint64(set) >> i & 1 << (8 * i)
		}
	}
	return out
}()

// mostTicks is how many words can be counted before a byte is full.
const mostTicks = 255

// add moves what was ticked to a tally.
func (t *tally) add(marks ticks) {
	for i := range t {
		t[i] += int(marks[i/8] >> (i % 8 * 8) & 0xff)
	}
}

// leading returns the language with the most function words among tokens.
func (l *languages) leading(w *workspace, src string, tokens []text.Token) (best int, counts tally) {
	for part := range slices.Chunk(tokens, mostTicks) {
		var marks ticks
		for i := range part {
			set := l.function(w, &part[i], src)
			marks[0] += spread[set&0xff]
			marks[1] += spread[set>>8]
		}
		counts.add(marks)
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

// tellingWords is after how many words a sentence is known to be in the language
// of its narrative, if that leads.
const tellingWords = 8

// packOf returns the pack to read a sentence with: that of the narrative, unless
// the writer plainly switched to another language, as where a statement is quoted.
// Where none reads that language it returns nil and notes the language.
func (r *Reader) packOf(w *workspace, p *pack, src string, sentence text.Range) *pack {
	tokens := w.tokens[sentence.First:sentence.End]
	if len(tokens) <= switchWords {
		return p
	}
	if best, counts := r.languages.leading(w, src, tokens[:min(len(tokens), tellingWords)]); best == p.code && counts[best] >= switchWords {
		return p
	}
	best, counts := r.languages.leading(w, src, tokens)
	if counts[best] >= counts[p.code]+switchWords {
		return r.packOrUnread(w, r.languages.codes[best])
	}
	if counts[p.code] == 0 && mostlyForeign(src, tokens) {
		return r.packOrUnread(w, byTrigrams(src, tokens))
	}
	return p
}

// packOrUnread returns the pack of a language, or notes that there is none.
func (r *Reader) packOrUnread(w *workspace, language string) *pack {
	p := r.pack(language)
	if p == nil {
		w.leaveOut(language)
	}
	return p
}

// leaveOut notes a language of which something was not read.
func (w *workspace) leaveOut(language string) {
	if !slices.Contains(w.unread, language) {
		w.unread = append(w.unread, language)
	}
}

// mostlyForeign reports whether most words are written in other letters than Latin.
func mostlyForeign(src string, tokens []text.Token) bool {
	n := 0
	for _, t := range tokens {
		if c, _ := utf8.DecodeRuneInString(t.Of(src)); c >= utf8.RuneSelf && unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c) {
			n++
		}
	}
	return n*2 > len(tokens)
}

// unasked stands for the languages of a word that has not been looked up.
const unasked = ^uint16(0)

// function returns the languages of which a token is a function word.
func (l *languages) function(w *workspace, t *text.Token, src string) uint16 {
	if int(t.Word) < len(w.functions) && w.functions[t.Word] != unasked {
		return w.functions[t.Word]
	}
	return l.ask(w, t, src)
}

// ask looks up a word that is new to a workspace.
func (l *languages) ask(w *workspace, t *text.Token, src string) uint16 {
	for int(t.Word) >= len(w.functions) {
		w.functions = append(w.functions, unasked)
	}
	var buf [64]byte
	set := l.words[string(text.Fold(buf[:0], t.Of(src)))]
	w.functions[t.Word] = set
	return set
}

// knownShare is the share of the words of a text, in per cent, from which a pack
// that knows them is taken to be of its language. Of its own texts a pack knows
// three quarters, of others up to a half by accident.
const knownShare = 68

// byVocabulary returns the language whose pack knows the most words of a text
// in which function words are too few to tell, as in "F/16 w/ susp, PPT held".
// Of packs that know as many it takes the one that knows more of their letters.
func (r *Reader) byVocabulary(w *workspace, src string) string {
	words := 0
	for _, t := range w.tokens {
		if !t.Number {
			words++
		}
	}
	best, most, fit := undetermined, 1, 0
	for _, code := range r.Languages() {
		p := r.pack(code)
		n := p.set.Known(w.load(p, src))
		if n < max(most, 2) || n*100 < words*knownShare {
			continue
		}
		if f := p.set.Fit(src, w.tokens); n > most || f > fit {
			best, most, fit = code, n, f
		}
	}
	return best
}

// codeOf returns the ISO 639-1 code of a language, or that of ISO 639-3 where it
// has none, as Cebuano.
func codeOf(lang whatlanggo.Lang) string {
	return cmp.Or(lang.Iso6391(), lang.Iso6393(), undetermined)
}

// surestTokens is how many words the trigram model needs before it is believed
// about a text in Latin letters.
const surestTokens = 12

// byTrigrams asks the trigram model about the beginning of a text, and believes it
// about Latin letters only when it is sure.
func byTrigrams(src string, tokens []text.Token) string {
	if len(tokens) == 0 {
		return undetermined
	}
	sample := src[tokens[0].Start:tokens[min(len(tokens), sampleTokens)-1].End]
	foreign := whatlanggo.DetectScript(sample) != unicode.Latin
	if foreign || len(tokens) > surestTokens {
		if info := whatlanggo.Detect(sample); info.Script != nil && (foreign || info.IsReliable()) {
			return codeOf(info.Lang)
		}
	}
	return undetermined
}
