package reports

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"io"
	"os"
	"slices"
	"sort"

	"github.com/xuri/excelize/v2"

	"palermo/extract"
	"palermo/pipeline/history"
	"palermo/pipeline/source"
)

// maxQueue bounds the review queue of the workbook.
const maxQueue = 10_000

// workbook writes reconciliation.xlsx. Rows are streamed: only the review queue
// and one chunk of each sheet are in memory.
type workbook struct {
	out      io.Writer
	scratch  string
	codebook []extract.Indicator
	words    *Words // English, as are the names of the columns

	file   *excelize.File
	styles styles
	queue  *queue
	cells  []any          // reused from row to row
	blocks map[block]span // what charts show

	summary, review, records, cases, breakdowns, rejects, codes, run, lists *sheet
}

func openWorkbook(w io.Writer, o Options) (Writer, error) {
	b := &workbook{
		out: w, scratch: o.scratch, codebook: o.Codebook, words: o.english,
		file:  excelize.NewFile(excelize.Options{TmpDir: o.scratch}),
		queue: newQueue(maxQueue, o, o.english),
	}
	if err := b.lay(); err != nil {
		b.Abort()
		return nil, err
	}
	return b, nil
}

// lay makes the sheets in the order in which they are shown.
func (b *workbook) lay() error {
	var err error
	if b.styles, err = newStyles(b.file); err != nil {
		return err
	}
	if err := b.file.SetSheetName("Sheet1", "Summary"); err != nil {
		return err
	}
	for _, s := range []struct {
		at      **sheet
		name    string
		widths  []float64
		columns []string
	}{
		{&b.summary, "Summary", summaryWidths(), nil},
		{&b.review, "Review queue", reviewWidths(), reviewColumns()},
		{&b.records, "All records", flatWidths(), columnNames(flatRow{})},
		{&b.cases, "By case", []float64{20, 34, 10, 10, 26, 28, 40, 30, 60}, caseColumns()},
		{&b.breakdowns, "Breakdowns", breakdownWidths(), breakdownColumns()},
		{&b.rejects, "Quarantine", []float64{40, 16, 8, 14, 8, 60, 60}, columnNames(rejectRow{})},
		{&b.codes, "Codebook", []float64{36, 44, 14, 14, 14, 40, 70}, codeColumns()},
		{&b.run, "Run", []float64{30, 60, 20, 14, 14, 14, 14, 50}, nil},
		{&b.lists, listsSheet, []float64{30, 44}, []string{"Reviewer", "Reason"}},
	} {
		if *s.at, err = newSheet(b.file, &b.styles, s.name, s.widths, s.columns); err != nil {
			return err
		}
	}
	return nil
}

// Add implements Writer.
func (b *workbook) Add(r *Row) error {
	b.queue.add(r)
	b.cells = columnValues(b.cells[:0], flat(r))
	return b.records.add(b.cells, 0)
}

// Reject implements Writer.
func (b *workbook) Reject(r source.Reject) error {
	b.cells = columnValues(b.cells[:0], rejected(r))
	return b.rejects.add(b.cells, b.styles.text)
}

// Case implements Writer.
func (b *workbook) Case(c *CaseRow) error {
	return b.cases.add(b.caseCells(c), b.styles.text)
}

// Absent implements Writer. The file of its own has them.
func (b *workbook) Absent(*history.Gone) error { return nil }

// Close implements Writer.
func (b *workbook) Close(run *Run) error {
	defer b.Abort()
	for _, fill := range []func(*Run) error{b.fillBreakdowns, b.fillSummary, b.fillReview, b.fillCodebook, b.fillRun, b.fillLists, b.finish} {
		if err := fill(run); err != nil {
			return err
		}
	}
	return b.pack()
}

// Abort implements Writer.
func (b *workbook) Abort() {
	_ = b.file.Close()
}

// finish ends all sheets and sets the properties, with a fixed date in place of
// the clock.
func (b *workbook) finish(run *Run) error {
	for _, s := range []*sheet{b.summary, b.review, b.records, b.cases, b.breakdowns, b.rejects, b.codes, b.run, b.lists} {
		if err := s.finish(); err != nil {
			return err
		}
	}
	created := cmp.Or(run.Created, "1980-01-01T00:00:00Z")
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: "Reconciliation of recorded labels", Creator: run.Program, LastModifiedBy: run.Program,
		Created: created, Modified: created,
	})
}

// pack writes the file. excelize puts the sheets into the archive in the order
// of a map and builds all of it in memory; so it writes to a temporary file
// here, and the parts are then copied, still compressed, in order of their names.
func (b *workbook) pack() error {
	tmp, err := os.CreateTemp(b.scratch, "workbook-")
	if err != nil {
		return err
	}
	defer func() {
		_ = tmp.Close()
		_ = os.Remove(tmp.Name())
	}()
	types := b.file.ContentTypes.Defaults // filled from a map when a chart is added; its type has no name here
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return quickArchive(tmp) })
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	return sortArchive(b.out, tmp)
}

// quickArchive compresses for speed: most of the time of a large workbook goes
// there, and its repetitive rows shrink well at any level.
func quickArchive(w io.Writer) *zip.Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestSpeed)
	})
	return z
}

func sortArchive(w io.Writer, from *os.File) error {
	size, err := from.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	r, err := zip.NewReader(from, size)
	if err != nil {
		return err
	}
	slices.SortFunc(r.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	sorted := zip.NewWriter(w)
	for _, part := range r.File {
		if err := sorted.Copy(part); err != nil {
			return err
		}
	}
	return sorted.Close()
}
