package extract_test

import (
	"bufio"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"palermo/pipeline/source"
)

// corpusBytes is how much text the benchmarks read.
const corpusBytes = 10 << 20

// corpus is 10 MB of narratives in the registers that case logs are written in:
// the sentences of the invented vignettes in every language, shuffled into new
// records of two to nine sentences, with new figures in them.
func corpus(tb testing.TB) []string {
	tb.Helper()
	bySource := vignettes(tb)
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for size := 0; size < corpusBytes; {
		pool := bySource[r.IntN(len(bySource))]
		var b strings.Builder
		for range 2 + r.IntN(8) {
			b.WriteString(refigured(pool[r.IntN(len(pool))], r))
			b.WriteByte(' ')
		}
		size += b.Len()
		out = append(out, b.String())
	}
	return out
}

// vignettes returns the sentences of the vignettes of each language.
func vignettes(tb testing.TB) [][]string {
	names, err := filepath.Glob("../fixtures/vignettes/*.jsonl")
	if err != nil || len(names) == 0 {
		tb.Fatal("no vignettes to build a corpus of: ", err)
	}
	var out [][]string
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			tb.Fatal(err)
		}
		defer f.Close()
		var pool []string
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var v struct {
				Text string `json:"text"`
			}
			if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
				tb.Fatal(name, err)
			}
			for it := sentences.FromString(v.Text); it.Next(); {
				pool = append(pool, strings.TrimSpace(it.Value()))
			}
		}
		out = append(out, pool)
	}
	return out
}

// refigured replaces the figures of a sentence, so that no two records read the
// same amounts, dates and ages.
func refigured(s string, r *rand.Rand) string {
	return strings.Map(func(c rune) rune {
		if c >= '1' && c <= '9' {
			return '1' + rune(r.IntN(9))
		}
		return c
	}, s)
}

// BenchmarkRead reads 10 MB on one core, and right beside it what finding words
// and sentences of the same text costs by itself: "floors" is how many times
// that the whole reading takes.
func BenchmarkRead(b *testing.B) {
	texts := corpus(b)
	r := load(b)
	size := 0
	records := make([]*source.Record, len(texts))
	for i, s := range texts {
		size += len(s)
		records[i] = &source.Record{Fields: []source.Field{{Name: "narrative", Value: s, Role: source.RoleNarrative}}}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, rec := range records {
			r.Read(rec)
		}
	}
	read := b.Elapsed() / time.Duration(b.N)
	floor := floor(texts)
	b.ReportMetric(float64(read)/float64(floor), "floors")
	b.ReportMetric(float64(size)/1e6/floor.Seconds(), "floor-MB/s")
}

// floor returns how long it takes to find the words and the sentences of texts.
func floor(texts []string) time.Duration {
	best := time.Duration(math.MaxInt64)
	for range 3 {
		start := time.Now()
		for _, s := range texts {
			for it := words.FromString(s); it.Next(); {
			}
			for it := sentences.FromString(s); it.Next(); {
			}
		}
		best = min(best, time.Since(start))
	}
	return best
}
