package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"palermo/extract"
)

// LoadPacks reads the packs that are built in and, over them, those of a user's
// folder, which may be empty for none. Files are read within the folder only: a
// link that leads out of it is refused. A mistake in a pack is a *RulesError, a
// folder that can't be opened a *UsageError.
func LoadPacks(builtin fs.FS, folder string) (*extract.Reader, error) {
	var own []extract.Folder
	if folder != "" {
		root, err := os.OpenRoot(folder)
		if err != nil {
			return nil, &UsageError{fmt.Errorf("open packs %s: %w\nhint: name a folder that holds language folders, such as en/30_own.yaml", folder, reason(err))}
		}
		defer root.Close()
		own = append(own, extract.Folder{Name: filepath.ToSlash(filepath.Clean(folder)), FS: root.FS()})
	}
	reader, err := extract.Load(builtin, own...)
	if err != nil {
		return nil, &RulesError{err}
	}
	return reader, nil
}

// reason leaves out the path, which is told already.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
