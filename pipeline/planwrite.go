package pipeline

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"palermo/pipeline/source"
	"palermo/reports"
)

// WritePlan writes what was recognised as a plan that a person can edit.
// ReadPlan reads it back to the same mapping.
func WritePlan(w io.Writer, previews []source.Preview) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, planHead, strings.Join(Frameworks(), ", "), DefaultFramework, DefaultOut, strings.Join(reports.Formats(), ", "))
	if len(previews) == 0 {
		b.WriteString("tables: []\n")
	} else {
		b.WriteString("tables:\n")
	}
	names := fileNames(previews)
	for i := range previews {
		writeTable(&b, &previews[i].Mapping, names[i])
	}
	fmt.Fprintf(&b, planFoot, strings.Join(labelNames(), ", "))
	_, err := w.Write(b.Bytes())
	return err
}

// planHead opens a plan; its gaps are the frameworks, and the defaults.
const planHead = `# A plan for palermo audit. Everything may be left out; flags win over it.
version: 1

# Legal framework, one of: %s. Of a list, the first decides,
# and where the others read a record otherwise that is reported.
framework: %s

# Inferences that can be turned off: illegal entry where a paid smuggler and a
# border are told, and the word "illegally" is not.
# switches: {infer_illegal_entry: false}

# Folder for the reports.
out: %s
formats: [%s]

# Folder of your own packs, read over those that are built in.
# packs: our-packs

# How tables are read. The first entry whose file and sheet fit is used, and one
# that names its sheet before one that does not. A table without an entry is
# recognised.
#   file        name or path, with * and ? as wildcards; a backslash goes before
#               a wildcard that stands in the name
#   sheet       worksheet; left out, it means every sheet
#   skip        true leaves the table out
#   header_row  row or line of the header, from 1; left out, it is found
#   delimiter   of a CSV file: ",", ";", "|" or "\t"; left out, it is found
#   columns     case_id, date, label, narrative, unit: one header or a list
#   facts       columns with structured facts: the indicator that a ticked cell
#               states (palermo packs lists them), the word age, born (a date of birth)
#               or count, or an indicator for each value
# Where columns are named, only those and the facts are read, and columns of the
# data standards HTCDS and CTDC. Without a narrative or facts nothing is screened.
`

// planFoot closes a plan; its gap is the labels.
const planFoot = `
# How a case id looks in the name or the text of a report, as a regular
# expression in single quotes. Its first group is the id. And what the first
# line of a case looks like in reports that tell several cases.
reports:
  # case_id: '[A-Z]{3}-\d{4}-\d+'
  # split_cases: '^Case No\.? \d+'

# Country whose usage recorded labels follow, two letters (ISO 3166): it settles
# words that mean either crime elsewhere.
# country: be

# What recorded labels mean that the built-in list does not know: text as
# recorded, then one of: %s.
labels:
  # "188 bis": trafficking
`

// fileNames returns the patterns for the files of tables: the last element of
// the path, which still fits when the folder moves, or the whole path where
// two files are called the same.
func fileNames(previews []source.Preview) []string {
	files := map[string]string{} // by last element, "" when there are several
	for _, p := range previews {
		file := p.Mapping.File
		if other, met := files[path.Base(file)]; met && other != file {
			file = ""
		}
		files[path.Base(p.Mapping.File)] = file
	}
	names := make([]string, len(previews))
	for i, p := range previews {
		names[i] = p.Mapping.File
		if files[path.Base(names[i])] != "" {
			names[i] = path.Base(names[i])
		}
	}
	return names
}

func writeTable(b *bytes.Buffer, m *source.Mapping, file string) {
	fmt.Fprintf(b, "  - file: %s\n", strconv.Quote(literal(file)))
	if m.Sheet != "" {
		fmt.Fprintf(b, "    sheet: %s\n", strconv.Quote(m.Sheet))
	}
	if m.HeaderRow > 0 {
		fmt.Fprintf(b, "    header_row: %d\n", m.HeaderRow)
	}
	b.WriteString("    columns:\n")
	for _, role := range roles() {
		writeRole(b, role, columnsOf(m, role))
	}
	if rest := columnsOf(m, source.RoleOther); len(rest) > 0 {
		b.WriteString("      # Columns without a role:\n")
		for _, c := range rest {
			fmt.Fprintf(b, "      #   %s\n", strconv.Quote(c.Name))
		}
	}
}

// writeRole writes the columns of one role, each with why it has it.
func writeRole(b *bytes.Buffer, role source.Role, columns []source.MappedColumn) {
	switch len(columns) {
	case 0:
		fmt.Fprintf(b, "      # %s:\n", role)
	case 1:
		fmt.Fprintf(b, "      %s: %s # %s\n", role, strconv.Quote(columns[0].Name), columns[0].Why)
	default:
		fmt.Fprintf(b, "      %s:\n", role)
		for _, c := range columns {
			fmt.Fprintf(b, "        - %s # %s\n", strconv.Quote(c.Name), c.Why)
		}
	}
}

func columnsOf(m *source.Mapping, role source.Role) []source.MappedColumn {
	var columns []source.MappedColumn
	for _, c := range m.Columns {
		if c.Role == role {
			columns = append(columns, c)
		}
	}
	return columns
}

// literal makes a pattern that fits nothing but the name itself.
func literal(name string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(name)
}
