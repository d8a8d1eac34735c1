package reports

import (
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// columnRow is one record as columns. The names are those of findings.jsonl and
// the values are as written: nothing is disarmed here, since a column is never
// taken for a formula. Together they hold all that findings.jsonl does: elements
// have their states in columns of their own, and what they stand on is told by
// the indicators.
type columnRow struct {
	RecordID                string            `parquet:"record_id"`
	CaseID                  string            `parquet:"case_id"`
	SourceFile              string            `parquet:"source_file,dict"`
	SourceSheet             string            `parquet:"source_sheet,dict"`
	SourceRow               int64             `parquet:"source_row"`
	DocumentType            string            `parquet:"document_type,dict"`
	ReportDate              string            `parquet:"report_date"`
	Year                    int64             `parquet:"year"`
	Unit                    string            `parquet:"unit,dict"`
	Language                string            `parquet:"language,dict"`
	FrameworkProfile        string            `parquet:"framework_profile,dict"`
	RecordedLabelRaw        string            `parquet:"recorded_label_raw,dict"`
	RecordedLabel           string            `parquet:"recorded_label,dict"`
	AssessedClass           string            `parquet:"assessed_class,dict"`
	TraffickingUndetermined bool              `parquet:"trafficking_undetermined"`
	Finding                 string            `parquet:"finding,dict"`
	Flags                   []string          `parquet:"flags,list"`
	ReviewPriority          int64             `parquet:"review_priority"`
	TIPAct                  string            `parquet:"tip_act,dict"`
	TIPMeans                string            `parquet:"tip_means,dict"`
	TIPPurpose              string            `parquet:"tip_purpose,dict"`
	VictimChild             string            `parquet:"victim_child,dict"`
	SOMProcurement          string            `parquet:"som_procurement,dict"`
	SOMIllegalEntry         string            `parquet:"som_illegal_entry,dict"`
	SOMCrossBorder          string            `parquet:"som_cross_border,dict"`
	SOMNonNational          string            `parquet:"som_non_national,dict"`
	SOMBenefit              string            `parquet:"som_benefit,dict"`
	Aggravating             string            `parquet:"aggravating,dict"`
	ExploitationExcluded    string            `parquet:"exploitation_excluded,dict"`
	Indicators              []columnIndicator `parquet:"indicators,list"`
	OpenQuestions           []string          `parquet:"open_questions,list"`
	Conflicts               []string          `parquet:"conflicts,list"`
	Decision                string            `parquet:"decision,dict"`
	Fingerprint             string            `parquet:"fingerprint"`
	EvidenceHash            string            `parquet:"evidence_hash"`
	State                   string            `parquet:"state,dict"`
	Causes                  []string          `parquet:"causes,list"`
	Was                     string            `parquet:"was,dict"`
	Review                  string            `parquet:"review,dict"`
	ReviewForce             string            `parquet:"review_force,dict"`
	Reviewer                string            `parquet:"reviewer,dict"`
	ReviewReason            string            `parquet:"review_reason"`
	ReviewDate              string            `parquet:"review_date,dict"`
	ReviewExpires           string            `parquet:"review_expires,dict"`
	SinceRun                int64             `parquet:"since_run"`
	Harm                    int64             `parquet:"review_harm"`
	Inferred                []string          `parquet:"inferred,list"`
	Events                  []columnEvent     `parquet:"events,list"`
	OtherFrameworks         []columnElsewhere `parquet:"other_frameworks,list"`
	WouldChange             []string          `parquet:"would_change,list"`
	SourceProblems          []string          `parquet:"source_problems,list"`
	RecordHash              string            `parquet:"record_hash"`
	OtherReviews            []columnOpinion   `parquet:"other_reviews,list"`
	InferredFrom            []columnInference `parquet:"inferred_from,list"`
	Weights                 []string          `parquet:"review_weights,list"`
}

// columnIndicator is an indicator in the columns.
type columnIndicator struct {
	ID        string   `parquet:"id,dict"`
	Facet     string   `parquet:"facet,dict"`
	Counts    bool     `parquet:"counts"`
	Polarity  string   `parquet:"polarity,dict"`
	Certainty string   `parquet:"certainty,dict"`
	Time      string   `parquet:"time,dict"`
	Subject   string   `parquet:"subject,dict"`
	Voice     string   `parquet:"voice,dict"`
	Strength  string   `parquet:"strength,dict"`
	Field     string   `parquet:"field,dict"`
	Start     int64    `parquet:"start"`
	End       int64    `parquet:"end"`
	Quote     string   `parquet:"quote"`
	Rule      string   `parquet:"rule,dict"`
	Cues      []string `parquet:"cues,list"`
	Before    string   `parquet:"before"`
	After     string   `parquet:"after"`
	Elements  []string `parquet:"elements,list"` // that its own words prove
	Infers    []string `parquet:"infers,list"`   // elements that it leads to by an inference
}

// columnInference is the elements that another one was inferred from, in the columns.
type columnInference struct {
	Element  string   `parquet:"element,dict"`
	Elements []string `parquet:"elements,list"`
}

// columnEvent is one of two crimes in the columns.
type columnEvent struct {
	Crime    string  `parquet:"crime,dict"`
	Evidence []int64 `parquet:"evidence,list"`
	Order    string  `parquet:"order,dict"`
	Time     string  `parquet:"time"`
}

// columnElsewhere is what a further framework reads, in the columns.
type columnElsewhere struct {
	FrameworkProfile        string `parquet:"framework_profile,dict"`
	AssessedClass           string `parquet:"assessed_class,dict"`
	TraffickingUndetermined bool   `parquet:"trafficking_undetermined"`
	Finding                 string `parquet:"finding,dict"`
	Decision                string `parquet:"decision,dict"`
	Row                     string `parquet:"row,dict"`
	Why                     string `parquet:"why,dict"`
}

// columnOpinion is what a further person decided, in the columns.
type columnOpinion struct {
	Verdict string `parquet:"decision,dict"`
	Reason  string `parquet:"reason"`
	Author  string `parquet:"author,dict"`
	Date    string `parquet:"date,dict"`
	Expires string `parquet:"expires,dict"`
}

// columnFile writes findings.parquet.
type columnFile struct {
	unheard
	out  *parquet.GenericWriter[columnRow]
	rows []columnRow // one, reused
}

// maxGroupRows is how many rows a row group has: readers skip whole groups, and
// a group is held in memory until it is written.
const maxGroupRows = 10_000

func openParquet(w io.Writer, _ Options) (Writer, error) {
	return &columnFile{
		out: parquet.NewGenericWriter[columnRow](w,
			parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest, Concurrency: 1}),
			parquet.MaxRowsPerRowGroup(maxGroupRows),
			parquet.CreatedBy("palermo", "1", "findings")),
		rows: make([]columnRow, 1),
	}, nil
}

