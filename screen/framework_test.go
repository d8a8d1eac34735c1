package screen

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"palermo/extract"
)

// TestLoadRefuses breaks the shipped framework in one place at a time.
func TestLoadRefuses(t *testing.T) {
	shipped, err := fs.ReadFile(Frameworks(), "un.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, old, new string
		want           []string // parts of the error
	}{
		{"unknown key", "ignore_facets:", "ignore_faces:", []string{"un.yaml", "ignore_faces"}},
		{"unknown indicator", "- document_confiscation", "- document_confiscatoin", []string{"line ", `no indicator "document_confiscatoin"`}},
		{"unknown set", `any: ["@exploitation"]`, `any: ["@exploitaton"]`, []string{"line ", `unknown set "exploitaton"`}},
		{"unknown switch", "switch: infer_illegal_entry", "switch: infer_entry", []string{"line ", `unknown switch "infer_entry"`}},
		{"unknown state", "standoff: unknown", "standoff: maybe", []string{"line ", `"maybe" is no state`}},
		{"standoff that states", "standoff: unknown", "standoff: present", []string{"line ", "absent or unknown"}},
		{"row for two states", "        is: absent\n", "        is: absent|unknown\n", []string{"line ", "one state"}},
		{"neither ways nor table", "  - id: foreigners_told\n    present:\n      - any: [non_national]\n", "  - id: foreigners_told\n", []string{"line ", "needs either a table or ways"}},
		{"unknown class", "class: aggravated_smuggling", "class: bad_smuggling", []string{"line ", `unknown class "bad_smuggling"`}},
		{"fact that stands below", "given: {exploitation_told: present}", "given: {aggravating: present}", []string{"line ", `no fact "aggravating" stands above`}},
		{"fact twice", "- id: stay_enabled", "- id: som_benefit", []string{"line ", `"som_benefit" stands here twice`}},
		{"element missing", "- id: tip_act", "- id: tip_conduct", []string{"line ", `no fact "tip_act"`}},
		{"element on a contextual indicator", "- any: [non_national]\n      - given", "- any: [ctx_location]\n      - given", []string{"line ", "contextual"}},
		{"table leaves a case open", "      - id: open\n        says: an act, a means or exploitation is not told\n        is: unknown\n\n  - id: foreigners_told", "\n  - id: foreigners_told", []string{"un.yaml: table trafficking has no row for"}},
		{"row that no case reaches", "      - id: child_sex\n", "      - id: all\n        is: unknown\n      - id: child_sex\n", []string{"line ", `no case reaches row "child_sex"`}},
		{"row twice", "- id: child_work_against_denial", "- id: child", []string{"line ", `row "child" stands twice`}},
		{"decision leaves a case open", "  - id: open\n    says: The facts that would decide are not told\n    class: insufficient_information\n", "", []string{"table decision has no row for"}},
		{"question supposes nothing", "    supposes: {aggravating: present}\n", "", []string{"line ", "answer that it supposes"}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			if !bytes.Contains(shipped, []byte(tc.old)) {
				t.Fatalf("nothing to break: %q", tc.old)
			}
			broken := bytes.Replace(shipped, []byte(tc.old), []byte(tc.new), 1)
			_, err := LoadFramework(fstest.MapFS{"un.yaml": {Data: broken}}, "un.yaml", taxonomy(t))
			if err == nil {
				t.Fatal("loads")
			}
			for _, part := range append(tc.want, "un.yaml") {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not say %q", err, part)
				}
			}
		})
	}
}

