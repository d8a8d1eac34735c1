package history

import (
	"context"
	"strings"
	"testing"
)

// A store of runs that took their digests otherwise: the first night finds every
// record again, says that the program changed, and lays nothing to the data but
// what was edited. Everything else is as ever from then on.
func TestTheFirstNightWithOtherDigests(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		ctx := context.Background()
		_, one := play(t, s, night{[]row{a, b, x, y}, rules("pack/en=1")})
		asFormerly(t, s, a, b, x, y)

		now := rules("pack/en=1")
		now.Inputs, now.Digests = "edited", 2
		edited := b.with(func(r *row) { r.text = "He paid and was let go at noon." })
		marks, two := play(t, s, night{[]row{y, edited, x, a}, now})
		const want = "updated by program, updated by data+program, updated by program, updated by program"
		if told(marks) != want || two.States[Absent] != 0 {
			t.Errorf("first night: %s, want %s; %v", told(marks), want, two.States)
		}
		list, err := s.Diff(ctx, &one, &two, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range list {
			if strings.Join(d.Causes, "+") != "program" {
				t.Errorf("diff: %s is changed by %v", d.RecordID(), d.Causes)
			}
		}
		if marks, _ := play(t, s, night{[]row{y, edited, x, a}, now}); strings.Trim(told(marks), "unchaged, ") != "" {
			t.Errorf("second night: %s", told(marks))
		}
	})
}

// asFormerly puts what earlier versions kept of rows into a store.
func asFormerly(t *testing.T, s *Store, rows ...row) {
	t.Helper()
	for i, r := range rows {
		f := r.finding(i + 2)
		_, err := s.db.Exec(s.q(`UPDATE findings SET content = ?, evidence_hash = 'former', look = 1 WHERE record_id = ?`), formerContent(f.Reading.Record), f.RecordID)
		if err != nil {
			t.Fatal(err)
		}
	}
}
