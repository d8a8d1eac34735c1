package reports

import (
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

func codeColumns() []string {
	return []string{"Indicator", "Title", "Element", "Crime", "Strength", "Sources", "Why"}
}

// fillCodebook lists the taxonomy, so that results can be cited.
func (b *workbook) fillCodebook(*Run) error {
	for _, i := range b.codebook {
		err := b.codes.add([]any{
			cell(i.ID), cell(i.Title), cell(i.Element), cell(i.Crime), string(i.Strength),
			cell(strings.Join(i.Sources, "; ")), cut(cell(i.Why)),
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
	t.section("Run")
	t.fact("Program", run.Program)
	t.fact("Tier", b.words.tier(run))
	t.fact("Legal framework", run.Framework)
	if run.Created != "" {
		t.fact("Created", run.Created)
	}
	if run.PlanSHA256 != "" {
		t.fact("Plan, SHA-256", run.PlanSHA256)
	}
	for _, name := range slices.Sorted(maps.Keys(run.Versions)) {
		t.fact("Version of "+name, run.Versions[name])
	}
	for _, p := range run.Packs {
		t.fact("Own packs", p.Folder+" (SHA-256 "+p.SHA256+")")
	}
	t.inputs(run)
	t.ledger(run.Ledger)
	t.mappings(run)
	if len(run.UnmappedLabels) > 0 {
		t.section("Labels that are not in the list of known labels")
		t.header("Label", "Records")
		for _, l := range run.UnmappedLabels {
			t.row(cut(cell(l.Value)), l.Count)
		}
	}
	return t.err
}

func (t *table) inputs(run *Run) {
	t.section("Inputs")
	t.header("File", "SHA-256", "Format", "Bytes")
	for _, in := range run.Inputs {
		t.row(cell(in.File), in.SHA256, in.Format, in.Bytes)
	}
}

func (t *table) ledger(l Ledger) {
	t.section("Ledger: every row of every input")
	t.header("File", "Sheet", "In", "Out", "Quarantined", "Skipped", "Duplicate", "Note")
	for _, line := range l.Lines {
		t.row(cell(line.File), cell(line.Sheet), line.In, line.Out, line.Quarantined, line.Skipped, line.Duplicate, cell(line.Note))
	}
	sum := l.Total
	t.row("All", "", sum.In, sum.Out, sum.Quarantined, sum.Skipped, sum.Duplicate, "")
}

func (t *table) mappings(run *Run) {
	t.section("How columns were read")
	t.header("File", "Column", "Role", "Sheet", "", "", "", "Why")
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

func (t *table) header(names ...string) {
	if t.err == nil {
		t.err = t.sheet.heading(names, t.styles.header)
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