func TestLoadWithoutTaxonomy(t *testing.T) {
	if _, err := LoadFramework(Frameworks(), "un.yaml", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadFramework(Frameworks(), "hstc2.yaml", nil); err == nil {
		t.Error("a file that is not there loads")
	}
	if _, err := LoadFramework(Frameworks(), "un.yaml", []extract.Indicator{}); err == nil {
		t.Error("an empty taxonomy knows every indicator")
	}
}

func TestSwitch(t *testing.T) {
	fw, tell := un(t), newTeller(t)
	off, err := fw.With("infer_illegal_entry", false)
	if err != nil {
		t.Fatal(err)
	}
	r := tell.reading(t, "", "border_crossing smuggling_fee smuggler_actor")
	if a := fw.Assess(&r); a.Class != Smuggling || !a.Element(SOMIllegalEntry).Inferred {
		t.Errorf("on: %s, %+v", a.Class, a.Element(SOMIllegalEntry))
	}
	if a := off.Assess(&r); a.Class != InsufficientInformation || a.Element(SOMIllegalEntry).State != Unknown {
		t.Errorf("off: %s, %+v", a.Class, a.Element(SOMIllegalEntry))
	}
	if !fw.Switches["infer_illegal_entry"] {
		t.Error("the framework itself was changed")
	}
	if _, err := fw.With("infer_everything", true); err == nil {
		t.Error("an unknown switch can be set")
	}
}

func TestEveryLawRowHasACitation(t *testing.T) {
	for name, fw := range frameworks(t) {
		for _, d := range fw.Decisions() {
			if (d.Class.HasTrafficking() || d.Class.HasSmuggling()) && d.Citation == "" {
				t.Errorf("%s: row %s cites nothing", name, d.ID)
			}
		}
		for _, id := range Elements() {
			if fw.Citation(id) == "" {
				t.Errorf("%s: element %s cites nothing", name, id)
			}
		}
	}
}

func BenchmarkLoadFramework(b *testing.B) {
	indicators := taxonomy(b)
	for b.Loop() {
		if _, err := LoadFramework(Frameworks(), "un.yaml", indicators); err != nil {
			b.Fatal(err)
		}
	}
}

// What the program names is in the taxonomy: else its code would look for what is never found.
func TestTaxonomyHasWhatIsNamed(t *testing.T) {
	for _, id := range extract.Named() {
		without := slices.DeleteFunc(taxonomy(t), func(i extract.Indicator) bool { return i.ID == id })
		if _, err := LoadFramework(Frameworks(), "un.yaml", without); err == nil || !strings.Contains(err.Error(), id) {
			t.Errorf("without %s: %v", id, err)
		}
	}
}

// An indicator of somebody's own weighs by what its entry says of it.
func TestTraitsWeigh(t *testing.T) {
	own := append(taxonomy(t), extract.Indicator{ID: "branded", Strength: extract.Strong, Traits: []extract.Trait{extract.OfForce}})
	fw, err := LoadFramework(Frameworks(), "un.yaml", own)
	if err != nil {
		t.Fatal(err)
	}
	f := Finding{Reading: extract.Reading{Evidence: []extract.Evidence{{Indicator: "branded", Counts: true}}}}
	if got := harm(fw, &f); got != 2 {
		t.Errorf("force weighs %d", got)
	}
	f.Reading.Evidence[0].Counts = false
	if got := harm(fw, &f); got != 0 {
		t.Errorf("what is no evidence weighs %d", got)
	}
}

// Facts that point to trafficking bring a record that they don't decide to the front, unless
// something excludes exploitation; in a decided one they weigh nothing more.
func TestPointersWeighWhereNothingIsDecided(t *testing.T) {
	fw, err := LoadFramework(Frameworks(), "un.yaml", taxonomy(t))
	if err != nil {
		t.Fatal(err)
	}
	told := []extract.Evidence{
		{Indicator: "isolation", Counts: true}, {Indicator: "isolation", Counts: true}, {Indicator: "low_pay", Counts: true},
		{Indicator: "debt_bondage"}, {Indicator: "border_crossing", Counts: true}, {Indicator: "own_documents", Counts: true},
	}
	for _, c := range []struct {
		class    Class
		excluded State
		want     int
	}{
		{InsufficientInformation, Unknown, 6},
		{InsufficientInformation, Present, 0},
		{InsufficientInformation, Absent, 6},
		{NeitherOtherOffence, Unknown, 0},
	} {
		f := Finding{Reading: extract.Reading{Evidence: told}}
		f.Assessment.Class = c.class
		f.Assessment.Elements = []Element{{ID: ExploitationExcluded, State: c.excluded}}
		if got := harm(fw, &f); got != c.want {
			t.Errorf("%s, exploitation excluded %s: %d, want %d", c.class, c.excluded, got, c.want)
		}
		f.Assessment.Decision = NotScreenedRow
		if got := harm(fw, &f); got != 0 {
			t.Errorf("%s, not screened: %d", c.class, got)
		}
	}
}

// harm ranks a finding and returns what its weights add up to.
func harm(fw *Framework, f *Finding) int {
	fw.Rank(f)
	return f.Harm
}
