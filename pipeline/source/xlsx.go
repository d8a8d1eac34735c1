package source

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// readXLSX reads every sheet of a workbook as a table.
func readXLSX(rd *reading) error {
	watch := &stopwatch{limit: rd.opt.Limits.WorkbookTime}
	start := time.Now()
	parts, err := checkWorkbook(rd.path(), rd.opt.Limits.UnzipBytes)
	if err != nil {
		return rd.fault("is a damaged workbook", "open it in a spreadsheet program, repair it and save it again", err)
	}
	scratch, err := os.MkdirTemp("", "palermo-xlsx-")
	if err != nil {
		return rd.fault("cannot be unpacked", "make room in the temporary folder", err)
	}
	defer os.RemoveAll(scratch)
	book, err := excelize.OpenFile(rd.path(), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: rd.opt.Limits.UnzipBytes, TmpDir: scratch,
	})
	if err != nil {
		return rd.fault("is a workbook that cannot be opened", "save it again as .xlsx", err)
	}
	defer book.Close()
	if watch.took(start) {
		return rd.tookTooLong()
	}
	for _, name := range book.GetSheetList() {
		if err := rd.sheet(book, name, parts[name], watch); err != nil {
			return err
		}
	}
	return nil
}

// sheet reads one worksheet. What is a hidden sheet to the person who looks at
// the workbook is read too, and its records say so.
func (rd *reading) sheet(book *excelize.File, name string, part sheetPart, watch *stopwatch) error {
	t := newTable(rd, name, rd.opt.plan(rd.in.File, name))
	if t.plan.Skip {
		return t.leaveOut(part.lastRow)
	}
	t.loose, t.workbook, t.hidden = true, true, part.hidden
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		t.epoch1904 = *props.Date1904
	}
	if visible, err := book.GetSheetVisible(name); err == nil && !visible {
		t.problems = append(t.problems, "the sheet is hidden in the workbook")
	}
	if part.uncached > 0 {
		t.problems = append(t.problems, fmt.Sprintf("%d formulas of the sheet have no stored value and read as empty: "+
			"save the workbook again in a spreadsheet program", part.uncached))
	}
	if part.missing {
		return t.reject(0, 1, Quarantined, "the workbook names the sheet and does not hold it", mendWorkbook)
	}
	rows, err := book.Rows(name)
	if err != nil || part.other {
		return t.reject(0, 0, Skipped, "is not a worksheet with cells", "")
	}
	last, err := rd.sheetRows(t, rows, part, watch)
	if closing := rows.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return ignorePreviewed(err)
	}
	if err := t.end(); err != nil {
		return ignorePreviewed(err)
	}
	// The library stops at damaged XML without an error.
	if lost := part.lastRow - last; lost > 0 || part.broken {
		return t.reject(last+1, max(lost, 1), Quarantined, "the sheet breaks off: its rows could not be read", mendWorkbook)
	}
	return nil
}

func (rd *reading) tookTooLong() error {
	return rd.fault("takes longer to read than the limit for a workbook, and what follows was not read", "split the workbook, or save its sheets as .csv", errTookTooLong)
}

const mendWorkbook = "open the workbook in a spreadsheet program, repair it and save it again"

// sheetRows adds the rows of a sheet and returns the number of the last one.
// The row that a sheet breaks off in is not added: the rest of it may be
// missing.
func (rd *reading) sheetRows(t *table, rows *excelize.Rows, part sheetPart, watch *stopwatch) (last int, err error) {
	fill := downFill{areas: part.merged}
	for start := time.Now(); rows.Next(); start = time.Now() {
		if part.broken && last >= part.whole {
			break
		}
		last++
		hidden := rows.GetRowOpts().Hidden
		cells, err := rows.Columns()
		if watch.took(start) {
			return last, rd.tookTooLong()
		}
		if err != nil {
			err = t.add(row{number: last, reason: "the row cannot be read", hint: "mend it in the workbook"})
			if err != nil {
				return last, err
			}
			continue
		}
		if err := t.add(row{number: last, cells: fill.row(last, cells), hidden: hidden}); err != nil {
			return last, err
		}
	}
	return last, rows.Error()
}

// downFill puts the value of an area that is merged over several rows into
// every one of them. Across columns nothing is filled: it would repeat a text.
type downFill struct {
	areas []mergedArea // by first row
	open  []openArea
}

// openLimit bounds the areas that lie over one row: a sheet for people has few.
const openLimit = 500

type mergedArea struct{ firstRow, lastRow, column int } // one-based

type openArea struct {
	mergedArea
	value string
}

func (d *downFill) row(number int, cells []string) []string {
	for len(d.areas) > 0 && d.areas[0].firstRow <= number {
		area := d.areas[0]
		d.areas = d.areas[1:]
		if area.column <= len(cells) && len(d.open) < openLimit {
			d.open = append(d.open, openArea{area, strings.Clone(cells[area.column-1])})
		}
	}
	kept := d.open[:0]
	for _, area := range d.open {
		if area.lastRow < number {
			continue
		}
		kept = append(kept, area)
		for len(cells) < area.column {
			cells = append(cells, "")
		}
		if cells[area.column-1] == "" {
			cells[area.column-1] = area.value
		}
	}
	d.open = kept
	return cells
}
