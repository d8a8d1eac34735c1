package reports

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"maps"
	"slices"

	"palermo/pipeline/source"
	"palermo/screen"
)

// maxShown bounds the review queue of the page.
const maxShown = 200

//go:embed report.html.tmpl
var pageTemplate string

//go:embed report.css
var pageStyle string

// page writes report.html: one file that needs no network and runs no script.
type page struct {
	unheard
	out      io.Writer
	layout   *template.Template
	queue    *queue
	outcomes map[source.Outcome]int64 // rows that did not become records
}

// view is what the template is told.
type view struct {
	Run           *Run
	Policy        string
	Style         template.CSS
	Headlines     []string
	Caution       string
	Columns       []string
	Matrix        []matrixRow
	Rates         []rateRow
	Findings      []countRow
	Years         []yearRow
	Queue         []*entry
	Left          string
	Outcomes      []countRow
	Method, Limit []string
}

type matrixRow struct {
	Label   string
	Cells   []share
	Records string
}

type share struct{ Count, Percent string }

type rateRow struct {
	Title, Of, Numerator, Denominator, Value, Interval, Undetermined, Share, Bounds string
}

type countRow struct{ Name, Count string }

type yearRow struct {
	Year, Records string
	Rates         []string
}

func openPage(w io.Writer, o Options) (Writer, error) {
	layout, err := template.New("report").Funcs(template.FuncMap{"priority": priorityTitle}).Parse(pageTemplate)
	if err != nil {
		return nil, err
	}
	return &page{out: w, layout: layout, queue: newQueue(maxShown, o), outcomes: map[source.Outcome]int64{}}, nil
}

// Add implements Writer.
func (p *page) Add(f *screen.Finding) error {
	p.queue.add(f)
	return nil
}

// Reject implements Writer.
func (p *page) Reject(r source.Reject) error {
	p.outcomes[r.Outcome] += int64(r.Rows)
	return nil
}

// Close implements Writer.
func (p *page) Close(run *Run) error {
	c := &run.Totals.Counts
	v := view{
		Run: run, Policy: policy(pageStyle), Style: template.CSS(pageStyle),
		Headlines: headlines(c), Caution: caution,
		Matrix: matrixOf(c), Rates: ratesOf(c), Years: yearsOf(run.Totals.ByYear),
		Queue: p.queue.sorted(), Left: p.queue.left(),
		Method: method(), Limit: limits(),
	}
	for _, class := range columns() {
		v.Columns = append(v.Columns, classTitle(class))
	}
	for _, k := range screen.Kinds() {
		v.Findings = append(v.Findings, countRow{KindTitle(k), grouped(c.Kinds[k])})
	}
	for _, o := range []source.Outcome{source.Quarantined, source.Skipped, source.Duplicate} {
		v.Outcomes = append(v.Outcomes, countRow{outcomeTitle(o), grouped(p.outcomes[o])})
	}
	out := bufio.NewWriter(p.out)
	if err := p.layout.Execute(out, v); err != nil {
		return err
	}
	return out.Flush()
}

// policy lets the page load nothing and run nothing; only its own style, known
// by its digest, applies.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'"
}

func matrixOf(c *Counts) []matrixRow {
	var rows []matrixRow
	for _, l := range screen.Labels() {
		row := matrixRow{Label: labelTitle(l), Records: grouped(c.Row(l))}
		for _, class := range columns() {
			n := c.Cells[Cell{l, class}]
			row.Cells = append(row.Cells, share{grouped(n), percent(ratio(n, c.Row(l)))})
		}
		rows = append(rows, row)
	}
	return rows
}

func ratesOf(c *Counts) []rateRow {
	var rows []rateRow
	for _, r := range c.Rates() {
		rows = append(rows, rateRow{
			Title: r.Title, Of: r.Of,
			Numerator: grouped(r.Numerator), Denominator: grouped(r.Denominator),
			Value: percent(r.Value()), Interval: percents(r.Interval()),
			Undetermined: grouped(r.Undetermined), Share: percent(r.UndeterminedShare()), Bounds: percents(r.Bounds()),
		})
	}
	return rows
}

// yearsOf shows both directions for every year, with their denominators.
func yearsOf(g Groups) []yearRow {
	var rows []yearRow
	for _, year := range slices.Sorted(maps.Keys(g)) {
		row := yearRow{Year: stated(year), Records: grouped(g[year].Records)}
		for _, r := range g[year].Rates()[:2] {
			row.Rates = append(row.Rates, grouped(r.Numerator)+" of "+grouped(r.Denominator), percent(r.Value()), percents(r.Interval()))
		}
		rows = append(rows, row)
	}
	return rows
}
