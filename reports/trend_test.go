package reports

import (
	"html"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The rates of earlier runs stand in the page and in the workbook, beside those
// by year, and a run that is rendered again knows them.
func TestTrends(t *testing.T) {
	dir, again := publish(t, mixed()), filepath.Join(t.TempDir(), "again")
	render(t, dir, again, "en")
	for _, dir := range []string{dir, again} {
		page := html.UnescapeString(read(t, dir, "report.html"))
		for _, want := range []string{
			`<tr><th scope="row">4</th><td>2026-03-04</td><td>1 of 10</td><td>10.0%<small>1.8% to 40.4%</small></td>`,
			`<td class="words">pack/en, plan</td>`, `<th scope="row">5</th><td>this run</td>`, `<path class="break"`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the page has no %q", want)
			}
		}
		rows := sheets(t, dir)["Trends"][3:]
		for i, want := range [][]string{
			{"From run to run", "Recorded as trafficking, reads as smuggling", "2026-03-01", "1", "0", "0"},
			{"From run to run", "Recorded as trafficking, reads as smuggling", "2026-03-04", "4", "1", "10", "10.0%", "1.8%", "40.4%", "", "", "", "", "", "pack/en, plan"},
			{"From run to run", "Recorded as trafficking, reads as smuggling", "this run", "5", "1", "20", "5.0%", "0.9%", "23.6%"},
		} {
			if diff := cmp.Diff(want, rows[i]); diff != "" {
				t.Errorf("line %d (-want +got):\n%s", i, diff)
			}
		}
	}
}

// A year is held against the last one that has the rate: 10 of 30 after 2 of 40.
func TestYearsAreComparedWithTheOneBefore(t *testing.T) {
	rate := func(x, n int64) Rate { return Rate{Numerator: Count{N: x}, Denominator: Count{N: n}} }
	d := since(rate(10, 30), rate(2, 40))
	if !d.OK || !d.Told() || d.Value < .283 || d.Value > .284 {
		t.Errorf("%+v", d)
	}
	if d := since(rate(1, 30), rate(2, 4)); d.OK || !d.Few {
		t.Errorf("a year of four records: %+v", d)
	}
	if d := since(Rate{Numerator: Count{Withheld: true}, Denominator: Count{N: 50}}, rate(2, 40)); d.OK {
		t.Errorf("of a count that is withheld: %+v", d)
	}
	rows := sheets(t, publish(t, many(60)))["Trends"]
	told := 0
	for _, row := range rows {
		if len(row) > 13 && row[0] == "By year of the records" && row[13] != "" {
			told++
		}
	}
	if told == 0 {
		t.Error("no year is held against another")
	}
}

func TestTrendsAreNotShared(t *testing.T) {
	dir := shared(t, many(40))
	if text := read(t, dir, "report.html") + read(t, dir, summaryFile); strings.Contains(text, "2026-03-04") || strings.Contains(text, "trends") {
		t.Error("rates of earlier runs are shared")
	}
	for _, row := range sheets(t, dir)["Trends"] {
		if row[0] == "From run to run" {
			t.Error("the workbook shares rates of earlier runs")
		}
	}
}
