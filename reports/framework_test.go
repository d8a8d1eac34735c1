package reports

import (
	"html"
	"path/filepath"
	"strings"
	"testing"

	"palermo/screen"
)

// With further frameworks, the rates under each stand beside each other: of two
// records labelled trafficking that read as smuggling here, one reads there as
// trafficking; of the two frameworks, one reads all alike.
func TestRatesUnderEachFramework(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s, err := Open(t.Context(), dir, Formats(), options())
	if err != nil {
		t.Fatal(err)
	}
	run := runOf(nil)
	run.Versions = map[string]string{"framework/un": "1", "framework/us": "1", "framework/hstc": "1"}
	for i := range 3 {
		f := sample(i, screen.LabelTrafficking, screen.Smuggling, screen.MislabelledAsTrafficking, 3)
		if i == 0 {
			f.Elsewhere = []screen.Elsewhere{{
				Assessment: screen.Assessment{Framework: "us", Class: screen.Trafficking}, Kind: screen.Consistent, Row: "F01", Why: "why",
			}}
		}
		run.Totals.Add(f)
		if err := s.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(run); err != nil {
		t.Fatal(err)
	}
	again := filepath.Join(t.TempDir(), "again")
	render(t, dir, again, "en")
	for _, dir := range []string{dir, again} {
		page := html.UnescapeString(read(t, dir, "report.html"))
		for _, want := range []string{
			`<th scope="row"><bdi>un</bdi></th><td>3</td><td>3 of 3</td><td>100.0%`,
			`<th scope="row"><bdi>us</bdi></th><td>3</td><td>2 of 3</td><td>66.7%`,
			`<th scope="row"><bdi>hstc</bdi></th><td>3</td><td>3 of 3</td><td>100.0%`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the page has no %s", want)
			}
		}
		lines := 0
		for _, row := range sheets(t, dir)["Breakdowns"] {
			if row[0] == "Legal framework" && row[1] == "Recorded as trafficking, reads as smuggling" {
				lines++
			}
		}
		if lines != 3 {
			t.Errorf("%d frameworks in the workbook", lines)
		}
		if !strings.Contains(read(t, dir, summaryFile), `"group": "us"`) {
			t.Error("none in the summary")
		}
	}
}
