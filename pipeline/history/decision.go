package history

import (
	"cmp"
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
// other evidence it is none.
type Decision struct {
	Record      string      `json:"record,omitempty"` // for people; the fingerprint counts
	Fingerprint string      `json:"fingerprint"`
	Evidence    string      `json:"evidence"` // hash
	Finding     screen.Kind `json:"finding,omitempty"`
	Verdict     Verdict     `json:"decision"`
	Reason      string      `json:"reason"`
	Author      string      `json:"author"`
	Date        string      `json:"date"`              // 2026-03-01
	Expires     string      `json:"expires,omitempty"` // the first day on which it counts no more
	Place       string      `json:"place,omitempty"`   // where it is written: a line of a file, or a number in the store
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
	Force Force `json:"force"`
}

// Docket holds the decisions of a run. It is used by one goroutine: On for every
// finding, then Rulings.
type Docket struct {
	rulings []Ruling
	byPrint map[string][]int // indexes of those that are neither expired nor replaced
	two     bool             // a decision needs two people
}

// NewDocket orders decisions for a run on a day. With two, a decision counts
// once two people have made it.
func NewDocket(list []Decision, day time.Time, two bool) *Docket {
	d := &Docket{byPrint: map[string][]int{}, two: two}
	for _, one := range list {
		d.rulings = append(d.rulings, Ruling{one, Unused})
	}
	slices.SortStableFunc(d.rulings, func(a, b Ruling) int {
		return cmp.Or(cmp.Compare(a.Fingerprint, b.Fingerprint), cmp.Compare(a.Evidence, b.Evidence), cmp.Compare(a.Date, b.Date))
	})
	d.dropReplaced()
	today := day.Format(time.DateOnly)
	for i := range d.rulings {
		r := &d.rulings[i]
		switch {
		case r.Force == Replaced:
		case r.Expires != "" && r.Expires <= today:
			r.Force = Expired
		default:
			d.byPrint[r.Fingerprint] = append(d.byPrint[r.Fingerprint], i)
		}
	}
	return d
}

// dropReplaced leaves the latest decision of every author on a finding. One that
// only takes back is done with it.
func (d *Docket) dropReplaced() {
	type key struct{ print, evidence, author string }
	latest := map[key]int{}
	for i := range d.rulings {
		r := &d.rulings[i]
		k := key{r.Fingerprint, r.Evidence, person(r.Author)}
		if before, ok := latest[k]; ok {
			d.rulings[before].Force = Replaced
		}
		latest[k] = i
		if r.Verdict == Reopen {
			r.Force = Replaced
		}
	}
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
		r := &d.rulings[i]
		if r.Evidence != f.EvidenceHash {
			r.Force = Lapsed
			continue
		}
		same = append(same, r)
	}
	if len(same) == 0 {
		return nil
	}
	force := d.together(same)
	for _, r := range same {
		r.Force = force
	}
	return same[0]
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
