package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Saved is a run that was published earlier, read back from its folder.
type Saved struct {
	dir      string
	manifest manifest
	summary  summaryObject
	codebook codebookObject
}

// OpenRun opens the folder of a run. A file that is not what the manifest says
// is refused: reports of it would be reports of something else.
func OpenRun(dir string) (*Saved, error) {
	s := &Saved{dir: dir}
	err := s.object(manifestFile, &s.manifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s holds no finished run: there is no %s\nhint: name the folder that palermo audit wrote", dir, manifestFile)
	}
	if err != nil {
		return nil, err
	}
	if !s.has(findingsFile) {
		return nil, fmt.Errorf("%s was written without %s, and everything else is made from that\nhint: run palermo audit again with --format jsonl", dir, findingsFile)
	}
	for _, o := range s.manifest.Outputs {
		if slices.Contains([]string{findingsFile, casesFile, quarantineFile, decisionsFile, absentFile, summaryFile, codebookFile}, o.File) {
			if err := s.verify(o); err != nil {
				return nil, err
			}
		}
	}
	return s, errors.Join(s.object(summaryFile, &s.summary), s.object(codebookFile, &s.codebook))
}

// Shareable reports whether the run is of the shareable tier already.
func (s *Saved) Shareable() bool { return s.manifest.Tier == TierShareable }

// object reads one JSON file.
func (s *Saved) object(name string, into any) error {
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read %s: %w", filepath.Join(s.dir, name), err)
	}
	return nil
}

func (s *Saved) has(file string) bool {
	return slices.ContainsFunc(s.manifest.Outputs, func(o Output) bool { return o.File == file })
}

// verify holds a file against the manifest.
func (s *Saved) verify(o Output) error {
	name := filepath.Join(s.dir, o.File)
	sum, err := digestOf(name)
	if err != nil {
		return err
	}
	if sum != o.SHA256 {
		return fmt.Errorf("%s is not the file that the run wrote\nhint: run palermo audit again", name)
	}
	return nil
}

// run is what the manifest tells of the run.
func (s *Saved) run() *Run {
	m := &s.manifest
	return &Run{
		Program: m.Program, Created: m.Created, Framework: m.Framework, Versions: m.Versions, Packs: m.Packs,
		Inputs: m.Inputs, Ledger: m.Ledger, Mappings: m.Mappings, PlanSHA256: m.PlanSHA256,
		UnmappedLabels: m.UnmappedLabels, Problems: m.Problems, Cases: s.summary.Cases.totals(), Trends: s.summary.Trends, States: s.summary.States,
	}
}
