package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// got lists records as "row id|narrative" and rejects as "row outcome rows reason".
func (got items) lines() []string {
	var lines []string
	for _, r := range got.records {
		lines = append(lines, fmt.Sprintf("%d %s|%s", r.Row, r.CaseID, r.narrative()))
	}
	for _, r := range got.rejects {
		lines = append(lines, fmt.Sprintf("%d %s %d %s", r.Row, r.Outcome, r.Rows, r.Reason))
	}
	return lines
}

func TestCSV(t *testing.T) {
	const head = "case_id,narrative\n"
	tests := []struct {
		name, content string
		want          []string
	}{
		{"comma", head + "1,he left\n", []string{"2 1|he left"}},
		{"semicolon with commas in the text", "case_id;narrative\n1;he, she, they left\n2;one\n3;a, b\n",
			[]string{"2 1|he, she, they left", "3 2|one", "4 3|a, b"}},
		{"tab", "case_id\tnarrative\n1\the left\n", []string{"2 1|he left"}},
		{"pipe", "case_id|narrative\n1|he left\n", []string{"2 1|he left"}},
		{"declared delimiter", "sep=;\ncase_id;narrative\n1;he left\n", []string{"3 1|he left"}},
		{"mark", utf8BOM + head + "1,he left\n", []string{"2 1|he left"}},
		{"utf-16", utf16Bytes("\uFEFF"+head+"1,él salió\n", false), []string{"2 1|él salió"}},
		{"latin-1", "case_id,narrative\n1,\xE9l sali\xF3 \x96 \x90\n", []string{"2 1|él salió – \u0090"}},
		{"crlf", "case_id,narrative\r\n1,he left\r\n2,she too\r\n", []string{"2 1|he left", "3 2|she too"}},
		{"cr only", "case_id,narrative\r1,he left\r2,she too\r", []string{"2 1|he left", "3 2|she too"}},
		{"no last line end", head + "1,he left", []string{"2 1|he left"}},
		{"quoted line ends", head + "1,\"he\n\nleft\"\n2,she\n", []string{"2 1|he\n\nleft", "5 2|she"}},
		{"doubled quotes", head + "1,\"he said \"\"go\"\"\"\n", []string{`2 1|he said "go"`}},
		{"blank lines", "\n\n" + head + "\n1,a\n,\n\n2,b\n", []string{"5 1|a", "8 2|b"}},
		{"blank narrative is kept", head + "1,\n", []string{"2 1|"}},
		{"title above", "Unit North,\nprinted in May,\n\n" + head + "1,a\n",
			[]string{"5 1|a", "1 skipped 2 stands above the header"}},
		{"stray quote above", "Unit \"North\",\n" + head + "1,a\n",
			[]string{"3 1|a", "1 quarantined 1 a quote stands in a cell that is not quoted"}},
		{"repeated header", head + "1,a\n" + head + "2,b\n", []string{"2 1|a", "4 2|b", "3 skipped 1 repeats the header"}},
		{"totals", head + "1,a\nTotal,\n", []string{"2 1|a", "3 skipped 1 is a row of totals"}},
		{"total in a story", head + "1,a\n2,total loss\nTotal,all of it\n", []string{"2 1|a", "3 2|total loss", "4 Total|all of it"}},
		{"ids over labels", "cas_id,cas_CaseNumber,inc_Narrative\nId,Case Number,Narrative\n1,7,he paid a man and crossed by night\n",
			[]string{"3 7|he paid a man and crossed by night", "2 skipped 1 explains the header"}},
		{"cases that say what the header says", "case_no,unit,type of offence,narrative\n" + strings.Repeat("case 1,north unit,smuggling offence,a story of unit 1\n", 6),
			[]string{"2 |a story of unit 1", "3 |a story of unit 1", "4 |a story of unit 1", "5 |a story of unit 1", "6 |a story of unit 1", "7 |a story of unit 1"}},
		{"no more than a few of them", "case_no,unit,type of offence,narrative\n" + strings.Repeat("case 1,north unit,smuggling offence,a story of unit 1\n", 2),
			[]string{"2 |a story of unit 1", "3 |a story of unit 1"}},
		{"a first case with more cells than the header", "case id,offence,narrative,,\n1,trafficking,he left,Smith,open\n2,trafficking,she left,Smith,open\n3,trafficking,they left,Smith,open\n",
			[]string{"2 1|he left", "3 2|she left", "4 3|they left"}},
		{"types under the header", "case_id,date,narrative\ntext,date,text\n1,2019,a\n",
			[]string{"3 1|a", "2 skipped 1 explains the header"}},
		{"too many cells", head + "1,a,b\n2,b,,\n",
			[]string{"3 2|b", "2 quarantined 1 the row has 3 cells and the header has 2"}},
		{"too few cells", head + "1\n2,b\n", []string{"2 1|", "3 2|b"}},
		{"header only", head, nil},
		{"empty", "", []string{"0 quarantined 1 is empty: it has no bytes"}},
		{"no narrative", "case_id,date\n1,2019\n2,2020\n", []string{"0 skipped 2 no column holds a narrative"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(t, write(t, "log.csv", tt.content), Options{})
			if diff := cmp.Diff(tt.want, got.lines()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCSVStrayQuotes(t *testing.T) {
	const head = "case_id,narrative\n0,good\n"
	const bare, open = "a quote stands in a cell that is not quoted", "a quoted cell is not closed, or goes on after its closing quote"
	tests := []struct {
		name, content string
		want          []string
	}{
		{"bare quote", "1,tall 5'10\", male\n2,b\n", []string{"2 0|good", "4 2|b", "3 quarantined 1 " + bare}},
		{"two bare quotes", "1,tall 5'10\" male\n2,b\n3,short 5\" male\n4,d\n",
			[]string{"2 0|good", "4 2|b", "6 4|d", "3 quarantined 1 " + bare, "5 quarantined 1 " + bare}},
		{"bare quotes in every row", "1,5\" tall\n2,6\" tall\n3,c\n",
			[]string{"2 0|good", "5 3|c", "3 quarantined 1 " + bare, "4 quarantined 1 " + bare}},
		{"never closed at the end", "1,b\n2,\"he left\n", []string{"2 0|good", "3 1|b", "4 quarantined 1 " + open}},
		{"never closed", "1,\"he left\n2,b\n3,c\n", []string{"2 0|good", "4 2|b", "5 3|c", "3 quarantined 1 " + open}},
		{"quotes inside quotes over lines", "1,\"he said \"go\" and\nthen left\nwent\"\n2,b\n",
			[]string{"2 0|good", "6 2|b", "3 quarantined 1 " + open}},
		{"resumes in a row of several lines", "1,\"he left\n2,\"she\nleft\"\n3,c\n",
			[]string{"2 0|good", "4 2|she\nleft", "6 3|c", "3 quarantined 1 " + open}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(t, write(t, "log.csv", head+tt.content), Options{})
			if diff := cmp.Diff(tt.want, got.lines()); diff != "" {
				t.Error(diff)
			}
			for _, r := range got.rejects {
				if !strings.Contains(r.Hint, "reading went on at line") {
					t.Errorf("hint %q", r.Hint)
				}
			}
		})
	}
}

func TestCSVLimitsCostARowOnly(t *testing.T) {
	long := strings.Repeat("x", 300<<10) // longer than the buffer
	content := "case_id,narrative\n1," + long + "\n2,\"" + long + "\n" + long + "\"\n3,c\n"
	tests := []struct {
		name   string
		limits Limits
		want   []string
	}{
		{"no limit reached", Limits{}, []string{"2", "3", "5"}},
		{"cell", Limits{CellBytes: 200 << 10}, []string{"5", "2 quarantined", "3 quarantined"}},
		{"row", Limits{CellBytes: 1 << 10}, []string{"5", "2 quarantined", "3 quarantined", "4 quarantined"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(t, write(t, "log.csv", content), Options{Limits: tt.limits})
			var lines []string
			for _, r := range got.records {
				lines = append(lines, fmt.Sprint(r.Row))
			}
			for _, r := range got.rejects {
				lines = append(lines, fmt.Sprintf("%d %s", r.Row, r.Outcome))
			}
			if diff := cmp.Diff(tt.want, lines); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCSVRecordHoldsTheWholeRow(t *testing.T) {
	content := "Case No,Date,Offence,Unit,Narrative,Charge,,Case No\n" +
		"A-1,04/03/2019,Human smuggling,North,He paid a man and walked over the border,Human smuggling,x,B\n" +
		"A-2,2020,Theft,South,\"He said: \"\"go\"\"\",Fraud\n"
	got := readFile(t, write(t, "log.csv", content), Options{})
	if want := "case_id=Case No date=Date label=Offence unit=Unit narrative=Narrative label=Charge"; roles(got.tables[0]) != want {
		t.Fatalf("roles = %q, want %q", roles(got.tables[0]), want)
	}
	first, second := got.records[0], got.records[1]
	if first.Label != "Human smuggling" || second.Label != "Theft; Fraud" {
		t.Errorf("labels %q and %q", first.Label, second.Label)
	}
	if first.CaseID != "A-1" || first.Date != "04/03/2019" || first.Year != 2019 || first.Unit != "North" || first.Document != CaseLogRow {
		t.Errorf("record = %+v", first)
	}
	if f := first.Fields; len(f) != 8 || f[6].Name != "column 7" || f[7].Name != "Case No (2)" || f[7].Value != "B" {
		t.Errorf("fields = %+v", f)
	}
	if len(second.Problems) != 1 || len(second.Fields) != 8 {
		t.Errorf("short row: problems %q, %d fields", second.Problems, len(second.Fields))
	}
}

func TestCSVStrayBytesAreMended(t *testing.T) {
	content := "case_id,narrative\n1," + strings.Repeat("él salió ", 20) + "\n2,he said \x93go\x94\n"
	got := readFile(t, write(t, "log.csv", content), Options{})
	if text := got.records[1].narrative(); text != "he said “go”" {
		t.Errorf("narrative = %q", text)
	}
	if len(got.records[0].Problems) != 0 || len(got.records[1].Problems) != 1 {
		t.Errorf("problems %q and %q", got.records[0].Problems, got.records[1].Problems)
	}
}

func TestCSVByPlan(t *testing.T) {
	content := "a,b,c\nx,y,z\n1,Smuggling,he left\n"
	tests := []struct {
		name string
		plan TablePlan
		want []string
	}{
		{"columns and header row", TablePlan{HeaderRow: 2, Columns: map[Role][]string{
			RoleCaseID: {"X"}, RoleNarrative: {"z"}}}, []string{"3 1|he left", "1 skipped 1 stands above the header"}},
		{"no such column", TablePlan{Columns: map[Role][]string{RoleNarrative: {"q"}}},
			[]string{"0 skipped 2 the plan names no narrative column that stands here"}},
		{"other file", TablePlan{File: "other*.csv", Columns: map[Role][]string{RoleNarrative: {"c"}}},
			[]string{"0 skipped 2 no column holds a narrative"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(t, write(t, "log.csv", content), Options{Tables: []TablePlan{tt.plan}})
			if diff := cmp.Diff(tt.want, got.lines()); diff != "" {
				t.Error(diff)
			}
		})
	}
	_, err := tryFile(write(t, "log.csv", content), Options{Tables: []TablePlan{{HeaderRow: 9}}})
	if err == nil || !strings.Contains(err.Error(), "row 9") {
		t.Errorf("a header row past the end gave %v", err)
	}
}
