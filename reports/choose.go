package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// choose returns the formats that are named or always written.
func choose(names []string, o Options) ([]format, error) {
	for _, name := range names {
		if !slices.Contains(Formats(), name) {
			return nil, fmt.Errorf("unknown report format %q: use %s", name, strings.Join(Formats(), ", "))
		}
	}
	return slices.DeleteFunc(formats(), func(f format) bool {
		return !(f.always && o.beside == nil) && !slices.Contains(names, f.name) || f.restricted && o.Shareable != nil ||
			f.review && !o.Reviewed || f.followed && !o.Followed
	}), nil
}

// spareInputs refuses to write over a file that is read, by whatever path, or to
// remove it with the reports of an earlier run.
func spareInputs(dir string, wanted []format, inputs []string) error {
	names := []string{packageFile, manifestFile}
	for _, f := range wanted {
		names = append(names, f.file)
	}
	for _, o := range publishedIn(dir).Outputs {
		names = append(names, o.File)
	}
	var there []os.FileInfo
	for _, name := range names {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil {
			there = append(there, info)
		}
	}
	if len(there) == 0 {
		return nil
	}
	for _, in := range inputs {
		info, err := os.Stat(in)
		if err != nil {
			continue // the reader says what is wrong with it
		}
		if slices.ContainsFunc(there, func(out os.FileInfo) bool { return os.SameFile(out, info) }) {
			return fmt.Errorf("%s is an input and would be written over: choose another output folder", in)
		}
	}
	return nil
}

// sameTier refuses to write a tier into a folder that holds the other: what is
// restricted must never stand beside what is passed on.
func sameTier(dir string, o Options) error {
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var there struct {
		Tier string `json:"tier"`
	}
	if err != nil || json.Unmarshal(data, &there) != nil {
		return nil // no manifest of ours
	}
	wanted := TierRestricted
	if o.Shareable != nil {
		wanted = TierShareable
	}
	if there.Tier != "" && there.Tier != wanted {
		return fmt.Errorf("%s: %w: a %s report needs a folder of its own\nhint: choose another folder with --out", dir, ErrTier, wanted)
	}
	return nil
}

// ErrTier says that the output folder holds a run of the other tier.
var ErrTier = errors.New("this folder holds a run of the other tier")
