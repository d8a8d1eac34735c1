package source

import (
	"slices"
	"strconv"
	"strings"
)

// mostExplaining is how many rows may explain a header.
const mostExplaining = 4

// explaining returns how many of the rows below a header explain it. The lowest
// is looked at first: a row of types is no row that others are held against, and
// what stands above one is none of the cases.
func (t *table) explaining(header []string, below []row) int {
	if t.given || len(header) == 0 {
		return 0
	}
	rest, n, types := below[min(mostExplaining, len(below)):], 0, false
	alike := mostExplain(header, rest) || len(rest) == 0 && len(below) > 1 && mostExplain(header, below)
	for i := min(mostExplaining, len(below)) - 1; i >= 0; i-- {
		cells := t.withoutIndex(below[i].cells)
		types = types || namesTypes(header, below[i].cells)
		if below[i].reason == "" && (types || !alike && explains(header, below[i].cells) || unlikeRows(header, below[i].cells, len(below[i].cells)-len(cells), rest)) {
			n++
			continue
		}
		rest, n = below[i:], 0 // what explains stands right below the header
	}
	return n
}

// mostExplain reports whether most of some rows would explain the header, so that none
// does: they are cases that say what it says, as "North unit" under "Unit".
func mostExplain(header []string, rows []row) bool {
	rows = rows[:min(len(rows), comparedRows)]
	n := 0
	for _, r := range rows {
		if explains(header, r.cells) {
			n++
		}
	}
	return n*2 > len(rows)
}

// complete gives the columns that the header has no name for the name that a row
// below it has.
func complete(header []string, explained []row) []string {
	for _, r := range explained {
		for i, cell := range r.cells {
			cell = strings.TrimSpace(cell)
			if len(cell) > 40 || !namelike(cell) || isType(cell) || isTag(cell) || strings.TrimSpace(at(header, i)) != "" {
				continue
			}
			header = append(slices.Clone(header), make([]string, max(0, i+1-len(header)))...)
			header[i] = oneLine(cell)
		}
	}
	return header
}

// explains recognises the row under a header of ids that says the same in
// words, as in the Human Trafficking Case Data Standard, or gives the type, the
// tag or the number of every column.
func explains(header, cells []string) bool {
	same, count := 0, 0
	for i, cell := range cells[:min(len(cells), len(header))] {
		if strings.TrimSpace(cell) == "" || strings.TrimSpace(header[i]) == "" {
			continue
		}
		if len(cell) > 100 {
			return false
		}
		count++
		if sharesWord(normalise(header[i]), normalise(cell)) {
			same++
		}
	}
	return count >= 3 && same*2 > count || namesTypes(header, cells)
}

// namesTypes reports whether a row gives nothing but the type, the tag or the
// number of the columns.
func namesTypes(header, cells []string) bool {
	types, tags, numbers, count := 0, 0, 0, 0
	for i, cell := range cells[:min(len(cells), len(header))] {
		if cell = strings.TrimSpace(cell); cell == "" || strings.TrimSpace(header[i]) == "" {
			continue
		}
		count++
		if isType(cell) {
			types++
		}
		if isTag(cell) {
			tags++
		}
		if strings.Trim(cell, "()[]") == strconv.Itoa(count) {
			numbers++
		}
	}
	return count >= 2 && (types*10 >= count*9 || tags*10 >= count*9) || count >= 3 && numbers == count
}

// What is compared when a row under the header is held against those below.
const (
	comparedRows = 50
	explainChars = 250 // length of an explanation, in bytes
)

// unlikeRows recognises a row that describes the columns: it has words where
// the rows below have numbers, dates or codes, repeats nothing that they hold,
// tells nothing at length, and one of its cells speaks of its column. Cells from
// an offset on are looked at.
func unlikeRows(header, cells []string, offset int, below []row) bool {
	below = below[:min(len(below), comparedRows)]
	against, short, known, speaks, letters := 0, 0, 0, false, true
	for i, cell := range cells[offset:] {
		if cell = strings.TrimSpace(cell); cell == "" || isUnstated(cell) {
			continue
		}
		c := compareColumn(cell, below, i+offset)
		digits := strings.ContainsAny(cell, "0123456789") && !isType(cell) && !isTag(cell)
		switch {
		case len(cell) > explainChars, c.repeats, c.coded && digits, c.long && len(cell) > noteChars:
			return false
		case c.coded:
			against++
		case c.long:
			short++
		}
		name := normalise(cell)
		if vocabulary().known[name] {
			known++
		}
		letters = letters && len(cell) == 1
		speaks = speaks || vocabulary().known[name] || sharesWord(normalise(at(header, i+offset)), name) || isType(cell) || isTag(cell) || isAside(cell)
	}
	return (speaks || letters) && (against > 1 || against == 1 && (short > 0 || known > 1))
}

