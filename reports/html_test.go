package reports

import (
	"bytes"
	"html"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"palermo/screen"
)

func TestPage(t *testing.T) {
	text := html.UnescapeString(read(t, publish(t, mixed(), reject()), "report.html"))
	for _, want := range []string{
		"Of 2 records labelled trafficking that can be determined, 1 (50.0%; 95% interval 9.5% to 90.5%) read as smuggling.",
		"<td>1 of 2</td><td>50.0%</td><td>9.5% to 90.5%</td>", "<td>1<small>33.3%</small></td><td>33.3% to 66.7%</td>",
		`<th scope="row">Could not be read</th><td>1</td>`,
		"Priority 1 (possibly missed trafficking of a child): Recorded as smuggling, reads as smuggling and trafficking",
		`<blockquote dir="auto">They <mark>took her passport</mark><span class="for"> (means)</span>. She <mark>`,
		`<mark>not locked in</mark><span class="for"> (child: absent, denied)</span>.</blockquote>`,
		"Decided as: means and purpose (TIP Protocol art. 3)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if first, second := strings.Index(text, "Priority 1 ("), strings.Index(text, "Priority 4 ("); first > second {
		t.Error("the most urgent is not first")
	}
}

// The page must stand alone: nothing to load, nothing to run, and one style
// that the policy names.
func TestPageStandsAlone(t *testing.T) {
	f := missed(1)
	f.RecordID = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	f.Reading.Evidence[0].Quote = "</q></style><script src=//x></script>"
	text := read(t, publish(t, []*screen.Finding{f}), "report.html")
	for token := nethtml.NewTokenizer(strings.NewReader(text)); token.Next() != nethtml.ErrorToken; {
		tag := token.Token()
		switch tag.DataAtom {
		case atom.Img, atom.Link, atom.Iframe, atom.Object, atom.Form:
			t.Errorf("element %s", tag.Data)
		}
		for _, a := range tag.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("attribute %s", a.Key)
			}
		}
	}
	style := text[strings.Index(text, "<style>")+len("<style>") : strings.Index(text, "</style>")]
	script := text[strings.Index(text, "<script>")+len("<script>") : strings.Index(text, "</script>")]
	if !strings.Contains(html.UnescapeString(text), policy(style, script)) {
		t.Error("the policy does not name the style and the script of the page")
	}
	if strings.Count(text, "<script") != 1 {
		t.Error("there is another script")
	}
}

func TestPageBoundsTheQueue(t *testing.T) {
	var out bytes.Buffer
	w, err := openPage(&out, worded(t))
	if err != nil {
		t.Fatal(err)
	}
	run := runOf(nil)
	for i := range maxShown + 30 {
		if err := w.Add(asRows([]*screen.Finding{missed(i)})[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(closing(run)); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "<article"); n != maxShown {
		t.Errorf("%d records shown", n)
	}
	if !strings.Contains(out.String(), "<p>Records to review that are not shown here: 30.") {
		t.Error("nothing says that there are more")
	}
}

// A run with nothing but rows that could not be read says so at its head.
func TestOnlyQuarantine(t *testing.T) {
	dir := publish(t, nil, reject())
	for file, text := range map[string]string{
		"report.html": read(t, dir, "report.html"), "summary.md": read(t, dir, "summary.md"), "reconciliation.xlsx": readable(t, dir, "reconciliation.xlsx"),
	} {
		if !strings.Contains(text, "1 of 9 rows of the input could not be read") {
			t.Errorf("%s does not say what became of the input", file)
		}
	}
}

// Records that repeat a text are in no figure, and that is told.
func TestRepeatedTextsAreTold(t *testing.T) {
	again := missed(9)
	again.Flags = append(again.Flags, screen.PossibleDuplicate)
	dir := publish(t, append(mixed(), again))
	if text := read(t, dir, "report.html"); !strings.Contains(text, "under another case id</th><td>1</td>") {
		t.Error("the page does not say that a record is not counted")
	}
	if got := find(t, sheets(t, dir)["Summary"], "Listed and not counted")[0]; !strings.HasSuffix(got, ": 1") {
		t.Errorf("the workbook says %q", got)
	}
}

func TestEmptyPage(t *testing.T) {
	text := read(t, publish(t, nil), "report.html")
	for _, want := range []string{"No records were screened.", "There is nothing to review.", "n/a"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(text, "NaN") || strings.Contains(text, "By year") {
		t.Error("figures of nothing")
	}
}
