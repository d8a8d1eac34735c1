package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
)

// Names of the encodings that are told apart without guessing.
const (
	utf8Plain   = "utf-8"
	utf8Stray   = "utf-8 with stray bytes" // of windows-1252, as pasted text leaves them
	utf16Little = "utf-16le"
	utf16Big    = "utf-16be"
	utf32Little = "utf-32le"
	utf32Big    = "utf-32be"
	windows1252 = "windows-1252"
)

const utf8BOM = "\xEF\xBB\xBF"

const (
	headBytes   = 8 << 10  // enough for magic numbers and for the pattern of UTF-16
	sampleBytes = 64 << 10 // enough for a guess at the encoding
)

// byteTally counts, while a file is hashed, what tells its encoding. Looking
// at all of it means that an accent in the last row cannot be a surprise.
type byteTally struct {
	head    []byte
	sample  []byte // first stretch that is not UTF-8
	carry   []byte // start of a rune that the last write broke off in
	wide    int64  // bytes that continue a rune of UTF-8
	invalid int64  // bytes that are no UTF-8
	twice   int64  // signs of text that was encoded twice
}

// Write counts the bytes of p.
func (t *byteTally) Write(p []byte) (int, error) {
	n := len(p)
	if missing := headBytes - len(t.head); missing > 0 {
		t.head = append(t.head, p[:min(missing, n)]...)
	}
	if len(t.carry) > 0 {
		p = append(t.carry, p...)
	}
	whole := len(p) - brokenRune(p)
	t.count(p[:whole])
	t.carry = bytes.Clone(p[whole:])
	return n, nil
}

func (t *byteTally) count(p []byte) {
	if utf8.Valid(p) {
		t.wide += int64(len(p) - utf8.RuneCount(p))
		if bytes.IndexByte(p, 0xC3) >= 0 {
			t.twice += twiceEncoded(p)
		}
		return
	}
	if t.sample == nil {
		at := max(0, firstInvalid(p)-sampleBytes/2)
		t.sample = bytes.Clone(p[at:min(len(p), at+sampleBytes)])
	}
	for len(p) > 0 {
		r, size := utf8.DecodeRune(p)
		if r == utf8.RuneError && size == 1 {
			t.invalid++
		}
		t.wide += int64(size - 1)
		p = p[size:]
	}
}

// brokenRune returns how many bytes at the end of p start a rune that goes on.
func brokenRune(p []byte) int {
	for n := 1; n <= min(utf8.UTFMax-1, len(p)); n++ {
		if tail := p[len(p)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

func firstInvalid(p []byte) int {
	at := 0
	for at < len(p) {
		r, size := utf8.DecodeRune(p[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// encoding names the encoding of what was counted, and says whether it is in doubt.
func (t *byteTally) encoding() (name string, doubtful bool) {
	switch wide := t.wideUnits(); {
	case wide != "":
		return wide, false
	case t.invalid == 0 && len(t.carry) == 0 && t.twice > 0:
		return utf8Twice, false
	case t.invalid == 0 && len(t.carry) == 0:
		return utf8Plain, false
	case t.wide >= t.invalid && t.wide > 0: // bytes that happen to be UTF-8 are rare in other encodings
		return utf8Stray, false
	}
	return legacyEncoding(t.sample)
}

// wideUnits recognises encodings whose units are more than a byte.
func (t *byteTally) wideUnits() string {
	if wide := t.utf32(); wide != "" {
		return wide
	}
	return t.utf16()
}

// utf32 recognises UTF-32 by its mark, the start of which is that of UTF-16, or
// by text of which every unit has two zero bytes on one side and one more beside
// them. It returns "" for anything else.
func (t *byteTally) utf32() string {
	switch {
	case bytes.HasPrefix(t.head, []byte("\xFF\xFE\x00\x00")):
		return utf32Little
	case bytes.HasPrefix(t.head, []byte("\x00\x00\xFE\xFF")):
		return utf32Big
	}
	var zeros [4]int
	for i, b := range t.head {
		if b == 0 {
			zeros[i%4]++
		}
	}
	units := len(t.head) / 4
	switch {
	case units < 4:
	case zeros[3] == units && zeros[2] == units && zeros[0]*10 < units:
		return utf32Little
	case zeros[0] >= units && zeros[1] >= units && zeros[3]*10 < units:
		return utf32Big
	}
	return ""
}

// utf16 recognises UTF-16 by its mark, or by text whose every second byte is
// zero. It returns "" for anything else.
func (t *byteTally) utf16() string {
	switch {
	case bytes.HasPrefix(t.head, []byte("\xFF\xFE")):
		return utf16Little
	case bytes.HasPrefix(t.head, []byte("\xFE\xFF")):
		return utf16Big
	}
	var zeros [2]int
	for i, b := range t.head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(t.head) / 2
	switch {
	case zeros[1] > half*6/10 && zeros[0] < half/10:
		return utf16Little
	case zeros[0] > half*6/10 && zeros[1] < half/10:
		return utf16Big
	}
	return ""
}

// binary reports whether the head holds zero bytes and is neither UTF-16 nor UTF-32. A few of
// them in much text are dirt that an export left.
func (t *byteTally) binary() bool {
	if bytes.IndexByte(t.head, 0) < 0 || t.wideUnits() != "" {
		return false
	}
	controls := 0
	for _, b := range t.head {
		if b < '\t' || b > '\r' && b < ' ' {
			controls++
		}
	}
	return controls*50 > len(t.head)
}

// legacyEncoding guesses an 8-bit or East Asian encoding. The statistics
// cannot tell the Western ones apart, see westernEncoding.
func legacyEncoding(sample []byte) (name string, doubtful bool) {
	best, err := chardet.NewTextDetector().DetectBest(sample)
	if err != nil || best.Confidence < 35 {
		return westernEncoding(sample)
	}
	switch name := strings.ToLower(best.Charset); name {
	case "shift_jis", "gb-18030", "gb18030", "big5", "euc-jp", "euc-kr", "koi8-r",
		"windows-1251", "windows-1256", "iso-8859-5", "iso-8859-6", "iso-8859-7":
		return strings.Replace(name, "gb-", "gb", 1), false
	}
	return westernEncoding(sample)
}
