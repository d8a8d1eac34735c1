package extract

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// tiny is a set of packs with one language and two indicators.
func tiny() fstest.MapFS {
	return files(map[string]string{
		"taxonomy.yaml": `version: "1"
indicators:
  - {id: papers_taken, title: Papers, element: means, crime: trafficking, strength: strong, why: It holds a person.}
  - {id: locked_in, title: Lock, element: means, crime: both, strength: strong, sources: [ILO 3], why: It holds a person.}
`,
		"languages.yaml": "languages:\n  - {code: en, words: [the, her, was, and]}\n",
		"en/10.yaml": `version: "1"
classes:
  official: [police]
  private_actor: [owner]
  suspect: [driver]
  victim: [girl]
  bystander: [neighbour]
  by: [by]
  currency: [dollars]
  magnitude: [thousand]
  papers: [passport, visa]
  took: [took]
  belongings: [<papers>, phone]
cues:
  - {layer: negation, scope: forward, patterns: [never]}
`,
		"en/30.yaml": `rules:
  - indicator: papers_taken
    patterns:
      - <took> {0,3} <papers>
    unless: [took the passport photo]
    hits: [The owner took her passport.]
    misses: [The owner took the passport photo.]
    negated: [The owner never took her passport.]
  - indicator: locked_in
    patterns: [locked in, behind bars]
    hits: [She was locked in.]
    misses: [She locked the door.]
`,
	})
}

