package reports

import (
	"strings"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
	"palermo/screen/columns"
)

// Row is one record as it is published: an object of findings.jsonl, with these
// fields in this order. Every writer works from rows and from nothing else, so
// that a report made later from the saved run is the report of the run, and
// what is taken out of a row is in none of them.
type Row struct {
	RecordID                string              `json:"record_id"`
	CaseID                  string              `json:"case_id"`
	SourceFile              string              `json:"source_file"`
	SourceSheet             string              `json:"source_sheet"`
	SourceRow               int                 `json:"source_row"`
	DocumentType            source.DocumentType `json:"document_type"`
	ReportDate              string              `json:"report_date"`
	Year                    int                 `json:"year"` // 0 when no date says one
	Unit                    string              `json:"unit"`
	Language                string              `json:"language"`
	FrameworkProfile        string              `json:"framework_profile"`
	RecordedLabelRaw        string              `json:"recorded_label_raw"`
	RecordedLabel           screen.Label        `json:"recorded_label"`
	AssessedClass           screen.Class        `json:"assessed_class"`
	TraffickingUndetermined bool                `json:"trafficking_undetermined"`
	Finding                 screen.Kind         `json:"finding"`
	Flags                   []screen.Flag       `json:"flags"`
	ReviewPriority          int                 `json:"review_priority"`
	Elements                Elements            `json:"elements"`
	Indicators              []Indicator         `json:"indicators"`
	OpenQuestions           []string            `json:"open_questions"`
	Conflicts               []string            `json:"conflicts"`
	Decision                string              `json:"decision"`
	Fingerprint             string              `json:"fingerprint"`
	EvidenceHash            string              `json:"evidence_hash"`
	RecordHash              string              `json:"record_hash,omitempty"`
	Harm                    int                 `json:"review_harm"`              // within a priority, the greatest comes first
	Weights                 []screen.Weight     `json:"review_weights,omitempty"` // what it adds up
	WouldChange             []string            `json:"would_change,omitempty"`
	SourceProblems          []string            `json:"source_problems,omitempty"` // noted as the record was read
	Events                  []Event             `json:"events,omitempty"`
	OtherFrameworks         []Elsewhere         `json:"other_frameworks,omitempty"`
	History                 *History            `json:"history,omitempty"`
	Review                  *Review             `json:"review,omitempty"`
}

// Event is one of two crimes, in the order in which they happened as far as the
// record tells that.
type Event struct {
	Crime    screen.Class `json:"crime"`
	Evidence []int        `json:"evidence"` // indexes into indicators
	Order    screen.Order `json:"order"`
	Time     string       `json:"time,omitempty"` // the words that give the order
}

// Elsewhere is what a further framework reads the record as, where that is
// something else.
type Elsewhere struct {
	FrameworkProfile        string       `json:"framework_profile"`
	AssessedClass           screen.Class `json:"assessed_class"`
	TraffickingUndetermined bool         `json:"trafficking_undetermined"`
	Finding                 screen.Kind  `json:"finding"`
	Decision                string       `json:"decision"`
	Row                     string       `json:"row"` // of the table of differences, empty when no row speaks of it
	Why                     string       `json:"why"`
}

// Elements always has every element.
type Elements struct {
	TIPAct               Element `json:"tip_act"`
	TIPMeans             Element `json:"tip_means"`
	TIPPurpose           Element `json:"tip_purpose"`
	VictimChild          Element `json:"victim_child"`
	SOMProcurement       Element `json:"som_procurement"`
	SOMIllegalEntry      Element `json:"som_illegal_entry"`
	SOMCrossBorder       Element `json:"som_cross_border"`
	SOMNonNational       Element `json:"som_non_national"`
	SOMBenefit           Element `json:"som_benefit"`
	Aggravating          Element `json:"aggravating"`
	ExploitationExcluded Element `json:"exploitation_excluded"`
}

// Element is the state of a legal element, and what it stands on.
type Element struct {
	State    screen.State `json:"state"`
	Evidence []int        `json:"evidence"` // indexes into the indicators, whose own words prove it
	Inferred bool         `json:"inferred,omitempty"`
	From     *Inference   `json:"inferred_from,omitempty"`
}

