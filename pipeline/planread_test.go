package pipeline

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline/source"
	"palermo/screen"
)

const fullPlan = `# everything that a plan can say
version: 1
framework: un
out: reports of march
packs: our-packs
formats: [csv, xlsx]
tables:
  - file: "log_*.csv"
    header_row: 3
    delimiter: "\t"
    columns:
      case_id: Case No
      label: [Charge, "Lead: charge"]
      narrative:
        - Summary
        - 'Officer''s notes'
  - sheet: "2016-2018"
reports:
  case_id: '([A-Z]{3}-\d{4})'
labels:
  "188 bis": trafficking
  Guiding: smuggling
`

func TestReadPlan(t *testing.T) {
	plan, err := ReadPlan(planFile(t, fullPlan))
	if err != nil {
		t.Fatal(err)
	}
	if got := plan.CaseID.FindString("see ABC-2020"); got != "ABC-2020" {
		t.Errorf("case id pattern found %q", got)
	}
	if len(plan.SHA256) != 64 {
		t.Errorf("digest is %q", plan.SHA256)
	}
	plan.CaseID, plan.SHA256 = nil, ""
	want := &Plan{
		Framework: "un", Out: "reports of march", Packs: "our-packs", Formats: []string{"csv", "xlsx"},
		Tables: []source.TablePlan{
			{File: "log_*.csv", HeaderRow: 3, Delimiter: '\t', Columns: map[source.Role][]string{
				source.RoleCaseID:    {"Case No"},
				source.RoleLabel:     {"Charge", "Lead: charge"},
				source.RoleNarrative: {"Summary", "Officer's notes"},
			}},
			{Sheet: "2016-2018"},
		},
		Labels: map[string]screen.Label{"188 bis": screen.LabelTrafficking, "Guiding": screen.LabelSmuggling},
	}
	if diff := cmp.Diff(want, plan); diff != "" {
		t.Error(diff)
	}
}

