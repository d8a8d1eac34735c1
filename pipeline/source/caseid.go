package source

import (
	"path"
	"regexp"
	"strings"
)

// defaultCaseID finds a case id in running text: a word such as "case" or
// "expediente" with a sign for number and a token that holds a digit; or a
// bare token of capitals and two numbers, such as CW-2019-014 or FED/123/2019.
// A bare number, a year, a telephone number, MS-13 and I-589 are none of these.
var defaultCaseID = regexp.MustCompile(
	`(?i:\b(?:case|file|incident|report|docket|ref|reference|expediente|exp|caso|carpeta(?: de investigaci[oó]n)?|` +
		`causa|folio|processo|inqu[eé]rito|dossier|affaire)\.?[ \t]*` +
		`(?:n[o°º]\.?|num(?:ber|ero)?\b\.?|n[uú]m(?:ero)?\b\.?|#|№)[ \t]*[:#]?[ \t]*)` +
		`([A-Za-z]{0,8}[-/.]?\d[A-Za-z0-9]*(?:[-/.][A-Za-z0-9]+)*)` +
		`|\b([A-Z]{2,8}(?:[-/][A-Z]{1,8}){0,3}[-/]\d{1,8}[-/]\d{1,8}(?:[-/][A-Z0-9]{1,8})*)\b`)

// idReach is how many bytes of a report are searched for its case id. Reports
// name themselves at the top; further down they name other cases.
const idReach = 2000

// findCaseID looks for a case id in the name of a file, then in a text.
func (o *Options) findCaseID(file, text string) string {
	pattern := o.CaseID
	if pattern == nil {
		pattern = defaultCaseID
	}
	base := path.Base(file)
	base = strings.TrimSuffix(base, path.Ext(base))
	// An underscore parts words in a file name and joins them for a pattern.
	for _, s := range []string{base, strings.ReplaceAll(base, "_", " "), text[:min(len(text), idReach)]} {
		if id := firstGroup(pattern.FindStringSubmatch(s)); id != "" {
			return id
		}
	}
	return ""
}

// firstGroup returns the first group that matched, or the whole match of a
// pattern without groups.
func firstGroup(match []string) string {
	if len(match) == 1 {
		return match[0]
	}
	for i := 1; i < len(match); i++ {
		if match[i] != "" {
			return match[i]
		}
	}
	return ""
}
