package source

import (
	"strings"
	"testing"
)

func TestPlainMarkdown(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"emphasis", "He **took** her *pass*port and __kept__ it. ***Nobody*** _paid_.\n", "He took her passport and kept it. Nobody paid.\n"},
		{"over lines", "He **took her\npassport** away.\n", "He took her\npassport away.\n"},
		{"within one another", "**He *kept* it** all\n", "He kept it all\n"},
		{"link", "She was [held in a\nhouse](x) by [a man](https://example.org/a_(b)_c \"t\"), [it says][1].\n\n[1]: https://example.org/trafficking\n",
			"She was held in a\nhouse by a man, it says.\n\n\n"},
		{"line that is a link", "- [Forced labour ring](https://example.org/1)\n", "- [Forced labour ring](https://example.org/1)\n"},
		{"comment", "He paid. <!-- sex trafficking\nof minors --> He left.\n", "He paid. \n He left.\n"},
		{"comment without an end", "He paid. <!-- sex trafficking\n", "He paid. \n"},
		{"picture", "He paid. ![forced labour](a.png)\n", "He paid. \n"},
		{"quote", "> He took her\n> > passport.\n", "He took her\npassport.\n"},
		{"form", "| Case No | MP-19-4 |\n|---|:--:|\n| **Date** | 2019-03-04 |\n", "Case No: MP-19-4\n\nDate: 2019-03-04\n"},
		{"tags and entities", "He<br>paid&nbsp;<b>400</b> &amp; left.\n", "He\npaid\u00a0400 & left.\n"},
		{"code and escapes", "The `van` was \\*white\\*.\n", "The van was *white*.\n"},
		{"no marks", "J*** D** paid 2*3*4 in snake_case_name, 5 * 3.\n* one\n* two\n", "J*** D** paid 2*3*4 in snake_case_name, 5 * 3.\n* one\n* two\n"},
		{"redacted", "**** **** paid\n", "**** **** paid\n"},
		{"marks of two paragraphs", "a *b\n\nc* d\n", "a *b\n\nc* d\n"},
		{"struck out", "He ~~kept her passport~~ paid.\n", "He  paid.\n"},
		{"block of keys", "**Case No:** MP-19-4\n", "Case No: MP-19-4\n"},
	}
	for _, tt := range tests {
		if got, _ := plainMarkdown(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, long := range []string{strings.Repeat("*a **b ", 50_000), strings.Repeat("[", 200_000), strings.Repeat("[a](b ", 50_000)} {
		if got, _ := plainMarkdown(long); got != long {
			t.Errorf("%.10q...: %d bytes came of %d", long, len(got), len(long))
		}
	}
}
