package source

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// moreHeading is a line that other documents are listed under.
var moreHeading = regexp.MustCompile(`(?i)^\W*(?:(?:related|recent|other|more|latest|previous)\s+(?:news|releases?|press releases?|articles?|stories|links?|content|headlines|posts?|cases|documents)|more (?:from|in|on|about)\b.{0,40}|read more|see also|you may also like|(?:noticias|notas|comunicados|art[ií]culos|enlaces|contenidos?|boletines)\s+relacionad[oa]s?|(?:m[aá]s|otras|[uú]ltimas)\s+noticias|lea tambi[eé]n|ver tambi[eé]n|te puede interesar|(?:not[ií]cias|mat[eé]rias|links)\s+relacionad[oa]s|leia tamb[eé]m|veja tamb[eé]m|(?:articles?|liens|communiqu[eé]s)\s+(?:li[eé]s|connexes)|[àa] lire aussi|voir aussi|sur le m[eê]me (?:sujet|th[eè]me))\W*$`)

// link is a line that is a link and nothing else.
var link = regexp.MustCompile(`^(?:[-*•·>]|\d{1,2}[.)])?\s*(?:\[[^\]]{1,200}\]\([^)\s]+\)|<?(?:https?://|www\.)\S+>?)\W*$`)

// linkLists marks what stands under a heading such as "Related news", and runs
// of lines that are links.
func (l *textLines) linkLists(kinds []string) {
	for i := 0; i < len(kinds); i++ {
		line := l.line(i)
		switch {
		case len(line) <= 80 && moreHeading.MatchString(line):
			end, items := i+1, 0
			for end < len(kinds) && isListed(l.line(end)) {
				if l.line(end) != "" {
					items++
				}
				end++
			}
			if items > 0 {
				mark(kinds[i:end], outLinks)
				i = end - 1
			}
		case link.MatchString(line):
			end := i + 1
			for end < len(kinds) && link.MatchString(l.line(end)) {
				end++
			}
			if end-i >= 3 {
				mark(kinds[i:end], outLinks)
			}
			i = end - 1
		}
	}
}

// isListed reports whether a line can be one of a list of titles: short, and
// no sentence.
func isListed(line string) bool {
	if line == "" || link.MatchString(line) {
		return true
	}
	return utf8.RuneCountInString(line) <= 160 && !strings.ContainsAny(line[len(line)-1:], ".!?:;,")
}

func mark(kinds []string, kind string) {
	for i := range kinds {
		kinds[i] = kind
	}
}

// closing is a line that ends a letter or a message.
var closing = regexp.MustCompile(`(?i)^(?:--|(?:kind |best |warm )?regards|best wishes|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|respectfully(?: submitted)?|(?:un )?saludos?(?: cordial(?:es)?)?|(?:muy )?atentamente|cordialmente|sent from my .{2,30}|enviado desde mi .{2,30}|atenciosamente|cordialement|bien à vous)\W*$`)

// notice is a line that mail programs put under messages.
var notice = regexp.MustCompile(`(?i)^(?:confidentiality notice|disclaimer|aviso (?:legal|de confidencialidad)|this (?:e-?mail|message|communication)\b.{0,120}(?:confidential|intended|privileged)|este (?:mensaje|correo)\b.{0,120}(?:confidencial|destinatario))`)

const (
	signatureLines = 15 // lines that a signature may take
	signatureChars = 90 // length of one of them
)

// signature marks the notices of mail programs, and the end of a message from
// its closing on: it names offices and units, which are no facts. Where a
// sentence follows the closing it was none.
func (l *textLines) signature(kinds []string) {
	for i := range kinds {
		if line := l.line(i); line != "" && notice.MatchString(line[:min(len(line), 300)]) && (i == 0 || l.line(i-1) == "") {
			for ; i < len(kinds) && l.line(i) != ""; i++ {
				kinds[i] = outSignature
			}
		}
	}
	for i, seen := len(kinds)-1, 0; i > 0 && seen <= signatureLines; i-- {
		line := l.line(i)
		switch {
		case line == "" || kinds[i] != "":
			continue
		case closing.MatchString(line):
			mark(kinds[i:], outSignature)
			return
		case utf8.RuneCountInString(line) > signatureChars || isSentence(line):
			return
		}
		seen++
	}
}
