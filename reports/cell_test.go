package reports

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestCell(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Joint operation", "Joint operation"},
		{"empty", "", ""},
		{"formula", "=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"},
		{"plus", "+1", "'+1"},
		{"minus", "-2+3", "'-2+3"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"full width", "＝1", "'＝1"},
		{"behind spaces", "  =1", "'  =1"},
		{"behind a tab", "\t=1", "' =1"},
		{"behind a return", "\r=1", "' =1"},
		{"behind what is removed", "\x00=1", "'=1"},
		{"behind an override", "\u202e=1", "'=1"},
		{"inside", "a=b", "a=b"},
		{"line breaks", "one\r\ntwo\nthree", "one  two three"},
		{"controls", "a\x07b\x1b[31mc\u0085", "ab[31mc"},
		{"right to left", "مريم عبد الله", "مريم عبد الله"},
		{"overrides", "x\u202egnp.exe\u2066y", "xgnp.exey"},
		{"joiners stay", "क्\u200dष", "क्\u200dष"},
		{"broken UTF-8", "a\xffb", "a\ufffdb"},
	} {
		if got := cell(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLinesKeepsBreaks(t *testing.T) {
	if got := lines("=a\r\nb\tc\n-d"); got != "'=a\nb c\n-d" {
		t.Errorf("%q", got)
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, in string
		whole    bool
	}{
		{"short", "abc", true},
		{"just fits", strings.Repeat("a", maxCell), true},
		{"one too many", strings.Repeat("a", maxCell+1), false},
		{"many bytes, few characters", strings.Repeat("ع", maxCell), true},
		{"two units each", strings.Repeat("😶", maxCell/2), true},
		{"two units each, too many", strings.Repeat("😶", maxCell/2+1), false},
		{"very long", strings.Repeat("né ", 400_000), false},
	} {
		got := english(t).cut(c.in)
		if units := len(utf16.Encode([]rune(got))); units > maxCell {
			t.Errorf("%s: %d units", c.name, units)
		}
		if !utf8.ValidString(got) {
			t.Errorf("%s: cut inside a character", c.name)
		}
		if marked := strings.HasSuffix(got, " more characters]"); marked == c.whole || c.whole && got != c.in {
			t.Errorf("%s: marked as cut: %v", c.name, marked)
		}
	}
}
