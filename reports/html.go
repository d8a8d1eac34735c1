package reports

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"palermo/pipeline/source"
)

// maxShown bounds the review queue of the page.
const maxShown = 200

//go:embed report.html.tmpl
var pageTemplate string

//go:embed report.css
var pageStyle string

//go:embed report.js
var pageScript string

// page writes report.html: one file that needs no network. Its one script
// filters the records to review; without it the page says all it has to say.
type page struct {
	unheard
	out      io.Writer
	layout   *template.Template
	words    *Words
	queue    *queue
	outcomes map[source.Outcome]int64 // rows that did not become records
}

func openPage(w io.Writer, o Options) (Writer, error) {
	layout, err := template.New("report").Funcs(template.FuncMap{
		"say":      o.words.of,
		"priority": o.words.priority,
	}).Parse(pageTemplate)
	if err != nil {
		return nil, err
	}
	return &page{
		out: w, layout: layout, words: o.words,
		queue: newQueue(maxShown, o, o.words), outcomes: map[source.Outcome]int64{},
	}, nil
}

// Add implements Writer.
func (p *page) Add(r *Row) error {
	p.queue.add(r)
	return nil
}

// Reject implements Writer.
func (p *page) Reject(r source.Reject) error {
	p.outcomes[r.Outcome] += int64(r.Rows)
	return nil
}

// Close implements Writer.
func (p *page) Close(run *Run) error {
	v := viewOf(p.words, run, p.outcomes)
	v.Queue, v.Left = p.queue.sorted(), p.queue.left()
	if !v.Shareable {
		v.Decisions = p.words.rulingLines(run.Rulings)
	}
	v.Labels, v.Classes = choices(p.words, v.Queue)
	v.Style, v.Script = template.CSS(pageStyle), template.JS(pageScript)
	v.Policy = policy(pageStyle, pageScript)
	out := bufio.NewWriter(p.out)
	if err := p.layout.Execute(out, v); err != nil {
		return err
	}
	return out.Flush()
}

// policy lets the page load nothing. Its own style and its own script, each
// known by its digest, are all that applies and runs.
func policy(style, script string) string {
	return "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script) +
		"; base-uri 'none'; form-action 'none'"
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
