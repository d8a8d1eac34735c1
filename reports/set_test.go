package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline/source"
	"palermo/screen"
)

// everything lists the files of a run with all formats.
var everything = []string{
	"cases.jsonl", "codebook.json", "datapackage.json", "findings.csv", "findings.jsonl", "findings.parquet",
	"manifest.json", "quarantine.csv", "reconciliation.xlsx", "report.html", "summary.json", "summary.md",
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestPublish(t *testing.T) {
	for _, c := range []struct {
		name     string
		findings []*screen.Finding
		rejects  []source.Reject
	}{
		{"mixed", mixed(), []source.Reject{reject()}},
		{"empty", nil, nil},
		{"only rejects", nil, []source.Reject{reject(), reject()}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir, again := publish(t, c.findings, c.rejects...), publish(t, c.findings, c.rejects...)
			if diff := cmp.Diff(everything, names(t, dir)); diff != "" {
				t.Fatalf("files (-want +got):\n%s", diff)
			}
			for _, name := range everything {
				if read(t, dir, name) != read(t, again, name) {
					t.Errorf("%s differs between two runs", name)
				}
			}
		})
	}
}

func TestModes(t *testing.T) {
	dir := publish(t, mixed())
	mode := func(path string) os.FileMode {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	if got := mode(dir); got != 0o700 {
		t.Errorf("folder has mode %o", got)
	}
	for _, name := range everything {
		if got := mode(filepath.Join(dir, name)); got != 0o600 {
			t.Errorf("%s has mode %o", name, got)
		}
	}
}

func TestManifestVouches(t *testing.T) {
	dir := publish(t, mixed(), reject())
	var m manifest
	if err := json.Unmarshal([]byte(read(t, dir, manifestFile)), &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Outputs) != len(everything)-1 {
		t.Errorf("%d outputs in the manifest", len(m.Outputs))
	}
	for _, o := range m.Outputs {
		text := read(t, dir, o.File)
		sum := sha256.Sum256([]byte(text))
		if o.Bytes != int64(len(text)) || o.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s is not what the manifest says", o.File)
		}
	}
	if strings.Contains(read(t, dir, manifestFile), "created") {
		t.Error("a time that nobody asked for")
	}
}

func TestOnlyWhatIsAskedFor(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, []string{"jsonl"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(runOf(nil)); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"cases.jsonl", "codebook.json", "datapackage.json", "findings.jsonl", "manifest.json", "quarantine.csv", "summary.json",
	}
	if diff := cmp.Diff(want, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if n := len(s.Outputs()); n != 6 {
		t.Errorf("%d outputs", n)
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, Formats(), options())
	if err != nil {
		t.Fatal(err)
	}
	long := missed(1)
	long.Reading.Evidence[0].Quote = strings.Repeat("x", 30_000)
	for range 1000 { // past the chunk that excelize keeps in memory
		if err := s.Add(long); err != nil {
			t.Fatal(err)
		}
	}
	s.Abort()
	s.Abort()
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// broken is a writer that can't finish.
type broken struct{ unheard }

func (broken) Close(*Run) error { return errors.New("disk full") }

func TestFailureKeepsTheRunBefore(t *testing.T) {
	dir := publish(t, mixed())
	before := read(t, dir, manifestFile)
	s, err := Open(t.Context(), dir, Formats(), options())
	if err != nil {
		t.Fatal(err)
	}
	s.files[2].writer = broken{}
	err = s.Close(runOf(nil))
	if err == nil || err.Error() != "write findings.csv: disk full" {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff(everything, names(t, dir)); diff != "" || read(t, dir, manifestFile) != before {
		t.Errorf("the run before was touched: %s", diff)
	}
}

func TestFailedRenameLeavesNoManifest(t *testing.T) {
	dir := publish(t, mixed())
	if err := os.Remove(filepath.Join(dir, "findings.csv")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "findings.csv", "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), dir, Formats(), options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(runOf(nil)); err == nil {
		t.Fatal("published over a folder")
	}
	if _, err := os.Stat(filepath.Join(dir, manifestFile)); !errors.Is(err, os.ErrNotExist) {
		t.Error("a manifest vouches for half a run")
	}
}

func TestInputIsNeverOutput(t *testing.T) {
	dir := publish(t, mixed())
	for _, name := range everything {
		in := filepath.Join(dir, name)
		if _, err := Open(t.Context(), dir, Formats(), Options{Inputs: []string{in}}); err == nil {
			t.Errorf("%s would be written over", name)
		}
	}
	if _, err := Open(t.Context(), dir, []string{"csv"}, Options{Inputs: []string{filepath.Join(dir, "report.html")}}); err == nil {
		t.Error("report.html would be removed")
	}
	put(t, dir, absentFile, "of another program")
	if _, err := Open(t.Context(), dir, []string{"csv"}, Options{Inputs: []string{filepath.Join(dir, absentFile)}}); err != nil {
		t.Errorf("refused an input that is neither written nor removed: %v", err)
	}
}

func TestUnknownFormat(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	_, err := Open(t.Context(), dir, []string{"csv", "docx"}, Options{})
	if err == nil || !strings.Contains(err.Error(), "use jsonl, csv, parquet, xlsx, html, markdown") {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("made a folder for nothing")
	}
}

func TestEveryFormatRefusesAFullDisk(t *testing.T) {
	for _, f := range formats() {
		t.Run(f.name, func(t *testing.T) {
			o := worded(t)
			w, err := f.open(full{}, o)
			if err == nil {
				err = errors.Join(w.Add(asRows(mixed())[0]), w.Reject(reject()), w.Case(&CaseRow{CaseID: "C-001"}), w.Close(closing(runOf(mixed()))))
				w.Abort()
			}
			if !errors.Is(err, errFull) {
				t.Errorf("error %v", err)
			}
			if left := names(t, o.scratch); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var _ io.Writer = full{}
