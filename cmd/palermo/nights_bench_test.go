//go:build linux

package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// BenchmarkNights prints what nights cost in CPU time (user and system), time and
// peak memory, each in a process of its own. The log is the rows of a demo log
// over and over, each with an id and a text of its own. One size at a time:
//
//	go test ./cmd/palermo -run '^$' -bench 'Nights/100000$' -benchtime 1x -timeout 3h
func BenchmarkNights(b *testing.B) {
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			for b.Loop() {
				measureNights(b, rows)
			}
		})
	}
}

func measureNights(b *testing.B, rows int) {
	n := &measured{operator: newOperator(b), few: rows > 100_000}
	n.enlarge(b, rows, 0)
	if !n.few {
		n.night(b, "audit without a store", "", "--out", "alone")
	}
	n.must(0, "history", "init", "palermo.db")
	n.night(b, "first night", "palermo.db")
	n.night(b, "second night: all states become unchanged", "palermo.db")
	n.night(b, "nothing changed", "palermo.db")
	n.enlarge(b, rows, 100)
	if !n.few {
		n.copyStore("palermo.db", "anew.db")
		n.copyStore("palermo.db", "page.db")
	}
	n.night(b, "one row in a hundred edited", "palermo.db")
	if n.few {
		return
	}
	n.night(b, "the same with --no-cache", "anew.db", "--no-cache", "--out", "anew")
	if n.read("palermo-out/manifest.json") != n.read("anew/manifest.json") {
		b.Error("the reports are not the same bytes without the store's readings")
	}
	n.night(b, "the same with --format html", "page.db", "--format", "html", "--out", "page")
}

type measured struct {
	*operator
	few bool // only what can't be told from a smaller log
}

// night audits once and prints what that took.
func (n *measured) night(b *testing.B, what, store string, flags ...string) {
	b.Helper()
	args := append([]string{"audit", "--quiet", "--series", "nightly", "--store", store}, flags...)
	cmd := n.command(append(args, "log.csv")...)
	begun := time.Now()
	if said, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", what, err, said)
	}
	took, end := time.Since(begun), cmd.ProcessState
	cpu := end.UserTime() + end.SystemTime()
	b.Logf("%-42s %8.1f CPU s %8.1f s %6d MB", what, cpu.Seconds(), took.Seconds(), end.SysUsage().(*syscall.Rusage).Maxrss>>10)
}

// enlarge writes the log, with every nth row edited.
func (n *measured) enlarge(b *testing.B, rows, every int) {
	b.Helper()
	demo, err := os.Open("../../fixtures/casework/case_log_2021_2024.csv")
	if err != nil {
		b.Fatal(err)
	}
	defer demo.Close()
	in := csv.NewReader(demo)
	in.Comma, in.LazyQuotes = ';', true // a byte order mark stands before the first cell
	table, err := in.ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	log, err := os.Create(n.path("log.csv"))
	if err != nil {
		b.Fatal(err)
	}
	defer log.Close()
	out := csv.NewWriter(log)
	out.Write(table[0])
	for i := range rows {
		row := append([]string{}, table[1+i%(len(table)-1)]...)
		row[0], row[5] = fmt.Sprintf("GEN-%07d", i), fmt.Sprintf("%s Expediente %d.", row[5], i)
		if every > 0 && i%every == 7 {
			row[5] = "Ese día: " + row[5]
		}
		out.Write(row)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		b.Fatal(err)
	}
}
