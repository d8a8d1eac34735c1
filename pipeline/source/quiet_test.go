package source

import (
	"strings"
	"testing"
)

func TestQuieted(t *testing.T) {
	const facts = "He took four men over the river by night."
	tests := []struct {
		name, text string
		out        string // kinds that are kept out, in order
		kept       string // what is left, with white space folded
	}{
		{"nothing", facts, "", facts},
		{"page numbers", facts + "\nPage 3 of 7\n" + facts, outPageLine, facts + " " + facts},
		{"running title", "Marren Police      Page 3\n" + facts, outPageLine, facts},
		{"a sentence is joined over a page", "He took four men over\n\nPage 3\n\nthe river.", outPageLine, "He took four men over the river."},
		{"a sentence that speaks of a page", "He signed the paper that is shown on page 3\nand left. See page 3 of 7", "", "He signed the paper that is shown on page 3 and left. See page 3 of 7"},
		{"signature", facts + "\n\nKind regards,\nAna Lobo\nAnti-Trafficking Unit", outSignature, facts},
		{"signature of a mail program", facts + "\n-- \nAna Lobo\nTel. 555", outSignature, facts},
		{"a rule is no signature", "Facts\n--\n" + facts, "", "Facts -- " + facts},
		{"a closing within the story", "The letter ended with\nregards\nand he took four men over the river.", "", "The letter ended with regards and he took four men over the river."},
		{"a notice, and what was forwarded", "Confidentiality notice: for the addressee.\n\n" + facts, outSignature, facts},
		{"other releases", facts + "\n\nRelated news\n- Nine held for trafficking\n- Two freed\n", outLinks, facts},
		{"prose under such a heading", "More news\n\n" + facts, "", "More news " + facts},
		{"links", facts + "\nhttps://a.example\nhttps://b.example\n- [c](https://c.example)\n", outLinks, facts},
		{"a link in the story", facts + "\nhttps://a.example\n" + facts, "", facts + " https://a.example " + facts},
		{"titles of pages", "Unit 7\n" + facts + "\n\fUnit 7\n" + facts + "\n\fUnit 7\n" + facts, strings.Repeat(outPageLine+" ", 2) + outPageLine, facts + " " + facts + " " + facts},
	}
	for _, tt := range tests {
		quiet, out := quieted(tt.text)
		var kinds []string
		for _, piece := range out {
			kinds = append(kinds, piece.kind)
		}
		if got := strings.Join(kinds, " "); got != tt.out {
			t.Errorf("%s: kept out %q, want %q", tt.name, got, tt.out)
		}
		if got := oneLine(quiet); got != tt.kept || len(quiet) != len(tt.text) {
			t.Errorf("%s: left %q (%d bytes), want %q", tt.name, got, len(quiet), tt.kept)
		}
	}
}
