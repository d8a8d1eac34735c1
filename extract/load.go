package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"palermo/extract/strictyaml"
	"palermo/extract/text"
)

// Load reads the taxonomy and the language packs that are built in, such as
// packs.FS, and over them those of the user. All mistakes are reported at once,
// each with its file, line, column, the line itself and what to write instead.
//
// A language is compiled when the first text in it comes, since most runs need
// one or two. Mistakes in patterns show up then only: of a language that packs of a
// user speak of, Load compiles it.
func Load(builtin fs.FS, own ...Folder) (*Reader, error) {
	l := loader{reader: newReader(), definitions: map[string]*definition{}}
	var spoken []string // languages that packs of the user speak of
	for i, f := range append([]Folder{{FS: builtin}}, own...) {
		layer, err := readLayer(f, i > 0, l.definitions)
		if err != nil {
			return nil, err
		}
		l.reader.files = append(l.reader.files, layer.files...)
		l.add(layer)
		if layer.own {
			spoken = slices.AppendSeq(spoken, maps.Keys(layer.definitions))
		}
	}
	err := l.finish()
	for _, code := range spoken {
		l.reader.pack(code)
	}
	if err := errors.Join(l.reader.mistakes(), err); err != nil {
		return nil, err
	}
	return l.reader, nil
}

// Check compiles every pack and returns all mistakes in them.
func (r *Reader) Check() error {
	for _, code := range r.Languages() {
		r.pack(code)
	}
	return r.mistakes()
}

// mistakes returns those found so far.
func (r *Reader) mistakes() error { return strictyaml.Err(r.files...) }

// loader makes a reader of layers.
type loader struct {
	reader      *Reader
	definitions map[string]*definition
}

// add lays one layer over those before it.
func (l *loader) add(from *layer) {
	own, versions := from.ownPacks(), l.reader.versions
	if from.own {
		versions = own.Versions
	}
	note := func(name, version string) {
		if version != "" {
			versions[name] = version
		}
	}
	if t := from.taxonomy; t != nil {
		l.reader.addTaxonomy(t, from.own)
		note("taxonomy", t.version)
	}
	if from.languages != nil {
		l.reader.languages.add(from.languages)
	}
	for code, d := range from.definitions {
		note("pack/"+code, d.version)
		if l.definitions[code] == nil {
			l.definitions[code] = d
		} else {
			l.definitions[code].over(d)
		}
	}
	if from.own {
		l.reader.own = append(l.reader.own, own)
	}
}

// finish makes every language ready to be compiled. Where a file could not be read
// none is, since what it says would be missed everywhere.
func (l *loader) finish() error {
	if slices.ContainsFunc(l.reader.files, (*strictyaml.File).Unread) {
		return nil
	}
	var errs []error
	for _, code := range slices.Sorted(maps.Keys(l.definitions)) {
		d := l.definitions[code]
		errs = append(errs, d.check())
		d.checkAmounts()
		l.settle(d)
		place := slices.Index(l.reader.languages.codes, code)
		if place < 0 {
			errs = append(errs, fmt.Errorf("pack %s: %s has no function words of %s\nhint: add some, or no narrative is taken for it", code, languagesFile, code))
		}
		l.reader.definitions[code] = d
		l.reader.packs[code] = sync.OnceValue(func() *pack { return newPack(d, place) })
		l.abbreviate(d)
	}
	return errors.Join(errs...)
}

// abbreviate adds the abbreviations of a language. One that is a word in another
// language and stands before numbers there does so in all.
func (l *loader) abbreviate(d *definition) {
	known := l.reader.abbreviations
	for _, a := range d.abbreviations {
		if _, ok := known[text.FoldPhrase(a)]; !ok {
			known[text.FoldPhrase(a)] = true
		}
	}
	for _, a := range d.numberAbbreviations {
		known[text.FoldPhrase(a)] = false
	}
}

// settle looks up the indicators of the rules.
func (l *loader) settle(d *definition) {
	for i := range d.rules {
		r := &d.rules[i]
		indicator := l.indicator(r.Indicator, r.at)
		if r.Opposite != "" {
			l.indicator(r.Opposite, r.oppositeAt)
		}
		r.strength, r.age, r.excludes = indicator.Strength, indicator.Element == ageElement, indicator.Element == exclusionElement
	}
}

// indicator returns the indicator that a line of a pack names.
func (l *loader) indicator(id string, at line) Indicator {
	indicator, known := l.reader.taxonomy[id]
	if !known {
		at.reject(fmt.Sprintf("no indicator of the taxonomy is called %q", id),
			meant(id, slices.Sorted(maps.Keys(l.reader.taxonomy)), "palermo packs lists the indicators; a new one stands in "+taxonomyFile))
	}
	return indicator
}

// check refuses a pack in which a kind of knowledge is missing, since its
// silence would be read as the silence of the records.
func (d *definition) check() error {
	var missing []string
	lack := func(what string, lacks bool) {
		if lacks {
			missing = append(missing, what)
		}
	}
	lack("version", d.version == "")
	lack("cues", len(d.cues) == 0)
	lack("rules", len(d.rules) == 0)
	for _, name := range neededClasses() {
		lack("class "+name, !slices.ContainsFunc(d.classes, func(c wordClass) bool { return c.name.text == name }))
	}
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("pack %s has no %s", d.language, strings.Join(missing, ", no "))
}
