package source

import (
	"bufio"
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Western encodings of a byte a letter can't be told apart by statistics, and
// windows-1252 reads what any of them wrote: "Ten¡a 15 a¤os". That costs the age
// without a word, so they are told apart by where their letters would stand.

// The encodings that DOS and the Mac wrote.
const (
	codePage850 = "cp850"
	macRoman    = "macintosh"
	utf8Twice   = "utf-8 encoded twice" // read as windows-1252 once and written as UTF-8 again
)

// westernEncoding returns the encoding in which the high bytes of a sample stand
// where such letters and signs do: windows-1252, unless another one fits clearly
// better. Doubtful says that windows-1252 does not fit either.
func westernEncoding(sample []byte) (name string, doubtful bool) {
	misfits := func(decode func(byte) rune) (n int) {
		before, at := rune(' '), rune(' ')
		for _, b := range sample {
			after := decode(b)
			if at >= utf8.RuneSelf && !stands(before, at, after) {
				n++
			}
			before, at = at, after
		}
		return n
	}
	odd := misfits(westernRune)
	if odd == 0 {
		return windows1252, false
	}
	name, least := windows1252, (odd+3)/4
	if n := misfits(charmap.CodePage850.DecodeByte); n < least {
		name, least = codePage850, n
	}
	if n := misfits(charmap.Macintosh.DecodeByte); n < least {
		name = macRoman
	}
	return name, name == windows1252 && odd >= doubtfulFrom
}

// doubtfulFrom is how many signs must stand where none does before a file is
// noted: a few are slips.
const doubtfulFrom = 3

// lettersWest are the letters that English, Spanish, French and Portuguese are
// written with, and those of names from nearby.
const lettersWest = "áàâãäåæçéèêëíìîïñóòôõöøúùûüÿœß"

// stands reports whether a letter or sign beyond ASCII stands where such do.
func stands(before, r, after rune) bool {
	inWord := unicode.IsLetter(before) && unicode.IsLetter(after)
	switch {
	case r == 'ñ' || r == 'Ñ': // between vowels, which no dash is
		return isVowel(after) && (isVowel(before) || !unicode.IsLetter(before))
	case r == 'ª' || r == 'º':
		return !inWord
	case unicode.IsLower(r):
		return strings.ContainsRune(lettersWest, r) && !unicode.IsUpper(after)
	case unicode.IsLetter(r):
		return strings.ContainsRune(lettersWest, unicode.ToLower(r)) && !unicode.IsLower(before)
	case strings.ContainsRune("\u00A0’‘—…€", r):
		return true
	case r == '–':
		return !isVowel(before) || !isVowel(after)
	case strings.ContainsRune("¡¿", r):
		return !unicode.IsLetter(before)
	case strings.ContainsRune("«»“”„°§±£©®™·•†", r):
		return !inWord
	}
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouáéíóúü", unicode.ToLower(r))
}

// twiceEncoded counts what only text that was encoded twice holds: Ã or Â before
// another sign of more than a byte, and what becomes of a curly quote.
func twiceEncoded(p []byte) (n int64) {
	for i := 0; i+3 < len(p); i++ {
		switch {
		case p[i] != 0xC3:
		case p[i+2] < utf8.RuneSelf:
		case p[i+1] == 0x83, p[i+1] == 0x82, p[i+1] == 0xA2 && p[i+2] == 0xE2 && p[i+3] == 0x82:
			n++
		}
	}
	return n
}

// onceDecoder takes the second encoding off text that was encoded twice. What was
// encoded once stays as it is.
type onceDecoder struct {
	in  *bufio.Reader
	run []rune // beyond ASCII, not written yet
	out bytes.Buffer
}

// Read fills p with decoded text.
func (d *onceDecoder) Read(p []byte) (int, error) {
	for d.out.Len() < len(p) {
		r, size, err := d.in.ReadRune()
		if err != nil {
			d.flush()
			if d.out.Len() > 0 {
				break
			}
			return 0, err
		}
		if r >= utf8.RuneSelf && size > 1 {
			d.run = append(d.run, r)
			continue
		}
		d.flush()
		d.out.WriteRune(r)
	}
	return d.out.Read(p)
}

// flush writes the run: where the bytes that its runes stand for make a letter,
// that letter.
func (d *onceDecoder) flush() {
	for i := 0; i < len(d.run); {
		var letter []byte
		for _, r := range d.run[i:min(i+utf8.UTFMax, len(d.run))] {
			b, ok := charmap.Windows1252.EncodeRune(r)
			if !ok && r > 0x9F {
				break
			} else if !ok {
				b = byte(r) // one that windows-1252 leaves undefined
			}
			if letter = append(letter, b); utf8.FullRune(letter) {
				break
			}
		}
		if r, size := utf8.DecodeRune(letter); size > 1 && r != utf8.RuneError {
			d.out.WriteRune(r)
			i += size
			continue
		}
		d.out.WriteRune(d.run[i])
		i++
	}
	d.run = d.run[:0]
}

// doubts are what a reader of the records should know of how their letters were read.
func (in *Input) doubts() []string {
	switch {
	case in.Encoding == utf8Twice:
		return []string{"letters were encoded twice, and read as they were meant"}
	case in.Encoding == codePage850 || in.Encoding == macRoman:
		return []string{"the file was read as " + in.Encoding + ", by where its letters stand"}
	case in.doubtful:
		return []string{"signs stand within words of the file: it may be in another encoding than " + in.Encoding}
	}
	return nil
}
