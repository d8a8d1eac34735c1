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

// PacksIn opens a folder that takes the place of the packs that are built in, as
// that of another version of the program, and looks for mistakes in them. The
// caller closes it.
func PacksIn(folder string) (fs.FS, func() error, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, nil, &UsageError{fmt.Errorf("open packs %s: %w", folder, reason(err))}
	}
	for _, name := range []string{"taxonomy.yaml", "languages.yaml"} {
		if _, err := root.Stat(name); err != nil {
			_ = root.Close()
			return nil, nil, &UsageError{fmt.Errorf("open packs %s: they are not whole, there is no %s\nhint: without --instead they are read over those that are built in", folder, name)}
		}
	}
	reader, err := extract.Load(root.FS())
	if err == nil {
		err = reader.Check()
	}
	if err != nil {
		_ = root.Close()
		return nil, nil, &RulesError{err}
	}
	return root.FS(), root.Close, nil
}

// reason leaves out the path, which is told already.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
