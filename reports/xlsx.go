package reports

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"io"
	"os"
	"slices"
	"sort"
	"strings"

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
	words    *Words

	file   *excelize.File
	styles styles
	queue  *queue
	cells  []any          // reused from row to row
	blocks map[block]span // what charts show

	summary, review, records, cases, breakdowns, trends, rejects, codes, run, lists *sheet
}

func openWorkbook(w io.Writer, o Options) (Writer, error) {
	b := &workbook{
		out: w, scratch: o.scratch, codebook: o.Codebook, words: o.words,
		file:  excelize.NewFile(excelize.Options{TmpDir: o.scratch}),
		queue: newQueue(maxQueue, o, o.words),
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
	if err := b.file.SetSheetName("Sheet1", b.words.of("sheet", "summary")); err != nil {
		return err
	}
	for _, s := range []struct {
		at      **sheet
		key     string // of its name
		widths  []float64
		columns []string
	}{
		{&b.summary, "summary", summaryWidths(), nil},
		{&b.review, "review", reviewWidths(), b.words.columns(reviewColumns())},
		{&b.records, "records", flatWidths(), columnNames(flatRow{})},
		{&b.cases, "cases", caseWidths(), b.words.columns(caseColumns())},
		{&b.breakdowns, "breakdowns", breakdownWidths(), b.words.columns(breakdownColumns())},
		{&b.trends, "trends", trendWidths(), b.words.columns(trendColumns())},
		{&b.rejects, "quarantine", []float64{40, 16, 8, 14, 8, 60, 60}, columnNames(rejectRow{})},
		{&b.codes, "codebook", []float64{36, 44, 14, 14, 14, 40, 70}, b.words.columns(codeColumns())},
		{&b.run, "run", []float64{30, 60, 20, 14, 14, 14, 14, 50}, nil},
		{&b.lists, "lists", []float64{30, 44}, b.words.columns([]string{"reviewer", "reason"})},
	} {
		if *s.at, err = newSheet(b.file, &b.styles, b.words.of("sheet", s.key), s.widths, s.columns); err != nil {
			return err
		}
	}
	b.records.notes = []string{b.words.of("book", "names")}
	if text := b.words.of("book", "codebook"); text != "" {
		b.codes.notes = []string{text}
	}
	return nil
}

// Add implements Writer.
func (b *workbook) Add(r *Row) error {
	b.queue.add(r)
	b.cells = b.words.cells(b.cells[:0], flat(r))
	return b.records.add(b.cells, 0)
}

// Reject implements Writer.
func (b *workbook) Reject(r source.Reject) error {
	b.cells = b.words.cells(b.cells[:0], rejected(r))
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
	for _, fill := range []func(*Run) error{b.fillBreakdowns, b.fillSummary, b.fillTrends, b.fillReview, b.fillCodebook, b.fillRun, b.fillLists, b.fillFrameworks, b.fillDecisions, b.finish} {
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
	for _, s := range []*sheet{b.summary, b.review, b.records, b.cases, b.breakdowns, b.trends, b.rejects, b.codes, b.run, b.lists} {
		if err := s.finish(); err != nil {
			return err
		}
	}
	created := cmp.Or(run.Created, "1980-01-01T00:00:00Z")
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: b.words.of("text", "title"), Language: b.words.Lang, Creator: run.Program, LastModifiedBy: run.Program,
		Created: created, Modified: created,
	})
}

// pack writes the file. excelize puts the sheets into the archive in the order
// of a map and builds all of it in memory; so it writes to a temporary file
// here, and the parts are then copied, still compressed, in order of their names;
// charts are put right on the way.
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
		put := sorted.Copy
		if strings.HasPrefix(part.Name, "xl/charts/") {
			put = func(part *zip.File) error { return putChart(sorted, part) }
		}
		if err := put(part); err != nil {
			return err
		}
	}
	return sorted.Close()
}

func putChart(z *zip.Writer, part *zip.File) error {
	in, err := part.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := z.Create(part.Name)
	if err != nil {
		return err
	}
	return straighten(out, in)
}
