package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"golang.org/x/text/language"

	"palermo/extract/strictyaml"
	"palermo/reports"
	"palermo/screen"
)

// planBytes is how large a plan may be. One with a thousand tables is smaller.
const planBytes = 1 << 20

// ReadPlan reads a plan and reports every mistake in it at once, each with its
// line and what to write instead. A mistake in the plan is a *RulesError, a
// plan that can't be opened a *UsageError.
func ReadPlan(path string) (*Plan, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &UsageError{fmt.Errorf("read plan: %w\nhint: write one with palermo init INPUT", err)}
	}
	plan, err := parsePlan(path, data)
	if err != nil {
		return nil, &RulesError{err}
	}
	return plan, nil
}

// parsePlan reads the text of a plan; name stands in errors.
func parsePlan(name string, data []byte) (*Plan, error) {
	if len(data) > planBytes {
		return nil, fmt.Errorf("read %s: is larger than %d bytes, which no plan is", name, planBytes)
	}
	file, body := strictyaml.Parse(name, data)
	r := planReader{File: file}
	r.document(body)
	if err := strictyaml.Err(file); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r.plan.SHA256 = hex.EncodeToString(sum[:])
	return &r.plan, nil
}

// planReader walks the syntax tree of a plan, fills in what it understands and
// collects what is wrong.
type planReader struct {
	plan Plan
	*strictyaml.File
}

func (r *planReader) document(body ast.Node) {
	r.Object(body, "a plan", []strictyaml.Key{
		{Name: "version", Read: r.version},
		{Name: "framework", Read: r.framework},
		{Name: "out", Read: func(n ast.Node) { r.plan.Out = r.Text(n, "the output folder") }},
		{Name: "packs", Read: func(n ast.Node) { r.plan.Packs = r.Text(n, "the folder of packs") }},
		{Name: "formats", Read: r.formats},
		{Name: "tables", Read: r.tables},
		{Name: "reports", Read: r.reports},
		{Name: "switches", Read: r.switches},
		{Name: "country", Read: r.country},
		{Name: "labels", Read: r.labels},
	})
}

func (r *planReader) version(n ast.Node) {
	if v, ok := r.Number(n, "the version"); ok && v != 1 {
		r.Reject(n, fmt.Sprintf("version %d of the plan is not known", v), "write version: 1")
	}
}

func (r *planReader) framework(n ast.Node) {
	for i, item := range r.List(n) {
		if id := r.OneOf(item, "framework", Frameworks()); i == 0 {
			r.plan.Framework = id
		} else if id != "" {
			r.plan.Also = append(r.plan.Also, id)
		}
	}
}

func (r *planReader) formats(n ast.Node) {
	for _, item := range r.List(n) {
		if name := r.OneOf(item, "report format", reports.Formats()); name != "" {
			r.plan.Formats = append(r.plan.Formats, name)
		}
	}
}

func (r *planReader) reports(n ast.Node) {
	r.Object(n, "reports", []strictyaml.Key{
		{Name: "case_id", Read: r.caseID},
		{Name: "split_cases", Read: r.splitCases},
	})
}

func (r *planReader) labels(n ast.Node) {
	r.plan.Labels = map[string]screen.Label{}
	for _, entry := range r.Entries(n, "labels") {
		text := r.Word(entry.Key, "a recorded label")
		label := screen.Label(r.OneOf(entry.Value, "label", labelNames()))
		if text == "" || label == "" {
			continue
		}
		// A map of its own checks one label, so that all mistakes are found.
		if _, err := new(screen.LabelMap).With(map[string]screen.Label{text: label}); err != nil {
			r.Reject(entry.Key, err.Error(), "write the label as it stands in the records")
			continue
		}
		r.plan.Labels[text] = label
	}
}

// switches reads what the frameworks let a user turn on and off. Which there are
// is known only when the frameworks are, see rooms.
func (r *planReader) switches(n ast.Node) {
	r.plan.Switches = map[string]bool{}
	for _, entry := range r.Entries(n, "switches") {
		name := r.Word(entry.Key, "a switch")
		on, isBool := entry.Value.(*ast.BoolNode)
		if !isBool {
			r.Reject(entry.Value, "a switch is on or off", "write true or false")
			continue
		}
		r.plan.Switches[name] = on.Value
	}
}

// country reads the code of a country in either case, also one that is not the
// usual one, such as uk.
func (r *planReader) country(n ast.Node) {
	code := r.Text(n, "the country")
	if code == "" {
		return
	}
	region, err := language.ParseRegion(code)
	if region = region.Canonicalize(); err != nil || !region.IsCountry() {
		r.Reject(n, fmt.Sprintf("%q is no code of a country", code), "write two letters, such as be")
		return
	}
	r.plan.Country = strings.ToLower(region.String())
}

func labelNames() []string {
	var names []string
	for _, l := range screen.Labels() {
		names = append(names, string(l))
	}
	return names
}
