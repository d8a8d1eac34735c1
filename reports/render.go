package reports

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/gocarina/gocsv"

	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Rendering is what a saved run is to be made into.
type Rendering struct {
	Formats   []string
	Out       string // folder; that of the run for ""
	Lang      string
	Shareable *Shareable
	Claim     hold.Claim // to the folder
}

// Rendered is what was written.
type Rendered struct {
	Outputs []Output
	Aside   string // see Set.Aside
}

// Render writes reports of a saved run without screening anything again. In the
// folder of the run they are added to the files that are there; in another
// folder they are a run of their own.
func (s *Saved) Render(ctx context.Context, r Rendering) (*Rendered, error) {
	if s.Shareable() {
		return nil, fmt.Errorf("%s is a shareable run: what it leaves out can't be put into a report\nhint: render the restricted run it was made from", s.dir)
	}
	o := Options{Codebook: s.codebook.Indicators, Lang: r.Lang, Shareable: r.Shareable, Claim: r.Claim}
	for _, d := range s.codebook.Decisions {
		o.Decisions = append(o.Decisions, screen.Decision(d))
	}
	if r.Out == "" || sameFolder(r.Out, s.dir) {
		r.Out, o.beside = s.dir, s.manifest.Outputs
	}
	rulings, err := s.rulings()
	if err != nil {
		return nil, err
	}
	o.Reviewed, o.Followed = len(rulings) > 0, s.has(absentFile)
	set, err := Open(ctx, r.Out, r.Formats, o)
	if err != nil {
		return nil, err
	}
	defer set.Abort()
	run := s.run()
	run.Rulings = rulings
	err = s.eachRow(func(row *Row) error {
		run.Totals.AddRow(row)
		return errors.Join(ctx.Err(), set.AddRow(row))
	})
	if err != nil {
		return nil, err
	}
	if err := errors.Join(s.eachReject(set.Reject), s.eachCase(set.AddCase), s.eachAbsent(set.Absent)); err != nil {
		return nil, err
	}
	if err := set.Close(run); err != nil {
		return nil, err
	}
	return &Rendered{set.Outputs(), set.Aside()}, nil
}

func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	y, too := os.Stat(b)
	return err == nil && too == nil && os.SameFile(x, y)
}

// eachRow reads findings.jsonl. The row is reused.
func (s *Saved) eachRow(use func(*Row) error) error {
	return each(filepath.Join(s.dir, findingsFile), use)
}

// eachCase reads cases.jsonl, which runs of older versions do not have.
func (s *Saved) eachCase(use func(*CaseRow) error) error {
	if !s.has(casesFile) {
		return nil
	}
	return each(filepath.Join(s.dir, casesFile), use)
}

func each[T any](name string, use func(*T) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := json.NewDecoder(bufio.NewReaderSize(f, 1<<16))
	for n := 1; ; n++ {
		row := new(T)
		if err := in.Decode(row); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read %s line %d: %w", name, n, err)
		}
		if err := use(row); err != nil {
			return err
		}
	}
}

// eachLine reads one of the tables of the run, which not every run has.
func eachLine[T any](s *Saved, table string, use func(T) error) error {
	if !s.has(table) {
		return nil
	}
	name := filepath.Join(s.dir, table)
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := gocsv.UnmarshalToCallbackWithError(bufio.NewReader(f), use); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}

// eachReject reads quarantine.csv.
func (s *Saved) eachReject(use func(source.Reject) error) error {
	return eachLine(s, quarantineFile, func(r rejectRow) error { return use(r.reject()) })
}

// eachAbsent reads absent.csv, which only runs have that were held against an
// earlier one.
func (s *Saved) eachAbsent(use func(*history.Gone) error) error {
	return eachLine(s, absentFile, func(r absentRow) error { return use(r.gone()) })
}

// rulings reads decisions.csv, which only runs with decisions have.
func (s *Saved) rulings() (list []history.Ruling, err error) {
	err = eachLine(s, decisionsFile, func(r rulingRow) error {
		list = append(list, r.ruling())
		return nil
	})
	return list, err
}

// totals reads the counts of cases back.
func (c *casesObject) totals() CaseTotals {
	if c == nil {
		return CaseTotals{}
	}
	t := CaseTotals{Cases: c.Cases, Documents: c.Documents}
	restore(&t.States, c.States)
	restore(&t.Classes, c.Classes)
	restore(&t.Kinds, c.Findings)
	return t
}

func restore[T ~string](into *map[T]int64, counts map[string]int64) {
	for name, n := range counts {
		if n > 0 {
			increase(into, T(name), n)
		}
	}
}
