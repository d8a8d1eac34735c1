package reports

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func reviewColumns() []string {
	return []string{
		"Priority", "Record", "Case", "Unit", "Source", "Recorded as", "Reads as", "Finding", "Why",
		"Quotes that carry it", "Open questions", "Reviewer decision", "Reviewer", "Reason",
	}
}

func reviewWidths() []float64 {
	return []float64{9, 18, 18, 16, 26, 22, 22, 28, 46, 60, 46, 24, 16, 36}
}

// decisionColumn is where the reviewer's decision goes, one-based.
const decisionColumn = 12

// fillReview writes the review queue, the most urgent first.
func (b *workbook) fillReview(run *Run) error {
	s := b.review
	s.notes = []string{b.words.priorities()}
	if run.Tier == TierShareable {
		s.notes = []string{"Records to review stand in the restricted report only."}
	}
	if left := b.queue.left(); left != "" {
		s.notes = append(s.notes, left)
	}
	for _, e := range b.queue.sorted() {
		if err := s.add(b.reviewCells(e), b.styles.text); err != nil {
			return err
		}
	}
	if s.head == 0 {
		return nil // nothing to review
	}
	if err := b.offerChoices(); err != nil {
		return err
	}
	return b.colourPriorities()
}

func (b *workbook) reviewCells(e *entry) []any {
	why := make([]string, len(e.Why))
	for i, r := range e.Why {
		why[i] = r.Text
	}
	quotes := make([]string, len(e.Passages))
	for i, p := range e.Passages {
		quotes[i] = flatten(p.plain(b.words), false)
	}
	cells := []any{excelize.Cell{Value: e.Priority, StyleID: b.styles.centre}}
	for _, text := range []string{e.Record, e.Case, e.Unit, e.Source, e.Recorded, e.Reads, e.Finding} {
		cells = append(cells, cut(cell(text)))
	}
	for _, list := range [][]string{why, quotes, e.Questions} {
		cells = append(cells, cut(lines(strings.Join(list, "\n"))))
	}
	return append(cells, e.Verdict, cell(e.Reviewer), cut(cell(e.Reason)))
}

// plain is a passage as text: quotes are in quotation marks, and behind each
// stands what it was found for.
func (p *passage) plain(w *Words) string {
	var b strings.Builder
	if p.Opens {
		b.WriteString("… ")
	}
	for _, piece := range p.Pieces {
		if !piece.Marked {
			b.WriteString(piece.Text)
			continue
		}
		b.WriteString("“" + piece.Text + "” (" + piece.purpose(w) + ")")
	}
	if p.Closes {
		b.WriteString(" …")
	}
	return b.String()
}

// purpose says what a quote was found for.
func (p piece) purpose(w *Words) string {
	if p.Denied {
		return p.For + ", " + w.of("state", "denied")
	}
	return p.For
}

// offerChoices puts the drop-downs into the columns of the reviewer. A decision
// is one of the list; reviewers and reasons are offered from the sheet Lists,
// which the users fill in, and anything else may be written too.
func (b *workbook) offerChoices() error {
	decisions := excelize.NewDataValidation(true)
	decisions.Sqref = b.choiceColumn(0)
	if err := decisions.SetDropList(ReviewDecisions()); err != nil {
		return err
	}
	decisions.SetError(excelize.DataValidationErrorStyleStop, "Reviewer decision", "Choose one of the list, and write the reason in the last column.")
	if err := b.file.AddDataValidation(b.review.name, decisions); err != nil {
		return err
	}
	for i, column := range []string{"A", "B"} {
		list := excelize.NewDataValidation(true)
		list.Sqref = b.choiceColumn(1 + i)
		list.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$3:$%[2]s$%d", listsSheet, column, listsEnd))
		list.ShowErrorMessage = false
		if err := b.file.AddDataValidation(b.review.name, list); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) choiceColumn(i int) string {
	return b.review.block(decisionColumn+i, b.review.head+1, decisionColumn+i, b.review.row)
}

// The sheet that drop-downs are filled from.
const (
	listsSheet = "Lists"
	listsEnd   = 60 // last row that the drop-downs look at
)

// fillLists writes what is offered to reviewers, to be gone on with by them.
func (b *workbook) fillLists(*Run) error {
	b.lists.notes = []string{"What the drop-downs of the review queue offer. Write the names of your reviewers here, and reasons of your own."}
	for _, reason := range []string{
		"The words don't say it", "Said of another person", "Only alleged, feared or denied",
		"Known from another document", "Label follows an order or a form", "Another reason (written beside it)",
	} {
		if err := b.lists.add([]any{nil, reason}, 0); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) colourPriorities() error {
	var rules []excelize.ConditionalFormatOptions
	for i := range b.styles.urgent {
		rules = append(rules, excelize.ConditionalFormatOptions{
			Type: "cell", Criteria: "==", Value: strconv.Itoa(i + 1), Format: &b.styles.urgent[i],
		})
	}
	s := b.review
	return b.file.SetConditionalFormat(s.name, s.block(1, s.head+1, 1, s.row), rules)
}

func caseColumns() []string {
	return []string{"Case", "State", "Log rows", "Reports", "Recorded as", "Reads as", "Finding", "Hangs on", "Records"}
}

func (b *workbook) caseCells(c *CaseRow) []any {
	labels := make([]string, len(c.RecordedLabels))
	for i, l := range c.RecordedLabels {
		labels[i] = b.words.label(l)
	}
	return []any{
		cut(cell(c.CaseID)), b.words.caseState(c.State), c.Rows, c.Reports, strings.Join(labels, ", "),
		b.words.class(c.AssessedClass), b.words.Kind(c.Finding),
		cut(cell(strings.Join(c.Deciding, ", "))), cut(cell(strings.Join(c.Records, ", "))),
	}
}
