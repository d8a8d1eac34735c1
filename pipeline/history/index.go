package history

import (
	"context"
	"slices"

	"palermo/screen"
)

// index holds what stood in the last run: one small entry for each finding,
// since there may be millions.
type index struct {
	entries   []entry
	byID      map[int64]int32 // by digest of the record id
	byContent map[spot]int32  // the first of those that are alike
	files     []string
}

// spot is where a record that has no id of its own is looked for.
type spot struct{ family, content int64 }

type entry struct {
	row, subject, first     int64
	content, look, evidence int64
	next                    int32 // another of the same family and content, -1 for none
	file                    int32
	kind                    uint8 // index into screen.Kinds
	seen                    bool  // a record of this run is this one
	quoted                  bool  // its quotes are kept
	claim                   int64 // the version by which it was replaced because its id was the same, 0 for none
}

// load reads the findings that stand in a series.
func (s *Store) load(ctx context.Context, series Series) (*index, error) {
	x := &index{byID: map[int64]int32{}, byContent: map[spot]int32{}}
	rows, err := s.db.QueryContext(ctx, s.q(`SELECT id, subject, first_run, record_id, source_file, family, content, look, evidence_hash, kind,
		CASE WHEN EXISTS (SELECT 1 FROM quotes WHERE finding = findings.id) THEN 1 ELSE 0 END
		FROM findings WHERE series = ? AND to_run = 0 ORDER BY id`), string(series))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	kinds, files := screen.Kinds(), map[string]int32{}
	for rows.Next() {
		var e entry
		var family int64
		var id, file, evidence, kind string
		if err := rows.Scan(&e.row, &e.subject, &e.first, &id, &file, &family, &e.content, &e.look, &evidence, &kind, &e.quoted); err != nil {
			return nil, err
		}
		e.evidence, e.kind = sumOf(screen.Said(evidence)), uint8(slices.Index(kinds, screen.Kind(kind)))
		e.file = x.fileNumber(files, file)
		x.add(e, sumOf(id), family)
	}
	return x, rows.Err()
}

func (x *index) fileNumber(known map[string]int32, file string) int32 {
	n, ok := known[file]
	if !ok {
		n = int32(len(x.files))
		known[file] = n
		x.files = append(x.files, file)
	}
	return n
}

func (x *index) add(e entry, id, family int64) {
	at, place := int32(len(x.entries)), spot{family, e.content}
	e.next = -1
	if first, ok := x.byContent[place]; ok {
		e.next = first
	}
	x.byContent[place], x.byID[id] = at, at
	x.entries = append(x.entries, e)
}

// match finds what stood in the last run for a record of this one: the same id
// with the same content, else the same content in the family, else the same id
// with other content. Rows may be sorted anew, so content goes before the
// number that tells two rows of one case apart.
func (x *index) match(id string, t Trace) (e *entry, byContent bool) {
	at, ok := x.byID[sumOf(id)]
	if ok && !t.Loose {
		e = &x.entries[at]
	}
	if e != nil && !e.seen && e.content == t.Content {
		return e, true
	}
	for at, ok := x.byContent[spot{t.Family, t.Content}]; ok && at >= 0; at = x.entries[at].next {
		if same := &x.entries[at]; !same.seen {
			return same, true
		}
	}
	if e != nil && !e.seen && e.claim == 0 {
		return e, false
	}
	return nil, false
}
