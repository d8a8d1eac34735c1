package extract_test

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"palermo/extract"
	"palermo/pipeline/source"
)

// corpusBytes is how much text the benchmarks read.
const corpusBytes = 10 << 20

// corpus is 10 MB of narratives in the registers that case logs are written in:
// the sentences of invented vignettes, shuffled into new records of two to nine
// sentences of one language, with new figures in them.
func corpus(languages ...[]string) []string {
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for size := 0; size < corpusBytes; {
		pool := languages[r.IntN(len(languages))]
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

// vignettes returns the sentences of the vignettes by language.
func vignettes(tb testing.TB) map[string][]string {
	tb.Helper()
	names, err := filepath.Glob("../fixtures/vignettes/*.jsonl")
	if err != nil || len(names) == 0 {
		tb.Fatal("no vignettes to build a corpus of: ", err)
	}
	out := map[string][]string{}
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
		out[strings.TrimSuffix(filepath.Base(name), ".jsonl")] = pool
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

// filled is 10 MB of the records of a real case log, over and over with new figures
// in them. It skips where the log is not at hand.
func filled(b *testing.B) []string {
	b.Helper()
	f, err := os.Open("../../shared/eval/dev/case_log.csv")
	if err != nil {
		b.Skip("no real case log here: ", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	column := slices.Index(rows[0], "narrative")
	if column < 0 {
		b.Fatal("the case log has no narratives: ", rows[0])
	}
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for size := 0; size < corpusBytes; {
		for _, row := range rows[1:] {
			out = append(out, refigured(row[column], r))
			size += len(row[column])
		}
	}
	return out
}

// BenchmarkRead reads 10 MB on one core, and in turns with it only finds the words
// and sentences of the same text: "floors" is how many times that the whole
// reading takes. Both are the best of the run, since a busy machine slows now
// one, now the other.
func BenchmarkRead(b *testing.B) {
	pools := vignettes(b)
	r := load(b)
	if err := r.Check(); err != nil { // which compiles every pack
		b.Fatal(err)
	}
	var all [][]string
	for _, language := range slices.Sorted(maps.Keys(pools)) {
		all = append(all, pools[language])
		b.Run(language, func(b *testing.B) { benchmarkRead(b, r, corpus(pools[language])) })
	}
	b.Run("all", func(b *testing.B) { benchmarkRead(b, r, corpus(all...)) })
	b.Run("log", func(b *testing.B) { benchmarkRead(b, r, filled(b)) })
}

func benchmarkRead(b *testing.B, r *extract.Reader, texts []string) {
	size := 0
	records := make([]*source.Record, len(texts))
	for i, s := range texts {
		size += len(s)
		records[i] = &source.Record{Fields: []source.Field{{Name: "narrative", Value: s, Role: source.RoleNarrative}}}
	}
	b.SetBytes(int64(size))
	read, floor := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		for _, rec := range records {
			r.Read(rec)
		}
		read = min(read, time.Since(start))
		b.StopTimer()
		floor = min(floor, cut(texts))
		b.StartTimer()
	}
	allocated := testing.AllocsPerRun(1, func() {
		for _, rec := range records {
			r.Read(rec)
		}
	})
	b.ReportMetric(allocated/float64(len(records)), "allocs/record")
	b.ReportMetric(float64(size)/1e6/read.Seconds(), "best-MB/s")
	b.ReportMetric(float64(size)/1e6/floor.Seconds(), "floor-MB/s")
	b.ReportMetric(float64(read)/float64(floor), "floors")
}

// cut returns how long it takes to find the words and the sentences of texts.
func cut(texts []string) time.Duration {
	start := time.Now()
	for _, s := range texts {
		for it := words.FromString(s); it.Next(); {
		}
		for it := sentences.FromString(s); it.Next(); {
		}
	}
	return time.Since(start)
}
