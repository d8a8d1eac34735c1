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

func pastOf(m *history.Mark) *pastObject {
	if m == nil {
		return nil
	}
	return &pastObject{State: m.State, Causes: listed(m.Causes), Was: m.Was, Since: m.Since}
}

// remember fills in the columns of a row that need a store.
func (r *flatRow) remember(m *history.Mark) {
	if m == nil {
		return
	}
	r.State, r.Causes, r.Was = string(m.State), cell(strings.Join(m.Causes, ";")), string(m.Was)
}
