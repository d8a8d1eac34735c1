package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadDate(t *testing.T) {
	tests := []struct {
		value, date string
		year        int
		order       dateOrder
		problem     bool
	}{
		{"2019-03-04", "2019-03-04", 2019, undecided, false},
		{"2019-03-04T10:00:00Z", "2019-03-04", 2019, undecided, false},
		{"2019/03/04 10:00", "2019-03-04", 2019, undecided, false},
		{"4 de marzo de 2019", "2019-03-04", 2019, undecided, false},
		{"lunes 4 de marzo del 2019", "2019-03-04", 2019, undecided, false},
		{"Monday, March 4, 2019", "2019-03-04", 2019, undecided, false},
		{"segunda-feira, 4 de março de 2019", "2019-03-04", 2019, undecided, false},
		{"le lundi 4 mars 2019", "2019-03-04", 2019, undecided, false},
		{"15 de marzo del 2021 a las 10:00", "2021-03-15", 2021, undecided, false},
		{"15-ene-19", "2019-01-15", 2019, undecided, false},
		{"1er février 2019", "2019-02-01", 2019, undecided, false},
		{"7 de março de 2019", "2019-03-07", 2019, undecided, false},
		{"March 4th, 2019", "2019-03-04", 2019, undecided, false},
		{"marzo de 2019", "2019-03", 2019, undecided, false},
		{"03/2019", "2019-03", 2019, undecided, false},
		{"2019-03", "2019-03", 2019, undecided, false},
		{"20190304", "2019-03-04", 2019, undecided, false},
		{"2019", "2019", 2019, undecided, false},
		{"43528", "2019-03-04", 2019, undecided, false},
		{"43528.75", "2019-03-04", 2019, undecided, false},
		{"03/04/2019 14:20", "03/04/2019 14:20", 2019, undecided, true},
		{"03/04/2019 14:20", "2019-04-03", 2019, dayFirst, false},
		{"03/04/2019", "2019-03-04", 2019, monthFirst, false},
		{"4/3/19", "4/3/19", 2019, undecided, true},
		{"4/3/71", "1971-03-04", 1971, dayFirst, false},
		{"25/12/2019", "2019-12-25", 2019, undecided, false},
		{"12/25/2019", "2019-12-25", 2019, dayFirst, true},
		{"5/5/2019", "2019-05-05", 2019, undecided, false},
		{"31/02/2019", "31/02/2019", 2019, dayFirst, true},
		{"31/02/2019", "31/02/2019", 2019, undecided, true},
		{"2019-02-31", "2019-02-31", 2019, undecided, true},
		{"2019-13-01", "2019-13-01", 2019, undecided, true},
		{"31 February 2019", "31 February 2019", 2019, undecided, true},
		{"3020-01-02", "3020-01-02", 0, undecided, true},
		{"04/03/3020", "04/03/3020", 0, dayFirst, true},
		{"March 3020", "March 3020", 0, undecided, true},
		{"20193104", "20193104", 0, undecided, true},
		{"not known", "not known", 0, undecided, false},
		{"FY2019-20", "FY2019-20", 2019, undecided, false},
		{"2016-2018", "2016-2018", 2016, undecided, false},
		{"12345678", "12345678", 0, undecided, true},
		{"3019", "3019", 0, undecided, true},
		{"", "", 0, undecided, false},
	}
	for _, tt := range tests {
		date, year, problem := readDate(tt.value, false, tt.order)
		if date != tt.date || year != tt.year || (problem != "") != tt.problem {
			t.Errorf("readDate(%q, %d) = %q, %d, %q", tt.value, tt.order, date, year, problem)
		}
	}
}

// A day of the week before its dates makes a column none of another kind.
func TestDatesBehindAWeekday(t *testing.T) {
	for _, value := range []string{
		"Monday, March 4, 2019", "Mon 4 Mar 2019", "Tue 03/05/2019", "lunes 4 de marzo del 2019", "el martes 5 de marzo de 2019",
		"segunda-feira, 4 de março de 2019", "Terça, 05/03/2019", "lundi 4 mars 2019", "le jeudi 7 mars 2019",
	} {
		got := readFile(t, write(t, "log.csv", "case id,date,narrative\n"+strings.Repeat("A-1,\""+value+"\",He paid the driver for the crossing\n", 3)), Options{})
		if c := got.tables[0].Columns[1]; c.Role != RoleDate || got.records[0].Year != 2019 {
			t.Errorf("%s: the column is %q, the year %d", value, c.Role, got.records[0].Year)
		}
	}
	for _, value := range []string{"Monday", "Friday night", "el lunes", "Sun Street 4", "Quinta da Serra 2019", "sin fecha", "Mar del Plata"} {
		if isDate(value) {
			t.Errorf("%q reads as a date", value)
		}
	}
}

// The order of day and month is decided by all values of the column, also by
// one far below the rows that are looked at first.
func TestDatesAreDecidedByColumn(t *testing.T) {
	log := func(dates ...string) string {
		var b strings.Builder
		b.WriteString("case id,date,narrative\n")
		for i := range 300 {
			date := "05/06/2019"
			if i < len(dates) {
				date = dates[i]
			}
			if i == 299 && len(dates) > 300 {
				date = dates[300]
			}
			fmt.Fprintf(&b, "A-1,%s,He paid for the %dth time\n", date, i)
		}
		return b.String()
	}
	far := make([]string, 301)
	for i := range far {
		far[i] = "05/06/2019"
	}
	american := append([]string(nil), far...)
	far[300], american[300] = "25/06/2019", "06/25/2019"
	tests := []struct {
		name, content, first, said string
	}{
		{"day first", log("25/12/2019"), "2019-06-05", "day/month/year"},
		{"month first", log("12/25/2019"), "2019-05-06", "month/day/year"},
		{"told at the end", log(far...), "2019-06-05", "day/month/year"},
		{"told at the end, month first", log(american...), "2019-05-06", "month/day/year"},
		{"never told", log(), "05/06/2019", "ambiguous: no value tells"},
		{"both", log("25/12/2019", "12/25/2019"), "05/06/2019", "ambiguous: day/month and month/day both"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(t, write(t, "log.csv", tt.content), Options{})
			if r := got.records[5]; r.Date != tt.first || r.Year != 2019 {
				t.Errorf("the sixth row has the date %q, %d", r.Date, r.Year)
			}
			if said := got.tables[0].Columns[1].Dates; !strings.HasPrefix(said, tt.said) {
				t.Errorf("the mapping says %q", said)
			}
			if len(got.records) != 300 {
				t.Errorf("%d records", len(got.records))
			}
		})
	}
}
