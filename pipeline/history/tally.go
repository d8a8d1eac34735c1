package history

import (
	"maps"

	"palermo/screen"
)

// Tally counts the findings of a run. The zero value is ready to use.
type Tally struct {
	Records    int64                 `json:"records"`
	States     map[State]int64       `json:"states"`
	Kinds      map[screen.Kind]int64 `json:"kinds"`
	Priorities map[int]int64         `json:"priorities"`
	Changes    map[string]int64      `json:"changes"` // findings that changed, by cause

	// Of findings that no decision settles.
	OpenStates     map[State]int64       `json:"open_states"`
	OpenKinds      map[screen.Kind]int64 `json:"open_kinds"`
	OpenPriorities map[int]int64         `json:"open_priorities"`
	Moved          map[State]Moved       `json:"moved,omitempty"` // that are new or updated
}

// Moved counts the open findings of one state by what they are.
type Moved struct {
	Kinds      map[screen.Kind]int64 `json:"kinds"`
	Priorities map[int]int64         `json:"priorities"`
}

// Add counts a finding, with what the store and the reviewers say of it; both
// may be nil.
func (t *Tally) Add(f *screen.Finding, m *Mark, r *Ruling) {
	t.Records++
	open := r == nil || r.Force != InForce
	increase(&t.Kinds, f.Kind)
	increase(&t.Priorities, f.Priority)
	if open {
		increase(&t.OpenKinds, f.Kind)
		increase(&t.OpenPriorities, f.Priority)
	}
	if m == nil {
		return
	}
	increase(&t.States, m.State)
	if open {
		increase(&t.OpenStates, m.State)
	}
	if open && m.State != Unchanged {
		t.move(f, m.State)
	}
	for _, c := range m.Causes {
		increase(&t.Changes, c)
	}
}

func (t *Tally) move(f *screen.Finding, s State) {
	if t.Moved == nil {
		t.Moved = map[State]Moved{}
	}
	moved := t.Moved[s]
	increase(&moved.Kinds, f.Kind)
	increase(&moved.Priorities, f.Priority)
	t.Moved[s] = moved
}

// gone counts a finding whose record stands no more.
func (t *Tally) gone(cause string) {
	increase(&t.States, Absent)
	increase(&t.OpenStates, Absent)
	increase(&t.Changes, cause)
}

// unchanged is the tally of a run that finds the same again.
func (t *Tally) unchanged() Tally {
	return Tally{
		Records: t.Records, States: maps.Clone(t.States), OpenStates: maps.Clone(t.OpenStates),
		Kinds: maps.Clone(t.Kinds), OpenKinds: maps.Clone(t.OpenKinds),
		Priorities: maps.Clone(t.Priorities), OpenPriorities: maps.Clone(t.OpenPriorities),
	}
}

func increase[K comparable](m *map[K]int64, key K) {
	if *m == nil {
		*m = map[K]int64{}
	}
	(*m)[key]++
}
