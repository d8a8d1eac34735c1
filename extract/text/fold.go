package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold appends the form of a word in which words are compared: lower case,
// without accents, hyphens of line ends, soft hyphens and the English possessive, with straight
// apostrophes. Folding maps word to word; offsets always belong to the original.
func Fold(dst []byte, word string) []byte {
	from := len(dst)
	for i := 0; i < len(word); {
		c := word[i]
		if c == '-' {
			if size := lineHyphen(word[i:]); size > 0 {
				i += size
				continue
			}
		}
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		dst = foldRune(dst, r, word[i:i+size])
		i += size
	}
	if n := len(dst); n-from > 2 && dst[n-1] == 's' && dst[n-2] == '\'' {
		dst = dst[:n-2]
	}
	return dst
}

// lineHyphen returns the bytes of the hyphen and the line break that s begins with,
// 0 for none.
func lineHyphen(s string) int {
	switch {
	case strings.HasPrefix(s, "-\n"):
		return len("-\n")
	case strings.HasPrefix(s, "-\r\n"):
		return len("-\r\n")
	}
	return 0
}

// foldRune appends one rune that is not ASCII, reduced to its base letters.
func foldRune(dst []byte, r rune, raw string) []byte {
	switch r {
	case '’', '‘', 'ʼ', '`', '´':
		return append(dst, '\'')
	case '\u00ad', '\u200b', '\u200d', '\ufeff':
		return dst
	case 'ß':
		return append(dst, "ss"...)
	case 'ø', 'Ø':
		return append(dst, 'o')
	case 'æ', 'Æ':
		return append(dst, "ae"...)
	case 'œ', 'Œ':
		return append(dst, "oe"...)
	case 'ı':
		return append(dst, 'i')
	}
	base := norm.NFKD.PropertiesString(raw).Decomposition()
	if base == nil {
		if unicode.Is(unicode.Mn, r) {
			return dst
		}
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for _, b := range string(base) {
		if !unicode.Is(unicode.Mn, b) {
			dst = utf8.AppendRune(dst, unicode.ToLower(b))
		}
	}
	return dst
}

// FoldPhrase folds every word of a phrase and puts single blanks between them.
func FoldPhrase(phrase string) string {
	words := strings.Fields(phrase)
	for i, w := range words {
		words[i] = string(Fold(nil, w))
	}
	return strings.Join(words, " ")
}
