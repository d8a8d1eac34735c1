package reports

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"palermo/pipeline/source"
	"palermo/screen"
)

// Every wire value has words of its own in every language: a new one must not
// reach a reader as its wire name.
func TestEveryValueHasATitle(t *testing.T) {
	for _, lang := range Languages() {
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		titled(t, screen.Kinds(), w.Kind)
		titled(t, classColumns(), w.class)
		titled(t, screen.Labels(), w.label)
		titled(t, screen.Flags(), w.flag)
		titled(t, screen.Weights(), func(weight screen.Weight) string { return w.of("weight", string(weight)) })
		titled(t, screen.Elements(), w.element)
		titled(t, screen.CaseStates(), w.caseState)
		titled(t, []source.Outcome{source.Quarantined, source.Skipped, source.Duplicate}, w.outcome)
		titled(t, Dimensions(), func(d Dimension) string { return w.of("by", string(d)) })
		for _, r := range new(Counts).Rates() {
			titled(t, []string{r.Name}, func(name string) string { return w.of("rate", name) })
			titled(t, []string{r.Name}, func(name string) string { return w.of("of", name) })
		}
	}
}

func titled[T ~string](t *testing.T, values []T, title func(T) string) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range values {
		words := title(v)
		if words == "" || words == strings.ReplaceAll(string(v), "_", " ") {
			t.Errorf("%q has no title", v)
		}
		if seen[words] {
			t.Errorf("%q has the title of another value: %q", v, words)
		}
		seen[words] = true
	}
	if got := title("new_value"); got != "new value" {
		t.Errorf("an unknown value reads %q", got)
	}
}

// Every language says the same things, with the same places for figures. The
// questions come from the frameworks in English, so only others translate them.
func TestLanguagesSayTheSame(t *testing.T) {
	en := english(t)
	for _, lang := range Languages()[1:] {
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		for section, texts := range en.text {
			if section == "question" {
				continue
			}
			for key, text := range texts {
				other, ok := w.text[section][key]
				if !ok || !slices.Equal(places(text), places(other)) {
					t.Errorf("%s: %s.%s says %q, in English %q", lang, section, key, other, text)
				}
			}
			if len(w.text[section]) != len(texts) {
				t.Errorf("%s has %d texts in %s, English %d", lang, len(w.text[section]), section, len(texts))
			}
		}
	}
}

// places lists the names in braces.
func places(text string) []string {
	found := regexp.MustCompile(`\{\w+\}`).FindAllString(text, -1)
	slices.Sort(found)
	return found
}

// Every question that a framework asks has words in every other language.
func TestEveryQuestionIsTranslated(t *testing.T) {
	asked := 0
	for _, lang := range Languages()[1:] {
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		err = fs.WalkDir(screen.Frameworks(), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(screen.Frameworks(), name)
			if err != nil {
				return err
			}
			var file struct {
				Questions []struct{ Text string }
			}
			if err := yaml.Unmarshal(data, &file); err != nil {
				return err
			}
			for _, q := range file.Questions {
				asked++
				if w.question(q.Text) == q.Text {
					t.Errorf("%s: %s is not in %s", name, q.Text, lang)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if asked == 0 {
		t.Error("no framework asks anything")
	}
}

func TestWordsAccuseNobody(t *testing.T) {
	for _, lang := range Languages() {
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, texts := range w.text {
			for _, text := range texts {
				for _, word := range []string{
					"is a trafficker", "is a smuggler", "is a victim", "guilty", "illegals", "verdict",
					"es un tratante", "es tratante", "es un traficante", "es una víctima", "es víctima", "culpable", "ilegales",
				} {
					if strings.Contains(strings.ToLower(text), word) {
						t.Errorf("%s: %q says %q", lang, text, word)
					}
				}
			}
		}
	}
}

func TestDecisionsFitADropDown(t *testing.T) {
	for _, lang := range Languages() {
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		if n := utf8.RuneCountInString(strings.Join(w.decisions(), ",")); n > 255 {
			t.Errorf("%s: list of %d characters, a workbook takes 255", lang, n)
		}
		for _, d := range w.decisions() {
			if strings.Contains(d, ",") {
				t.Errorf("%q would be two entries", d)
			}
		}
	}
}
