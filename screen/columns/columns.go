// Package columns reads facts out of the structured columns of a case log, such
// as those of a data standard: a row comes in, evidence goes out.
//
// A cell is evidence like a sentence, and says that it came from a column. A box
// that was not ticked denies nothing: absence needs a word. Columns that put
// several facts into one are never split into their parts.
package columns

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"palermo/extract"
	"palermo/pipeline/source"
)

// Map says what the columns of a table state. It is never changed once it was
// made, so that any number of workers may use it.
type Map struct {
	Version string

	columns  map[string]Column // by folded header
	strength map[string]extract.Strength
}

// Column is what one column states. Exactly one of the ways is used.
type Column struct {
	Yes         string            // indicator that a ticked cell states; /facet may follow
	Values      map[string]string // indicator by folded value, for cells with one or several values
	Any         string            // indicator that any value states
	Age         bool              // the age of the person at the time, in years
	Count       bool              // how many people the row tells of
	DiffersFrom string            // a person is a foreigner where this column holds another country
	Source      string            // where the column is described, e.g. "CTDC"
}

// Knows reports whether a header is that of a column with facts.
func (m *Map) Knows(header string) bool {
	_, ok := m.columns[fold(header)]
	return ok
}

// With returns a map with further columns, which win over those that are there.
func (m *Map) With(more map[string]Column) *Map {
	wider := &Map{Version: m.Version, strength: m.strength, columns: make(map[string]Column, len(m.columns)+len(more))}
	for name, c := range m.columns {
		wider.columns[name] = c
	}
	for name, c := range more {
		wider.columns[fold(name)] = c
	}
	return wider
}

// Read adds what the columns of a record state to its reading. A record that has
// no narrative counts as screened once a column states something.
func (m *Map) Read(r extract.Reading) extract.Reading {
	own := m.evidence(r.Record)
	if len(own) == 0 {
		return r
	}
	r.Evidence = append(slices.Clip(r.Evidence), own...)
	slices.SortStableFunc(r.Evidence, func(a, b extract.Evidence) int { return a.Span.Field - b.Span.Field })
	if !r.Coverage.Screened && !hasNarrative(r.Record) && slices.ContainsFunc(own, isFact) {
		r.Coverage = extract.Coverage{Screened: true}
	}
	return r
}

// isFact rules out a number of people, which states nothing of them.
func isFact(e extract.Evidence) bool { return e.Strength != extract.Contextual }

func hasNarrative(rec *source.Record) bool {
	for range rec.Narratives() {
		return true
	}
	return false
}

func (m *Map) evidence(rec *source.Record) []extract.Evidence {
	var list []extract.Evidence
	for i := range rec.Fields {
		f := &rec.Fields[i]
		if f.Role != source.RoleFact {
			continue
		}
		c := m.columns[fold(f.Name)]
		for _, s := range c.states(f.Value, rec) {
			list = append(list, m.item(i, f, &c, s))
		}
	}
	return list
}

// statement is what a piece of a cell states.
type statement struct {
	indicator  string
	denied     bool
	start, end int // bytes of the cell
}

// states reads one cell.
func (c *Column) states(cell string, rec *source.Record) []statement {
	value := strings.TrimSpace(cell)
	if isMissing(value) {
		return nil
	}
	whole := statement{start: strings.Index(cell, value)}
	whole.end = whole.start + len(value)
	switch {
	case c.Age:
		whole.indicator = ageOf(value)
	case c.Count:
		whole.indicator = countOf(value)
	case c.DiffersFrom != "":
		if other := cellOf(rec, c.DiffersFrom); isCountry(value) && isCountry(other) && fold(other) != fold(value) {
			whole.indicator = extract.NonNational
		}
	case c.Any != "":
		whole.indicator = c.Any
	case c.Yes != "":
		whole.indicator, whole.denied = c.Yes, isNo(value)
		if !whole.denied && !isYes(value) {
			return nil
		}
	default:
		return c.listed(cell)
	}
	if whole.indicator == "" {
		return nil
	}
	return []statement{whole}
}

