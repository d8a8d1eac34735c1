package extract

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// Every mistake has its file, line and column, the line, and what to do.
func TestOwnMistakes(t *testing.T) {
	const rule = "rules:\n  - indicator: papers_taken\n"
	const parts = "    hits: [a]\n    misses: [b]\n"
	tests := []struct{ name, text, want string }{
		{"a bad pattern", rule + "    patterns: ['é (b c']\n" + parts, "en/1.yaml line 3 column 19: '(' without ')'\n  3 |     patterns: ['é (b c']\n    |                   ^"},
		{"a gap that is too wide", rule + "    patterns:\n      - a {0,99} b\n" + parts, "line 4 column 11: a gap that can't be read"},
		{"an unknown class", rule + "    patterns: [a <paper>]\n" + parts, "line 3 column 18: no class is called <paper>\n  3 |     patterns: [a <paper>]\n    |                  ^\nhint: did you mean <papers>?"},
		{"an unknown indicator", "rules:\n  - indicator: paper_taken\n    patterns: [a]\n" + parts, `line 2 column 16: no indicator of the taxonomy is called "paper_taken"` + "\n  2 |   - indicator: paper_taken\n    |                ^\nhint: did you mean papers_taken?"},
		{"an unknown layer", "cues:\n  - {layer: negative, scope: forward, patterns: [a]}", `line 2 column 13: unknown layer "negative"`},
		{"an unknown scope", "cues:\n  - {layer: risk, scope: front, patterns: [a]}", `unknown scope "front"`},
		{"missing hits", rule + "    patterns: [a]\n    misses: [b]\n", "line 2 column 16: the rule of papers_taken lacks hits"},
		{"missing misses", rule + "    patterns: [a]\n    hits: [b]\n", "line 2 column 16: the rule of papers_taken lacks misses"},
		{"no YAML", "rules: [a\n", "not YAML"},
		{"a tab", "rules:\n\t- a\n", "line 2 column 1: not YAML"},
		{"an unknown key", "rulez: []\n", "line 1 column 1: unknown key \"rulez\" in a pack\n  1 | rulez: []\n    | ^\nhint: did you mean \"rules\"?"},
		{"an unknown key of a rule", rule + "    patern: [a]\n", `line 3 column 5: unknown key "patern" in a rule`},
		{"a rule without an indicator", "rules:\n  - patterns: [a]\n", "line 2 column 5: a rule lacks its indicator"},
		{"an empty rule", "rules:\n  - \n", "a rule is empty"},
		{"a cue without patterns", "cues:\n  - {layer: risk, scope: both}\n", "a cue lacks its patterns"},
		{"an actor", rule + "    actor: official\n", `unknown actor "official"`},
		{"a class twice", "classes:\n  a: [b]\n  a: [c]\n", `line 3 column 3: "a" stands here for the second time`},
		{"two documents", "rules: []\n---\ncues: []\n", "a second document begins"},
		{"a class that holds itself", "classes:\n  a: [<b>]\n  b: [<a>]\n", "line 3 column 7: class <a> holds itself"},
		{"a class to change that is not there", "classes:\n  paper: {without: [a]}\n", "line 2 column 3: there is no class <paper> to change"},
		{"a member that is not there", "classes:\n  papers: {without: [a]}\n", "line 2 column 22: class <papers> has no member a"},
		{"a member without a word", "classes:\n  papers: ['...']\n", "line 2 column 13: a member of class <papers> has no word in it"},
		{"a list that is not there", rule + "    patterns: *gone\n" + parts, "line 3 column 15: no list above is named &gone"},
		{"a shared text", rule + "    patterns: [&a b, *a]\n" + parts, "line 3 column 16: a pattern is a reference"},
		{"a facet with a slip", "rules:\n  - indicator: papers_taken\n    facet: compelled\n    patterns: [a]\n" + parts + "  - indicator: papers_taken\n    facet: compeled\n    patterns: [c]\n" + parts, "line 7 column 16: the facet compeled is known to no rule"},
		{"no UTF-8", "# of ours\nclasses:\n  a: [ca\xf1\xf3n]\n", "line 3 column 9: not UTF-8\n  3 |   a: [ca?n]"},
		{"nothing to replace", rule + "    facet: x\n    replace: true\n", "no rule finds papers_taken/x, so there is none to replace"},
		{"nothing to add to", rule + "    facet: x\n    unless: [a]\n    misses: [b]\n", "there is no rule that finds papers_taken/x to add to"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load(tiny(), Folder{Name: "ours", FS: files(map[string]string{"en/1.yaml": test.text})})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("does not say %q:\n%v", test.want, err)
			}
			if err != nil && !strings.HasPrefix(err.Error(), "ours/en/1.yaml line ") {
				t.Errorf("does not say where:\n%v", err)
			}
		})
	}
}

