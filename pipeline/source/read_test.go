package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// items is all that came out of one file.
type items struct {
	tables  []Mapping
	records []Record
	rejects []Reject
}

// write puts content into a file of a new folder.
func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readFile digests and reads a file that must be readable.
func readFile(t testing.TB, path string, opt Options) items {
	t.Helper()
	got, err := tryFile(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func tryFile(path string, opt Options) (items, error) {
	var got items
	in, err := Digest(path)
	if err != nil {
		return got, err
	}
	err = Read(context.Background(), in, opt, func(item Item) error {
		switch {
		case item.Table != nil:
			got.tables = append(got.tables, *item.Table)
		case item.Record != nil:
			got.records = append(got.records, *item.Record)
		case item.Reject != nil:
			got.rejects = append(got.rejects, *item.Reject)
		}
		return nil
	})
	return got, err
}

// narrative returns what stands in the first narrative field.
func (r *Record) narrative() string {
	for _, f := range r.Fields {
		if f.Role == RoleNarrative {
			return f.Value
		}
	}
	return ""
}

// roles lists the columns that have a role, as "role=name".
func roles(m Mapping) string {
	var list []string
	for _, c := range m.Columns {
		if c.Role != RoleOther {
			list = append(list, string(c.Role)+"="+c.Name)
		}
	}
	return strings.Join(list, " ")
}

func TestReadStopsWhereEmitOrContextSay(t *testing.T) {
	path := write(t, "log.csv", "case_id,narrative\n1,one\n2,two\n")
	in, err := Digest(path)
	if err != nil {
		t.Fatal(err)
	}
	stop := errors.New("stop")
	seen := 0
	err = Read(context.Background(), in, Options{}, func(Item) error { seen++; return stop })
	if !errors.Is(err, stop) || seen != 1 {
		t.Errorf("Read went on after emit failed: %v, %d items", err, seen)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Read(ctx, in, Options{}, func(Item) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("Read of a cancelled run = %v", err)
	}
}

func TestLimitsRefuse(t *testing.T) {
	tests := []struct {
		name, file, content string
		limits              Limits
		want                string
	}{
		{"file", "a.csv", "id,narrative\n1,x\n", Limits{FileBytes: 5}, "larger than the limit for a file"},
		{"report", "a.txt", "a long story", Limits{ReportBytes: 5}, "larger than the limit for a report"},
		{"rows", "a.csv", "id,narrative\n1,x\n2,y\n3,z\n", Limits{Rows: 3}, "more than 3 rows"},
		{"cells of a page", "a.xls", "<table><tr>" + strings.Repeat("<td>x", 50) + "</table>", Limits{Columns: 9}, "has 10 columns"},
		{"object of an array", "a.json", "[{\"id\":1},\n{\"narrative\":\"" + strings.Repeat("x", 2<<20) + "\"}]", Limits{CellBytes: 1000}, "is no JSON from object 2 on"},
		{"columns", "a.csv", "id,narrative,date\n1,x,2019\n", Limits{Columns: 2}, "has 3 columns"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tryFile(write(t, tt.file, tt.content), Options{Limits: tt.limits})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error = %v, want %q", err, tt.want)
			}
		})
	}
}

func TestInspectReadsOnlyTheStart(t *testing.T) {
	var content strings.Builder
	content.WriteString("case_id,narrative\n")
	for i := range 5000 {
		fmt.Fprintf(&content, "A-1,a few words of %d\n", i)
	}
	in, err := Digest(write(t, "log.csv", content.String()))
	if err != nil {
		t.Fatal(err)
	}
	previews, err := Inspect(context.Background(), in, Options{})
	if err != nil || len(previews) != 1 {
		t.Fatalf("Inspect = %d previews, %v", len(previews), err)
	}
	p := previews[0]
	if got, want := roles(p.Mapping), "case_id=case_id narrative=narrative"; got != want {
		t.Errorf("roles = %q, want %q", got, want)
	}
	if p.Sampled >= 5000 || p.Samples[1].Words != 5 || p.Samples[0].Distinct != 1 {
		t.Errorf("sampled %d, samples %+v", p.Sampled, p.Samples)
	}
}

func TestQuarantineKeepsReasonAndHint(t *testing.T) {
	got := Quarantine("a.xls", refusal("a.xls", "is old", "save it anew"))
	want := Reject{Location: Location{File: "a.xls"}, Outcome: Quarantined, Rows: 1, Reason: "is old", Hint: "save it anew"}
	if got != want {
		t.Errorf("Quarantine = %+v", got)
	}
	if got := Quarantine("b", errors.New("odd")); got.Reason != "odd" || got.File != "b" {
		t.Errorf("Quarantine of a plain error = %+v", got)
	}
}
