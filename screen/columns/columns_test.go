package columns

import (
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"palermo/extract"
	"palermo/pipeline/source"
)

func load(t *testing.T) *Map {
	t.Helper()
	data, err := os.ReadFile("../../extract/packs/taxonomy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Indicators []extract.Indicator `yaml:"indicators"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	m, err := Load(file.Indicators)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// row makes a record out of "header=cell" pairs parted by blanks; _ is a blank.
func row(m *Map, pairs string) *source.Record {
	rec := &source.Record{}
	for pair := range strings.FieldsSeq(pairs) {
		name, value, _ := strings.Cut(pair, "=")
		f := source.Field{Name: name, Value: strings.ReplaceAll(value, "_", " ")}
		if m.Knows(name) {
			f.Role = source.RoleFact
		}
		rec.Fields = append(rec.Fields, f)
	}
	return rec
}

// shorthand writes evidence as "id/facet", "!id" where it is denied.
func shorthand(r extract.Reading) string {
	var list []string
	for _, e := range r.Evidence {
		s := e.Indicator
		if e.Facet != "" {
			s += "/" + e.Facet
		}
		if e.Polarity == extract.Negated {
			s = "!" + s
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestRead(t *testing.T) {
	m := load(t)
	m = m.With(map[string]Column{
		"Passport": Stated("document_confiscation"), "Age": Stated("age"), "Involved": Stated("count"),
		"Control": Valued(map[string]string{"beaten": "physical_violence", "locked in": "restricted_movement"}),
	})
	tests := []struct{ name, row, want string }{
		{"a box", "meansOfControlDebtBondage=1 isForcedLabour=1", "debt_bondage forced_labour/compelled"},
		{"zero and missing say nothing", "meansOfControlDebtBondage=0 isForcedLabour=-99 meansOfControlThreats=", ""},
		{"a word denies", "Passport=No", "!document_confiscation"},
		{"yes in other languages", "Passport=Sí", "document_confiscation"},
		{"names cut at 32 characters", "meansOfControlPsychoactiveSubsta=1", "drug_control"},
		{"a composite is not split", "meansAbusePsyPhySex=1", "psychological_coercion/composite"},
		{"several values", "vic_MethodsOfControl=PhysicalAbuse;WithholdsDocuments,_DebtBondage", "physical_violence document_confiscation debt_bondage"},
		{"other spelling of the standard", "vic_Methods_of_Control=RestrictsMovement", "restricted_movement"},
		{"an unknown value", "vic_MethodsOfControl=Other", ""},
		{"age", "vic_AgeWhenTrafficked=15", "victim_minor"},
		{"adult age", "Age=34", "victim_adult"},
		{"a range below", "Age=9--17", "victim_minor"},
		{"a range over the line", "Age=15-20", ""},
		{"no age", "Age=unknown", ""},
		{"a number of people", "Age=34 Involved=12", "victim_adult ctx_people/many"},
		{"a number of a spreadsheet", "Age=34 Involved=3.0", "victim_adult ctx_people/few"},
		{"a missing number", "Involved=-99", ""},
		{"one person", "Involved=1", ""},
		{"a year is no age", "Age=1994", ""},
		{"majority", "majorityStatusAtExploit=Minor", "victim_minor"},
		{"another country", "citizenship=MDA CountryOfExploitation=RUS", "non_national"},
		{"the own country", "citizenship=PHL CountryOfExploitation=PHL", ""},
		{"Namibia is a country", "citizenship=NA CountryOfExploitation=ZA", "non_national"},
		{"an unknown country", "citizenship=00 CountryOfExploitation=ZA", ""},
		{"values of a plan", "Control=beaten_/_locked_in", "physical_violence restricted_movement"},
		{"a column that nobody knows", "Notes=1", ""},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			rec := row(m, tc.row)
			r := m.Read(extract.Reading{Record: rec, Coverage: extract.Coverage{Reason: "no narrative"}})
			if got := shorthand(r); got != tc.want {
				t.Errorf("%s states %q, want %q", tc.row, got, tc.want)
			}
			if r.Coverage.Screened != (tc.want != "") {
				t.Errorf("screened %t", r.Coverage.Screened)
			}
			for _, e := range r.Evidence {
				if e.Quote != rec.Fields[e.Span.Field].Value[e.Span.Start:e.Span.End] || !strings.HasPrefix(e.Rule, "column ") || e.Strength == "" {
					t.Errorf("%+v", e)
				}
			}
		})
	}
}

func TestCheck(t *testing.T) {
	m := load(t)
	for c, ok := range map[string]bool{"document_confiscation": true, "forced_labour/compelled": true, "age": true, "nothing": false} {
		if err := m.Check(Stated(c)); (err == nil) != ok {
			t.Errorf("%s: %v", c, err)
		}
	}
	if err := m.Check(Valued(map[string]string{"x": "nothing"})); err == nil {
		t.Error("an unknown indicator behind a value passes")
	}
}

// A narrative in a language that is not read stays unscreened, whatever its
// other cells hold.
func TestNarrativeIsNotCovered(t *testing.T) {
	m := load(t)
	rec := row(m, "isForcedLabour=1")
	rec.Fields = append(rec.Fields, source.Field{Name: "text", Value: "...", Role: source.RoleNarrative})
	if r := m.Read(extract.Reading{Record: rec}); r.Coverage.Screened {
		t.Error("a narrative that was not read counts as screened")
	}
}
