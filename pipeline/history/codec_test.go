package history

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"palermo/extract"
	"palermo/extract/packs"
	"palermo/pipeline/source"
	"palermo/screen"
)

// What is kept of a text gives back what was read and what would change the
// finding, all of it; cut short anywhere, it is told to be damaged.
func TestWhatIsKeptOfATextComesBackWhole(t *testing.T) {
	reader, err := extract.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	framework, err := screen.LoadFramework(screen.Frameworks(), "un.yaml", reader.Indicators())
	if err != nil {
		t.Fatal(err)
	}
	rec := &source.Record{Fields: []source.Field{
		{Name: "note", Value: "nothing"},
		{Name: "narrative", Role: source.RoleNarrative, Value: "A man took her passport. She was not locked in. He may have forced her into prostitution."},
	}}
	k := &Known{Reading: reader.Read(rec), on: -7}
	k.changes = framework.Changes(&k.Reading)
	if len(k.Reading.Evidence) < 2 || len(k.changes) < 2 {
		t.Fatalf("the record says too little: %d facts, %d changes", len(k.Reading.Evidence), len(k.changes))
	}
	w := newWords()
	data, whole := w.encode(nil, k)
	if !whole {
		t.Fatal("it can't be kept")
	}
	moved := &source.Record{Fields: []source.Field{rec.Fields[1], rec.Fields[0]}}
	for _, rec := range []*source.Record{rec, moved} {
		want, got := Known{Reading: reader.Read(rec), on: k.on, changes: k.changes}, Known{}
		if err := w.decode(data, rec, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Known{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	for n := range data {
		if err := w.decode(data[:n], rec, new(Known)); err == nil {
			t.Errorf("%d of %d bytes are read as if they were all", n, len(data))
		}
	}
	for n := range data {
		data[n] ^= 4
		if err := w.decode(data, rec, new(Known)); err == nil {
			t.Errorf("with byte %d changed it is read as if it were whole", n)
		}
		data[n] ^= 4
	}
	if err := newWords().decode(data, rec, new(Known)); err == nil {
		t.Error("words that are not known are read")
	}
}
