package pipeline

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"palermo/pipeline/source"
	"palermo/screen"
)

// The golden cases are worded as records word them, so that a test of them is
// a test of reading and deciding together.

// demoFloor is how many records of the demo read as expected. A change may
// raise it, never lower it.
const demoFloor = 68

// golden is one entry of cases.yaml, as far as it is needed here.
type golden struct {
	ID       string                  `yaml:"id"`
	Text     string                  `yaml:"text"`
	Label    string                  `yaml:"recorded_label"`
	Class    screen.Class            `yaml:"un"`
	Accepted []screen.Class          `yaml:"accept"`
	Open     bool                    `yaml:"undetermined"`
	Minor    bool                    `yaml:"minor"`
	Flags    []screen.Flag           `yaml:"flags"`
	Finding  screen.Kind             `yaml:"finding"`
	Profiles map[string]screen.Class `yaml:"profiles"`
}

// wording is one entry of wordings.yaml: a case told otherwise.
type wording struct {
	Of   string `yaml:"of"`
	Text string `yaml:"text"`
}

func readGolden(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile("../fixtures/golden/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// goldenRooms opens the rooms of every framework; the packs are read once.
func goldenRooms(t *testing.T) map[string]*rooms {
	t.Helper()
	all := map[string]*rooms{}
	for _, id := range Frameworks() {
		o := options("", 1)
		o.Framework = id
		r, err := open(o)
		if err != nil {
			t.Fatal(err)
		}
		all[id] = r
	}
	return all
}

func screenText(r *rooms, text, label string) screen.Finding {
	return r.screen(&source.Record{
		Label:  label,
		Fields: []source.Field{{Name: "text", Value: text, Role: source.RoleNarrative}},
	})
}

func TestGoldenCases(t *testing.T) {
	var cases []golden
	readGolden(t, "cases.yaml", &cases)
	all := goldenRooms(t)
	for _, c := range cases {
		t.Run(c.ID, func(t *testing.T) {
			for _, fault := range c.faults(all) {
				t.Error(fault)
			}
		})
	}
}

// faults says what a case does not read as it should, under every framework that
// it names.
func (c *golden) faults(all map[string]*rooms) []string {
	var faults []string
	f := screenText(all["un"], c.Text, c.Label)
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	exact := f.Assessment.Class == c.Class
	switch {
	case !exact && !slices.Contains(c.Accepted, f.Assessment.Class):
		add("reads as %s by %s, want %s", f.Assessment.Class, f.Assessment.Decision, c.Class)
	case exact && f.Assessment.Undetermined != c.Open:
		add("leaves trafficking open: %t, want %t", f.Assessment.Undetermined, c.Open)
	case exact && c.Finding != "" && f.Kind != c.Finding:
		add("finding %s, want %s", f.Kind, c.Finding)
	}
	if got := f.Assessment.Element(screen.VictimChild).State == screen.Present; got != c.Minor {
		add("a child is told: %t, want %t", got, c.Minor)
	}
	for _, flag := range c.Flags {
		if !slices.Contains(f.Flags, flag) {
			add("no flag %s among %v", flag, f.Flags)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Profiles)) {
		g := screenText(all[id], c.Text, c.Label)
		if got := g.Assessment.Class; got != c.Profiles[id] && !slices.Contains(c.Accepted, got) {
			add("under %s reads as %s by %s, want %s", id, got, g.Assessment.Decision, c.Profiles[id])
		}
	}
	return faults
}

// TestGoldenWordings tells the central cases in other words.
func TestGoldenWordings(t *testing.T) {
	var cases []golden
	var wordings []wording
	readGolden(t, "cases.yaml", &cases)
	readGolden(t, "wordings.yaml", &wordings)
	un := goldenRooms(t)["un"]
	count := map[string]int{} // of wordings so far; the first stands in cases.yaml
	for _, w := range wordings {
		at := slices.IndexFunc(cases, func(c golden) bool { return c.ID == w.Of })
		if at < 0 {
			t.Fatalf("no case %s", w.Of)
		}
		count[w.Of]++
		name := fmt.Sprintf("%s wording %d", w.Of, count[w.Of]+1)
		t.Run(name, func(t *testing.T) {
			c := cases[at]
			f := screenText(un, w.Text, "")
			if got := f.Assessment.Class; got != c.Class && !slices.Contains(c.Accepted, got) {
				t.Errorf("reads as %s by %s, want %s", got, f.Assessment.Decision, c.Class)
			}
		})
	}
}

func TestDemoReadsAsExpected(t *testing.T) {
	f, err := os.Open("../fixtures/golden/truth.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	_, out := audit(t, 2, "../fixtures/casework")
	read := map[string]string{} // file and case id -> class
	for _, m := range lines(t, out) {
		read[path.Base(m["source_file"].(string))+"|"+m["case_id"].(string)] = m["assessed_class"].(string)
	}
	column := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	right, all := 0, 0
	for _, row := range rows[1:] {
		want := column(row, "expected_class")
		if want == "" {
			continue // a row that is not screened
		}
		all++
		file := path.Base(column(row, "document"))
		if got := read[file+"|"+column(row, "case_id")]; got == want {
			right++
		} else {
			t.Logf("%s %s reads as %s, expected %s: %s", column(row, "case_id"), file, got, want, strings.TrimSpace(column(row, "reason")))
		}
	}
	t.Logf("%d of %d records of the demo read as expected", right, all)
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if says := fmt.Sprintf("%d of the %d records of the demo read as", right, all); !strings.Contains(string(readme), says) {
		t.Errorf("the README does not say that %s expected", says)
	}
	if right < demoFloor {
		t.Errorf("%d records of the demo read as expected, fewer than %d", right, demoFloor)
	}
}
