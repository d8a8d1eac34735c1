package columns

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"palermo/extract"
	"palermo/pipeline/source"
)

// oldest is the highest number that is taken for an age. Above it stand years,
// codes, and the dates that systems write for a date of birth they lack.
const oldest = 110

// ageWords are words that cells with an age hold, folded.
type ageWords struct {
	Child  []string `yaml:"child"`
	Adult  []string `yaml:"adult"`
	Under  []string `yaml:"under"`  // before a number that the age lies below
	Over   []string `yaml:"over"`   // beside a number that it does not lie below
	Months []string `yaml:"months"` // behind a number that counts no years
}

// read reads the ages that a cell gives: one, a range, or those of several
// people, of whom one child is enough. A band that stands on both sides of 18 is
// understood and states nothing.
func (w *ageWords) read(cell string, coded bool) (indicator string, understood bool) {
	if _, year := source.ReadDate(cell); year > 0 || tooHigh(cell) || below.MatchString(cell) {
		return "", false
	}
	if m := fraction.FindStringSubmatch(cell); m != nil {
		cell = m[1]
	}
	for piece := range strings.FieldsFuncSeq(cell, func(r rune) bool { return parts(r) || r == '&' }) {
		low, high, ok := w.span(piece, coded)
		switch {
		case !ok:
			continue
		case high < extract.Majority:
			return extract.VictimMinor, true
		case low < extract.Majority:
			indicator, understood = "", true
		case !understood:
			indicator, understood = extract.VictimAdult, true
		}
	}
	return indicator, understood
}

// fraction is an age as spreadsheets write numbers: 15.0, 15.75, 15,5.
var fraction = regexp.MustCompile(`^ *(\d{1,3})(?:\.\d+|,\d) *$`)

// number is a number and the word behind it.
var number = regexp.MustCompile(`(\d+) *(\pL*)`)

// below is a number below 0, which stands for an age that is not known.
var below = regexp.MustCompile(`^\s*[-−]\d`)

// tooHigh reports whether a number that is no age stands in a cell.
func tooHigh(cell string) bool {
	return slices.ContainsFunc(number.FindAllStringSubmatch(cell, -1), func(m []string) bool {
		n, err := strconv.Atoi(m[1])
		return err != nil || n > oldest
	})
}

// span returns the lowest and the highest age that a piece of a cell allows.
func (w *ageWords) span(piece string, coded bool) (low, high int, ok bool) {
	folded := fold(piece)
	low = -1
	for _, m := range number.FindAllStringSubmatch(folded, -1) {
		n, _ := strconv.Atoi(m[1])
		if slices.Contains(w.Months, m[2]) {
			if n /= 12; low >= 0 {
				continue // 2 years 6 months
			}
		}
		if low < 0 {
			low = n
		}
		high = n
	}
	bare := folded == strconv.Itoa(low)
	switch {
	case low < 0:
		low, high = w.named(folded)
		return low, high, high > 0
	case strings.ContainsRune(piece, '<') || holds(folded, w.Under):
		low, high, bare = 0, high-1, false
	case strings.ContainsAny(piece, ">+≥") || holds(folded, w.Over):
		high, bare = oldest, false
	}
	return low, high, !bare || !coded
}

// named returns the ages of a child or an adult where a word says so.
func (w *ageWords) named(folded string) (low, high int) {
	switch {
	case slices.Contains(w.Child, folded):
		return 0, extract.Majority - 1
	case slices.Contains(w.Adult, folded):
		return extract.Majority, oldest
	}
	return 0, 0
}

// holds reports whether one of the listed words stands in a folded text.
func holds(folded string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(" "+folded+" ", " "+word+" ") })
}

// bornOn makes a date of birth an age at the date of the record. In the year in
// which somebody turns 18 the day is needed.
func bornOn(cell string, rec *source.Record) (indicator string, understood bool) {
	birth, born := source.ReadDate(cell)
	if born == 0 || rec.Year > 0 && (born > rec.Year || rec.Year-born > oldest) {
		return "", false
	}
	if indicator = extract.AgeByYears(born, rec.Year); indicator == "" && rec.Year-born == extract.Majority && isDay(birth) && isDay(rec.Date) {
		if indicator = extract.VictimMinor; birth[4:] <= rec.Date[4:] {
			indicator = extract.VictimAdult
		}
	}
	return indicator, true
}

// isDay reports whether a date is known to the day, as source writes days.
func isDay(date string) bool {
	return len(date) == len("2006-01-02") && date[4] == '-' && date[7] == '-'
}

// countOf reads a number of people. One person is no more than any record has.
func countOf(value string) (indicator string, understood bool) {
	figures := wholeNumber.FindStringSubmatch(value)
	if figures == nil {
		return "", false
	}
	n, err := strconv.Atoi(figures[1])
	switch {
	case err != nil:
		return "", false
	case n < 2:
		return "", true
	case n < 10:
		return extract.People + "/" + extract.PeopleFew, true
	case n < 50:
		return extract.People + "/" + extract.PeopleMany, true
	}
	return extract.People + "/" + extract.PeopleMass, true
}

// wholeNumber is how many people a cell holds. Spreadsheets write 3 as 3.0.
var wholeNumber = regexp.MustCompile(`^(\d{1,7})(?:[.,]0{1,2})?$`)
