package reports

import (
	"slices"
	"strconv"
	"strings"

	"palermo/pipeline/source"
	"palermo/screen"
)

// Totals counts the findings of a run. It holds counts only, so the totals of
// two parts of an input merge into the totals of the whole. The zero value is
// ready to use.
type Totals struct {
	Counts
	By         map[Dimension]Groups
	Priorities map[int]int64
	Questions  map[string]int64 // open questions, as asked

	// TraffickingUndetermined counts records that read as smuggling and leave
	// open whether there is trafficking too.
	TraffickingUndetermined int64

	// Elsewhere counts records that a further framework reads otherwise.
	Elsewhere map[ElsewhereCell]int64

	// Repeated counts records that tell the text of an earlier one under another
	// case id. They are listed, and counted nowhere else.
	Repeated int64

	// Shifts is by how much the counts under a further framework differ from
	// those of the run; a count that is smaller there is negative.
	Shifts map[string]*Counts
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

// A column of free text that is mapped as the unit by mistake must not fill the
// memory: what does not fit goes into furtherGroups.
const (
	maxGroups    = 1_000
	maxQuestions = 200
)

// notScreened is the column of records that were not read, which is no class.
const notScreened screen.Class = "not_screened"

// Add counts one finding.
func (t *Totals) Add(f *screen.Finding) {
	rec := f.Reading.Record
	t.add(&facts{
		label: f.Label, class: f.Assessment.Class, kind: f.Kind, flags: f.Flags,
		priority: f.Priority, undetermined: f.Assessment.Undetermined, questions: f.Assessment.OpenQuestions,
		groups:    groupsOf(rec.Year, rec.Unit, rec.File, f.Reading.Language, string(rec.Document), f.Assessment.Framework),
		elsewhere: elsewhereOf(f.Elsewhere),
	})
}

// AddRow counts one finding that was published.
func (t *Totals) AddRow(r *Row) {
	t.add(&facts{
		label: r.RecordedLabel, class: r.AssessedClass, kind: r.Finding, flags: r.Flags,
		priority: r.ReviewPriority, undetermined: r.TraffickingUndetermined, questions: r.OpenQuestions,
		groups:    groupsOf(r.Year, r.Unit, r.SourceFile, r.Language, string(r.DocumentType), r.FrameworkProfile),
		elsewhere: r.OtherFrameworks,
	})
}

// facts is what is counted of a finding.
type facts struct {
	label        screen.Label
	class        screen.Class
	kind         screen.Kind
	flags        []screen.Flag
	priority     int
	undetermined bool
	questions    []string
	groups       [6]string // in the order of the dimensions
	elsewhere    []Elsewhere
}

// groupsOf names the groups that a record counts in. The source of a report is
// its folder: a file of its own is no group.
func groupsOf(year int, unit, file, language, document, framework string) [6]string {
	named := ""
	if year != 0 {
		named = strconv.Itoa(year)
	}
	if document == string(source.Report) {
		file = file[:strings.LastIndexByte(file, '/')+1]
	}
	return [6]string{named, strings.TrimSpace(unit), file, language, document, framework}
}

func (t *Totals) add(f *facts) {
	if slices.Contains(f.flags, screen.PossibleDuplicate) {
		t.Repeated++
		return
	}
	t.Counts.add(f)
	for i, by := range Dimensions() {
		t.group(by, f.groups[i]).add(f)
	}
	increase(&t.Priorities, f.priority, 1)
	for _, q := range f.questions {
		increase(&t.Questions, t.known(q), 1)
	}
	if f.undetermined {
		t.TraffickingUndetermined++
	}
	for i := range f.elsewhere {
		increase(&t.Elsewhere, elsewhereCell(f.class, &f.elsewhere[i]), 1)
		t.shift(f.elsewhere[i].FrameworkProfile).move(f, &f.elsewhere[i])
	}
}

// shift returns the differences to a framework.
func (t *Totals) shift(framework string) *Counts {
	if t.Shifts == nil {
		t.Shifts = map[string]*Counts{}
	}
	if t.Shifts[framework] == nil {
		t.Shifts[strings.Clone(framework)] = &Counts{}
	}
	return t.Shifts[framework]
}

// move takes a finding from where it counts in the run to where it counts there.
func (c *Counts) move(f *facts, to *Elsewhere) {
	increase(&c.Cells, Cell{f.label, column(f.kind, f.class)}, -1)
	increase(&c.Cells, Cell{f.label, column(to.Finding, to.AssessedClass)}, 1)
	increase(&c.Kinds, f.kind, -1)
	increase(&c.Kinds, to.Finding, 1)
}

// known is the question as it is counted.
func (t *Totals) known(question string) string {
	if _, ok := t.Questions[question]; !ok && len(t.Questions) >= maxQuestions {
		return furtherGroups
	}
	return question
}

// Merge adds the totals of another part of the input.
func (t *Totals) Merge(o *Totals) {
	t.Counts.Merge(&o.Counts)
	for by, groups := range o.By {
		for key, counts := range groups {
			t.group(by, key).Merge(counts)
		}
	}
	mergeCounts(&t.Priorities, o.Priorities)
	for question, n := range o.Questions {
		increase(&t.Questions, t.known(question), n)
	}
	t.TraffickingUndetermined += o.TraffickingUndetermined
	t.Repeated += o.Repeated
	mergeCounts(&t.Elsewhere, o.Elsewhere)
	for framework, counts := range o.Shifts {
		t.shift(framework).Merge(counts)
	}
}

// elsewhereCell leaves out a reason that no row of the table gives: it is as
// particular as the record, and stands with it.
func elsewhereCell(here screen.Class, e *Elsewhere) ElsewhereCell {
	c := ElsewhereCell{e.FrameworkProfile, here, e.AssessedClass, e.Row, e.Why}
	if e.Row == "" {
		c.Why = ""
	}
	return c
}

// add counts one finding.
func (c *Counts) add(f *facts) {
	c.Records++
	increase(&c.Cells, Cell{f.label, column(f.kind, f.class)}, 1)
	increase(&c.Kinds, f.kind, 1)
	for _, flag := range f.flags {
		increase(&c.Flags, FlagCell{f.label, flag}, 1)
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
	for _, class := range classColumns() {
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
func column(kind screen.Kind, class screen.Class) screen.Class {
	if kind == screen.NotScreened {
		return notScreened
	}
	return class
}

// classColumns lists the columns of the label x class table.
func classColumns() []screen.Class {
	return append(screen.Classes(), notScreened)
}

// group returns the counts of a group, made when it is new.
func (t *Totals) group(by Dimension, key string) *Counts {
	if t.By == nil {
		t.By = map[Dimension]Groups{}
	}
	groups := t.By[by]
	if groups == nil {
		groups = Groups{}
		t.By[by] = groups
	}
	c, ok := groups[key]
	if !ok && len(groups) >= maxGroups {
		key = furtherGroups
		c, ok = groups[key]
	}
	if !ok {
		c = &Counts{}
		groups[strings.Clone(key)] = c // a piece of a record would keep all of it in memory
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
