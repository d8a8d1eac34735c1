package screen

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"path"
	"slices"
	"strconv"
	"strings"

	"palermo/extract"
	"palermo/extract/text"
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
// ("CW-2019-014~2"). Its fingerprint stays: the number is that of the order of
// the rows, which is no mark of a person.
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
}

func (n *Names) taken(key uint64) bool {
	_, ok := n.seen[key]
	return ok
}

func idKey(id string) uint64 {
	sum := sha256.Sum256([]byte(id))
	return binary.BigEndian.Uint64(sum[:])
}

// Digests is the version of what fingerprint, evidence hash, record hash and the
// trace of a finding are taken of. Those of another version can't be held against
// each other.
const Digests = 3

// Loose reports whether a record has no name but its place: a row without a case
// id, which is known by what is read of it.
func Loose(r *source.Record) bool {
	return r.Document != source.Report && strings.TrimSpace(r.CaseID) == ""
}

// stamp sets what a finding is known by from run to run.
func (s *Screener) stamp(f *Finding) {
	f.RecordHash = s.recordHash(f.Reading.Record)
	f.EvidenceHash = evidenceHash(f)
	f.Fingerprint = fingerprint(f)
}

// fingerprint is that of a record under a framework as one kind of finding,
// whatever became of the evidence. Rows that share a case id share it, and are
// told apart by their record hashes.
func fingerprint(f *Finding) string {
	key := f.RecordID
	if Loose(f.Reading.Record) {
		key = f.RecordHash
	}
	return digest(texts(nil, key, f.Assessment.Framework, string(f.Kind)))
}

// recordHash changes with anything that bears on the finding, in whichever order
// the columns stand. A row counter or a time of export bears on none.
func (s *Screener) recordHash(r *source.Record) string {
	var cells []string
	for i := range r.Fields {
		if f := &r.Fields[i]; f.Role == source.RoleNarrative || f.Role == source.RoleFact || s.labels.tellsRole(f) {
			cells = append(cells, string(texts(nil, f.Name, f.Value)))
		}
	}
	slices.Sort(cells)
	var room [2048]byte
	b := texts(room[:0], string(r.Document), r.CaseID, r.Label, r.Date, strconv.Itoa(r.Year), r.Unit)
	return digest(texts(b, cells...))
}

// evidenceHash is a digest of what the evidence says, a dash, and a shorter one
// of what that was taken for. It changes when a fact comes, goes, or is told in
// other words, and not when it stands in another place.
func evidenceHash(f *Finding) string {
	facts := make([]string, len(f.Reading.Evidence))
	for i := range facts {
		facts[i] = said(f.Reading.Record, &f.Reading.Evidence[i])
	}
	slices.Sort(facts)
	var room [4096]byte
	evidence := digest(texts(room[:0], facts...))
	a := &f.Assessment
	taken := digest(texts(room[:0], evidence, string(f.Label), string(a.Class), strconv.FormatBool(a.Undetermined), string(f.Kind)))
	return evidence + "-" + taken[:8]
}

// Said is the part of an evidence hash that tells what the evidence says,
// whatever it was taken for.
func Said(evidenceHash string) string {
	evidence, _, _ := strings.Cut(evidenceHash, "-")
	return evidence
}

// said is one fact: what it is, how it is told, and in which words.
func said(r *source.Record, e *extract.Evidence) string {
	var role source.Role
	if at := e.Span.Field; at >= 0 && at < len(r.Fields) {
		role = r.Fields[at].Role
	}
	var room, folded [256]byte
	b := texts(room[:0], e.Indicator, e.Facet, string(e.Polarity), string(e.Certainty), string(e.Time), string(e.Subject), string(e.Voice), string(role))
	for word := range strings.FieldsSeq(string(text.Fold(folded[:0], e.Quote))) {
		b = texts(b, word)
	}
	return string(b)
}

// texts appends texts, each behind its length, so that no two lists come to the
// same bytes.
func texts(b []byte, list ...string) []byte {
	for _, t := range list {
		b = append(binary.AppendUvarint(b, uint64(len(t))), t...)
	}
	return b
}

// digest is half a SHA-256, 32 hexadecimal digits.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:len(sum)/2])
}
