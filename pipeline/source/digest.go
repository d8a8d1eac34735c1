package source

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// copyBuffer is what files are read in. Larger buffers measured no faster.
const copyBuffer = 256 << 10

// Digest reads a file once from end to end and says what it is: its hash, its
// size, its format and its encoding. The format is taken from the content
// before the name, so a workbook that is called .csv is read as a workbook.
// A file of a kind that cannot be read is an *Error that says what to do.
func Digest(path string) (Input, error) {
	in := Input{File: filepath.ToSlash(path)}
	info, err := os.Stat(path)
	if err != nil {
		return in, &Error{Location: Location{File: in.File}, Reason: "cannot be opened", Err: err}
	}
	if !info.Mode().IsRegular() {
		return in, refusal(in.File, "is not a regular file", "name the files to read")
	}
	tally, err := in.hash(path)
	if err != nil {
		return in, &Error{Location: Location{File: in.File}, Reason: "cannot be read", Err: err}
	}
	if in.Format, err = sniff(in.File, tally); err != nil {
		return in, err
	}
	if in.Format != formatXLSX {
		in.Encoding = tally.encoding()
	}
	return in, nil
}

// hash fills in hash and size, and counts the bytes that tell the encoding.
func (in *Input) hash(path string) (*byteTally, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sum, tally := sha256.New(), &byteTally{}
	// The wrapper hides ReadFrom, which would ignore the buffer.
	into := struct{ io.Writer }{io.MultiWriter(sum, tally)}
	in.Bytes, err = io.CopyBuffer(into, struct{ io.Reader }{f}, make([]byte, copyBuffer))
	in.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return tally, err
}

func refusal(file, reason, hint string) *Error {
	return &Error{Location: Location{File: file}, Reason: reason, Hint: hint}
}

// unreadable are kinds of file that are known by their first bytes and refused.
var unreadable = []struct{ magic, reason, hint string }{
	{"\xD0\xCF\x11\xE0", "is an encrypted workbook or one of the old .xls kind",
		"open it in a spreadsheet program, take the password off, and save it as .xlsx"},
	{"%PDF-", "is a PDF", "save its text as .txt"},
	{"\x1F\x8B", "is compressed with gzip", "unpack it first"},
	{"PAR1", "is a Parquet file", "export it as .csv"},
	{"SQLite format 3\x00", "is a database", "export the table as .csv"},
	{"{\\rtf", "is a rich-text document", "save it as plain text"},
}

// sniff returns the format of a file, by content, then by name.
func sniff(file string, tally *byteTally) (string, error) {
	head := tally.head
	for _, kind := range unreadable {
		if bytes.HasPrefix(head, []byte(kind.magic)) {
			return "", refusal(file, kind.reason, kind.hint)
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return sniffZIP(file)
	}
	if tally.binary() {
		return "", refusal(file, "is not text", "save it as .csv, .xlsx or .txt")
	}
	if isHTML(head) {
		return "", refusal(file, "is a web page, whatever its name says",
			"open it in a spreadsheet program or a browser and save it as .xlsx or .txt")
	}
	return textFormat(file, head), nil
}

// textFormat tells a table from a report, by name. A text that is named as a
// workbook is a table that was exported under the wrong name.
func textFormat(file string, head []byte) string {
	name, extension := formatByName(file), strings.ToLower(filepath.Ext(file))
	switch {
	case name == formatXLSX, slices.Contains(refused, extension):
		return formatCSV
	case extension == ".txt" && looksTabulated(head):
		return formatCSV
	case name == "":
		return formatText
	}
	return name
}

// sniffZIP tells a workbook from other documents that are ZIP archives too.
func sniffZIP(file string) (string, error) {
	archive, err := zip.OpenReader(filepath.FromSlash(file))
	if err != nil {
		return "", &Error{Location: Location{File: file}, Reason: "is a damaged workbook or archive",
			Hint: "fetch or save the file again", Err: err}
	}
	defer archive.Close()
	for _, part := range archive.File {
		switch {
		case strings.EqualFold(part.Name, "xl/workbook.xml"):
			return formatXLSX, nil
		case strings.EqualFold(part.Name, "xl/workbook.bin"):
			return "", refusal(file, "is a binary workbook (.xlsb)", "save it as .xlsx")
		case strings.HasPrefix(part.Name, "word/"):
			return "", refusal(file, "is a word processor document", "save it as .txt")
		case part.Name == "content.xml":
			return "", refusal(file, "is an OpenDocument file", "save it as .xlsx, .csv or .txt")
		}
	}
	return "", refusal(file, "is an archive", "unpack it and name the folder")
}

func isHTML(head []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte(utf8BOM))))
	for _, tag := range []string{"<!doctype html", "<html", "<table"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
	}
	return false
}

// looksTabulated reports whether a text file is a table in tab-separated
// columns: three lines or more, and the same tabs in every one of them.
func looksTabulated(head []byte) bool {
	lines := bytes.Split(head, []byte("\n"))
	lines = lines[:len(lines)-1] // the last one may be cut
	if len(lines) < 3 {
		return false
	}
	tabs := bytes.Count(lines[0], []byte("\t"))
	for _, line := range lines {
		if bytes.Count(line, []byte("\t")) != tabs {
			return false
		}
	}
	return tabs > 0
}
