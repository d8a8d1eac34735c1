package reports

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"
)

// flatRow is one record in one line: the columns of findings.csv and of the
// sheet "All records", in this order. Cells are safe for spreadsheets.
type flatRow struct {
	RecordID                string `csv:"record_id"`
	CaseID                  string `csv:"case_id"`
	SourceFile              string `csv:"source_file"`
	SourceSheet             string `csv:"source_sheet"`
	SourceRow               int    `csv:"source_row"`
	DocumentType            string `csv:"document_type"`
	ReportDate              string `csv:"report_date"`
	Year                    int    `csv:"year"`
	Unit                    string `csv:"unit"`
	Language                string `csv:"language"`
	FrameworkProfile        string `csv:"framework_profile"`
	RecordedLabelRaw        string `csv:"recorded_label_raw"`
	RecordedLabel           string `csv:"recorded_label"`
	AssessedClass           string `csv:"assessed_class"`
	TraffickingUndetermined bool   `csv:"trafficking_undetermined"`
	Finding                 string `csv:"finding"`
	Flags                   string `csv:"flags"`
	ReviewPriority          int    `csv:"review_priority"`
	TIPAct                  string `csv:"tip_act"`
	TIPMeans                string `csv:"tip_means"`
	TIPPurpose              string `csv:"tip_purpose"`
	VictimChild             string `csv:"victim_child"`
	SOMProcurement          string `csv:"som_procurement"`
	SOMIllegalEntry         string `csv:"som_illegal_entry"`
	SOMCrossBorder          string `csv:"som_cross_border"`
	SOMNonNational          string `csv:"som_non_national"`
	SOMBenefit              string `csv:"som_benefit"`
	Aggravating             string `csv:"aggravating"`
	ExploitationExcluded    string `csv:"exploitation_excluded"`
	Indicators              string `csv:"indicators"` // id:strength of what counts, joined by ";"
	Evidence                string `csv:"evidence"`   // quotes of the same, in the same order, joined by " | "; a column has its name before it
	OpenQuestions           string `csv:"open_questions"`
	Conflicts               string `csv:"conflicts"`
	Decision                string `csv:"decision"`
	Fingerprint             string `csv:"fingerprint"`
	EvidenceHash            string `csv:"evidence_hash"`
	State                   string `csv:"state"`  // against the last run; empty without a store, as are the next
	Causes                  string `csv:"causes"` // of a change, joined by ";"
	Was                     string `csv:"was"`    // the finding before, where it changed
	Review                  string `csv:"review"` // what a reviewer decided; empty where nobody did
	ReviewForce             string `csv:"review_force"`
	Reviewer                string `csv:"reviewer"`
	ReviewReason            string `csv:"review_reason"`
	ReviewDate              string `csv:"review_date"`
	ReviewExpires           string `csv:"review_expires"`
	SinceRun                int    `csv:"since_run"`        // 0 without a store
	Harm                    int    `csv:"review_harm"`      // within a priority
	Inferred                string `csv:"inferred"`         // elements that are present by inference, joined by ";"
	Events                  string `csv:"events"`           // crimes in the order told, joined by ";"
	OtherFrameworks         string `csv:"other_frameworks"` // what further ones read otherwise, e.g. "us:neither_other_offence (F02)", joined by ";"
	WouldChange             string `csv:"would_change"`     // joined by " | ", as are the next
	SourceProblems          string `csv:"source_problems"`
	RecordHash              string `csv:"record_hash"`
	OtherReviews            string `csv:"other_reviews"`  // what further people decided, joined by " | "
	InferredFrom            string `csv:"inferred_from"`  // as element:element, joined by ";"
	Weights                 string `csv:"review_weights"` // what review_harm adds up, joined by ";"
}

