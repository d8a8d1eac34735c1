package source

import (
	"fmt"
	"strings"
)

// trap is one hostile file: what it is called, what lies in wait in it, and
// its bytes.
type trap struct{ file, what, content string }

// told is a narrative that no other row has.
func told(n int) string {
	return fmt.Sprintf("On day %d the driver took %d men over the river by night and was paid %d dollars for each of them.", n, n+2, 100*n)
}

// tableTraps are hostile case logs that are text.
func tableTraps() []trap {
	log := "case id,offence,date,narrative\nA-1,Smuggling,2019-01-02,\"" + told(1) + "\"\nA-2,Trafficking,2019-01-03,\"" + told(2) + "\"\n"
	spanish := "expediente;delito;fecha;hechos\nE-1;Tráfico de migrantes;2019-01-02;El guía cobró 2.000 dólares por cruzar de noche a la señora y a su niña.\n" +
		"E-2;Trata de personas;2019-01-03;Le retuvieron el pasaporte y le exigían saldar una deuda con su trabajo en la cocina.\n"
	latin := func(s string) string {
		return strings.NewReplacer("á", "\xE1", "ó", "\xF3", "í", "\xED", "ñ", "\xF1").Replace(s)
	}
	return []trap{
		{"bom.csv", "byte order mark of UTF-8, which must not become part of the first header", utf8BOM + log},
		{"utf16le.csv", "UTF-16, low byte first, with its mark", utf16Bytes("\uFEFF"+log, false)},
		{"utf16be_unmarked.csv", "UTF-16, high byte first, without a mark", utf16Bytes(log, true)},
		{"cp1252.csv", "windows-1252 with curly quotes and accents", strings.Replace(latin(spanish), "pasaporte", "\x93pasaporte\x94", 1)},
		{"c1_controls.csv", "UTF-8 with control characters that an earlier wrong conversion left", strings.Replace(spanish, "pasaporte", "\u0093pasaporte\u0094", 1)},
		{"stray_bytes.csv", "UTF-8 with two bytes of windows-1252 pasted in", strings.Replace(spanish, "pasaporte", "\x93pasaporte\x94", 1)},
		{"nul_bytes.csv", "zero bytes in the middle of a text file", strings.Replace(log, "driver", "dri\x00ver", 1)},
		{"cr_only.csv", "lines that end in CR alone", strings.ReplaceAll(log, "\n", "\r")},
		{"mixed_ends.csv", "LF, CRLF, blank lines, and line breaks in a cell", strings.Replace(strings.Replace(log, "\nA-2", "\r\n\r\n\nA-2", 1), "over the river", "over\r\nthe\nriver", 1)},
		{"quoted_newlines.csv", "a cell of many lines, one of which looks like a row", strings.Replace(log, "over the river", "over the river\nA-9,Smuggling,2019-01-09,not a row\n", 1)},
		{"ragged.csv", "a row with cells too many, and one with cells too few", log + "A-3,Smuggling,2019-01-04," + told(3) + ",extra,cells\nA-4,Smuggling\nA-5,Smuggling,2019-01-05,\"" + told(5) + "\"\n"},
		{"bare_quotes.csv", "a quote in a cell that is not quoted", log + "A-3,Smuggling,2019-01-04,a \"boat\" sank 5\" deep\nA-4,Smuggling,2019-01-05,\"" + told(4) + "\"\n"},
		{"unclosed_quote.csv", "a quote that is never closed, with good rows behind it", log + "A-3,Smuggling,2019-01-04,\"the boat sank\nA-4,Smuggling,2019-01-05,\"" + told(4) + "\"\nA-5,Smuggling,2019-01-06,\"" + told(5) + "\"\n"},
		{"doubled_headers.csv", "the same header twice, and headers that are missing", "case id,offence,offence,,narrative\nA-1,Smuggling,Trafficking,x,\"" + told(1) + "\"\n"},
		{"title_rows.csv", "a title and notes above the header", "Register of cases of the district,,,\nPrinted in March,,,\n,,,\n" + log},
		{"two_row_header.csv", "groups over names", "Case,,Facts,,\nnumber,date,offence,place,narrative\nA-1,2019-01-02,Smuggling,Port,\"" + told(1) + "\"\nA-2,2019-01-03,Smuggling,Port,\"" + told(2) + "\"\n"},
		{"four_row_header.csv", "groups over groups over names", "Register,,,Account,,\nCase,Period,,Text,,Office\nnumber,first,second,,place,\n,opened,closed,narrative,town,unit\n" +
			"A-1,2019-01-02,2019-02-02,\"" + told(1) + "\",Orle,North\nA-2,2019-01-03,2019-02-03,\"" + told(2) + "\",Orle,North\n"},
		{"types_row.csv", "a row of column types under the header", strings.Replace(log, "narrative\n", "narrative\ntext,picklist,date,text\n", 1)},
		{"hashtag_row.csv", "a row of humanitarian hashtags (HXL) under the header", strings.Replace(log, "narrative\n", "narrative\n#meta+id,#crisis+type,#date,#description\n", 1)},
		{"stacked.csv", "three tables of one shape below one another, each with title, header and total", "Males,,,\n" + log + "Total,2,,\n,,,\nFemales,,,\n" + strings.ReplaceAll(log, "A-", "B-") + "Total,2,,\n\nUnknown,,,\n" + strings.ReplaceAll(log, "A-", "C-")},
		{"stacked_other_header.csv", "a second table with other columns below the first", log + "\n\nfile no,unit,facts of the case\n7001,North,\"" + told(7) + "\"\n7002,South,\"" + told(8) + "\"\n"},
		{"stacked_dated.csv", "a table with dates, and below it a title with a year and a table without", log + ",,,\nTable 2: files of 2020,,,\nfile no,unit,facts of the case,\n7001,North,\"" + told(7) + "\",\n7002,South,\"" + told(8) + "\",\n7003,South,\"" + told(9) + "\",\n"},
		{"stacked_titles.csv", "two lines of title without a blank one, over a table with one known name", log + "Annex B: other files 2018-2020,,,\nas of May 2020,,,\nFile,Town,Facts,\nX-1,Orle,\"" + told(7) + "\",\nX-2,Orle,\"" + told(8) + "\",\n"},
		{"three_row_header.csv", "a third row of the header that fills two places only", "Case data,,,,Narrative\nID,Offence,Date,,\n,,Opened,Closed,\nA-1,Smuggling,2019-01-02,2019-02-02,\"" + told(1) + "\"\nA-2,Smuggling,2019-01-03,2019-02-03,\"" + told(2) + "\"\n"},
		{"units_row.csv", "a third row of the header that says how to fill it in", "Expediente,Datos del hecho,,Hechos\n,Fecha,Delito,\n,(d/m/a),,(texto)\nE-1,25/01/2019,Trata,\"" + told(1) + "\"\nE-2,26/01/2019,Trata,\"" + told(2) + "\"\n"},
		{"two_types_row.csv", "two columns, and a row of their types", "case_id,narrative\nstring,int\nA-1,\"" + told(1) + "\"\nA-2,\"" + told(2) + "\"\n"},
		{"typed_lengths_row.csv", "types with their lengths", "case_id,date,narrative\nVARCHAR(20),datetime64[ns],NVARCHAR(4000)\nA-1,2019-01-02,\"" + told(1) + "\"\nA-2,2019-01-03,\"" + told(2) + "\"\n"},
		{"described_row.csv", "a row that says what stands in every column, and one that says what must be filled in", "case_id,offence,date,narrative\nUnique number,As recorded by the police,When the case was opened: the day on which it was entered and not that of the event,Free text\nrequired,required,optional,optional\nA-1,Smuggling,2019-01-02,\"" + told(1) + "\"\nA-2,Smuggling,2019-01-03,\"" + told(2) + "\"\n"},
		{"survey_ids_row.csv", "the questions and their ids under the header, as survey tools write them", "StartDate,ResponseId,QID1,QID2\nStart Date,Response ID,What was the offence?,Tell us what happened\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_TEXT\"\"}\"\n2019-01-02 10:00:00,R_1aB,Smuggling,\"" + told(1) + "\"\n2019-01-03 10:00:00,R_2aB,Smuggling,\"" + told(2) + "\"\n2019-01-04 10:00:00,R_3aB,Smuggling,\"" + told(3) + "\"\n"},
		{"first_unknown.csv", "a first case of which nearly nothing is known, which is no description of the columns", "case id,offence,date,narrative\nunknown,Smuggling,unknown,The driver took them over the river.\nA-2,Trafficking,2019-01-03,\"" + told(2) + "\"\nA-3,Smuggling,2019-01-04,\"" + told(3) + "\"\n"},
		{"repeated_header.csv", "the header again after every page", log + "case id,offence,date,narrative\nA-3,Smuggling,2019-01-04,\"" + told(3) + "\"\n"},
		{"totals.csv", "rows of totals and notes under the table", log + "Total,2,,\nGrand Totals: ,2,4,\nNote: figures may change,,,\nSource: the district office,,,\n"},
		{"row_numbers.csv", "a first column that counts the rows, as data tools write it", ",Unnamed: 0,Unnamed: 1,Unnamed: 2\n0,case id,offence,narrative\n1,A-1,Smuggling,\"" + told(1) + "\"\n2,A-2,Smuggling,\"" + told(2) + "\"\n3,,Total,\n4,A-4,Smuggling,\"" + told(4) + "\"\n"},
		{"html_cells.csv", "tags and entities in cells", strings.Replace(log, told(1), "<p>The driver&rsquo;s brother&nbsp;took <b>four</b> men over the river.</p><p>Each paid 400 dollars.</p>", 1)},
		{"separator_line.csv", "a first line that names the separator", "sep=;\n" + spanish},
		{"tabs.txt", "a table in a file that is named as a text", strings.ReplaceAll(log, ",", "\t")},
		{"commas.txt", "a table with commas in a file that is named as a text", log},
		{"semicolons.txt", "a table with a title and semicolons in a file that is named as a text", "Registro de casos\n\n" + spanish},
		{"utf16.txt", "a table in UTF-16 in a file that is named as a text", utf16Bytes("\uFEFF"+log, false)},
		{"commas_told.txt", "a report with commas in every line, which is no table", "Case summary, unit north, 2019\nThe driver, a man of 40, took four men over the river.\nEach had paid 400 dollars, he said, in Orle.\n"},
		{"utf32le.csv", "UTF-32, low byte first, whose mark begins as that of UTF-16", utf32Bytes("\uFEFF"+log, false)},
		{"utf32be_unmarked.csv", "UTF-32, high byte first, without a mark", utf32Bytes(log, true)},
		{"dates_impossible.csv", "days that no month has, and years that no case has", strings.NewReplacer("2019-01-02", "2019-02-31", "2019-01-03", "3020-01-03").Replace(log) + "A-3,Smuggling,31/02/2019,\"" + told(3) + "\"\nA-4,Smuggling,2019-01-04,\"" + told(4) + "\"\n"},
		{"dates_said.csv", "dates whose order the header alone tells", strings.NewReplacer("date,", "date (dd/mm/yyyy),", "2019-01-02", "03/04/2019", "2019-01-03", "05/06/2019").Replace(log)},
		{"month_headings.csv", "months and years over their cases, and a subtotal", "Case,Offence,Day,Summary\nJANUARY 2021,,,\nA-1,Smuggling,2,\"" + told(1) + "\"\nFEBRUARY 2021,,,\nA-2,Smuggling,3,\"" + told(2) + "\"\nSubtotal,2,,\n"},
		{"report_footer.csv", "lines that a report server writes under a table, some with dates", "\"Case Number\",\"Case Type\",\"Opened Date\",\"Description\"\n\"00001001\",\"Trafficking\",\"25/2/2021\",\"" + told(1) + "\"\n\"00001002\",\"Trafficking\",\"26/2/2021\",\"" + told(2) + "\"\n\n\"Cases by type\"\n\"Copyright (c) 2000-2022 example.org, inc. All rights reserved, as it always says.\"\n\"Generated By:  A Lobo  1/3/2022 10:11 AM\"\n\"Example Ministry\"\n"},
		{"footnotes.csv", "footnotes with numbers, and their marks in the header", "Table 3. Cases by file (a),,,\n\nCase number (1),Offence (2),Date,Summary of the case (3)\nA-1,Smuggling,2019-01-02,\"" + told(1) + "\"\nA-2,Smuggling,2019-01-03,\"" + told(2) + "\"\n,,,\n(1) Number of the register.,,,\n(2) As recorded; see annex 2.,,,\n(3) Short.,,,\nLast updated 3 May 2022,,,\n"},
		{"numbered_years.csv", "case numbers that look like a month and a year", "Dossier n°;Infraction;Date;Faits\n1/2021;Traite;13.11.2021;\"" + told(1) + "\"\n2/2021;Traite;14.11.2021;\"" + told(2) + "\"\n3/2021;Traite;15.11.2021;\"" + told(3) + "\"\n"},
		{"two_ids.csv", "a number that a program counted beside the number of the case", "_id,start,case_info/case_number,case_info/offence,group/narrative\n1001,2021-03-01T10:00:00.000+01:00,K-1,Smuggling,\"" + told(1) + "\"\n1002,2021-03-02T10:00:00.000+01:00,K-2,Smuggling,\"" + told(2) + "\"\n"},
		{"case_per_column.csv", "a table on its side: every case is a column", "Case no,A-1,A-2,A-3\nOffence,Smuggling,Smuggling,Trafficking\nDate,2019-01-02,2019-01-03,2019-01-04\nNarrative,\"" + told(1) + "\",\"" + told(2) + "\",\"" + told(3) + "\"\n"},
		{"case_form.csv", "a form of one case: names in the first column, values in the second", "Case file,\nCase number,CF-77\nOffence,Smuggling\nDate,2019-01-02\nUnit,North\nNarrative,\"" + told(1) + "\"\n"},
		{"names_below.csv", "a list that says what the columns of another table mean, which is no table on its side", "case id,Number that the register gave to the case when it was opened\noffence,As recorded\ndate,Day on which it was entered in the register\nnarrative,What happened in the words of whoever wrote it down\n"},
		{"page_cells.csv", "numbers of pages between the rows", "Case No,Offence,Date,Facts\nA-1,Smuggling,2019-01-02,\"" + told(1) + "\"\n,,,page 2\nCase No,Offence,Date,Facts\nA-2,Smuggling,2019-01-03,\"" + told(2) + "\"\n"},
		{"continued_rows.csv", "texts that go on in a row of their own", "Case No,Offence,Date,Facts\nA-1,Smuggling,2019-01-02,\"" + told(1) + "\"\n,,,He came back the next day and took her phone and her papers.\nA-2,Smuggling,2019-01-03,\"" + told(2) + "\"\n"},
		{"backslash_quotes.csv", "quotes in cells with a backslash before them, in pairs and alone", "case_id,offence,narrative\nA-1,Smuggling,\"" + told(1) + "\"\nA-2,Smuggling,\"He said \\\"pay\\\", and left by night.\"\nA-3,Smuggling,\"The boat was 5\\\" deep, he said.\"\nA-4,Smuggling,\"" + told(4) + "\"\n"},
		{"list_schema.csv", "a line above the header that list servers write", "ListSchema={\"schemaXmlList\":[\"<Field Name=\\\"Title\\\" />\"]}\n" + log},
		{"words_first.csv", "a first case with words where the others have numbers, which is no description of the columns", "case,region,status,notes\nAlpha,North,open,\"" + told(1) + "\"\nB-2,South,closed in 2019,\"" + told(2) + "\"\nB-3,South,closed in 2020,\"" + told(3) + "\"\n"},
		{"adult_first.csv", "a short first case with words where the others have numbers", "ref,age,narrative\nA,adult,A woman was sold.\nB-1,20,A man paid a guide.\nB-2,21,Men paid a guide.\nB-3,22,A girl was sold.\n"},
		{"column_numbers.csv", "the numbers of the columns under their names", "case no,offence,date,narrative\n(1),(2),(3),(4)\nA-1,Smuggling,2019-01-02,\"" + told(1) + "\"\nA-2,Smuggling,2019-01-03,\"" + told(2) + "\"\n"},
		{"case_words.csv", "rows whose short cells are names that headers have", "type,source,description\nincident,report,\"" + told(1) + "\"\ncase,statement,\"" + told(2) + "\"\nincident,report,\"" + told(3) + "\"\n"},
		{"two_marks.csv", "two byte order marks", utf8BOM + utf8BOM + log},
		{"ends_twice.csv", "line ends that were converted twice: CR CR LF", strings.ReplaceAll(log, "\n", "\r\r\n")},
		{"blank_before_quote.csv", "a blank between the delimiter and the quote", "\"case id\", \"offence\", \"narrative\"\n\"A-1\", \"Smuggling\", \"" + told(1) + "\"\n\"A-2\", \"Smuggling\", \"He paid, and left.\"\n"},
		{"no_good_row.csv", "not one row that can be parsed", "a \"b\" c,d\ne \"f\" g,h\n"},
		{"dates_points.csv", "dates with points whose order nothing else tells", strings.NewReplacer("2019-01-02", "3.4.2019", "2019-01-03", "5.6.2019").Replace(log)},
		{"formulas.csv", "cells that a spreadsheet program would run", strings.Replace(log, "A-2", "\"=HYPERLINK(\"\"x\"\")\"", 1)},
		{"short_ids.csv", "ids that a spreadsheet program cut short", strings.Replace(log, "A-2", "2.019E+13", 1)},
		{"dates_day_first.csv", "dates that only one row tells the order of", strings.NewReplacer("2019-01-02", "03/04/2019", "2019-01-03", "25/12/2019").Replace(log)},
		{"dates_ambiguous.csv", "dates whose order nothing tells", strings.NewReplacer("2019-01-02", "03/04/2019", "2019-01-03", "05/06/2019").Replace(log)},
		{"no_header.csv", "rows without a header", strings.Replace(log, "case id,offence,date,narrative\n", "", 1)},
		{"header_only.csv", "a header and no rows", "case id,offence,date,narrative\n"},
		{"empty.csv", "no bytes at all", ""},
		{"pipe_named_csv.csv", "bars between the cells", strings.ReplaceAll(log, ",", "|")},
		{"table_named.xls", "a web page with a table, named as a workbook", "<html><body><table><tr><th>case id<th>offence<th>narrative</tr><tr><td>A-1<td>Smuggling<td>" + told(1) + "</td></tr><tr><td colspan=3>Total: 1</td></tr></table></body></html>"},
		{"bad_lines.jsonl", "lines that are no objects between lines that are", "{\"case_id\":\"A-1\",\"offence\":\"Smuggling\",\"narrative\":\"" + told(1) + "\"}\nnot json\n[1,2]\n{\"case_id\":\"A-2\",\"narrative\":\"cut of\n{\"case_id\":\"A-3\",\"offence\":\"Smuggling\",\"narrative\":\"" + told(3) + "\",\"late\":1}\n"},
		{"nested.jsonl", "objects and lists within objects, and numbers of 20 digits", "{\"id\":12345678901234567890,\"charge\":{\"offence\":\"Smuggling\",\"counts\":[1,2]},\"narrative\":[\"" + told(1) + "\",\"" + told(2) + "\"],\"seen\":null}\n"},
		{"deep.jsonl", "lists nested a thousand deep", "{\"narrative\":" + strings.Repeat("[", 1000) + strings.Repeat("]", 1000) + "}\n{\"id\":\"A-1\",\"narrative\":\"" + told(1) + "\"}\n"},
		{"envelope.json", "an answer of a program: the list of cases under a key", "{\"count\": 2, \"next\": null, \"results\": [{\"case_id\": \"A-1\", \"offence\": \"Smuggling\", \"narrative\": \"" + told(1) + "\"}, {\"case_id\": \"A-2\", \"narrative\": \"" + told(2) + "\"}]}"},
		{"features.json", "a map layer: cases under the properties of its features", "{\"type\": \"FeatureCollection\",\n \"features\": [\n{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}, \"properties\": {\"case_id\": \"A-1\", \"offence\": \"Smuggling\", \"narrative\": \"" + told(1) + "\"}},\n{\"type\": \"Feature\", \"properties\": {\"case_id\": \"A-2\", \"narrative\": \"" + told(2) + "\"}}]}\n"},
		{"one_case.json", "one case that has lists of its own", "{\"case_id\": \"A-1\", \"offence\": \"Smuggling\", \"narrative\": \"" + told(1) + "\", \"records\": [{\"age\": 20}, {\"age\": 30}]}\n"},
		{"array.json", "objects in one array over many lines, cut in the middle of the third", "[\n {\"case_id\": \"A-1\",\n  \"narrative\": \"" + told(1) + "\"},\n {\"case_id\": \"A-2\", \"narrative\": \"" + told(2) + "\"},\n {\"case_id\":"},
	}
}

