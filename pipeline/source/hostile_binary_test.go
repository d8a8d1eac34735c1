package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// zipped packs files, given as name and content in turn.
func zipped(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		part, err := w.Create(files[i])
		if err == nil {
			_, err = part.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// makeBook makes a workbook of rows, changed by a function.
func makeBook(t testing.TB, rows [][]any, change func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, cells := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &cells); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rewritten changes one part of an archive.
func rewritten(t testing.TB, archive, name string, change func(string) string) string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(part); err != nil {
			t.Fatal(err)
		}
		content := b.String()
		if f.Name == name {
			content = change(content)
		}
		files = append(files, f.Name, content)
	}
	return zipped(t, files...)
}

// without takes one part out of an archive.
func without(t testing.TB, archive, name string) string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		if f.Name != name {
			err = errors.Join(err, w.Copy(f))
		}
	}
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// compound makes a compound file that holds one empty stream.
func compound(stream string) string {
	head := make([]byte, 512)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: 1, 56: 4096, 60: 0xFFFFFFFE, 68: 0xFFFFFFFE} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	for at := 76; at < 512; at += 4 {
		binary.LittleEndian.PutUint32(head[at:], 0xFFFFFFFF)
	}
	binary.LittleEndian.PutUint32(head[76:], 0)
	fat := bytes.Repeat([]byte{0xFF}, 512)
	binary.LittleEndian.PutUint32(fat, 0xFFFFFFFD)
	binary.LittleEndian.PutUint32(fat[4:], 0xFFFFFFFE)
	dir := make([]byte, 512)
	for i, name := range []string{"Root Entry", stream} {
		e := dir[i*128:]
		for j, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*j:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66], e[67] = []byte{5, 2}[i], 1
		for at := 68; at < 80; at += 4 {
			binary.LittleEndian.PutUint32(e[at:], 0xFFFFFFFF)
		}
		binary.LittleEndian.PutUint32(e[116:], 0xFFFFFFFE)
	}
	binary.LittleEndian.PutUint32(dir[76:], 1)
	return string(head) + string(fat) + string(dir)
}

