package extract

import (
	"fmt"
	"slices"
	"strings"

	"palermo/extract/pattern"
)

// An amount of money says little until it is known what it was for: the same
// $8,000 is a crossing fee, a ransom, a debt or a year's wages. A rule that
// finds amounts can name its purpose; the word of a purpose that stands nearest
// to the amount decides.

// purposePrefix begins the names of the classes of words for what is paid for:
// amount_crossing, amount_wage and so on.
const purposePrefix = "amount_"

// purpose is what an amount can be for.
type purpose struct {
	name  string
	class pattern.Class
}

// purposesOf returns the purposes that a language knows. Those that are too many
// to be asked for are mistakes.
func purposesOf(d *definition, s *pattern.Set) []purpose {
	var out []purpose
	for _, c := range d.classes {
		name, ok := strings.CutPrefix(c.name.text, purposePrefix)
		switch {
		case ok && s.Full():
			c.name.reject("class <"+c.name.text+"> is one purpose of amounts too many", fmt.Sprintf("a language can have %d", len(out)))
		case ok:
			out = append(out, purpose{name, s.Class(c.name.text)})
		}
	}
	return out
}

// checkAmounts refuses rules that name a purpose without words.
func (d *definition) checkAmounts() {
	classes := d.classNames()
	for _, r := range d.rules {
		if name := purposePrefix + r.Amount; r.Amount != "" && !slices.Contains(classes, name) {
			r.at.reject(fmt.Sprintf("the rule of %s is for amounts of %q, and no class is called <%s>", r.fact(), r.Amount, name), meant(name, classes, defineIt))
		}
	}
}

// purposeReach is how far from an amount the word for its purpose may stand.
const purposeReach = 10

// paidFor reports whether the amount in a fact is for what a rule says, or for
// nothing that is said. Words without an amount ("they hired a guide") are for
// what their pattern says.
func (p *pack) paidFor(d *document, m pattern.Match, name string) bool {
	first, end := p.amountIn(d, m)
	if first == end {
		return true
	}
	for far := 1; far <= purposeReach; far++ {
		for _, i := range []int{end - 1 + far, first - far} {
			if i < d.sentence.First || i >= d.sentence.End {
				continue
			}
			if found := p.purposeAt(d, i); found != "" {
				return found == name
			}
		}
	}
	return true
}

// amountIn returns the tokens of the amount in a fact: its highest number, since
// "two of them paid 900" counts people as well, and what of it follows.
func (p *pack) amountIn(d *document, m pattern.Match) (first, end int) {
	highest := -1
	for i := m.First; i < m.End; i++ {
		v := p.set.Value(d.scratch, i)
		if v < 0 || v <= highest {
			continue
		}
		highest, first = v, i
		for end = i + 1; end < m.End && p.set.Value(d.scratch, end) >= 0; end++ {
		}
	}
	return first, end
}

func (p *pack) purposeAt(d *document, i int) string {
	for _, u := range p.purposes {
		if p.set.Is(d.scratch, i, u.class) {
			return u.name
		}
	}
	return ""
}

// settleFares takes the fee out of what tells the price of somebody: "handed over to a
// farmer for 45,000 rupees" pays for no passage.
func settleFares(ev []Evidence) {
	for i := range ev {
		sale := &ev[i]
		if sale.Indicator != SaleTransfer || !sale.Counts {
			continue
		}
		for k := range ev {
			if fee := &ev[k]; fee.Indicator == SmugglingFee && fee.Span.shares(sale.Span) {
				fee.Counts, fee.Subject = false, Other
			}
		}
	}
}
