package reports

import (
	"cmp"
	"maps"
	"slices"

	"palermo/reports/stats"
)

// Dimension is what records are broken down by.
type Dimension string

// Dimensions of a breakdown, as in the names of summary.json.
const (
	ByYear      Dimension = "year"
	ByUnit      Dimension = "unit"
	BySource    Dimension = "source"
	ByLanguage  Dimension = "language"
	ByDocument  Dimension = "document_type"
	ByFramework Dimension = "framework_profile"
)

// Dimensions lists every dimension in output order.
func Dimensions() []Dimension {
	return []Dimension{ByYear, ByUnit, BySource, ByLanguage, ByDocument, ByFramework}
}

// Breakdown is the figures of every group of a dimension. Groups stand in the
// order of their names and are never ranked by a rate: where intervals overlap,
// an order would claim what the counts do not carry.
type Breakdown struct {
	By     Dimension
	Groups []Group

	// Comparisons is how many groups were held against the rest. At 95 %, one
	// in twenty differs by chance alone.
	Comparisons int
}

// Group is one group of a breakdown.
type Group struct {
	Name    string // "" is not stated
	Records Count
	Rates   []Rate
	Against []Difference // of the first two rates, from all other records
	Counts  *Counts      // everything else that was counted; nil where counts are withheld
}

// Difference is how far the rate of a group lies from that of all others.
type Difference struct {
	Value float64
	stats.Interval
	OK  bool // false where there is nothing to compare
	Few bool // there are records, and too few to compare
}

// minCompared is how many records a rate has to be a share of before it is
// held against others: of fewer, one record more decides how they differ.
const minCompared = 5

// Told reports whether the interval leaves out no difference at all.
func (d Difference) Told() bool { return d.OK && (d.Lower > 0 || d.Upper < 0) }

// unnamed groups. Their names are in brackets so that no unit is called so.
const (
	furtherGroups = "(further values)"
	smallGroups   = "(small groups)"
)

// named is the counts of a group and its name.
type named struct {
	name string
	*Counts
}

// maxShareable is how many groups of a dimension stand in a shareable report:
// each is one more table to protect.
const maxShareable = 40

// list returns the groups by name. With a floor, those under it are put
// together, and so are those past the first maxShareable by size.
func (g Groups) list(floor int64) []named {
	names := slices.SortedFunc(maps.Keys(g), byName)
	if floor == 0 {
		list := make([]named, len(names))
		for i, name := range names {
			list[i] = named{name, g[name]}
		}
		return list
	}
	bySize := slices.Clone(names)
	slices.SortStableFunc(bySize, func(a, b string) int { return cmp.Compare(g[b].Records, g[a].Records) })
	small := &Counts{}
	kept := map[string]bool{}
	for i, name := range bySize {
		if g[name].Records < floor || i >= maxShareable {
			small.Merge(g[name])
		} else {
			kept[name] = true
		}
	}
	var list []named
	for _, name := range names {
		if kept[name] {
			list = append(list, named{name, g[name]})
		}
	}
	if small.Records > 0 {
		list = append(list, named{smallGroups, small})
	}
	return list
}

// byName puts records that say nothing behind those that do.
func byName(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// breakdownOf reads the groups of a dimension out of the book.
func (e *entries) breakdownOf(by Dimension) Breakdown {
	b := Breakdown{By: by}
	for _, entry := range e.groups[by] {
		g := Group{Name: entry.name, Records: e.at(entry.records)}
		if e.floor == 0 {
			g.Counts, g.Rates = entry.counts, entry.counts.Rates()
		} else {
			for _, r := range entry.rates {
				g.Rates = append(g.Rates, e.rate(r))
			}
		}
		for i := range 2 {
			d := against(g.Rates[i], e.rate(e.rates[i]))
			if d.OK {
				b.Comparisons++
			}
			g.Against = append(g.Against, d)
		}
		b.Groups = append(b.Groups, g)
	}
	return b
}

// against compares a group with all other records.
func against(group, all Rate) Difference {
	if group.Withheld() || all.Withheld() {
		return Difference{}
	}
	rest := all.Denominator.N - group.Denominator.N
	if min(group.Denominator.N, rest) < minCompared {
		return Difference{Few: min(group.Denominator.N, rest) > 0}
	}
	var d Difference
	d.Value, d.Interval, d.OK = stats.Newcombe(group.Numerator.N, group.Denominator.N,
		all.Numerator.N-group.Numerator.N, rest)
	return d
}
