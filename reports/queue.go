package reports

import (
	"cmp"
	"container/heap"
	"slices"
	"strconv"
	"strings"

	"palermo/extract"
	"palermo/screen"
)

// lastPriority is the last that a person should look at; 5 needs no review.
const lastPriority = 4

// maxQuotes bounds the quotes shown for one record: all of them stand in
// findings.jsonl.
const maxQuotes = 8

// entry is one record of the review queue, in words. It holds copies: a piece
// of a record would keep the whole of it in memory.
type entry struct {
	Priority  int
	harm      int
	seq       int64 // place in the input
	Record    string
	Case      string
	Source    string
	Recorded  string
	Reads     string
	Finding   string
	Why       []string
	Quotes    []quote
	Questions []string

	Verdict, Reviewer, Reason string // what was decided already, in words
}

// quote is a piece of the record and what it was found for.
type quote struct {
	Text    string
	Element string
	Denied  bool // the text says that it is not so
}

// queue keeps the most urgent records: lowest priority number first, then the
// greatest harm, then input order. It holds at most max of them at any size of the input.
type queue struct {
	max   int
	rows  map[string]screen.Decision // of the decision table
	tries func(*screen.Finding) []screen.Change
	o     Options
	kept  urgency
	seen  int64 // all records that belong in it
	next  int64
}

func newQueue(max int, o Options) *queue {
	q := &queue{max: max, o: o, rows: map[string]screen.Decision{}, tries: o.Changes}
	for _, d := range o.Decisions {
		q.rows[d.ID] = d
	}
	return q
}

// add takes a finding if it is among the most urgent so far.
func (q *queue) add(f *screen.Finding) {
	q.next++
	if f.Priority > lastPriority {
		return
	}
	q.seen++
	if len(q.kept) == q.max {
		if last := q.kept[0]; f.Priority > last.Priority || f.Priority == last.Priority && f.Harm <= last.harm {
			return
		}
		heap.Pop(&q.kept)
	}
	e := q.entry(f)
	e.seq = q.next
	heap.Push(&q.kept, e)
}

// sorted returns the entries, the most urgent first.
func (q *queue) sorted() []*entry {
	list := slices.Clone(q.kept)
	slices.SortFunc(list, func(a, b *entry) int {
		if before(a, b) {
			return -1
		}
		return 1
	})
	return list
}

// left says how many are not shown and where they are.
func (q *queue) left() string {
	rest := q.seen - int64(len(q.kept))
	if rest == 0 {
		return ""
	}
	return grouped(rest) + " more records to review are not shown here: they are in findings.jsonl and findings.csv, review_priority 1 to 4."
}

func (q *queue) entry(f *screen.Finding) *entry {
	rec := f.Reading.Record
	verdict, reviewer, reason := q.o.decided()
	return &entry{
		Verdict: verdict, Reviewer: strings.Clone(reviewer), Reason: strings.Clone(reason),
		Priority:  f.Priority,
		harm:      f.Harm,
		Record:    strings.Clone(f.RecordID),
		Case:      strings.Clone(rec.CaseID),
		Source:    place(rec.File, rec.Sheet, rec.Row),
		Recorded:  recordedAs(f),
		Reads:     readsAs(f),
		Finding:   findingTitle(f),
		Why:       q.why(f),
		Quotes:    carrying(f),
		Questions: clones(f.Assessment.OpenQuestions),
	}
}

// why says what decided, then what a reviewer should know beside it.
func (q *queue) why(f *screen.Finding) []string {
	a := &f.Assessment
	var why []string
	if a.Decision != "" {
		why = append(why, q.decision(a.Decision))
	}
	for _, state := range []screen.State{screen.Present, screen.Absent} {
		if names := elementsIn(a, state); names != "" {
			why = append(why, sentence(string(state))+": "+names)
		}
	}
	for _, flag := range f.Flags {
		why = append(why, flagTitle(flag))
	}
	if line := q.o.decidedLine(); line != "" {
		why = append(why, line)
	}
	return append(append(why, clones(a.Conflicts)...), q.changes(f)...)
}