func flat(r *Row) flatRow {
	e := &r.Elements
	indicators, quotes := counted(r.Indicators)
	row := flatRow{
		RecordID: cell(r.RecordID), CaseID: cell(r.CaseID),
		SourceFile: cell(r.SourceFile), SourceSheet: cell(r.SourceSheet), SourceRow: r.SourceRow,
		DocumentType: string(r.DocumentType), ReportDate: cell(r.ReportDate), Year: r.Year, Unit: cell(r.Unit),
		Language: cell(r.Language), FrameworkProfile: cell(r.FrameworkProfile),
		RecordedLabelRaw: cell(r.RecordedLabelRaw), RecordedLabel: string(r.RecordedLabel),
		AssessedClass: string(r.AssessedClass), TraffickingUndetermined: r.TraffickingUndetermined,
		Finding: string(r.Finding), Flags: joinValues(r.Flags), ReviewPriority: r.ReviewPriority,
		TIPAct: string(e.TIPAct.State), TIPMeans: string(e.TIPMeans.State), TIPPurpose: string(e.TIPPurpose.State),
		VictimChild:    string(e.VictimChild.State),
		SOMProcurement: string(e.SOMProcurement.State), SOMIllegalEntry: string(e.SOMIllegalEntry.State),
		SOMCrossBorder: string(e.SOMCrossBorder.State), SOMNonNational: string(e.SOMNonNational.State),
		SOMBenefit: string(e.SOMBenefit.State), Aggravating: string(e.Aggravating.State),
		ExploitationExcluded: string(e.ExploitationExcluded.State),
		Indicators:           indicators, Evidence: cell(quotes),
		OpenQuestions: cell(strings.Join(r.OpenQuestions, " | ")), Conflicts: cell(strings.Join(r.Conflicts, " | ")),
		Decision: cell(r.Decision), Fingerprint: cell(r.Fingerprint), EvidenceHash: cell(r.EvidenceHash),
		Harm: r.Harm, Inferred: strings.Join(r.inferred(), ";"), Events: joinEvents(r.Events),
		OtherFrameworks: joinElsewhere(r.OtherFrameworks),
		WouldChange:     cell(strings.Join(r.WouldChange, " | ")), SourceProblems: cell(strings.Join(r.SourceProblems, " | ")),
		RecordHash: cell(r.RecordHash), InferredFrom: joinInferences(r), Weights: joinValues(r.Weights),
	}
	row.remember(r)
	return row
}

// counted joins the indicators that count as evidence, and their quotes.
func counted(list []Indicator) (indicators, quotes string) {
	var ids, said strings.Builder
	for i := range list {
		e := &list[i]
		if !e.Counts {
			continue
		}
		if ids.Len() > 0 {
			ids.WriteByte(';')
			said.WriteString(" | ")
		}
		ids.WriteString(e.ID + ":" + string(e.Strength))
		said.WriteString(e.label() + e.Quote)
	}
	return ids.String(), said.String()
}

// joinElsewhere says what each further framework reads, and the row of the table
// of differences where one speaks of it.
func joinElsewhere(list []Elsewhere) string {
	words := make([]string, len(list))
	for i, e := range list {
		words[i] = e.FrameworkProfile + ":" + string(e.AssessedClass)
		if e.Row != "" {
			words[i] += " (" + e.Row + ")"
		}
	}
	return cell(strings.Join(words, ";"))
}

func joinInferences(r *Row) string {
	var list []string
	for id, e := range r.Elements.all() {
		for _, from := range e.basis().Elements {
			list = append(list, string(id)+":"+string(from))
		}
	}
	return strings.Join(list, ";")
}

// joinValues joins values of the program.
func joinValues[T ~string](values []T) string { return strings.Join(texts(values), ";") }

func joinOpinions(list []Opinion) string {
	words := make([]string, len(list))
	for i, o := range list {
		words[i] = o.Author + ": " + string(o.Verdict) + ", " + o.Reason
	}
	return cell(strings.Join(words, " | "))
}

func joinEvents(events []Event) string {
	crimes := make([]string, len(events))
	for i, e := range events {
		crimes[i] = string(e.Crime)
	}
	return strings.Join(crimes, ";")
}

// flatWidths are the widths of the columns in the workbook, in characters.
func flatWidths() []float64 {
	wide := map[string]float64{
		"source_file": 28, "recorded_label_raw": 26, "assessed_class": 26, "finding": 36, "flags": 26,
		"indicators": 44, "evidence": 70, "open_questions": 50, "conflicts": 40,
		"would_change": 50, "source_problems": 40, "review_reason": 36,
	}
	var widths []float64
	for _, name := range columnNames(flatRow{}) {
		widths = append(widths, cmp.Or(wide[name], 16))
	}
	return widths
}

// columnNames lists the columns of a row struct with csv tags.
func columnNames(row any) []string {
	t := reflect.TypeOf(row)
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = columnName(t.Field(i).Tag)
	}
	return names
}

// columnName is the name in a csv, a parquet or a json tag.
func columnName(tag reflect.StructTag) string {
	name, _, _ := strings.Cut(cmp.Or(tag.Get("csv"), tag.Get("parquet"), tag.Get("json")), ",")
	return name
}

// cells appends the cells of a row struct to into, as a workbook can hold them.
func (w *Words) cells(into []any, row any) []any {
	v := reflect.ValueOf(row)
	for i := range v.NumField() {
		switch field := v.Field(i); {
		case field.IsZero() && field.Kind() == reflect.String:
			into = append(into, nil) // no cell at all
		case field.Kind() == reflect.Int:
			into = append(into, field.Int())
		case field.Kind() == reflect.Bool:
			into = append(into, strconv.FormatBool(field.Bool()))
		default:
			into = append(into, w.cut(field.String()))
		}
	}
	return into
}