// Add implements Writer.
func (c *columnFile) Add(r *Row) error {
	e := &r.Elements
	c.rows[0] = columnRow{
		RecordID: r.RecordID, CaseID: r.CaseID,
		SourceFile: r.SourceFile, SourceSheet: r.SourceSheet, SourceRow: int64(r.SourceRow),
		DocumentType: string(r.DocumentType), ReportDate: r.ReportDate, Year: int64(r.Year), Unit: r.Unit,
		Language: r.Language, FrameworkProfile: r.FrameworkProfile,
		RecordedLabelRaw: r.RecordedLabelRaw, RecordedLabel: string(r.RecordedLabel),
		AssessedClass: string(r.AssessedClass), TraffickingUndetermined: r.TraffickingUndetermined,
		Finding: string(r.Finding), Flags: texts(r.Flags), ReviewPriority: int64(r.ReviewPriority),
		TIPAct: string(e.TIPAct.State), TIPMeans: string(e.TIPMeans.State), TIPPurpose: string(e.TIPPurpose.State),
		VictimChild:    string(e.VictimChild.State),
		SOMProcurement: string(e.SOMProcurement.State), SOMIllegalEntry: string(e.SOMIllegalEntry.State),
		SOMCrossBorder: string(e.SOMCrossBorder.State), SOMNonNational: string(e.SOMNonNational.State),
		SOMBenefit: string(e.SOMBenefit.State), Aggravating: string(e.Aggravating.State),
		ExploitationExcluded: string(e.ExploitationExcluded.State),
		Indicators:           columnIndicators(c.rows[0].Indicators[:0], r),
		OpenQuestions:        r.OpenQuestions, Conflicts: r.Conflicts,
		Decision: r.Decision, Fingerprint: r.Fingerprint, EvidenceHash: r.EvidenceHash,
		Harm: int64(r.Harm), Inferred: r.inferred(), Events: columnEvents(r.Events),
		OtherFrameworks: columnsElsewhere(r.OtherFrameworks), WouldChange: r.WouldChange, SourceProblems: r.SourceProblems,
		RecordHash: r.RecordHash, InferredFrom: columnInferences(r), Weights: texts(r.Weights),
	}
	c.rows[0].remember(r)
	_, err := c.out.Write(c.rows)
	return err
}

