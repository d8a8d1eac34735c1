package source

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

// sheetPart is what a workbook says of one sheet, read without the library.
type sheetPart struct {
	lastRow  int // number of the last row that is written
	whole    int // number of the last row that is written to its end
	merged   []mergedArea
	hidden   []columnSpan
	uncached int  // formulas without a stored value
	broken   bool // the part has no end
	missing  bool // the workbook names a part that it does not hold
	other    bool // no worksheet: a chart, a dialog or macros of the old kind
}

// checkWorkbook reads every part of a workbook to its end, which checks its
// checksums, and returns what stands in each sheet by name. A part that is
// damaged, or more bytes in all than the limit, is an error.
func checkWorkbook(file string, limit int64) (map[string]sheetPart, error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	paths, err := sheetPaths(&archive.Reader)
	if err != nil {
		return nil, err
	}
	scans := map[string]*sheetScan{} // by path in lower case: a ZIP tells no case apart
	left := limit
	for _, part := range archive.File {
		scan := &sheetScan{}
		n, err := readPart(part, scan, left)
		if err != nil {
			return nil, fmt.Errorf("part %s: %w", part.Name, err)
		}
		if scan.past {
			return nil, fmt.Errorf("part %s: a row is numbered past the last one of a sheet", part.Name)
		}
		left -= n
		scans[strings.ToLower(part.Name)] = scan
	}
	parts := make(map[string]sheetPart, len(paths))
	for name, target := range paths {
		scan := scans[strings.ToLower(target.path)]
		switch {
		case target.other:
			parts[name] = sheetPart{other: true}
		case scan == nil:
			parts[name] = sheetPart{missing: true}
		default:
			parts[name] = scan.part()
		}
	}
	return parts, nil
}

// workbookXML and relationsXML are the parts that name the sheets.
type workbookXML struct {
	Sheets []struct {
		Name string `xml:"name,attr"`
		ID   string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

type relationsXML struct {
	Relations []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// sheetTarget is the part that a sheet stands in.
type sheetTarget struct {
	path  string
	other bool // no worksheet
}

// sheetPaths returns the part that holds each sheet, by the name of the sheet.
func sheetPaths(archive *zip.Reader) (map[string]sheetTarget, error) {
	var book workbookXML
	var relations relationsXML
	if err := readXML(archive, "xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := readXML(archive, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return nil, err
	}
	targets := map[string]sheetTarget{}
	for _, r := range relations.Relations {
		target := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(target, "xl/") {
			target = path.Join("xl", target)
		}
		targets[r.ID] = sheetTarget{target, r.Type != "" && !strings.HasSuffix(r.Type, "/worksheet")}
	}
	paths := map[string]sheetTarget{}
	for _, sheet := range book.Sheets {
		paths[sheet.Name] = targets[sheet.ID]
	}
	return paths, nil
}

func readXML(archive *zip.Reader, name string, into any) error {
	f, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := xml.NewDecoder(f).Decode(into); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}