// What is built in replaces nothing, and a file that nobody reads is refused.
func TestFilesThatAreNotRead(t *testing.T) {
	for name, want := range map[string]string{
		"30.yaml":        "read pack ours/30.yaml: stands where it is not read",
		"en/30.yml":      "packs end in .yaml",
		"English/a.yaml": "a language folder is named by its code",
		"README.md":      "no pack stands here",
		".git/a.yaml":    "no pack stands here",
	} {
		_, err := Load(tiny(), Folder{Name: "ours", FS: files(map[string]string{name: "a"})})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	large := files(map[string]string{"en/a.yaml": strings.Repeat("#", packBytes+1)})
	if _, err := Load(tiny(), Folder{Name: "ours", FS: large}); err == nil || !strings.Contains(err.Error(), "is larger than") {
		t.Errorf("the error is %v", err)
	}
	twice := files(map[string]string{"en/a.yaml": "classes:\n  a: [b]\n", "en/b.yaml": "classes:\n  a: [c]\n"})
	if _, err := Load(tiny(), Folder{Name: "ours", FS: twice}); err == nil ||
		!strings.Contains(err.Error(), "ours/en/b.yaml line 2 column 3: class <a> stands here for the second time") {
		t.Errorf("the error is %v", err)
	}
	base := tiny()
	base["en/40.yaml"] = &fstest.MapFile{Data: []byte("rules:\n  - {indicator: locked_in, replace: true}\n")}
	if _, err := Load(base); err == nil || !strings.Contains(err.Error(), "the rule replaces another, and there is none below it") {
		t.Errorf("the error is %v", err)
	}
}

// A class that the engine cannot ask for is a mistake, and is not passed over.
func TestTooManyPurposesOfAmounts(t *testing.T) {
	var b strings.Builder
	b.WriteString("classes:\n")
	for i := range 70 {
		fmt.Fprintf(&b, "  amount_p%d: [p%d]\n", i, i)
	}
	_, err := Load(tiny(), Folder{Name: "ours", FS: files(map[string]string{"en/a.yaml": b.String()})})
	if want := "ours/en/a.yaml line 71 column 3: class <amount_p69> is one purpose of amounts too many"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("does not say %q:\n%v", want, err)
	}
}

// A taxonomy of the user's does not take evidence away from the frameworks.
func TestOwnTaxonomyMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"indicators:\n  - {id: locked_in, strength: contextual}":        "ours/taxonomy.yaml line 2 column 10: indicator locked_in is strong and can't become contextual",
		"indicators:\n  - {id: fresh, title: Fresh}":                    "line 2 column 10: indicator fresh is new and lacks element, crime, strength, why",
		"indicators:\n  - {id: locked_in}\n  - {id: locked_in, why: x}": "line 3 column 10: indicator locked_in stands here for the second time",
		"indicators:\n  - {id: locked_in, strength: stronk}":            `unknown strength "stronk"`,
		"indicators:\n  - {id: locked_in, traits: [violent]}":           `unknown trait "violent"`,
		"indicators:\n  - {title: x}":                                   "line 2 column 6: an indicator lacks its id",
	} {
		_, err := Load(tiny(), Folder{Name: "ours", FS: files(map[string]string{"taxonomy.yaml": text})})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("does not say %q:\n%v", want, err)
		}
	}
}

// Whatever a user writes is read or refused, and reads a text in either case.
func FuzzOwnPack(f *testing.F) {
	for name, file := range tiny() {
		if strings.HasPrefix(name, "en/") {
			f.Add(string(file.Data), "The owner took her passport.")
		}
	}
	f.Add("classes: {papers: {without: [visa], add: [<took>]}}\nrules:\n  - {indicator: locked_in, replace: true}", "x")
	f.Add("rules:\n  - {indicator: locked_in, patterns: ['(a|b c)? {0,3} !x <papers> 12..']}", "a b c visa 13")
	f.Fuzz(func(t *testing.T, text, src string) {
		r, err := Load(tiny(), Folder{Name: "ours", FS: files(map[string]string{"en/30.yaml": text})})
		if err == nil {
			facts(r, src)
			r.Try()
			return
		}
		if !strings.HasPrefix(err.Error(), "ours/en/30.yaml") {
			t.Errorf("does not say where: %v", err)
		}
	})
}
