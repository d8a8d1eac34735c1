package reports

import (
	"strings"

	"palermo/pipeline/history"
	"palermo/screen"
)

// History is how a finding stands to the last run. There is none for a run
// without a store.
type History struct {
	State  history.State `json:"state"`
	Causes []string      `json:"causes"`
	Was    screen.Kind   `json:"was,omitempty"`
	Since  int64         `json:"since_run"`
}

// Review is what a reviewer decided about a finding.
type Review struct {
	Verdict history.Verdict `json:"decision"`
	Force   history.Force   `json:"force"` // whether it counts
	Reason  string          `json:"reason"`
	Author  string          `json:"author"`
	Date    string          `json:"date"`
	Expires string          `json:"expires,omitempty"`
	Others  []Opinion       `json:"others,omitempty"`
}

// Opinion is what a further person decided about the same finding.
type Opinion struct {
	Verdict history.Verdict `json:"decision"`
	Reason  string          `json:"reason"`
	Author  string          `json:"author"`
	Date    string          `json:"date"`
	Expires string          `json:"expires,omitempty"`
}

// remember adds what is known of the finding beside what was found.
func (r *Row) remember(p Past) {
	if p == nil {
		return
	}
	if m := p.Mark(); m != nil {
		r.History = &History{State: m.State, Causes: listed(m.Causes), Was: m.Was, Since: m.Since}
	}
	if d := p.Ruling(); d != nil {
		r.Review = &Review{Verdict: d.Verdict, Force: d.Force, Reason: d.Reason, Author: d.Author, Date: d.Date, Expires: d.Expires}
		for _, o := range d.Others {
			r.Review.Others = append(r.Review.Others, Opinion{o.Verdict, o.Reason, o.Author, o.Date, o.Expires})
		}
	}
}

// remember fills in the columns that say what is known beside the finding.
func (f *flatRow) remember(r *Row) {
	if h := r.History; h != nil {
		f.SinceRun = int(h.Since)
		f.State, f.Causes, f.Was = string(h.State), cell(strings.Join(h.Causes, ";")), string(h.Was)
	}
	if d := r.Review; d != nil {
		f.Review, f.ReviewForce = string(d.Verdict), string(d.Force)
		f.Reviewer, f.ReviewReason = cell(d.Author), cell(d.Reason)
		f.ReviewDate, f.ReviewExpires = cell(d.Date), cell(d.Expires)
		f.OtherReviews = joinOpinions(d.Others)
	}
}

// decided is what a reviewer decided about a finding, for the review queue;
// empty where nobody did.
func (w *Words) decided(r *Row) (verdict, author, reason string) {
	d := r.Review
	if d == nil {
		return "", "", ""
	}
	return w.of("verdict", string(d.Verdict)), d.Author, d.Reason
}

// decidedLine is what everybody decided about a finding, in one line, with why it
// does not count.
func (w *Words) decidedLine(r *Row) string {
	if r.Review == nil {
		return ""
	}
	line := w.opinion(r.Review.Author, r.Review.Verdict, r.Review.Reason)
	for _, o := range r.Review.Others {
		line += " " + w.opinion(o.Author, o.Verdict, o.Reason)
	}
	if force := r.Review.Force; force != history.InForce {
		line += " (" + w.of("force", string(force)) + ")"
	}
	return copied(line)
}

func (w *Words) opinion(author string, verdict history.Verdict, reason string) string {
	return w.with("text", "reviewed", "author", author, "decision", w.of("verdict", string(verdict))) + " " + reason
}
