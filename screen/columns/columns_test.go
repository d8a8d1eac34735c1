package columns

import (
	"os"
	"slices"
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
		if !m.Knows(name) {
			name = strings.ReplaceAll(name, "_", " ")
		}
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
		{"a child among several", "Age=34,_16", "victim_minor"},
		{"several adults", "Age=34;41", "victim_adult"},
		{"a fraction", "Age=15.75", "victim_minor"},
		{"a fraction of other spelling", "Age=34,5", "victim_adult"},
		{"below a bound", "Age=under_18", "victim_minor"},
		{"below a bound, in signs", "Edad=<18", "victim_minor"},
		{"above a bound", "Age=25+", "victim_adult"},
		{"above a bound that children are above", "Idade=mais_de_15", ""},
		{"months", "Age=20_months", "victim_minor"},
		{"years and months", "Age=17_years_11_months", "victim_minor"},
		{"a word", "Âge=mineure", "victim_minor"},
		{"a word for adults", "Edad=mayor_de_edad", "victim_adult"},
		{"a date is no age", "Age=04/03/06", ""},
		{"the age of somebody else", "Suspect_age=15", ""},
		{"a band", "Age_Band=9--17", "victim_minor"},
		{"the code of a band", "Age_Band=7", ""},
		{"how it is written stands in the header", "Age_(years)=15", "victim_minor"},
		{"whose it is stands in the header", "Age_(suspect)=15", ""},
		{"a tick", "Menor_de_edad=Sí", "victim_minor"},
		{"a tick for no", "Minor_(Y/N)=N", "!victim_minor"},
		{"headers of another release", "Means_Withhold_Docs=1 is_forced_labour=1", "document_confiscation forced_labour/compelled"},
		{"a number of people", "Age=34 Involved=12", "victim_adult ctx_people/many"},
		{"no number of people", "Age=34 Involved=Inf", "victim_adult"},
		{"a code for an age that is not known", "Age=-9", ""},
		{"a number of a spreadsheet", "Age=34 Involved=3.0", "victim_adult ctx_people/few"},
		{"a missing number", "Involved=-99", ""},
		{"one person", "Involved=1", ""},
		{"a year is no age", "Age=1994", ""},
		{"majority", "majorityStatusAtExploit=Minor", "victim_minor"},
		{"another country", "citizenship=MDA CountryOfExploitation=RUS", "non_national"},
		{"the own country", "citizenship=PHL CountryOfExploitation=PHL", ""},
		{"Namibia is a country", "citizenship=NA CountryOfExploitation=ZA", "non_national"},
		{"an unknown country", "citizenship=00 CountryOfExploitation=ZA", ""},
		{"an unknown country of three letters", "citizenship=n/a CountryOfExploitation=ZA", ""},
		{"a missing value is none", "vic_MethodOfRecruitment=NA", ""},
		{"a missing value in words", "vic_MethodOfRecruitment=Non_renseigné", ""},
		{"a sign for a missing value", "vic_MethodOfRecruitment=-99", ""},
		{"any other value is one", "vic_MethodOfRecruitment=99", "act_recruitment"},
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
			if r.Coverage.Screened != slices.ContainsFunc(r.Evidence, func(e extract.Evidence) bool { return m.decisive(e.Indicator) }) {
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

// A date of birth is an age at the date of the record.
func TestDatesOfBirth(t *testing.T) {
	m := load(t)
	tests := []struct{ header, born, date, want string }{
		{"DOB", "2006-01-02", "2021-05-04", "victim_minor"},
		{"Date of birth", "2 January 2006", "2021-05-04", "victim_minor"},
		{"Date of birth (dd/mm/yyyy)", "12/11/2006", "2021-05-04", "victim_minor"},
		{"Fecha de nacimiento", "1988", "2019", "victim_adult"},
		{"Data de nascimento", "05/06/95", "2019-03-04", "victim_adult"},
		{"Né le", "2001-03-05", "2019-03-04", "victim_minor"},
		{"Date de naissance", "2001-03-04", "2019-03-04", "victim_adult"},
		{"Year of birth", "2001", "2019-03-04", ""},
		{"DOB", "1900-01-01", "2019-03-04", "lost"},
		{"DOB", "2021-01-01", "2019-03-04", "lost"},
		{"DOB", "not on file", "2019-03-04", "lost"},
		{"DOB", "unknown", "2019-03-04", ""},
	}
	for _, tt := range tests {
		rec := &source.Record{Fields: []source.Field{{Name: tt.header, Value: tt.born, Role: source.RoleFact}}}
		rec.Date, rec.Year = source.ReadDate(tt.date)
		got := shorthand(m.Read(extract.Reading{Record: rec}))
		if len(rec.Problems) > 0 {
			got = "lost"
		}
		if got != tt.want || !m.Knows(tt.header) {
			t.Errorf("%s %s at %s states %q, want %q", tt.header, tt.born, tt.date, got, tt.want)
		}
	}
}

// What a column holds and nobody understands is noted, once.
func TestWhatIsNotUnderstoodIsNoted(t *testing.T) {
	m := load(t).With(map[string]Column{
		"Date of birth": Stated("age"), "Held": Stated("document_confiscation"), "Control": Valued(map[string]string{"beaten": "physical_violence"}),
	})
	for pairs, want := range map[string]string{
		"Date_of_birth=2006-01-02": `the column "Date_of_birth" holds no age that can be read`,
		"Held=perhaps":             `the column "Held" holds neither yes nor no`,
		"Control=shouted":          `the column "Control" holds a value that the plan gives no meaning`,
		"Held=0":                   "", "Held=unknown": "", "Age=15-20": "", "vic_MethodsOfControl=Other": "", "isForcedLabour=-99": "",
	} {
		rec := row(m, pairs)
		m.Read(extract.Reading{Record: rec})
		m.Read(extract.Reading{Record: rec})
		if got := strings.Join(rec.Problems, "; "); got != want {
			t.Errorf("%s: noted %q, want %q", pairs, got, want)
		}
	}
}

// An age tells of no crime: a table that has nothing else can't be screened.
func TestWhatDecides(t *testing.T) {
	m := load(t)
	for header, want := range map[string]bool{
		"Age": false, "DOB": false, "Number of victims": false, "Minor": false, "majorityStatus": false, "nobody's": false,
		"isForcedLabour": true, "citizenship": true, "vic_MethodsOfControl": true, "vic_MethodOfRecruitment": true,
	} {
		if m.Decides(header) != want {
			t.Errorf("%s decides: %t", header, !want)
		}
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
