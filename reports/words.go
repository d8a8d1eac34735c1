package reports

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/reports/stats"
	"palermo/screen"
)

//go:embed words/*.yaml
var wordFiles embed.FS

// Languages lists the languages that reports can be written in.
func Languages() []string { return []string{"en", "es"} }

// Words is what the reports say in one language.
type Words struct {
	Lang string
	text map[string]map[string]string // by section and key
}

// LoadWords reads the words of a language, English for "".
func LoadWords(lang string) (*Words, error) {
	if lang == "" {
		lang = Languages()[0]
	}
	if !slices.Contains(Languages(), lang) {
		return nil, fmt.Errorf("reports can't be written in %q: use %s", lang, strings.Join(Languages(), ", "))
	}
	data, err := wordFiles.ReadFile("words/" + lang + ".yaml")
	if err != nil {
		return nil, err
	}
	w := &Words{Lang: lang}
	if err := yaml.UnmarshalWithOptions(data, &w.text, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read the words of %s: %w", lang, err)
	}
	return w, nil
}

// of returns one text. A wire value without words is told as it is, with its
// underscores as blanks.
func (w *Words) of(section, key string) string {
	if text, ok := w.text[section][key]; ok {
		return text
	}
	return strings.ReplaceAll(key, "_", " ")
}

// with returns one text with values put in for the names in braces.
func (w *Words) with(section, key string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(w.of(section, key))
}

// sequence returns the texts of a section that is numbered from 1.
func (w *Words) sequence(section string) []string {
	var list []string
	for i := 1; i <= len(w.text[section]); i++ {
		list = append(list, w.of(section, strconv.Itoa(i)))
	}
	return list
}

// Kind says in words what a kind of finding means.
func (w *Words) Kind(k screen.Kind) string { return w.of("kind", string(k)) }

// finding is the kind in the words of one finding: a label of both crimes is
// mislabelled by half, and its kind counts records of either label.
func (w *Words) finding(r *Row) string {
	switch {
	case r.Finding == screen.MislabelledAsTrafficking && r.RecordedLabel == screen.LabelBoth:
		return w.of("kind", "both_reads_as_smuggling")
	case r.Finding == screen.MislabelledAsTrafficking && r.RecordedLabel == screen.LabelTrafficking:
		return w.of("kind", "trafficking_reads_as_smuggling")
	}
	return w.Kind(r.Finding)
}

// Class says in words what a class means.
func (w *Words) Class(c screen.Class) string { return w.class(c) }

// Change says what a change comes to, in English as the frameworks are.
func (w *Words) Change(c screen.Change) string {
	var ifs []string
	for _, s := range c.If {
		if s.Known {
			ifs = append(ifs, "it were wrong that "+s.Now)
		} else {
			ifs = append(ifs, s.Says)
		}
	}
	text := "would read as: " + w.class(c.Class)
	if c.Undetermined {
		text += ", trafficking left open"
	}
	return text + ", if " + strings.Join(ifs, ", and ")
}

// Weights says what makes a record come early within its priority, and how much each weighs.
func (w *Words) Weights(list []screen.Weight) string {
	says := make([]string, len(list))
	for i, weight := range list {
		says[i] = fmt.Sprintf("%s (%d)", w.of("weight", string(weight)), weight.Points())
	}
	return strings.Join(says, ", ")
}

func (w *Words) class(c screen.Class) string         { return w.of("class", string(c)) }
func (w *Words) label(l screen.Label) string         { return w.of("label", string(l)) }
func (w *Words) flag(f screen.Flag) string           { return w.of("flag", string(f)) }
func (w *Words) element(e screen.ElementID) string   { return w.of("element", string(e)) }
func (w *Words) caseState(s screen.CaseState) string { return w.of("case", string(s)) }
func (w *Words) outcome(o source.Outcome) string     { return w.of("outcome", string(o)) }
func (w *Words) priority(p int) string               { return w.of("priority", strconv.Itoa(p)) }
func (w *Words) question(text string) string         { return w.of("question", text) }
func (w *Words) rateTitle(r Rate) string             { return w.of("rate", r.Name) }
func (w *Words) rateOf(r Rate) string                { return w.of("of", r.Name) }

// stands says what a quote tells of an element: that it is there, unless said
// otherwise.
func (w *Words) stands(id screen.ElementID, s screen.State) string {
	if s == screen.Absent {
		return w.with("state", "stands_absent", "element", w.element(id))
	}
	return w.element(id)
}

// place names where a record stands: "cases.xlsx, sheet 2019, row 41".
func (w *Words) place(file, sheet string, row int) string {
	at := file
	if sheet != "" {
		at += ", " + w.of("page", "sheet") + " " + sheet
	}
	if row > 0 {
		at += ", " + w.of("page", "row") + " " + strconv.Itoa(row)
	}
	return at
}

// group names a group of a breakdown, and the records that say nothing.
func (w *Words) group(by Dimension, name string, floor int64) string {
	switch {
	case name == "":
		return w.of("group", "not_stated")
	case name == furtherGroups:
		return w.of("group", "further")
	case name == smallGroups:
		return w.with("group", "small", "floor", strconv.FormatInt(floor, 10))
	case by == ByDocument:
		return w.of("document", name)
	}
	return flatten(name, false)
}

