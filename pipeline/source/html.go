package source

import (
	"path"
	"slices"
	"strings"
)

// readHTMLFile reads a web page: as a report, or as the table that some
// programs write under the name of a workbook.
func readHTMLFile(rd *reading) error {
	if slices.Contains(tableExtensions(), strings.ToLower(path.Ext(rd.in.File))) {
		return readHTMLTables(rd)
	}
	if rd.preview != nil || rd.survey != nil {
		return nil
	}
	text, err := rd.text()
	if err != nil {
		return err
	}
	page, err := htmlText(rd.inTime(strings.NewReader(text)))
	if err != nil {
		return rd.fault("cannot be read to its end", "", err)
	}
	return rd.report(pageDocument(page))
}

// pageDocument makes the document of a web page.
func pageDocument(page webText) document {
	s := document{text: formLines(page.text)}
	if page.title != "" {
		s.beside = []Field{{Name: "title", Value: page.title}}
	}
	if page.linksOut > 0 {
		s.problems = append(s.problems, outLinks+" was kept out of the evidence")
	}
	return s
}

// tableExtensions are the names under which a web page is meant to be a table.
func tableExtensions() []string { return []string{".xls", ".xlsx", ".csv", ".tsv", ".xlsb", ".ods"} }
