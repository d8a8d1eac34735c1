package extract

import (
	"testing"

	"palermo/extract/packs"
	"palermo/extract/text"
)

// A short sentence in another language is read by its pack, and what follows by
// that of the narrative again.
func TestAsideLeavesThePackOfTheNarrative(t *testing.T) {
	r, err := Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	const src = "Según la chica 15?"
	w, own := r.workspace(), r.pack("en")
	w.tokenize(src, r.abbreviations)
	d := document{src: src, tokens: w.tokens, marks: marksOf(src), sentence: text.Range{End: len(w.tokens)}}
	d.scratch = w.load(own, src)
	was := d.scratch
	r.readAside(w, own, &d)
	if d.scratch != was {
		t.Error("the sentence is left loaded for another pack")
	}
}
