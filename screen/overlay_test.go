package screen

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// frameworks loads every framework that ships.
func frameworks(t testing.TB) map[string]*Framework {
	t.Helper()
	names, err := fs.Glob(Frameworks(), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all, known := map[string]*Framework{}, taxonomy(t)
	for _, name := range names {
		fw, err := LoadFramework(Frameworks(), name, known)
		if err != nil {
			t.Fatal(err)
		}
		all[fw.ID] = fw
	}
	return all
}

func TestFiveFrameworksLoad(t *testing.T) {
	all := frameworks(t)
	for _, id := range []string{"un", "us", "eu", "mx", "hstc"} {
		if all[id] == nil {
			t.Errorf("no framework %s", id)
		}
	}
}

// TestEveryLawSpeaksForItself keeps a framework from citing the articles of the
// one that it extends.
func TestEveryLawSpeaksForItself(t *testing.T) {
	for id, fw := range frameworks(t) {
		if id == "un" {
			continue
		}
		for _, e := range Elements() {
			if c := fw.Citation(e); c == "" || strings.Contains(c, "Protocol") {
				t.Errorf("%s: element %s cites %q", id, e, c)
			}
		}
		for _, d := range fw.Decisions() {
			if strings.Contains(d.Citation, "Protocol") {
				t.Errorf("%s: row %s cites %q", id, d.ID, d.Citation)
			}
			if d.Title == "" {
				t.Errorf("%s: row %s has no title", id, d.ID)
			}
		}
	}
}

func TestOverlay(t *testing.T) {
	un, err := fs.ReadFile(Frameworks(), "un.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, text, fault string
		told              string
		want              Class
	}{
		{"a set is replaced", "sets: {exploitation: [child_labour]}\n", "", "abduction forced_labour", InsufficientInformation},
		{"a fact keeps what is not said", "facts: [{id: tip_means, cite: Here art. 1}]\n", "", "abduction forced_labour", Trafficking},
		{"a row is added", "decision: [{id: mine, before: trafficking, says: Mine, when: {trafficking: present}, class: not_a_case}]\n", "", "abduction forced_labour", NotACase},
		{"a row is changed", "decision: [{id: trafficking, class: not_a_case}]\n", "", "abduction forced_labour", NotACase},
		{"a new fact has a place", "facts: [{id: mine, present: [{any: [abduction]}]}]\n", `line 3: fact "mine" is new; say before which fact it stands`, "", ""},
		{"a new row has a place", "decision: [{id: mine, class: not_a_case}]\n", `line 3: row "mine" is new`, "", ""},
		{"what no case reaches falls away", "sets: {arguable: []}\n", "", "illegal_adoption", InsufficientInformation},
		{"a way of an empty set is shut", "sets: {exploitation: []}\n", "", "abduction forced_labour", InsufficientInformation},
		{"a fault names both files", "sets: {exploitation: [no_such_thing]}\n", "x.yaml line 3", "", ""},
		{"a fault in the other file", "switches: {infer_illegal_entry: false}\nsets: {arguable: \"@nowhere\"}\n", "x.yaml", "", ""},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			files := fstest.MapFS{"un.yaml": {Data: un}, "x.yaml": {Data: []byte("id: x\nextends: un\n" + tc.text)}}
			fw, err := LoadFramework(files, "x.yaml", taxonomy(t))
			switch {
			case tc.fault != "" && (err == nil || !strings.Contains(err.Error(), tc.fault)):
				t.Fatalf("error %v does not say %q", err, tc.fault)
			case tc.fault != "":
				return
			case err != nil:
				t.Fatal(err)
			}
			r := newTeller(t).reading(t, "", tc.told)
			if a := fw.Assess(&r); a.Class != tc.want {
				t.Errorf("reads as %s by %s, want %s", a.Class, a.Decision, tc.want)
			}
		})
	}
	loop := fstest.MapFS{"a.yaml": {Data: []byte("id: a\nextends: b\n")}, "b.yaml": {Data: []byte("id: b\nextends: a\n")}}
	if _, err := LoadFramework(loop, "a.yaml", nil); err == nil || !strings.Contains(err.Error(), "extends itself") {
		t.Errorf("a loop: %v", err)
	}
}
