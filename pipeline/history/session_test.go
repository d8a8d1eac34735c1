package history

import (
	"context"
	"errors"
	"strings"
	"testing"

	"palermo/pipeline/history/hold"
	"palermo/pipeline/history/server"
	"palermo/screen"
)

var (
	a  = row{id: "A-1", text: "They took her passport.", kind: "consistent", evidence: "a", language: "en"}
	b  = row{id: "B-1", text: "He paid and was let go.", kind: "unlabelled", evidence: "b", language: "es"}
	b2 = row{id: "B-1", text: "The second man of the same case.", kind: "unlabelled", evidence: "b2", language: "es"}
	x  = row{text: "A row without an id.", kind: "consistent", evidence: "x", language: "en"}
	y  = row{text: "Another row without one.", kind: "consistent", evidence: "y", language: "en"}
)

func (r row) with(change func(*row)) row {
	change(&r)
	return r
}

func TestStatesAndCauses(t *testing.T) {
	edited := a.with(func(r *row) { r.text, r.evidence = "They took her passport away.", "a2" })
	harmless := a.with(func(r *row) { r.text = "They took her passport. Page 2." })
	other := a.with(func(r *row) { r.evidence = "a2" })
	flipped := a.with(func(r *row) { r.kind, r.evidence = "mislabelled_as_smuggling", "a2" })
	decided := a.with(func(r *row) { r.kind = "label_not_supported" })
	again := b.with(func(r *row) { r.flags = []screen.Flag{screen.PossibleDuplicate} })
	base := rules("pack/en=1", "pack/es=1", "framework/un=1", "taxonomy=1")
	more := rules("pack/en=1", "pack/es=1", "framework/un=1", "taxonomy=1")
	more.Inputs = "other"
	for _, test := range []struct {
		name          string
		first, second night
		want          string
	}{
		{"nothing", night{[]row{a, b}, base}, night{[]row{a, b}, base}, "unchanged, unchanged"},
		{"sorted anew", night{[]row{a, b, x, y}, base}, night{[]row{y, b, x, a}, base}, "unchanged, unchanged, unchanged, unchanged"},
		{"two rows of one case, sorted anew", night{[]row{b, b2}, base}, night{[]row{b2, b}, base}, "unchanged, unchanged"},
		{"a row put before another of its case", night{[]row{b}, base}, night{[]row{b2, b}, rules("pack/en=1", "pack/es=1", "framework/un=1", "taxonomy=1", "new")}, "updated by data, unchanged"},
		{"added", night{[]row{a}, base}, night{[]row{b, a}, base}, "new by data, unchanged"},
		{"text without bearing", night{[]row{a}, base}, night{[]row{harmless}, base}, "unchanged"},
		{"edited", night{[]row{a}, base}, night{[]row{edited}, Basis{Inputs: "other", Rules: base.Rules, Program: base.Program}}, "updated by data"},
		{"a pack", night{[]row{a}, base}, night{[]row{other}, rules("pack/en=2", "pack/es=2", "framework/un=2", "taxonomy=1")}, "updated by pack/en"},
		{"a pack flips", night{[]row{a}, base}, night{[]row{flipped}, rules("pack/en=2", "pack/es=1", "framework/un=1", "taxonomy=1")}, "new was consistent by pack/en"},
		{"a framework flips", night{[]row{a}, base}, night{[]row{decided}, rules("pack/en=2", "pack/es=1", "framework/un=2", "taxonomy=1")}, "new was consistent by framework/un"},
		{"a plan", night{[]row{a}, base}, night{[]row{decided}, Basis{Plan: "2", Inputs: base.Inputs, Rules: base.Rules, Program: base.Program}}, "new was consistent by plan"},
		{"the first of two of one text goes", night{[]row{a, again}, base}, night{[]row{b}, more}, "unchanged"},
		{"a column that is not read", night{[]row{a}, base}, night{[]row{other}, more}, "updated by data"},
		{"a further framework", night{[]row{a}, base}, night{[]row{decided}, rules("pack/en=1", "pack/es=1", "framework/un=1", "framework/mx=1", "taxonomy=1")}, "new was consistent by framework/mx"},
		{"taken for something else", night{[]row{a.with(func(r *row) { r.evidence = "a-1" })}, base}, night{[]row{a.with(func(r *row) { r.evidence = "a-2" })}, rules("pack/en=2", "pack/es=1", "framework/un=2", "taxonomy=1")}, "updated by framework/un"},
		{"no cause", night{[]row{a}, base}, night{[]row{other}, base}, "updated by unexplained"},
	} {
		t.Run(test.name, func(t *testing.T) {
			eachStore(t, func(t *testing.T, where string) {
				s := created(t, where)
				if first, _ := play(t, s, test.first); !strings.HasPrefix(told(first), "new") {
					t.Errorf("first night: %s", told(first))
				}
				if second, _ := play(t, s, test.second); told(second) != test.want {
					t.Errorf("second night: %s, want %s", told(second), test.want)
				}
				third, run := play(t, s, test.second)
				if strings.Trim(told(third), "unchaged, ") != "" || run.States[Absent] != 0 {
					t.Errorf("third night, the same again: %s, %v", told(third), run.States)
				}
			})
		})
	}
}

