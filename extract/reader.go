package extract

import (
	"maps"
	"slices"
	"sync"

	"palermo/extract/strictyaml"
	"palermo/extract/text"
)

// Reader reads records. It is immutable and safe for concurrent use.
type Reader struct {
	indicators []Indicator
	taxonomy   map[string]Indicator
	sources    map[string]string // what their short names stand for
	languages  *languages
	files      []*strictyaml.File // of all packs, with the mistakes in them

	// By language: as written, and compiled when they are first asked for.
	definitions map[string]*definition
	packs       map[string]func() *pack

	versions map[string]string
	own      []OwnPacks
	pool     sync.Pool

	// Of all packs, since sentences are cut before the language is known.
	abbreviations text.Abbreviations
}

func newReader() *Reader {
	r := &Reader{
		taxonomy:      map[string]Indicator{},
		sources:       map[string]string{},
		languages:     &languages{words: map[string]uint16{}},
		definitions:   map[string]*definition{},
		packs:         map[string]func() *pack{},
		versions:      map[string]string{},
		abbreviations: text.Abbreviations{},
	}
	r.pool.New = func() any { return newWorkspace() }
	return r
}

// pack returns the compiled pack of a language, or nil where there is none.
func (r *Reader) pack(language string) *pack {
	compiled, ok := r.packs[language]
	if !ok {
		return nil
	}
	return compiled()
}

// Indicators returns the taxonomy in its own order.
func (r *Reader) Indicators() []Indicator { return slices.Clone(r.indicators) }

// Languages returns the codes of the languages that can be read, in order.
func (r *Reader) Languages() []string { return slices.Sorted(maps.Keys(r.definitions)) }

// Versions returns the versions of the taxonomy and of every pack by name.
func (r *Reader) Versions() map[string]string { return r.versions }

// OwnPacks returns which packs of the user were read over those built in.
func (r *Reader) OwnPacks() []OwnPacks { return slices.Clone(r.own) }
