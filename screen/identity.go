package screen

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"path"
	"strconv"
	"strings"

	"palermo/extract"
	"palermo/pipeline/source"
)

// RecordID names a record so that the next run finds it again: the case id for
// a row of a case log ("CW-2019-014"), the case id and the file for a report
// ("CW-2019-014@visit.txt"), and the place for a record without a case id
// ("log.csv:41", "log.xlsx:Sheet1:41", "visit.txt"). Folders are left out, so
// that the name does not change with the folder that a run starts in; where two
// records of a run come out alike, Names tells them apart.
func RecordID(r *source.Record) string {
	file := path.Base(r.File)
	id := strings.TrimSpace(r.CaseID)
	switch {
	case id != "" && r.Document == source.Report:
		return id + "@" + file
	case id != "":
		return id
	}
	if r.Sheet != "" {
		file += ":" + r.Sheet
	}
	if r.Row == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(r.Row)
}

// Names makes the record ids of one run unique. It is fed in input order by one
// goroutine, so that the same input gives the same names. It keeps eight bytes
// of a digest of every id and not the id, which would keep the text of its
// record in memory; should two digests ever be alike, a record gets a suffix
// that it did not need.
type Names struct {
	seen  map[uint64]struct{}
	again map[uint64]int // how often an id was taken already
}

// Settle gives a finding whose record id is taken the next free one
// ("CW-2019-014~2") and renews its fingerprint.
func (n *Names) Settle(f *Finding) {
	if n.seen == nil {
		n.seen, n.again = map[uint64]struct{}{}, map[uint64]int{}
	}
	base := f.RecordID
	for n.taken(idKey(f.RecordID)) {
		n.again[idKey(base)]++
		f.RecordID = base + "~" + strconv.Itoa(n.again[idKey(base)]+1)
	}
	n.seen[idKey(f.RecordID)] = struct{}{}
	if f.RecordID != base {
		f.stamp()
	}
}

func (n *Names) taken(key uint64) bool {
	_, ok := n.seen[key]
	return ok
}

func idKey(id string) uint64 {
	sum := sha256.Sum256([]byte(id))
	return binary.BigEndian.Uint64(sum[:])
}

// stamp sets the fingerprint: the same record, framework and kind have the
// same one in every run, whatever became of the evidence.
func (f *Finding) stamp() {
	var space [256]byte
	b := append(space[:0], f.RecordID...)
	b = append(b, 0)
	b = append(b, f.Assessment.Framework...)
	b = append(b, 0)
	b = append(b, f.Kind...)
	f.Fingerprint = digest(b)
}

// evidenceHash changes when a fact is added, goes, moves, or is told otherwise.
func evidenceHash(evidence []extract.Evidence) string {
	var space [2048]byte
	b := space[:0]
	for i := range evidence {
		e := &evidence[i]
		for _, text := range [...]string{
			e.Indicator, e.Facet, string(e.Polarity), string(e.Certainty), string(e.Time), string(e.Subject), string(e.Voice),
		} {
			b = append(b, text...)
			b = append(b, 0)
		}
		for _, n := range [...]int{e.Span.Field, e.Span.Start, e.Span.End} {
			b = strconv.AppendInt(b, int64(n), 10)
			b = append(b, 0)
		}
	}
	return digest(b)
}

// digest is half a SHA-256, 32 hexadecimal digits.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:len(sum)/2])
}
