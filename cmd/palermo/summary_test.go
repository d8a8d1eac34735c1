package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline"
	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
)

func TestSummary(t *testing.T) {
	twice := source.Reject{Location: source.Location{File: "a.csv", Row: 9}, Outcome: source.Duplicate, Rows: 1, Reason: "is the same"}
	result := &pipeline.Result{Rejects: []source.Reject{
		{Location: source.Location{File: "a.csv", Row: 4}, Outcome: source.Quarantined, Rows: 1, Reason: "the row has 5 cells", Hint: "put it in quotes"},
		{Location: source.Location{File: "b.xlsx", Sheet: "S 1"}, Outcome: source.Skipped, Rows: 1200, Reason: "no column holds a narrative"},
		{Location: source.Location{File: "b.xlsx", Sheet: "S 2", Row: 3}, Outcome: source.Duplicate, Rows: 1, Reason: "is the same"},
		twice, twice,
	}, Run: reports.Run{
		Framework: "un",
		Inputs:    make([]source.Input, 2),
		Mappings: []source.Mapping{
			{File: "a.csv", Columns: []source.MappedColumn{
				{Name: "Case\tNo", Role: source.RoleCaseID, Why: "header name"}, {Name: "Sex"},
			}},
			{File: "b.xlsx", Sheet: "S 1", Columns: []source.MappedColumn{{Name: "x"}}},
		},
		Ledger: reports.Ledger{Total: reports.LedgerLine{In: 4207, Out: 3002, Quarantined: 1, Skipped: 1200, Duplicate: 4}},
		Totals: reports.Totals{
			Counts: reports.Counts{Records: 3002, Kinds: map[screen.Kind]int64{
				screen.Consistent: 3000, screen.MislabelledAsTrafficking: 1, screen.MislabelledAsSmuggling: 1,
			}},
			Priorities:              map[int]int64{1: 1, 3: 1, 5: 3000},
			TraffickingUndetermined: 1,
		},
		UnmappedLabels: []reports.LabelCount{{Value: strings.Repeat("é", 70), Count: 2}},
	}}
	var b bytes.Buffer
	if err := summarise(&b, result, "OUT"); err != nil {
		t.Fatal(err)
	}
	want := `Columns that were read:
  a.csv: case id <- "Case\tNo" (header name)
    not read: "Sex"
  b.xlsx sheet "S 1": none
    not read: "x"
Not screened: 1 row could not be read, 1,200 held nothing to screen, 4 stood in the input already
  quarantined a.csv line 4: the row has 5 cells
    hint: put it in quotes
  skipped b.xlsx sheet "S 1", 1,200 rows: no column holds a narrative
  duplicate b.xlsx sheet "S 2" row 3: is the same
  duplicate a.csv line 9: is the same
  duplicate a.csv line 9: is the same
  1 more in OUT/quarantine.csv
Findings in 3,002 records under the framework un:
      3,000  Label and facts agree
          1  Recorded as trafficking or as both, reads as smuggling
          1  Recorded as smuggling, reads as trafficking
          1  read as smuggling and leave open whether there is trafficking too
          1  may be missed trafficking of a child; begin the review with these
Labels that are not known (say what they mean in a plan, under labels):
          2  "` + strings.Repeat("é", 60) + `…"
4,207 rows: 3,002 screened, 0 not screened, 2 to review, 1 quarantined, 1,200 skipped, 4 duplicate; reports in OUT
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// Where nothing was screened the reason is said, and what to do.
func TestNothingToScreen(t *testing.T) {
	tests := []struct {
		name   string
		inputs int
		rows   int64
		want   string
	}{
		{"no files", 0, 0, "no case log and no report stands in the input"},
		{"empty files", 1, 0, "holds no rows and no text"},
		{"no narrative", 1, 7, "hint: palermo init INPUT writes a plan"},
	}
	for _, test := range tests {
		run := reports.Run{Inputs: make([]source.Input, test.inputs)}
		run.Ledger.Total.In, run.Ledger.Total.Skipped = test.rows, test.rows
		var b bytes.Buffer
		if err := summarise(&b, &pipeline.Result{Run: run, Past: &history.Run{}}, t.TempDir()); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), test.want) {
			t.Errorf("%s: does not say %q:\n%s", test.name, test.want, b.String())
		}
	}
}

// The verdict follows what was asked for: urgent findings, then what is unread.
func TestVerdict(t *testing.T) {
	tests := []struct {
		name   string
		failOn string
		unread bool
		want   exit
	}{
		{"not asked for", "0", false, done},
		{"less urgent", "2", false, done},
		{"as urgent", "3", false, found},
		{"more urgent", "4", false, found},
		{"unread", "2", true, unread},
		{"both", "3", true, found},
	}
	for _, test := range tests {
		result := &pipeline.Result{Unread: test.unread, Past: &history.Run{}}
		result.Past.OpenPriorities = map[int]int64{3: 2, 5: 9}
		if got := code(verdict(result, test.failOn, "out")); got != int(test.want) {
			t.Errorf("%s: exit code %d, want %d", test.name, got, test.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 12345678: "12,345,678"} {
		if got := grouped(n); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
}
