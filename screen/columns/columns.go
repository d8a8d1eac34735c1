// Package columns reads facts out of the structured columns of a case log, such
// as those of a data standard: a row comes in, evidence goes out.
//
// A cell is evidence like a sentence, and says that it came from a column. A box
// that was not ticked denies nothing: absence needs a word. Columns that put
// several facts into one are never split into their parts.
package columns

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
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

	columns    map[string]Column // by the key of the header
	indicators map[string]extract.Indicator
	ages       ageWords
	missing    []string // what stands for a missing value, folded
}

// Column is what one column states. Exactly one of the ways is used.
type Column struct {
	Yes         string            // indicator that a ticked cell states; /facet may follow
	Values      map[string]string // indicator by folded value, for cells with one or several values
	Any         string            // indicator that any value states
	Age         bool              // the age of the person at the time, in years
	Band        bool              // with Age: a number that stands alone is the code of a band
	Born        bool              // the date or year of birth
	Count       bool              // how many people the row tells of
	DiffersFrom string            // a person is a foreigner where this column holds another country
	Source      string            // where the column is described, e.g. "CTDC"
}

// Knows reports whether a header is that of a column with facts.
func (m *Map) Knows(header string) bool {
	_, ok := m.column(header)
	return ok
}

// Decides reports whether a header is that of a column that a case can be decided
// by. An age or a number of people tells of no crime.
func (m *Map) Decides(header string) bool {
	c, _ := m.column(header)
	return slices.ContainsFunc(c.stated(), m.decisive)
}

// decisive reports whether an indicator, a facet behind it or not, tells of more
// than how old somebody is, or how many they are.
func (m *Map) decisive(indicator string) bool {
	id, _, _ := strings.Cut(indicator, "/")
	i, known := m.indicators[id]
	return known && i.Strength != extract.Contextual && i.Element != "age"
}

// stated lists the indicators that a column may state.
func (c *Column) stated() []string {
	list := slices.AppendSeq([]string{c.Yes, c.Any}, maps.Values(c.Values))
	if c.DiffersFrom != "" {
		list = append(list, extract.NonNational)
	}
	return list
}

// With returns a map with further columns, which win over those that are there.
func (m *Map) With(more map[string]Column) *Map {
	wider := *m
	wider.columns = maps.Clone(m.columns)
	for header, c := range more {
		wider.columns[key(header)] = c
	}
	return &wider
}

// column returns the column of a header. What it says in brackets behind its name
// of how its cells are written is no part of that.
func (m *Map) column(header string) (Column, bool) {
	c, ok := m.columns[key(header)]
	if !ok {
		c, ok = m.columns[key(manner.ReplaceAllString(header, ""))]
	}
	return c, ok
}

// manner is what a header says of how its cells are written: (years), (dd/mm/yyyy), (Y/N).
var manner = regexp.MustCompile(`(?i)[ _]*[(\[] *(?:[dmyjan]{1,4}(?:[/. -][dmyjan]{1,4}){0,2}|in years|years?|yrs|en años|em anos|años|anos|ans|yes/no|s[ií]/no|s/n|sim/não|oui/non|o/n) *[)\]] *$`)

// Read adds what the columns of a record state to its reading, and notes which of
// them hold what is not understood. A record that has no narrative counts as
// screened once a column states something that a case can be decided by.
func (m *Map) Read(r extract.Reading) extract.Reading {
	own := m.evidence(r.Record)
	if len(own) == 0 {
		return r
	}
	r.Evidence = append(slices.Clip(r.Evidence), own...)
	slices.SortStableFunc(r.Evidence, func(a, b extract.Evidence) int { return a.Span.Field - b.Span.Field })
	if !r.Coverage.Screened && !hasNarrative(r.Record) &&
		slices.ContainsFunc(own, func(e extract.Evidence) bool { return m.decisive(e.Indicator) }) {
		r.Coverage = extract.Coverage{Screened: true}
	}
	return r
}

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
		c, _ := m.column(f.Name)
		said, lost := m.states(&c, f.Value, rec)
		for _, s := range said {
			list = append(list, m.item(i, f, &c, s))
		}
		if lost != "" {
			note(rec, fmt.Sprintf("the column %q holds %s", f.Name, lost))
		}
	}
	return list
}

