package history

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
	"palermo/screen"
)

// DecisionFile is a file of decisions that is kept under version control.
type DecisionFile struct {
	TwoPersons bool
	Decisions  []Decision
	SHA256     string
}

// decisionBytes is how large a file of decisions may be.
const decisionBytes = 64 << 20

// ReadDecisions reads a file, on the day that is today, and reports every mistake
// in it at once.
func ReadDecisions(name, today string) (*DecisionFile, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	if len(data) > decisionBytes {
		return nil, fmt.Errorf("read %s: is larger than %d bytes", name, decisionBytes)
	}
	file, body := strictyaml.Parse(name, data)
	r := decisionReader{File: file, name: name, today: today}
	r.Object(body, "a file of decisions", []strictyaml.Key{
		{Name: "version", Read: r.version},
		{Name: "two_persons", Read: func(n ast.Node) { r.out.TwoPersons = r.Flag(n, "two_persons") }},
		{Name: "decisions", Read: r.decisions},
	})
	r.whole(body)
	if err := strictyaml.Err(file); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r.out.SHA256 = hex.EncodeToString(sum[:])
	return &r.out, nil
}

type decisionReader struct {
	*strictyaml.File
	name, today string
	out         DecisionFile
}

// whole refuses a file that was cut to nothing, or to less than its first line:
// every finding would be open again, and nobody would know why.
func (r *decisionReader) whole(body ast.Node) {
	if _, ok := body.(*ast.MappingNode); !ok && !r.Unread() {
		r.Add(0, 0, "a file of decisions is empty", `write "version: 1" at least, or leave out --decisions`)
	} else if ok {
		r.Need(body, "a file of decisions", "version")
	}
}

func (r *decisionReader) version(n ast.Node) {
	if v, ok := r.Number(n, "the version"); ok && v != 1 {
		r.Reject(n, fmt.Sprintf("version %d of the file is not known", v), "write version: 1")
	}
}

func (r *decisionReader) decisions(n ast.Node) {
	for _, item := range r.List(n) {
		line, _ := strictyaml.Start(item)
		d := Decision{Place: fmt.Sprintf("%s:%d", r.name, line)}
		text := func(into *string, what string) func(ast.Node) {
			return func(n ast.Node) { *into = strings.TrimSpace(r.Text(n, what)) }
		}
		r.Need(item, "a decision", "fingerprint", "evidence", "decision", "reason", "author", "date")
		r.Object(item, "a decision", []strictyaml.Key{
			{Name: "record", Read: text(&d.Record, "the record")},
			{Name: "finding", Read: func(n ast.Node) { d.Finding = screen.Kind(r.OneOf(n, "finding", kinds())) }},
			{Name: "fingerprint", Read: text(&d.Fingerprint, "the fingerprint")},
			{Name: "record_hash", Read: text(&d.RecordHash, "the record hash")},
			{Name: "evidence", Read: text(&d.Evidence, "the evidence hash")},
			{Name: "decision", Read: func(n ast.Node) { d.Verdict = Verdict(r.OneOf(n, "decision", verdicts())) }},
			{Name: "reason", Read: text(&d.Reason, "the reason")},
			{Name: "author", Read: text(&d.Author, "the author")},
			{Name: "date", Read: func(n ast.Node) { d.Date = r.date(n) }},
			{Name: "expires", Read: func(n ast.Node) { d.Expires = r.date(n) }},
		})
		if wrong, hint := d.WrongDays(r.today); wrong != "" {
			r.Reject(item, wrong, hint)
		}
		r.out.Decisions = append(r.out.Decisions, d)
	}
}

// date reads a day. It is compared as text, so it has to be written in full.
func (r *decisionReader) date(n ast.Node) string {
	day := r.Text(n, "a date")
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		r.Reject(n, fmt.Sprintf("%q is no date", day), `write year, month and day: "2026-03-01"`)
		return ""
	}
	return day
}

func kinds() []string {
	var names []string
	for _, k := range screen.Kinds() {
		names = append(names, string(k))
	}
	return names
}

func verdicts() []string {
	var names []string
	for _, v := range Verdicts() {
		names = append(names, string(v))
	}
	return names
}

// FormatDecisions writes decisions as a file that ReadDecisions reads, a line for
// every value, so that version control shows what was added.
func FormatDecisions(f *DecisionFile) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("version: 1\n")
	if f.TwoPersons {
		b.WriteString("two_persons: true\n")
	}
	b.WriteString("decisions:\n")
	for i := range f.Decisions {
		if err := f.Decisions[i].format(&b); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// format writes one decision. A text in JSON is one in YAML too, and never looks
// like a number or a date.
func (d *Decision) format(b *bytes.Buffer) error {
	lead := "  - "
	for _, e := range []struct{ key, value string }{
		{"record", d.Record}, {"finding", string(d.Finding)}, {"fingerprint", d.Fingerprint}, {"record_hash", d.RecordHash}, {"evidence", d.Evidence},
		{"decision", string(d.Verdict)}, {"reason", d.Reason}, {"author", d.Author}, {"date", d.Date}, {"expires", d.Expires},
	} {
		if e.value == "" {
			continue
		}
		b.WriteString(lead + e.key + ": ")
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e.value); err != nil {
			return err
		}
		lead = "    "
	}
	return nil
}

// Add puts decisions into a file, without those that are no news. It returns how
// many there were.
func (f *DecisionFile) Add(list []Decision) int {
	fresh := news(f.Decisions, list)
	f.Decisions = append(f.Decisions, fresh...)
	return len(fresh)
}
