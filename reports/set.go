package reports

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"

	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Output is one published file.
type Output struct {
	File   string `json:"file"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Set is all the writers of a run. Until everything is
// written and safe on disk the folder keeps the files of the run before. Then
// they are replaced one by one, and there is a manifest only when all are.
type Set struct {
	dir     string
	partial string // hidden folder inside dir: on the same disk, so renames are atomic
	lock    *hold.File
	files   []*output
	done    []Output
	digest  string   // of the manifest, once it is sealed
	past    Past     // nil where nothing is known
	kept    []Output // of a saved run, that stay as they are
	earlier earlier  // what earlier runs published here
	aside   string   // name that an edited workbook was given, empty for none
	row     Row      // reused
	english *Words
	tier    tier
}

// output is one file on its way.
type output struct {
	name   string
	file   *os.File
	sum    hash.Hash
	bytes  int64
	writer Writer
}

// Write passes on to the file and keeps its size and digest.
func (o *output) Write(p []byte) (int, error) {
	n, err := o.file.Write(p)
	o.sum.Write(p[:n])
	o.bytes += int64(n)
	return n, err
}

// Open starts the reports named in formats (see Formats) in the folder dir,
// which is made with mode 0700 when it is not there. Summary, quarantine and
// manifest are always written. An unknown name, a folder that can't be written
// to, and an output that would write over an input are errors; so is a folder
// that another run is writing to (ErrLocked). The context ends the wait for such a
// run, where the options ask to wait.
func Open(ctx context.Context, dir string, names []string, o Options) (*Set, error) {
	wanted, err := choose(names, o)
	if err != nil {
		return nil, err
	}
	if o.words, err = LoadWords(o.Lang); err != nil {
		return nil, err
	}
	if o.english, err = LoadWords(""); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make output folder: %w", err)
	}
	if err := spareInputs(dir, wanted, o.Inputs); err != nil {
		return nil, err
	}
	s := &Set{dir: dir, past: o.Past, kept: o.beside, english: o.english}
	if s.lock, err = o.Claim.File(ctx, filepath.Join(dir, lockFile), "the folder "+dir); err != nil {
		return nil, err
	}
	if err := sameTier(dir, o); err != nil { // the run that was waited for may have been of the other
		s.Abort()
		return nil, err
	}
	if err := s.makePartial(); err != nil {
		s.Abort()
		return nil, err
	}
	o.scratch = s.partial
	if s.tier, err = newTier(o); err != nil {
		s.Abort()
		return nil, err
	}
	for _, f := range wanted {
		if err := s.open(f, o); err != nil {
			s.Abort()
			return nil, fmt.Errorf("open %s: %w", f.file, err)
		}
	}
	return s, nil
}

// makePartial makes the folder that the files grow in.
func (s *Set) makePartial() error {
	s.earlier = publishedIn(s.dir)
	stale, err := partials(s.dir)
	if err != nil {
		return err
	}
	if s.partial, err = os.MkdirTemp(s.dir, partialPattern); err == nil {
		err = s.earlier.note(s.partial)
	}
	if err != nil {
		return fmt.Errorf("make temporary folder: %w", err)
	}
	if err := removeAll(stale); err != nil {
		return fmt.Errorf("remove what a killed run left: %w", err)
	}
	return nil
}

// Reviewed reports whether a person should look at the finding.
func Reviewed(f *screen.Finding) bool { return f.Priority <= screen.LastPriority }

// Add hands a finding to all reports, with the smallest changes that would
// alter it, where those are known.
func (s *Set) Add(f *screen.Finding, changes ...screen.Change) error {
	s.row.fill(f)
	s.row.WouldChange = s.english.changes(changes)
	s.row.remember(s.past)
	return s.AddRow(&s.row)
}

// AddRow hands on a finding of a saved run.
func (s *Set) AddRow(r *Row) error { return s.tier.add(r, s) }

// Reject hands on a row or file that did not become a record.
func (s *Set) Reject(r source.Reject) error { return s.tier.reject(r, s) }

// Case hands on a case.
func (s *Set) Case(c *screen.Case) error { return s.AddCase(caseRow(c)) }

// AddCase hands on a case of a saved run.
func (s *Set) AddCase(c *CaseRow) error { return s.tier.addCase(c, s) }

// Absent hands on a finding of the last run whose record is gone.
func (s *Set) Absent(g *history.Gone) error { return s.tier.absent(g, s) }

// Close finishes all files and publishes them: Seal, then Publish.
func (s *Set) Close(run *Run) error {
	if err := s.Seal(run); err != nil {
		return err
	}
	return s.Publish()
}

// Seal finishes all files and makes them safe on disk, beside the reports of the
// run before, which stand until Publish. On an error nothing of this run is left.
func (s *Set) Seal(run *Run) (err error) {
	defer func() {
		if err != nil {
			s.Abort()
		}
	}()
	if run, err = s.tier.close(run, s); err != nil {
		return err
	}
	if err := s.each(func(w Writer) error { return w.Close(run) }); err != nil {
		return err
	}
	for _, o := range s.files {
		if err := o.seal(); err != nil {
			return fmt.Errorf("write %s: %w", o.name, err)
		}
		s.done = append(s.done, o.output())
	}
	return s.seal(run)
}

// Publish puts the sealed files in the place of those before, the manifest last.
// Nothing of this run is left unless a rename itself failed half-way, and then
// there is no manifest.
func (s *Set) Publish() error {
	defer s.Abort()
	return s.publish()
}

// Outputs lists the files but the manifest, once they are sealed.
func (s *Set) Outputs() []Output { return slices.Clone(s.done) }

// ManifestSHA256 is the digest of the manifest, once it is sealed.
func (s *Set) ManifestSHA256() string { return s.digest }

// Aside is the name that a workbook of the folder was given because somebody had
// changed it since it was written; empty where there was none.
func (s *Set) Aside() string { return s.aside }

// Abort drops everything that is not published. It may be called more than once.
func (s *Set) Abort() {
	for _, o := range s.files {
		o.writer.Abort()
		_ = o.file.Close() // closed already when sealed
	}
	s.files = nil
	if s.tier != nil {
		s.tier.abort()
	}
	if s.partial != "" {
		_ = os.RemoveAll(s.partial)
	}
	if s.lock != nil {
		s.lock.Free()
		s.lock = nil
	}
}

func (s *Set) open(f format, o Options) error {
	file, err := s.create(f.file)
	if err != nil {
		return err
	}
	out := &output{name: f.file, file: file, sum: sha256.New()}
	if out.writer, err = f.open(out, o); err != nil {
		_ = file.Close()
		return err
	}
	s.files = append(s.files, out)
	return nil
}

func (s *Set) create(name string) (*os.File, error) {
	return os.OpenFile(filepath.Join(s.partial, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
}

// each calls all writers and names the file in an error.
func (s *Set) each(call func(Writer) error) error {
	for _, o := range s.files {
		if err := call(o.writer); err != nil {
			return fmt.Errorf("write %s: %w", o.name, err)
		}
	}
	return nil
}

// seal makes the file safe on disk.
func (o *output) seal() error {
	return errors.Join(o.file.Sync(), o.file.Close())
}

// write makes one whole file and puts it on disk.
func (s *Set) write(name string, fill func(io.Writer) error) (Output, error) {
	file, err := s.create(name)
	if err != nil {
		return Output{}, err
	}
	out := &output{name: name, file: file, sum: sha256.New()}
	if err := errors.Join(fill(out), out.seal()); err != nil {
		return Output{}, fmt.Errorf("write %s: %w", name, err)
	}
	return out.output(), nil
}

// output is what is told of the file.
func (o *output) output() Output {
	return Output{File: o.name, Bytes: o.bytes, SHA256: hex.EncodeToString(o.sum.Sum(nil))}
}

var _ io.Writer = (*output)(nil)
