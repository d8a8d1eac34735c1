package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"palermo/pipeline/history"
	"palermo/reports"
)

// What stood in the last run and stands no more is listed without a word of it,
// also in reports that are made later; what was only not read says so, and is no
// news of the data when it is back.
func TestWhatIsGoneIsListed(t *testing.T) {
	dir := t.TempDir()
	where, out := filepath.Join(dir, "palermo.db"), filepath.Join(dir, "out")
	night := func(log string) *Result {
		t.Helper()
		o := stored(t, where, out, write(t, dir, "log.csv", log))
		o.AllowEmpty = true
		return mustAudit(t, o)
	}
	file := func() string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(out, "absent.csv"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	log := ownTexts(caseLog(6))
	night(log)
	if _, err := os.Stat(filepath.Join(out, "absent.csv")); err == nil {
		t.Error("the first run misses something")
	}
	rows := strings.SplitAfter(log, "\n")
	result := night(strings.Join(append(rows[:2:2], rows[3:]...), ""))
	got := strings.Split(strings.TrimSpace(file()), "\n")
	if len(got) != 2 || !strings.HasPrefix(got[1], "CW-2017-001,") || !strings.Contains(got[1], ",data,1,") {
		t.Fatalf("absent.csv: %q", got)
	}
	if f := result.Run.States; f[history.Absent] != 1 || f[history.Unchanged] != 5 {
		t.Errorf("states: %v", f)
	}
	if strings.Contains(got[1], "border") || strings.Contains(got[1], "smuggler") {
		t.Errorf("absent.csv has text of the record: %s", got[1])
	}
	saved, err := reports.OpenRun(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := saved.Render(t.Context(), reports.Rendering{Formats: reports.Formats(), Out: filepath.Join(dir, "later")}); err != nil {
		t.Fatal(err)
	}
	sameFiles(t, out, filepath.Join(dir, "later"))

	night("PAR1 this is no table")
	if gone := file(); strings.Count(gone, ",unread_input,") != 5 {
		t.Errorf("of a file that can't be read: %s", gone)
	}
	if back := night(log); back.Past.Changes[history.CauseUnread] != 6 || back.Past.States[history.New] != 6 {
		t.Errorf("back again: %v %v", back.Past.States, back.Past.Changes)
	}
	// A row that can't be read every night hides nothing that goes.
	ragged := log + "CW-9,2019-01-01,smuggling,one,two,three\n"
	night(ragged)
	night(strings.Join(append(rows[:2:2], rows[3:]...), "") + "CW-9,2019-01-01,smuggling,one,two,three\n")
	if gone := file(); strings.Count(gone, ",data,") != 1 {
		t.Errorf("beside a row that was never read: %s", gone)
	}
}
