package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

func encoded(t *testing.T, table *charmap.Charmap, text string) string {
	t.Helper()
	out, err := table.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// utf16Bytes encodes text, low byte first unless big is set.
func utf16Bytes(text string, big bool) string {
	var b bytes.Buffer
	for _, unit := range utf16.Encode([]rune(text)) {
		low, high := byte(unit), byte(unit>>8)
		if big {
			low, high = high, low
		}
		b.Write([]byte{low, high})
	}
	return b.String()
}

func utf32Bytes(text string, big bool) string {
	var b []byte
	for _, r := range text {
		if big {
			b = binary.BigEndian.AppendUint32(b, uint32(r))
		} else {
			b = binary.LittleEndian.AppendUint32(b, uint32(r))
		}
	}
	return string(b)
}

// zipOf returns an archive with empty files of these names.
func zipOf(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDigestTellsFormatAndEncoding(t *testing.T) {
	csv := "id;narración\n1;Él pagó al señor de la casa\n"
	tests := []struct {
		name, file, content string
		format, encoding    string
	}{
		{"utf-8", "a.csv", csv, "csv", "utf-8"},
		{"utf-8 with mark", "a.csv", utf8BOM + csv, "csv", "utf-8"},
		{"utf-16 with mark", "a.csv", utf16Bytes("\uFEFF"+csv, false), "csv", "utf-16le"},
		{"utf-16 big with mark", "a.csv", utf16Bytes("\uFEFF"+csv, true), "csv", "utf-16be"},
		{"utf-16 without mark", "a.csv", utf16Bytes(csv, false), "csv", "utf-16le"},
		{"utf-16 big without mark", "a.csv", utf16Bytes(csv, true), "csv", "utf-16be"},
		{"latin-1", "a.csv", "id;narraci\xF3n\n1;\xC9l pag\xF3 al se\xF1or de la casa\n", "csv", "windows-1252"},
		{"stray byte", "a.csv", strings.Repeat("Él pagó ", 50) + "\x93", "csv", "utf-8 with stray bytes"},
		{"late accent", "a.csv", strings.Repeat("a,b\n", 100_000) + "\xE9t\xE9,x\n", "csv", "windows-1252"},
		{"cyrillic", "a.txt", encoded(t, charmap.Windows1251, strings.Repeat("Он взял деньги и паспорт у женщины, которая приехала работать. ", 9)), "text", "windows-1251"},
		{"ascii", "a.md", "plain", "text", "utf-8"},
		{"no extension", "NOTES", "plain", "text", "utf-8"},
		{"workbook called csv", "a.csv", zipOf(t, "xl/workbook.xml"), "xlsx", ""},
		{"text called xlsx", "a.xlsx", "id,narrative\n", "csv", "utf-8"},
		{"text called xls", "a.XLS", "id\tnarrative\n", "csv", "utf-8"},
		{"table called txt", "a.txt", "id\tnarrative\n1\tx\n2\ty\n", "csv", "utf-8"},
		{"empty", "a.csv", "", "csv", "utf-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, err := Digest(write(t, tt.file, tt.content))
			if err != nil {
				t.Fatal(err)
			}
			if in.Format != tt.format || in.Encoding != tt.encoding || in.Bytes != int64(len(tt.content)) || len(in.SHA256) != 64 {
				t.Errorf("Digest = %+v, want %s in %s", in, tt.format, tt.encoding)
			}
		})
	}
}

func TestDigestRefusesWithAHint(t *testing.T) {
	tests := []struct{ name, file, content, want string }{
		{"old or encrypted workbook", "a.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "encrypted"},
		{"gzip", "a.csv", "\x1F\x8B\x08", "gzip"},
		{"binary", "a.txt", "\x00\x01\x02\xFF\x00", "not text"},
		{"open document", "a.ods", zipOf(t, "content.xml"), "OpenDocument"},
		{"binary workbook", "a.xlsb", zipOf(t, "xl/workbook.bin"), ".xlsb"},
		{"cut archive", "a.xlsx", "PK\x03\x04 and nothing", "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Digest(write(t, tt.file, tt.content))
			var fault *Error
			if !errors.As(err, &fault) || !strings.Contains(fault.Reason, tt.want) || fault.Hint == "" {
				t.Errorf("Digest = %v, want %q and a hint", err, tt.want)
			}
		})
	}
	if _, err := Digest(t.TempDir()); err == nil {
		t.Error("a folder was digested")
	}
}

func TestTallyFindsRunesThatWritesBreak(t *testing.T) {
	text := []byte("año 日本 😀")
	for cut := range text {
		var tally byteTally
		for _, part := range [][]byte{text[:cut], text[cut:]} {
			if _, err := tally.Write(part); err != nil {
				t.Fatal(err)
			}
		}
		if tally.invalid != 0 || tally.wide != 1+2+2+3 || len(tally.carry) != 0 {
			t.Errorf("cut at %d: invalid %d, wide %d, carry %x", cut, tally.invalid, tally.wide, tally.carry)
		}
	}
}