// listed reads a cell with one or several values.
func (c *Column) listed(cell string) []statement {
	var list []statement
	for start := 0; start < len(cell); {
		end := start + strings.IndexFunc(cell[start:], parts)
		if end < start {
			end = len(cell)
		}
		if id, ok := c.Values[fold(cell[start:end])]; ok && id != "" {
			piece := strings.TrimSpace(cell[start:end])
			at := start + strings.Index(cell[start:end], piece)
			list = append(list, statement{indicator: id, start: at, end: at + len(piece)})
		}
		_, size := utf8.DecodeRuneInString(cell[end:])
		start = end + max(1, size)
	}
	return list
}

// parts reports whether a character stands between the values of a cell.
func parts(r rune) bool { return strings.ContainsRune(";,|\n/", r) }

func (m *Map) item(field int, f *source.Field, c *Column, s statement) extract.Evidence {
	id, facet, _ := strings.Cut(s.indicator, "/")
	e := extract.Evidence{
		Indicator: id, Facet: facet, Strength: m.strength[id],
		Span: extract.Span{Field: field, Start: s.start, End: s.end}, Quote: f.Value[s.start:s.end],
		Rule: strings.TrimSpace("column " + f.Name + " " + c.Source),
		Assertion: extract.Assertion{
			Polarity: extract.Affirmed, Certainty: extract.Asserted, Time: extract.Past,
			Subject: extract.Victim, Voice: extract.Officer,
		},
	}
	if s.denied {
		e.Polarity = extract.Negated
	}
	e.Counts = e.Assertion.Counts() && e.Strength != extract.Contextual
	return e
}

// ageOf reads an age, or a range of ages that lies on one side of 18.
func ageOf(value string) string {
	first, last, n := -1, -1, 0
	for word := range strings.FieldsFuncSeq(value, func(r rune) bool { return r < '0' || r > '9' }) {
		n = 0
		for _, d := range word {
			n = n*10 + int(d-'0')
			if n > 120 {
				return ""
			}
		}
		if first < 0 {
			first = n
		}
		last = n
	}
	switch {
	case first < 0:
		return ""
	case first >= extract.Majority:
		return extract.VictimAdult
	case last < extract.Majority:
		return extract.VictimMinor
	}
	return ""
}

// countOf reads a number of people. One person is no more than any record has.
func countOf(value string) string {
	n, err := strconv.ParseFloat(value, 64) // spreadsheets write 3 as 3.0
	switch {
	case err != nil || n < 2:
		return ""
	case n < 10:
		return "ctx_people/few"
	case n < 50:
		return "ctx_people/many"
	}
	return "ctx_people/mass"
}

func cellOf(rec *source.Record, header string) string {
	for i := range rec.Fields {
		if fold(rec.Fields[i].Name) == fold(header) {
			return strings.TrimSpace(rec.Fields[i].Value)
		}
	}
	return ""
}

// isCountry rules out what stands for an unknown country. NA is Namibia.
func isCountry(value string) bool {
	n := len(value)
	return (n == 2 || n == 3) && !strings.ContainsFunc(value, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// isMissing recognises what a data set writes for a missing value.
func isMissing(value string) bool {
	switch fold(value) {
	case "", "99", "null", "nan", "none", "unknown", "not specified", "notspecified", "n a":
		return value != "99"
	}
	return false
}

func isYes(value string) bool {
	switch fold(value) {
	case "1", "1 0", "yes", "y", "true", "x", "si", "sim", "oui", "ja", "checked", "✓", "✔":
		return true
	}
	return false
}

// isNo recognises a denial in words. A zero or an empty box says that nothing
// was entered, which is silence.
func isNo(value string) bool {
	switch fold(value) {
	case "no", "n", "nao", "non", "nein":
		return true
	}
	return false
}

// fold drops case, accents and everything but letters, digits and check marks;
// words are parted by one blank.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '✓' || r == '✔':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}