// note adds a problem to a record, once however often the record is read.
func note(rec *source.Record, problem string) {
	if !slices.Contains(rec.Problems, problem) {
		rec.Problems = append(slices.Clip(rec.Problems), problem)
	}
}

// statement is what a piece of a cell states.
type statement struct {
	indicator  string
	denied     bool
	start, end int // bytes of the cell
}

// states reads one cell, and says what stands there where that is not understood.
func (m *Map) states(c *Column, cell string, rec *source.Record) (said []statement, lost string) {
	value := strings.TrimSpace(cell)
	if m.isMissing(value) && (c.DiffersFrom == "" || !isCountry(value)) {
		return nil, ""
	}
	whole := statement{start: strings.Index(cell, value)}
	whole.end = whole.start + len(value)
	understood := true
	switch {
	case c.Age:
		lost = "no age that can be read"
		whole.indicator, understood = m.ages.read(value, c.Band)
	case c.Born:
		lost = "no date of birth that can be read"
		whole.indicator, understood = bornOn(value, rec)
	case c.Count:
		lost = "no number of people that can be read"
		whole.indicator, understood = countOf(value)
	case c.DiffersFrom != "":
		if other := cellOf(rec, c.DiffersFrom); isCountry(value) && isCountry(other) && fold(other) != fold(value) {
			whole.indicator = extract.NonNational
		}
	case c.Any != "":
		whole.indicator = c.Any
	case c.Yes != "":
		lost = "neither yes nor no"
		whole.indicator, whole.denied, understood = c.ticked(value)
	default:
		if said = c.listed(cell); len(said) == 0 && c.Source == fromPlan {
			lost = "a value that the plan gives no meaning"
		}
		return said, lost
	}
	if understood {
		lost = ""
	}
	if whole.indicator == "" {
		return nil, lost
	}
	return []statement{whole}, lost
}

// ticked reads a cell that says yes or no. One that was left alone states nothing.
func (c *Column) ticked(value string) (indicator string, denied, understood bool) {
	switch {
	case isYes(value):
		return c.Yes, false, true
	case isNo(value):
		return c.Yes, true, true
	}
	return "", false, isUnticked(value)
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

// Rule opens the name of a rule that is a column; the header follows.
const Rule = "column "

// IsRule reports whether the name of a rule is that of a column: its quote is the
// whole of a cell, and a 1 tells nothing without its header.
func IsRule(name string) bool { return strings.HasPrefix(name, Rule) }

func (m *Map) item(field int, f *source.Field, c *Column, s statement) extract.Evidence {
	id, facet, _ := strings.Cut(s.indicator, "/")
	e := extract.Evidence{
		Indicator: id, Facet: facet, Strength: m.indicators[id].Strength,
		Span: extract.Span{Field: field, Start: s.start, End: s.end}, Quote: f.Value[s.start:s.end],
		Rule: strings.TrimSpace(Rule + f.Name + " " + c.Source),
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

func cellOf(rec *source.Record, header string) string {
	for i := range rec.Fields {
		if key(rec.Fields[i].Name) == key(header) {
			return strings.TrimSpace(rec.Fields[i].Value)
		}
	}
	return ""
}

// isCountry rules out what stands for an unknown country. NA, which elsewhere stands
// for a missing value, is Namibia.
func isCountry(value string) bool {
	n := len(value)
	return (n == 2 || n == 3) && !strings.ContainsFunc(value, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// isMissing recognises what a data set writes for a missing value.
func (m *Map) isMissing(value string) bool {
	return value == "-99" || slices.Contains(m.missing, fold(value))
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

// isUnticked recognises what a box holds that nobody ticked.
func isUnticked(value string) bool {
	switch fold(value) {
	case "0", "0 0", "false", "unchecked":
		return true
	}
	return false
}

// key makes headers comparable: the releases of a data standard write isForcedLabour,
// "Is Forced Labour" and is_forced_labour.
func key(header string) string { return strings.ReplaceAll(fold(header), " ", "") }

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
