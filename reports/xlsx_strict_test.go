package reports

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/beevik/etree"
	"github.com/xuri/excelize/v2"

	"palermo/screen"
)

// Excel is on no machine that tests run on. What makes it offer a repair is
// known, and looked for here in the parts of the archive.
func TestNothingToRepair(t *testing.T) {
	spanish := filepath.Join(t.TempDir(), "es")
	render(t, publish(t, mixed(), reject()), spanish, "es")
	for name, dir := range map[string]string{
		"mixed": publish(t, mixed(), reject()), "es": spanish, "empty": publish(t, nil), "quarantine": publish(t, nil, reject()),
		"odd": publish(t, []*screen.Finding{odd()}), "shareable": shared(t, many(40)), "many": publish(t, many(40)),
	} {
		for _, f := range faults(parts(t, dir)) {
			t.Errorf("%s: %s", name, f)
		}
	}
}

// Every kind of fault is found where there is one.
func TestFaultsAreFound(t *testing.T) {
	dir := publish(t, mixed(), reject())
	for _, c := range []struct{ part, old, new, want string }{
		{"xl/workbook.xml", `name="By case"`, `name="By case: all"`, "sheet name"},
		{"xl/workbook.xml", `name="By case"`, `name="summary"`, "two sheets"},
		{"xl/workbook.xml", `_xlnm._FilterDatabase`, `_xlnm._Other`, "filter without"},
		{"xl/workbook.xml", `Quarantine&#39;!`, `Elsewhere&#39;!`, "no sheet Elsewhere"},
		{"xl/worksheets/sheet2.xml", `"Agree with`, `"` + strings.Repeat("long ", 60) + `Agree with`, "list of"},
		{"xl/worksheets/sheet2.xml", `sqref="M3:M9"`, `sqref="L9:M9"`, "validations overlap"},
		{"xl/worksheets/sheet2.xml", `<cols><col min="1"`, `<cols><col min="2"`, "columns"},
		{"xl/worksheets/sheet2.xml", `<sheetData>`, `<sheetData/><mergeCells/><sheetData>`, "order"},
		{"xl/worksheets/sheet3.xml", `<row r="4"`, `<row r="2"`, "row"},
		{"xl/worksheets/sheet3.xml", `<t>C-001</t>`, `<t>` + strings.Repeat("x", maxCell+1) + `</t>`, "characters"},
		{"xl/worksheets/sheet3.xml", `<t>C-001</t>`, "<t>C\x01</t>", "sheet3.xml"},
		{"xl/worksheets/sheet1.xml", ` s="`, ` s="99`, "style"},
		{"xl/charts/chart1.xml", `&apos;Summary&apos;!$B$`, `&apos;Summary&apos;!$B$9`, "empty"},
		{"xl/charts/chart2.xml", `<f>&apos;Breakdowns&apos;!$I$2</f>`, `<f>Upper, end</f>`, "reference"},
		{"xl/charts/chart2.xml", `<stockChart>`, `<stockChart><varyColors val="1"/>`, "varyColors"},
		{"[Content_Types].xml", `/xl/charts/chart1.xml`, `/xl/charts/chart.xml`, "no type"},
		{"xl/worksheets/_rels/sheet1.xml.rels", `drawing1.xml`, `drawing7.xml`, "leads nowhere"},
	} {
		all := parts(t, dir)
		was := all[c.part]
		all[c.part] = bytes.ReplaceAll(was, []byte(c.old), []byte(c.new))
		if bytes.Equal(was, all[c.part]) {
			t.Errorf("%s has no %s", c.part, c.old)
		}
		if got := strings.Join(faults(all), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s instead of %s: %q, want %q", c.new, c.old, got, c.want)
		}
	}
}

