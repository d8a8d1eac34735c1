package source

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// magic is how a kind of file that is refused begins.
type magic struct{ start, reason, hint string }

func unreadable() []magic {
	return []magic{
		{"\x1F\x8B", "is compressed with gzip", "unpack it first"},
		{"7z\xBC\xAF\x27\x1C", "is a 7z archive", "unpack it first"},
		{"Rar!\x1A\x07", "is a RAR archive", "unpack it first"},
		{"PAR1", "is a Parquet file", "export it as .csv"},
		{"SQLite format 3\x00", "is a database", "export the table as .csv"},
		{"{\\rtf", "is a rich-text document", "save it as .docx or plain text"},
		{"\xFF\xD8\xFF", "is a picture", "have its text recognised and saved as .txt or .pdf"},
		{"\x89PNG", "is a picture", "have its text recognised and saved as .txt or .pdf"},
		{"II*\x00", "is a picture", "have its text recognised and saved as .txt or .pdf"},
		{"MM\x00*", "is a picture", "have its text recognised and saved as .txt or .pdf"},
		{"GIF8", "is a picture", "have its text recognised and saved as .txt or .pdf"},
	}
}

// sniff returns the format of a file, by content, then by name.
func sniff(in *Input, tally *byteTally) (string, error) {
	head := tally.head
	for _, kind := range unreadable() {
		if bytes.HasPrefix(head, []byte(kind.start)) {
			return "", refusal(in.File, kind.reason, kind.hint)
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte(compoundMagic)):
		return "", sniffCompound(in)
	case isZIP(head):
		return sniffZIP(in)
	case isPDF(head):
		return formatPDF, nil
	case tally.binary():
		return "", refusal(in.File, "is not text", "save it as .csv, .xlsx or .txt")
	}
	encoding, _ := tally.encoding()
	plain := plainHead(head, encoding)
	if reason, hint := refusedText(plain); reason != "" {
		return "", refusal(in.File, reason, hint)
	}
	return textFormat(in.File, plain), nil
}

// refusedText says of a text that is meant for programs why it is not read, and
// what to do about it.
func refusedText(head []byte) (reason, hint string) {
	start := bytes.TrimSpace(head)
	switch {
	case isHTML(head):
		return "", ""
	case bytes.HasPrefix(start, []byte("<Workbook")), bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("office:spreadsheet")):
		return "is a workbook of the XML kind of 2003", "open it in a spreadsheet program and save it as .xlsx"
	case bytes.HasPrefix(start, []byte("<?xml")):
		return "is an XML file", "export its records as .csv"
	case bytes.HasPrefix(bytes.ToLower(start), []byte("mime-version:")) && bytes.Contains(start, []byte("multipart/related")):
		return "is a web archive", "open it in the program that made it and save it as .xlsx, .docx or .html"
	}
	return "", ""
}

// plainHead returns the start of a text as UTF-8, without the bytes at its end
// that break off.
func plainHead(head []byte, encoding string) []byte {
	text, err := decoded(bytes.NewReader(head), encoding)
	if err != nil {
		return withoutBOM(head)
	}
	plain, _ := io.ReadAll(text) // as far as it goes: the head may end in the middle of a unit
	return plain
}

func sniffCompound(in *Input) error {
	f, err := os.Open(in.Path())
	if err != nil {
		return &Error{Location: Location{File: in.File}, Reason: "cannot be opened", Err: err}
	}
	defer f.Close()
	return compoundRefusal(in.File, f)
}

func isZIP(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// isPDF allows for the bytes that some mail programs leave in front.
func isPDF(head []byte) bool { return bytes.Contains(head[:min(1024, len(head))], []byte("%PDF-")) }

func withoutBOM(head []byte) []byte { return bytes.TrimPrefix(head, []byte(utf8BOM)) }

// textFormat tells the formats that are text apart. A text that is named as a
// workbook is a table that was exported under the wrong name.
func textFormat(file string, head []byte) string {
	name, extension := formatByName(file), strings.ToLower(filepath.Ext(file))
	switch {
	case isHTML(head):
		return formatHTML
	case isJSON(head):
		return formatJSONL
	case isMessage(head) && name != formatCSV:
		return formatEML
	case isMailbox(head):
		return formatMbox
	case name == formatXLSX, slices.Contains(refusedTables(), extension):
		return formatCSV
	case extension == ".txt" && looksTabulated(head):
		return formatCSV
	case !isMarkdown(file) && name != formatCSV && isTable(head):
		return formatCSV
	case name == "" && looksSeparated(head):
		return formatCSV
	case name == formatMbox, name == formatPDF, name == formatDOCX, name == formatZIP, name == "":
		return formatText
	}
	return name
}

func isHTML(head []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(head[:min(len(head), 2048)]))
	for bytes.HasPrefix(start, []byte("<!--")) || bytes.HasPrefix(start, []byte("<?xml")) {
		_, rest, found := bytes.Cut(start, []byte(">"))
		if !found {
			return false
		}
		start = bytes.TrimSpace(rest)
	}
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<head", "<body", "<meta"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
	}
	return false
}

// isJSON recognises objects, one on a line or in an array. The start may be cut
// in the middle of one.
func isJSON(head []byte) bool {
	start := bytes.TrimSpace(head)
	if rest, array := bytes.CutPrefix(start, []byte("[")); array {
		start = bytes.TrimSpace(rest)
	}
	if !bytes.HasPrefix(start, []byte("{")) {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(start))
	for range 3 { // the brace, a key and its value or the start of it
		if _, err := d.Token(); err != nil {
			return false
		}
	}
	return true
}

// isMessage recognises the header of an e-mail: fields that only mail programs
// write, in a block of fields at the very top.
func isMessage(head []byte) bool {
	sender, mail := false, false
	for line := range bytes.SplitSeq(head, []byte("\n")) {
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		key, _, found := bytes.Cut(line, []byte(":"))
		if !found || bytes.ContainsAny(key, " \t") {
			return false
		}
		switch strings.ToLower(string(key)) {
		case "from":
			sender = true
		case "mime-version", "message-id", "received", "return-path", "content-transfer-encoding":
			mail = true
		}
	}
	return sender && mail
}

// sniffZIP tells the documents that are ZIP archives from one another.
func sniffZIP(in *Input) (string, error) {
	archive, err := zip.OpenReader(in.Path())
	if err != nil {
		return "", &Error{Location: Location{File: in.File}, Reason: "is a damaged workbook, document or archive",
			Hint: "fetch or save the file again", Err: err}
	}
	defer archive.Close()
	for _, part := range archive.File {
		switch name := strings.ToLower(part.Name); {
		case name == "xl/workbook.xml":
			return formatXLSX, nil
		case name == "xl/workbook.bin":
			return "", refusal(in.File, "is a binary workbook (.xlsb)", "save it as .xlsx")
		case name == "word/document.xml":
			return formatDOCX, nil
		case name == "ppt/presentation.xml":
			return "", refusal(in.File, "is a presentation", "save it as .pdf")
		case name == "content.xml":
			return "", refusal(in.File, "is an OpenDocument file", "save it as .xlsx, .csv, .docx or .txt")
		}
	}
	return formatZIP, nil
}
