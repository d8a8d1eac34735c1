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

// decidedLine is the same in one line, with why it does not count.
func (w *Words) decidedLine(r *Row) string {
	verdict, author, reason := w.decided(r)
	if verdict == "" {
		return ""
	}
	line := w.with("text", "reviewed", "author", author, "decision", verdict) + " " + reason
	if force := r.Review.Force; force != history.InForce {
		line += " (" + w.of("force", string(force)) + ")"
	}
	return copied(line)
}
