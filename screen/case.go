package screen

import (
	"slices"

	"palermo/extract"
	"palermo/pipeline/source"
)

// Case is what the documents of one case say together.
type Case struct {
	ID         string
	Rows       int // rows of case logs
	Reports    int
	Documents  []*Finding // in input order
	Assessment Assessment // over the evidence of all documents; Element.Evidence counts through them in order
	Class      Class      // of Assessment
	Label      Label      // of the rows together; of the reports where there is no row
	Labels     []Label    // distinct, in output order
	State      CaseState
	Kind       Kind  // Class against Label
	Deciding   []int // indexes of the documents without which the case would read as another class
}

// CaseState says how the sources of a case stand to each other.
type CaseState string

// States of a case. A disagreement is told first; Rows and Reports say beside
// it whether a side is missing.
const (
	CaseAgrees          CaseState = "agrees"
	CaseLabelsDisagree  CaseState = "labels_disagree"
	CaseClassesDisagree CaseState = "classes_disagree"
	CaseReportOnly      CaseState = "report_without_log_row"
	CaseRowOnly         CaseState = "row_without_report"
)

// CaseStates lists every state of a case in output order.
func CaseStates() []CaseState {
	return []CaseState{CaseAgrees, CaseLabelsDisagree, CaseClassesDisagree, CaseReportOnly, CaseRowOnly}
}

// Reconcile reads the documents of one case together. They are findings of this
// screener, in input order, and there is at least one.
func (s *Screener) Reconcile(docs []*Finding) Case {
	c := Case{ID: docs[0].Reading.Record.CaseID, Documents: docs}
	for _, d := range docs {
		if d.Reading.Record.Document == source.Report {
			c.Reports++
		} else {
			c.Rows++
		}
	}
	c.Label, c.Labels = caseLabel(docs, c.Rows > 0), distinctLabels(docs)
	merged := merge(docs)
	c.Assessment = s.framework.Assess(&merged)
	c.Class = c.Assessment.Class
	c.Kind = NotScreened
	if merged.Coverage.Screened {
		c.Kind = Compare(c.Label, c.Class)
	}
	c.State = c.state()
	c.Deciding = s.framework.deciding(docs, c.Class)
	return c
}

// merge joins the evidence of the documents. The spans go on pointing into their
// own documents.
func merge(docs []*Finding) extract.Reading {
	var r extract.Reading
	for _, d := range docs {
		r.Evidence = append(r.Evidence, d.Reading.Evidence...)
		r.Coverage.Screened = r.Coverage.Screened || d.Reading.Coverage.Screened
	}
	return r
}

// account is what some documents of a case say together.
type account struct {
	hits
	screened bool
}

func (a *account) join(o *account) {
	a.hits.join(&o.hits)
	a.screened = a.screened || o.screened
}

func (f *Framework) accountOf(d *Finding) account {
	a := account{screened: d.Reading.Coverage.Screened}
	for i := range d.Reading.Evidence {
		f.match(&a.hits, &d.Reading.Evidence[i])
	}
	return a
}

// classOf is the class that an account reads as.
func (f *Framework) classOf(a account) Class {
	if !a.screened {
		return InsufficientInformation
	}
	a.rank()
	var c course
	c.run(f, &a.hits)
	return f.rows[c.row].Class
}

// deciding finds the documents that carry a fact that no other carries and that
// the class hangs on. A case may have thousands of documents, so what stands
// before and behind each is added up once.
func (f *Framework) deciding(docs []*Finding, class Class) []int {
	if len(docs) < 2 {
		return nil
	}
	behind := make([]account, len(docs)) // each, what the documents behind it say
	for i := len(docs) - 1; i > 0; i-- {
		behind[i-1] = f.accountOf(docs[i])
		behind[i-1].join(&behind[i])
	}
	var list []int
	var before account
	for i, d := range docs {
		others := before
		others.join(&behind[i])
		if f.classOf(others) != class {
			list = append(list, i)
		}
		own := f.accountOf(d)
		before.join(&own)
	}
	return list
}

// caseLabel is what the rows claim together, since a log may keep one row for
// each offence. Reports speak only where there is no row.
func caseLabel(docs []*Finding, hasRow bool) Label {
	var found []Label
	for _, d := range docs {
		isRow := d.Reading.Record.Document != source.Report
		if isRow == hasRow && d.Label != LabelNone {
			found = append(found, d.Label)
		}
	}
	if len(found) == 0 {
		return LabelNone
	}
	return together(found)
}

func distinctLabels(docs []*Finding) []Label {
	var list []Label
	for _, l := range Labels() {
		if slices.ContainsFunc(docs, func(d *Finding) bool { return d.Label == l }) {
			list = append(list, l)
		}
	}
	return list
}

func (c *Case) state() CaseState {
	switch {
	case c.labelsDisagree():
		return CaseLabelsDisagree
	case c.classesDisagree():
		return CaseClassesDisagree
	case c.Rows == 0:
		return CaseReportOnly
	case c.Reports == 0:
		return CaseRowOnly
	}
	return CaseAgrees
}

// labelsDisagree leaves out documents that claim neither crime.
func (c *Case) labelsDisagree() bool {
	claims := slices.DeleteFunc(slices.Clone(c.Labels), func(l Label) bool { return l == LabelNone || l == LabelOther })
	return len(claims) > 1
}

// classesDisagree compares documents that could be determined. Aggravation is a
// matter of detail and no disagreement.
func (c *Case) classesDisagree() bool {
	var first Class
	for _, d := range c.Documents {
		class := d.Assessment.Class
		if !class.Determinable() {
			continue
		}
		if first == "" {
			first = class
		}
		if class.HasTrafficking() != first.HasTrafficking() || class.HasSmuggling() != first.HasSmuggling() {
			return true
		}
	}
	return false
}