// shownChanges is how many changes are told of one record.
const shownChanges = 2

// changes says what would have to be found out for the record to read otherwise.
func (q *queue) changes(f *screen.Finding) []string {
	if q.tries == nil {
		return nil
	}
	var list []string
	for _, c := range q.tries(f) {
		if len(list) < shownChanges && c.Asks() {
			list = append(list, sentence(ChangeText(c)))
		}
	}
	return list
}

// decision names the row that fired, and the law that it rests on.
func (q *queue) decision(row string) string {
	d := q.rows[row]
	words := cmp.Or(d.Title, "Decided as: "+plain(row))
	if d.Citation != "" {
		words += " (" + d.Citation + ")"
	}
	return words
}

func elementsIn(a *screen.Assessment, state screen.State) string {
	var names []string
	for _, e := range a.Elements {
		if e.State != state {
			continue
		}
		name := elementTitle(e.ID)
		if e.Inferred {
			name += " (inferred)"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// carrying returns the quotes that the elements stand on, each once, in the
// order of the text.
func carrying(f *screen.Finding) []quote {
	elements := map[int][]string{}
	for _, e := range f.Assessment.Elements {
		for _, at := range e.Evidence {
			elements[at] = append(elements[at], elementTitle(e.ID))
		}
	}
	var quotes []quote
	for i := range f.Reading.Evidence {
		if names, ok := elements[i]; ok && len(quotes) < maxQuotes {
			e := &f.Reading.Evidence[i]
			quotes = append(quotes, quote{
				Text: shortened(e.Quote), Element: strings.Join(names, ", "), Denied: e.Polarity == extract.Negated,
			})
		}
	}
	return quotes
}

// shortened copies a quote and bounds it: this is a list to look through.
func shortened(s string) string {
	const most = 300
	if len(s) <= most {
		return strings.Clone(s)
	}
	end := most
	for s[end]&0xC0 == 0x80 { // not inside a character
		end--
	}
	return s[:end] + " …"
}

func recordedAs(f *screen.Finding) string {
	title := labelTitle(f.Label)
	if raw := strings.TrimSpace(f.Reading.Record.Label); raw != "" && !strings.EqualFold(raw, title) {
		return title + " (“" + raw + "”)"
	}
	return title
}

func readsAs(f *screen.Finding) string {
	title := classTitle(column(f))
	if f.Assessment.Undetermined {
		return title + "; trafficking not ruled out"
	}
	return title
}

// place names where a record stands: "cases.xlsx, sheet 2019, row 41".
func place(file, sheet string, row int) string {
	at := file
	if sheet != "" {
		at += ", sheet " + sheet
	}
	if row > 0 {
		at += ", row " + strconv.Itoa(row)
	}
	return strings.Clone(at)
}

func clones(list []string) []string {
	copied := make([]string, len(list))
	for i, s := range list {
		copied[i] = strings.Clone(s)
	}
	return copied
}

// sentence begins with a capital letter.
func sentence(s string) string {
	return strings.ToUpper(s[:1]) + s[1:]
}

// urgency is a heap with the least urgent entry on top.
type urgency []*entry

func (u urgency) Len() int           { return len(u) }
func (u urgency) Less(i, j int) bool { return before(u[j], u[i]) }
func (u urgency) Swap(i, j int)      { u[i], u[j] = u[j], u[i] }
func (u *urgency) Push(e any)        { *u = append(*u, e.(*entry)) }

// Pop implements heap.Interface.
func (u *urgency) Pop() any {
	last := len(*u) - 1
	e := (*u)[last]
	(*u)[last] = nil
	*u = (*u)[:last]
	return e
}

func before(a, b *entry) bool {
	if a.Priority != b.Priority {
		return a.Priority < b.Priority
	}
	if a.harm != b.harm {
		return a.harm > b.harm
	}
	return a.seq < b.seq
}
