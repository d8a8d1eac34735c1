package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
)

// Folder is a set of packs: taxonomy.yaml, languages.yaml and one folder for
// each language, named by its code.
type Folder struct {
	Name string // stands before the names of its files; empty for what is built in
	FS   fs.FS
}

// file is the name of one of its files as it is told.
func (f Folder) file(name string) string {
	if f.Name == "" {
		return name
	}
	return f.Name + "/" + name
}

// Limits of a folder. The packs that are built in are far below them.
const (
	packBytes = 1 << 20 // of one file
	packFiles = 500
)

// Names of the files that belong to no language.
const (
	taxonomyFile  = "taxonomy.yaml"
	languagesFile = "languages.yaml"
)

// layer is a folder as read. A syntax tree is let go as soon as it was walked:
// together they take many times the memory of what they say.
type layer struct {
	folder      Folder
	own         bool // it is a user's
	below       map[string]*definition
	taxonomy    *taxonomyReader
	languages   *languageReader
	definitions map[string]*definition // by language
	files       []*strictyaml.File
	sums        strings.Builder // a line for every file, as sha256sum writes it
}

// readLayer reads every file of a folder. What can't be used is a mistake of a
// file or, where there is no file to show, an error. Below are the languages of
// the layers before it.
func readLayer(f Folder, own bool, below map[string]*definition) (*layer, error) {
	l := &layer{folder: f, own: own, below: below, definitions: map[string]*definition{}}
	entries, err := fs.ReadDir(f.FS, ".")
	if err != nil {
		return nil, fmt.Errorf("read packs %s: %w", f.Name, err)
	}
	var errs []error
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			errs = append(errs, l.readEntry(e.Name()))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	if len(l.files) == 0 {
		return nil, fmt.Errorf("read packs %s: no pack stands here\nhint: %s", f.Name, layout)
	}
	return l, nil
}

// layout is what a folder of packs looks like.
const layout = "a folder of packs holds language folders such as en/30_own.yaml, and may hold " + taxonomyFile + " and " + languagesFile

func (l *layer) readEntry(name string) error {
	info, err := fs.Stat(l.folder.FS, name)
	switch {
	case err != nil:
		return l.unreadable(name, err)
	case info.IsDir():
		return l.readLanguage(name)
	case name == taxonomyFile:
		return l.parse(name, func(f *strictyaml.File, body ast.Node) { l.taxonomy = readTaxonomy(f, body) })
	case name == languagesFile:
		return l.parse(name, func(f *strictyaml.File, body ast.Node) { l.languages = readLanguages(f, body) })
	case isYAML(name):
		return l.misplaced(name, layout)
	}
	return nil
}

// readLanguage reads the files of one language in the order of their names.
func (l *layer) readLanguage(code string) error {
	entries, err := fs.ReadDir(l.folder.FS, code)
	if err != nil {
		return l.unreadable(code, err)
	}
	r := newPackReader(code, l.own && l.below[code] != nil)
	var errs []error
	for _, e := range entries {
		name := path.Join(code, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), ".") || !isYAML(name):
		case !isCode(code):
			errs = append(errs, l.misplaced(name, "a language folder is named by its code, such as en or pt"))
		case !strings.HasSuffix(name, ".yaml"):
			errs = append(errs, l.misplaced(name, "packs end in .yaml"))
		default:
			errs = append(errs, l.parse(name, r.read))
			l.definitions[code] = &r.definition
		}
	}
	return errors.Join(errs...)
}

// isCode reports whether a folder is named as a language is in ISO 639.
func isCode(name string) bool {
	return (len(name) == 2 || len(name) == 3) && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") == ""
}

// isYAML reports whether somebody meant a file to be read.
func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// parse reads and parses one file, and has its tree walked.
func (l *layer) parse(name string, walk func(*strictyaml.File, ast.Node)) error {
	data, err := l.readFile(name)
	if err != nil {
		return l.unreadable(name, err)
	}
	sum := sha256.Sum256(data)
	fmt.Fprintf(&l.sums, "%x  %s\n", sum, name)
	file, body := strictyaml.Parse(l.folder.file(name), data)
	l.files = append(l.files, file)
	walk(file, body)
	return nil
}

// readFile reads a file that is one, of a size that somebody could have written.
func (l *layer) readFile(name string) ([]byte, error) {
	if len(l.files) == packFiles {
		return nil, fmt.Errorf("more than %d files stand here", packFiles)
	}
	info, err := fs.Stat(l.folder.FS, name)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("is not a regular file")
	}
	if err != nil {
		return nil, err
	}
	file, err := l.folder.FS.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, packBytes+1))
	if len(data) > packBytes {
		return nil, fmt.Errorf("is larger than %d bytes, which no pack is\nhint: split it; the files of a language are read in the order of their names", packBytes)
	}
	return data, err
}

// unreadable says which file can't be read and why.
func (l *layer) unreadable(name string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // the path is told already
	}
	hint := ""
	if strings.Contains(err.Error(), "escapes") {
		hint = "\nhint: a link must not lead out of the folder"
	}
	return fmt.Errorf("read pack %s: %w%s", l.folder.file(name), err, hint)
}

func (l *layer) misplaced(name, hint string) error {
	return fmt.Errorf("read pack %s: stands where it is not read\nhint: %s", l.folder.file(name), hint)
}

// digest is the SHA-256 of the sums of all files: what
// "sha256sum FILE... | sha256sum" prints for them in the order of their names.
func (l *layer) digest() string {
	sum := sha256.Sum256([]byte(l.sums.String()))
	return hex.EncodeToString(sum[:])
}

// OwnPacks says which packs of a user were read, for the manifest.
type OwnPacks struct {
	Folder   string            `json:"folder"`
	SHA256   string            `json:"sha256"`
	Versions map[string]string `json:"versions"` // of what has one: taxonomy, pack/en
}

func (l *layer) ownPacks() OwnPacks {
	return OwnPacks{Folder: l.folder.Name, SHA256: l.digest(), Versions: map[string]string{}}
}

// Holds reports whether a file, by the name under which it is told, is one of
// the folder.
func (o OwnPacks) Holds(file string) bool { return strings.HasPrefix(file, o.Folder+"/") }
