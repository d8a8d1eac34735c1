package history

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"sync"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
)

// words gives numbers to the words of rule data, which every reading repeats. It
// is safe for concurrent use.
type words struct {
	mu      sync.RWMutex
	numbers map[string]uint64
	list    []string
	stored  int // of the list, how many stand in the store
}

func newWords() *words { return &words{numbers: map[string]uint64{}} }

func (w *words) number(word string) uint64 {
	w.mu.RLock()
	n, ok := w.numbers[word]
	w.mu.RUnlock()
	if ok {
		return n
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if n, ok := w.numbers[word]; ok {
		return n
	}
	n = uint64(len(w.list))
	w.numbers[word] = n
	w.list = append(w.list, word)
	return n
}

func (w *words) word(n uint64) (string, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if n >= uint64(len(w.list)) {
		return "", false
	}
	return w.list[n], true
}

// encode writes what is known of a text without the record and without its
// words: a quote is the bytes of its span. A reading of which that is not true is
// not written.
func (w *words) encode(into []byte, k *Known) ([]byte, bool) {
	r := &k.Reading
	e := encoder{words: w, into: into, whole: true, record: r.Record, narratives: slices.Collect(r.Record.Narratives())}
	e.word(r.Language)
	e.flag(r.Coverage.Screened)
	e.word(r.Coverage.Reason)
	e.number(len(r.Evidence))
	for i := range r.Evidence {
		e.evidence(&r.Evidence[i])
	}
	e.into = binary.BigEndian.AppendUint64(e.into, uint64(k.on))
	e.number(len(k.changes))
	for i := range k.changes {
		e.change(&k.changes[i])
	}
	return binary.BigEndian.AppendUint32(e.into, crc32.ChecksumIEEE(e.into)), e.whole
}

type encoder struct {
	words      *words
	record     *source.Record
	narratives []int // its fields that hold text
	into       []byte
	whole      bool
}

func (e *encoder) word(s string) { e.into = binary.AppendUvarint(e.into, e.words.number(s)) }
func (e *encoder) number(n int)  { e.into = binary.AppendUvarint(e.into, uint64(n)) }

func (e *encoder) flag(b bool) {
	n := 0
	if b {
		n = 1
	}
	e.number(n)
}

func (e *encoder) evidence(v *extract.Evidence) {
	for _, s := range evidenceWords(v) {
		e.word(*s)
	}
	for _, s := range assertionWords(v) {
		e.word(s)
	}
	e.flag(v.Counts)
	e.span(v.Span, v.Quote)
	e.number(len(v.Cues))
	for _, c := range v.Cues {
		e.word(c.Layer)
		e.span(c.Span, c.Quote)
	}
}

// span writes the place of a quote. Its field is the number of the narrative,
// so that a column that moves takes nothing along.
func (e *encoder) span(s extract.Span, quote string) {
	found, ok := quoteOf(e.record, s)
	narrative := slices.Index(e.narratives, s.Field)
	e.whole = e.whole && ok && found == quote && narrative >= 0
	e.number(max(narrative, 0))
	e.number(s.Start)
	e.number(s.End - s.Start)
}

func (e *encoder) change(c *screen.Change) {
	for _, s := range [...]string{string(c.Class), c.Decision.ID, c.Decision.Title, string(c.Decision.Class), c.Decision.Citation} {
		e.word(s)
	}
	e.flag(c.Undetermined)
	e.flag(c.Decision.Undetermined)
	e.number(len(c.If))
	for _, s := range c.If {
		for _, word := range [...]string{string(s.Element), string(s.State), s.Says, s.Now} {
			e.word(word)
		}
		e.flag(s.Known)
	}
}

func evidenceWords(v *extract.Evidence) []*string {
	return []*string{&v.Indicator, &v.Facet, &v.Rule}
}

func assertionWords(v *extract.Evidence) []string {
	return []string{string(v.Polarity), string(v.Certainty), string(v.Time), string(v.Subject), string(v.Voice), string(v.Strength)}
}

// quoteOf is the piece of a record that a span names.
func quoteOf(r *source.Record, s extract.Span) (string, bool) {
	if s.Field < 0 || s.Field >= len(r.Fields) || s.Start < 0 || s.End < s.Start || s.End > len(r.Fields[s.Field].Value) {
		return "", false
	}
	return r.Fields[s.Field].Value[s.Start:s.End], true
}

// errDamaged says that what is kept of a reading can't be read.
var errDamaged = errors.New("a reading is damaged")

// decode reads what encode wrote, with the quotes out of the record.
func (w *words) decode(data []byte, record *source.Record, k *Known) error {
	end := len(data) - crc32.Size
	if end < 0 || crc32.ChecksumIEEE(data[:end]) != binary.BigEndian.Uint32(data[end:]) {
		return errDamaged
	}
	d := decoder{words: w, data: data[:end], record: record, narratives: slices.Collect(record.Narratives())}
	r := &k.Reading
	r.Record, r.Language = record, d.word()
	r.Coverage.Screened, r.Coverage.Reason = d.flag(), d.word()
	r.Evidence = room[extract.Evidence](&d)
	for i := range r.Evidence {
		d.evidence(&r.Evidence[i])
	}
	k.on = d.digest()
	k.changes = room[screen.Change](&d)
	for i := range k.changes {
		d.change(&k.changes[i])
	}
	if d.damaged || len(d.data) > 0 {
		return errDamaged
	}
	return nil
}

// room reads a length and makes a list of it, nil for none. Everything in a list
// takes a byte at least.
func room[T any](d *decoder) []T {
	n := d.number()
	if n > len(d.data) {
		d.damaged = true
	}
	if d.damaged || n == 0 {
		return nil
	}
	return make([]T, n)
}

type decoder struct {
	words      *words
	record     *source.Record
	narratives []int
	data       []byte
	damaged    bool
}

func (d *decoder) number() int {
	n, size := binary.Uvarint(d.data)
	if size <= 0 || n > 1<<31 {
		d.damaged, d.data = true, nil
		return 0
	}
	d.data = d.data[size:]
	return int(n)
}

func (d *decoder) flag() bool { return d.number() == 1 }

func (d *decoder) word() string {
	s, ok := d.words.word(uint64(d.number()))
	d.damaged = d.damaged || !ok
	return s
}

func (d *decoder) evidence(v *extract.Evidence) {
	for _, s := range evidenceWords(v) {
		*s = d.word()
	}
	v.Polarity, v.Certainty, v.Time = extract.Polarity(d.word()), extract.Certainty(d.word()), extract.Time(d.word())
	v.Subject, v.Voice, v.Strength = extract.Subject(d.word()), extract.Voice(d.word()), extract.Strength(d.word())
	v.Counts = d.flag()
	v.Span, v.Quote = d.span()
	v.Cues = room[extract.Cue](d)
	for i := range v.Cues {
		v.Cues[i].Layer = d.word()
		v.Cues[i].Span, v.Cues[i].Quote = d.span()
	}
}

func (d *decoder) digest() int64 {
	if len(d.data) < 8 {
		d.damaged, d.data = true, nil
		return 0
	}
	n := binary.BigEndian.Uint64(d.data)
	d.data = d.data[8:]
	return int64(n)
}

func (d *decoder) change(c *screen.Change) {
	c.Class = screen.Class(d.word())
	c.Decision.ID, c.Decision.Title, c.Decision.Class, c.Decision.Citation = d.word(), d.word(), screen.Class(d.word()), d.word()
	c.Undetermined, c.Decision.Undetermined = d.flag(), d.flag()
	c.If = room[screen.Supposition](d)
	for i := range c.If {
		s := &c.If[i]
		s.Element, s.State, s.Says, s.Now = screen.ElementID(d.word()), screen.State(d.word()), d.word(), d.word()
		s.Known = d.flag()
	}
}

func (d *decoder) span() (extract.Span, string) {
	narrative := d.number()
	s := extract.Span{Field: -1, Start: d.number()}
	if narrative < len(d.narratives) {
		s.Field = d.narratives[narrative]
	}
	s.End = s.Start + d.number()
	quote, ok := quoteOf(d.record, s)
	d.damaged = d.damaged || !ok
	return s, quote
}
