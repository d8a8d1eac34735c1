package pipeline

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"palermo/pipeline/history"
	"palermo/screen"
)

// basisOf says what the run rests on beside its records.
func basisOf(o Options, rooms *rooms, inputs []input) (history.Basis, error) {
	rules, err := rulesOf(o, rooms)
	return history.Basis{
		Program: o.Program, Build: o.Build, Plan: o.Plan.SHA256, Asked: o.Asked + " " + strings.Join(o.Formats, ",") + pseudonymsOf(o),
		Inputs: digestOfInputs(inputs), Digests: screen.Digests, Rules: rules, Words: rooms.versions(),
	}, err
}

// pseudonymsOf tells keys of pseudonyms apart without telling of the key.
func pseudonymsOf(o Options) string {
	if o.Shareable == nil {
		return ""
	}
	mac := hmac.New(sha256.New, o.Shareable.Key)
	fmt.Fprintf(mac, "basis of a run, counts from %d", o.Shareable.Floor)
	return " " + hex.EncodeToString(mac.Sum(nil)[:10])
}

func digestOfRulings(list []history.Ruling) string {
	if len(list) == 0 {
		return ""
	}
	sum := sha256.New()
	_ = json.NewEncoder(sum).Encode(list) // a hash takes everything, and the list is plain data
	return hex.EncodeToString(sum.Sum(nil))
}

func digestOfInputs(inputs []input) string {
	sum := sha256.New()
	for _, in := range inputs {
		fmt.Fprintf(sum, "%s  %s\n", in.SHA256, in.File)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// rulesOf is a digest of every part of the rule data that a change can come
// from. The packs that are built in are told apart by language.
func rulesOf(o Options, rooms *rooms) (map[string]string, error) {
	rules := map[string]string{"labels": rooms.labels.Version, "columns": rooms.facts.Version}
	entries, err := fs.ReadDir(o.Packs, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name, isData := strings.CutSuffix(e.Name(), ".yaml")
		if e.IsDir() {
			name = "pack/" + name
		} else if !isData {
			continue
		}
		if rules[name], err = digestOfFiles(o.Packs, e.Name()); err != nil {
			return nil, err
		}
	}
	for _, own := range rooms.reader.OwnPacks() {
		rules["own_packs/"+own.Folder] = own.SHA256
	}
	law, err := digestOfFiles(screen.Frameworks(), ".")
	for _, fw := range append([]*screen.Framework{rooms.framework}, rooms.further...) {
		rules["framework/"+fw.ID] = law
	}
	return rules, err
}

// digestOfFiles is a digest of the names and bytes below a file or folder.
func digestOfFiles(files fs.FS, root string) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(files, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		fmt.Fprintf(sum, "\x00%s\x00", name)
		_, err = io.Copy(sum, f)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}
