package reports

import (
	"bufio"
	"encoding/json"
	"io"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
)

// jsonl writes findings.jsonl: one object per record, in input order.
type jsonl struct {
	unheard
	out *bufio.Writer
	enc *json.Encoder
	o   Options
	row findingObject // reused, so that its slices are
}

// findingObject is the contract of findings.jsonl: these fields in this order.
type findingObject struct {
	RecordID                string              `json:"record_id"`
	CaseID                  string              `json:"case_id"`
	SourceFile              string              `json:"source_file"`
	SourceSheet             string              `json:"source_sheet"`
	SourceRow               int                 `json:"source_row"`
	DocumentType            source.DocumentType `json:"document_type"`
	ReportDate              string              `json:"report_date"`
	Language                string              `json:"language"`
	FrameworkProfile        string              `json:"framework_profile"`
	RecordedLabelRaw        string              `json:"recorded_label_raw"`
	RecordedLabel           screen.Label        `json:"recorded_label"`
	AssessedClass           screen.Class        `json:"assessed_class"`
	TraffickingUndetermined bool                `json:"trafficking_undetermined"`
	Finding                 screen.Kind         `json:"finding"`
	Flags                   []screen.Flag       `json:"flags"`
	ReviewPriority          int                 `json:"review_priority"`
	Elements                elementsObject      `json:"elements"`
	Indicators              []indicatorObject   `json:"indicators"`
	OpenQuestions           []string            `json:"open_questions"`
	Conflicts               []string            `json:"conflicts"`
	Decision                string              `json:"decision"`
	Fingerprint             string              `json:"fingerprint"`
	EvidenceHash            string              `json:"evidence_hash"`
	SourceProblems          []string            `json:"source_problems,omitempty"` // noted as the record was read
	Events                  []eventObject       `json:"events,omitempty"`
	OtherFrameworks         []elsewhereObject   `json:"other_frameworks,omitempty"`
	History                 *pastObject         `json:"history,omitempty"`
	Review                  *reviewObject       `json:"review,omitempty"`
}

// eventObject is one of two crimes, in the order in which the record tells them.
type eventObject struct {
	Crime    screen.Class `json:"crime"`
	Evidence []int        `json:"evidence"` // indexes into indicators
}

// elsewhereObject is what a further framework reads the record as, where that
// is something else.
type elsewhereObject struct {
	FrameworkProfile        string       `json:"framework_profile"`
	AssessedClass           screen.Class `json:"assessed_class"`
	TraffickingUndetermined bool         `json:"trafficking_undetermined"`
	Finding                 screen.Kind  `json:"finding"`
	Decision                string       `json:"decision"`
	Row                     string       `json:"row"` // of the table of differences, empty when no row speaks of it
	Why                     string       `json:"why"`
}

// elementsObject always has every element.
type elementsObject struct {
	TIPAct               elementObject `json:"tip_act"`
	TIPMeans             elementObject `json:"tip_means"`
	TIPPurpose           elementObject `json:"tip_purpose"`
	VictimChild          elementObject `json:"victim_child"`
	SOMProcurement       elementObject `json:"som_procurement"`
	SOMIllegalEntry      elementObject `json:"som_illegal_entry"`
	SOMCrossBorder       elementObject `json:"som_cross_border"`
	SOMNonNational       elementObject `json:"som_non_national"`
	SOMBenefit           elementObject `json:"som_benefit"`
	Aggravating          elementObject `json:"aggravating"`
	ExploitationExcluded elementObject `json:"exploitation_excluded"`
}

type elementObject struct {
	State    screen.State `json:"state"`
	Evidence []int        `json:"evidence"` // indexes into indicators
	Inferred bool         `json:"inferred,omitempty"`
}

type indicatorObject struct {
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
}

func openJSONL(w io.Writer, o Options) (Writer, error) {
	out := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &jsonl{out: out, enc: enc, o: o}, nil
}