func TestDiffFindsWhatComesAndGoes(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		ctx := context.Background()
		_, one := play(t, s, night{[]row{a, b}, rules("1")})
		_, two := play(t, s, night{[]row{a, x}, rules("2")})
		_, three := play(t, s, night{[]row{a.with(func(r *row) { r.kind, r.text = "unlabelled", "other" }), x, b}, rules("3")})
		if two.States[Absent] != 1 || two.Changes[CauseData] != 2 {
			t.Errorf("second night: %v %v", two.States, two.Changes)
		}
		for _, test := range []struct {
			before, after *Run
			want          string
		}{
			{&one, &one, ""},
			{&one, &two, "B-1 absent by data, cases.csv:3 new by data"},
			{&one, &three, "A-1 new by data flip, B-1 absent by data, B-1 new by data, cases.csv:3 new by data"},
			{&three, &two, "A-1 new by data flip, B-1 absent by data"},
		} {
			list, err := s.Diff(ctx, test.before, test.after, true)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range list {
				word := d.RecordID() + " " + string(d.State) + " by " + strings.Join(d.Causes, "+")
				if d.Flip() {
					word += " flip"
				}
				got = append(got, word)
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("diff %d %d: %s, want %s", test.before.ID, test.after.ID, strings.Join(got, ", "), test.want)
			}
		}
	})
}

func TestWhatCouldNotBeReadHidesWhatStandsInIt(t *testing.T) {
	unread := map[string]UnreadFile{"logs/north": {Rows: 1, Cut: true}, "a.zip": {Rows: 1, Cut: true}, "logs/south": {Rows: 1}}
	for file, want := range map[string]bool{
		"logs/north": true, "logs/north/2019/cases.csv": true, "a.zip/cases.csv": true,
		"logs/cases.csv": false, "logs/south/cases.csv": false, "logs/north.csv": false, "/cases.csv": false, "": false,
	} {
		if got := unreadOf(unread, file).Cut; got != want {
			t.Errorf("%q may stand in what was not read: %t", file, got)
		}
	}
}

func TestASessionThatDoesNotCommitLeavesNothing(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		ctx := context.Background()
		play(t, s, night{[]row{a}, rules("1")})
		session, err := s.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		var gone []Gone
		err = errors.Join(session.Recall(ctx), session.Absent(ctx, map[string]UnreadFile{"cases.csv": {Rows: 1}}, func(g *Gone) error {
			gone = append(gone, *g)
			return nil
		}), session.Prepare(ctx, "manifest"))
		if err != nil {
			t.Fatal(err)
		}
		if len(gone) != 1 || gone[0].RecordID != "A-1" || gone[0].Cause != CauseUnread || gone[0].Since != 1 || gone[0].Evidence != "a" {
			t.Errorf("gone: %+v", gone)
		}
		if session.Run().Changes[CauseUnread] != 1 {
			t.Errorf("a record of a file that could not be read is gone by %v", session.Run().Changes)
		}
		session.Close()
		if last, err := s.Last(ctx, "test"); err != nil || last.ID != 1 {
			t.Errorf("last run %v, %v", last, err)
		}
		if marks, _ := play(t, s, night{[]row{a}, rules("1")}); told(marks) != "unchanged" {
			t.Errorf("then %s", told(marks))
		}
	})
}

func TestASeriesIsHeldByOneRun(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s, other := created(t, where), created(t, where)
		ctx := context.Background()
		first, err := s.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		_, err = other.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if !errors.Is(err, hold.ErrBusy) || !strings.Contains(err.Error(), "process ") {
			t.Errorf("got %v", err)
		}
		if second, err := other.Begin(ctx, Run{Series: "another"}, hold.Claim{}); err != nil {
			t.Errorf("another series: %v", err)
		} else {
			second.Close()
		}
		first.Close()
		again, err := other.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		again.Close()
	})
}

// Schemas of one database hold stores that know nothing of each other.
func TestStoresOfOneServerAreHeldApart(t *testing.T) {
	for range 2 {
		session, err := created(t, server.Schema(t)).Begin(context.Background(), Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		defer session.Close()
	}
}
