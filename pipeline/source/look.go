package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// look is what the sampled values of one column look like.
type look struct {
	rows     int // rows sampled
	filled   int // values that are not blank
	distinct int
	chars    int // sum over the values
	words    int // sum over the values
	longest  int // characters of the longest value
	dates    int // values that read as a date
	numbered int // dates that may be the number of a case in its year, such as 12/2019
	serials  int // values that may be a serial date
	plain    int // values that are a bare number
	coded    int // values without spaces that hold a digit
	lettered int // coded values that hold a letter as well
	links    int // values that hold a web address
	crimes   int // values that name one of the two crimes
}

// numberOfYear is a number and a year.
var numberOfYear = regexp.MustCompile(`^\d{1,2}[-/.](?:19|20)\d{2}$`)

// lookAt looks at every column of the sampled rows.
func lookAt(rows []row, columns int) []look {
	looks := make([]look, columns)
	seen := make([]map[string]bool, columns)
	for i := range seen {
		seen[i] = map[string]bool{}
	}
	for _, r := range rows {
		if r.reason != "" || isBlank(r.cells) || columns >= 3 && filled(r.cells) == 1 {
			continue // a heading or a note is no value
		}
		for i := range looks {
			looks[i].rows++
			if i < len(r.cells) {
				looks[i].add(strings.TrimSpace(r.cells[i]), seen[i])
			}
		}
	}
	return looks
}

// add counts one value.
func (l *look) add(value string, seen map[string]bool) {
	if value == "" {
		return
	}
	l.filled++
	if !seen[value] {
		seen[value] = true
		l.distinct++
	}
	chars := utf8.RuneCountInString(value)
	l.chars += chars
	l.longest = max(l.longest, chars)
	words := len(strings.Fields(value))
	l.words += words
	count(&l.links, strings.Contains(value, "://") || strings.HasPrefix(value, "www."))
	if chars > 100 {
		return // no id, date or label is that long
	}
	dated := isDate(value)
	count(&l.dates, dated)
	count(&l.numbered, dated && numberOfYear.MatchString(value))
	count(&l.serials, isSerial(value))
	count(&l.plain, strings.Trim(value, "0123456789.,- ") == "")
	coded := words == 1 && strings.ContainsAny(value, "0123456789")
	count(&l.coded, coded)
	count(&l.lettered, coded && strings.IndexFunc(value, unicode.IsLetter) >= 0)
	count(&l.crimes, namesCrime(normalise(value)))
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

// most reports whether n is at least a share, in percent, of the filled values.
func (l *look) most(n, percent int) bool {
	return l.filled > 0 && n*100 >= l.filled*percent
}

// The looks that a role asks for. An empty column looks like anything.

func (l *look) isID() bool {
	switch {
	case l.filled == 0:
		return true
	case l.longest > 60, l.chars > 30*l.filled, l.words > 4*l.filled, l.most(l.dates-l.numbered, 50), l.most(l.crimes, 30),
		l.most(l.numbered, 50) && !l.most(l.distinct, 90):
		return false
	}
	return l.most(l.coded, 50) || l.most(l.distinct, 80)
}

func (l *look) isUniqueCode() bool {
	return l.filled >= 3 && l.most(l.lettered, 90) && l.most(l.distinct, 90) && l.longest <= 40 && !l.most(l.dates, 20) && l.links == 0
}

func (l *look) isDate() bool {
	return l.filled == 0 || l.most(l.dates, 60) || l.most(l.serials, 60)
}

func (l *look) isLabel() bool {
	return l.filled == 0 || l.chars <= 60*l.filled && !l.most(l.dates, 50) &&
		(l.distinct <= 12 || l.distinct*3 <= l.filled)
}

func (l *look) isShort() bool { return l.filled == 0 || l.chars <= 60*l.filled }

// isText rules out what cannot be a narrative even under the name of one:
// addresses of the web, numbers, dates, and codes or labels that repeat.
func (l *look) isText() bool {
	switch {
	case l.most(l.links, 50), l.most(l.dates, 50), l.most(l.plain, 50):
		return false
	case l.chars >= 60*l.filled:
		return true
	}
	return !l.repeats() && !(l.most(l.crimes, 50) && l.words <= 4*l.filled)
}

// repeats reports whether the same few values stand in many rows.
func (l *look) repeats() bool { return l.filled >= 10 && l.distinct*5 <= l.filled }

func (l *look) isLongText() bool {
	return l.filled > 0 && l.chars >= 60*l.filled && l.words >= 8*l.filled && !l.most(l.links, 20) && !l.repeats()
}

// samples gives the looks as Inspect reports them.
func samples(looks []look) []Sample {
	out := make([]Sample, len(looks))
	for i, l := range looks {
		out[i] = Sample{Filled: l.filled, Distinct: l.distinct}
		if l.filled > 0 {
			out[i].Chars = float64(l.chars) / float64(l.filled)
			out[i].Words = float64(l.words) / float64(l.filled)
		}
	}
	return out
}