// Inference is what leads to an element by an inference of the framework, also
// where words prove it besides.
type Inference struct {
	Evidence []int              `json:"evidence"` // indexes into the indicators
	Elements []screen.ElementID `json:"elements"`
}

// Indicator is one fact that was found, with its place in the text. Before and
// After are the words around the quote, cut at the ends of their paragraph:
// a reviewer judges a quote by them, and the source may be gone by then. They
// are kept where an element stands on the quote.
type Indicator struct {
	ID        string            `json:"id"`
	Facet     string            `json:"facet,omitempty"`
	Counts    bool              `json:"counts"`
	Polarity  extract.Polarity  `json:"polarity"`
	Certainty extract.Certainty `json:"certainty"`
	Time      extract.Time      `json:"time"`
	Subject   extract.Subject   `json:"subject"`
	Voice     extract.Voice     `json:"voice"`
	Strength  extract.Strength  `json:"strength"`
	Field     string            `json:"field"`
	Start     int               `json:"start"` // bytes of the field, half-open
	End       int               `json:"end"`
	Quote     string            `json:"quote"`
	Rule      string            `json:"rule"`
	Cues      []string          `json:"cues"`
	Before    string            `json:"before"`
	After     string            `json:"after"`
}

// label is what has to stand before a quote: the name of its column where it is all
// that a column of the record says.
func (e *Indicator) label() string {
	if columns.IsRule(e.Rule) {
		return e.Field + ": "
	}
	return ""
}

// fill sets the row to a finding. The strings are pieces of the record; the
// slices are those of the row before, as far as they have room.
func (r *Row) fill(f *screen.Finding) {
	rec, a := f.Reading.Record, &f.Assessment
	*r = Row{
		RecordID: f.RecordID, CaseID: rec.CaseID,
		SourceFile: rec.File, SourceSheet: rec.Sheet, SourceRow: rec.Row,
		DocumentType: rec.Document, ReportDate: rec.Date, Year: rec.Year, Unit: strings.TrimSpace(rec.Unit),
		Language: f.Reading.Language, FrameworkProfile: a.Framework,
		RecordedLabelRaw: rec.Label, RecordedLabel: f.Label,
		AssessedClass: a.Class, TraffickingUndetermined: a.Undetermined,
		Finding: f.Kind, Flags: listed(f.Flags), ReviewPriority: f.Priority,
		Elements:      elementsOf(a),
		Indicators:    indicatorsOf(r.Indicators[:0], f),
		OpenQuestions: listed(a.OpenQuestions), Conflicts: listed(a.Conflicts), Decision: a.Decision,
		Fingerprint: f.Fingerprint, EvidenceHash: f.EvidenceHash, RecordHash: f.RecordHash, Harm: f.Harm, Weights: f.Weights, SourceProblems: rec.Problems,
		Events: eventsOf(a), OtherFrameworks: elsewhereOf(f.Elsewhere),
	}
}

func eventsOf(a *screen.Assessment) []Event {
	var list []Event
	for _, e := range a.Events {
		list = append(list, Event{e.Crime, listed(e.Evidence), e.By, e.Time})
	}
	return list
}

func elsewhereOf(further []screen.Elsewhere) []Elsewhere {
	var list []Elsewhere
	for i := range further {
		e := &further[i]
		list = append(list, Elsewhere{
			e.Assessment.Framework, e.Assessment.Class, e.Assessment.Undetermined, e.Kind, e.Assessment.Decision, e.Row, e.Why,
		})
	}
	return list
}

// shownChanges is how many changes are told of one record.
const shownChanges = 2

// WouldChange picks the changes that are told: what would have to be found out
// for the record to read otherwise.
func WouldChange(list []screen.Change) []screen.Change {
	var told []screen.Change
	for _, c := range list {
		if len(told) < shownChanges && c.Asks() {
			told = append(told, c)
		}
	}
	return told
}

