package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"palermo/extract/text"
)

// Reader reads records. It is immutable and safe for concurrent use.
type Reader struct {
	indicators []Indicator
	taxonomy   map[string]Indicator
	languages  *languages
	packs      map[string]*pack
	versions   map[string]string
	pool       sync.Pool

	// Of all packs, since sentences are cut before the language is known.
	abbreviations text.Abbreviations
}

// Load reads the taxonomy and every language pack of a file system such as
// packs.FS. All mistakes are reported at once.
func Load(fsys fs.FS) (*Reader, error) {
	r := &Reader{taxonomy: map[string]Indicator{}, packs: map[string]*pack{}, versions: map[string]string{}, abbreviations: text.Abbreviations{}}
	r.pool.New = func() any { return newWorkspace() }
	if err := r.loadTaxonomy(fsys); err != nil {
		return nil, err
	}
	var err error
	if r.languages, err = loadLanguages(fsys); err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, e := range entries {
		if e.IsDir() {
			errs = append(errs, r.loadPack(fsys, e.Name()))
		}
	}
	return r, errors.Join(errs...)
}

func (r *Reader) loadTaxonomy(fsys fs.FS) error {
	const name = "taxonomy.yaml"
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	var file struct {
		Version    string      `yaml:"version"`
		Indicators []Indicator `yaml:"indicators"`
	}
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.Strict()); err != nil {
		return fmt.Errorf("pack %s: %s", name, yaml.FormatError(err, false, true))
	}
	r.versions["taxonomy"] = file.Version
	for _, i := range file.Indicators {
		if _, ok := r.taxonomy[i.ID]; ok {
			return fmt.Errorf("pack %s: indicator %s stands twice", name, i.ID)
		}
		r.taxonomy[i.ID] = i
		r.indicators = append(r.indicators, i)
	}
	return nil
}

func (r *Reader) loadPack(fsys fs.FS, language string) error {
	p, err := loadPack(fsys, language)
	if err != nil {
		return err
	}
	var errs []error
	for i := range p.rules {
		rule := &p.rules[i]
		indicator, ok := r.taxonomy[rule.Indicator]
		if !ok {
			errs = append(errs, fmt.Errorf("pack %s: no indicator of the taxonomy is called %q", rule.file, rule.Indicator))
		}
		rule.strength = indicator.Strength
	}
	for _, a := range p.definition.abbreviations {
		r.abbreviations[text.FoldPhrase(a)] = true
	}
	if p.code = slices.Index(r.languages.codes, language); p.code < 0 {
		errs = append(errs, fmt.Errorf("pack %s: languages.yaml has no function words of %s (hint: add some, or no narrative is taken for it)", language, language))
	}
	r.packs[language] = p
	r.versions["pack/"+language] = p.version
	return errors.Join(errs...)
}

// Indicators returns the taxonomy in its own order.
func (r *Reader) Indicators() []Indicator { return slices.Clone(r.indicators) }

// Languages returns the codes of the languages that can be read, in order.
func (r *Reader) Languages() []string { return slices.Sorted(maps.Keys(r.packs)) }

// Versions returns the versions of the taxonomy and of every pack by name.
func (r *Reader) Versions() map[string]string { return r.versions }
