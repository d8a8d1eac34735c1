package main

import (
	"strconv"
	"strings"
	"unicode"
)

// number writes a count with its noun: "1 file", "1,200 rows".
func number[N int | int64](n N, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(int64(n)) + " " + noun
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func doDoes(n int) string {
	if n == 1 {
		return "does"
	}
	return "do"
}

// grouped writes a count, zero or more, with its thousands apart.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// words makes words of a wire value.
func words(wire string) string { return strings.ReplaceAll(wire, "_", " ") }

// printable keeps a text from steering the terminal that it is shown on.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// quoted is a header or a label in quotes, cut so that a text which stands in
// the wrong column is not told.
func quoted(text string) string {
	const longest = 60
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return strconv.Quote(text)
}