func TestReadPlanOfNothing(t *testing.T) {
	for _, text := range []string{"", "# only a comment\n", "version: 1\ntables:\nlabels:\nreports:\n", "tables: []\n"} {
		plan, err := ReadPlan(planFile(t, text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if plan.Framework != "" || len(plan.Tables)+len(plan.Labels) > 0 {
			t.Errorf("%q: read as %+v", text, plan)
		}
	}
}

// A pattern is compiled as it is used: a quote that no \E ends fits the whole rest.
func TestPatternsOfAPlan(t *testing.T) {
	plan, err := parsePlan("plan", []byte("reports: {split_cases: '\\QCase (', case_id: '\\QNo.'}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if !plan.SplitCases.MatchString("x\nCase (1)") || plan.SplitCases.MatchString("Case 1") || !plan.CaseID.MatchString("No.") {
		t.Errorf("%s, %s", plan.SplitCases, plan.CaseID)
	}
}

func TestTheCountryOfAPlan(t *testing.T) {
	for code, want := range map[string]string{"be": "be", "BE": "be", "uk": "gb", "GB": "gb", "bel": "be"} {
		plan, err := parsePlan("plan", []byte("country: "+code+"\n"))
		if err != nil || plan.Country != want {
			t.Errorf("%s is read as %v, %v", code, plan, err)
		}
	}
}

// A mistake is named by its place, in words, with what to do.
func TestPlanMistakes(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unknown key", "tabels: []\n", `line 1 column 1: unknown key "tabels" in a plan`},
		{"nearest key", "tabls: []\n", `hint: did you mean "tables"?`},
		{"far from any key", "zzzzzzzz: 1\n", "hint: use version, framework"},
		{"unknown key of a table", "tables:\n  - colums: {}\n", `line 2 column 5: unknown key "colums" in a table`},
		{"unknown role", "tables:\n- columns: {lable: X}\n", `did you mean "label"? known: case_id, date, label, narrative, unit`},
		{"unknown framework", "framework: mars\n", `line 1 column 12: unknown framework "mars"`},
		{"unknown format", "formats: [csv, pdf]\n", `line 1 column 16: unknown report format "pdf"`},
		{"unknown label", "labels: {x: smugling}\n", `did you mean "smuggling"?`},
		{"label without a meaning", "labels:\n  x:\n", "a label is left out"},
		{"label without letters", "labels: {\"--\": other}\n", "no letters or digits"},
		{"label that is a number", "labels: {188: other}\n", `hint: put it in quotes: "188"`},
		{"duplicate key", "out: a\nout: b\n", `line 2 column 1: "out" stands here for the second time`},
		{"where the first is", "out: a\nout: b\n", "hint: it is set in line 1"},
		{"duplicate column", "tables:\n- columns: {date: When, unit: When}\n", `column "When" is named as date already`},
		{"text that is a number", "out: 2020\n", `the output folder is a number, and should be a text`},
		{"number that is a text", "tables:\n- header_row: three\n", "should be a whole number"},
		{"row before the first", "tables:\n- header_row: 0\n", "rows are counted from 1"},
		{"octal is not read", "version: 02\n", "version 2 of the plan is not known"},
		{"bad pattern", "reports: {case_id: '[A-Z'}\n", "missing closing ]"},
		{"pattern of nothing", "reports: {case_id: 'x*'}\n", "matches the empty text"},
		{"bad glob", "tables:\n- file: 'a[b.csv'\n", "is no pattern for file names"},
		{"sheet by a pattern", "tables:\n- sheet: '20*'\n", `no sheet can be called "20*"`},
		{"long delimiter", "tables:\n- delimiter: semicolon\n", "one character"},
		{"empty column", "tables:\n- columns: {unit: ''}\n", "a column is empty"},
		{"tables without dashes", "tables:\n  file: x.csv\n", "begin every table with a dash"},
		{"list for keys", "reports: [a]\n", "reports is a list"},
		{"alias", "out: &x a\nframework: *x\n", "a reference"},
		{"merge key", "<<: {out: a}\n", "a reference"},
		{"second document", "out: a\n---\nout: b\n", "a second document begins"},
		{"not YAML", "formats: [csv\n", "not YAML"},
		{"backslash in double quotes", "reports: {case_id: \"\\d+\"}\n", "single quotes"},
		{"no country", "country: xq\n", `"xq" is no code of a country`},
		{"a word for a country", "country: Belgium\n", `"Belgium" is no code of a country`},
		{"carriage returns", "out: a\r\nfromats: []\r\n", "line 2 column 1: unknown key"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ReadPlan(planFile(t, test.text))
			var rules *RulesError
			if !errors.As(err, &rules) {
				t.Fatalf("the error is %v, want a *RulesError", err)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("does not say %q:\n%s", test.want, err)
			}
		})
	}
}

// Everything that is wrong is said at once, from top to bottom.
func TestPlanMistakesTogether(t *testing.T) {
	_, err := parsePlan("p.yaml", []byte("fromat: csv\nframework: mars\n\ttables: 1\n"))
	if err == nil || strings.Count(err.Error(), "p.yaml line") != 1 {
		t.Errorf("a syntax error stands alone, got:\n%v", err)
	}
	_, err = parsePlan("p.yaml", []byte("fromat: csv\nframework: mars\nlabels:\n  é: {a: b}\n"))
	want := `p.yaml line 1 column 1: unknown key "fromat" in a plan
  1 | fromat: csv
    | ^
hint: did you mean "formats"? known: version, framework, out, packs, formats, tables, reports, switches, country, labels
p.yaml line 2 column 12: unknown framework "mars"
  2 | framework: mars
    |            ^
hint: use ` + strings.Join(Frameworks(), ", ") + `
p.yaml line 4 column 6: a label is a set of keys, and should be a text
  4 |   é: {a: b}
    |      ^`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestReadPlanThatIsNotThere(t *testing.T) {
	_, err := ReadPlan(filepath.Join(t.TempDir(), "palermo.yaml"))
	var usage *UsageError
	if !errors.As(err, &usage) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the error is %v, want a *UsageError", err)
	}
}

func FuzzParsePlan(f *testing.F) {
	f.Add(fullPlan)
	f.Add("tables:\n- columns: {date: [a, b]}\n")
	f.Add("reports: {split_cases: '\\QCase'}\n")
	f.Add("labels:\n  ? a\n  : b\n")
	f.Fuzz(func(t *testing.T, text string) {
		plan, err := parsePlan("plan", []byte(text))
		if (plan == nil) == (err == nil) {
			t.Errorf("plan %v and error %v", plan, err)
		}
	})
}

func planFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "palermo.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
