package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// dateParts are the pieces of a date as written: up to three numbers, and the
// month where a word names it.
type dateParts struct {
	numbers []string
	month   int // 1 to 12, 0 when no word names it
	at      int // how many numbers stand before the word
	odd     bool
}

// day is a date as far as it is known.
type day struct{ year, month, day int }

// partDate cuts a date into its pieces, without the time of day.
func partDate(value string) dateParts {
	var d dateParts
	for piece := range strings.FieldsFuncSeq(withoutTime(value), isDateGap) {
		for _, piece := range splitOrdinal(piece) {
			d.add(piece)
		}
	}
	return d
}

func isDateGap(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// withoutTime cuts a time of day off the end of a date.
func withoutTime(value string) string {
	if t := strings.IndexByte(value, 'T'); t > 0 && value[t-1] >= '0' && value[t-1] <= '9' {
		return value[:t]
	}
	if colon := strings.IndexByte(value, ':'); colon > 0 {
		if space := strings.LastIndexByte(value[:colon], ' '); space > 0 {
			return value[:space]
		}
	}
	return value
}

// splitOrdinal parts a number from the letters that follow it, as in 4th.
func splitOrdinal(piece string) []string {
	digits := strings.TrimLeft(piece, "0123456789")
	if digits == "" || digits == piece {
		return []string{piece}
	}
	return []string{piece[:len(piece)-len(digits)], digits}
}

func (d *dateParts) add(piece string) {
	if strings.Trim(piece, "0123456789") == "" {
		d.numbers = append(d.numbers, piece)
		return
	}
	word := normalise(piece)
	switch month := monthOf(word); {
	case month > 0 && d.month == 0:
		d.month, d.at = month, len(d.numbers)
	case slices.Contains([]string{"de", "del", "of", "the", "st", "nd", "rd", "th", "er", "do", "le", "o", "a", "as", "las", "at", "el", "h", "hs", "hrs", "horas"}, word):
	case isWeekday(word):
	default:
		d.odd = true
	}
}

// resolve makes a date of the pieces. A zero year says that they are none.
func (d *dateParts) resolve(order dateOrder) (day, string) {
	n := d.numbers
	switch {
	case d.odd:
	case d.month > 0 && len(n) == 2: // 4 March 2019, March 4, 2019, 2019 March 4
		if len(n[0]) == 4 {
			return valid(n[0], d.month, n[1]), ""
		}
		return valid(n[1], d.month, n[0]), ""
	case d.month > 0 && len(n) == 1 && len(n[0]) == 4:
		return valid(n[0], d.month, ""), ""
	case d.month > 0:
	case len(n) == 1 && len(n[0]) == 8:
		return valid(n[0][:4], number(n[0][4:6]), n[0][6:]), ""
	case len(n) == 1 && len(n[0]) == 4:
		return valid(n[0], 0, ""), ""
	case len(n) == 2 && len(n[0]) == 4 && len(n[1]) <= 2:
		return valid(n[0], number(n[1]), ""), ""
	case len(n) == 2 && len(n[1]) == 4 && len(n[0]) <= 2:
		return valid(n[1], number(n[0]), ""), ""
	case len(n) == 3 && len(n[0]) == 4:
		return valid(n[0], number(n[1]), n[2]), ""
	case d.slashed():
		return d.bySlashes(order)
	}
	return day{}, ""
}

// slashed reports whether the pieces are day and month in some order, and a
// year.
func (d *dateParts) slashed() bool {
	n := d.numbers
	return !d.odd && d.month == 0 && len(n) == 3 && len(n[0]) <= 2 && len(n[1]) <= 2 && (len(n[2]) == 4 || len(n[2]) == 2)
}

// bySlashes reads day and month in the order of the column, unless the numbers
// allow one order only.
func (d *dateParts) bySlashes(order dateOrder) (day, string) {
	first, second := number(d.numbers[0]), number(d.numbers[1])
	own := orderOf(first, second)
	switch {
	case own == undecided && first == second:
		own = dayFirst
	case own == undecided:
		own = order
	case order != undecided && order != own:
		return d.inOrder(own), "the date is written in another order than those of its column"
	}
	if own == undecided {
		return day{year: valid(d.numbers[2], 1, "").year}, "day and month of the date cannot be told apart"
	}
	return d.inOrder(own), ""
}

// impossible reports whether pieces that came to no date are those of one all
// the same: a day, a month and a year, or a year that is out of bounds.
func (d *dateParts) impossible() bool {
	if d.odd || len(d.numbers) == 0 {
		return false
	}
	if len(d.numbers) == 3 || d.month > 0 && len(d.numbers) <= 2 {
		return true
	}
	for _, n := range d.numbers {
		if year := number(n); len(n) == 4 && (year < firstYear || year > lastYear) {
			return true
		}
	}
	return len(d.numbers) == 1 && len(d.numbers[0]) == 8
}

func (d *dateParts) inOrder(order dateOrder) day {
	if order == monthFirst {
		return valid(d.numbers[2], number(d.numbers[0]), d.numbers[1])
	}
	return valid(d.numbers[2], number(d.numbers[1]), d.numbers[0])
}

// FullYear returns the year that two digits stand for: the one nearest to the
// time of the records.
func FullYear(digits int) int {
	const turn = 40 // 39 is 2039, 40 is 1940
	if digits < turn {
		return 2000 + digits
	}
	return 1900 + digits
}

// valid returns a date that can be, or the zero day.
func valid(year string, month int, dayOfMonth string) day {
	d := day{number(year), month, number(dayOfMonth)}
	if len(year) == 2 {
		d.year = FullYear(d.year)
	}
	if d.year < firstYear || d.year > lastYear || d.month > 12 || d.day > 31 {
		return day{}
	}
	if dayOfMonth != "" && (d.day == 0 || d.day > daysIn(d.year, d.month)) {
		return day{}
	}
	return d
}

// daysIn returns how many days a month has, 0 where there is no such month.
func daysIn(year, month int) int {
	switch month {
	case 0:
		return 0
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // digits only; too many of them give a number out of any bound
	return n
}

// monthOf returns the month that a normalised word names in English, Spanish,
// Portuguese or French, in full or by its first letters, or 0.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	for month, names := range monthNames() {
		for name := range strings.FieldsSeq(names) {
			if word == name || len(word) <= 4 && strings.HasPrefix(name, word) || word == "sept" && month == 8 {
				return month + 1
			}
		}
	}
	return 0
}

