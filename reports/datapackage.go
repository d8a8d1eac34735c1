package reports

import (
	_ "embed"
	"encoding/json"
	"io"
	"maps"
	"path/filepath"
	"reflect"
	"strings"
)

// packageFile describes the folder as a data set (Frictionless Data Package).
const packageFile = "datapackage.json"

//go:embed findings.schema.json
var findingsSchema []byte

// dataPackage is the descriptor, with what Data Package v1 asks for.
type dataPackage struct {
	Profile     string            `json:"profile"`
	Name        string            `json:"name"`
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Created     string            `json:"created,omitempty"`
	Version     map[string]string `json:"palermo:versions"`
	Tier        string            `json:"palermo:tier"`
	Resources   []resource        `json:"resources"`
}

type resource struct {
	Profile     string       `json:"profile"`
	Type        string       `json:"type,omitempty"` // "file" where a validator would look for a table of text and find none
	Name        string       `json:"name"`
	Path        string       `json:"path"`
	Description string       `json:"description"`
	Format      string       `json:"format"`
	MediaType   string       `json:"mediatype"`
	Encoding    string       `json:"encoding,omitempty"`
	Bytes       int64        `json:"bytes"`
	Hash        string       `json:"hash"`
	Schema      *tableSchema `json:"schema,omitempty"`
	JSONSchema  any          `json:"palermo:json_schema,omitempty"` // of one line
}

type tableSchema struct {
	Fields     []tableField `json:"fields"`
	PrimaryKey string       `json:"primaryKey,omitempty"`
}

type tableField struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Description string      `json:"description"`
	Constraints *constraint `json:"constraints,omitempty"`
}

type constraint struct {
	Enum []string `json:"enum,omitempty"`
}

// about says what each file is.
func about() map[string]string {
	return map[string]string{
		findingsFile:          "One screened record per line, in input order (in the shareable tier in the order of the pseudonyms), with its elements, indicators and quotes.",
		casesFile:             "One case per line: what all documents of the case say together. Cases that are a single row of a log are listed only where the run has reports.",
		"findings.csv":        "The records as a flat table; cells that a spreadsheet would take for a formula have an apostrophe in front.",
		"findings.parquet":    "The records as columns, as written, with their indicators as nested lists.",
		"reconciliation.xlsx": "Workbook for reviewers: summary, review queue, records, cases, breakdowns, codebook.",
		"report.html":         "Page with the figures, charts and the review queue.",
		"summary.md":          "The figures as text.",
		summaryFile:           "Counts and rates with their denominators, intervals and bounds.",
		decisionsFile:         "Decisions of reviewers, and which of them count.",
		absentFile:            "Findings of the last run whose records stand in this one no more.",
		quarantineFile:        "Rows and files that did not become records, and why.",
		codebookFile:          "Indicators with their definitions and sources, and the decision table with its articles of law.",
	}
}

func writeDataPackage(w io.Writer, run *Run, outputs []Output) error {
	described, err := describedFields()
	if err != nil {
		return err
	}
	p := dataPackage{
		Profile: "data-package", Name: "palermo-findings", Title: "Recorded labels and what the facts read as",
		Description: "Records of case logs and reports, screened for whether facts of trafficking in persons or of smuggling of migrants bear out the recorded label. A screening for human review; it decides nothing about any person.",
		Created:     run.Created, Version: run.Versions, Tier: run.Tier, Resources: []resource{},
	}
	for _, o := range outputs {
		p.Resources = append(p.Resources, resourceOf(o, described))
	}
	return writeJSON(w, p)
}

