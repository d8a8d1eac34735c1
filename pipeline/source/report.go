package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// document is the text of a document, whatever its format.
type document struct {
	text     string
	beside   []Field // what the format says beside the text, such as the subject of a message
	problems []string
}

// report emits a document: one record, or one for every case where the plan
// says what a case begins with.
func (rd *reading) report(s document) error {
	if err := rd.ctx.Err(); err != nil {
		return err
	}
	s.problems = append(s.problems, rd.in.doubts()...)
	text, mended := repair(s.text)
	if mended {
		s.problems = append(s.problems, "bytes that are not UTF-8 were read as windows-1252")
	}
	if strings.TrimSpace(text) == "" {
		return rd.reject("", 0, 1, Skipped, "holds no text", "")
	}
	if rd.opt.SplitCases == nil {
		return rd.emit(Item{Record: rd.reportRecord(&s, text, Location{File: rd.in.File}, 0)})
	}
	return rd.cases(&s, text)
}

// maxCases bounds the cases of one document: a pattern that fits every line
// is a mistake in the plan.
const maxCases = 100_000

// cases parts a document at every place where the pattern of the plan fits.
func (rd *reading) cases(s *document, text string) error {
	starts := caseStarts(rd.opt.SplitCases, text)
	if len(starts) == 0 {
		s.problems = append(s.problems, "the pattern of the plan for the start of a case fits nowhere")
		return rd.emit(Item{Record: rd.reportRecord(s, text, Location{File: rd.in.File}, 0)})
	}
	if len(starts) > maxCases {
		return rd.fault(fmt.Sprintf("has more than %d cases by the pattern of the plan", maxCases), "mend split_cases in the plan", nil)
	}
	if strings.TrimSpace(text[:starts[0]]) != "" {
		if err := rd.reject("", 1, 1, Skipped, "stands before the first case", ""); err != nil {
			return err
		}
	}
	line, counted := 1, 0
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		line, counted = line+strings.Count(text[counted:start], "\n"), start
		at := Location{File: rd.in.File, Row: line}
		if err := rd.emit(Item{Record: rd.reportRecord(s, text[start:end], at, start)}); err != nil {
			return err
		}
	}
	return nil
}

// caseStarts returns where cases begin: at the lines in which the pattern fits.
func caseStarts(pattern *regexp.Regexp, text string) []int {
	var starts []int
	for _, match := range pattern.FindAllStringIndex(text, maxCases+1) {
		start := strings.LastIndexAny(text[:match[0]], "\r\n\f") + 1
		if n := len(starts); n == 0 || starts[n-1] != start {
			starts = append(starts, start)
		}
	}
	return starts
}

// reportRecord makes the record of a document, or of the part of one that
// stands at an offset.
func (rd *reading) reportRecord(s *document, text string, at Location, offset int) *Record {
	record := &Record{Location: at, Document: Report, Problems: append([]string(nil), s.problems...)}
	for _, f := range s.beside {
		f.Name, _ = repair(f.Name)
		f.Value, _ = repair(f.Value)
		record.Fields = append(record.Fields, f)
	}
	record.Fields = append(record.Fields, splitReport(text)...)
	body := record.Fields[len(record.Fields)-1].Value // with its page headers, which often name the case
	rd.quieten(record)
	for i := len(s.beside); i < len(record.Fields); i++ {
		record.Fields[i].Offset += offset
	}
	describe(record)
	if record.CaseID == "" {
		name := rd.in.File
		if at.Row > 0 {
			name = "" // the name of a file with several cases is none of theirs
			body = text
		}
		record.CaseID = rd.opt.findCaseID(name, body)
	}
	return record
}

// quieten takes what is no part of the story out of the body: it becomes blank
// there, so that every byte keeps its place, and stands in a field of its own.
func (rd *reading) quieten(record *Record) {
	last := len(record.Fields) - 1
	body := record.Fields[last]
	quiet, out := quieted(body.Value)
	if len(out) == 0 {
		return
	}
	record.Fields = record.Fields[:last]
	kinds := map[string]int{}
	for _, piece := range out {
		kinds[piece.kind]++
		record.Fields = append(record.Fields, Field{
			Name: piece.kind, Value: body.Value[piece.from:piece.to], Offset: body.Offset + piece.from,
		})
	}
	body.Value = quiet
	record.Fields = append(record.Fields, body)
	for _, kind := range outKinds() {
		if kinds[kind] > 0 {
			record.Problems = append(record.Problems, kind+" was kept out of the evidence")
		}
	}
}

// formLines writes the rows of a form, which is a table of two columns, as
// lines of a key and its value.
func formLines(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		key, value, found := strings.Cut(strings.Trim(line, "\t "), "\t")
		key, value = strings.TrimSpace(key), strings.Trim(value, "\t ")
		if !found || value == "" || strings.Contains(value, "\t") || utf8.RuneCountInString(key) > 40 {
			continue
		}
		if name := strings.TrimRight(key, ": "); name != key || vocabulary().wholly(normalise(name)) != RoleOther {
			lines[i] = name + ": " + value
		}
	}
	return strings.Join(lines, "\n")
}
