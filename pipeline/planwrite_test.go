package pipeline

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline/source"
)

// What WritePlan writes is read back to the same mapping, whatever a table,
// its file, its sheet and its headers are called.
func TestPlanRoundTrip(t *testing.T) {
	awkward := []string{
		"Case No", `He said "go"`, "it's", "a: b", "# 1", " leading", "trailing ", "😀 mood", "日本語", "{x}", "[y]",
		"- dash", "? mark", "*star", "&and", "!bang", "%", "@at", "true", "null", "~", "2019", "010", "1e3", "2020-01-01",
		"two\nlines", "tab\there", `back\slash`, "\x01\x7f\u200b\U000e0001", "column 3", "| pipe", "> fold", "a #b", "`tick`", "<<",
	}
	var columns []source.MappedColumn
	for i, name := range awkward {
		role := append(roles(), source.RoleOther)[i%6]
		columns = append(columns, source.MappedColumn{Name: name, Role: role, Why: "header name"})
	}
	previews := []source.Preview{
		{Mapping: source.Mapping{File: "in/log [a]*?.csv", HeaderRow: 4, Columns: columns}},
		{Mapping: source.Mapping{File: "in/book.xlsx", Sheet: "It's #1", Columns: columns[:1]}},
		{Mapping: source.Mapping{File: `in/back\slash.csv`, Columns: columns[5:6]}},
	}
	plan := roundTrip(t, previews)
	for i, p := range previews {
		want := source.TablePlan{
			Sheet: p.Mapping.Sheet, HeaderRow: p.Mapping.HeaderRow, Columns: map[source.Role][]string{},
		}
		for _, c := range p.Mapping.Columns {
			if c.Role != source.RoleOther {
				want.Columns[c.Role] = append(want.Columns[c.Role], c.Name)
			}
		}
		got := plan.Tables[i]
		if fits, err := path.Match(got.File, path.Base(p.Mapping.File)); !fits || err != nil {
			t.Errorf("%q does not fit %q: %v", got.File, p.Mapping.File, err)
		}
		got.File = ""
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("table %d: %s", i, diff)
		}
	}
	if plan.Framework != DefaultFramework || plan.Out != DefaultOut || len(plan.Labels) > 0 || plan.CaseID != nil {
		t.Errorf("the rest is not the defaults: %+v", plan)
	}
}

// Two files of one name are told apart by their paths.
func TestPlanOfFilesWithOneName(t *testing.T) {
	plan := roundTrip(t, []source.Preview{
		{Mapping: source.Mapping{File: "a/log.csv"}},
		{Mapping: source.Mapping{File: "b/log.csv"}},
		{Mapping: source.Mapping{File: "b/book.xlsx", Sheet: "1"}},
		{Mapping: source.Mapping{File: "b/book.xlsx", Sheet: "2"}},
		{Mapping: source.Mapping{File: "c/log.csv"}},
	})
	var files []string
	for _, table := range plan.Tables {
		files = append(files, table.File)
	}
	if diff := cmp.Diff([]string{"a/log.csv", "b/log.csv", "book.xlsx", "book.xlsx", "c/log.csv"}, files); diff != "" {
		t.Error(diff)
	}
}

func TestWritePlanExplains(t *testing.T) {
	var b bytes.Buffer
	err := WritePlan(&b, []source.Preview{{Mapping: source.Mapping{File: "log.csv", Columns: []source.MappedColumn{
		{Name: "Offence", Role: source.RoleLabel, Why: "header name"},
		{Name: "Summary", Role: source.RoleNarrative, Why: "values are long texts"},
		{Name: "Facts", Role: source.RoleNarrative, Why: "word in the header, and values that fit"},
		{Name: "Sex"},
	}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"label: \"Offence\" # header name\n",
		"narrative:\n        - \"Summary\" # values are long texts\n        - \"Facts\" # word in the header",
		"# case_id:\n",
		"# Columns without a role:\n      #   \"Sex\"\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("does not write %q:\n%s", want, b.String())
		}
	}
}

func TestPlanWithoutTables(t *testing.T) {
	if plan := roundTrip(t, nil); len(plan.Tables) > 0 {
		t.Errorf("tables %v out of nothing", plan.Tables)
	}
}

func roundTrip(t *testing.T, previews []source.Preview) *Plan {
	t.Helper()
	var b bytes.Buffer
	if err := WritePlan(&b, previews); err != nil {
		t.Fatal(err)
	}
	plan, err := parsePlan("palermo.yaml", b.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	return plan
}