// changes puts them into words.
func (w *Words) changes(list []screen.Change) []string {
	var told []string
	for _, c := range WouldChange(list) {
		told = append(told, w.Change(c))
	}
	return told
}

func elementsOf(a *screen.Assessment) Elements {
	var e Elements
	for id, at := range e.all() {
		of := a.Element(id)
		*at = Element{State: of.State, Evidence: listed(of.Evidence), Inferred: of.Inferred}
		if len(of.Basis) > 0 || len(of.From) > 0 {
			at.From = &Inference{listed(of.Basis), listed(of.From)}
		}
	}
	return e
}

// all yields the elements by name, in output order.
func (e *Elements) all() func(yield func(screen.ElementID, *Element) bool) {
	places := [...]*Element{
		&e.TIPAct, &e.TIPMeans, &e.TIPPurpose, &e.VictimChild,
		&e.SOMProcurement, &e.SOMIllegalEntry, &e.SOMCrossBorder, &e.SOMNonNational, &e.SOMBenefit,
		&e.Aggravating, &e.ExploitationExcluded,
	}
	return func(yield func(screen.ElementID, *Element) bool) {
		for i, id := range screen.Elements() {
			if i >= len(places) || !yield(id, places[i]) {
				return
			}
		}
	}
}

// inferred names the elements that are present by inference.
func (r *Row) inferred() []string {
	names := []string{}
	for id, e := range r.Elements.all() {
		if e.Inferred {
			names = append(names, string(id))
		}
	}
	return names
}

// basis is what an element was inferred from, if it was.
func (e *Element) basis() Inference {
	if e.From == nil {
		return Inference{}
	}
	return *e.From
}

// standing names, for every indicator, the elements that its own words prove,
// and those that it leads to by an inference.
func (r *Row) standing() (proves, infers [][]string) {
	proves, infers = make([][]string, len(r.Indicators)), make([][]string, len(r.Indicators))
	for id, e := range r.Elements.all() {
		name(proves, e.Evidence, string(id))
		name(infers, e.basis().Evidence, string(id))
	}
	return proves, infers
}

// name writes what an element is called beside its evidence. A file that was
// changed by hand may point at evidence that there is not.
func name(into [][]string, evidence []int, as string) {
	for _, at := range evidence {
		if at >= 0 && at < len(into) {
			into[at] = append(into[at], as)
		}
	}
}

// indicatorsOf appends to into, which keeps the room of the record before.
func indicatorsOf(into []Indicator, f *screen.Finding) []Indicator {
	cited := cites(f)
	for i := range f.Reading.Evidence {
		e := &f.Reading.Evidence[i]
		name, text := field(f.Reading.Record, e.Span.Field)
		into = append(into, Indicator{
			ID: e.Indicator, Facet: e.Facet, Counts: e.Counts,
			Polarity: e.Polarity, Certainty: e.Certainty, Time: e.Time, Subject: e.Subject, Voice: e.Voice,
			Strength: e.Strength, Field: name,
			Start: e.Span.Start, End: e.Span.End, Quote: e.Quote,
			Rule: e.Rule, Cues: cuesOf(e),
		})
		if cited[i] {
			q := &into[len(into)-1]
			q.Before, q.After = textBefore(text, e.Span.Start), textAfter(text, e.Span.End)
		}
	}
	return listed(into)
}

// cites marks the evidence that an element stands on.
func cites(f *screen.Finding) []bool {
	cited := make([]bool, len(f.Reading.Evidence))
	for _, e := range f.Assessment.Elements {
		for _, at := range e.Grounds() {
			cited[at] = true
		}
	}
	return cited
}

func field(r *source.Record, at int) (name, value string) {
	if at < 0 || at >= len(r.Fields) {
		return "", ""
	}
	return r.Fields[at].Name, r.Fields[at].Value
}

func cuesOf(e *extract.Evidence) []string {
	cues := make([]string, len(e.Cues))
	for i, c := range e.Cues {
		cues[i] = c.Layer + ": " + c.Quote
	}
	return cues
}

// listed makes an empty list of none, so that readers always find a list.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
