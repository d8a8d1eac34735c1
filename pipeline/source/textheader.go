package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// titleLines is how many lines may stand above the block of keys.
	titleLines = 4
	// headlineChars is the length up to which a subject line is a headline. A
	// headline often holds the recorded label, which is no evidence.
	headlineChars = 60
	// valueChars is the length up to which the value of a key is one. Longer
	// ones tell what happened, and must not be taken out of the body.
	valueChars = 150
)

// splitReport parts the block of "Key: value" lines that a report may open
// with from its body, which is always the last field. What a person recorded
// about the case is in the block; keeping it out of the body means that a
// recorded label is never read as a fact.
func splitReport(text string) []Field {
	start := blockStart(text)
	if start < 0 {
		return []Field{bodyFrom(text, 0)}
	}
	var fields []Field
	if title := strings.TrimSpace(text[:start]); title != "" {
		fields = append(fields, Field{Name: "title", Value: title, Offset: strings.Index(text, title)})
	}
	at, gap := start, false
	for at < len(text) {
		line := text[at : at+textLine(text[at:])]
		f, ok := parseKey(line, at)
		switch {
		case ok && f.Role == RoleNarrative && startsBody(text, at+len(line)):
			return append(fields, bodyFrom(text, f.Offset))
		case ok && (!gap || isKnown(f)):
			fields, gap = append(fields, f), false
		case isRule(line):
			gap = true
		default:
			return append(fields, bodyFrom(text, at))
		}
		at += len(line)
	}
	return append(fields, bodyFrom(text, at))
}

// bodyFrom returns the text from an offset on, without the space before it.
func bodyFrom(text string, at int) Field {
	body := strings.TrimLeft(text[at:], " \t\r\n")
	return Field{Name: bodyName, Value: body, Role: RoleNarrative, Offset: len(text) - len(body)}
}

// blockStart returns the offset of the first line of the block, or -1. A block
// starts near the top with a key that is known, or with unknown ones right
// above it. Under a line that reads as a sentence it takes two known keys: the
// report may have begun, and one line with a colon is no block.
func blockStart(text string) int {
	at, first, sentence := 0, -1, false
	for lines := 0; lines < titleLines && at < len(text); {
		line := text[at : at+textLine(text[at:])]
		next := at + len(line)
		f, ok := parseKey(line, at)
		switch {
		case isRule(line):
			at = next
			continue
		case ok && isKnown(f) && (!sentence || knownKeyAt(text, next)):
			if first < 0 {
				first = at
			}
			return first
		case ok && first < 0:
			first = at
		case !ok:
			sentence, first = sentence || isSentence(line), -1
		}
		lines++
		at = next
	}
	return -1
}

// isKnown reports whether a key stands in the table of header names.
func isKnown(f Field) bool {
	return f.Role != RoleOther || vocabulary().wholly(normalise(f.Name)) != RoleOther
}

// knownKeyAt reports whether a line with a known key starts at an offset.
func knownKeyAt(text string, at int) bool {
	f, ok := parseKey(text[at:at+textLine(text[at:])], at)
	return ok && isKnown(f)
}

// isSentence tells running text from a title.
func isSentence(line string) bool {
	line = strings.TrimSpace(line)
	return utf8.RuneCountInString(line) > 120 ||
		len(strings.Fields(line)) >= 4 && strings.ContainsAny(line[len(line)-1:], ".!?;,")
}

// parseKey reads a line as "Key: value". A sentence with a colon is not one: a
// key is a few words with a capital, and what follows is not a sentence unless
// the key is known.
func parseKey(line string, at int) (Field, bool) {
	key, rest, found := strings.Cut(line, ":")
	name := strings.Trim(key, " \t*_#>-\uFEFF")
	if !found || name == "" || utf8.RuneCountInString(name) > 40 || len(strings.Fields(name)) > 5 {
		return Field{}, false
	}
	value := strings.Trim(rest, " \t*_\r\n")
	f := Field{Name: name, Value: value, Offset: at + len(key) + 1 + strings.Index(rest, value)}
	f.Role = vocabulary().wholly(normalise(name))
	length := utf8.RuneCountInString(value)
	switch {
	case normalise(name) == "subject" && length > headlineChars:
		f.Role = RoleNarrative
	case f.Role == RoleOther:
		return f, plainKey(name, value)
	case f.Role != RoleNarrative && length > valueChars:
		return Field{}, false
	case f.Role == RoleCaseID && !strings.ContainsAny(value, "0123456789"):
		f.Role = RoleOther
	}
	return f, true
}

// plainKey reports whether an unknown key and its value look like a line of a
// form.
func plainKey(name, value string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsUpper(first) || len(strings.Fields(name)) > 4 || strings.HasPrefix(value, "//") {
		return false
	}
	return len(strings.Fields(value)) <= 12 && !strings.HasSuffix(value, ".") && !saysSomething(name)
}

// saysSomething recognises the start of a sentence that leads up to a quote.
func saysSomething(name string) bool {
	for word := range strings.FieldsSeq(normalise(name)) {
		if slices.Contains(speaking, word) {
			return true
		}
	}
	return false
}

// speaking are words of sentences that end in a colon: no form has them in a key.
var speaking = []string{
	"said", "says", "stated", "told", "asked", "replied", "added", "wrote", "was", "were", "is", "are", "had", "has",
	"dijo", "declaro", "manifesto", "senalo", "agrego", "fue", "era", "es", "son",
	"disse", "declarou", "afirmou", "foi", "dit", "declare", "affirme", "etait", "est",
}

// startsBody reports whether what follows a narrative key is the rest of the
// text, not a further key.
func startsBody(text string, at int) bool {
	for at < len(text) {
		line := text[at : at+textLine(text[at:])]
		if !isRule(line) {
			f, ok := parseKey(line, at)
			return !ok || !isKnown(f)
		}
		at += len(line)
	}
	return true
}

// isRule reports whether a line is blank or only drawn.
func isRule(line string) bool { return strings.Trim(line, " \t\r\n-=_*#~\uFEFF") == "" }

// textLine returns the length of the first line with its end, which is LF,
// CRLF or the CR of old Macs.
func textLine(text string) int {
	end := strings.IndexAny(text, "\r\n")
	switch {
	case end < 0:
		return len(text)
	case strings.HasPrefix(text[end:], "\r\n"):
		return end + 2
	}
	return end + 1
}
