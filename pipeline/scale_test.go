package pipeline

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"palermo/pipeline/source"
)

// BenchmarkAudit runs the whole pipeline over a case log made of the rows of
// the demo, and reports rows per second and the peak memory of the process so
// far. Run one size at a time to compare the peaks:
//
//	go test ./pipeline -run '^$' -bench 'Audit/1000000' -benchtime 1x
func BenchmarkAudit(b *testing.B) {
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			in := enlarged(b, rows)
			for b.Loop() {
				result, err := Audit(context.Background(), options(b.TempDir(), 2, in))
				if err != nil {
					b.Fatal(err)
				}
				if got := result.Run.Ledger.Total.Out; got != int64(rows) {
					b.Fatalf("%d records came out of %d rows", got, rows)
				}
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(peakMB(b), "peak-MB")
		})
	}
}

// enlarged writes a case log with the rows of the demo over and over, each
// under a case id of its own.
func enlarged(b *testing.B, rows int) string {
	b.Helper()
	demo := demoRows(b)
	name := filepath.Join(b.TempDir(), "log.csv")
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w := csv.NewWriter(bufio.NewWriter(f))
	w.Write([]string{"case_no", "date", "unit", "recorded_label", "narrative"})
	for i := range rows {
		r := demo[i%len(demo)]
		w.Write([]string{fmt.Sprintf("GEN-%d-%07d", 2016+i%9, i), r[0], r[1], r[2], r[3]})
	}
	w.Flush()
	if err := w.Error(); err != nil {
		b.Fatal(err)
	}
	return name
}

// demoRows returns date, unit, label and narrative of every record of the demo.
func demoRows(b *testing.B) [][4]string {
	b.Helper()
	inputs, _, err := find(context.Background(), []string{"../fixtures/casework"})
	if err != nil {
		b.Fatal(err)
	}
	var rows [][4]string
	for _, in := range inputs {
		err := source.Read(context.Background(), in.Input, source.Options{}, func(item source.Item) error {
			if r := item.Record; r != nil {
				for i := range r.Narratives() {
					rows = append(rows, [4]string{r.Date, r.Unit, r.Label, r.Fields[i].Value})
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return rows
}

// peakMB is the largest resident set that this process had, where the system
// says so.
func peakMB(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("this system does not tell the peak memory")
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kb, _ := strconv.ParseFloat(strings.Fields(after)[0], 64)
	return kb / 1024
}
