package reports

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"palermo/screen"
)

func reviewColumns() []string {
	return []string{
		"Priority", "Record", "Case", "Source", "Recorded as", "Reads as", "Finding", "Why",
		"Quotes that carry it", "Open questions", "Reviewer decision", "Reviewer", "Reason",
	}
}

func reviewWidths() []float64 {
	return []float64{9, 18, 18, 26, 22, 22, 28, 46, 60, 46, 24, 16, 36}
}

// decisionColumn is where the reviewer's decision goes, one-based.
const decisionColumn = 11

// fillReview writes the review queue, the most urgent first.
func (b *workbook) fillReview(*Run) error {
	s := b.review
	s.notes = []string{priorities()}
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
	if err := b.offerDecisions(); err != nil {
		return err
	}
	return b.colourPriorities()
}

func (b *workbook) reviewCells(e *entry) []any {
	quotes := make([]string, len(e.Quotes))
	for i, q := range e.Quotes {
		quotes[i] = "“" + flatten(q.Text, false) + "” (" + q.purpose() + ")"
	}
	cells := []any{excelize.Cell{Value: e.Priority, StyleID: b.styles.centre}}
	for _, text := range []string{e.Record, e.Case, e.Source, e.Recorded, e.Reads, e.Finding} {
		cells = append(cells, cut(cell(text)))
	}
	for _, list := range [][]string{e.Why, quotes, e.Questions} {
		cells = append(cells, cut(lines(strings.Join(list, "\n"))))
	}
	return append(cells, e.Verdict, cell(e.Reviewer), cut(cell(e.Reason)))
}

// purpose says what a quote was found for.
func (q quote) purpose() string {
	if q.Denied {
		return q.Element + ", denied"
	}
	return q.Element
}

// offerDecisions puts the drop-down into the column of the decisions.
func (b *workbook) offerDecisions() error {
	list := excelize.NewDataValidation(true)
	list.Sqref = b.review.block(decisionColumn, b.review.head+1, decisionColumn, b.review.row)
	if err := list.SetDropList(ReviewDecisions()); err != nil {
		return err
	}
	list.SetError(excelize.DataValidationErrorStyleStop, "Reviewer decision", "Choose one of the list, and write the reason in the last column.")
	return b.file.AddDataValidation(b.review.name, list)
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

func caseCells(c *screen.Case) []any {
	labels := make([]string, len(c.Labels))
	for i, l := range c.Labels {
		labels[i] = labelTitle(l)
	}
	var records, deciding []string
	for i, d := range c.Documents {
		records = append(records, d.RecordID)
		if slices.Contains(c.Deciding, i) {
			deciding = append(deciding, d.RecordID)
		}
	}
	return []any{
		cut(cell(c.ID)), caseStateTitle(c.State), c.Rows, c.Reports, strings.Join(labels, ", "),
		classTitle(c.Class), KindTitle(c.Kind), cut(cell(strings.Join(deciding, ", "))), cut(cell(strings.Join(records, ", "))),
	}
}
