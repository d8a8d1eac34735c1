package reports

import (
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

func codeColumns() []string {
	return []string{"indicator", "title", "element", "crime", "strength", "sources", "why"}
}

// fillCodebook lists the taxonomy, so that results can be cited.
func (b *workbook) fillCodebook(*Run) error {
	for _, i := range b.codebook {
		err := b.codes.add([]any{
			cell(i.ID), cell(i.Title), cell(i.Element), cell(i.Crime), string(i.Strength),
			cell(strings.Join(i.Sources, "; ")), b.words.cut(cell(i.Why)),
		}, b.styles.text)
		if err != nil {
			return err
		}
	}
	return nil
}

// fillRun writes the facts of the manifest that a reader of the workbook needs.
func (b *workbook) fillRun(run *Run) error {
	t := table{sheet: b.run, styles: &b.styles, words: b.words}
	t.section(b.words.of("sheet", "run"))
	t.fact(b.words.of("page", "program"), run.Program)
	t.fact(b.words.of("book", "tier"), b.words.tier(run))
	t.fact(b.words.of("page", "framework"), run.Framework)
	if run.Created != "" {
		t.fact(b.words.of("page", "created"), run.Created)
	}
	if run.PlanSHA256 != "" {
		t.fact(b.words.of("book", "plan"), run.PlanSHA256)
	}
	for _, name := range slices.Sorted(maps.Keys(run.Versions)) {
		t.fact(b.words.with("book", "version", "name", name), run.Versions[name])
	}
	for _, p := range run.Packs {
		t.fact(b.words.of("page", "own_packs"), p.Folder+" (SHA-256 "+p.SHA256+")")
	}
	t.inputs(run)
	t.ledger(run.Ledger)
	t.mappings(run)
	if len(run.UnmappedLabels) > 0 {
		t.section(b.words.of("book", "unmapped"))
		t.header("label", "records")
		for _, l := range run.UnmappedLabels {
			t.row(b.words.cut(cell(l.Value)), l.Count)
		}
	}
	return t.err
}

func (t *table) inputs(run *Run) {
	t.section(t.words.of("book", "inputs"))
	t.header("file", "SHA-256", "format", "bytes")
	for _, in := range run.Inputs {
		t.row(cell(in.File), in.SHA256, in.Format, in.Bytes)
	}
}

func (t *table) ledger(l Ledger) {
	t.section(t.words.of("book", "ledger"))
	t.header("file", "sheet", "in", "out", "quarantined", "skipped", "duplicate", "note")
	for _, line := range l.Lines {
		t.row(cell(line.File), cell(line.Sheet), line.In, line.Out, line.Quarantined, line.Skipped, line.Duplicate, cell(line.Note))
	}
	sum := l.Total
	t.row(t.words.of("page", "all"), "", sum.In, sum.Out, sum.Quarantined, sum.Skipped, sum.Duplicate, "")
}

func (t *table) mappings(run *Run) {
	t.section(t.words.of("book", "mappings"))
	t.header("file", "column", "role", "sheet", "", "", "", "why")
	for _, m := range run.Mappings {
		for _, c := range m.Columns {
			if c.Role != "" {
				t.row(cell(m.File), cell(c.Name), string(c.Role), cell(m.Sheet), "", "", "", cell(c.Why))
			}
		}
	}
}

// table writes a free layout and keeps the first error.
type table struct {
	sheet  *sheet
	styles *styles
	words  *Words
	err    error
}

func (t *table) section(title string) {
	if t.sheet.row > 0 {
		t.put([]any{""}, 0)
	}
	t.put([]any{excelize.Cell{Value: title, StyleID: t.styles.section}}, 0)
}

// header writes the heads of columns, by the keys of their names.
func (t *table) header(keys ...string) {
	if t.err == nil {
		t.err = t.sheet.heading(t.words.columns(keys), t.styles.header)
	}
}

// figures is header for columns of numbers after the first.
func (t *table) figures(names ...string) {
	if t.err == nil {
		t.err = t.sheet.heading(names, t.styles.figures)
	}
}

func (t *table) row(cells ...any) { t.put(cells, t.styles.text) }

func (t *table) fact(name, value string) { t.row(name, cell(value)) }

func (t *table) put(cells []any, style int) {
	if t.err == nil {
		t.err = t.sheet.put(cells, style)
	}
}
