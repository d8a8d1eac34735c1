package reports

import (
	"strconv"
	"strings"

	"palermo/screen"
)

// Totals counts the findings of a run. It holds counts only, so the totals of
// two parts of an input merge into the totals of the whole. The zero value is
// ready to use.
type Totals struct {
	Counts
	ByYear     Groups
	ByUnit     Groups
	ByLanguage Groups
	ByDocument Groups
	Priorities map[int]int64

	// TraffickingUndetermined counts records that read as smuggling and leave
	// open whether there is trafficking too.
	TraffickingUndetermined int64

	// Elsewhere counts records that a further framework reads otherwise.
	Elsewhere map[ElsewhereCell]int64
}

// ElsewhereCell is a difference between the framework of a run and a further one.
type ElsewhereCell struct {
	Framework   string
	Here, There screen.Class
	Row         string // of the table of differences, empty when no row speaks of it
	Why         string
}

// Counts is what is counted of any group of records.
type Counts struct {
	Records int64
	Cells   map[Cell]int64 // recorded label x class
	Kinds   map[screen.Kind]int64
	Flags   map[FlagCell]int64 // recorded label x flag
}

// Cell is a cell of the label x class table.
type Cell struct {
	Label screen.Label
	Class screen.Class
}

// FlagCell is a flag on records of one recorded label.
type FlagCell struct {
	Label screen.Label
	Flag  screen.Flag
}

// Groups is counts by the value of a breakdown; "" is "not stated".
type Groups map[string]*Counts

// furtherGroups takes what does not fit: a column of free text that is mapped
// as the unit by mistake must not fill the memory.
const (
	maxGroups     = 1_000
	furtherGroups = "(further values)"
)

// notScreened is the column of records that were not read, which is no class.
const notScreened screen.Class = "not_screened"

// Add counts one finding.
func (t *Totals) Add(f *screen.Finding) {
	rec := f.Reading.Record
	year := ""
	if rec.Year != 0 {
		year = strconv.Itoa(rec.Year)
	}
	t.Counts.Add(f)
	addTo(&t.ByYear, year, f)
	addTo(&t.ByUnit, strings.TrimSpace(rec.Unit), f)
	addTo(&t.ByLanguage, f.Reading.Language, f)
	addTo(&t.ByDocument, string(rec.Document), f)
	increase(&t.Priorities, f.Priority, 1)
	if f.Assessment.Undetermined {
		t.TraffickingUndetermined++
	}
	for i := range f.Elsewhere {
		increase(&t.Elsewhere, elsewhereCell(f, &f.Elsewhere[i]), 1)
	}
}

// Merge adds the totals of another part of the input.
func (t *Totals) Merge(o *Totals) {
	t.Counts.Merge(&o.Counts)
	mergeInto(&t.ByYear, o.ByYear)
	mergeInto(&t.ByUnit, o.ByUnit)
	mergeInto(&t.ByLanguage, o.ByLanguage)
	mergeInto(&t.ByDocument, o.ByDocument)
	mergeCounts(&t.Priorities, o.Priorities)
	t.TraffickingUndetermined += o.TraffickingUndetermined
	mergeCounts(&t.Elsewhere, o.Elsewhere)
}

// elsewhereCell leaves out a reason that no row of the table gives: it is as
// particular as the record, and stands with it.
func elsewhereCell(f *screen.Finding, e *screen.Elsewhere) ElsewhereCell {
	c := ElsewhereCell{e.Assessment.Framework, f.Assessment.Class, e.Assessment.Class, e.Row, e.Why}
	if e.Row == "" {
		c.Why = ""
	}
	return c
}

// Add counts one finding.
func (c *Counts) Add(f *screen.Finding) {
	c.Records++
	increase(&c.Cells, Cell{f.Label, column(f)}, 1)
	increase(&c.Kinds, f.Kind, 1)
	for _, flag := range f.Flags {
		increase(&c.Flags, FlagCell{f.Label, flag}, 1)
	}
}

// Merge adds the counts of another part of the group.
func (c *Counts) Merge(o *Counts) {
	c.Records += o.Records
	mergeCounts(&c.Cells, o.Cells)
	mergeCounts(&c.Kinds, o.Kinds)
	mergeCounts(&c.Flags, o.Flags)
}

// Row returns how many records carry the label.
func (c *Counts) Row(l screen.Label) int64 {
	var n int64
	for _, class := range columns() {
		n += c.Cells[Cell{l, class}]
	}
	return n
}

// Column returns how many records read as the class.
func (c *Counts) Column(class screen.Class) int64 {
	var n int64
	for _, l := range screen.Labels() {
		n += c.Cells[Cell{l, class}]
	}
	return n
}

// Flagged returns how many records carry the flag, whatever their label.
func (c *Counts) Flagged(flag screen.Flag) int64 {
	var n int64
	for _, l := range screen.Labels() {
		n += c.Flags[FlagCell{l, flag}]
	}
	return n
}

// column is the class of a finding as a column of the table.
func column(f *screen.Finding) screen.Class {
	if f.Kind == screen.NotScreened {
		return notScreened
	}
	return f.Assessment.Class
}

// columns lists the columns of the label x class table.
func columns() []screen.Class {
	return append(screen.Classes(), notScreened)
}

// addTo counts f in its group. The key is copied: it is a piece of a record,
// and would keep all of it in memory.
func addTo(g *Groups, key string, f *screen.Finding) {
	g.at(key).Add(f)
}

func mergeInto(g *Groups, o Groups) {
	for key, counts := range o {
		g.at(key).Merge(counts)
	}
}

// at returns the counts of a group, made when it is new.
func (g *Groups) at(key string) *Counts {
	if *g == nil {
		*g = Groups{}
	}
	c, ok := (*g)[key]
	if !ok && len(*g) >= maxGroups {
		key = furtherGroups
		c, ok = (*g)[key]
	}
	if !ok {
		c = &Counts{}
		(*g)[strings.Clone(key)] = c
	}
	return c
}

func increase[K comparable](m *map[K]int64, key K, by int64) {
	if *m == nil {
		*m = map[K]int64{}
	}
	(*m)[key] += by
}

func mergeCounts[K comparable](m *map[K]int64, o map[K]int64) {
	for key, n := range o {
		increase(m, key, n)
	}
}
