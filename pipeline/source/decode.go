package source

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// decoded returns a reader of UTF-8 without a byte order mark. In a file with
// stray bytes those are left as they are, see repair.
func decoded(r io.Reader, name string) (io.Reader, error) {
	switch name {
	case utf8Plain, utf8Stray:
		b := bufio.NewReaderSize(r, copyBuffer)
		if mark, _ := b.Peek(len(utf8BOM)); string(mark) == utf8BOM {
			_, err := b.Discard(len(utf8BOM))
			return b, err
		}
		return b, nil
	case utf8Twice:
		once, err := decoded(r, utf8Plain)
		return &onceDecoder{in: bufio.NewReader(once)}, err
	case codePage850:
		return charmap.CodePage850.NewDecoder().Reader(r), nil
	case macRoman:
		return charmap.Macintosh.NewDecoder().Reader(r), nil
	case utf16Little:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r), nil
	case utf16Big:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(r), nil
	case utf32Little:
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Reader(r), nil
	case utf32Big:
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM).NewDecoder().Reader(r), nil
	}
	if name == windows1252 {
		return transform.NewReader(r, western{}), nil
	}
	table, err := htmlindex.Get(name)
	if err != nil {
		return nil, err
	}
	return table.NewDecoder().Reader(r), nil
}

// western decodes windows-1252. The five bytes that it leaves undefined are
// kept as the control characters of Latin-1, which old exports hold, instead
// of being replaced.
type western struct{ transform.NopResetter }

// Transform decodes src into dst.
func (western) Transform(dst, src []byte, _ bool) (written, read int, err error) {
	for _, b := range src {
		if written+utf8.UTFMax > len(dst) {
			return written, read, transform.ErrShortDst
		}
		written += utf8.EncodeRune(dst[written:], westernRune(b))
		read++
	}
	return written, read, nil
}

func westernRune(b byte) rune {
	if r := charmap.Windows1252.DecodeByte(b); r != utf8.RuneError {
		return r
	}
	return rune(b)
}

// repair reads the bytes of s that are not UTF-8 as windows-1252, and says
// whether there were any.
func repair(s string) (string, bool) {
	if utf8.ValidString(s) {
		return s, false
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			r = westernRune(s[i])
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), true
}
