package reports

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"palermo/screen"
)

func summaryWidths() []float64 {
	return []float64{56, 16, 16, 16, 16, 16, 16, 17, 17, 16, 16}
}

// fillSummary writes the figures, each with its denominator beside it.
func (b *workbook) fillSummary(run *Run) error {
	t := table{sheet: b.summary, styles: &b.styles, words: b.words}
	f := run.Figures
	t.put([]any{excelize.Cell{Value: b.words.of("text", "title"), StyleID: b.styles.title}}, 0)
	for _, line := range b.words.headlines(run) {
		t.put([]any{line}, 0)
	}
	t.note(b.words.reading(run))
	t.note(b.words.of("text", "caution"))
	t.note(b.words.tier(run))
	if f.Repeated > 0 {
		t.note(b.words.of("outcome", "repeated") + ": " + b.words.whole(f.Repeated))
	}
	for _, s := range []*sheet{b.records, b.cases, b.rejects} {
		if s.part > 1 {
			t.note(b.words.with("book", "goes_on", "name", s.title, "last", s.name))
		}
	}
	matrix, shares := t.matrix(f), t.shares(f)
	t.rates(f)
	t.kinds(f)
	charts := t.room()
	if t.err != nil {
		return t.err
	}
	if err := b.heat(shares); err != nil {
		return err
	}
	return b.drawCharts(f, charts, matrix)
}

// matrix writes the label x class table and returns where it stands.
func (t *table) matrix(f *Figures) span {
	t.section(t.words.of("book", "matrix"))
	t.figures(t.matrixHeader()...)
	at := span{head: t.sheet.row}
	for _, r := range f.Matrix {
		row := []any{excelize.Cell{Value: t.words.label(r.Label), StyleID: t.styles.text}}
		for _, c := range r.Cells {
			row = append(row, t.shown(c))
		}
		t.put(append(row, t.shown(r.Total)), t.styles.count)
	}
	at.last = t.sheet.row
	row := []any{excelize.Cell{Value: t.words.of("page", "all"), StyleID: t.styles.text}}
	for _, c := range f.Columns {
		row = append(row, t.shown(c))
	}
	t.put(append(row, t.shown(f.Records)), t.styles.count)
	return at
}

func (t *table) matrixHeader() []string {
	header := []string{t.words.of("column", "recorded_as")}
	for _, class := range classColumns() {
		header = append(header, t.words.class(class))
	}
	return append(header, t.words.of("column", "records"))
}

// shares writes the same as shares of each row, which the colours show.
func (t *table) shares(f *Figures) span {
	t.section(t.words.of("book", "shares"))
	t.figures(t.matrixHeader()...)
	at := span{head: t.sheet.row}
	for _, r := range f.Matrix {
		row := []any{excelize.Cell{Value: t.words.label(r.Label), StyleID: t.styles.text}}
		for _, c := range r.Cells {
			row = append(row, t.available(ratio(c, r.Total)))
		}
		t.put(append(row, excelize.Cell{Value: t.shown(r.Total), StyleID: t.styles.count}), t.styles.percent)
	}
	at.last = t.sheet.row
	return at
}

// heat colours the shares from white to a blue on which black still reads. It
// is one scale of brightness, so it keeps its order in greyscale.
func (b *workbook) heat(at span) error {
	block := b.summary.block(2, at.head+1, 1+len(classColumns()), at.last)
	return b.file.SetConditionalFormat(b.summary.name, block, []excelize.ConditionalFormatOptions{{
		Type: "2_color_scale", Criteria: "=",
		MinType: "num", MinValue: "0", MinColor: "#FFFFFF", MaxType: "num", MaxValue: "1", MaxColor: "#6FA3C4",
	}})
}

func (t *table) rates(f *Figures) {
	t.section(t.words.of("page", "rates"))
	t.note(t.words.of("text", "bounds"))
	t.figures(t.words.columns([]string{
		"rate", "records", "of", "rate", "from", "to", "undetermined", "undetermined_share", "all_right", "all_wrong",
	})...)
	for _, r := range f.Rates {
		interval, ok := r.Interval()
		bounds, bounded := r.Bounds()
		t.put([]any{
			excelize.Cell{Value: t.words.rateTitle(r) + " (" + t.words.of("page", "of") + " " + t.words.rateOf(r) + ")", StyleID: t.styles.text},
			excelize.Cell{Value: t.shown(r.Numerator), StyleID: t.styles.count},
			excelize.Cell{Value: t.shown(r.Denominator), StyleID: t.styles.count},
			t.available(r.Value()), t.available(interval.Lower, ok), t.available(interval.Upper, ok),
			excelize.Cell{Value: t.shown(r.Undetermined), StyleID: t.styles.count},
			t.available(r.UndeterminedShare()), t.available(bounds.Lower, bounded), t.available(bounds.Upper, bounded),
		}, t.styles.percent)
	}
}

func (t *table) kinds(f *Figures) {
	t.section(t.words.of("page", "findings"))
	t.figures(t.words.columns([]string{"finding", "records", "share"})...)
	for i, k := range screen.Kinds() {
		t.put([]any{
			excelize.Cell{Value: t.words.Kind(k), StyleID: t.styles.text}, t.shown(f.Kinds[i]),
			excelize.Cell{Value: t.available(ratio(f.Kinds[i], f.Records)), StyleID: t.styles.percent},
		}, t.styles.count)
	}
}

// chartRows is the room that one row of charts takes, also in programs whose
// rows are lower than Excel's.
const chartRows = 18

// room leaves rows free for the charts and returns the first of them.
func (t *table) room() int {
	t.section(t.words.of("book", "charts"))
	at := t.sheet.row + 1
	if t.err == nil {
		t.err = t.sheet.out.InsertPageBreak("A" + strconv.Itoa(t.sheet.row))
	}
	t.sheet.row += 3 * chartRows
	return at
}

// span is the header and the last row of a table in a sheet.
type span struct{ head, last int }

// shown is a count, or the words for one that is withheld.
func (t *table) shown(c Count) any {
	if c.Withheld {
		return t.words.of("number", "withheld")
	}
	return c.N
}

// available is a share, or the words for a missing one.
func (t *table) available(p float64, ok bool) any {
	if !ok {
		return t.words.of("number", "none")
	}
	return p
}

func (t *table) note(text string) {
	if text != "" {
		t.put([]any{excelize.Cell{Value: text, StyleID: t.styles.note}}, 0)
	}
}
