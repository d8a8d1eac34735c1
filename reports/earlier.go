package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// earlierFile notes in the hidden folder of a run what stood in the folder when it
// began. The manifest is gone while reports are replaced, and a run that is killed
// then must not leave the next one without that knowledge.
const earlierFile = "earlier.json"

// earlier is what earlier runs are known to have published in a folder.
type earlier struct {
	Outputs []Output `json:"outputs"`
}

// publishedIn reads what is known of a folder: what its manifest lists, and what
// runs that were killed had noted and sealed.
func publishedIn(dir string) earlier {
	known := earlier{Outputs: []Output{}}
	names := []string{filepath.Join(dir, manifestFile)}
	left, _ := partials(dir) // where the folder can't be read, neither can what it holds
	for _, left := range left {
		names = append(names, filepath.Join(left, earlierFile), filepath.Join(left, manifestFile))
	}
	for _, name := range names {
		var one earlier
		if data, err := os.ReadFile(name); err == nil && json.Unmarshal(data, &one) == nil {
			known.Outputs = append(known.Outputs, one.Outputs...)
		}
	}
	return known
}

// note keeps what is known in the hidden folder of a run.
func (e earlier) note(partial string) error {
	data, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(partial, earlierFile), data, 0o600)
}

func (e earlier) lists(file string) bool {
	return slices.ContainsFunc(e.Outputs, func(o Output) bool { return o.File == file })
}

// stale reports whether a file of the folder is a report of an earlier run that
// this one does not write, nor keeps.
func (s *Set) stale(file string) bool {
	return s.earlier.lists(file) && !slices.ContainsFunc(s.withKept(), func(o Output) bool { return o.File == file })
}

// removeStale removes such reports. They would stand there as if they were of this
// run: decisions that are in force no more, records that are back. No other file
// is touched.
func (s *Set) removeStale() error {
	for _, f := range formats() {
		if !s.stale(f.file) {
			continue
		}
		if err := os.Remove(filepath.Join(s.dir, f.file)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove the %s of an earlier run: %w", f.file, err)
		}
	}
	return nil
}

// putAside gives a workbook another name that is not as a run sealed it: it holds
// what a reviewer entered, or may. One that nothing is known of is taken for such.
func (s *Set) putAside() error {
	written := slices.ContainsFunc(s.done, func(o Output) bool { return o.File == Workbook })
	if !written && !s.stale(Workbook) {
		return nil
	}
	name := filepath.Join(s.dir, Workbook)
	sum, err := digestOf(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("see whether %s holds decisions: %w", name, err)
	}
	sealed := func(o Output) bool { return o.File == Workbook && o.SHA256 == sum }
	if slices.ContainsFunc(s.earlier.Outputs, sealed) || slices.ContainsFunc(s.done, sealed) {
		return nil
	}
	aside, err := freeName(s.dir, sum)
	if err == nil {
		err = os.Chmod(name, 0o600)
	}
	if err == nil {
		err = os.Rename(name, filepath.Join(s.dir, aside))
	}
	if err != nil {
		return fmt.Errorf("put %s aside, which was changed since it was written: %w", name, err)
	}
	s.aside = aside
	return nil
}

// asideDigits is how much of its digest the name of a file tells that is put
// aside, where that is enough.
const asideDigits = 12

// freeName is a name for a workbook with this digest that no other file has.
func freeName(dir, sum string) (string, error) {
	base, ext := strings.TrimSuffix(Workbook, filepath.Ext(Workbook)), filepath.Ext(Workbook)
	for _, digits := range []int{asideDigits, len(sum)} {
		name := base + ".edited-" + sum[:digits] + ext
		there, err := digestOf(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) || err == nil && there == sum {
			return name, nil
		}
	}
	return "", errors.New("every name for it is taken")
}
