package extract

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
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
		found, counts := r.reads(r.pack("en"), &rule{Indicator: i.ID}, src)
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
		{"two facts share their lists", rules + "    patterns: &p [stripped]\n    hits: &h [She was stripped.]\n    misses: &m [Bare.]\n  - {indicator: locked_in, patterns: *p, hits: *h, misses: *m}",
			"He was stripped.", "papers_taken true, locked_in true"},
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
  - {id: locked_in, strength: weak, traits: [force], sources: [Ours 3]}
  - {id: pets_hurt, title: Pets, element: means, crime: trafficking, strength: weak, why: It holds a person.}
`})
	all := r.Indicators()
	want := Indicator{ID: "locked_in", Title: "Lock", Element: "means", Crime: "both", Strength: Weak, Traits: []Trait{OfForce}, Sources: []string{"Ours 3"}, Why: "It holds a person."}
	if diff := cmp.Diff(want, all[1]); diff != "" || len(all) != 3 || all[2].ID != "pets_hurt" {
		t.Errorf("%d indicators; %s", len(all), diff)
	}
	if short, name := r.Source("Ours 3"); short != "Ours" || name != "our own survey" {
		t.Errorf("source %q is %q", short, name)
	}
	if r.definitions["en"].rules[1].strength != Weak {
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
	if f := r.Try()[0].Failures; len(f) != 1 || strings.Contains(strings.ToLower(f[0].Shown+f[0].Text+f[0].Reason), "vermin") {
		t.Errorf("the failures are %v", f)
	}
}

// Who writes a pack for a new language finds in the docs what the engine asks it for.
func TestDocsNameTheClassesOfTheEngine(t *testing.T) {
	page, err := os.ReadFile("../docs/patterns.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Concat(slices.Collect(maps.Keys(new(lexis).named())), neededClasses()) {
		if !bytes.Contains(page, []byte("`"+name+"`")) {
			t.Errorf("docs/patterns.md does not say what <%s> is for", name)
		}
	}
}