// reportTraps are hostile reports that are text.
func reportTraps() []trap {
	page := func(n int, text string) string {
		return fmt.Sprintf("MARREN POLICE - CASE MP-19-%d\nConfidential\n\n%s\n\nPrinted by the records office\nPage %d of 3\n", 4, text, n)
	}
	return []trap{
		{"page_furniture.txt", "headers and footers of pages in the middle of a sentence", page(1, "The driver took four men to the bank of the") + "\f" + page(2, "river and was paid 400 dollars for each.\n\nHe kept the passport of one") + "\f" + page(3, "woman until she had paid.")},
		{"signature.txt", "a signature that names a unit, and a notice", "The driver took four men over the river by night. Each had paid him 400 dollars.\n\nKind regards,\nAna Lobo\nAnti-Trafficking Unit\n\nThis e-mail is confidential and intended for the addressee only. Human trafficking hotline: call us.\n"},
		{"related_links.md", "headlines of other cases under the report", "# Driver charged\n\nThe driver took four men over the river by night. Each had paid him 400 dollars.\n\nRelated releases\n\n- Nine held for sex trafficking\n- [Forced labour in the valley](https://example.org/2)\n\nhttps://example.org/1\n"},
		{"marked_up.md", "emphasis, links and quotes between the words, a comment, a picture and text that was struck out", "# Note\n\n<!-- sex trafficking of minors -->\n| **Case No** | MP-19-4 |\n|---|---|\n\n> The *dri*ver **took four** [men over\n> the river](https://example.org/1) by _night_. ~~He kept their passports.~~\n\n![Anti-Trafficking Unit](logo.png)\n"},
		{"case_in_text.html", "menu, footer and links to other cases around the report", "<!doctype html><html><head><title>Driver charged</title><script>var trafficking = 1</script></head><body><nav><a href=/>Forced labour unit</a></nav><main><p>The driver took four men over the&nbsp;river by night.</p><p>Each had <b>pa</b>id him 400 dollars.</p><ul><li><a href=1>Nine held for sex trafficking</a></li><li><a href=2>Ring of slavers broken</a></li></ul></main><footer>Anti-Trafficking Unit</footer></body></html>"},
		{"tabbed_form.txt", "a form whose keys are parted by tabs, over the report", "Case No\tMP-19-4\nDate\t2019-03-04\nOffence\tSmuggling\n\nThe driver took four men over the river by night.\n"},
		{"workbook_2003.xls", "a workbook in the XML of 2003", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row><Cell><Data>case id</Data></Cell></Row></Table></Worksheet></Workbook>"},
		{"cases.xml", "records in XML", "<?xml version=\"1.0\"?>\n<cases><case><id>A-1</id><narrative>The driver took four men.</narrative></case></cases>"},
		{"archive.xls", "a web archive under the name of a workbook", crlf("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\nContent-Type: text/html\n\n<html><table><tr><td>case id</table></html>\n--x--\n")},
		{"deep.html", "elements nested fifty thousand deep", strings.Repeat("<div><b>", 25_000) + "The driver took four men over the river by night."},
		{"cut_tag.html", "a page that breaks off in a tag", "<html><body><p>The driver took four men over the river by night.</p><p class=\"x"},
		{"blank.txt", "nothing but white space", " \r\n\t\u00a0\n"},
		{"old_mac.txt", "lines that end in CR alone", "Case No: MP-19-4\rOffence: Smuggling\r\rThe driver took four men over the river by night.\r"},
		{"mail.eml", "a message in parts: encoded words, quoted-printable, a table attached, a picture", crlf(mailTrap())},
		{"mail_in_mail.eml", "a message within a message within a message", crlf(forwarded(forwarded(plainMail())))},
		{"folder.mbox", "a mail folder in one file: a line that begins with From in a message, quoted and not, and a message with an attachment", mboxTrap()},
		{"mailbox.txt", "a mail folder under the name of a text", mboxTrap()},
		{"html_mail.eml", "a message that has HTML only", crlf("From: a@example.org\nMIME-Version: 1.0\nSubject: Note\nContent-Type: text/html; charset=utf-8\n\n<p>The driver took four men over the river by night.</p>\n")},
		{"hidden_attachment.eml", "a report in an attachment whose name begins with a point", crlf("From: a@example.org\nMIME-Version: 1.0\nSubject: Report\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe report of the visit to the farm is attached.\n--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\".report.txt\"\n\nThe driver took four men over the river by night.\n--x--\n")},
		{"bad_boundary.eml", "parts whose boundary never comes", crlf("From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\nThe driver took four men over the river by night.\n")},
		{"rich.rtf", "a rich-text document, which is refused", "{\\rtf1 The driver}"},
	}
}

func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

func plainMail() string {
	return "From: a@example.org\nTo: b@example.org\nDate: Mon, 4 Mar 2019 10:00:00 +0000\nMessage-ID: <1@example.org>\nSubject: Note\nContent-Type: text/plain\n\nThe driver took four men over the river by night.\n\n--\nAna Lobo\nAnti-Trafficking Unit\n"
}

func forwarded(mail string) string {
	return "From: c@example.org\nMIME-Version: 1.0\nSubject: Fwd: Note\nContent-Type: multipart/mixed; boundary=b" + fmt.Sprint(len(mail)) +
		"\n\n--b" + fmt.Sprint(len(mail)) + "\nContent-Type: text/plain\n\nSee below what the driver did to the four men by the river.\n--b" + fmt.Sprint(len(mail)) +
		"\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n" + mail + "\n--b" + fmt.Sprint(len(mail)) + "--\n"
}

func mboxTrap() string {
	first := strings.Replace(plainMail(), "by night.\n", "by night.\n\nFrom the bank they walked.\n>From there a car took them, he said, and each paid.\n", 1)
	return "From a@example.org Mon Mar  4 10:00:00 2019\n" + first + "\nFrom b@example.org Tue Mar  5 10:00:00 2019\n" + mailTrap() + "\n"
}

func mailTrap() string {
	return "From: =?utf-8?q?Jos=C3=A9?= <a@example.org>\nMIME-Version: 1.0\nDate: Mon, 4 Mar 2019 10:00:00 +0000\n" +
		"Subject: =?utf-8?q?Informe_del_r=C3=ADo?=\nContent-Type: multipart/mixed; boundary=outer\n\n" +
		"--outer\nContent-Type: multipart/alternative; boundary=inner\n\n" +
		"--inner\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n" +
		"El gu=EDa cruz=F3 a cuatro hombres por el r=EDo. Cada uno le pag=F3 400 d=F3la=\nres.\n" +
		"--inner\nContent-Type: text/html\n\n<p>HTML</p>\n--inner--\n" +
		"--outer\nContent-Type: text/csv\nContent-Disposition: attachment; filename=\"../../log.csv\"\n\n" +
		"case id,offence,narrative\nA-1,Smuggling,\"" + told(1) + "\"\n" +
		"--outer\nContent-Type: image/png\nContent-Disposition: attachment; filename=\"map.png\"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--outer--\n"
}
