package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"palermo/extract/packs"
	"palermo/screen"
)

// A run of other digests is previewed by what it found, which is all that can be
// held against it.
func TestAPreviewAgainstOtherDigests(t *testing.T) {
	dir := t.TempDir()
	where, in := filepath.Join(dir, "palermo.db"), write(t, dir, "log.csv", caseLog(3))
	o := stored(t, where, filepath.Join(dir, "out"), in)
	mustAudit(t, o)
	db, err := sql.Open("sqlite", where)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, former := range []string{
		fmt.Sprintf(`UPDATE runs SET facts = replace(facts, '"digests":%d', '"digests":1')`, screen.Digests), `UPDATE findings SET look = 1, content = 1, evidence_hash = 'former'`,
		`UPDATE findings SET kind = 'consistent' WHERE record_id = 'CW-2016-000'`,
	} {
		if _, err := db.Exec(former); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Rehearse(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Former || len(r.Moved) != 1 || r.Moved[0].RecordID() != "CW-2016-000" || !r.Moved[0].Flip() {
		t.Errorf("%t, %+v", r.Former, r.Moved)
	}
}

// Packs that take the place of those built in, and lack a rule, show which
// records would flip, and that it is the pack of that language which does it.
func TestAPreviewOfOtherPacksInPlaceOfThoseBuiltIn(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "packs"), packs.FS); err != nil {
		t.Fatal(err)
	}
	in := write(t, dir, "log.csv", caseLog(3))
	o := stored(t, filepath.Join(dir, "palermo.db"), filepath.Join(dir, "out"), in)
	mustAudit(t, o)

	rehearse := func() *Rehearsal {
		t.Helper()
		folder, close, err := PacksIn(filepath.Join(dir, "packs"))
		if err != nil {
			t.Fatal(err)
		}
		defer close()
		p := o
		p.Packs = folder
		r, err := Rehearse(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := rehearse(); len(r.Moved) != 0 || r.Records != 3 {
		t.Errorf("the same packs move %v of %d records", r.Moved, r.Records)
	}
	name := filepath.Join(dir, "packs/en/30_means.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	// All rules on documents are gone.
	head, rest, _ := strings.Cut(string(data), "  - indicator: ")
	kept := head
	for _, rule := range strings.Split(rest, "  - indicator: ") {
		if !strings.HasPrefix(rule, "document_") {
			kept += "  - indicator: " + rule
		}
	}
	write(t, filepath.Dir(name), filepath.Base(name), kept)
	r := rehearse()
	if len(r.Moved) != 1 || r.Moved[0].RecordID() != "CW-2016-000" || strings.Join(r.Moved[0].Causes, "+") != "pack/en" {
		t.Errorf("without the rules on documents: %+v", r.Moved)
	}
	write(t, filepath.Dir(name), filepath.Base(name), strings.Replace(kept, "patterns:", "patterns:\n      - \"(\"", 1))
	var wrong *RulesError
	if _, _, err := PacksIn(filepath.Join(dir, "packs")); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "en/30_means.yaml line ") {
		t.Errorf("a pattern that can't be read: %v", err)
	}
	var asked *UsageError
	if _, _, err := PacksIn(dir); !errors.As(err, &asked) {
		t.Errorf("a folder of something else: %v", err)
	}
}