func resourceOf(o Output, described map[string]tableField) resource {
	kind := mediaTypes()[filepath.Ext(o.File)]
	r := resource{
		Profile: "data-resource", Name: nameOf(o.File), Path: o.File, Description: about()[o.File],
		Format: filepath.Ext(o.File)[1:], MediaType: kind.mediaType, Bytes: o.Bytes, Hash: "sha256:" + o.SHA256,
	}
	if kind.text {
		r.Encoding = "utf-8"
	}
	if !kind.text || o.Bytes == 0 {
		r.Type = "file"
	}
	switch o.File {
	case "findings.csv":
		r.Profile = "tabular-data-resource"
		r.Schema = &tableSchema{Fields: fieldsOf(flatRow{}, joinedFields(described)), PrimaryKey: "record_id"}
	case "findings.parquet":
		r.Schema = &tableSchema{Fields: fieldsOf(columnRow{}, described), PrimaryKey: "record_id"}
	case casesFile:
		r.Schema = &tableSchema{Fields: fieldsOf(CaseRow{}, caseFields()), PrimaryKey: "case_id"}
	case quarantineFile:
		r.Profile = "tabular-data-resource"
		r.Schema = &tableSchema{Fields: fieldsOf(rejectRow{}, rejectFields())}
	case decisionsFile:
		r.Profile = "tabular-data-resource"
		r.Schema = &tableSchema{Fields: fieldsOf(rulingRow{}, rulingFields())}
	case absentFile:
		r.Profile = "tabular-data-resource"
		r.Schema = &tableSchema{Fields: fieldsOf(absentRow{}, absentFields())}
	case findingsFile:
		r.JSONSchema = json.RawMessage(findingsSchema)
	}
	return r
}

// nameOf makes a resource name of a file name: findings.csv is findings-csv.
func nameOf(file string) string {
	ext := filepath.Ext(file)
	return file[:len(file)-len(ext)] + "-" + ext[1:]
}

type mediaType struct {
	mediaType string
	text      bool
}

func mediaTypes() map[string]mediaType {
	return map[string]mediaType{
		".jsonl":   {"application/x-ndjson", true},
		".json":    {"application/json", true},
		".csv":     {"text/csv", true},
		".html":    {"text/html", true},
		".md":      {"text/markdown", true},
		".parquet": {"application/vnd.apache.parquet", false},
		".xlsx":    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false},
	}
}

// fieldsOf describes the columns of a row struct with csv, parquet or json tags.
func fieldsOf(row any, described map[string]tableField) []tableField {
	t := reflect.TypeOf(row)
	var fields []tableField
	for i := range t.NumField() {
		name := columnName(t.Field(i).Tag)
		f := described[name]
		f.Name = name
		switch t.Field(i).Type.Kind() {
		case reflect.Int, reflect.Int64:
			f.Type = "integer"
		case reflect.Bool:
			f.Type = "boolean"
		case reflect.Slice:
			f.Type, f.Constraints = "array", nil
		default:
			f.Type = "string"
		}
		fields = append(fields, f)
	}
	return fields
}

// describedFields reads the descriptions out of the JSON Schema: they are
// written once.
func describedFields() (map[string]tableField, error) {
	type property struct {
		Description string              `json:"description"`
		Enum        []string            `json:"enum"`
		Properties  map[string]property `json:"properties"`
		Defs        map[string]property `json:"$defs"`
	}
	var schema property
	if err := json.Unmarshal(findingsSchema, &schema); err != nil {
		return nil, err
	}
	fields := map[string]tableField{}
	for name, p := range schema.Properties {
		f := tableField{Description: p.Description}
		if len(p.Enum) > 0 {
			f.Constraints = &constraint{p.Enum}
		}
		fields[name] = f
	}
	for name, p := range schema.Properties["elements"].Properties {
		fields[name] = tableField{Description: p.Description, Constraints: &constraint{[]string{"present", "absent", "unknown", withheld}}}
	}
	fields["inferred"] = tableField{Description: "Elements that are present by an inference which the framework names, not in words."}
	fields["inferred_from"] = tableField{Description: "Elements that another element was inferred from."}
	history, review := schema.Defs["history"].Properties, schema.Defs["review"].Properties
	for name, p := range map[string]property{
		"state": history["state"], "causes": history["causes"], "was": history["was"],
		"since_run": history["since_run"],
		"review":    review["decision"], "review_force": review["force"], "reviewer": review["author"], "review_reason": review["reason"],
		"review_date": review["date"], "review_expires": review["expires"], "other_reviews": review["others"],
	} {
		fields[name] = tableField{Description: p.Description} // empty where nothing is known, so no list of values
	}
	return fields, nil
}