// isAside reports whether a cell is a question, or stands in brackets.
func isAside(cell string) bool {
	return strings.HasSuffix(cell, "?") || cell[0] == '(' && strings.HasSuffix(cell, ")") || cell[0] == '[' && strings.HasSuffix(cell, "]")
}

// columnBelow is what the values of a column are like.
type columnBelow struct {
	coded   bool // they hold digits: numbers, dates, ids
	long    bool // they are texts
	repeats bool // one of them is the cell
}

func compareColumn(cell string, below []row, column int) columnBelow {
	var c columnBelow
	filled, digits, long := 0, 0, 0
	for _, r := range below {
		value := strings.TrimSpace(at(r.cells, column))
		if value == "" || r.reason != "" || isUnstated(value) {
			continue
		}
		filled++
		c.repeats = c.repeats || strings.EqualFold(value, cell)
		if len(value) > noteChars {
			long++
		} else if strings.ContainsAny(value, "0123456789") {
			digits++
		}
	}
	c.coded, c.long = filled >= 2 && digits*10 >= filled*9, filled >= 2 && long*10 >= filled*7
	return c
}

// isUnstated reports whether a cell says that nothing is known, as one of a
// case may.
func isUnstated(cell string) bool {
	words := normalise(cell)
	for _, word := range []string{"unknown", "desconocido", "desconocida", "desconhecido", "ignorado", "inconnu", "inconnue", "unstated"} {
		if containsWords(words, word) {
			return true
		}
	}
	return slices.Contains([]string{
		"", "unknown", "n a", "na", "none", "null", "nan", "not known", "not stated", "not available", "not applicable", "pending",
		"tbc", "tbd", "missing", "unspecified", "s d", "sin dato", "sin datos", "sin fecha", "s f", "se desconoce", "desconocido", "desconocida",
		"no consta", "no aplica", "no especificado", "pendiente", "nao informado", "nao consta", "ignorado", "desconhecido",
		"pendente", "inconnu", "inconnue", "non renseigne", "non precise", "en attente", "nd",
	}, words)
}

// isTag recognises the hashtags under the header of humanitarian data (HXL),
// such as "#adm1+name", and the ids of questions as survey tools write them.
func isTag(cell string) bool {
	cell = strings.TrimSpace(cell)
	return len(cell) > 1 && cell[0] == '#' && cell[1] >= 'a' && cell[1] <= 'z' && !strings.Contains(cell, " ") ||
		strings.HasPrefix(cell, `{"ImportId"`)
}

// isType reports whether a cell names a type, with a length or without:
// VARCHAR(20), Int64, datetime64[ns].
func isType(cell string) bool {
	words := strings.TrimRight(normalise(cell), "0123456789 ")
	if first, _, found := strings.Cut(cell, "("); found && strings.HasSuffix(cell, ")") {
		words = normalise(first)
	}
	return slices.Contains(typeWords(), strings.TrimSuffix(words, "64 ns"))
}

// typeWords are what a row of column types says.
func typeWords() []string {
	return []string{
		"text", "string", "str", "varchar", "nvarchar", "char", "character", "integer", "int", "bigint", "smallint", "long", "number",
		"numeric", "float", "double", "real", "decimal", "currency", "date", "datetime", "timestamp", "time", "boolean", "bool",
		"select one", "select multiple", "picklist", "multi select", "choice", "lookup", "category", "object", "uuid", "guid",
		"autonumber", "memo", "short text", "long text", "free text", "single line of text", "multiple lines of text", "person or group",
		"required", "optional", "mandatory", "obligatorio", "opcional", "obrigatorio", "obligatoire", "facultatif",
		"texto", "texto corto", "texto largo", "texto libre", "cadena", "numero", "entero", "fecha", "fecha hora", "booleano",
		"inteiro", "data", "texto longo", "texte", "texte libre", "nombre", "entier", "chaine",
	}
}

// sharesWord reports whether two normalised names have a word of three letters
// or more in common.
func sharesWord(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		if len(word) >= 3 && containsWords(b, word) {
			return true
		}
	}
	return false
}

// repeats reports whether a row says the header once more.
func repeats(header, cells []string) bool {
	if len(header) < 2 || filled(header) < 2 {
		return false
	}
	for i := range max(len(header), len(cells)) {
		if !sameName(at(cells, i), at(header, i)) {
			return false
		}
	}
	return true
}

// sameName reports whether two cells say the same, whatever their white space.
func sameName(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	return a == b || a != "" && b != "" && a[0] == b[0] && oneLine(a) == oneLine(b)
}
