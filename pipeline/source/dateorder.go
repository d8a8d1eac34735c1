package source

import (
	"regexp"
	"strings"
)

// dateOrder says in which order a column writes day and month.
type dateOrder int

const (
	undecided dateOrder = iota
	dayFirst
	monthFirst
)

// orderOf returns the order that two numbers must stand in to be a day and a
// month.
func orderOf(first, second int) dateOrder {
	switch {
	case first > 12 && second <= 12:
		return dayFirst
	case second > 12 && first <= 12:
		return monthFirst
	}
	return undecided
}

// dateCount counts what the values of a column say about its order.
type dateCount struct{ dayFirst, monthFirst, either int }

func (c *dateCount) add(value string) {
	d := partDate(strings.TrimSpace(value))
	if !d.slashed() {
		return
	}
	switch orderOf(number(d.numbers[0]), number(d.numbers[1])) {
	case dayFirst:
		c.dayFirst++
	case monthFirst:
		c.monthFirst++
	default:
		c.either++
	}
}

// silent reports whether dates stand in the column whose order none of its
// values tells.
func (c *dateCount) silent() bool { return c.either > 0 && c.dayFirst == 0 && c.monthFirst == 0 }

// order returns the order of the column. A column that holds both has none.
func (c *dateCount) order() dateOrder {
	switch {
	case c.dayFirst > 0 && c.monthFirst == 0:
		return dayFirst
	case c.monthFirst > 0 && c.dayFirst == 0:
		return monthFirst
	}
	return undecided
}

// String says what the order is, for the mapping.
func (c *dateCount) String() string {
	switch {
	case c.dayFirst+c.monthFirst+c.either == 0:
		return ""
	case c.silent():
		return "ambiguous: no value tells day/month from month/day"
	case c.order() == dayFirst:
		return "day/month/year"
	case c.order() == monthFirst:
		return "month/day/year"
	}
	return "ambiguous: day/month and month/day both stand in the column"
}

// tableKey names a table of a file.
type tableKey struct {
	sheet  string
	header int
}

// dateColumn returns the column of the dates, or -1.
func (t *table) dateColumn() int {
	if dates := t.columns.dated; len(dates) > 0 {
		return dates[0]
	}
	return -1
}

// orderDates decides the order of the dates: by the sample, or by all values
// of the column when those of the sample do not tell.
func (t *table) orderDates(data []row) error {
	column := t.dateColumn()
	if column < 0 {
		return nil
	}
	var c dateCount
	for _, r := range data {
		c.add(at(r.cells, column))
	}
	if c.silent() && t.rd.preview == nil {
		counts, err := t.rd.surveyed()
		if err != nil {
			return err
		}
		if all := counts[tableKey{t.sheet, t.mapping.HeaderRow}]; all != nil {
			c = *all
		}
	}
	t.dates = c.order()
	t.mapping.Columns[column].Dates = c.String()
	if said := t.saidOrder(column); said != undecided && c.silent() {
		t.dates = said
		t.mapping.Columns[column].Dates = map[dateOrder]string{dayFirst: "day/month/year", monthFirst: "month/day/year"}[said] + ", as the header says"
	}
	return nil
}

// orderPattern is how a header says in which order its dates are written: as
// dd/mm/yyyy, d/m/a or jj-mm-aaaa, or the other way round.
var orderPattern = regexp.MustCompile(`(?i)\b(?:(dd?|jj?)[/.-]mm?[/.-](?:yy|yyyy|aa?|aaaa)|mm?[/.-](dd?)[/.-](?:yy|yyyy|aa?|aaaa))\b`)

// saidOrder returns the order that the header of a column says, or a row that
// explains it.
func (t *table) saidOrder(column int) dateOrder {
	for _, line := range t.headerLines {
		switch m := orderPattern.FindStringSubmatch(at(line, column)); {
		case m == nil:
		case m[1] != "":
			return dayFirst
		default:
			return monthFirst
		}
	}
	return undecided
}

// surveyed reads the file once more for nothing but its dates. That is seldom
// needed, and once at most.
func (rd *reading) surveyed() (map[tableKey]*dateCount, error) {
	if rd.dates != nil {
		return rd.dates, nil
	}
	rd.dates = map[tableKey]*dateCount{}
	again := &reading{
		ctx: rd.ctx, in: rd.in, opt: rd.opt,
		emit:   func(Item) error { return nil },
		survey: rd.dates,
	}
	return rd.dates, again.run()
}

// note counts the date of a row in a survey.
func (t *table) note(r row) {
	column := t.dateColumn()
	if column < 0 {
		return
	}
	key := tableKey{t.sheet, t.mapping.HeaderRow}
	if t.rd.survey[key] == nil {
		t.rd.survey[key] = &dateCount{}
	}
	t.rd.survey[key].add(at(r.cells, column))
}
