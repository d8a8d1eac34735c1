package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Years and serial numbers outside these bounds are not taken for dates. The
// serials are days: 20000 is in 1954, 60000 in 2064.
const (
	firstYear, lastYear     = 1900, 2100
	firstSerial, lastSerial = 20000, 60000
)

// datePattern is a day, a month or a year as people write them. Words are not
// looked up: any word beside a day and a year passes for a month.
var datePattern = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:[T ]\S+(?: ?[ap]m)?)?`, // 2019-03-04, with a time
	`\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?: \d.*)?`,          // 4/3/2019
	`\d{1,2}[-/.]\d{4}`, // 03/2019
	`\d{1,2}[ -](?:de )?\p{L}{3,12}\.?,?[ -](?:del? )?(?:\d{4}|\d{2})`, // 4 de marzo de 2019, 04-Mar-19
	`\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,                   // March 4, 2019
	`\p{L}{3,12}\.?[ -](?:de )?\d{4}`,                                  // March 2019
	`(?:19|20)\d{2}`,                                                   // 2019
	`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`,           // 20190304
}, "|") + `)$`)

// isDate reports whether a whole value reads as a date or a year, with or without
// the day of the week.
func isDate(value string) bool {
	value = withoutWeekday(strings.TrimSpace(value))
	return len(value) >= 4 && len(value) <= 40 && datePattern.MatchString(value)
}

// isSerial reports whether a value could be a date as spreadsheets count it.
func isSerial(value string) bool {
	value = strings.TrimSpace(value)
	if value == "" || strings.Trim(value, "0123456789.") != "" {
		return false // not even a number: spare the error that ParseFloat makes
	}
	days, err := strconv.ParseFloat(value, 64)
	return err == nil && days >= firstSerial && days <= lastSerial
}

// ReadDate reads a date that stands by itself, in no column whose order of day and
// month is known: as year-month-day as far as it can be told, and its year, 0 when
// there is none.
func ReadDate(value string) (date string, year int) {
	date, year, _ = readDate(strings.TrimSpace(value), false, undecided)
	return date, year
}

// readDate returns a date in the order year-month-day, as far as it goes, and
// its year, 0 when there is none. A date that cannot be read, or whose day and
// month cannot be told apart, is returned as written. A serial number, which
// nobody can have meant to write, is the day that it stands for.
func readDate(value string, epoch1904 bool, order dateOrder) (date string, year int, problem string) {
	if year, ok := isISO(value); ok {
		return value, year, ""
	}
	if isSerial(value) {
		date, year = serialDate(value, epoch1904)
		return date, year, ""
	}
	d := partDate(value)
	day, problem := d.resolve(order)
	switch {
	case day.year == 0 && problem == "" && d.impossible():
		return value, yearOf(value), impossibleDate
	case day.year == 0:
		return value, yearOf(value), problem
	case problem != "" && day.month == 0:
		return value, day.year, problem
	case day.month == 0:
		return fmt.Sprintf("%04d", day.year), day.year, problem
	case day.day == 0:
		return fmt.Sprintf("%04d-%02d", day.year, day.month), day.year, problem
	}
	return fmt.Sprintf("%04d-%02d-%02d", day.year, day.month, day.day), day.year, problem
}

const impossibleDate = "the date cannot be: there is no such day, or no case has that year"

// isISO recognises a day that is written as this program writes days, and
// returns its year. Most dates are of this kind.
func isISO(value string) (int, bool) {
	if len(value) != len(time.DateOnly) || value[4] != '-' || value[7] != '-' {
		return 0, false
	}
	var n [3]int
	for i, part := 0, 0; i < len(value); i++ {
		switch c := value[i]; {
		case i == 4 || i == 7:
			part++
		case c < '0' || c > '9':
			return 0, false
		default:
			n[part] = 10*n[part] + int(c-'0')
		}
	}
	possible := n[0] >= firstYear && n[0] <= lastYear && n[1] <= 12 && n[2] > 0 && n[2] <= daysIn(n[0], n[1])
	return n[0], possible
}

func serialDate(value string, epoch1904 bool) (string, int) {
	days, _ := strconv.ParseFloat(strings.TrimSpace(value), 64)
	day, err := excelize.ExcelDateToTime(days, epoch1904)
	if err != nil {
		return value, 0
	}
	return day.Format(time.DateOnly), day.Year()
}

// yearOf returns the first number of four digits that can be a year, or the
// year of a date in eight digits.
func yearOf(value string) int {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' }
	digits := strings.FieldsFuncSeq(value, func(r rune) bool { return !isDigit(r) })
	for run := range digits {
		if len(run) != 4 && (len(run) != 8 || !isDate(run)) {
			continue
		}
		if year, _ := strconv.Atoi(run[:4]); year >= firstYear && year <= lastYear {
			return year
		}
	}
	return 0
}
