package pipeline

import (
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"strings"

	"palermo/pipeline/source"
)

// What stands in the input again is one event reported twice: it is listed and
// counted once. That goes for a row that is the same cell for cell, and for a
// text that is told again word for word, in a row or in a report, unless the
// record adds a label or a case id that the first one does not have. One that adds
// a case id alone is listed and not counted again; one of another label is a
// record of its own, since one of the two labels may be wrong. Rows that carry
// neither a case id nor a narrative of some length are left alone, since coded
// rows of different people are often alike.

// tellingBytes is the length from which a narrative is taken to be told of one
// event only, in bytes.
const tellingBytes = 80

// digest is long enough that two different texts never share one.
type digest [12]byte

// duplicates remembers where each text stood first, in few bytes: there may be
// millions.
type duplicates struct {
	first  map[digest]spot
	tables []source.Location // file and sheet

	castagnoli *crc32.Table
	text       []byte // reused
}

func newDuplicates() *duplicates {
	return &duplicates{first: map[digest]spot{}, castagnoli: crc32.MakeTable(crc32.Castagnoli)}
}

// spot is the place of a record, and marks of what it says beside its text. A
// mark of 0 says that there is nothing.
type spot struct {
	table, row           uint32
	cells, caseID, label uint32
}

// pass returns the item, or the reject that stands for it where its record was
// met before.
func (d *duplicates) pass(item source.Item) source.Item {
	r := item.Record
	d.text = appendLong(d.text[:0], r)
	if len(d.text) == 0 && r.CaseID == "" {
		return item
	}
	now := d.spot(r)
	if len(d.text) == 0 {
		d.text = fmt.Appendf(d.text, "row\x00%d\x00%s", now.cells, r.CaseID)
	}
	key := digestOf(d.text)
	before, met := d.first[key]
	if !met {
		d.remember(key, now)
		return item
	}
	if reject := d.compare(r, before, now); reject != nil {
		return source.Item{Reject: reject}
	}
	// The same text under another case id or label. The next one like it is
	// no news any more.
	again := digestOf(fmt.Appendf(nil, "again\x00%x\x00%d\x00%d", key, now.caseID, now.label))
	if before, met := d.first[again]; met {
		if reject := d.compare(r, before, now); reject != nil {
			return source.Item{Reject: reject}
		}
	}
	d.remember(again, now)
	if r.Repeated = d.counted(key, before, now); r.Repeated {
		r.Problems = append(r.Problems, "the same text stands in an earlier record under another case id: it is listed and not counted again")
	} else {
		r.Problems = append(r.Problems, "the same text stands in an earlier record under another label")
	}
	return item
}

// counted reports whether the text of a record was counted under its label, or
// under any where it has none, and sees to it that it will have been.
func (d *duplicates) counted(key digest, first, now spot) bool {
	if now.label == 0 || now.label == first.label {
		return true
	}
	labelled := digestOf(fmt.Appendf(nil, "label\x00%x\x00%d", key, now.label))
	_, met := d.first[labelled]
	d.remember(labelled, now)
	return met
}

// compare returns a reject for a record that adds nothing to an earlier one of
// the same text.
func (d *duplicates) compare(r *source.Record, before, now spot) *source.Reject {
	adds := func(earlier, later uint32) bool { return later != 0 && later != earlier }
	if adds(before.caseID, now.caseID) || adds(before.label, now.label) {
		return nil
	}
	reason := "tells the same text, word for word, as "
	if before.cells == now.cells {
		reason = "is the same, cell for cell, as "
	}
	earlier := d.tables[before.table]
	earlier.Row = int(before.row)
	return &source.Reject{Location: r.Location, Outcome: source.Duplicate, Rows: 1, Reason: reason + earlier.String()}
}

func (d *duplicates) remember(key digest, at spot) { d.first[key] = at }

func (d *duplicates) spot(r *source.Record) spot {
	s := spot{table: d.table(r.Location), row: uint32(r.Row), caseID: markOf(r.CaseID), label: markOf(strings.ToLower(r.Label))}
	for i := range r.Fields {
		s.cells = crc32.Update(s.cells, d.castagnoli, []byte(r.Fields[i].Value))
		s.cells = crc32.Update(s.cells, d.castagnoli, []byte{0})
	}
	return s
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

// appendLong appends the narratives that are long enough to be told of one
// event only, with their white space folded.
func appendLong(text []byte, r *source.Record) []byte {
	for i := range r.Narratives() {
		if len(r.Fields[i].Value) < tellingBytes {
			continue
		}
		for word := range strings.FieldsSeq(r.Fields[i].Value) {
			text = append(append(text, word...), ' ')
		}
	}
	return text
}

func digestOf(text []byte) digest {
	sum := sha256.Sum256(text)
	return digest(sum[:len(digest{})])
}

// markOf is a short digest of a value that is not blank, and else 0.
func markOf(value string) uint32 {
	if strings.TrimSpace(value) == "" {
		return 0
	}
	return crc32.ChecksumIEEE([]byte(value)) | 1
}
