package pipeline

import (
	"crypto/sha256"
	"fmt"

	"palermo/pipeline/source"
)

// A row that stands in the input again, cell for cell, is one event reported
// twice: it is listed and counted once. Rows that carry neither a case id nor
// a narrative of some length are left alone, since coded rows of different
// people are often alike.

// tellingBytes is the length from which a narrative is taken to be told of one
// event only, in bytes.
const tellingBytes = 80

// digest is long enough that two different rows never share one.
type digest [12]byte

// duplicates remembers where each row stood first, in few bytes: there may be
// millions.
type duplicates struct {
	first  map[digest]spot
	tables []source.Location // file and sheet
}

// spot is a row of a table.
type spot struct{ table, row uint32 }

// add notes a record and returns where the same one stood before, if it did.
func (d *duplicates) add(r *source.Record) (source.Location, bool) {
	if !telling(r) {
		return source.Location{}, false
	}
	key := digestOf(r)
	if at, twice := d.first[key]; twice {
		earlier := d.tables[at.table]
		earlier.Row = int(at.row)
		return earlier, true
	}
	if d.first == nil {
		d.first = map[digest]spot{}
	}
	d.first[key] = spot{d.table(r.Location), uint32(r.Row)}
	return source.Location{}, false
}

// table returns the number of the table that a record stands in. Records come
// table by table, so only the latest can be the same.
func (d *duplicates) table(at source.Location) uint32 {
	at.Row = 0
	if n := len(d.tables); n == 0 || d.tables[n-1] != at {
		d.tables = append(d.tables, at)
	}
	return uint32(len(d.tables) - 1)
}

func telling(r *source.Record) bool {
	if r.CaseID != "" {
		return true
	}
	for i := range r.Narratives() {
		if len(r.Fields[i].Value) >= tellingBytes {
			return true
		}
	}
	return false
}

func digestOf(r *source.Record) digest {
	h := sha256.New()
	for _, f := range r.Fields {
		h.Write([]byte(f.Value))
		h.Write([]byte{0})
	}
	var sum [sha256.Size]byte
	return digest(h.Sum(sum[:0])[:len(digest{})])
}

func repeated(r *source.Record, earlier source.Location) *source.Reject {
	return &source.Reject{
		Location: r.Location, Outcome: source.Duplicate, Rows: 1,
		Reason: "is the same, cell for cell, as " + place(earlier),
	}
}

// place says where a record stands, in words.
func place(l source.Location) string {
	switch {
	case l.Row == 0:
		return l.File
	case l.Sheet == "":
		return fmt.Sprintf("%s line %d", l.File, l.Row)
	default:
		return fmt.Sprintf("%s sheet %q row %d", l.File, l.Sheet, l.Row)
	}
}
