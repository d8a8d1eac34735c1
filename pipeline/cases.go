package pipeline

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"palermo/pipeline/source"
	"palermo/screen"
)

// The records of one case stand anywhere in the input, so cases are put
// together when everything has been read. Memory must stay flat until then:
// the findings wait in a temporary file, and only a small entry for each stays
// in memory.

// caseEntry is one record of some case.
type caseEntry struct {
	key    uint64 // hash of the case id; equal ids are told from equal hashes when they are read back
	offset int64  // in the temporary file
	report bool
	class  uint8 // index into screen.Classes
	kind   uint8 // index into screen.Kinds
}

// cases puts together the records of every case.
type cases struct {
	file    *os.File
	buffer  *bufio.Writer
	written int64
	seed    maphash.Seed
	buckets [caseBuckets][]caseEntry // by the top of the key, so that none has to be moved often when it grows
	reports int
}

const caseBuckets = 256

// newCases opens the temporary file, which only its owner may read and which
// is gone as soon as it is closed, even by a crash where the system allows it.
func newCases() (*cases, error) {
	f, err := os.CreateTemp("", "palermo-cases-")
	if err != nil {
		return nil, fmt.Errorf("make temporary file: %w", err)
	}
	_ = os.Remove(f.Name()) // fails on systems that keep open files; close tries again
	return &cases{file: f, buffer: bufio.NewWriterSize(f, 1<<18), seed: maphash.MakeSeed()}, nil
}

func (c *cases) close() {
	_ = c.file.Close()
	_ = os.Remove(c.file.Name())
}

// add notes a finding that belongs to a case.
func (c *cases) add(f *screen.Finding) error {
	id := caseKey(f.Reading.Record.CaseID)
	if id == "" {
		return nil
	}
	data, err := json.Marshal(withoutText(f))
	if err != nil {
		return err
	}
	isReport := f.Reading.Record.Document == source.Report
	if isReport {
		c.reports++
	}
	key := maphash.String(c.seed, id)
	bucket := &c.buckets[key%caseBuckets]
	*bucket = append(*bucket, caseEntry{
		key: key, offset: c.written, report: isReport,
		class: uint8(slices.Index(screen.Classes(), f.Assessment.Class)),
		kind:  uint8(slices.Index(screen.Kinds(), f.Kind)),
	})
	c.written += int64(len(data)) + 1
	if _, err := c.buffer.Write(append(data, '\n')); err != nil {
		return fmt.Errorf("write temporary file: %w", err)
	}
	return nil
}

// caseKey makes case ids comparable: sources write the same id with other
// cases, blanks and separators. Between two digits it matters that something
// parts them, though not what: 1-12 is another case than 11-2.
func caseKey(id string) string {
	key := make([]rune, 0, len(id))
	parted := false
	for _, r := range strings.ToUpper(id) {
		if strings.ContainsRune(" \t-_/.#", r) {
			parted = true
			continue
		}
		if parted && len(key) > 0 && unicode.IsDigit(key[len(key)-1]) && unicode.IsDigit(r) {
			key = append(key, '-')
		}
		key, parted = append(key, r), false
	}
	return string(key)
}

// withoutText copies what Reconcile needs of a finding: its facts without their
// words, and what they came to.
func withoutText(f *screen.Finding) *screen.Finding {
	rec := f.Reading.Record
	out := &screen.Finding{RecordID: f.RecordID, Label: f.Label, Kind: f.Kind}
	out.Reading.Record = &source.Record{CaseID: rec.CaseID, Document: rec.Document}
	out.Reading.Coverage, out.Assessment.Class = f.Reading.Coverage, f.Assessment.Class
	out.Reading.Evidence = slices.Clone(f.Reading.Evidence)
	for i := range out.Reading.Evidence {
		e := &out.Reading.Evidence[i]
		e.Quote, e.Cues = "", slices.Clone(e.Cues)
		for j := range e.Cues {
			e.Cues[j].Quote = ""
		}
	}
	return out
}

// reconcile puts the cases together. Listed, in the order in which they first
// stand in the input, are cases with more than one document, reports without a
// log row, and, where the run has reports at all, rows without one; the others
// are only counted.
func (c *cases) reconcile(ctx context.Context, s *screen.Screener, emit func(*screen.Case, bool) error) error {
	if err := c.buffer.Flush(); err != nil {
		return fmt.Errorf("write temporary file: %w", err)
	}
	listed, err := c.sort(emit)
	if err != nil {
		return err
	}
	for _, group := range listed {
		if err := ctx.Err(); err != nil {
			return err
		}
		docs, err := c.read(ctx, group)
		if err != nil {
			return err
		}
		for _, same := range byCaseID(docs) {
			reconciled := s.Reconcile(same)
			if err := emit(&reconciled, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// sort brings the entries of each case together. It hands on the cases that are
// only counted and returns the others.
func (c *cases) sort(count func(*screen.Case, bool) error) ([][]caseEntry, error) {
	var listed [][]caseEntry
	for _, entries := range c.buckets {
		slices.SortFunc(entries, func(a, b caseEntry) int {
			return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.offset, b.offset))
		})
		for from, to := 0, 0; from < len(entries); from = to {
			for to = from + 1; to < len(entries) && entries[to].key == entries[from].key; to++ {
			}
			if to-from > 1 || c.reports > 0 {
				listed = append(listed, entries[from:to])
			} else if err := count(entries[from].rowAlone(), false); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(listed, func(a, b []caseEntry) int { return cmp.Compare(a[0].offset, b[0].offset) })
	return listed, nil
}

// rowAlone is the case of a log row that nothing else in the run speaks of, as
// far as it is needed for counting.
func (e caseEntry) rowAlone() *screen.Case {
	return &screen.Case{
		Rows: 1, State: screen.CaseRowOnly,
		Class: screen.Classes()[e.class], Kind: screen.Kinds()[e.kind],
	}
}

// read fetches the findings of a group from the temporary file.
func (c *cases) read(ctx context.Context, group []caseEntry) ([]*screen.Finding, error) {
	var docs []*screen.Finding
	for _, e := range group {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f := new(screen.Finding)
		section := io.NewSectionReader(c.file, e.offset, c.written-e.offset)
		if err := json.NewDecoder(section).Decode(f); err != nil {
			return nil, fmt.Errorf("read temporary file: %w", err)
		}
		docs = append(docs, f)
	}
	return docs, nil
}

// byCaseID parts findings whose ids differ although their hashes are equal.
func byCaseID(docs []*screen.Finding) [][]*screen.Finding {
	var groups [][]*screen.Finding
next:
	for _, d := range docs {
		for i, g := range groups {
			if caseKey(g[0].Reading.Record.CaseID) == caseKey(d.Reading.Record.CaseID) {
				groups[i] = append(g, d)
				continue next
			}
		}
		groups = append(groups, []*screen.Finding{d})
	}
	return groups
}
