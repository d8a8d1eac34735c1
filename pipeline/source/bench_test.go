package source

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// caseLog returns a case log of invented rows.
func caseLog(rows int) string {
	var b strings.Builder
	b.WriteString("case_id,date,unit,offence,narrative\n")
	for i := range rows {
		fmt.Fprintf(&b, "CW-%06d,2019-01-%02d,North,Human smuggling,\"%s That was the %dth time, he said.\"\n", i, i%28+1, story, i)
	}
	return b.String()
}

func BenchmarkCSV(b *testing.B) {
	const rows = 20_000
	content := caseLog(rows)
	path := write(b, "log.csv", content)
	perRow := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
	}
	b.Run("read", func(b *testing.B) {
		in, err := Digest(path)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(content)))
		b.ReportAllocs()
		for b.Loop() {
			if err := Read(context.Background(), in, Options{}, func(Item) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
		perRow(b)
	})
	b.Run("digest", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		for b.Loop() {
			if _, err := Digest(path); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		b.ReportAllocs()
		for b.Loop() {
			bareCSV(b, path)
		}
		perRow(b)
	})
}

// The cost of reading a million rows against that of the least that must be
// done, in the same run and in turn.
func BenchmarkMillionCSV(b *testing.B) {
	path := write(b, "log.csv", caseLog(1_000_000))
	in, err := Digest(path)
	if err != nil {
		b.Fatal(err)
	}
	inTurn(b, func() { readIt(b, in) }, func() { bareCSV(b, path) })
}

func BenchmarkWorkbook(b *testing.B) {
	path := write(b, "log.xlsx", bigBook(b, 100_000))
	in, err := Digest(path)
	if err != nil {
		b.Fatal(err)
	}
	inTurn(b, func() { readIt(b, in) }, func() { bareXLSX(b, path) })
}

func readIt(b *testing.B, in Input) {
	if err := Read(context.Background(), in, Options{}, func(Item) error { return nil }); err != nil {
		b.Fatal(err)
	}
}

// inTurn runs two works one after the other and reports how many times the
// least time of the second one the least time of the first one is.
func inTurn(b *testing.B, ours, bare func()) {
	least := [2]time.Duration{math.MaxInt64, math.MaxInt64}
	for b.Loop() {
		for i, work := range []func(){ours, bare} {
			runtime.GC()
			start := time.Now()
			work()
			least[i] = min(least[i], time.Since(start))
		}
	}
	b.ReportMetric(float64(least[0])/float64(least[1]), "x-bare")
	b.ReportMetric(least[0].Seconds(), "s-ours")
	b.ReportMetric(least[1].Seconds(), "s-bare")
}

// bareCSV is the least that reading a CSV file into records costs: encoding/csv,
// and the fields of every record filled in.
func bareCSV(b *testing.B, path string) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, copyBuffer))
	r.ReuseRecord = true
	names, err := r.Read()
	if err != nil {
		b.Fatal(err)
	}
	blank := make([]Field, len(names))
	for i, name := range names {
		blank[i] = Field{Name: name, Role: []Role{RoleCaseID, RoleDate, RoleUnit, RoleLabel, RoleNarrative}[i]}
	}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			b.Fatal(err)
		}
		bareFill(blank, cells, path)
	}
}

// bareFill makes a record of cells.
func bareFill(blank []Field, cells []string, path string) *Record {
	record := &Record{Location: Location{File: path}, Document: CaseLogRow, Fields: make([]Field, len(blank))}
	copy(record.Fields, blank)
	for i, cell := range cells {
		record.Fields[i].Value = cell
	}
	record.CaseID, record.Date, record.Unit, record.Label = cells[0], cells[1], cells[2], cells[3]
	record.Year, _ = strconv.Atoi(cells[1][:4])
	return record
}

// bareXLSX is the least that reading the rows of a workbook costs.
func bareXLSX(b *testing.B, path string) {
	book, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	rows, err := book.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Close(); err != nil {
		b.Fatal(err)
	}
}

func bigBook(b *testing.B, rows int) string {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range rows + 1 {
		cells := []any{fmt.Sprintf("CW-%06d", i), 43500 + i%300, "North", "Human smuggling", fmt.Sprintf("%s That was the %dth time, he said.", story, i)}
		if i == 0 {
			cells = []any{"case_id", "date", "unit", "offence", "narrative"}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		b.Fatal(err)
	}
	return out.String()
}
