package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

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
//
// The syntax tree is walked by hand, since decoding into structs stops at the
// first mistake and changes values that only look like numbers.
func parsePlan(name string, data []byte) (*Plan, error) {
	if len(data) > planBytes {
		return nil, fmt.Errorf("read %s: is larger than %d bytes, which no plan is", name, planBytes)
	}
	r := newPlanReader(name, data)
	file, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		r.syntax(err)
		return nil, r.err()
	}
	for i, doc := range file.Docs {
		if i > 0 && doc.Body != nil {
			r.reject(doc.Body, "a second document begins", "put everything into one, and take out the line ---")
			break
		}
		r.document(doc.Body)
	}
	if err := r.err(); err != nil {
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
	mistakes
}

func newPlanReader(name string, data []byte) *planReader {
	return &planReader{mistakes: newMistakes(name, data)}
}

// syntax takes over what the parser has to say.
func (r *planReader) syntax(err error) {
	var fault yaml.Error
	if !errors.As(err, &fault) || fault.GetToken() == nil {
		r.add(1, 1, "not YAML: "+err.Error(), "")
		return
	}
	at := fault.GetToken().Position
	r.add(at.Line, at.Column, "not YAML: "+fault.GetMessage(),
		"put a text with special characters in 'single quotes'")
}

func (r *planReader) document(body ast.Node) {
	r.object(body, "a plan", []key{
		{"version", r.version},
		{"framework", r.framework},
		{"out", func(n ast.Node) { r.plan.Out = r.text(n, "the output folder") }},
		{"formats", r.formats},
		{"tables", r.tables},
		{"reports", r.reports},
		{"labels", r.labels},
	})
}

func (r *planReader) version(n ast.Node) {
	if v, ok := r.number(n, "the version"); ok && v != 1 {
		r.reject(n, fmt.Sprintf("version %d of the plan is not known", v), "write version: 1")
	}
}

func (r *planReader) framework(n ast.Node) {
	if !isNull(n) {
		r.plan.Framework = r.oneOf(n, "framework", Frameworks())
	}
}

func (r *planReader) formats(n ast.Node) {
	for _, item := range r.list(n) {
		if name := r.oneOf(item, "report format", reports.Formats()); name != "" {
			r.plan.Formats = append(r.plan.Formats, name)
		}
	}
}

func (r *planReader) reports(n ast.Node) {
	r.object(n, "reports", []key{{"case_id", r.caseID}})
}

func (r *planReader) labels(n ast.Node) {
	r.plan.Labels = map[string]screen.Label{}
	for _, entry := range r.entries(n, "labels") {
		text := r.name(entry.Key, "a recorded label")
		label := screen.Label(r.oneOf(entry.Value, "label", labelNames()))
		if text == "" || label == "" {
			continue
		}
		// A map of its own checks one label, so that all mistakes are found.
		if _, err := new(screen.LabelMap).With(map[string]screen.Label{text: label}); err != nil {
			r.reject(entry.Key, err.Error(), "write the label as it stands in the records")
			continue
		}
		r.plan.Labels[text] = label
	}
}

func labelNames() []string {
	var names []string
	for _, l := range screen.Labels() {
		names = append(names, string(l))
	}
	return names
}
