package reports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
)

// ErrNoFinding says that no record of a run has the id.
var ErrNoFinding = errors.New("no such record")

// FindFinding finds a record of the run in a folder, see readFinding. The run need
// not be one whose other files are there.
func FindFinding(dir, id string) (*screen.Finding, error) {
	name := filepath.Join(dir, findingsFile)
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	finding, err := readFinding(f, id)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return finding, nil
}

// readFinding finds a record in findings.jsonl by its record id, or by its case
// id if no record id is like it. What the file does not hold, such as the text
// of the record, is left out.
func readFinding(r io.Reader, id string) (*screen.Finding, error) {
	lines, needle := bufio.NewReaderSize(r, 1<<16), []byte(jsonText(id))
	var ofCase *screen.Finding
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if bytes.Contains(line, needle) && len(line) > 0 {
			var o Row
			if err := json.Unmarshal(line, &o); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
			switch {
			case o.RecordID == id:
				return o.finding(), nil
			case o.CaseID == id && ofCase == nil:
				ofCase = o.finding()
			}
		}
		switch {
		case err == io.EOF && ofCase != nil:
			return ofCase, nil
		case err == io.EOF:
			return nil, ErrNoFinding
		case err != nil:
			return nil, err
		}
	}
}

// jsonText is an id as it stands in a line, without the quotation marks.
func jsonText(id string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(id) != nil {
		return id // not reached: a string can always be written
	}
	return strings.Trim(strings.TrimSpace(b.String()), `"`)
}

// finding turns a line back into the finding that it was written from.
func (o *Row) finding() *screen.Finding {
	rec := &source.Record{
		Location: source.Location{File: o.SourceFile, Sheet: o.SourceSheet, Row: o.SourceRow},
		Document: o.DocumentType, CaseID: o.CaseID, Label: o.RecordedLabelRaw, Date: o.ReportDate, Year: o.Year, Unit: o.Unit,
	}
	f := &screen.Finding{
		RecordID: o.RecordID, Label: o.RecordedLabel, Kind: o.Finding, Flags: o.Flags, Priority: o.ReviewPriority, Harm: o.Harm, Weights: o.Weights,
		Fingerprint: o.Fingerprint, EvidenceHash: o.EvidenceHash, RecordHash: o.RecordHash,
	}
	f.Reading = extract.Reading{
		Record: rec, Language: o.Language,
		Coverage: extract.Coverage{Screened: o.Finding != screen.NotScreened},
	}
	f.Assessment = screen.Assessment{
		Framework: o.FrameworkProfile, Class: o.AssessedClass, Undetermined: o.TraffickingUndetermined,
		Decision: o.Decision, Conflicts: o.Conflicts, OpenQuestions: o.OpenQuestions,
	}
	for i := range o.Indicators {
		f.Reading.Evidence = append(f.Reading.Evidence, o.Indicators[i].evidence(rec))
	}
	return f
}

// evidence turns an indicator back into evidence, and gives the record the
// field that it stands in.
func (o *Indicator) evidence(rec *source.Record) extract.Evidence {
	e := extract.Evidence{
		Indicator: o.ID, Facet: o.Facet, Quote: o.Quote, Counts: o.Counts, Strength: o.Strength, Rule: o.Rule,
		Span: extract.Span{Field: fieldIndex(rec, o.Field), Start: o.Start, End: o.End},
		Assertion: extract.Assertion{
			Polarity: o.Polarity, Certainty: o.Certainty, Time: o.Time, Subject: o.Subject, Voice: o.Voice,
		},
	}
	for _, cue := range o.Cues {
		layer, quote, _ := strings.Cut(cue, ": ")
		e.Cues = append(e.Cues, extract.Cue{Layer: layer, Quote: quote})
	}
	return e
}

func fieldIndex(rec *source.Record, name string) int {
	for i, f := range rec.Fields {
		if f.Name == name {
			return i
		}
	}
	rec.Fields = append(rec.Fields, source.Field{Name: name, Role: source.RoleNarrative})
	return len(rec.Fields) - 1
}