// against says how a rate of a group stands to that of all others, where it is
// held against them.
func (w *Words) against(g *Group, i int) string {
	if i >= len(g.Against) {
		return w.of("compare", "same_records")
	}
	return w.compared(g.Against[i])
}

// compared says how the rate of a group stands to that of all others.
func (w *Words) compared(d Difference) string {
	switch {
	case d.Few:
		return w.of("compare", "few")
	case !d.OK:
		return w.of("compare", "none")
	case !d.Told():
		return w.of("compare", "same")
	case d.Value > 0:
		return w.of("compare", "higher")
	}
	return w.of("compare", "lower")
}

// changed says how a rate stands to the one before.
func (w *Words) changed(d Difference) string {
	switch {
	case d.Few:
		return w.of("compare", "few")
	case !d.OK:
		return w.of("compare", "none")
	case !d.Told():
		return w.of("trend", "same")
	case d.Value > 0:
		return w.of("trend", "higher")
	}
	return w.of("trend", "lower")
}

// whole writes a number with its thousands apart.
func (w *Words) whole(n int64) string { return grouped(n, w.of("number", "group")) }

func grouped(n int64, by string) string {
	s := strconv.FormatInt(n, 10)
	for at := len(s) - 3; at > 0 && s[at-1] != '-'; at -= 3 {
		s = s[:at] + by + s[at:]
	}
	return s
}

// count writes a count, or that it is withheld.
func (w *Words) count(c Count) string {
	if c.Withheld {
		return w.of("number", "withheld")
	}
	return w.whole(c.N)
}

// percent writes a proportion as 12.3%.
func (w *Words) percent(p float64, ok bool) string {
	if !ok {
		return w.of("number", "none")
	}
	return w.decimal(100*p) + w.of("number", "percent")
}

func (w *Words) decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 1, 64), ".", w.of("number", "decimal"), 1)
}

// interval writes an interval as "10.1% to 12.3%".
func (w *Words) interval(i stats.Interval, ok bool) string {
	if !ok {
		return w.of("number", "none")
	}
	return w.percent(i.Lower, true) + w.of("number", "to") + w.percent(i.Upper, true)
}

// value writes the rate, or why there is none.
func (w *Words) value(r Rate) string {
	if r.Withheld() {
		return w.of("number", "withheld")
	}
	return w.percent(r.Value())
}

// headlines say both directions of mislabelling in one sentence each. Where
// nothing was screened they say what became of the input.
func (w *Words) headlines(run *Run) []string {
	f := run.Figures
	if !f.Records.Withheld && f.Records.N == 0 {
		list := []string{w.of("headline", "nothing")}
		if n := run.Ledger.Total.Quarantined; n > 0 {
			list = append(list, w.with("headline", "unread", "n", w.whole(n), "in", w.whole(run.Ledger.Total.In)))
		}
		return list
	}
	return []string{w.direction(f, "over"), w.direction(f, "under")}
}

// reading warns of what no interval and no bound covers, where there are rates.
func (w *Words) reading(run *Run) string {
	if f := run.Figures; !f.Records.Withheld && f.Records.N == 0 {
		return ""
	}
	return w.of("text", "reading")
}

func (w *Words) direction(f *Figures, which string) string {
	r := f.Rates[0]
	if which == "under" {
		r = f.Rates[1]
	}
	switch {
	case r.Withheld():
		return w.with("headline", which+"_withheld", "floor", strconv.FormatInt(f.Floor, 10))
	case r.Denominator.N == 0:
		return w.of("headline", which+"_none")
	}
	return w.with("headline", which,
		"of", w.count(r.Denominator), "n", w.count(r.Numerator), "rate", w.value(r), "interval", w.interval(r.Interval()))
}

// tier says who may see the report.
func (w *Words) tier(run *Run) string {
	if run.Tier == TierShareable {
		floor := strconv.FormatInt(run.Figures.Floor, 10)
		return w.with("text", "shareable", "floor", floor) + " " +
			w.with("text", "small_counts", "floor", floor, "withheld", w.of("number", "withheld"))
	}
	return w.of("text", "restricted")
}

// priorities explains the priorities in one line.
func (w *Words) priorities() string {
	var list []string
	for p := 1; p <= screen.LastPriority; p++ {
		list = append(list, strconv.Itoa(p)+" "+w.priority(p))
	}
	return w.of("page", "priority") + ": " + strings.Join(list, "; ") + "."
}

// columns names columns of the workbook; a name without words stands for itself.
func (w *Words) columns(keys []string) []string {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = w.of("column", key)
	}
	return names
}

// decisions lists what a reviewer can choose from, as it stands in the drop-down
// of the workbook.
func (w *Words) decisions() []string {
	var list []string
	for _, v := range history.Verdicts() {
		list = append(list, w.of("verdict", string(v)))
	}
	return list
}

// spoken lists what something is called in each language: a workbook comes
// back in the one that it was written in.
func spoken(section, key string) ([]string, error) {
	var names []string
	for _, lang := range Languages() {
		w, err := LoadWords(lang)
		if err != nil {
			return nil, err
		}
		names = append(names, w.of(section, key))
	}
	return names, nil
}