// parts unpacks a workbook.
func parts(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	r, err := zip.OpenReader(filepath.Join(dir, "reconciliation.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	all := map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	if len(all) != len(r.File) {
		t.Fatal("two parts have one name")
	}
	return all
}

// inspection is a look at one workbook.
type inspection struct {
	parts  map[string][]byte
	docs   map[string]*etree.Element
	values map[[2]string]string // of cells that are not empty, by sheet and place
	sheets []sheetPart          // in the order of the workbook
	found  []string
}

type sheetPart struct {
	name string
	part string
	root *etree.Element
}

func (c *inspection) fault(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

func faults(parts map[string][]byte) []string {
	c := &inspection{parts: parts, docs: map[string]*etree.Element{}, values: map[[2]string]string{}}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		doc := etree.NewDocument()
		doc.ReadSettings.ValidateInput = true
		if err := doc.ReadFromBytes(parts[name]); err != nil {
			c.fault("%s: %v", name, err)
			return c.found
		}
		c.docs[name] = doc.Root()
	}
	c.archive()
	c.workbook()
	for i := range c.sheets {
		c.sheet(&c.sheets[i])
	}
	for name, root := range c.docs {
		if strings.HasPrefix(name, "xl/charts/") {
			c.chart(name, root)
		}
	}
	return c.found
}

// archive holds types and relationships against the parts.
func (c *inspection) archive() {
	typed := map[string]bool{}
	for _, e := range c.docs["[Content_Types].xml"].ChildElements() {
		typed[strings.TrimPrefix(cmp.Or(e.SelectAttrValue("PartName", ""), "."+e.SelectAttrValue("Extension", "")), "/")] = true
	}
	for name, root := range c.docs {
		if name != "[Content_Types].xml" && !typed[name] && (path.Ext(name) == ".xml" || !typed[path.Ext(name)]) {
			c.fault("%s has no type", name)
		}
		for prefix := range strings.FieldsSeq(root.SelectAttrValue("mc:Ignorable", "")) {
			if root.SelectAttr("xmlns:"+prefix) == nil {
				c.fault("%s ignores %s, which it does not declare", name, prefix)
			}
		}
		if path.Ext(name) != ".rels" {
			continue
		}
		for _, r := range root.ChildElements() {
			if target := c.target(name, r.SelectAttrValue("Target", "")); c.parts[target] == nil {
				c.fault("%s leads nowhere: %s", name, target)
			}
		}
	}
}

// target is the part that a relationship leads to.
func (c *inspection) target(rels, to string) string {
	if strings.HasPrefix(to, "/") {
		return to[1:]
	}
	return path.Join(path.Dir(path.Dir(rels)), to)
}

func (c *inspection) workbook() {
	root, rels := c.docs["xl/workbook.xml"], map[string]string{}
	for _, r := range c.docs["xl/_rels/workbook.xml.rels"].ChildElements() {
		rels[r.SelectAttrValue("Id", "")] = c.target("xl/_rels/workbook.xml.rels", r.SelectAttrValue("Target", ""))
	}
	names := map[string]bool{}
	for _, s := range root.FindElements("sheets/sheet") {
		name := s.SelectAttrValue("name", "")
		if n := len(utf16.Encode([]rune(name))); n == 0 || n > 31 || strings.ContainsAny(name, `[]:*?/\`) || strings.Trim(name, "'") != name {
			c.fault("sheet name %q", name)
		}
		if names[strings.ToLower(name)] {
			c.fault("two sheets are called %s", name)
		}
		names[strings.ToLower(name)] = true
		part := rels[s.SelectAttrValue("r:id", "")]
		c.sheets = append(c.sheets, sheetPart{name, part, c.docs[part]})
	}
	filters := map[string]bool{}
	for _, d := range root.FindElements("definedNames/definedName") {
		key := d.SelectAttrValue("localSheetId", "") + " " + strings.ToLower(d.SelectAttrValue("name", ""))
		if filters[key] {
			c.fault("two names %s", key)
		}
		filters[key] = true
		name, _, _ := strings.Cut(strings.TrimPrefix(d.Text(), "'"), "'!")
		if !names[strings.ToLower(name)] {
			c.fault("no sheet %s, which %s names", name, key)
		}
	}
	for i, s := range c.sheets {
		if s.root != nil && s.root.SelectElement("autoFilter") != nil && !filters[strconv.Itoa(i)+" _xlnm._filterdatabase"] {
			c.fault("%s has a filter without its name", s.name)
		}
	}
}

// worksheet lists the parts of a worksheet in the order of the format.
var worksheet = strings.Fields(`sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
	scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
	hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors
	smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst`)

func (c *inspection) sheet(s *sheetPart) {
	ordered := slices.IsSortedFunc(s.root.ChildElements(), func(a, b *etree.Element) int {
		return cmp.Compare(slices.Index(worksheet, a.Tag), slices.Index(worksheet, b.Tag))
	})
	if !ordered || len(s.root.SelectElements("sheetData")) != 1 {
		c.fault("%s: parts out of order", s.name)
	}
	last := 0
	for _, col := range s.root.FindElements("cols/col") {
		from, to := number64(col, "min"), number64(col, "max")
		if from <= last || to < from || to > 16_384 {
			c.fault("%s: columns %d to %d after %d", s.name, from, to, last)
		}
		last = to
	}
	c.cells(s)
	c.validations(s)
	if n := len(s.root.FindElements("hyperlinks/hyperlink")); n > 65_530 {
		c.fault("%s: %d links", s.name, n)
	}
	dxfs := len(c.docs["xl/styles.xml"].FindElements("dxfs/dxf"))
	for _, rule := range s.root.FindElements("conditionalFormatting/cfRule") {
		if id := rule.SelectAttr("dxfId"); id != nil && number64(rule, "dxfId") >= dxfs {
			c.fault("%s: format %s", s.name, id.Value)
		}
	}
}

func (c *inspection) cells(s *sheetPart) {
	styles := len(c.docs["xl/styles.xml"].FindElements("cellXfs/xf"))
	at := 0
	for _, row := range s.root.FindElements("sheetData/row") {
		n := number64(row, "r")
		if n <= at || n > maxRows {
			c.fault("%s: row %d after row %d", s.name, n, at)
		}
		at = n
		column := 0
		for _, cell := range row.ChildElements() {
			to, on, err := excelize.CellNameToCoordinates(cell.SelectAttrValue("r", ""))
			if err != nil || on != n || to <= column {
				c.fault("%s: cell %s in row %d", s.name, cell.SelectAttrValue("r", ""), n)
			}
			column = to
			if number64(cell, "s") >= styles {
				c.fault("%s: style of %s", s.name, cell.SelectAttrValue("r", ""))
			}
			if cell.SelectElement("f") != nil {
				c.fault("%s: formula in %s", s.name, cell.SelectAttrValue("r", ""))
			}
			text := textOf(cell)
			c.values[[2]string{s.name, cell.SelectAttrValue("r", "")}] = text
			if len(text) > maxCell && len(utf16.Encode([]rune(text))) > maxCell {
				c.fault("%s: too many characters in %s", s.name, cell.SelectAttrValue("r", ""))
			}
		}
	}
}

func (c *inspection) validations(s *sheetPart) {
	seen := map[string]bool{}
	for _, v := range s.root.FindElements("dataValidations/dataValidation") {
		list := v.SelectElement("formula1").Text()
		if n := len(utf16.Encode([]rune(strings.Trim(list, `"`)))); strings.HasPrefix(list, `"`) && n > 255 {
			c.fault("%s: list of %d characters", s.name, n)
		}
		if len(v.SelectAttrValue("error", "")) > 225 || len(v.SelectAttrValue("errorTitle", "")) > 32 {
			c.fault("%s: long message", s.name)
		}
		from, to, _ := strings.Cut(v.SelectAttrValue("sqref", ""), ":")
		x, y, _ := excelize.CellNameToCoordinates(from)
		right, bottom, _ := excelize.CellNameToCoordinates(cmp.Or(to, from))
		for ; x <= right; x++ {
			for row := y; row <= bottom; row++ {
				key := fmt.Sprint(x, row)
				if seen[key] {
					c.fault("%s: validations overlap in column %d", s.name, x)
					return
				}
				seen[key] = true
			}
		}
	}
}

// chart looks at what a chart refers to, and at the parts of its series.
func (c *inspection) chart(name string, root *etree.Element) {
	reference := regexp.MustCompile(`^'([^']+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$`)
	for _, f := range root.FindElements("//f") {
		m := reference.FindStringSubmatch(f.Text())
		if m == nil {
			c.fault("%s: %q is no reference", name, f.Text())
			continue
		}
		filled := false
		first, _ := strconv.Atoi(m[3])
		last, _ := strconv.Atoi(cmp.Or(m[5], m[3]))
		for row := first; row <= last; row++ {
			filled = filled || c.values[[2]string{m[1], m[2] + strconv.Itoa(row)}] != ""
		}
		if !filled {
			c.fault("%s: %s is empty", name, f.Text())
		}
	}
	for kind, order := range map[string]string{
		"barChart":   "idx order tx spPr invertIfNegative dPt dLbls trendline errBars cat val",
		"stockChart": "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth",
	} {
		for _, e := range root.FindElements("//" + kind + "/ser/*") {
			if !slices.Contains(strings.Fields(order), e.Tag) {
				c.fault("%s: %s in a series of %s", name, e.Tag, kind)
			}
		}
		for _, s := range root.FindElements("//" + kind + "/ser") {
			if !slices.IsSortedFunc(s.ChildElements(), func(a, b *etree.Element) int {
				return cmp.Compare(strings.Index(order, a.Tag), strings.Index(order, b.Tag))
			}) {
				c.fault("%s: a series of %s out of order", name, kind)
			}
		}
	}
	if root.FindElement("//stockChart/varyColors") != nil || root.FindElement("//dateAx") != nil {
		c.fault("%s: varyColors or a date axis in a chart of ranges", name)
	}
}

func textOf(cell *etree.Element) string {
	if v := cell.SelectElement("v"); v != nil {
		return v.Text()
	}
	text := ""
	if is := cell.SelectElement("is"); is != nil {
		for _, t := range is.SelectElements("t") {
			text += t.Text()
		}
	}
	return text
}

func number64(e *etree.Element, attribute string) int {
	n, _ := strconv.Atoi(e.SelectAttrValue(attribute, "0"))
	return n
}
