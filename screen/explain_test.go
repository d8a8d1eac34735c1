package screen

import (
	"slices"
	"testing"

	"palermo/extract"
)

// TestChanges checks the smallest change: what has to be found out so that a
// smuggled woman in a brothel reads as trafficked as well.
func TestChanges(t *testing.T) {
	tests := []struct {
		told string
		want Class
		size int
	}{
		{"illegal_entry/told non_national commercial_sex_adult victim_adult", SmugglingAndTrafficking, 1},
		{"non_national border_crossing illegal_entry smuggling_fee", SmugglingAndTrafficking, 2},
		{"non_national border_crossing illegal_entry smuggling_fee", AggravatedSmuggling, 1},
		{"forced_labour/compelled", InsufficientInformation, 1},
		{"", Trafficking, 2},
	}
	fw, tell := un(t), newTeller(t)
	for _, tc := range tests {
		r := tell.reading(t, "", tc.told)
		e := fw.Explain(&r)
		at := slices.IndexFunc(e.Changes, func(c Change) bool { return c.Class == tc.want })
		if at < 0 || len(e.Changes[at].If) != tc.size {
			t.Errorf("%q: no change of size %d to %s: %+v", tc.told, tc.size, tc.want, e.Changes)
		}
	}
}

// TestChangesHold supposes every change and reads the record again.
func TestChangesHold(t *testing.T) {
	fw, tell := un(t), newTeller(t)
	for _, m := range vignettes(t, "../fixtures/vignettes")[:40] {
		r := extract.Reading{Coverage: extract.Coverage{Screened: true}, Evidence: tell.evidence(t, m.shorthand())}
		e := fw.Explain(&r)
		h := fw.hear(r.Evidence, nil)
		for _, change := range e.Changes {
			var set []cond
			for _, s := range change.If {
				in, _ := stateOf(s.State)
				set = append(set, cond{slices.IndexFunc(fw.facts, func(x fact) bool { return x.id == string(s.Element) }), in})
			}
			c := afresh(fw, &h, set)
			if fw.rows[c.row].Class != change.Class || change.Class == e.Assessment.Class {
				t.Errorf("%s: %+v does not lead to %s", m.ID, change.If, change.Class)
			}
		}
	}
}

// afresh works out a framework from the beginning with some facts in a state that
// is supposed.
func afresh(f *Framework, h *hits, supposed []cond) course {
	var c course
	for i := range f.facts {
		if s, ok := state(supposed, i); ok {
			c.states[i] = s
		} else {
			c.workOut(i, f, h)
		}
	}
	c.decide(f)
	return c
}

// TestSupposeIsAsAfresh holds what follows from a supposition against working out
// everything again.
func TestSupposeIsAsAfresh(t *testing.T) {
	tell := newTeller(t)
	for id, fw := range frameworks(t) {
		for _, m := range vignettes(t, "../fixtures/vignettes")[:40] {
			h := fw.hear(tell.evidence(t, m.shorthand()), nil)
			var c course
			c.run(fw, &h)
			check := func(set []cond) {
				got, want := c, afresh(fw, &h, set)
				got.suppose(fw, &h, set)
				if got.states != want.states || got.row != want.row {
					t.Fatalf("%s: under %s with %v row %d follows, want %d", m.ID, id, set, got.row, want.row)
				}
			}
			for size := range maxChange {
				combine(fw.flips(&c), size+1, check)
			}
			for i := range fw.questions {
				check(fw.questions[i].supposes)
			}
		}
	}
}

// TestExplanationIsInWords keeps every row and state that can be reached from
// being told by its id alone.
func TestExplanationIsInWords(t *testing.T) {
	for id, fw := range frameworks(t) {
		for _, at := range fw.elements {
			x := &fw.facts[at]
			for _, s := range []State{Present, Absent, Unknown} {
				if in, _ := stateOf(s); x.domain()&in != 0 && x.says.of(s) == "" {
					t.Errorf("%s: %s %s is not in words", id, x.id, s)
				}
			}
		}
		for _, x := range fw.facts {
			for _, v := range x.table {
				if (x.id == "trafficking" || x.id == "smuggling") && v.says == "" {
					t.Errorf("%s: row %s of %s is not in words", id, v.id, x.id)
				}
			}
		}
	}
}

func TestExplainUnscreened(t *testing.T) {
	e := un(t).Explain(&extract.Reading{})
	if e.Decision.Title == "" || len(e.Changes) > 0 || len(e.Elements) != len(Elements()) {
		t.Errorf("%+v", e)
	}
}

func TestEveryWeightHasPoints(t *testing.T) {
	for _, w := range Weights() {
		if w.Points() < 1 {
			t.Errorf("%s weighs nothing", w)
		}
	}
}

func TestHarmOrdersAPriority(t *testing.T) {
	s, tell := New(un(t), labels(t)), newTeller(t)
	order := []string{
		"debt_bondage", "debt_bondage ctx_people/few ctx_people/few", "debt_bondage ctx_people/few ctx_people/mass",
		"debt_bondage physical_violence ctx_people/many ~ctx_people/mass", "debt_bondage physical_violence death_injury", "victim_minor debt_bondage forced_labour",
	}
	last := -1
	for _, told := range order {
		f := s.Screen(tell.reading(t, "smuggling", told))
		if f.Harm <= last {
			t.Errorf("%q weighs %d, no more than the one before", told, f.Harm)
		}
		last = f.Harm
	}
}

// TestEvents tells both crimes in either order.
func TestEvents(t *testing.T) {
	fw, tell := un(t), newTeller(t)
	tests := []struct {
		told  string
		order []Class
		own   [][]int
	}{
		{"non_national smuggling_fee border_crossing illegal_entry forced_labour/compelled", []Class{Smuggling, Trafficking}, [][]int{{0, 1, 2, 3}, {4}}},
		{"forced_labour/compelled debt_bondage illegal_entry smuggler_actor non_national", []Class{Trafficking, Smuggling}, [][]int{{0, 1}, {2, 3}}},
		{"forced_labour/compelled", nil, nil},
	}
	for _, tc := range tests {
		r := tell.reading(t, "", tc.told)
		a := fw.Assess(&r)
		if len(a.Events) != len(tc.order) {
			t.Errorf("%q: %+v", tc.told, a.Events)
			continue
		}
		for i, e := range a.Events {
			if e.Crime != tc.order[i] || !slices.Equal(e.Evidence, tc.own[i]) {
				t.Errorf("%q: event %d is %+v, want %s %v", tc.told, i, e, tc.order[i], tc.own[i])
			}
		}
	}
}
