package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes a folder of empty files.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFind(t *testing.T) {
	root := tree(t, "b.csv", "a.txt", "README", "tool.py", ".hidden.csv", ".git/x.csv", "sub/c.xlsx", "sub/~$c.xlsx", "old.xls")
	if err := os.Symlink(filepath.Join(root, "b.csv"), filepath.Join(root, "link.csv")); err != nil {
		t.Skip(err)
	}
	at := func(names ...string) []string {
		out := []string{}
		for _, name := range names {
			out = append(out, filepath.ToSlash(filepath.Join(root, name)))
		}
		return out
	}
	tests := []struct {
		name           string
		inputs         []string
		paths, skipped []string
	}{
		{"folder in order of names", at(""), at("a.txt", "b.csv", "old.xls", "sub/c.xlsx"),
			at("README", "link.csv", "sub/~$c.xlsx", "tool.py")},
		{"named file whatever its name", at("README"), at("README"), nil},
		{"twice comes once", append(at("b.csv", "sub/../b.csv"), root+"/*.csv"), at("b.csv", "link.csv"), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			paths, rejects, err := Find(tt.inputs)
			if err != nil {
				t.Fatal(err)
			}
			var skipped []string
			for _, r := range rejects {
				if r.Outcome != Skipped || r.Rows != 1 || r.Reason == "" {
					t.Errorf("reject %+v", r)
				}
				skipped = append(skipped, r.File)
			}
			if diff := cmp.Diff(tt.paths, paths); diff != "" {
				t.Error("paths:", diff)
			}
			if diff := cmp.Diff(tt.skipped, skipped); diff != "" {
				t.Error("skipped:", diff)
			}
		})
	}
}

// A pattern finds what stands in its folder, at any depth, and nothing that a
// link leads to elsewhere.
func TestFindByPattern(t *testing.T) {
	away := tree(t, "far.csv", "deep/far.csv")
	root := tree(t, "a.csv", "sub/b.csv", "sub/deeper/c.csv", "sub/.d.csv", ".git/e.csv", "sub/note.txt")
	for link, to := range map[string]string{
		"far.csv": filepath.Join(away, "far.csv"), "sub/away": away, "near.csv": filepath.Join(root, "sub", "b.csv"), "gone.csv": filepath.Join(away, "none.csv"),
	} {
		if err := os.Symlink(to, filepath.Join(root, link)); err != nil {
			t.Skip(err)
		}
	}
	tests := []struct{ pattern, paths, skipped string }{
		{"*.csv", "a.csv near.csv", "far.csv gone.csv"},
		{"**/*.csv", "a.csv near.csv sub/b.csv sub/deeper/c.csv", "far.csv gone.csv"},
		{"**", "a.csv sub/b.csv sub/deeper/c.csv sub/note.txt", "far.csv gone.csv near.csv sub/away"},
		{"sub/*", "sub/b.csv sub/deeper/c.csv sub/note.txt", "sub/away"},
		{"sub/*/far.csv", "", "sub/away/far.csv"},
		{"sub/*.{csv,txt}", "sub/b.csv sub/note.txt", ""},
		{".git/*.csv", ".git/e.csv", ""},
	}
	for _, tt := range tests {
		paths, rejects, err := Find([]string{filepath.Join(root, tt.pattern)})
		if err != nil {
			t.Errorf("%s: %v", tt.pattern, err)
		}
		var skipped []string
		for _, r := range rejects {
			skipped = append(skipped, r.File)
		}
		slices.Sort(paths)
		slices.Sort(skipped)
		plain := func(list []string) string {
			return strings.ReplaceAll(strings.Join(list, " "), filepath.ToSlash(root)+"/", "")
		}
		if plain(paths) != tt.paths || plain(skipped) != tt.skipped {
			t.Errorf("%s: %s; skipped %s", tt.pattern, plain(paths), plain(skipped))
		}
	}
}

// A folder that can't be listed costs what stands in it and not the rest, unless
// it is the one that was asked for. As root every folder can be, so the walk is told.
func TestAFolderThatCannotBeListed(t *testing.T) {
	root := tree(t, "sub/a.csv")
	sub := filepath.Join(root, "sub")
	info, err := os.Lstat(sub)
	if err != nil {
		t.Fatal(err)
	}
	denied := &fs.PathError{Op: "open", Path: sub, Err: fs.ErrPermission}
	f := finder{seen: map[string]bool{}}
	if err := f.walked(root, sub, fs.FileInfoToDirEntry(info), denied); err != nil {
		t.Error(err)
	}
	want := []Reject{{
		Location: Location{File: filepath.ToSlash(sub)}, Outcome: Quarantined, Rows: 1,
		Reason: "the folder cannot be listed: permission denied", Hint: "let the user who runs palermo read it",
	}}
	if diff := cmp.Diff(want, f.rejects); diff != "" {
		t.Error(diff)
	}
	if err := f.walked(sub, sub, fs.FileInfoToDirEntry(info), denied); err == nil || !strings.HasSuffix(err.Error(), "sub: permission denied") {
		t.Errorf("the folder that was named: %v", err)
	}
}

func TestFindRefuses(t *testing.T) {
	root := tree(t, "a.csv")
	for input, want := range map[string]string{
		filepath.Join(root, "none.csv"): "no such file",
		filepath.Join(root, "*.xlsx"):   "matches no file",
		filepath.Join(root, "[.csv"):    "not a pattern",
	} {
		if _, _, err := Find([]string{input}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Find(%s) = %v, want %q", input, err, want)
		}
	}
}

// What palermo published is no case log, wherever it stands.
func TestReportsAreNoInput(t *testing.T) {
	root := tree(t, "log.csv", "2026-01/findings.csv", "2026-01/manifest.json", "other/manifest.json", "other/b.csv")
	run := filepath.Join(root, "2026-01")
	if err := os.WriteFile(filepath.Join(run, "manifest.json"), []byte("{\n  \"program\": \"palermo 0.1.0\",\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	paths, rejects, err := Find([]string{root})
	if err != nil || slices.ContainsFunc(paths, func(p string) bool { return strings.Contains(p, "2026-01") }) || len(paths) < 2 {
		t.Errorf("%v, %v", paths, err)
	}
	if len(rejects) != 1 || rejects[0].File != filepath.ToSlash(run) || rejects[0].Outcome != Skipped {
		t.Errorf("%+v", rejects)
	}
	if _, _, err := Find([]string{run}); err == nil || !strings.Contains(err.Error(), "--run") {
		t.Errorf("a run that is named: %v", err)
	}
}
