package history

import (
	"context"
	"strings"
	"testing"

	"palermo/extract"
	"palermo/pipeline/history/hold"
	"palermo/screen"
)

// quoted plays a night in which every row stands on its whole text.
func quoted(t *testing.T, s *Store, keep bool, rows ...row) {
	t.Helper()
	ctx := context.Background()
	session, err := s.Begin(ctx, Run{Series: "test", Basis: rules(rows[0].text)}, hold.Claim{})
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	if err := session.Recall(ctx); err != nil {
		t.Fatal(err)
	}
	if keep {
		session.KeepQuotes()
	}
	var names screen.Names
	for i, r := range rows {
		f := r.finding(i + 2)
		f.Reading.Evidence = []extract.Evidence{{Indicator: "told", Counts: true, Span: extract.Span{End: len(r.text)}, Quote: r.text}}
		names.Settle(f)
		if _, err := session.Mark(f, TraceOf(f)); err != nil {
			t.Fatal(err)
		}
	}
	if err := session.Absent(ctx, nil, func(*Gone) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := session.Prepare(ctx, "manifest"); err != nil {
		t.Fatal(err)
	}
	if err := session.Commit(); err != nil {
		t.Fatal(err)
	}
}

// Text of records is kept for those who ask for it, also of findings that stood
// before they did; it goes with its finding, and all of it when it is dropped.
func TestQuotesAreKeptForThoseWhoAsk(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		ctx := context.Background()
		count := func(want int64, when string) {
			t.Helper()
			if n, err := s.Quoted(ctx); n != want || err != nil {
				t.Errorf("%s: quotes of %d findings, want %d, %v", when, n, want, err)
			}
		}
		quoted(t, s, false, a, b)
		count(0, "nobody asked")
		quoted(t, s, true, a, b)
		count(2, "asked, and nothing changed")
		quoted(t, s, true, a, b)
		count(2, "the same again")
		quoted(t, s, true, a.with(func(r *row) { r.text, r.evidence = "They took it away.", "a2" }), b)
		count(3, "one changed")
		list := runs(t, s)
		before, after := &list[2], &list[3]
		for _, asked := range []bool{true, false} {
			diff, err := s.Diff(ctx, before, after, asked)
			if err != nil || len(diff) != 1 {
				t.Fatalf("%+v, %v", diff, err)
			}
			d := diff[0]
			if asked && (len(d.Before.Quotes) != 1 || d.Before.Quotes[0].Text != a.text || d.After.Quotes[0].Text != "They took it away.") {
				t.Errorf("quotes %+v and %+v", d.Before.Quotes, d.After.Quotes)
			}
			if !asked && d.Before.Quotes != nil {
				t.Error("quotes are told without being asked for")
			}
		}
		if _, err := s.Prune(ctx, "test", Keep{Daily: 1}); err != nil {
			t.Fatal(err)
		}
		count(2, "after a prune")
		if n, err := s.DropQuotes(ctx, "another"); n != 0 || err != nil {
			t.Errorf("of another series: %d, %v", n, err)
		}
		if n, err := s.DropQuotes(ctx, ""); n != 2 || err != nil {
			t.Errorf("dropped %d, %v", n, err)
		}
		if p, err := s.Verify(ctx, ""); err != nil || len(p.Broken) > 0 {
			t.Errorf("%+v, %v", p, err)
		}
		if strings.HasPrefix(where, "postgres") {
			return
		}
		for _, suffix := range []string{"", "-wal"} {
			if text := readFile(t, where+suffix); strings.Contains(text, "passport") {
				t.Errorf("the file %s still has the words", suffix)
			}
		}
	})
}
