package source

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
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

// bareCSV is the least that reading a CSV file costs.
func bareCSV(b *testing.B, path string) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, copyBuffer))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
