package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// column returns n values made of a format that takes the number of the row.
func column(n int, format string) []string {
	values := make([]string, n)
	for i := range values {
		values[i] = format
		if strings.Contains(format, "%") {
			values[i] = fmt.Sprintf(format, i)
		}
	}
	return values
}

// tableOf turns columns into rows.
func tableOf(columns ...[]string) []row {
	rows := make([]row, len(columns[0]))
	for i := range rows {
		for _, values := range columns {
			rows[i].cells = append(rows[i].cells, values[i])
		}
	}
	return rows
}

func TestRecognise(t *testing.T) {
	const n = 30
	text := column(n, story+" That was the %dth time.")
	codes, days, plain := column(n, "CW-%03d"), column(n, "2019-01-%02d"), column(n, "%d")
	crimes := append(column(n/2, "Human trafficking"), column(n/2, "Robbery")...)
	tests := []struct {
		name    string
		names   []string
		columns [][]string
		want    string
	}{
		{"english", []string{"Case_ID", "Date Reported", "Offense", "Agency", "Narrative"},
			[][]string{codes, days, crimes, column(n, "North"), text}, "case_id date label unit narrative"},
		{"spanish", []string{"No. de Expediente", "FECHA", "Tipo de Delito", "Fiscalía", "Descripción de los Hechos"},
			[][]string{codes, days, crimes, column(n, "Norte"), text}, "case_id date label unit narrative"},
		{"portuguese", []string{"Nº Processo", "Data do fato", "Natureza", "Delegacia", "Histórico"},
			[][]string{plain, days, crimes, column(n, "Norte"), text}, "case_id date label unit narrative"},
		{"french", []string{"N° dossier", "Année", "Infraction", "Service", "Exposé des faits"},
			[][]string{plain, column(n, "2019"), crimes, column(n, "Nord"), text}, "case_id date label unit narrative"},
		{"by values alone", []string{"a", "b", "c", "d"}, [][]string{codes, days, crimes, text}, "case_id date label narrative"},
		{"serial dates", []string{"case id", "date", "narrative"}, [][]string{codes, column(n, "435%02d"), text}, "case_id date narrative"},
		{"words in the header", []string{"lead agency unit", "victim's statement text", "date of last contact"},
			[][]string{column(n, "North"), text, days}, "unit narrative date"},
		{"the name beats the values", []string{"code", "case number"}, [][]string{codes, plain}, "- case_id"},
		{"the left one of two", []string{"date", "report date"}, [][]string{days, days}, "date -"},
		{"birth is not the date", []string{"date of birth", "seen"}, [][]string{days, days}, "- date"},
		{"two narratives", []string{"summary", "officer account", "notes"}, [][]string{text, text, text}, "narrative narrative narrative"},
		{"two labels", []string{"offence", "charge"}, [][]string{crimes, crimes}, "label label"},
		{"a label by name stands alone", []string{"offence", "source"}, [][]string{crimes, crimes}, "label -"},
		{"links are no narrative", []string{"narrative", "references"},
			[][]string{column(n, "https://example.org/%d"), column(n, "see https://example.org/%d for the story of the case in full length")}, "- -"},
		{"a story of the offence", []string{"offence", "description of the offence"}, [][]string{crimes, text}, "label narrative"},
		{"a dictionary of codes", []string{"code", "description"}, [][]string{column(n, "%d"), column(n, "Country %d")}, "- -"},
		{"short descriptions", []string{"case id", "description"}, [][]string{codes, column(n, "he paid %d men")}, "case_id narrative"},
		{"an incident that is a class", []string{"incident"}, [][]string{crimes}, "label"},
		{"a case in several rows", []string{"case", "facts"}, [][]string{append(slices.Clone(codes[:15]), codes[:15]...), text}, "case_id narrative"},
		{"a headline is no narrative", []string{"title", "facts"}, [][]string{text, text}, "- narrative"},
		{"boilerplate repeats", []string{"x"}, [][]string{column(n, story)}, "-"},
		{"a description that is a class", []string{"description"}, [][]string{crimes}, "label"},
		{"empty narrative column", []string{"case id", "narrative"}, [][]string{codes, column(n, "")}, "case_id narrative"},
		{"codes of a survey", []string{"isForcedLabour", "indec_id", "victim_id"}, [][]string{column(n, "1"), plain, plain}, "- - -"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows := tableOf(tt.columns...)
			var got []string
			for _, c := range recognise(tt.names, nil, lookAt(rows, len(tt.names))) {
				if c.Why == "" {
					t.Errorf("column %s has no reason", c.Name)
				}
				if c.Role == RoleOther {
					c.Role = "-"
				}
				got = append(got, string(c.Role))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("roles = %s, want %s", s, tt.want)
			}
		})
	}
}

func TestNormalise(t *testing.T) {
	for name, want := range map[string]string{
		"cas_CaseOwner": "cas case owner", "  Nº de EXPEDIENTE: ": "no de expediente", "Año": "ano",
		"yearOfRegistration": "year of registration", "CASE-ID": "case id", "caseID": "case id", "": "", "¿?": "",
	} {
		if got := normalise(name); got != want {
			t.Errorf("normalise(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestHeaderNamesAreNormalisedAndGivenOnce(t *testing.T) {
	seen := map[string]Role{}
	for _, entry := range headerNames {
		for _, list := range []string{entry.whole, entry.within, entry.never} {
			for name := range strings.SplitSeq(list, ",") {
				if name = strings.TrimSpace(name); name != normalise(name) {
					t.Errorf("%q can never match: it is written %q", name, normalise(name))
				}
			}
		}
		for name := range strings.SplitSeq(entry.whole, ",") {
			name = strings.TrimSpace(name)
			if other, twice := seen[name]; twice {
				t.Errorf("%q stands for %s and for %s", name, other, entry.role)
			}
			seen[name] = entry.role
		}
	}
}

func TestFindHeader(t *testing.T) {
	data := []string{"A-1", "2019-01-02", story}
	tests := []struct {
		name string
		rows [][]string
		want int
	}{
		{"first row", [][]string{{"case id", "date", "narrative"}, data}, 0},
		{"under a title", [][]string{{"Register 2019", "", ""}, {"", "", ""}, {"case id", "date", "narrative"}, data}, 2},
		{"names that are not known", [][]string{{"a1", "b1", "c1"}, data, data}, 0},
		{"the same name twice", [][]string{{"case id", "name", "name", "narrative"}, {"1", "x", "y", story}}, 0},
		{"weak names", [][]string{{"code", "description"}, {"case", "all of it"}}, 0},
		{"none", [][]string{data, data}, -1},
		{"ids over labels", [][]string{{"cas_ref", "cas_date", "cas_facts"}, {"Ref", "Date", "Facts"}, data}, 0},
		{"one column", [][]string{{"narrative"}, {story}}, 0},
		{"one column without a name", [][]string{{"something"}, {story}}, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rows []row
			for i, cells := range tt.rows {
				rows = append(rows, row{number: i + 1, cells: cells})
			}
			if got := findHeader(rows, 0); got.first != tt.want {
				t.Errorf("header at %d, want %d", got.first, tt.want)
			}
		})
	}
}

func TestColumnNamesAreDistinct(t *testing.T) {
	got := columnNames([]string{" a ", "", "a", "a (2)"}, 5)
	if want := []string{"a", "column 2", "a (2)", "a (2) (2)", "column 5"}; !slices.Equal(got, want) {
		t.Errorf("names = %q, want %q", got, want)
	}
}
