package source

import (
	"math/big"
	"regexp"
	"strings"
)

// scientific is a whole number as programs shorten it: 2.0190000001234E+13.
var scientific = regexp.MustCompile(`^[1-9](?:[.,]\d+)?[eE]\+?\d{1,2}$`)

// keptDigits is how many digits of a number a spreadsheet program keeps.
const keptDigits = 15

// exactID writes a case id out that stands in a workbook as a shortened
// number, and says so where digits of an id are lost for good.
func (t *table) exactID(id string) (string, string) {
	switch {
	case strings.IndexByte(id, 'E') < 0 && strings.IndexByte(id, 'e') < 0, !scientific.MatchString(id):
		return id, ""
	case !t.workbook:
		return id, "the case id was shortened by a spreadsheet program: its last digits are lost"
	}
	n, _, err := big.ParseFloat(strings.Replace(id, ",", ".", 1), 10, 256, big.ToNearestEven)
	if err != nil || !n.IsInt() {
		return id, ""
	}
	digits := n.Text('f', 0)
	if len(digits) > keptDigits {
		return digits, "the case id is stored as a number: digits after the fifteenth are lost"
	}
	return digits, ""
}