// Add implements Writer.
func (j *jsonl) Add(f *screen.Finding) error {
	rec, a := f.Reading.Record, &f.Assessment
	j.row = findingObject{
		RecordID: f.RecordID, CaseID: rec.CaseID,
		SourceFile: rec.File, SourceSheet: rec.Sheet, SourceRow: rec.Row,
		DocumentType: rec.Document, ReportDate: rec.Date, Language: f.Reading.Language,
		FrameworkProfile: a.Framework,
		RecordedLabelRaw: rec.Label, RecordedLabel: f.Label,
		AssessedClass: a.Class, TraffickingUndetermined: a.Undetermined,
		Finding: f.Kind, Flags: listed(f.Flags), ReviewPriority: f.Priority,
		Elements:      elementsOf(a),
		Indicators:    indicatorsOf(j.row.Indicators[:0], f),
		OpenQuestions: listed(a.OpenQuestions), Conflicts: listed(a.Conflicts), Decision: a.Decision,
		Fingerprint: f.Fingerprint, EvidenceHash: f.EvidenceHash, SourceProblems: rec.Problems,
		Events:          eventsOf(a),
		OtherFrameworks: elsewhereObjects(f.Elsewhere),
	}
	j.row.History, j.row.Review = j.o.past()
	return j.enc.Encode(&j.row)
}

// Close implements Writer.
func (j *jsonl) Close(*Run) error { return j.out.Flush() }

func elementsOf(a *screen.Assessment) elementsObject {
	return elementsObject{
		TIPAct:               elementOf(a, screen.TIPAct),
		TIPMeans:             elementOf(a, screen.TIPMeans),
		TIPPurpose:           elementOf(a, screen.TIPPurpose),
		VictimChild:          elementOf(a, screen.VictimChild),
		SOMProcurement:       elementOf(a, screen.SOMProcurement),
		SOMIllegalEntry:      elementOf(a, screen.SOMIllegalEntry),
		SOMCrossBorder:       elementOf(a, screen.SOMCrossBorder),
		SOMNonNational:       elementOf(a, screen.SOMNonNational),
		SOMBenefit:           elementOf(a, screen.SOMBenefit),
		Aggravating:          elementOf(a, screen.Aggravating),
		ExploitationExcluded: elementOf(a, screen.ExploitationExcluded),
	}
}

func elementOf(a *screen.Assessment, id screen.ElementID) elementObject {
	e := a.Element(id)
	return elementObject{State: e.State, Evidence: listed(e.Evidence), Inferred: e.Inferred}
}

// indicatorsOf appends to into, which keeps the room of the record before.
func indicatorsOf(into []indicatorObject, f *screen.Finding) []indicatorObject {
	for i := range f.Reading.Evidence {
		e := &f.Reading.Evidence[i]
		into = append(into, indicatorObject{
			ID: e.Indicator, Facet: e.Facet, Counts: e.Counts,
			Polarity: e.Polarity, Certainty: e.Certainty, Time: e.Time, Subject: e.Subject, Voice: e.Voice,
			Strength: e.Strength, Field: fieldName(f.Reading.Record, e.Span.Field),
			Start: e.Span.Start, End: e.Span.End, Quote: e.Quote, Rule: e.Rule, Cues: cuesOf(e),
		})
	}
	return listed(into)
}

func eventsOf(a *screen.Assessment) []eventObject {
	var out []eventObject
	for _, e := range a.Events {
		out = append(out, eventObject{e.Crime, listed(e.Evidence)})
	}
	return out
}

func elsewhereObjects(list []screen.Elsewhere) []elsewhereObject {
	var out []elsewhereObject
	for i := range list {
		e := &list[i]
		out = append(out, elsewhereObject{
			e.Assessment.Framework, e.Assessment.Class, e.Assessment.Undetermined, e.Kind, e.Assessment.Decision, e.Row, e.Why,
		})
	}
	return out
}

func fieldName(r *source.Record, at int) string {
	if at < 0 || at >= len(r.Fields) {
		return ""
	}
	return r.Fields[at].Name
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
