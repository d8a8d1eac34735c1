package reports

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"palermo/screen"
)

func TestQueueKeepsTheMostUrgent(t *testing.T) {
	q := newQueue(4, Options{}, english(t))
	for i, priority := range []int{3, 4, 2, 5, 3, 1, 2, 3, 1} {
		f := missed(i)
		f.Priority = priority
		q.add(row(f))
	}
	var got []string
	for _, e := range q.sorted() {
		got = append(got, fmt.Sprint(e.Priority, " ", e.Record))
	}
	want := []string{"1 C-005", "1 C-008", "2 C-002", "2 C-006"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("queue (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(q.left(), "Records to review that are not shown here: 4.") {
		t.Errorf("what is left: %q", q.left())
	}
}

func TestQueueWithRoomLeavesNothing(t *testing.T) {
	q := newQueue(1, Options{}, english(t))
	q.add(row(missed(1)))
	if q.left() != "" {
		t.Errorf("%q", q.left())
	}
}

func TestEntry(t *testing.T) {
	q := newQueue(1, options(), english(t))
	f := missed(1)
	f.Assessment.Undetermined = true
	f.Assessment.Conflicts = []string{"free to leave, and locked in"}
	q.add(row(f))
	want := &entry{
		Priority: 2, seq: 1, Record: "C-001", Case: "C-001", Unit: "North", Label: screen.LabelSmuggling, Class: screen.Trafficking, Source: "cases.csv, row 2",
		Recorded: "Smuggling (“Human Smuggling”)",
		Reads:    "Trafficking in persons; trafficking not ruled out",
		Finding:  "Recorded as smuggling, reads as trafficking",
		Why: []reason{
			{Text: "Decided as: means and purpose (TIP Protocol art. 3)"},
			{Text: "Present: means, purpose of exploitation"},
			{Text: "Absent: child"},
			{Text: "Inferred, and stated by no words: illegal entry; from procurement of entry or stay, “took her passport”"},
			{Text: "Both terms are used for one event"},
			{Text: "free to leave, and locked in", English: true},
		},
		Passages: []passage{{
			Pieces: []piece{
				{Text: "They "},
				{Text: "took her passport", Marked: true, For: "means"},
				{Text: ". She "},
				{Text: "was made to work in the kitchen.", Marked: true, For: "purpose of exploitation"},
				{Text: " She was "},
				{Text: "not locked in", Marked: true, For: "child: absent, denied"},
				{Text: "."},
			},
			field: "narrative", end: 83,
		}},
		Questions: []string{"How was the border crossed?"},
	}
	if diff := cmp.Diff(want, q.sorted()[0], cmp.AllowUnexported(entry{}, passage{}, piece{})); diff != "" {
		t.Error(diff)
	}
}

// What decides is shown, also where it stands behind many other quotes.
func TestEveryElementIsQuoted(t *testing.T) {
	f := missed(1)
	for i := range 20 {
		e := f.Reading.Evidence[1]
		e.Span.Start, e.Span.End, e.Quote = 500*(i+1), 500*(i+1)+5, "quote"
		f.Reading.Evidence = append(f.Reading.Evidence, e)
		f.Assessment.Elements[0].Evidence = append(f.Assessment.Elements[0].Evidence, len(f.Reading.Evidence)-1)
	}
	e := f.Reading.Evidence[1]
	e.Span.Start, e.Span.End, e.Quote = 20_000, 20_016, "she was fourteen"
	f.Reading.Evidence = append(f.Reading.Evidence, e)
	for i := range f.Assessment.Elements {
		if f.Assessment.Elements[i].ID == screen.VictimChild {
			f.Assessment.Elements[i] = screen.Element{ID: screen.VictimChild, State: screen.Present, Evidence: []int{len(f.Reading.Evidence) - 1}}
		}
	}
	passages, _ := newQueue(1, Options{}, english(t)).carrying(row(f))
	last := passages[len(passages)-1]
	if text := last.plain(english(t)); !strings.Contains(text, "“she was fourteen” (child)") {
		t.Errorf("the last passage is %q", text)
	}
}

func TestEntryBoundsQuotes(t *testing.T) {
	f := missed(1)
	f.Reading.Evidence[0].Quote = strings.Repeat("ي", 9000)
	for i := range 40 {
		e := f.Reading.Evidence[1]
		e.Span.Start, e.Span.End = 20_000+500*i, 20_005+500*i
		f.Reading.Evidence = append(f.Reading.Evidence, e)
		at := len(f.Reading.Evidence) - 1
		f.Assessment.Elements[0].Evidence = append(f.Assessment.Elements[0].Evidence, at)
	}
	passages, more := newQueue(1, Options{}, english(t)).carrying(row(f))
	if more != "Quotes that are not shown here: 31; findings.jsonl has all of them." {
		t.Errorf("left out: %q", more)
	}
	var quotes []piece
	for _, p := range passages {
		for _, piece := range p.Pieces {
			if piece.Marked {
				quotes = append(quotes, piece)
			}
		}
	}
	if len(quotes) > maxQuotes {
		t.Errorf("%d quotes, at most %d are shown", len(quotes), maxQuotes)
	}
	if text := quotes[0].Text; len(text) > 310 || !utf8.ValidString(text) || !strings.HasSuffix(text, " …") {
		t.Errorf("long quote is %d bytes, valid %v", len(text), utf8.ValidString(text))
	}
}

// row is a finding as writers get it.
func row(f *screen.Finding) *Row { return asRows([]*screen.Finding{f})[0] }

func TestPlace(t *testing.T) {
	w := english(t)
	for want, got := range map[string]string{
		"a.xlsx, sheet 2019, row 4": w.place("a.xlsx", "2019", 4),
		"a.csv, row 4":              w.place("a.csv", "", 4),
		"a.pdf":                     w.place("a.pdf", "", 0),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestBothReadAsSmuggling(t *testing.T) {
	f := sample(1, screen.LabelBoth, screen.Smuggling, screen.MislabelledAsTrafficking, 3)
	if got := english(t).finding(row(f)); got != "Recorded as both, reads as smuggling" {
		t.Errorf("%q", got)
	}
}

func TestRecordedAsWithoutALabel(t *testing.T) {
	f := missed(1)
	f.Label, f.Reading.Record.Label = screen.LabelNone, " "
	if got := newQueue(1, Options{}, english(t)).recorded(row(f)); got != "No label" {
		t.Errorf("%q", got)
	}
}
