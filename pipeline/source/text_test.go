package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReport(t *testing.T) {
	tests := []struct {
		name, content string
		want          Record // without place and fields
		body          string
	}{
		{"block", "Case No: CW-2019-014\nDate: 4 March 2019\nUnit: North\nClassification: Human smuggling\n\nHe paid a man.\nThen: the river.\n",
			Record{CaseID: "CW-2019-014", Date: "2019-03-04", Year: 2019, Unit: "North", Label: "Human smuggling"},
			"He paid a man.\nThen: the river.\n"},
		{"title and rule above", "POLICE REPORT\n=====\n\nExpediente: FED/12/2020\nDelito: Trata de personas\n-----\nLa mujer dijo: no me pagaron.",
			Record{CaseID: "FED/12/2020", Label: "Trata de personas"}, "La mujer dijo: no me pagaron."},
		{"narrative on the line of its key", "Case No: 7\nOffence: Smuggling\nNarrative: He paid\nand left.\n",
			Record{CaseID: "7", Label: "Smuggling"}, "He paid\nand left.\n"},
		{"narrative under its key", "Case No: 7\r\nHechos:\r\nPagó.\r\n", Record{CaseID: "7"}, "Pagó.\r\n"},
		{"unknown keys stay out of the body", "Case No: 7\nOfficer: Ng\nPlace: the port\n\nHe paid.\n", Record{CaseID: "7"}, "He paid.\n"},
		{"unknown key first", "Officer: Ng\nCase No: 7\nHe paid.\n", Record{CaseID: "7"}, "He paid.\n"},
		{"bold keys", "# Report\n\n**Case No:** 7\n**Charge:** Smuggling\n\nHe paid.", Record{CaseID: "7", Label: "Smuggling"}, "He paid."},
		{"two labels", "Offence: Smuggling\nCharge: Fraud\n\nHe paid.", Record{Label: "Smuggling; Fraud"}, "He paid."},
		{"sentence with a colon", "The woman said: he kept my papers.\nSo it went on.\n", Record{}, "The woman said: he kept my papers.\nSo it went on.\n"},
		{"sentence after the block", "Case No: 7\n\nOne thing is sure: he paid.\n", Record{CaseID: "7"}, "One thing is sure: he paid.\n"},
		{"key in the body", "He paid a man.\nOffence: Smuggling\n", Record{Label: ""}, "He paid a man.\nOffence: Smuggling\n"},
		{"story behind the key of an id", "Incident: " + story + " " + story + " " + story + "\n", Record{},
			"Incident: " + story + " " + story + " " + story + "\n"},
		{"a word is no case id", "Incident: Smuggling\nUnit: North\n\nHe paid.", Record{Unit: "North"}, "He paid."},
		{"headline is no narrative", "Subject: Human smuggling by boat\nCase No: 7\n\nHe paid.", Record{CaseID: "7"}, "He paid."},
		{"long subject", "Case No: 7\nSubject: " + story + "\n", Record{CaseID: "7"}, story + "\n"},
		{"details", "Case No: 7\nDetails:\nHe paid.", Record{CaseID: "7"}, "He paid."},
		{"id in the text", "In case no. 19-442 he paid.", Record{CaseID: "19-442"}, "In case no. 19-442 he paid."},
		{"latin-1", "Expediente: 7/2019\nDelito: Tr\xE1fico\n\nSali\xF3.", Record{CaseID: "7/2019", Label: "Tráfico"}, "Salió."},
		{"keys and nothing else", "Case No: 7\nOffence: Smuggling\n", Record{CaseID: "7", Label: "Smuggling"}, ""},
		{"old line ends", "Case No: 7\rUnit: North\r\rHe paid.", Record{CaseID: "7", Unit: "North"}, "He paid."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := readFile(t, write(t, "report.txt", tt.content), Options{})
			if len(got.records) != 1 || len(got.rejects) != 0 {
				t.Fatalf("%d records, rejects %+v", len(got.records), got.rejects)
			}
			r := got.records[0]
			body := r.Fields[len(r.Fields)-1]
			if body.Name != "text" || body.Role != RoleNarrative || body.Value != tt.body {
				t.Errorf("body = %+v, want %q", body, tt.body)
			}
			tt.want.Document, tt.want.File, tt.want.Fields = Report, r.File, r.Fields
			if diff := cmp.Diff(tt.want, r); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReportOffsetsPointIntoTheText(t *testing.T) {
	text := "A title\n\nCase No:  7 \nSubject: short\nSummary: He paid.\nUnit: North\n\nHe paid a man.\n"
	for _, f := range splitReport(text) {
		if text[f.Offset:f.Offset+len(f.Value)] != f.Value {
			t.Errorf("field %s: offset %d does not point at its value", f.Name, f.Offset)
		}
		if narrative := f.Name == "Summary" || f.Name == "text"; narrative != (f.Role == RoleNarrative) {
			t.Errorf("field %s has role %q", f.Name, f.Role)
		}
	}
}

func TestReportWithoutTextIsSkipped(t *testing.T) {
	got := readFile(t, write(t, "a.txt", " \n\n"), Options{})
	if len(got.records) != 0 || len(got.rejects) != 1 || got.rejects[0].Outcome != Skipped {
		t.Errorf("got %+v", got)
	}
}

func TestFindCaseID(t *testing.T) {
	tests := []struct{ file, text, want string }{
		{"CW-2019-014.txt", "", "CW-2019-014"},
		{"in/report_CW-2019-014_final.txt", "", "CW-2019-014"},
		{"a.txt", "Re: FED/SEIDO/0123/2019 and others", "FED/SEIDO/0123/2019"},
		{"a.txt", "Expediente núm. 123/2019, a fojas 3", "123/2019"},
		{"a.txt", "Carpeta de investigación No. CI-55/2020.", "CI-55/2020"},
		{"a.txt", "Dossier n° 2019/44", "2019/44"},
		{"a.txt", "Report #4471 of the unit", "4471"},
		{"a.txt", "in case 2 men were found; report 12 says so", ""},
		{"a.txt", "call 555-123-4567 on 12-05-2019 about MS-13, I-589 and H-1B", ""},
		{"2019.txt", "seen in 2019", ""},
		{"a.txt", strings.Repeat("x ", 2000) + "AB-2019-1", ""},
	}
	for _, tt := range tests {
		var opt Options
		if got := opt.findCaseID(tt.file, tt.text); got != tt.want {
			t.Errorf("findCaseID(%s, %.40s) = %q, want %q", tt.file, tt.text, got, tt.want)
		}
	}
}

func TestIsDate(t *testing.T) {
	for value, want := range map[string]bool{
		"2019-03-04": true, "2019-03-04T10:00:00Z": true, "04.03.2019": true, "4/3/19": true, "03/2019": true,
		"4 de marzo de 2019": true, "04-Mar-19": true, "March 4, 2019": true, "Mar 2019": true, "1999": true,
		"20190304": true, "1234": false, "20191399": false, "A-2019": false, "10-12 people in 2019": false, "": false,
	} {
		if got := isDate(value); got != want {
			t.Errorf("isDate(%q) = %v", value, got)
		}
	}
}
