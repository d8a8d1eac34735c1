package screen

// Case is what the documents of one case say together.
type Case struct {
	ID        string
	Rows      int // rows of case logs
	Reports   int
	Documents []*Finding // in input order
	Class     Class      // over the merged evidence of all documents
	Labels    []Label    // distinct, in output order
	State     CaseState
	Kind      Kind // merged class against the label of the log row
}

// CaseState says how the sources of a case stand to each other.
type CaseState string

// States of a case.
const (
	CaseAgrees          CaseState = "agrees"
	CaseLabelsDisagree  CaseState = "labels_disagree"
	CaseClassesDisagree CaseState = "classes_disagree"
	CaseReportOnly      CaseState = "report_without_log_row"
	CaseRowOnly         CaseState = "row_without_report"
)