// remember fills in the columns that say what is known beside the finding.
func (c *columnRow) remember(r *Row) {
	if h := r.History; h != nil {
		c.SinceRun = h.Since
		c.State, c.Causes, c.Was = string(h.State), h.Causes, string(h.Was)
	}
	if d := r.Review; d != nil {
		c.Review, c.ReviewForce, c.Reviewer, c.ReviewReason = string(d.Verdict), string(d.Force), d.Author, d.Reason
		c.ReviewDate, c.ReviewExpires = d.Date, d.Expires
		for _, o := range d.Others {
			c.OtherReviews = append(c.OtherReviews, columnOpinion{string(o.Verdict), o.Reason, o.Author, o.Date, o.Expires})
		}
	}
}

// Close implements Writer.
func (c *columnFile) Close(*Run) error { return c.out.Close() }

func columnIndicators(into []columnIndicator, r *Row) []columnIndicator {
	proves, infers := r.standing()
	for i := range r.Indicators {
		e := &r.Indicators[i]
		into = append(into, columnIndicator{
			ID: e.ID, Facet: e.Facet, Counts: e.Counts, Polarity: string(e.Polarity), Certainty: string(e.Certainty),
			Time: string(e.Time), Subject: string(e.Subject), Voice: string(e.Voice),
			Strength: string(e.Strength), Field: e.Field, Start: int64(e.Start), End: int64(e.End), Quote: e.Quote, Rule: e.Rule,
			Cues: e.Cues, Before: e.Before, After: e.After, Elements: proves[i], Infers: infers[i],
		})
	}
	return into
}

func columnInferences(r *Row) []columnInference {
	list := []columnInference{}
	for id, e := range r.Elements.all() {
		if from := e.basis().Elements; len(from) > 0 {
			list = append(list, columnInference{string(id), texts(from)})
		}
	}
	return list
}

func columnEvents(events []Event) []columnEvent {
	list := make([]columnEvent, len(events))
	for i, e := range events {
		list[i].Crime, list[i].Order, list[i].Time = string(e.Crime), string(e.Order), e.Time
		for _, at := range e.Evidence {
			list[i].Evidence = append(list[i].Evidence, int64(at))
		}
	}
	return list
}

func columnsElsewhere(further []Elsewhere) []columnElsewhere {
	list := make([]columnElsewhere, len(further))
	for i, e := range further {
		list[i] = columnElsewhere{
			e.FrameworkProfile, string(e.AssessedClass), e.TraffickingUndetermined, string(e.Finding), e.Decision, e.Row, e.Why,
		}
	}
	return list
}

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}
