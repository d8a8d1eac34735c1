package source

import (
	"strings"
	"testing"
)

func TestHTMLText(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"paragraphs", "<html><body><p>He paid.\n She\twalked.</p><p>They&nbsp;left.</p></body>", "He paid. She walked.\n\nThey left."},
		{"words stay whole", "exped<b>ient</b>e n&uacute;mero", "expediente número"},
		{"menu and footer", "<nav><a>Home</a></nav><p>Facts.</p><footer>Contact us</footer>", "Facts."},
		{"scripts", "<script>if (a<b) {}</script><style>p{}</style>x", "x"},
		{"links elsewhere", "<p>Facts.</p><ul><li><a href=1>Trafficking ring held</a></li><li><a href=2>Other news</a></li></ul>", "Facts."},
		{"a list with a link", "<ul><li>He paid <a>2,000</a> dollars to be taken</li><li>She did not</li></ul>", "- He paid 2,000 dollars to be taken\n- She did not"},
		{"cells", "<table><tr><td>Date</td><td>2019</td></tr><tr><td>Place</td><td>Port</td></tr></table>", "Date\t2019\nPlace\tPort"},
		{"lines", "one<br>two<br/>three", "one\ntwo\nthree"},
		{"nested silence", "<aside><aside>a</aside>b</aside>c", "c"},
		{"unclosed", "<p>one <b>two", "one two"},
		{"deep", strings.Repeat("<div>", 20000) + "deep", "deep"},
	}
	for _, tt := range tests {
		got, err := htmlText(strings.NewReader(tt.page))
		if err != nil || got.text != tt.want {
			t.Errorf("%s: %q (%v), want %q", tt.name, got.text, err, tt.want)
		}
	}
}

func TestPlainCell(t *testing.T) {
	tests := []struct {
		cell, want string
		changed    bool
	}{
		{"<p>He paid.</p><p>She left.</p>", "He paid.\n\nShe left.", true},
		{"paid&nbsp;2,000", "paid 2,000", true},
		{"under <3 years, R&D, a < b and c > d", "under <3 years, R&D, a < b and c > d", false},
		{"<unknown>", "<unknown>", false},
		{"<p></p>", "", true},
	}
	for _, tt := range tests {
		if got, changed := plainCell(tt.cell); got != tt.want || changed != tt.changed {
			t.Errorf("plainCell(%q) = %q, %v", tt.cell, got, changed)
		}
	}
}