func monthNames() []string {
	return []string{
		"january enero janeiro janvier", "february febrero fevereiro fevrier", "march marzo marco mars",
		"april abril avril", "may mayo maio mai", "june junio junho juin", "july julio julho juillet",
		"august agosto aout", "september septiembre setiembre setembro septembre", "october octubre outubro octobre",
		"november noviembre novembro novembre", "december diciembre dezembro decembre",
	}
}

// withoutWeekday cuts the day of the week off the start of a date, with its article.
func withoutWeekday(value string) string {
	rest := value
	for {
		end := strings.IndexFunc(rest, isDateGap)
		if end <= 0 {
			return value
		}
		word := normalise(rest[:end])
		rest = strings.TrimLeftFunc(rest[end:], isDateGap)
		switch {
		case isWeekday(word):
			value = rest // and feira behind segunda
		case word != "el" && word != "le":
			return value
		}
	}
}

// isWeekday recognises the days of the week in English, Spanish, Portuguese and
// French, in full or short, but for those that are short for a month as well.
func isWeekday(word string) bool {
	return slices.Contains(strings.Fields(
		"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "+
			"lunes martes miercoles jueves viernes sabado domingo lun mie jue vie sab dom "+
			"segunda terca quarta quinta sexta feira seg ter qua qui sex "+
			"lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim"), word)
}
