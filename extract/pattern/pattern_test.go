package pattern

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"palermo/extract/text"
)

// build compiles patterns over a few classes.
func build(t *testing.T, patterns ...string) *Set {
	t.Helper()
	b := NewBuilder(Measure([]string{"the owner took a passport and the papers"}), map[string]int{"fifteen": 15})
	for _, c := range []struct {
		name    string
		members []string
	}{
		{"papers", []string{"passport*", "travel document*", "ID"}},
		{"took", []string{"took", "confiscat*", "took away"}},
		{"all", []string{"<papers>", "phone"}},
		{CurrencyClass, []string{"$", "US", "dollar*", "euros"}},
		{MagnitudeClass, []string{"k", "thousand"}},
	} {
		if err := b.Class(c.name, c.members); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range patterns {
		if err := b.Add(p, i, Primary, NoGroup); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
	}
	return b.Build()
}

// quotes returns what the patterns find in every sentence of a text.
func quotes(s *Set, src string) []string {
	tokens := text.Tokenize(nil, src, text.NewVocabulary(), nil)
	sc := new(Scratch)
	s.Load(sc, src, tokens)
	var out []string
	for _, r := range text.Sentences(nil, tokens) {
		for _, m := range s.Scan(sc, r) {
			out = append(out, src[tokens[m.First].Start:tokens[m.End-1].End])
		}
	}
	return out
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct{ name, pattern, in, want string }{
		{"word", "passport", "His Passport.", "Passport"},
		{"accents", "dueño", "el DUEÑO llegó", "DUEÑO"},
		{"prefix", "confiscat*", "was confiscated", "confiscated"},
		{"class with a prefix", "<took> {0,2} <papers>", "He confiscated both passports", "confiscated both passports"},
		{"phrase of a class", "<took> her <papers>", "took her travel documents", "took her travel documents"},
		{"longest phrase first", "<took> her", "they took away her things", "took away her"},
		{"class within a class", "<all>", "the travel document", "travel document"},
		{"gap too wide", "<took> {0,1} <papers>", "took all of her passports", ""},
		{"shortest gap", "took {0,9} id", "took an ID and another ID", "took an ID"},
		{"alternatives", "(sold|given to) men", "she was given to men", "given to men"},
		{"alternative with a gap", "(held {0,2} office|locked) up", "held in the office up there", "held in the office up"},
		{"optional there", "very? old", "very old", "very old"},
		{"optional missing", "very? old", "old", "old"},
		{"not", "paid !nothing", "paid nothing then paid well", "paid"},
		{"start", "^ paid", "He paid. Paid again.", "Paid"},
		{"number in range", "..17 years", "17 years", "17 years"},
		{"number out of range", "..17 years", "18 years", ""},
		{"number in words", "..17 years", "fifteen years", "fifteen years"},
		{"exact number", "12 hours", "at 12 hours", "12 hours"},
		{"money before", "for $", "for $6,000 each", "for $6,000"},
		{"money behind", "for $", "for 6 thousand dollars", "for 6 thousand dollars"},
		{"money with a letter", "for $", "for $6K", "for $6K"},
		{"two marks", "for $", "for US$ 4,500", "for US$ 4,500"},
		{"a word between", "for $", "for 60,000 heavy dollars each", "for 60,000 heavy dollars"},
		{"thousands by blanks", "for $", "for 18 000 euros", "for 18 000 euros"},
		{"no money", "for $", "for 6 days", ""},
		{"either order", "<took> & <papers>", "Her passport, he took it. He took the ID.", "passport, he took / took the ID"},
		{"too far apart", "<took> &1 <papers>", "took away from us all the passports", ""},
		{"three in any order", "owner & <took> & <papers>", "The passport was taken, the owner took it", "passport was taken, the owner took"},
		{"hyphens", "non-refundable", "a non-refundable sum", "non-refundable"},
		{"never across sentences", "paid {0,4} smuggler", "He paid. The smuggler left", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(quotes(build(t, c.pattern), c.in), " / "); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func TestMatchesOfOnePatternDoNotOverlap(t *testing.T) {
	got := strings.Join(quotes(build(t, "took {0,3} id"), "took ID took ID"), " / ")
	if want := "took ID / took ID"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestSecondaryPatternsNeedAPrimaryOne(t *testing.T) {
	b := NewBuilder(Measure(nil), nil)
	if err := errors.Join(b.Add("locked", 0, Primary, NoGroup), b.Add("not", 1, Secondary, NoGroup)); err != nil {
		t.Fatal(err)
	}
	s := b.Build()
	if got := quotes(s, "not free"); len(got) != 0 {
		t.Errorf("found %q without a primary match", got)
	}
	if got := quotes(s, "not locked"); len(got) != 2 {
		t.Errorf("found %q, want both", got)
	}
}

func TestWordsAreWhatThePatternNames(t *testing.T) {
	s := build(t, "took {0,3} <papers>")
	src := "he took no travel documents"
	tokens := text.Tokenize(nil, src, text.NewVocabulary(), nil)
	sc := new(Scratch)
	s.Load(sc, src, tokens)
	m := s.Scan(sc, text.Range{First: 0, End: len(tokens)})
	if len(m) != 1 || m[0].Words != 0b1101 {
		t.Errorf("got %+v, want words 1101", m)
	}
}

func TestSyntaxErrors(t *testing.T) {
	for pattern, want := range map[string]struct {
		column  int
		message string
	}{
		"(took|kept":        {1, "'(' without ')'"},
		"took)":             {5, "')' without '('"},
		"took <paper":       {6, "'<' without"},
		"took <wallets>":    {6, "no class is called <wallets>"},
		"took {4,1} id":     {6, "a gap"},
		"took {0,99} id":    {6, "a gap"},
		"took 12.. {0,2}":   {1, "begins or ends with a gap"},
		"took &":            {7, "with nothing behind"},
		"took & id?":        {1, "can't join"},
		"took &40 id":       {1, "too far apart"},
		"took 9..3":         {6, "a number range"},
		"(a|)":              {4, "an empty alternative"},
		"took , id":         {6, "not a word"},
		"12..24 {0,3} 5..9": {1, "no word of its own"},
		"very?":             {1, "nothing at all"},
		"":                  {1, "an empty alternative"},
		"took !":            {6, "'!' with nothing"},
	} {
		b := NewBuilder(Measure(nil), nil)
		err := b.Add(pattern, 0, Primary, NoGroup)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%q: got %v, want a syntax error", pattern, err)
			continue
		}
		if syntax.Column != want.column || !strings.Contains(syntax.Message, want.message) {
			t.Errorf("%q: column %d: %v, want column %d: %s", pattern, syntax.Column, syntax, want.column, want.message)
		}
	}
}

func TestFrequencies(t *testing.T) {
	f := Measure([]string{"The men paid. The man paid the guide."})
	if the, man := f.share("the"), f.share("man"); the <= man {
		t.Errorf("share of the %v, of man %v", the, man)
	}
	if m, man := f.share("m*"), f.share("man"); m <= man {
		t.Errorf("share of m* %v, of man %v", m, man)
	}
	if short, long := f.share("xi"), f.share("xiphoid"); short <= long || long <= 0 {
		t.Errorf("share of unknown words %v and %v", short, long)
	}
}

func TestClassErrors(t *testing.T) {
	b := NewBuilder(Measure(nil), nil)
	for _, c := range []struct {
		name    string
		members []string
		want    string
	}{
		{"a", []string{"<b>"}, "not defined above"},
		{"b", []string{"..."}, "without a word"},
		{"c", []string{"x"}, ""},
		{"c", []string{"y"}, "defined twice"},
	} {
		err := b.Class(c.name, c.members)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("class %s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("<took> {0,3} ( a b | c* )? 12..24 $ !x")
	f.Fuzz(func(t *testing.T, pattern string) {
		b := NewBuilder(Measure(nil), nil)
		if b.Add(pattern, 0, Primary, NoGroup) == nil {
			quotes(b.Build(), "a b c 14 dollars "+pattern)
		}
	})
}

func TestTooManyWords(t *testing.T) {
	b := NewBuilder(Measure(nil), nil)
	for i := range maxAtoms {
		if err := b.Add(fmt.Sprintf("word%d", i), i, Primary, NoGroup); err != nil {
			if !strings.Contains(err.Error(), "65536") {
				t.Fatal(err)
			}
			return
		}
	}
	t.Error("more words than can be told apart are taken")
}
