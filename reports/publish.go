package reports

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// seal writes what describes the other files: the data package, and then the
// manifest, which vouches for that as well.
func (s *Set) seal(run *Run) error {
	all := s.withKept()
	o, err := s.write(packageFile, func(w io.Writer) error { return writeDataPackage(w, run, all) })
	if err != nil {
		return err
	}
	s.done = append(s.done, o)
	m, err := s.write(manifestFile, func(w io.Writer) error { return writeManifest(w, run, append(all, o)) })
	s.digest = m.SHA256
	return err
}

// withKept lists the files of the folder: those of the saved run that are not
// written again, and those that are, in the order of the formats.
func (s *Set) withKept() []Output {
	var all []Output
	for _, f := range formats() {
		for _, o := range slices.Concat(s.done, s.kept) {
			if o.File == f.file {
				all = append(all, o)
				break
			}
		}
	}
	return all
}

// publish moves the files to their names, once nobody's work stands in their way.
// The old manifest goes first, so that it never vouches for files it does not know.
func (s *Set) publish() error {
	if err := s.putAside(); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(s.dir, manifestFile)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("replace %s: %w", manifestFile, err)
	}
	for _, o := range s.done {
		if err := s.rename(o.File); err != nil {
			return err
		}
	}
	if err := s.removeStale(); err != nil {
		return err
	}
	if err := s.rename(manifestFile); err != nil {
		return err
	}
	syncFolder(s.dir)
	return nil
}

func (s *Set) rename(name string) error {
	if err := os.Rename(filepath.Join(s.partial, name), filepath.Join(s.dir, name)); err != nil {
		return fmt.Errorf("publish %s: %w", name, err)
	}
	return nil
}

// syncFolder makes renames survive a power cut where the system can do that;
// on others a folder can't be opened or synced, which is no failure.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
