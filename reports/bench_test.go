package reports

import (
	"io"
	"testing"
)

// Each benchmark writes 100,000 findings to one format:
// go test -bench . -benchtime 1x -benchmem ./reports
const benchFindings = 100_000

func BenchmarkJSONL(b *testing.B)   { benchmark(b, openJSONL) }
func BenchmarkCSV(b *testing.B)     { benchmark(b, openCSV) }
func BenchmarkXLSX(b *testing.B)    { benchmark(b, openWorkbook) }
func BenchmarkHTML(b *testing.B)    { benchmark(b, openPage) }
func BenchmarkParquet(b *testing.B) { benchmark(b, openParquet) }

func benchmark(b *testing.B, open func(io.Writer, Options) (Writer, error)) {
	findings, run := asRows(mixed()), runOf(mixed())
	b.ReportAllocs()
	for b.Loop() {
		o := worded(b)
		o.scratch = b.TempDir()
		w, err := open(io.Discard, o)
		if err != nil {
			b.Fatal(err)
		}
		for i := range benchFindings {
			if err := w.Add(findings[i%len(findings)]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(closing(run)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(benchFindings)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
