package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"palermo/extract"
	"palermo/screen"
)

// pageWidth is how wide prose is printed.
const pageWidth = 100

// print writes an explanation from what it means to what finds it.
func (e *explanation) print(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s: %s\n\n", e.ID, printable(e.Title))
	wrapped(b, "  ", e.Why)
	fmt.Fprintln(b)
	printField(b, "element", e.Element+": "+meaningOf(e.Element))
	printField(b, "crime", e.Crime)
	printField(b, "strength", string(e.Strength)+": "+tier(e.Strength))
	if len(e.Sources) > 0 {
		printField(b, "sources", strings.Join(e.Sources, "; "))
	}
	for _, short := range slices.Sorted(maps.Keys(e.SourceNames)) {
		wrapped(b, strings.Repeat(" ", fieldWidth+2), short+": "+e.SourceNames[short])
	}
	e.printUses(b)
	for _, c := range e.Classes {
		e.printLanguage(b, c)
	}
	return b.Flush()
}

// meaningOf returns what an element means.
func meaningOf(id string) string {
	for _, e := range extract.Elements() {
		if e.ID == id {
			return e.Meaning
		}
	}
	return ""
}

// tier says what a strength is good for.
func tier(s extract.Strength) string {
	switch s {
	case extract.Conclusive:
		return "decides a rule by itself"
	case extract.Contextual:
		return "never counts towards an element"
	}
	return "by weight, two strong are enough, or one strong and one other, or three medium, or two medium and one weak"
}

// counting says of every fact when it is evidence.
const counting = `It is evidence where the text tells it of a person in the record as having happened, or alleges it. ` +
	`What is denied, suspected, feared, supposed, planned, told of people in general or part of a form is kept with the record and does not count.`

func (e *explanation) printUses(w io.Writer) {
	fmt.Fprint(w, "\nHow it counts\n")
	if e.Strength != extract.Contextual {
		wrapped(w, "  ", counting)
	}
	for _, framework := range slices.Sorted(maps.Keys(e.Uses)) {
		uses := e.Uses[framework]
		if len(uses) == 0 {
			fmt.Fprintf(w, "  %s: decides no element by itself; it is reported with the record\n", framework)
		}
		for _, u := range uses {
			fmt.Fprintf(w, "  %s: %s\n", framework, e.useTold(u))
		}
	}
}

// useTold says what an indicator does for an element.
func (e *explanation) useTold(u screen.Use) string {
	fact := e.ID
	if u.Facet != "" {
		fact += "/" + u.Facet
	}
	if u.Denied {
		fact += " denied"
	}
	how := "beside other facts"
	if u.Alone {
		how = "alone"
	}
	return fmt.Sprintf("%s is %s by %s, %s", u.Element, u.State, fact, how)
}

func (e *explanation) printLanguage(w io.Writer, c languageClasses) {
	rules := slices.DeleteFunc(slices.Clone(e.Rules), func(r extract.Rule) bool { return r.Language != c.Language })
	if len(rules) == 0 {
		fmt.Fprintf(w, "\n%s: no pattern, so silence says nothing\n", languageName(c.Language))
		return
	}
	for _, r := range rules {
		fmt.Fprintf(w, "\n%s, %s%s\n", languageName(c.Language), r.Place, ruleSays(r))
		printPhrases(w, "found by", r.Patterns)
		printPhrases(w, "dropped where the same words are part of", r.Unless)
		printPhrases(w, "finds", r.Hits)
		printPhrases(w, "passes over", r.Misses)
		printPhrases(w, "takes for denied", r.Negated)
	}
	if len(c.Classes) > 0 {
		fmt.Fprintf(w, "\n%s, the words that the patterns name\n", languageName(c.Language))
	}
	for _, class := range c.Classes {
		wrapped(w, "    ", "<"+class.Name+"> "+strings.Join(class.Members, ", "))
	}
}

// ruleSays is what a rule says beside its patterns.
func ruleSays(r extract.Rule) string {
	var says []string
	if r.Facet != "" {
		says = append(says, "facet "+r.Facet)
	}
	if r.Actor != "" {
		says = append(says, "dropped where an official does it")
	}
	if r.About != "" {
		says = append(says, "dropped where it is told of a suspect, an official or a bystander")
	}
	if r.Ages != "" {
		says = append(says, "ages "+r.Ages)
	}
	if r.Amount != "" {
		says = append(says, "dropped where the amount is for something else than "+r.Amount)
	}
	if len(says) == 0 {
		return ""
	}
	return ": " + strings.Join(says, "; ")
}

// printPhrases lists phrases by the line that they stand on.
func printPhrases(w io.Writer, title string, phrases []extract.Phrase) {
	if len(phrases) == 0 {
		return
	}
	fmt.Fprintf(w, "  %s\n", title)
	for _, p := range phrases {
		number := p.Place[strings.LastIndexByte(p.Place, ':')+1:]
		fmt.Fprintf(w, "  %6s  %s\n", number, printable(strings.ReplaceAll(p.Text, "\n", " ")))
	}
}

// fieldWidth is where the values of fields begin.
const fieldWidth = 10

func printField(w io.Writer, name, value string) {
	indent := strings.Repeat(" ", fieldWidth+2)
	var b strings.Builder
	wrapped(&b, indent, value)
	fmt.Fprintf(w, "  %-*s%s", fieldWidth, name, strings.TrimPrefix(b.String(), indent))
}

// wrapped writes prose in lines that are not too wide.
func wrapped(w io.Writer, indent, text string) {
	line := indent
	for word := range strings.FieldsSeq(printable(text)) {
		if len(line) > len(indent) && utf8.RuneCountInString(line)+utf8.RuneCountInString(word) >= pageWidth {
			fmt.Fprintln(w, strings.TrimRight(line, " "))
			line = indent
		}
		line += word + " "
	}
	fmt.Fprintln(w, strings.TrimRight(line, " "))
}
