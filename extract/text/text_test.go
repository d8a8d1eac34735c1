package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var abbreviated = Abbreviations{"dr": true, "no": false}

func TestTokenize(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"hyphens part words":          {"a 15-year-old girl", []string{"a", "15", "year", "old", "girl"}},
		"letters are cut off numbers": {"M/25yo owed $6K", []string{"M", "25", "yo", "owed", "$", "6", "K"}},
		"figures are cut off letters": {"F16 owes Q80,000", []string{"F", "16", "owes", "Q", "80,000"}},
		"blanks between thousands":    {"18 000 and 1\u00a0200\u00a0500 or 18 0001 2019 300", []string{"18 000", "and", "1\u00a0200\u00a0500", "or", "18", "0001", "2019", "300"}},
		"elisions":                    {"qu'elle l’a dit, d' ici; o'clock", []string{"qu'", "elle", "l’", "a", "dit", "d'", "ici", "o'clock"}},
		"words cut at a line's end":   {"her pass-\nport, his pass-\r\nport", []string{"her", "pass-\nport", "his", "pass-\r\nport"}},
		"hyphens at a line's end":     {"a 15-year-\nold girl, Kuala-\nLumpur", []string{"a", "15", "year", "old", "girl", "Kuala", "Lumpur"}},
		"thousands stay together":     {"paid 8,000 dollars", []string{"paid", "8,000", "dollars"}},
		"contractions stay together":  {"she didn't", []string{"she", "didn't"}},
		"other scripts":               {"тысяча €50", []string{"тысяча", "€", "50"}},
		"bytes that are no text":      {"a \xff\x90 b", []string{"a", "b"}},
		"nothing":                     {" .,;\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokenize(nil, c.in, nil, abbreviated) {
				got = append(got, tok.Of(c.in))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	long := "The van was stopped on the road to the coast shortly before"
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"full stop":                  {"He paid. She left.", []string{"He paid", "She left"}},
		"question":                   {"Paid? Never.", []string{"Paid", "Never"}},
		"semicolon":                  {"papers held; no pay", []string{"papers held", "no pay"}},
		"abbreviation":               {"Seen by Dr. Oyelaran today", []string{"Seen by Dr Oyelaran today"}},
		"abbreviation before number": {"Held at No. 5 Elm Road", []string{"Held at No 5 Elm Road"}},
		"a word like it ends":        {"Beaten: No. Locked in: No.", []string{"Beaten No", "Locked in No"}},
		"initial":                    {"taken by J. Marsh", []string{"taken by J Marsh"}},
		"initial with an age":        {"found were S., 16, and K. (45)", []string{"found were S 16 and K 45"}},
		"number with a dot":          {"paid 8.000 euros", []string{"paid 8.000 euros"}},
		"lower case goes on":         {"approx. ten men", []string{"approx ten men"}},
		"empty line":                 {"Title\n\nbody", []string{"Title", "body"}},
		"list":                       {"Held:\n- passport\n- phone", []string{"Held passport phone"}},
		"list of capitals":           {"Held:\n- Passport\n- Phone", []string{"Held", "Passport", "Phone"}},
		"form lines":                 {"Forced: No\nMinor: No", []string{"Forced No", "Minor No"}},
		"wrapped line":               {long + "\nNoon by agents", []string{long + " Noon by agents"}},
		"wrapped line in lower case": {"she was\nlocked in", []string{"she was locked in"}},
		"inverted marks":             {"Salió. ¿Quién pagó?", []string{"Salió", "Quién pagó"}},
	} {
		t.Run(name, func(t *testing.T) {
			tokens := Tokenize(nil, c.in, nil, abbreviated)
			var got []string
			for _, r := range Sentences(nil, tokens) {
				var words []string
				for _, tok := range tokens[r.First:r.End] {
					words = append(words, tok.Of(c.in))
				}
				got = append(got, strings.Join(words, " "))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Passport":       "passport",
		"pass-\nport":    "passport",
		"confis-\r\ncó":  "confisco",
		"AÑOS":           "anos",
		"réseau":         "reseau",
		"didn’t":         "didn't",
		"victim’s":       "victim",
		"pass\u00adport": "passport",
		"Straße":         "strasse",
		"œuvre":          "oeuvre",
		"e\u0301t\u00e9": "ete",
		"Тысяча":         "тысяча",
	} {
		if got := string(Fold(nil, in)); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzTokenize holds the offsets to the text, whatever it is.
func FuzzTokenize(f *testing.F) {
	f.Add("She paid $6K. «¿Quién?» \xff")
	f.Add("a\u0301 b\r\n\u2028 ȺȺȺ's 🚐🏽 12th")
	f.Fuzz(func(t *testing.T, in string) {
		end := int32(0)
		for _, tok := range Tokenize(nil, in, nil, abbreviated) {
			if tok.Start < end || tok.End <= tok.Start || int(tok.End) > len(in) {
				t.Fatalf("token %d..%d after %d in %d bytes", tok.Start, tok.End, end, len(in))
			}
			end = tok.End
			Fold(nil, tok.Of(in))
		}
	})
}
