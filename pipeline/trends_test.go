package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"palermo/reports"
)

// The rates of earlier runs reach the reports, with what else changed; a night
// without news adds nothing to them, and reports made later tell the same.
func TestTheReportsTellHowTheRatesWent(t *testing.T) {
	dir := t.TempDir()
	where, log := filepath.Join(dir, "palermo.db"), filepath.Join(dir, "log.csv")
	night := func(n, rows int, out string, noCache bool) *Result {
		t.Helper()
		write(t, dir, "log.csv", ownTexts(caseLog(rows)))
		o := stored(t, where, filepath.Join(dir, out), log)
		o.NoCache, o.Now = noCache, func() time.Time { return time.Date(2026, 3, n, 2, 0, 0, 0, time.UTC) }
		if n >= 4 {
			o.Build = "another"
		}
		return mustAudit(t, o)
	}
	told := func(list []reports.Trend) string {
		var runs []string
		for _, one := range list {
			runs = append(runs, fmt.Sprintf("%d %q %v", one.Run, one.Day, one.Rules))
		}
		return strings.Join(runs, ", ")
	}
	if first := night(1, 20, "out", false); first.Run.Trends != nil {
		t.Errorf("the first run has a history: %v", first.Run.Trends)
	}
	if same := night(2, 20, "out", false); same.Run.Trends != nil {
		t.Errorf("a night without news: %v", same.Run.Trends)
	}
	if got, want := told(night(3, 30, "out", false).Run.Trends), `1 "2026-03-01" [], 3 "" []`; got != want {
		t.Errorf("told %s, want %s", got, want)
	}
	fourth := night(4, 40, "out", false).Run.Trends
	if got, want := told(fourth), `1 "2026-03-01" [], 3 "2026-03-03" [], 4 "" [program]`; got != want {
		t.Errorf("told %s, want %s", got, want)
	}
	sums := map[string]bool{}
	for _, one := range fourth {
		sums[fmt.Sprint(one.Rates)] = true
		if len(one.Rates) != len(new(reports.Counts).Rates()) {
			t.Errorf("run %d has %d rates", one.Run, len(one.Rates))
		}
	}
	if len(sums) != 3 {
		t.Errorf("three logs have %d different rates", len(sums))
	}

	saved, err := reports.OpenRun(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := saved.Render(t.Context(), reports.Rendering{Formats: reports.Formats(), Out: filepath.Join(dir, "later")}); err != nil {
		t.Fatal(err)
	}
	sameFiles(t, filepath.Join(dir, "out"), filepath.Join(dir, "later"))

	night(5, 40, "out", false) // run 4 has a day now
	if again := night(6, 40, "out", false); !again.Stands {
		t.Error("the reports are not left as they are")
	}
	before, err := os.ReadFile(filepath.Join(dir, "out", "summary.json"))
	if err != nil {
		t.Fatal(err)
	}
	night(7, 40, "out", true)
	after, err := os.ReadFile(filepath.Join(dir, "out", "summary.json"))
	if diff := cmp.Diff(string(before), string(after)); err != nil || diff != "" {
		t.Errorf("read anew, with nothing changed: %v\n%s", err, diff)
	}
}

// ownTexts gives every row of a log words of its own: a text that is told again
// is counted once.
func ownTexts(log string) string {
	lines := strings.Split(log, "\n")
	for i := range lines {
		lines[i] = strings.Replace(lines[i], ".", fmt.Sprintf(" in the year %d.", 1000+i), 1)
	}
	return strings.Join(lines, "\n")
}
