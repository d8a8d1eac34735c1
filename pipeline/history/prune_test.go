package history

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"palermo/pipeline/history/hold"
)

func TestKeepChoosesTheLastOfEachDayAndMonth(t *testing.T) {
	var runs []Run
	for i := range 100 { // two runs a day from 1 January on
		runs = append(runs, Run{ID: int64(i + 1), Finished: time.Date(2026, 1, 1+i/2, 3+i%2, 0, 0, 0, time.UTC)})
	}
	got := Keep{Daily: 3, Monthly: 2}.choose(runs)
	if want := []int64{62, 96, 98, 100}; !slices.Equal(got, want) {
		t.Errorf("kept %v, want %v", got, want)
	}
	if got := (Keep{}).choose(runs); !slices.Equal(got, []int64{100}) {
		t.Errorf("kept %v, want the last run in any case", got)
	}
}

// What the runs that are kept show is the same before and after a prune, and the
// store can still be checked.
func TestPruneKeepsWhatTheOtherRunsShow(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		ctx := context.Background()
		for n := range 8 {
			rows := []row{a, b.with(func(r *row) { r.evidence = fmt.Sprint(n) })}
			if n%3 == 0 {
				rows = append(rows, x)
			}
			play(t, s, night{rows, rules(fmt.Sprint(n))})
		}
		first, last := runs(t, s)[0], runs(t, s)[7]
		if _, err := s.db.Exec(s.q(`UPDATE runs SET facts = facts WHERE id = ?`), 1); err != nil {
			t.Fatal(err)
		}
		before := shown(t, s, &first, &last)
		one, err := s.Prune(ctx, "test", Keep{Daily: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(one.Removed) != 7 || one.Versions < 6 {
			t.Errorf("removed %v and %d versions", one.Removed, one.Versions)
		}
		if left := runs(t, s); len(left) != 1 || left[0].ID != 8 {
			t.Errorf("left %v", left)
		}
		play(t, s, night{[]row{a}, rules("later")})
		intact(t, s, 1)
		if again, err := s.Prune(ctx, "test", Keep{Daily: 1}); err != nil || len(again.Removed) != 1 {
			t.Errorf("again: %+v, %v", again, err)
		}
		if p, err := s.Verify(ctx, ""); err != nil || len(p.Broken) > 0 {
			t.Errorf("after two prunes: %+v, %v", p, err)
		}
		if !strings.Contains(before, "B-1") {
			t.Errorf("between the first and the last run: %s", before)
		}
	})
}

// A series that was removed is gone, and one of its name begins anew; the store can
// be checked before and after.
func TestRemoveASeries(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s, ctx := created(t, where), context.Background()
		check := func(when string, runs int64) {
			t.Helper()
			if p, err := s.Verify(ctx, ""); err != nil || len(p.Broken) > 0 || p.Runs != runs {
				t.Errorf("%s: %+v, %v", when, p, err)
			}
		}
		play(t, s, night{[]row{a, b}, rules("1")})
		play(t, s, night{[]row{a}, rules("2")})
		session, err := s.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Remove(ctx, "test", hold.Claim{}); !errors.Is(err, hold.ErrBusy) {
			t.Errorf("during a run: %v", err)
		}
		session.Close()
		p, err := s.Remove(ctx, "test", hold.Claim{})
		if err != nil || len(p.Removed) != 2 || p.Versions != 2 {
			t.Errorf("%+v, %v", p, err)
		}
		check("removed", 0)
		if left := runs(t, s); len(left) > 0 {
			t.Errorf("left %v", left)
		}
		for n := range 3 {
			if marks, run := play(t, s, night{[]row{a}, rules("1", fmt.Sprint(n))}); run.ID != int64(n)+1 || n == 0 && marks[0].State != New {
				t.Errorf("run %d: %v", run.ID, marks)
			}
		}
		check("begun anew", 3)
		if _, err := s.Prune(ctx, "test", Keep{Daily: 1}); err != nil {
			t.Fatal(err)
		}
		check("pruned", 0)
		if _, err := s.db.Exec(s.q(`DELETE FROM runs WHERE id = ?`), 3); err != nil {
			t.Fatal(err)
		}
		if p, err := s.Verify(ctx, ""); err != nil || len(p.Broken) == 0 {
			t.Errorf("a run is missing: %+v, %v", p, err)
		}
	})
}

func runs(t *testing.T, s *Store) []Run {
	t.Helper()
	list, err := s.Runs(context.Background(), "test")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func shown(t *testing.T, s *Store, before, after *Run) string {
	t.Helper()
	list, err := s.Diff(context.Background(), before, after, false)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range list {
		names = append(names, d.RecordID())
	}
	return strings.Join(names, " ")
}

func TestVerifyFindsWhatWasChanged(t *testing.T) {
	for what, change := range map[string]string{
		"a finding":          `UPDATE findings SET kind = 'unlabelled' WHERE id = 1`,
		"a finding that was": `UPDATE findings SET look = look + 1 WHERE to_run > 0`,
		"an end":             `UPDATE findings SET to_run = 0 WHERE to_run > 0`,
		"a finding less":     `DELETE FROM findings WHERE id = 1`,
		"a run":              `UPDATE runs SET facts = replace(facts, 'palermo test', 'palermo best') WHERE id = 2`,
		"a run less":         `DELETE FROM runs WHERE id = 2`,
		"the last entry":     `DELETE FROM chain WHERE seq = 3`,
		"an entry":           `DELETE FROM chain WHERE seq = 2`,
		"a digest":           `UPDATE chain SET digest = 'x' WHERE seq = 1`,
	} {
		t.Run(what, func(t *testing.T) {
			eachStore(t, func(t *testing.T, where string) {
				s := created(t, where)
				ctx := context.Background()
				for n := range 3 {
					play(t, s, night{[]row{a, b.with(func(r *row) { r.evidence = fmt.Sprint(n) })}, rules(fmt.Sprint(n))})
				}
				p, err := s.Verify(ctx, "")
				if err != nil || len(p.Broken) > 0 || p.Entries != 3 || p.Runs != 3 || p.Versions != 4 {
					t.Fatalf("unchanged: %+v, %v", p, err)
				}
				if _, err := s.db.Exec(change); err != nil {
					t.Fatal(err)
				}
				if p, err := s.Verify(ctx, p.Head); err != nil || len(p.Broken) == 0 {
					t.Errorf("%+v, %v", p, err)
				}
			})
		})
	}
}
