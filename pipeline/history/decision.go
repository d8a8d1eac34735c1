package history

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"palermo/screen"
)

// Verdict is what a reviewer decided about a finding.
type Verdict string

// Verdicts. Reopen takes back what its author decided before.
const (
	Agree        Verdict = "agree"          // the record reads as the finding says
	LabelRight   Verdict = "label_is_right" // the recorded label stands
	BothCrimes   Verdict = "both_crimes"
	OtherOffence Verdict = "other_offence"
	CannotTell   Verdict = "cannot_tell"
	NotACase     Verdict = "not_a_case"
	Reopen       Verdict = "reopen"
)

// Verdicts lists every verdict in output order.
func Verdicts() []Verdict {
	return []Verdict{Agree, LabelRight, BothCrimes, OtherOffence, CannotTell, NotACase, Reopen}
}

// Decision is what one reviewer decided about one finding on its evidence. On
// other evidence it is none. Where several rows share a case id, their findings
// share the fingerprint, and the record hash says which of them is meant.
type Decision struct {
	Record      string      `json:"record,omitempty"` // for people; the fingerprint counts
	Fingerprint string      `json:"fingerprint"`
	RecordHash  string      `json:"record_hash,omitempty"`
	Evidence    string      `json:"evidence"` // hash
	Finding     screen.Kind `json:"finding,omitempty"`
	Verdict     Verdict     `json:"decision"`
	Reason      string      `json:"reason"`
	Author      string      `json:"author"`
	Date        string      `json:"date"`              // 2026-03-01
	Expires     string      `json:"expires,omitempty"` // the first day on which it counts no more
	Place       string      `json:"place,omitempty"`   // where it is written: a line of a file, or a number in the store
}

// WrongDays says what is wrong with the days of a decision and what to do about
// it, nothing where nothing is. One that is dated ahead would take the place of
// what its author decides until then.
func (d *Decision) WrongDays(today string) (wrong, hint string) {
	switch {
	case d.Date > today:
		return fmt.Sprintf("a decision of %s is dated in the future: today is %s", d.Date, today), "date it on the day on which it is made"
	case d.Expires != "" && d.Expires <= d.Date:
		return fmt.Sprintf("a decision of %s that expires on %s never counts", d.Date, d.Expires), "expires is the first day on which it counts no more"
	}
	return "", ""
}

// Force says whether a decision counts in a run, and why not.
type Force string

// Forces.
const (
	InForce     Force = "in_force"
	Waiting     Force = "waiting"     // for a second person who decides the same
	Conflicting Force = "conflicting" // others decided otherwise
	Expired     Force = "expired"
	Lapsed      Force = "lapsed"   // the finding stands on other evidence now
	Unused      Force = "unused"   // no record of the run has this finding
	Replaced    Force = "replaced" // by a later one of its author
)

// Forces lists every force in output order.
func Forces() []Force {
	return []Force{InForce, Waiting, Conflicting, Expired, Lapsed, Unused, Replaced}
}

// Ruling is a decision and whether it counts.
type Ruling struct {
	Decision
	Force  Force      `json:"force"`
	Others []Decision `json:"others,omitempty"` // that further people made about the same finding
}

// Docket holds the decisions of a run. It is used by one goroutine: On for every
// finding, then Rulings.
type Docket struct {
	rulings []Ruling
	byPrint map[string][]int // indexes of those that are neither expired nor replaced
	two     bool             // a decision needs two people
}

// NewDocket orders decisions for a run on a day. With two, a decision counts
// once two people have made it. One that is dated after the day, which no import
// takes in, does not count yet.
func NewDocket(list []Decision, day time.Time, two bool) *Docket {
	d := &Docket{byPrint: map[string][]int{}, two: two}
	for _, one := range list {
		d.rulings = append(d.rulings, Ruling{Decision: one, Force: Unused})
	}
	slices.SortStableFunc(d.rulings, func(a, b Ruling) int {
		return cmp.Or(cmp.Compare(a.Fingerprint, b.Fingerprint), cmp.Compare(a.Evidence, b.Evidence), cmp.Compare(a.Date, b.Date))
	})
	today := day.Format(time.DateOnly)
	d.replace(today)
	for i := range d.rulings {
		r := &d.rulings[i]
		switch {
		case r.Force == Replaced, r.Date > today:
		case r.Expires != "" && r.Expires <= today:
			r.Force = Expired
		default:
			d.byPrint[r.Fingerprint] = append(d.byPrint[r.Fingerprint], i)
		}
	}
	return d
}

// replace marks the decisions of which later ones have taken the place by a day.
func (d *Docket) replace(today string) {
	type finding struct{ print, record, evidence string }
	on := map[finding][]*Ruling{}
	for i := range d.rulings {
		r := &d.rulings[i]
		if r.Date > today {
			continue
		}
		at := finding{r.Fingerprint, r.RecordHash, r.Evidence}
		on[at] = append(on[at], r)
	}
	for _, list := range on {
		inPlace(list)
	}
}

// inPlace leaves the latest decision of every author, out of those on one finding
// in the order of their days.
func inPlace(list []*Ruling) []*Ruling {
	latest := map[string]*Ruling{}
	for _, r := range list {
		author := person(r.Author)
		if before := latest[author]; before != nil {
			before.Force = Replaced
		}
		latest[author] = r
	}
	return slices.DeleteFunc(list, func(r *Ruling) bool { return r.Force == Replaced })
}

// takesBack reports whether a decision only takes back, and is done with it.
func (r *Ruling) takesBack() bool {
	if r.Verdict != Reopen {
		return false
	}
	r.Force = Replaced
	return true
}

// person is an author however the name is written: "R. Ojeda" is not a second
// person beside "r.  ojeda".
func person(author string) string { return strings.ToLower(strings.Join(strings.Fields(author), " ")) }

// On returns what counts for a finding, nil for nothing.
func (d *Docket) On(f *screen.Finding) *Ruling {
	if d == nil {
		return nil
	}
	var same []*Ruling
	for _, i := range d.byPrint[f.Fingerprint] {
		if r := &d.rulings[i]; r.about(f) {
			same = append(same, r)
		}
	}
	if same = slices.DeleteFunc(inPlace(same), (*Ruling).takesBack); len(same) == 0 {
		return nil
	}
	force := d.together(same)
	for i, r := range same {
		r.Force = force
		if i > 0 {
			same[0].Others = append(same[0].Others, r.Decision)
		}
	}
	return same[0]
}

// about reports whether a decision is about a finding, and notes where it has
// lapsed. It never is about two records: where rows share a case id, the one of
// its evidence has it, and no other.
func (r *Ruling) about(f *screen.Finding) bool {
	taken := r.Force != Unused && r.Force != Lapsed
	switch {
	case taken, r.RecordHash != "" && r.RecordHash != f.RecordHash:
		return false
	case r.Evidence != f.EvidenceHash:
		r.Force = Lapsed
		return false
	}
	return true
}

// together says what decisions on the same evidence come to.
func (d *Docket) together(list []*Ruling) Force {
	authors := map[string]bool{}
	for _, r := range list {
		if r.Verdict != list[0].Verdict {
			return Conflicting
		}
		authors[person(r.Author)] = true
	}
	if d.two && len(authors) < 2 {
		return Waiting
	}
	return InForce
}

// Rulings returns every decision with its force, once all findings were asked
// for.
func (d *Docket) Rulings() []Ruling {
	if d == nil {
		return nil
	}
	return d.rulings
}
