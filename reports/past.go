package reports

import (
	"strings"

	"palermo/pipeline/history"
	"palermo/screen"
)

// pastObject is how a finding stands to the last run, in findings.jsonl. It is
// left out for a run without a store.
type pastObject struct {
	State  history.State `json:"state"`
	Causes []string      `json:"causes"`
	Was    screen.Kind   `json:"was,omitempty"`
	Since  int64         `json:"since_run"`
}

// reviewObject is what a reviewer decided about a finding.
type reviewObject struct {
	Verdict history.Verdict `json:"decision"`
	Force   history.Force   `json:"force"` // whether it counts
	Reason  string          `json:"reason"`
	Author  string          `json:"author"`
	Date    string          `json:"date"`
	Expires string          `json:"expires,omitempty"`
}

// past returns what is known of the finding that is being added.
func (o *Options) past() (*pastObject, *reviewObject) {
	if o.Past == nil {
		return nil, nil
	}
	var past *pastObject
	var review *reviewObject
	if m := o.Past.Mark(); m != nil {
		past = &pastObject{State: m.State, Causes: listed(m.Causes), Was: m.Was, Since: m.Since}
	}
	if r := o.Past.Ruling(); r != nil {
		review = &reviewObject{Verdict: r.Verdict, Force: r.Force, Reason: r.Reason, Author: r.Author, Date: r.Date, Expires: r.Expires}
	}
	return past, review
}

// remember fills in the columns of a row that say what is known beside the
// finding.
func (r *flatRow) remember(o *Options) {
	past, review := o.past()
	if past != nil {
		r.State, r.Causes, r.Was = string(past.State), cell(strings.Join(past.Causes, ";")), string(past.Was)
	}
	if review != nil {
		r.Review, r.ReviewForce = string(review.Verdict), string(review.Force)
		r.Reviewer, r.ReviewReason = cell(review.Author), cell(review.Reason)
	}
}

// decided is what a reviewer decided about the finding that is being added, in
// words, for the review queue; empty where nobody did.
func (o *Options) decided() (verdict, author, reason string) {
	_, review := o.past()
	if review == nil {
		return "", "", ""
	}
	return verdictTitle(review.Verdict), review.Author, review.Reason
}

// decidedLine is the same in one line, with why it does not count.
func (o *Options) decidedLine() string {
	verdict, author, reason := o.decided()
	if verdict == "" {
		return ""
	}
	line := "Decided by " + author + ": " + verdict + ". " + reason
	if force := o.Past.Ruling().Force; force != history.InForce {
		line += " (" + plain(string(force)) + ")"
	}
	return line
}

// verdictTitle is a verdict as the workbook offers it.
func verdictTitle(v history.Verdict) string {
	for title, verdict := range verdictsByTitle() {
		if verdict == v {
			return title
		}
	}
	return plain(string(v))
}

// verdictsByTitle is what the entries of the drop-down stand for.
func verdictsByTitle() map[string]history.Verdict {
	return map[string]history.Verdict{
		"Agree with the finding": history.Agree, "The label is right": history.LabelRight, "Both crimes": history.BothCrimes,
		"Another offence": history.OtherOffence, "Cannot be told from the record": history.CannotTell, "Not a case": history.NotACase,
	}
}
