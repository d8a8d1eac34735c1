package screen

import "slices"

// terms is a list of phrases to be looked for in running text. It is never
// changed after it was loaded.
type terms struct {
	phrases map[string][][]string // by first word
	stems   map[stem]bool         // of those first words
	longest int                   // bytes of the longest phrase, folded
}

func newTerms() *terms { return &terms{phrases: map[string][][]string{}, stems: map[stem]bool{}} }

func (l *terms) add(text string) {
	if words := labelWords(text); len(words) > 0 {
		l.phrases[words[0]] = append(l.phrases[words[0]], words)
		l.stems[stemOf(words[0])] = true
		l.longest = max(l.longest, len(text))
	}
}

// in reports whether a text holds one of the phrases. Nearly every word is ruled
// out by how it begins, since taking words apart properly is dear and this is
// done for each record.
func (l *terms) in(text string) bool {
	var word stem
	start, n, odd := 0, 0, false
	for i := range len(text) + 1 {
		c := byte(' ')
		if i < len(text) {
			c = text[i] | 0x20 // the lower case of a letter
		}
		switch {
		case c >= 'a' && c <= 'z' || i < len(text) && text[i] >= 0x80:
			if n == 0 {
				start = i
			}
			if n < stemLetters {
				word[n] = c
				odd = odd || c >= 0x80
			}
			n++
		case n > 0:
			if (odd || l.stems[word]) && l.at(text[start:]) {
				return true
			}
			word, n, odd = stem{}, 0, false
		}
	}
	return false
}

// spare is how much longer a phrase may be in a text, by accents and blanks.
const spare = 24

// at reports whether a text begins with one of the phrases.
func (l *terms) at(text string) bool {
	words := labelWords(text[:min(len(text), l.longest+spare)])
	if len(words) == 0 {
		return false
	}
	return slices.ContainsFunc(l.phrases[words[0]], func(p []string) bool {
		return len(p) <= len(words) && slices.Equal(p, words[:len(p)])
	})
}

// inWords reports whether the words of a cell hold one of the phrases.
func (l *terms) inWords(words []string) bool {
	for i := range words {
		for _, p := range l.phrases[words[i]] {
			if len(p) <= len(words)-i && slices.Equal(p, words[i:i+len(p)]) {
				return true
			}
		}
	}
	return false
}

// stemLetters is how many letters of a word tell it apart well enough.
const stemLetters = 4

// stem is how a word begins, in lower case.
type stem [stemLetters]byte

func stemOf(word string) stem {
	var s stem
	copy(s[:], word)
	return s
}
