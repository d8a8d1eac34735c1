package history

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"palermo/screen"
)

func decided(print, evidence string, v Verdict, author, date, expires string) Decision {
	return Decision{Fingerprint: print, Evidence: evidence, Verdict: v, Reason: "seen", Author: author, Date: date, Expires: expires}
}

func TestADecisionCountsOnItsEvidenceOnly(t *testing.T) {
	day := time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	f := &screen.Finding{Fingerprint: "f", EvidenceHash: "e"}
	for _, test := range []struct {
		name string
		list []Decision
		two  bool
		want []Force
	}{
		{"in force", []Decision{decided("f", "e", Agree, "A", "2026-03-01", "")}, false, []Force{InForce}},
		{"expires tomorrow", []Decision{decided("f", "e", Agree, "A", "2026-03-01", "2026-03-11")}, false, []Force{InForce}},
		{"expires today", []Decision{decided("f", "e", Agree, "A", "2026-03-01", "2026-03-10")}, false, []Force{Expired}},
		{"dated in the future", []Decision{decided("f", "e", Agree, "A", "2026-03-11", "")}, false, []Force{Unused}},
		{"one of today and one of the future", []Decision{decided("f", "e", Agree, "A", "2026-03-10", ""), decided("f", "e", LabelRight, "A", "2031-01-01", "")}, false, []Force{InForce, Unused}},
		{"other evidence", []Decision{decided("f", "d", Agree, "A", "2026-03-01", "")}, false, []Force{Lapsed}},
		{"other finding", []Decision{decided("g", "e", Agree, "A", "2026-03-01", "")}, false, []Force{Unused}},
		{"two that agree", []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", Agree, "B", "2026-03-02", "")}, false, []Force{InForce, InForce}},
		{"two that do not", []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", LabelRight, "B", "2026-03-02", "")}, false, []Force{Conflicting, Conflicting}},
		{"a change of mind", []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", LabelRight, "A", "2026-03-02", "")}, false, []Force{Replaced, InForce}},
		{"taken back", []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", Reopen, "A", "2026-03-02", "")}, false, []Force{Replaced, Replaced}},
		{"one of two persons", []Decision{decided("f", "e", Agree, "A", "2026-03-01", "")}, true, []Force{Waiting}},
		{"one person twice", []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", Agree, "A", "2026-03-02", "")}, true, []Force{Replaced, Waiting}},
		{"one person spelt twice", []Decision{decided("f", "e", Agree, "R. Ojeda", "2026-03-01", ""), decided("f", "e", Agree, " r.  ojeda", "2026-03-02", "")}, true, []Force{Replaced, Waiting}},
		{"two persons", []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", Agree, "B", "2026-03-02", "")}, true, []Force{InForce, InForce}},
	} {
		d := NewDocket(test.list, day, test.two)
		ruling := d.On(f)
		var got []Force
		for _, r := range d.Rulings() {
			got = append(got, r.Force)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		stands := slices.ContainsFunc(got, func(f Force) bool { return f == InForce || f == Waiting || f == Conflicting })
		if (ruling != nil) != stands {
			t.Errorf("%s: ruling %v", test.name, ruling)
		}
	}
}

// Everybody who decided about a finding is named with it.
func TestOthersAreNamed(t *testing.T) {
	a, b := decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", BothCrimes, "B", "2026-03-02", "")
	d := NewDocket([]Decision{b, a}, time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), true)
	r := d.On(&screen.Finding{Fingerprint: "f", EvidenceHash: "e"})
	if diff := cmp.Diff(&Ruling{Decision: a, Force: Conflicting, Others: []Decision{b}}, r); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Rows that share a case id share the fingerprint. A decision stands on one of
// them: the one that it names, or the first of its evidence.
func TestADecisionStandsOnOneRow(t *testing.T) {
	of := func(record string, d Decision) Decision {
		d.RecordHash = record
		return d
	}
	eva, ana := &screen.Finding{Fingerprint: "f", EvidenceHash: "e", RecordHash: "eva"}, &screen.Finding{Fingerprint: "f", EvidenceHash: "e", RecordHash: "ana"}
	other := &screen.Finding{Fingerprint: "f", EvidenceHash: "other", RecordHash: "other"}
	agree, right := decided("f", "e", Agree, "A", "2026-03-01", ""), decided("f", "e", LabelRight, "A", "2026-03-02", "")
	for _, test := range []struct {
		name string
		list []Decision
		rows []*screen.Finding
		on   int // the row that has a decision, -1 for none
		want []Force
	}{
		{"the row it names", []Decision{of("ana", agree)}, []*screen.Finding{eva, ana}, 1, []Force{InForce}},
		{"its row is gone", []Decision{of("ana", agree)}, []*screen.Finding{eva, other}, -1, []Force{Unused}},
		{"the row of its evidence", []Decision{agree}, []*screen.Finding{other, ana}, 1, []Force{InForce}},
		{"two rows of its evidence", []Decision{agree}, []*screen.Finding{ana, eva}, 0, []Force{InForce}},
		{"one row and then another of its evidence", []Decision{agree}, []*screen.Finding{other, ana, other}, 1, []Force{InForce}},
		{"a later one that names the row", []Decision{agree, of("ana", right)}, []*screen.Finding{ana}, 0, []Force{Replaced, InForce}},
		{"taken back by name", []Decision{agree, of("ana", decided("f", "e", Reopen, "A", "2026-03-02", ""))}, []*screen.Finding{ana}, -1, []Force{Replaced, Replaced}},
	} {
		d := NewDocket(test.list, time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), false)
		on := -1
		for i, f := range test.rows {
			if d.On(f) != nil {
				if on >= 0 {
					t.Errorf("%s: it stands on row %d and on row %d", test.name, on, i)
				}
				on = i
			}
		}
		var got []Force
		for _, r := range d.Rulings() {
			got = append(got, r.Force)
		}
		if diff := cmp.Diff(test.want, got); diff != "" || on != test.on {
			t.Errorf("%s: on row %d, want %d (-want +got):\n%s", test.name, on, test.on, diff)
		}
	}
}

// A decision is news unless its author said the same last.
func TestWhichDecisionsAreNews(t *testing.T) {
	agree := func(day string) Decision { return decided("f", "e", Agree, "A", day, "") }
	right := func(day string) Decision { return decided("f", "e", LabelRight, "A", day, "") }
	with := func(d Decision, change func(*Decision)) Decision {
		change(&d)
		return d
	}
	for _, test := range []struct {
		name        string
		known, list []Decision
		want        int
	}{
		{"the first", nil, []Decision{agree("2026-03-01")}, 1},
		{"twice in one list", nil, []Decision{agree("2026-03-01"), agree("2026-03-01")}, 1},
		{"the same again", []Decision{agree("2026-03-01")}, []Decision{agree("2026-03-02")}, 0},
		{"renewed", []Decision{decided("f", "e", Agree, "A", "2026-03-01", "2026-03-20")}, []Decision{decided("f", "e", Agree, "A", "2026-03-21", "2027-03-21")}, 1},
		{"another reason", []Decision{agree("2026-03-01")}, []Decision{with(agree("2026-03-02"), func(d *Decision) { d.Reason = "heard" })}, 1},
		{"other evidence", []Decision{agree("2026-03-01")}, []Decision{decided("f", "e2", Agree, "A", "2026-03-02", "")}, 1},
		{"another person", []Decision{agree("2026-03-01")}, []Decision{decided("f", "e", Agree, "B", "2026-03-02", "")}, 1},
		{"another spelling of the person", []Decision{agree("2026-03-01")}, []Decision{decided("f", "e", Agree, " a", "2026-03-02", "")}, 0},
		{"another row of the case", []Decision{agree("2026-03-01")}, []Decision{with(agree("2026-03-01"), func(d *Decision) { d.RecordHash = "eva" })}, 1},
		{"back to an earlier one", []Decision{agree("2026-03-01"), right("2026-03-02")}, []Decision{agree("2026-03-03")}, 1},
		{"back to an earlier one on the same day", []Decision{agree("2026-03-01"), right("2026-03-01")}, []Decision{agree("2026-03-01")}, 1},
		{"taken back, and again", []Decision{agree("2026-03-01"), decided("f", "e", Reopen, "A", "2026-03-01", "")}, []Decision{agree("2026-03-01")}, 1},
		{"a file of days", nil, []Decision{agree("2026-03-01"), right("2026-03-02"), agree("2026-03-03")}, 3},
		{"a file of days again", []Decision{agree("2026-03-01"), right("2026-03-02"), agree("2026-03-03")}, []Decision{agree("2026-03-01"), right("2026-03-02"), agree("2026-03-03")}, 0},
		{"a file of one day again", []Decision{agree("2026-03-01"), right("2026-03-01"), agree("2026-03-01")}, []Decision{agree("2026-03-01"), right("2026-03-01"), agree("2026-03-01")}, 0},
		{"a file that was gone on with", []Decision{agree("2026-03-01")}, []Decision{agree("2026-03-01"), right("2026-03-01")}, 1},
		{"an old file", []Decision{agree("2026-03-01"), right("2026-03-02")}, []Decision{agree("2026-03-01")}, 0},
	} {
		if got := news(test.known, test.list); len(got) != test.want {
			t.Errorf("%s: %d, want %d: %+v", test.name, len(got), test.want, got)
		}
	}
}

func TestAFileOfDecisionsIsReadAsItIsWritten(t *testing.T) {
	name := filepath.Join(t.TempDir(), "decisions.yaml")
	want := &DecisionFile{TwoPersons: true}
	for i, odd := range []string{"1e5", "010", "true", "null", "- x", "a: b", "#1", "0x1f", `"quoted"`, "it's", "2026-03-01", "line\nbreak", "ñandú", "1_000", "~"} {
		d := Decision{Record: odd, Fingerprint: "123456e7" + strings.Repeat("0", i), RecordHash: "0e1", Evidence: "00123", Finding: "consistent", Verdict: Agree, Reason: odd, Author: odd, Date: "2026-03-01"}
		if want.Add([]Decision{d, d}) != 1 {
			t.Fatal("a decision was added twice")
		}
	}
	data, err := FormatDecisions(want)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadDecisions(name, "2026-03-10")
	if err != nil {
		t.Fatal(err)
	}
	for i := range got.Decisions {
		if !strings.HasPrefix(got.Decisions[i].Place, name+":") {
			t.Errorf("place %s", got.Decisions[i].Place)
		}
		got.Decisions[i].Place = ""
	}
	got.SHA256 = ""
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, data)
	}
}

func TestEveryMistakeInAFileOfDecisionsIsTold(t *testing.T) {
	name := filepath.Join(t.TempDir(), "decisions.yaml")
	text := `version: 1
decisions:
  - {fingerprint: "f", evidence: "e", decision: agre, reason: "r", author: "A", date: "2026-03-01"}
  - {fingerprint: "f", evidence: "e", decision: agree, author: "A", date: "1 March", expires: "2026-01-01"}
  - {fingerprint: "f", evidence: "e", decision: agree, reason: "r", author: "A", date: "2026-03-11"}
  - {fingerprint: "f", evidence: "e", decision: agree, reason: "r", author: "A", date: "2026-03-09", expires: "2026-03-09"}
`
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := ReadDecisions(name, "2026-03-10")
	for _, want := range []string{"line 3", `"agree"`, "reason", "is no date", "line 5", "a decision of 2026-03-11 is dated in the future: today is 2026-03-10", "line 6", "expires on 2026-03-09 never counts"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not told: %v", want, err)
		}
	}
}

func TestDecisionsInAStore(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		ctx := context.Background()
		list := []Decision{decided("f", "e", Agree, "A", "2026-03-01", ""), decided("g", "e", Agree, "A", "2026-03-01", "2026-04-01")}
		if n, err := s.AddDecisions(ctx, list); n != 2 || err != nil {
			t.Fatal(n, err)
		}
		if n, err := s.AddDecisions(ctx, list); n != 0 || err != nil {
			t.Errorf("the same again: %d new, %v", n, err)
		}
		renewed := []Decision{decided("g", "e", Agree, "A", "2026-04-01", "2027-04-01")}
		if n, err := s.AddDecisions(ctx, renewed); n != 1 || err != nil {
			t.Errorf("renewed: %d new, %v", n, err)
		}
		got, err := s.Decisions(ctx)
		if err != nil || len(got) != 3 || got[2].Expires != "2027-04-01" || got[1].Place != "store:2" || got[1].Expires != "2026-04-01" {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := s.db.Exec(`UPDATE decisions SET facts = replace(facts, 'seen', 'said')`); err != nil {
			t.Fatal(err)
		}
		if p, err := s.Verify(ctx, ""); err != nil || len(p.Broken) != 3 {
			t.Errorf("changed decisions: %+v, %v", p, err)
		}
	})
}
