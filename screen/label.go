package screen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cacheLimit bounds how many distinct label values are remembered. A label
// column holds a few dozen; a column mapped by mistake may hold millions.
const cacheLimit = 4096

// LabelMap says what recorded labels claim. It is safe for concurrent use.
type LabelMap struct {
	Version string

	country string              // whose usage the records follow, "" when unknown
	phrases map[string][]phrase // by first word, longest first
	*notices
	cache  sync.Map // raw label -> claim
	cached atomic.Int64
}

// notices are words that a reviewer is told of wherever a record holds them.
type notices struct {
	stigma       *terms          // terms that stigmatise
	ownSmuggling *terms          // words that make a smuggler of the person who was smuggled
	offenders    *terms          // roles of an offender
	roles        map[string]bool // columns for the role of a person
}

// phrase is one phrase of a label, folded and cut into words.
type phrase struct {
	words  []string
	label  Label
	traits traits
}

// traits are what a phrase says beside its label.
type traits struct {
	whole        bool // counts only when it is the whole cell
	conflated    bool // puts both crimes into one
	own          bool // makes an offender of the person who was moved
	stigmatising bool
	doubts       []doubt
}

// doubt says when the words of a phrase may mean either crime.
type doubt struct {
	withoutCrossing bool     // where people are exploited and nobody smuggled them
	settledIn       []string // not in these countries, whose law fixes the meaning
	languages       []string // only in narratives of these languages, all when empty
	before          int      // only in records before this year, all when zero
}

// applies reports whether the doubt stands for a record.
func (d *doubt) applies(f *Finding, country string) bool {
	rec := f.Reading.Record
	switch {
	case slices.Contains(d.settledIn, country):
		return false
	case len(d.languages) > 0 && !slices.Contains(d.languages, f.Reading.Language):
		return false
	case d.before > 0 && (rec.Year == 0 || rec.Year >= d.before):
		return false
	}
	return !d.withoutCrossing || exploitedOnly(&f.Assessment)
}

// In returns the map as it is used in a country, an ISO 3166 code in lower case,
// where a word may have one meaning that it has not elsewhere.
func (m *LabelMap) In(country string) *LabelMap {
	return &LabelMap{Version: m.Version, country: strings.ToLower(country), phrases: m.phrases, notices: m.notices}
}

// claim is what one cell claims.
type claim struct {
	label  Label
	traits traits // of all phrases together
	mapped bool
}

// Normalise reads a recorded label as written. Its flags are what the cell
// alone raises: AmbiguousTerm when the words are used for both crimes,
// ConflatedTerms when they put both into one, UnmappedLabel when they are not
// known, in which case the label is LabelOther. An empty cell is LabelNone.
func (m *LabelMap) Normalise(raw string) (Label, []Flag) {
	c := m.claim(raw)
	var flags []Flag
	if c.traits.conflated {
		flags = append(flags, ConflatedTerms)
	}
	if slices.ContainsFunc(c.traits.doubts, func(d doubt) bool { return !slices.Contains(d.settledIn, m.country) }) {
		flags = append(flags, AmbiguousTerm)
	}
	if !c.mapped {
		flags = append(flags, UnmappedLabel)
	}
	return c.label, flags
}

// With returns a map with further phrases, which win over those that are there.
// They are read like all others: case, accents and words around them do not
// matter. It fails on an empty phrase and on an unknown label.
func (m *LabelMap) With(more map[string]Label) (*LabelMap, error) {
	wider := &LabelMap{Version: m.Version, country: m.country, notices: m.notices, phrases: make(map[string][]phrase, len(m.phrases))}
	for first, list := range m.phrases {
		wider.phrases[first] = slices.Clone(list)
	}
	for _, text := range slices.Sorted(maps.Keys(more)) {
		label := more[text]
		if !slices.Contains(Labels(), label) {
			return nil, fmt.Errorf("label %q: unknown meaning %q, write one of %q", text, label, Labels())
		}
		words := labelWords(text)
		if len(words) == 0 {
			return nil, fmt.Errorf("label %q has no letters or digits", text)
		}
		wider.add(phrase{words: words, label: label})
	}
	return wider, nil
}

// add puts a phrase in its place; one with the same words is replaced.
func (m *LabelMap) add(p phrase) {
	list := slices.DeleteFunc(m.phrases[p.words[0]], func(q phrase) bool { return slices.Equal(p.words, q.words) })
	at, _ := slices.BinarySearchFunc(list, p, func(a, b phrase) int {
		if len(a.words) != len(b.words) {
			return len(b.words) - len(a.words)
		}
		return slices.Compare(a.words, b.words)
	})
	m.phrases[p.words[0]] = slices.Insert(list, at, p)
}

func (m *LabelMap) claim(raw string) claim {
	if known, ok := m.cache.Load(raw); ok {
		return known.(claim)
	}
	c := m.read(labelWords(raw))
	if m.cached.Load() < cacheLimit {
		m.cached.Add(1)
		m.cache.Store(strings.Clone(raw), c)
	}
	return c
}

// read searches the words of a cell for phrases.
func (m *LabelMap) read(words []string) claim {
	if len(words) == 0 {
		return claim{label: LabelNone, mapped: true}
	}
	var c claim
	var found []Label
	for i := 0; i < len(words); {
		p, ok := m.longest(words[i:], i == 0)
		if !ok {
			i++
			continue
		}
		i += len(p.words)
		found = append(found, p.label)
		c.traits.conflated = c.traits.conflated || p.traits.conflated
		c.traits.doubts = append(c.traits.doubts, p.traits.doubts...)
		c.traits.own = c.traits.own || p.traits.own
	}
	c.traits.stigmatising = m.stigma.inWords(words)
	c.label, c.mapped = together(found), len(found) > 0
	return c
}

// longest finds the longest phrase that the words begin with.
func (m *LabelMap) longest(words []string, atStart bool) (phrase, bool) {
	for _, p := range m.phrases[words[0]] {
		if len(p.words) > len(words) || !slices.Equal(p.words, words[:len(p.words)]) {
			continue
		}
		if p.traits.whole && !(atStart && len(p.words) == len(words)) {
			continue
		}
		return p, true
	}
	return phrase{}, false
}

// together is what several labels in one cell claim.
func together(found []Label) Label {
	has := func(l Label) bool { return slices.Contains(found, l) }
	switch {
	case has(LabelBoth), has(LabelTrafficking) && has(LabelSmuggling):
		return LabelBoth
	case has(LabelTrafficking):
		return LabelTrafficking
	case has(LabelSmuggling):
		return LabelSmuggling
	case has(LabelNone):
		return LabelNone
	}
	return LabelOther
}

// labelWords folds a cell and cuts it into words. Letters that only a dot or a
// stroke divides are one word: "U.S.C." is "usc" and "H/T" is "ht".
func labelWords(raw string) []string {
	text := fold(raw)
	var words []string
	end, single := 0, false // of the last word
	for start := 0; start < len(text); {
		next := start + strings.IndexFunc(text[start:], isWordRune)
		if next < start {
			break
		}
		start = next
		stop := start + wordLength(text[start:])
		isSingle := stop-start == 1 && text[start] > '9'
		if isSingle && single && (text[end:start] == "." || text[end:start] == "/") {
			words[len(words)-1] += text[start:stop]
		} else {
			words = append(words, text[start:stop])
		}
		end, single, start = stop, isSingle, stop
	}
	return words
}

// fold drops case and accents.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func wordLength(s string) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) }); n >= 0 {
		return n
	}
	return len(s)
}