// pdfOf makes a PDF with a page for every text; an empty text is a scan.
func pdfOf(pages ...string) string {
	var objects []string
	kids := ""
	for i, text := range pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
		content := "0 0 100 100 re f"
		if text != "" {
			content = "BT /F1 11 Tf 50 780 Td 14 TL "
			for line := range strings.SplitSeq(text, "\n") {
				content += "(" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(line) + ") Tj T* "
			}
			content += "ET"
		}
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	objects = append([]string{"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages)),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}, objects...)
	b, offsets := "%PDF-1.4\n", ""
	for i, o := range objects {
		offsets += fmt.Sprintf("%010d 00000 n \n", len(b))
		b += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return b + fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, offsets, len(objects)+1, len(b))
}

// docxOf makes a document of paragraphs, given as XML.
func docxOf(t testing.TB, body string, more ...string) string {
	t.Helper()
	const open = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>`
	return zipped(t, append([]string{"[Content_Types].xml", "<Types/>", "word/document.xml", open + body + "</w:body></w:document>"}, more...)...)
}

func paragraph(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

// binaryTraps are hostile workbooks, documents and archives.
func binaryTraps(t testing.TB) []trap {
	rows := [][]any{{"case id", "offence", "date", "narrative"}, {"A-1", "Smuggling", 43500, told(1)}, {"A-2", "Trafficking", 43501, told(2)}, {"A-3", "Smuggling", 43502, told(3)}}
	plain := makeBook(t, rows, nil)
	cells := func(row [][2]string) string {
		b := ""
		for _, cell := range row {
			b += "<w:tr><w:tc>" + paragraph(cell[0]) + "</w:tc><w:tc>" + paragraph(cell[1]) + "</w:tc></w:tr>"
		}
		return "<w:tbl>" + b + "</w:tbl>"
	}
	return append(documentTraps(t, plain, cells), []trap{
		{"merged.xlsx", "a label and an id that are merged over two rows, and a title over all columns", makeBook(t, append([][]any{{"Register of cases"}}, rows...), func(f *excelize.File) {
			f.MergeCell("Sheet1", "A1", "D1")
			f.MergeCell("Sheet1", "B3", "B4")
		})},
		{"hidden.xlsx", "a hidden row and a hidden sheet", makeBook(t, rows, func(f *excelize.File) {
			f.SetRowVisible("Sheet1", 3, false)
			f.NewSheet("Old")
			f.SetSheetRow("Old", "A1", &[]any{"case id", "offence", "narrative"})
			f.SetSheetRow("Old", "A2", &[]any{"B-1", "Smuggling", told(11)})
			f.SetSheetVisible("Old", false)
		})},
		{"hidden_column.xlsx", "a hidden column with values, and hidden ones without", makeBook(t, rows, func(f *excelize.File) {
			f.SetColVisible("Sheet1", "B", false)
			f.SetColVisible("Sheet1", "F:Z", false)
		})},
		{"dates1904.xlsx", "dates that count from 1904", makeBook(t, rows, func(f *excelize.File) {
			yes := true
			f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
		})},
		{"long_ids.xlsx", "ids of 14 and of 20 digits that are stored as numbers", rewritten(t, makeBook(t, [][]any{rows[0], {20190000001234.0, "Smuggling", 43500, told(1)}, {777, "Smuggling", 43501, told(2)}}, nil), "xl/worksheets/sheet1.xml",
			func(s string) string { return strings.Replace(s, "<v>777</v>", "<v>1.2345678901234567E+19</v>", 1) })},
		{"formulas.xlsx", "formulas without a stored value", makeBook(t, rows, func(f *excelize.File) { f.SetCellFormula("Sheet1", "E3", "=A1&A2") })},
		{"rich_text.xlsx", "a narrative in several fonts", makeBook(t, rows, func(f *excelize.File) {
			f.SetCellRichText("Sheet1", "D2", []excelize.RichTextRun{{Text: "The driver took four men over the "}, {Text: "river", Font: &excelize.Font{Bold: true}}, {Text: " by night and was paid."}})
		})},
		{"cut_off.xlsx", "a workbook that was not copied to its end", plain[:len(plain)*2/3]},
		{"broken_sheet.xlsx", "a sheet whose XML breaks off in the third row", rewritten(t, plain, "xl/worksheets/sheet1.xml", func(s string) string {
			at := strings.Index(s, `<row r="3"`)
			return s[:at] + `<row r="3"><c r="A3"><v>` + "\x00" + s[at:]
		})},
		{"cut_sheet.xlsx", "a sheet whose XML ends in the middle of a row, in an archive that is whole", rewritten(t, plain, "xl/worksheets/sheet1.xml", func(s string) string { return s[:strings.Index(s, `<c r="C4"`)] })},
		{"cut_after_row.xlsx", "a sheet whose XML ends behind a row", rewritten(t, plain, "xl/worksheets/sheet1.xml", func(s string) string { return s[:strings.Index(s, `<row r="4"`)] })},
		{"missing_sheet.xlsx", "a workbook that names two sheets and holds one", without(t, makeBook(t, rows, func(f *excelize.File) {
			f.NewSheet("Second")
			f.SetSheetRow("Second", "A1", &[]any{"case id", "offence", "narrative"})
		}), "xl/worksheets/sheet2.xml")},
		{"empty_values.xlsx", "formulas whose stored value is empty, as some libraries write them, and one that gives an empty text", rewritten(t, plain, "xl/worksheets/sheet1.xml", func(s string) string {
			s = strings.Replace(s, `</c></row><row r="3"`, `</c><c r="E2"><f>A1+1</f><v></v></c><c r="F2"><f>A1+1</f><v/></c></row><row r="3"`, 1)
			return strings.Replace(s, `</c></row><row r="4"`, `</c><c r="E3" t="str"><f>IF(A1="","",1)</f><v></v></c></row><row r="4"`, 1)
		})},
		{"bomb.xlsx", "a part that unpacks to a thousand times its size", rewritten(t, plain, "xl/styles.xml", func(string) string { return strings.Repeat(" ", 64<<20) })},
		{"many_rows.xlsx", "a row that claims to be the last one of the sheet", rewritten(t, plain, "xl/worksheets/sheet1.xml", func(s string) string {
			return strings.Replace(s, `<row r="4"`, `<row r="99999999999"`, 1)
		})},
		{"encrypted.xlsx", "a workbook with a password", compound("EncryptedPackage")},
		{"old.xls", "a workbook of the old kind", compound("Workbook")},
		{"old.doc", "a document of the old kind", compound("WordDocument")},
		{"outlook.msg", "a message of a kind that only one program reads", compound("__substg1.0_1000001F")},
		{"cut.xls", "the start of a compound file", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
		{"sheet.ods", "an OpenDocument sheet", zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>")},
		{"workbook_named.csv", "a workbook under the name of a CSV file", plain},
	}...)
}

func documentTraps(t testing.TB, plain string, cells func([][2]string) string) []trap {
	log := "case id,offence,narrative\nA-1,Smuggling,\"" + told(1) + "\"\n"
	return []trap{
		{"form.docx", "a form in a table, a footnote, a text box that is there twice", docxOf(t, cells([][2]string{{"Case No", "MP-19-4"}})+paragraph("The driver took four men over the river.")+
			"<w:p><mc:AlternateContent><mc:Choice>"+paragraph("Each paid 400 dollars.")+"</mc:Choice><mc:Fallback>"+paragraph("Each paid 400 dollars.")+"</mc:Fallback></mc:AlternateContent></w:p>",
			"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote>`+paragraph("By night.")+"</w:footnote></w:footnotes>",
			"word/header1.xml", `<w:hdr xmlns:w="w">`+paragraph("Anti-Trafficking Unit")+"</w:hdr>")},
		{"tracked.docx", "text that was deleted with changes tracked", docxOf(t, "<w:p><w:r><w:t>The driver took four men over the river</w:t></w:r><w:del><w:r><w:delText> and kept their passports</w:delText></w:r></w:del><w:ins><w:r><w:t> by night.</w:t></w:r></w:ins></w:p>")},
		{"cut_off.docx", "a document whose XML breaks off", docxOf(t, "<w:p><w:r><w:t>The driver")[:200]},
		{"broken.docx", "a document whose XML is none", zipped(t, "word/document.xml", "<w:document><w:p><w:t>The driver</w:p>&bad;")},
		{"deep.docx", "elements nested ten thousand deep", docxOf(t, strings.Repeat("<w:x>", 10_000))},
		{"bomb.docx", "a text that unpacks to a thousand times its size", docxOf(t, paragraph(strings.Repeat("a ", 32<<20)))},
		{"text.pdf", "a running title and page numbers in the middle of a sentence", pdfOf("Marren Police\nThe driver took four men to the bank of the\nPage 1 of 3", "Marren Police\nriver by night and was paid 400 dollars for each.\nHe kept the passport of one\nPage 2 of 3", "Marren Police\nwoman until she had paid.\nPage 3 of 3")},
		{"scan.pdf", "pages that are pictures", pdfOf("", "")},
		{"half_scan.pdf", "a page that is a picture between pages that are text", pdfOf("The driver took four men over the river by night.", "", "Each of them had paid him 400 dollars.")},
		{"cut_off.pdf", "the start of a PDF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"},
		{"mixed.zip", "case log, report, a file that is neither, and what an archiver left", zipped(t, "a/log.csv", log, "a/note.txt", "The driver took four men over the river by night.", "a/tool.exe", "MZ", "__MACOSX/a/._log.csv", "x", ".DS_Store", "x")},
		{"hidden.zip", "files whose names begin with a point", zipped(t, "a/.log.csv", log, ".note.txt", "The driver took four men over the river by night.", "note.txt", "Each of them had paid the driver 400 dollars.")},
		{"climbing.zip", "a name that climbs out of the archive", zipped(t, "../../../etc/note.txt", "The driver took four men over the river by night.", `..\..\log.csv`, log)},
		{"nested.zip", "archives within archives, deeper than the limit", zipped(t, "1.zip", zipped(t, "2.zip", zipped(t, "3.zip", zipped(t, "4.zip", zipped(t, "note.txt", "too deep")))), "note.txt", "The driver took four men over the river by night.")},
		{"bomb.zip", "a file that unpacks to a thousand times its size", zipped(t, "bomb.csv", strings.Repeat("a,b\n", 16<<20), "note.txt", "The driver took four men over the river by night.")},
		{"damaged_part.zip", "one damaged file among good ones", damaged(zipped(t, "log.csv", log, "note.txt", "The driver took four men over the river by night."))},
		{"workbook_in.zip", "a workbook in an archive", zipped(t, "cases.xlsx", plain)},
		{"no_files.zip", "an empty archive", zipped(t)},
		{"picture.txt", "a picture under the name of a text", "\x89PNG\r\n\x1a\n"},
	}
}

// damaged flips bytes of the first file of an archive.
func damaged(archive string) string {
	b := []byte(archive)
	for i := 60; i < 70; i++ {
		b[i] ^= 0x55
	}
	return string(b)
}
