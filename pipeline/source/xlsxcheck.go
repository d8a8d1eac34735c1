package source

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheetPart is what a workbook says of one sheet, read without the library.
type sheetPart struct {
	lastRow  int // number of the last row that is written
	merged   []mergedArea
	uncached int // formulas without a stored value
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
	scans := map[string]*sheetScan{}
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
		if strings.HasPrefix(part.Name, "xl/worksheets/") {
			scans[part.Name] = scan
		}
	}
	paths, err := sheetPaths(&archive.Reader)
	if err != nil {
		return nil, err
	}
	parts := make(map[string]sheetPart, len(paths))
	for name, at := range paths {
		if scan := scans[at]; scan != nil {
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
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// sheetPaths returns the part that holds each sheet, by the name of the sheet.
func sheetPaths(archive *zip.Reader) (map[string]string, error) {
	var book workbookXML
	var relations relationsXML
	if err := readXML(archive, "xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := readXML(archive, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range relations.Relations {
		target := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(target, "xl/") {
			target = path.Join("xl", target)
		}
		targets[r.ID] = target
	}
	paths := map[string]string{}
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

// sheetScan looks for rows and merged areas in the bytes of a sheet as they
// stream by. It does not parse: it is a second opinion on the library, at the
// cost of a search for "<".
type sheetScan struct {
	tag  []byte // start of a tag that the last write broke off in
	last int
	refs []string

	past     bool // a row has a number that no sheet has
	formula  bool // a cell is open that holds a formula and no value so far
	uncached int
}

const (
	tagBytes   = 256    // longest start of a tag that is looked at
	mergeLimit = 10_000 // merged areas of a sheet that are filled
)

// Write looks at p.
func (s *sheetScan) Write(p []byte) (int, error) {
	n := len(p)
	if len(s.tag) > 0 {
		p = append(s.tag, p...)
	}
	for {
		start := bytes.IndexByte(p, '<')
		if start < 0 {
			s.tag = s.tag[:0]
			return n, nil
		}
		p = p[start:]
		end := bytes.IndexByte(p, '>')
		if end < 0 && len(p) < tagBytes {
			s.tag = bytes.Clone(p)
			return n, nil
		}
		if end < 0 {
			end = len(p)
		}
		s.look(p[1:min(end, tagBytes)])
		p = p[min(end, len(p)):]
	}
}

// look takes note of a tag that is a row or a merged area.
func (s *sheetScan) look(tag []byte) {
	name, attributes, _ := bytes.Cut(tag, []byte(" "))
	name = withoutPrefix(name)
	switch string(bytes.TrimSuffix(name, []byte("/"))) {
	case "row":
		s.last++
		if number, err := strconv.Atoi(attribute(attributes, `r="`)); err == nil {
			s.last = number
		}
		s.past = s.past || s.last > excelize.TotalRows || s.last < 0
	case "f":
		s.formula = true
	case "v", "is":
		s.formula = false
	case "/c":
		if s.formula {
			s.formula, s.uncached = false, s.uncached+1
		}
	case "mergeCell":
		if len(s.refs) < mergeLimit {
			s.refs = append(s.refs, attribute(attributes, `ref="`))
		}
	}
}

// withoutPrefix takes the namespace off the name of a tag.
func withoutPrefix(name []byte) []byte {
	colon := bytes.IndexByte(name, ':')
	switch {
	case colon < 0:
		return name
	case bytes.HasPrefix(name, []byte("/")):
		return append([]byte("/"), name[colon+1:]...)
	}
	return name[colon+1:]
}

func attribute(attributes []byte, name string) string {
	_, rest, found := bytes.Cut(append([]byte(" "), attributes...), []byte(" "+name))
	if !found {
		return ""
	}
	value, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(value)
}

// part returns what was seen, the areas that span several rows in the order of
// their first rows.
func (s *sheetScan) part() sheetPart {
	part := sheetPart{lastRow: s.last, uncached: s.uncached}
	for _, ref := range s.refs {
		if area, ok := parseArea(ref); ok && area.lastRow > area.firstRow {
			part.merged = append(part.merged, area)
		}
	}
	slices.SortStableFunc(part.merged, func(a, b mergedArea) int {
		return cmp.Or(cmp.Compare(a.firstRow, b.firstRow), cmp.Compare(a.column, b.column))
	})
	return part
}

// parseArea reads a reference such as A2:B5.
func parseArea(ref string) (mergedArea, bool) {
	from, to, found := strings.Cut(ref, ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	_, last, err2 := excelize.CellNameToCoordinates(to)
	return mergedArea{firstRow: first, lastRow: last, column: column}, found && err == nil && err2 == nil
}
