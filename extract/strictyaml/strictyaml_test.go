package strictyaml

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A caret stands under its character and a line cannot steer the terminal.
func TestMistakesAreShownSafely(t *testing.T) {
	f := New("p", []byte("\tab\x1b[2Jc"))
	f.Add(1, 3, "wrong", "")
	want := "p line 1 column 3: wrong\n  1 | \tab\uFFFD[2Jc\n    | \t ^"
	if diff := cmp.Diff(want, f.Error()); diff != "" {
		t.Error(diff)
	}
}

// A mistake of the file as a whole has no line, and files without one have no say.
func TestErrOfSeveralFiles(t *testing.T) {
	good, a, b := New("good", nil), New("a", []byte("x\n")), New("b", nil)
	a.Add(1, 1, "second", "say first")
	a.Add(0, 0, "first", "")
	b.Add(0, 0, "third", "")
	want := "a: first\na line 1 column 1: second\n  1 | x\n    | ^\nhint: say first\nb: third"
	if diff := cmp.Diff(want, Err(good, a, b).Error()); diff != "" {
		t.Error(diff)
	}
	if Err(good) != nil {
		t.Error("a file without mistakes is refused")
	}
}

// The parser takes minutes for a text of brackets.
func TestBracketsThatStandTooDeepAreNotParsed(t *testing.T) {
	f, body := Parse("p", []byte("a:\n  "+strings.Repeat("[", 100_000)))
	if err := Err(f); err == nil || body != nil || !strings.Contains(err.Error(), "p line 2 column 67: brackets stand too deep") {
		t.Errorf("the error is %.100v", err)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"means", "purpose", "entry", "mean"}
	for word, want := range map[string]string{"mens": "means", "Purpose": "purpose", "zzz": "", "meann": "means"} {
		if got := strings.Join(Nearest(word, known, 1), " "); got != want {
			t.Errorf("near %q is %q, want %q", word, got, want)
		}
	}
}

// What an editor puts before UTF-8 is no part of the text.
func TestByteOrderMark(t *testing.T) {
	f, body := Parse("p", []byte("\ufeffrules: []\n"))
	if Err(f) != nil || body == nil || body.String() != "rules: []" {
		t.Errorf("%v, %v", Err(f), body)
	}
}
