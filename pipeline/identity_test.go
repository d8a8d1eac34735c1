package pipeline

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"palermo/pipeline/history"
	"palermo/pipeline/history/server"
)

// eachStore runs a test with a store of each kind.
func eachStore(t *testing.T, test func(t *testing.T, where string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "palermo.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, server.Schema(t)) })
}

const threeCases = `case_id,offence,narrative
A-1,smuggling,"The recruiter took her passport, said she owed 9,000 dollars and forced Maria into prostitution. She was 16 years old."
A-2,trafficking,"The migrants paid the smuggler $6,000, crossed the border at night on foot and were let go at the bus station of the town."
A-3,smuggling,"The owner locked the women in the house, beat them and made them work without pay. They were not allowed to go out."
`

// decideAll is a decision on every finding that a run published.
func decideAll(t *testing.T, out string) []history.Decision {
	t.Helper()
	var list []history.Decision
	for _, f := range lines(t, out) {
		list = append(list, decisionOn(f, history.LabelRight))
	}
	return list
}

func decisionOn(finding map[string]any, v history.Verdict) history.Decision {
	return history.Decision{
		Record: finding["record_id"].(string), Fingerprint: finding["fingerprint"].(string), Evidence: finding["evidence_hash"].(string),
		Verdict: v, Reason: "seen the file", Author: "R. Ojeda", Date: "2026-02-28",
	}
}

// forces counts the decisions of a run by their force.
func forces(r *Result) map[history.Force]int {
	counts := map[history.Force]int{}
	for i := range r.Rulings {
		counts[r.Rulings[i].Force]++
	}
	return counts
}

// What the evidence says is what a finding and a decision stand on. Where it
// stands in the file is nothing to either.
func TestWhatAFindingStandsOn(t *testing.T) {
	for _, c := range []struct {
		name          string
		change        func(log string) string
		updated       int64
		lapsed, fresh int // decisions that lapse, texts that are read anew
	}{
		{"an amount and an age", func(log string) string {
			return strings.NewReplacer("9,000", "1,000", "16 years", "12 years").Replace(log)
		}, 1, 1, 1},
		{"an amount", func(log string) string { return strings.Replace(log, "9,000", "1,000", 1) }, 1, 1, 1},
		{"an age", func(log string) string { return strings.Replace(log, "16 years", "12 years", 1) }, 1, 1, 1},
		{"a sentence in front", func(log string) string {
			return strings.Replace(log, "The recruiter", "It was Monday. The recruiter", 1)
		}, 0, 0, 1},
		{"another letter case", func(log string) string { return strings.Replace(log, "The recruiter took", "THE RECRUITER TOOK", 1) }, 0, 0, 1},
		{"a column in front", inFront, 0, 0, 0},
		{"sorted anew", func(log string) string {
			rows := strings.SplitAfter(log, "\n")[:4]
			slices.Reverse(rows[1:])
			return strings.Join(rows, "")
		}, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			eachStore(t, func(t *testing.T, where string) {
				dir := t.TempDir()
				in, out := write(t, dir, "log.csv", threeCases), filepath.Join(dir, "out")
				o := stored(t, where, out, in)
				mustAudit(t, o)
				if _, err := o.Store.AddDecisions(context.Background(), decideAll(t, out)); err != nil {
					t.Fatal(err)
				}
				write(t, dir, "log.csv", c.change(threeCases))
				r := mustAudit(t, o)
				if r.Past.States[history.Updated] != c.updated || r.Past.States[history.Unchanged] != 3-c.updated {
					t.Errorf("%v, want %d updated", r.Past.States, c.updated)
				}
				want := map[history.Force]int{history.InForce: 3 - c.lapsed, history.Lapsed: c.lapsed}
				maps.DeleteFunc(want, func(_ history.Force, n int) bool { return n == 0 })
				if got := forces(r); !maps.Equal(got, want) {
					t.Errorf("decisions %v, want %v", got, want)
				}
				if r.Cached != int64(3-c.fresh) {
					t.Errorf("%d texts were not read again, want %d", r.Cached, 3-c.fresh)
				}
				if r.Past.Changes[history.CauseUnexplained] > 0 {
					t.Errorf("causes %v", r.Past.Changes)
				}
			})
		})
	}
}

// inFront puts a column in front of all others.
func inFront(log string) string {
	rows := strings.Split(strings.TrimSuffix(log, "\n"), "\n")
	for i := range rows {
		rows[i] = "office " + rows[i][:1] + "," + rows[i]
	}
	return strings.Replace(strings.Join(rows, "\n")+"\n", "office c", "remark", 1)
}

// A text that was read in another column gives the reports that reading it anew
// gives, the number of the column included.
func TestAMovedColumnGivesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	where := filepath.Join(dir, "palermo.db")
	in := write(t, dir, "log.csv", threeCases)
	mustAudit(t, stored(t, where, filepath.Join(dir, "out"), in))
	write(t, dir, "log.csv", inFront(threeCases))
	if r := againAnew(t, where, func(*Options) {}, in); r.Cached != 3 {
		t.Errorf("%d texts were not read again", r.Cached)
	}
}

// That the same text stands in another record is nothing that a finding says of
// its own.
func TestARecordOfTheSameTextComesAndGoes(t *testing.T) {
	const text = `The recruiter took her passport, said she owed 9,000 dollars and forced her into prostitution in a house near the port.`
	log := func(ids ...string) string {
		rows := "case_id,offence,narrative\n"
		for _, id := range ids {
			rows += id + `,smuggling,"` + text + "\"\n"
		}
		return rows
	}
	eachStore(t, func(t *testing.T, where string) {
		dir := t.TempDir()
		for _, night := range []struct {
			ids       []string
			unchanged int64
		}{{[]string{"A-1", "A-2"}, 0}, {[]string{"A-2", "A-1"}, 2}, {[]string{"A-2"}, 1}, {[]string{"A-0", "A-2"}, 1}} {
			r := mustAudit(t, stored(t, where, filepath.Join(dir, "out"), write(t, dir, "log.csv", log(night.ids...))))
			if r.Past.States[history.Unchanged] != night.unchanged || r.Past.States[history.Updated] != 0 {
				t.Errorf("%v: %v by %v", night.ids, r.Past.States, r.Past.Changes)
			}
		}
	})
}

// A further framework that is asked for has its name among the causes.
func TestAFurtherFrameworkIsACause(t *testing.T) {
	dir := t.TempDir()
	o := stored(t, filepath.Join(dir, "palermo.db"), filepath.Join(dir, "out"), "../fixtures/casework")
	mustAudit(t, o)
	o.Also = []string{"hstc", "us"}
	r := mustAudit(t, o)
	if r.Past.States[history.Updated] == 0 || r.Past.Changes["framework/us"] != r.Past.States[history.Updated] || r.Past.Changes[history.CauseUnexplained] != 0 {
		t.Errorf("%v by %v", r.Past.States, r.Past.Changes)
	}
}
