package reports

import (
	"io"

	"palermo/extract"
	"palermo/screen"
)

// codebook writes codebook.json: every indicator with its definition and its
// sources, and the decision table with its articles of law, so that results
// can be cited and a saved run can be rendered without the rules it used.
type codebook struct {
	unheard
	out  io.Writer
	book codebookObject
}

type codebookObject struct {
	Indicators []extract.Indicator `json:"indicators"`
	Decisions  []decisionObject    `json:"decisions"`
}

type decisionObject struct {
	ID           string       `json:"id"`
	Title        string       `json:"title"`
	Class        screen.Class `json:"class"`
	Undetermined bool         `json:"trafficking_undetermined"`
	Citation     string       `json:"citation"`
}

func openCodebook(w io.Writer, o Options) (Writer, error) {
	c := &codebook{out: w, book: codebookObject{Indicators: listed(o.Codebook), Decisions: []decisionObject{}}}
	for _, d := range o.Decisions {
		c.book.Decisions = append(c.book.Decisions, decisionObject(d))
	}
	return c, nil
}

// Close implements Writer.
func (c *codebook) Close(*Run) error { return writeJSON(c.out, c.book) }
