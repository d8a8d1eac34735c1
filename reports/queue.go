package reports

import (
	"cmp"
	"container/heap"
	"slices"
	"strconv"
	"strings"

	"palermo/screen"
)

// entry is one record of the review queue, in words. It holds copies: a piece
// of a record would keep the whole of it in memory.
type entry struct {
	Priority  int
	harm      int
	seq       int64 // place in the input
	Record    string
	Case      string
	Source    string
	Unit      string
	Label     screen.Label
	Class     screen.Class // as a column of the table
	Recorded  string
	Reads     string
	Finding   string
	Why       []reason
	Passages  []passage
	More      string // how many quotes are not shown, empty where all are
	Questions []string

	Verdict, Reviewer, Reason string // what was decided already, in words
}

// queue keeps the most urgent records: lowest priority number first, then the
// greatest weight (harm), then input order. It holds at most max of them at any size of the input.
type queue struct {
	max   int
	words *Words
	rows  map[string]screen.Decision // of the decision table
	kept  urgency
	seen  int64 // all records that belong in it
	next  int64
}

func newQueue(max int, o Options, words *Words) *queue {
	q := &queue{max: max, words: words, rows: map[string]screen.Decision{}}
	for _, d := range o.Decisions {
		q.rows[d.ID] = d
	}
	return q
}

// add takes a finding if it is among the most urgent so far.
func (q *queue) add(r *Row) {
	q.next++
	if r.ReviewPriority > screen.LastPriority {
		return
	}
	q.seen++
	if len(q.kept) == q.max {
		if last := q.kept[0]; r.ReviewPriority > last.Priority || r.ReviewPriority == last.Priority && r.Harm <= last.harm {
			return
		}
		heap.Pop(&q.kept)
	}
	e := q.entry(r)
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
	return q.words.with("text", "left", "n", q.words.whole(rest), "last", strconv.Itoa(screen.LastPriority))
}

func (q *queue) entry(r *Row) *entry {
	verdict, reviewer, said := q.words.decided(r)
	shown, more := q.carrying(r)
	return &entry{
		Priority:  r.ReviewPriority,
		harm:      r.Harm,
		Record:    copied(r.RecordID),
		Case:      copied(r.CaseID),
		Source:    copied(q.words.place(r.SourceFile, r.SourceSheet, r.SourceRow)),
		Unit:      copied(r.Unit),
		Label:     r.RecordedLabel,
		Class:     column(r.Finding, r.AssessedClass),
		Recorded:  q.recorded(r),
		Reads:     q.reads(r),
		Finding:   q.words.finding(r),
		Why:       q.why(r),
		Passages:  shown,
		More:      more,
		Questions: q.questions(r),
		Verdict:   verdict, Reviewer: copied(reviewer), Reason: copied(said),
	}
}

// copied is a text of the record that can be shown anywhere.
func copied(s string) string { return strings.Clone(flatten(s, false)) }

// reason is one thing that a reviewer should know. What frameworks say is in
// English in every report, and a screen reader has to be told so.
type reason struct {
	Text    string
	English bool
}

// why says what decided, then what a reviewer should know beside it.
func (q *queue) why(r *Row) []reason {
	var why []reason
	if r.Decision != "" {
		why = append(why, q.decision(r.Decision))
	}
	for _, state := range []screen.State{screen.Present, screen.Absent} {
		if names := q.elementsIn(r, state); names != "" {
			why = append(why, reason{Text: q.words.of("state", string(state)) + ": " + names})
		}
	}
	why = append(why, q.inferences(r)...)
	for _, flag := range r.Flags {
		why = append(why, reason{Text: q.words.flag(flag)})
	}
	if len(r.Weights) > 0 {
		why = append(why, reason{Text: q.words.with("text", "weighs", "n", strconv.Itoa(r.Harm), "list", q.words.Weights(r.Weights))})
	}
	if line := q.words.decidedLine(r); line != "" {
		why = append(why, reason{Text: line})
	}
	for _, list := range [][]string{r.Conflicts, r.WouldChange} {
		for _, text := range list {
			why = append(why, reason{strings.Clone(text), true})
		}
	}
	return why
}

// decision names the row that fired, and the law that it rests on.
func (q *queue) decision(row string) reason {
	d := q.rows[row]
	text := cmp.Or(d.Title, q.words.with("text", "decided", "row", strings.ReplaceAll(row, "_", " ")))
	if d.Citation != "" {
		text += " (" + d.Citation + ")"
	}
	return reason{text, d.Title != ""}
}

// elementsIn names the elements that words of the record put into a state.
func (q *queue) elementsIn(r *Row, state screen.State) string {
	var names []string
	for id, e := range r.Elements.all() {
		if e.State == state && !e.Inferred {
			names = append(names, q.words.element(id))
		}
	}
	return strings.Join(names, ", ")
}

func (q *queue) questions(r *Row) []string {
	list := make([]string, len(r.OpenQuestions))
	for i, text := range r.OpenQuestions {
		list[i] = strings.Clone(q.words.question(text))
	}
	return list
}

// shortMark ends a quote that is not shown to its end.
const shortMark = " …"

// shortened bounds a quote: this is a list to look through.
func shortened(s string) string { return upTo(300, s) }

// brief bounds a quote that is only named, and shown elsewhere.
func brief(s string) string { return upTo(80, s) }

func upTo(most int, s string) string {
	if len(s) <= most {
		return s
	}
	end := most
	for s[end]&0xC0 == 0x80 { // not inside a character
		end--
	}
	return s[:end] + shortMark
}

func (q *queue) recorded(r *Row) string {
	title := q.words.label(r.RecordedLabel)
	if raw := strings.TrimSpace(r.RecordedLabelRaw); raw != "" && !strings.EqualFold(raw, title) {
		return title + " (“" + flatten(raw, false) + "”)"
	}
	return title
}

func (q *queue) reads(r *Row) string {
	title := q.words.class(column(r.Finding, r.AssessedClass))
	if r.TraffickingUndetermined {
		title += q.words.of("text", "not_ruled_out")
	}
	return title
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
