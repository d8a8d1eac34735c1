package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Find turns files, folders and globs into the files to read, each once, in
// the order given; a folder is walked in the order of its names. Hidden files
// and folders are passed over. What stands in a folder and is not a case log
// or a report comes back as a skipped reject, as does a folder of reports of palermo, and a folder in it that can't be
// listed as a quarantined one, so that nothing goes missing unseen. A file that is
// named itself is always taken.
//
// Stdin, which is "-", stands for standard input.
//
// An input that does not exist, or a glob that matches nothing, is an error.
func Find(inputs []string) (paths []string, rejects []Reject, err error) {
	f := finder{seen: map[string]bool{}}
	for _, input := range inputs {
		if err := f.input(input); err != nil {
			return nil, nil, err
		}
	}
	return f.paths, f.rejects, nil
}

// Stdin is the input that stands for standard input.
const Stdin = "-"

type finder struct {
	paths   []string
	rejects []Reject
	seen    map[string]bool // by absolute path
}

func (f *finder) input(input string) error {
	if input == Stdin {
		f.take(input)
		return nil
	}
	if _, err := os.Stat(input); err == nil {
		return f.named(input)
	} else if !strings.ContainsAny(input, "*?[{") {
		return fmt.Errorf("input %s: no such file or folder", input)
	}
	return f.glob(input)
}

// glob takes what a pattern fits, in the order of the names; ** stands for any
// number of folders. What a symbolic link leads to is taken if it stands in the
// folder that the pattern begins with, and else skipped: nobody named it.
func (f *finder) glob(pattern string) error {
	options := []doublestar.GlobOption{doublestar.WithNoHidden()}
	if strings.Contains(pattern, "**") {
		options = append(options, doublestar.WithNoFollow()) // links may lead around in a circle
	}
	matches, err := doublestar.FilepathGlob(pattern, options...)
	if err != nil {
		return fmt.Errorf("input %s: not a pattern: %w", pattern, err)
	}
	if len(matches) == 0 {
		return fmt.Errorf("input %s: the pattern matches no file", pattern)
	}
	folder, _ := doublestar.SplitPattern(filepath.ToSlash(pattern))
	for _, match := range matches {
		if leadsOut(filepath.FromSlash(folder), match) {
			f.skip(match, "leads out of the folder by a symbolic link", "name the file itself to read it")
			continue
		}
		if err := f.named(match); err != nil {
			f.reject(match, Quarantined, "cannot be read: "+cause(err).Error(), "let the user who runs palermo read it")
		}
	}
	return nil
}

// leadsOut reports whether a path in a folder stands outside of it once all
// links are followed, or leads nowhere.
func leadsOut(folder, path string) bool {
	root, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return true
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return true
	}
	inside, err := filepath.Rel(root, real)
	return err != nil || !filepath.IsLocal(inside)
}

func isHidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

// named takes a path that the user gave: a folder is walked, a file is taken
// whatever it is called.
func (f *finder) named(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("input %s: %w", path, err)
	}
	if !info.IsDir() {
		f.take(path)
		return nil
	}
	// A link to a folder that was named is followed, none that stands in it.
	if link, err := os.Lstat(path); err == nil && link.Mode()&fs.ModeSymlink != 0 {
		path += string(filepath.Separator)
	}
	return filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
		return f.walked(path, filepath.Clean(at), d, err)
	})
}

// walked takes or skips one entry of a folder. A folder that can't be listed is an
// error only where it was named: one further down costs what stands in it.
func (f *finder) walked(root, at string, d fs.DirEntry, unlisted error) error {
	switch {
	case at == filepath.Clean(root):
		if unlisted != nil {
			return fmt.Errorf("input %s: %w", at, unlisted)
		}
		if isRun(at) {
			return fmt.Errorf("input %s: holds the reports of a run, and no case records (--run names a run)", at)
		}
	case unlisted != nil:
		f.reject(at, Quarantined, "the folder cannot be listed: "+cause(unlisted).Error(), "let the user who runs palermo read it")
	case isHidden(at):
		if d.IsDir() {
			return filepath.SkipDir
		}
	case d.IsDir() && isRun(at):
		f.skip(at, "holds the reports of a run, and no case records", "")
		return filepath.SkipDir
	case d.IsDir():
	case d.Type()&fs.ModeSymlink != 0:
		f.skip(at, "is a symbolic link", "name the file itself to read it")
	case !d.Type().IsRegular():
		f.skip(at, "is not a regular file", "")
	case strings.HasPrefix(d.Name(), "~$"):
		f.skip(at, "is the lock file of an open workbook", "")
	case !readable(at) && !hasMagic(at):
		f.skip(at, "is not a kind of file that is read in a folder",
			"name it as an input to read it as text, or save it as .csv, .xlsx or .txt")
	default:
		f.take(at)
	}
	return nil
}

// isRun reports whether a folder holds what palermo published. Its findings look like
// a case log, and would be counted once more.
func isRun(folder string) bool {
	f, err := os.Open(filepath.Join(folder, "manifest.json"))
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, headBytes)
	n, _ := io.ReadFull(f, head)
	return bytes.Contains(head[:n], []byte(`"program": "palermo `))
}

func (f *finder) take(path string) {
	if f.first(path) {
		f.paths = append(f.paths, filepath.ToSlash(path))
	}
}

// cause returns what went wrong without the path, which is named beside it.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func (f *finder) skip(path, reason, hint string) { f.reject(path, Skipped, reason, hint) }

func (f *finder) reject(path string, outcome Outcome, reason, hint string) {
	if f.first(path) {
		f.rejects = append(f.rejects, Reject{
			Location: Location{File: filepath.ToSlash(path)},
			Outcome:  outcome, Rows: 1, Reason: reason, Hint: hint,
		})
	}
}

// first reports whether path was not met before, under any spelling.
func (f *finder) first(path string) bool {
	key, err := filepath.Abs(path)
	if err != nil {
		key = filepath.Clean(path)
	}
	if f.seen[key] {
		return false
	}
	f.seen[key] = true
	return true
}

// hasMagic reports whether a file is a document by its first bytes, whatever
// it is called.
func hasMagic(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, headBytes)
	n, _ := io.ReadFull(f, head)
	head = head[:n]
	return isZIP(head) || bytes.HasPrefix(head, []byte("%PDF-")) || isMessage(head) || isMailbox(head) || bytes.HasPrefix(head, []byte(compoundMagic))
}
