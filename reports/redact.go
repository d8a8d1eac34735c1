package reports

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/jdkato/prose/v2"
)

// redactor takes names and numbers of people out of the little text that stays
// in a shareable report. The patterns know what they look for. The language
// model is advisory: it was trained on English, it misses names and it takes
// other words for names. So it is a net below the patterns, and the report
// says that both can miss.
type redactor struct {
	patterns []redaction
	model    *prose.Model
}

type redaction struct {
	find *regexp.Regexp
	by   string
}

// maxRedacted bounds the text that the model is given: it is slow on long ones.
const maxRedacted = 400

func newRedactor() (*redactor, error) {
	r := &redactor{}
	for _, p := range redactions() {
		find, err := regexp.Compile(p[0])
		if err != nil {
			return nil, err
		}
		r.patterns = append(r.patterns, redaction{find, p[1]})
	}
	empty, err := prose.NewDocument("", prose.WithSegmentation(false))
	if err != nil {
		return nil, err
	}
	r.model = empty.Model
	return r, nil
}

// redactions are patterns and what is put in for them, the widest first.
func redactions() [][2]string {
	name := `\p{Lu}[\p{L}'’.-]+(?:\s+(?:de|del|de la|da|dos|van|von|bin|al|el|y|\p{Lu}[\p{L}'’.-]*))*`
	return [][2]string{
		{`(?i)\bhttps?://\S+|\bwww\.\S+`, "[address]"},
		{`[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}`, "[e-mail]"},
		{`\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b`, "[number]"},       // CURP
		{`\b\d{3}-\d{2}-\d{4}\b`, "[number]"},                        // SSN
		{`\b(?:A[-#\s]?)?\d{3}[-\s]?\d{3}[-\s]?\d{3}\b`, "[number]"}, // A-number
		{`\b[XYZ]?\d{7,8}[-\s]?[A-Z]\b`, "[number]"},                 // DNI, NIE
		{`\b[A-Z]{1,3}\d{6,9}\b`, "[number]"},                        // passport
		{`\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b`, "[date]"},
		{`\+?\(?\d[\d\s().-]{6,}\d`, "[number]"}, // telephone
		{`\b\d{5,}\b`, "[number]"},
		{`\b\d{1,5}\s+(?:\p{Lu}[\p{L}'-]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Blvd)\b\.?`, "[address]"},
		{`\b(?:Calle|Avenida|Avda\.?|Rua|Rue|Plaza)\s+\p{Lu}[\p{L}'’ .-]*\s+\d{1,5}\b`, "[address]"},
		{`\b(?:Mr|Mrs|Ms|Miss|Dr|Sgt|Sergeant|Officer|Off|Det|Detective|Insp|Inspector|Agent|Lt|Lieutenant|Capt|Captain|Cpl|Supt|PC|DC|DI|Sr|Sra|Srta|Don|Doña|Lic|Cmdte|Comandante|Inspectora|Subinspector|Agente|Cabo|Mme|M|Dra)\b\.?\s+` + name, "[name]"},
	}
}

// text returns a text with everything that looks like a person taken out.
func (r *redactor) text(s string) string {
	for _, p := range r.patterns {
		s = p.find.ReplaceAllString(s, p.by)
	}
	for _, name := range r.names(s) {
		s = strings.ReplaceAll(s, name, "[name]")
	}
	return s
}

// names asks the model for people. It fails on some texts by a panic, and an
// adviser that fails has no advice.
func (r *redactor) names(s string) (found []string) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	if len(s) > maxRedacted || !strings.ContainsFunc(s, unicode.IsUpper) {
		return nil
	}
	doc, err := prose.NewDocument(spaced(s), prose.WithSegmentation(false), prose.UsingModel(r.model))
	if err != nil {
		return nil
	}
	for _, e := range doc.Entities() {
		if name := strings.TrimSpace(e.Text); e.Label == "PERSON" && strings.Contains(s, name) && strings.ContainsFunc(name, unicode.IsUpper) {
			found = append(found, name)
		}
	}
	slices.SortFunc(found, func(a, b string) int { return len(b) - len(a) })
	return found
}

// spaced puts blanks around quotes and brackets, which the model takes for a
// part of the word beside them.
func spaced(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`"'“”‘’()[]/`, r) {
			return ' '
		}
		return r
	}, s)
}
