package history

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"strconv"

	"palermo/screen"
)

// Trace is what a finding and its record are known by from run to run. It
// depends on nothing but the two, so that it can be taken by any worker.
type Trace struct {
	Family  int64 // of the id without what tells two rows of one case apart
	Content int64 // of what is read of the record
	Look    int64 // of everything that the finding says of its record
	Loose   bool  // a row without a case id: its place is no name, so it is known by its content
}

// TraceOf takes the trace of a finding.
func TraceOf(f *screen.Finding) Trace {
	rec := f.Reading.Record
	t := Trace{Content: sumOf(f.RecordHash), Look: lookOf(f), Loose: screen.Loose(rec)}
	if !t.Loose {
		t.Family = sumOf(screen.RecordID(rec))
	}
	return t
}

// lookOf is a digest of a finding without what may change with other records:
// its record's id, which may follow the order of the rows, and that its text
// stands in another record too.
func lookOf(f *screen.Finding) int64 {
	d, a := newDigest(), &f.Assessment
	d.text(f.EvidenceHash, string(f.Label), string(a.Class), strconv.FormatBool(a.Undetermined), strconv.Itoa(f.Priority), strconv.Itoa(f.Harm), a.Decision)
	for _, e := range a.Elements {
		d.text(string(e.ID), string(e.State))
	}
	for i := range f.Elsewhere {
		e := &f.Elsewhere[i]
		d.text(e.Assessment.Framework, string(e.Assessment.Class), strconv.FormatBool(e.Assessment.Undetermined), string(e.Kind))
	}
	for _, flag := range f.Flags {
		if flag != screen.PossibleDuplicate {
			d.text(string(flag))
		}
	}
	return d.sum()
}

// digest adds up texts so that no two lists of them come to the same.
type digest struct {
	hash.Hash
	room []byte
}

func newDigest() *digest { return &digest{Hash: sha256.New()} }

func (d *digest) text(list ...string) {
	for _, s := range list {
		d.room = binary.AppendUvarint(d.room[:0], uint64(len(s)))
		d.room = append(d.room, s...)
		d.Write(d.room)
	}
}

// sum is the first eight bytes, as the number that databases keep.
func (d *digest) sum() int64 {
	var room [sha256.Size]byte
	return int64(binary.BigEndian.Uint64(d.Sum(room[:0])))
}

func sumOf(s string) int64 {
	d := newDigest()
	d.text(s)
	return d.sum()
}

func (d *digest) hex() string { return hex.EncodeToString(d.Sum(nil)) }
