package screen

import (
	"slices"

	"palermo/extract"
)

// Elsewhere is what the facts of a record read as under a further framework,
// where that is another class.
type Elsewhere struct {
	Assessment Assessment
	Kind       Kind
	Row        string // of the table of differences, empty when no row speaks of it
	Why        string // in words
}

// Also returns a screener that assesses every record under further frameworks
// as well and says where they differ from the first. One reading serves all.
func (s *Screener) Also(further []*Framework, table *Differences) *Screener {
	wider := *s
	wider.further, wider.differences = further, table
	return &wider
}

// elsewhere assesses a reading under the further frameworks.
func (s *Screener) elsewhere(f *Finding) []Elsewhere {
	var list []Elsewhere
	for _, fw := range s.further {
		a := fw.Assess(&f.Reading)
		if a.Class == f.Assessment.Class && a.Undetermined == f.Assessment.Undetermined {
			continue
		}
		e := Elsewhere{Assessment: a, Kind: Compare(f.Label, a.Class)}
		if row := s.differences.responsible(f, &a); row != nil {
			e.Row, e.Why = row.ID, row.Note
		} else {
			e.Why = fw.reason(&f.Reading)
		}
		list = append(list, e)
	}
	return list
}

// responsible finds the row that explains why two frameworks differ: the record
// shows all that marks it, and the row gives the two classes. Of several, the
// one with the most marks speaks of the record most closely.
func (d *Differences) responsible(f *Finding, other *Assessment) *Difference {
	var best *Difference
	for i := range d.Rows {
		row := &d.Rows[i]
		if len(row.Marks) == 0 || best != nil && len(row.Marks) <= len(best.Marks) {
			continue
		}
		here, there := row.Classes(f.Assessment.Framework), row.Classes(other.Framework)
		if partsAlike(f.Assessment.Class, here, other.Class, there) && row.marks(f) {
			best = row
		}
	}
	return best
}

// partsAlike reports whether a row parts two frameworks in the way in which two
// classes differ. A record may hold more than the row speaks of, so that only
// the crime matters about which the classes differ; where they agree on both
// crimes, they have to be those of the row.
func partsAlike(class Class, here []Class, other Class, there []Class) bool {
	differs := false
	for _, part := range []func(Class) bool{Class.HasTrafficking, Class.HasSmuggling} {
		if part(class) == part(other) {
			continue
		}
		differs = true
		inRow := func(list []Class, as Class) bool {
			return slices.ContainsFunc(list, func(c Class) bool { return part(c) == part(as) })
		}
		if !inRow(here, class) || !inRow(there, other) {
			return false
		}
	}
	return differs || slices.Contains(here, class) && slices.Contains(there, other)
}

// marks reports whether a record shows all that marks a row.
func (d *Difference) marks(f *Finding) bool {
	for _, mark := range d.Marks {
		if f.Assessment.Element(ElementID(mark)).State != Present && !counts(f, mark) {
			return false
		}
	}
	return true
}

// reason is the row of the decision table and those on the way to it.
func (f *Framework) reason(r *extract.Reading) string {
	h := f.hear(r.Evidence, nil)
	var c course
	c.run(f, &h)
	text := f.rows[c.row].Title
	for _, step := range f.steps(&c) {
		text += "; " + step.Fact + ": " + step.Says
	}
	return text
}