// joinedFields says how the lists of a finding stand in one cell.
func joinedFields(described map[string]tableField) map[string]tableField {
	fields := maps.Clone(described)
	for name, how := range map[string]string{
		"flags": "joined by semicolons", "causes": "joined by semicolons", "inferred": "joined by semicolons",
		"review_weights": "joined by semicolons",
		"inferred_from":  "as the inferred one:the other, joined by semicolons",
		"open_questions": "joined by vertical bars", "conflicts": "joined by vertical bars",
		"would_change": "joined by vertical bars", "other_reviews": "joined by vertical bars", "source_problems": "joined by vertical bars",
		"events": "the crimes only, joined by semicolons", "other_frameworks": "as framework:class and the row of the table of differences, joined by semicolons",
	} {
		f := fields[name]
		f.Description = strings.TrimSuffix(f.Description, ".") + " (" + how + ")."
		fields[name] = f
	}
	fields["indicators"] = tableField{Description: "Indicators that count as evidence, as id:strength, joined by semicolons."}
	fields["evidence"] = tableField{Description: "Quotes of the same indicators in the same order, joined by vertical bars; the value of a column stands behind its name."}
	return fields
}

func caseFields() map[string]tableField {
	return map[string]tableField{
		"case_id":         {Description: "Case id, as written or as found in the text."},
		"state":           {Description: "Whether the documents of the case agree."},
		"rows":            {Description: "Rows of case logs that name the case."},
		"reports":         {Description: "Reports that name the case."},
		"recorded_labels": {Description: "Recorded labels of its documents, each once."},
		"assessed_class":  {Description: "What the facts of all its documents together read as."},
		"finding":         {Description: "What comes of holding its recorded labels against the class."},
		"deciding":        {Description: "Records without which the case would read as another class."},
		"records":         {Description: "Records of the case."},
	}
}

func rulingFields() map[string]tableField {
	return map[string]tableField{
		"force":         {Description: "Whether the decision counts, and if not, why."},
		"record_id":     {Description: "Id of the record that was decided about."},
		"finding":       {Description: "Finding that its author saw; may be empty."},
		"decision":      {Description: "What was decided."},
		"reason":        {Description: "Why, in the words of its author."},
		"author":        {Description: "Who decided."},
		"date":          {Description: "When it was decided."},
		"expires":       {Description: "Day from which it counts no more; may be empty."},
		"place":         {Description: "Where the decision is written."},
		"fingerprint":   {Description: "Fingerprint of the finding that was decided about."},
		"evidence_hash": {Description: "Digest of the evidence that its author saw."},
		"record_hash":   {Description: "Which of the rows that share a case id was decided about; empty where there was one only."},
	}
}

func absentFields() map[string]tableField {
	return map[string]tableField{
		"record_id":       {Description: "Id of the record as the last run knew it."},
		"source_file":     {Description: "Path of the file that it stood in."},
		"finding":         {Description: "What was found of it."},
		"assessed_class":  {Description: "What it read as."},
		"recorded_label":  {Description: "Label that it had."},
		"review_priority": {Description: "Its priority, from 1 for the most urgent to 5 for nothing to review."},
		"cause":           {Description: "data where it was removed or is another record now, unread_input where rows of its file could not be read."},
		"since_run":       {Description: "Run in which it was first found to be of this kind."},
		"fingerprint":     {Description: "Fingerprint of the finding."},
		"evidence_hash":   {Description: "Digest of its evidence."},
	}
}

func rejectFields() map[string]tableField {
	return map[string]tableField{
		"file":    {Description: "Path of the input file."},
		"sheet":   {Description: "Worksheet; empty outside workbooks."},
		"row":     {Description: "Row of the sheet or line of the file, from 1; 0 for a whole file."},
		"outcome": {Description: "What became of it.", Constraints: &constraint{[]string{"quarantined", "skipped", "duplicate"}}},
		"rows":    {Description: "How many rows this line stands for."},
		"reason":  {Description: "What is wrong, without any text of the record."},
		"hint":    {Description: "What to do about it."},
	}
}
