package reports

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Shareable asks for the tier that may leave the house.
type Shareable struct {
	Key   []byte // of the pseudonyms: the same key gives the same ones in every run
	Floor int64  // smallest count that is shown
}

// Limits of what can be asked for.
const (
	minKey   = 16 // bytes
	minFloor = 5
)

// withheld stands where a row is in a cell of the table that is not shown.
const withheld = "withheld"

// Check refuses a key that can be guessed and a floor that protects nobody.
func (s *Shareable) Check() error {
	if len(s.Key) < minKey {
		return fmt.Errorf("the key has %d bytes and can be guessed\nhint: head -c 32 /dev/urandom > palermo.key makes one", len(s.Key))
	}
	if s.Floor < minFloor {
		return fmt.Errorf("counts of %d and more would be shown: the smallest that may be is %d", s.Floor, minFloor)
	}
	return nil
}

// pseudonym stands for an id. Without the key it can't be worked out, not even
// by trying all ids that there could be.
func (s *Shareable) pseudonym(kind, id string) string {
	if id == "" {
		return ""
	}
	mac := hmac.New(sha256.New, s.Key)
	mac.Write([]byte(kind + "\x00" + id))
	return kind + "-" + hex.EncodeToString(mac.Sum(nil)[:10])
}

// shareable lets through, of every row, pseudonyms and the cell of the table
// that it counts in, and nothing where that cell is not shown. Which those are
// is known when all are counted, so rows wait in a file.
type shareable struct {
	*Shareable
	waiting *spool
}

func newShareable(o Options) (*shareable, error) {
	if err := o.Shareable.Check(); err != nil {
		return nil, err
	}
	waiting, err := newSpool(o.scratch)
	return &shareable{Shareable: o.Shareable, waiting: waiting}, err
}

func (s *shareable) add(r *Row, _ *Set) error {
	return s.waiting.add(&waitingRow{
		Record: s.pseudonym("record", r.RecordID), Case: s.pseudonym("case", r.CaseID),
		Framework: r.FrameworkProfile, Label: r.RecordedLabel, Class: r.AssessedClass, Finding: r.Finding,
	})
}

// reject drops the row: its file and line lead back to the source. How many
// there were stands in the ledger.
func (s *shareable) reject(source.Reject, *Set) error { return nil }

// addCase drops the case: cases by label and class are small counts too.
func (s *shareable) addCase(*CaseRow, *Set) error { return nil }

// absent drops the record, which has an id and stands alone.
func (s *shareable) absent(*history.Gone, *Set) error { return nil }

func (s *shareable) close(run *Run, set *Set) (*Run, error) {
	if n := run.Totals.Records; n > 0 && n < s.Floor {
		return nil, fmt.Errorf("there are %d records, fewer than the %d that a shareable report may tell of: nothing was written", n, s.Floor)
	}
	clean, err := newRedactor()
	if err != nil {
		return nil, err
	}
	published := &Run{
		Program: run.Program, Created: run.Created, Framework: run.Framework, Versions: run.Versions,
		PlanSHA256: run.PlanSHA256, Ledger: Ledger{Total: run.Ledger.Total},
		Tier: TierShareable, Figures: figuresOf(&run.Totals, s.Floor),
	}
	// Rates of earlier runs are left out: what two nights differ by may be one person.
	for _, p := range run.Packs {
		p.Folder = "own packs"
		published.Packs = append(published.Packs, p)
	}
	s.rename(published.Figures, clean)
	return published, s.release(published.Figures, set)
}

// rename takes names of people and places in the file system out of the groups.
func (s *shareable) rename(f *Figures, clean *redactor) {
	for i := range f.Breakdowns {
		b := &f.Breakdowns[i]
		for j := range b.Groups {
			g := &b.Groups[j]
			switch {
			case g.Name == smallGroups || g.Name == furtherGroups:
			case b.By == BySource:
				g.Name = s.pseudonym("source", g.Name)
			case b.By == ByUnit:
				g.Name = clean.text(g.Name)
			}
		}
		slices.SortStableFunc(b.Groups, func(x, y Group) int { return byName(x.Name, y.Name) })
	}
}

// release hands on the rows that waited.
func (s *shareable) release(f *Figures, set *Set) error {
	return s.waiting.each(func(w *waitingRow) error {
		row := w.row()
		if !f.shows(row.RecordedLabel, column(row.Finding, row.AssessedClass)) {
			row.RecordedLabel, row.AssessedClass, row.Finding = withheld, withheld, withheld
		}
		return set.each(func(out Writer) error { return out.Add(row) })
	})
}

func (s *shareable) abort() { s.waiting.close() }

// shows reports whether a cell of the table is told.
func (f *Figures) shows(l screen.Label, c screen.Class) bool {
	at := slices.Index(classColumns(), c)
	for _, row := range f.Matrix {
		if row.Label == l && at >= 0 {
			return !row.Cells[at].Withheld
		}
	}
	return false
}

// waitingRow is what is let through of a row.
type waitingRow struct {
	Record, Case, Framework string
	Label                   screen.Label
	Class                   screen.Class
	Finding                 screen.Kind
}

// row is the row as it is published. What is not told is marked as that: an
// empty list of elements would claim that nothing was found.
func (w *waitingRow) row() *Row {
	r := &Row{
		RecordID: w.Record, CaseID: w.Case, FrameworkProfile: w.Framework,
		RecordedLabel: w.Label, AssessedClass: w.Class, Finding: w.Finding,
		ReviewPriority: 0, Flags: []screen.Flag{}, Indicators: []Indicator{}, OpenQuestions: []string{}, Conflicts: []string{},
	}
	for _, e := range r.Elements.all() {
		*e = Element{State: withheld, Evidence: []int{}}
	}
	return r
}
