package reports

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func reviewColumns() []string {
	return []string{
		"priority", "record", "case", "unit", "source", "recorded_as", "reads_as", "finding", "why",
		"quotes", "questions", "decision", "reviewer", "reason",
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
		s.notes = []string{b.words.of("book", "restricted_queue")}
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
	if e.More != "" {
		quotes = append(quotes, e.More)
	}
	cells := []any{excelize.Cell{Value: e.Priority, StyleID: b.styles.centre}}
	for _, text := range []string{e.Record, e.Case, e.Unit, e.Source, e.Recorded, e.Reads, e.Finding} {
		cells = append(cells, b.words.cut(cell(text)))
	}
	for _, list := range [][]string{why, quotes, e.Questions} {
		cells = append(cells, b.words.cut(lines(strings.Join(list, "\n"))))
	}
	return append(cells, e.Verdict, cell(e.Reviewer), b.words.cut(cell(e.Reason)))
}

// plain is a passage as text: quotes are in quotation marks, and behind each
// stands what it proves.
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
		b.WriteString("“" + piece.Text + "” (" + piece.For + ")")
	}
	if p.Closes {
		b.WriteString(" …")
	}
	return b.String()
}

// offerChoices puts the drop-downs into the columns of the reviewer. A decision
// is one of the list; reviewers and reasons are offered from the sheet Lists,
// which the users fill in, and anything else may be written too.
func (b *workbook) offerChoices() error {
	decisions := excelize.NewDataValidation(true)
	decisions.Sqref = b.choiceColumn(0)
	if err := decisions.SetDropList(b.words.decisions()); err != nil {
		return err
	}
	decisions.SetError(excelize.DataValidationErrorStyleStop, b.words.of("column", "decision"), b.words.of("book", "choose"))
	if err := b.file.AddDataValidation(b.review.name, decisions); err != nil {
		return err
	}
	for i, column := range []string{"A", "B"} {
		list := excelize.NewDataValidation(true)
		list.Sqref = b.choiceColumn(1 + i)
		list.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$3:$%[2]s$%d", b.lists.name, column, listsEnd))
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

// listsEnd is the last row of the lists that drop-downs look at.
const listsEnd = 60

// fillLists writes what is offered to reviewers, to be gone on with by them.
func (b *workbook) fillLists(*Run) error {
	b.lists.notes = []string{b.words.of("book", "lists")}
	for _, reason := range b.words.sequence("reason") {
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
	return []string{"case", "state", "log_rows", "reports", "recorded_as", "reads_as", "finding", "hangs_on", "records"}
}

func caseWidths() []float64 { return []float64{20, 34, 10, 10, 26, 28, 40, 30, 60} }

func (b *workbook) caseCells(c *CaseRow) []any {
	labels := make([]string, len(c.RecordedLabels))
	for i, l := range c.RecordedLabels {
		labels[i] = b.words.label(l)
	}
	return []any{
		b.words.cut(cell(c.CaseID)), b.words.caseState(c.State), c.Rows, c.Reports, strings.Join(labels, ", "),
		b.words.class(c.AssessedClass), b.words.Kind(c.Finding),
		b.words.cut(cell(strings.Join(c.Deciding, ", "))), b.words.cut(cell(strings.Join(c.Records, ", "))),
	}
}