func files(texts map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range texts {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// with loads the tiny packs and a user's over them.
func with(t *testing.T, own map[string]string) *Reader {
	t.Helper()
	r, err := Load(tiny(), Folder{Name: "ours", FS: files(own)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// facts lists what is found in an English text, with what counts.
func facts(r *Reader, src string) string {
	var out []string
	for _, i := range r.Indicators() {
		found, counts := r.reads(r.packs["en"], &rule{Indicator: i.ID}, src)
		if found {
			out = append(out, fmt.Sprintf("%s %v", i.ID, counts))
		}
	}
	return strings.Join(out, ", ")
}

func TestOwnPacks(t *testing.T) {
	const rules = "rules:\n  - indicator: papers_taken\n"
	tests := []struct {
		name, own, text, want string
	}{
		{"none", "", "He took her passport.", "papers_taken true"},
		{"a class is added to", "classes: {papers: [carnet*]}", "He took her carnets.", "papers_taken true"},
		{"a class that names it is added to as well", "classes: {papers: [carnet]}\nrules:\n  - {indicator: locked_in, patterns: [lost <belongings>], hits: [She lost carnet.], misses: [She lost.]}",
			"She lost carnet.", "locked_in true"},
		{"a class may name one that comes later", "classes: {papers: [<cards>], cards: [permit]}", "He took her permit.", "papers_taken true"},
		{"a member is taken away", "classes: {papers: {without: [visa]}}", "He took her visa.", ""},
		{"the others stay", "classes: {papers: {without: [visa], add: [permit]}}", "He took her permit, passport.", "papers_taken true"},
		{"a class is replaced", "classes: {papers: {replace: [permit]}}", "He took her passport.", ""},
		{"a rule is added", rules + "    patterns: [papers gone]\n    hits: [Her papers gone.]\n    misses: [Gone.]", "Her papers gone.", "papers_taken true"},
		{"beside those that stand", rules + "    patterns: [papers gone]\n    hits: [Her papers gone.]\n    misses: [Gone.]", "He took her visa.", "papers_taken true"},
		{"an exception is added", rules + "    unless: [visa fee]\n    misses: [He took her visa fee.]", "He took her visa fee.", ""},
		{"a fact is switched off", rules + "    replace: true", "He took her passport.", ""},
		{"a fact is found otherwise", rules + "    replace: true\n    patterns: [papers gone]\n    hits: [Her papers gone.]\n    misses: [Gone.]", "He took her passport; papers gone.", "papers_taken true"},
		{"a cue is added", "cues: [{layer: negation, scope: forward, patterns: [zilch]}]", "Zilch took her passport.", "papers_taken false"},
		{"a number is added", "numbers: {umpteen: 11}\nrules:\n  - {indicator: locked_in, patterns: [10.. locks], hits: [Umpteen locks.], misses: [Two locks.]}", "Umpteen locks.", "locked_in true"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := with(t, map[string]string{"en/30.yaml": test.own})
			if got := facts(r, test.text); got != test.want {
				t.Errorf("found %q, want %q", got, test.want)
			}
			for _, trial := range r.Try() {
				if len(trial.Failures) > 0 && !strings.Contains(test.own, "replace") {
					t.Error(trial.Failures)
				}
			}
		})
	}
}

func TestOwnTaxonomy(t *testing.T) {
	r := with(t, map[string]string{"taxonomy.yaml": `version: "9"
sources: {Ours: our own survey}
indicators:
  - {id: locked_in, strength: weak, sources: [Ours 3]}
  - {id: pets_hurt, title: Pets, element: means, crime: trafficking, strength: weak, why: It holds a person.}
`})
	all := r.Indicators()
	want := Indicator{ID: "locked_in", Title: "Lock", Element: "means", Crime: "both", Strength: Weak, Sources: []string{"Ours 3"}, Why: "It holds a person."}
	if diff := cmp.Diff(want, all[1]); diff != "" || len(all) != 3 || all[2].ID != "pets_hurt" {
		t.Errorf("%d indicators; %s", len(all), diff)
	}
	if short, name := r.Source("Ours 3"); short != "Ours" || name != "our own survey" {
		t.Errorf("source %q is %q", short, name)
	}
	if r.packs["en"].rules[1].strength != Weak {
		t.Error("the rules keep the strength that was")
	}
	if r.Versions()["taxonomy"] != "1" || r.OwnPacks()[0].Versions["taxonomy"] != "9" {
		t.Errorf("versions %v, own %v", r.Versions(), r.OwnPacks())
	}
}

// A language of the user's is held to what the built-in ones are held to.
func TestOwnLanguage(t *testing.T) {
	own := map[string]string{"languages.yaml": "languages:\n  - {code: xx, words: [zo, za]}\n"}
	for name, file := range tiny() {
		if text, english := strings.CutPrefix(name, "en/"); english {
			own["xx/"+text] = string(file.Data)
		}
	}
	if got := strings.Join(with(t, own).Languages(), " "); got != "en xx" {
		t.Errorf("languages %s", got)
	}
	delete(own, "xx/10.yaml")
	_, err := Load(tiny(), Folder{Name: "ours", FS: files(own)})
	if err == nil || !strings.Contains(err.Error(), "pack xx has no version, no cues, no class official") {
		t.Errorf("the error is %v", err)
	}
}

// Every mistake has its file, line and column, the line, and what to do.
func TestOwnMistakes(t *testing.T) {
	const rule = "rules:\n  - indicator: papers_taken\n"
	const parts = "    hits: [a]\n    misses: [b]\n"
	tests := []struct{ name, text, want string }{
		{"a bad pattern", rule + "    patterns: ['é (b c']\n" + parts, "en/1.yaml line 3 column 19: '(' without ')'\n  3 |     patterns: ['é (b c']\n    |                   ^"},
		{"a gap that is too wide", rule + "    patterns:\n      - a {0,99} b\n" + parts, "line 4 column 11: a gap that can't be read"},
		{"an unknown class", rule + "    patterns: [a <paper>]\n" + parts, "line 3 column 18: no class is called <paper>\n  3 |     patterns: [a <paper>]\n    |                  ^\nhint: did you mean papers?"},
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

// The digest is what sha256sum prints, so that anybody can check it, and does
// not change with the name of the folder.
func TestDigestOfOwnPacks(t *testing.T) {
	own := files(map[string]string{"en/1.yaml": "", "en/2.yaml": "version: '2'\n", "taxonomy.yaml": ""})
	// sha256sum en/1.yaml en/2.yaml taxonomy.yaml | sha256sum
	const want = "e3a55779d375ef0116bae1ddbb0969fbbc7951ab3a308271c3f3078945a66126"
	for _, name := range []string{".", "/a/b"} {
		r, err := Load(tiny(), Folder{Name: name, FS: own})
		if err != nil {
			t.Fatal(err)
		}
		if p := r.OwnPacks()[0]; p.SHA256 != want || p.Versions["pack/en"] != "2" || p.Folder != name {
			t.Errorf("own packs are %+v", p)
		}
	}
}

// An example that fails is shown with its line.
func TestFailuresAreShown(t *testing.T) {
	r := with(t, map[string]string{"en/1.yaml": "rules:\n  - indicator: locked_in\n    patterns: [in a cage]\n    hits:\n      - The bird was free.\n    misses: [She was locked in.]\n"})
	trial := r.Try("en")[0]
	var shown []string
	for _, f := range append(trial.Failures, trial.Unreached...) {
		shown = append(shown, f.String())
	}
	want := []string{
		"ours/en/1.yaml line 5 column 9: locked_in: not found: The bird was free.\n  5 |       - The bird was free.\n    |         ^",
		"ours/en/1.yaml line 6 column 14: locked_in: found, and should not be: She was locked in.\n  6 |     misses: [She was locked in.]\n    |              ^",
		"en/30.yaml line 10 column 27: locked_in: no hit reaches this pattern\n 10 |     patterns: [locked in, behind bars]\n    |                           ^",
		"ours/en/1.yaml line 3 column 16: locked_in: no hit reaches this pattern\n  3 |     patterns: [in a cage]\n    |                ^",
	}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Error(diff)
	}
	if trial.Rules != 3 || trial.Patterns != 4 || trial.Examples != 7 {
		t.Errorf("counted %+v", trial)
	}
}

// Slurs are found, and never printed as our own words.
func TestSlursAreVeiled(t *testing.T) {
	r := with(t, map[string]string{"en/1.yaml": `classes:
  slur: [vermin*, scum of earth]
  bad: [<slur>, vermins, knave]
rules:
  - indicator: locked_in
    patterns: [caged (vermin*|scum) <slur> <bad>]
    hits: [She was a caged Vermin.]
    misses: [Scum of  earth.]
`})
	rules := r.Rules("locked_in")
	own := rules[len(rules)-1]
	got := []string{own.Patterns[0].Text, own.Hits[0].Text, own.Misses[0].Text, strings.Join(r.Classes(rules)[0].Members, ", ")}
	want := []string{"caged (<slur>|scum) <slur> <bad>", "She was a caged <slur>.", "<slur>.", "<slur>, <slur>, knave"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f := r.Try()[0].Failures; len(f) != 1 || strings.Contains(strings.ToLower(f[0].Shown+f[0].Text), "vermin") {
		t.Errorf("the failures are %v", f)
	}
}

// A taxonomy of the user's does not take evidence away from the frameworks.
func TestOwnTaxonomyMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"indicators:\n  - {id: locked_in, strength: contextual}":        "ours/taxonomy.yaml line 2 column 10: indicator locked_in is strong and can't become contextual",
		"indicators:\n  - {id: fresh, title: Fresh}":                    "line 2 column 10: indicator fresh is new and lacks element, crime, strength, why",
		"indicators:\n  - {id: locked_in}\n  - {id: locked_in, why: x}": "line 3 column 10: indicator locked_in stands here for the second time",
		"indicators:\n  - {id: locked_in, strength: stronk}":            `unknown strength "stronk"`,
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
