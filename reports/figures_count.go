package reports

import (
	"cmp"
	"maps"
	"slices"

	"palermo/screen"
)

// figuresOf lays out the totals of a run. With a floor, counts that are smaller
// and whatever would give them away are withheld.
func figuresOf(t *Totals, floor int64) *Figures {
	e := entries{book: &book{}, t: t, floor: floor}
	e.enterMatrix()
	e.enterKinds()
	e.enterRates()
	for _, by := range Dimensions() {
		e.enterBreakdown(by)
	}
	e.book.protect(floor)
	return e.figures()
}

// entries are the places of the figures in the book.
type entries struct {
	*book
	t     *Totals
	floor int64

	records   int
	cells     map[Cell]int
	rows      map[screen.Label]int
	columns   map[screen.Class]int
	kinds     []int
	rates     []rateEntry
	groups    map[Dimension][]groupEntry
	breakdown []Dimension
}

// rateEntry is the places of one rate.
type rateEntry struct {
	name                                             string
	numerator, complement, denominator, undetermined int
}

// groupEntry is the places of one group of a breakdown.
type groupEntry struct {
	name    string
	counts  *Counts
	records int
	rates   []rateEntry
}

func (e *entries) enterMatrix() {
	e.cells, e.rows, e.columns = map[Cell]int{}, map[screen.Label]int{}, map[screen.Class]int{}
	var rows, cols []int
	for _, l := range screen.Labels() {
		var parts []int
		for _, class := range classColumns() {
			at := Cell{l, class}
			e.cells[at] = e.count(e.t.Cells[at])
			parts = append(parts, e.cells[at])
		}
		e.rows[l] = e.total(parts...)
		rows = append(rows, e.rows[l])
	}
	for _, class := range classColumns() {
		var parts []int
		for _, l := range screen.Labels() {
			parts = append(parts, e.cells[Cell{l, class}])
		}
		e.columns[class] = e.total(parts...)
		cols = append(cols, e.columns[class])
	}
	e.records = e.total(rows...)
	e.adds(e.records, cols...)
	e.value(margin, rows...)
	e.value(margin, cols...)
	e.value(fixed, e.records) // the ledger says it too
}

// enterKinds notes that each kind of finding is the sum of some cells of the
// matrix. Should the two ever disagree, the kind is not told at all.
func (e *entries) enterKinds() {
	cells := map[screen.Kind][]int{}
	for _, l := range screen.Labels() {
		for _, class := range classColumns() {
			kind := screen.NotScreened
			if class != notScreened {
				kind = screen.Compare(l, class)
			}
			cells[kind] = append(cells[kind], e.cells[Cell{l, class}])
		}
	}
	for _, k := range screen.Kinds() {
		at := e.total(cells[k]...)
		e.value(detail, at)
		if e.vars[at].value != e.t.Kinds[k] {
			e.vars[at].value = e.t.Kinds[k]
			e.sums = e.sums[:len(e.sums)-1]
			if e.floor > 0 {
				e.hide(at)
			}
		}
		e.kinds = append(e.kinds, at)
	}
}

func (e *entries) enterRates() {
	for _, rule := range rateRules() {
		if rule.flag != "" {
			e.rates = append(e.rates, e.flagRate(&rule))
			continue
		}
		var parts [slotUndetermined + 1][]int
		for _, l := range rule.labels {
			for _, class := range classColumns() {
				p := rule.slot(class)
				parts[p] = append(parts[p], e.cells[Cell{l, class}])
			}
		}
		r := rateEntry{
			name:      rule.name,
			numerator: e.total(parts[slotNumerator]...), complement: e.total(parts[slotComplement]...),
			undetermined: e.total(parts[slotUndetermined]...),
		}
		r.denominator = e.total(r.numerator, r.complement)
		if rule.name == unsupportedLabel {
			e.value(detail, r.numerator, r.complement, r.undetermined, r.denominator)
		} else {
			e.value(headline, r.numerator, r.complement, r.denominator)
		}
		e.rates = append(e.rates, r)
	}
}

func (e *entries) flagRate(rule *rateRule) rateEntry {
	n := rule.parts(&e.t.Counts)
	r := rateEntry{
		name:      rule.name,
		numerator: e.count(n[slotNumerator]), complement: e.count(n[slotComplement]), undetermined: e.count(0),
	}
	r.denominator = e.total(r.numerator, r.complement)
	e.value(detail, r.numerator, r.complement, r.denominator)
	var rows []int
	for _, l := range rule.labels {
		rows = append(rows, e.rows[l])
	}
	e.adds(r.denominator, rows...)
	return r
}

// enterBreakdown enters the groups of one dimension. Where counts are withheld,
// a group has the two directions of mislabelling and no other figure: every
// further one would be one more way to work out a small count.
func (e *entries) enterBreakdown(by Dimension) {
	groups := e.t.By[by].list(e.floor)
	if len(groups) == 0 || len(groups) == 1 && e.floor > 0 {
		return
	}
	var records []int
	parts := make([][3][]int, 2)
	list := make([]groupEntry, 0, len(groups))
	for _, g := range groups {
		entry := groupEntry{name: g.name, counts: g.Counts, records: e.count(g.Records)}
		records = append(records, entry.records)
		var known []int
		for i, rule := range rateRules()[:2] {
			r := e.groupRate(&rule, g.Counts)
			entry.rates = append(entry.rates, r)
			for k, at := range []int{r.numerator, r.complement, r.undetermined} {
				parts[i][k] = append(parts[i][k], at)
				known = append(known, at)
			}
		}
		e.rest(entry.records, known...)
		list = append(list, entry)
	}
	e.adds(e.records, records...)
	for i := range parts {
		r := e.rates[i]
		for k, whole := range []int{r.numerator, r.complement, r.undetermined} {
			e.adds(whole, parts[i][k]...)
		}
	}
	if e.groups == nil {
		e.groups = map[Dimension][]groupEntry{}
	}
	e.groups[by] = list
	e.breakdown = append(e.breakdown, by)
}

func (e *entries) groupRate(rule *rateRule, c *Counts) rateEntry {
	n := rule.parts(c)
	r := rateEntry{
		name:      rule.name,
		numerator: e.count(n[slotNumerator]), complement: e.count(n[slotComplement]),
		undetermined: e.count(n[slotUndetermined]),
	}
	r.denominator = e.total(r.numerator, r.complement)
	return r
}

// figures reads the book.
func (e *entries) figures() *Figures {
	f := &Figures{Floor: e.floor, Records: e.at(e.records), Repeated: e.t.Repeated}
	for _, l := range screen.Labels() {
		row := MatrixRow{Label: l, Total: e.at(e.rows[l])}
		for _, class := range classColumns() {
			row.Cells = append(row.Cells, e.at(e.cells[Cell{l, class}]))
		}
		f.Matrix = append(f.Matrix, row)
	}
	for _, class := range classColumns() {
		f.Columns = append(f.Columns, e.at(e.columns[class]))
	}
	for _, at := range e.kinds {
		f.Kinds = append(f.Kinds, e.at(at))
	}
	for _, r := range e.rates {
		f.Rates = append(f.Rates, e.rate(r))
	}
	for _, by := range e.breakdown {
		f.Breakdowns = append(f.Breakdowns, e.breakdownOf(by))
	}
	e.beside(f)
	return f
}

func (e *entries) rate(r rateEntry) Rate {
	return Rate{
		Name: r.name, Numerator: e.at(r.numerator), Denominator: e.at(r.denominator), Undetermined: e.at(r.undetermined),
	}
}

// beside adds the counts that stand beside the tables. Priorities and flags are
// nearly the findings again, so none of them is told where counts are withheld.
func (e *entries) beside(f *Figures) {
	withheld := e.floor > 0
	told := func(n int64) Count {
		if withheld {
			return Count{Withheld: true}
		}
		return Count{N: n}
	}
	f.Open = told(e.t.TraffickingUndetermined)
	f.Elsewhere = elsewhereTotals(e.t, e.floor)
	for _, p := range screen.Priorities() {
		f.Priorities = append(f.Priorities, told(e.t.Priorities[p]))
	}
	for _, flag := range screen.Flags() {
		f.Flags = append(f.Flags, told(e.t.Flagged(flag)))
	}
	for _, text := range slices.SortedFunc(maps.Keys(e.t.Questions), func(a, b string) int {
		return cmp.Or(cmp.Compare(e.t.Questions[b], e.t.Questions[a]), cmp.Compare(a, b))
	}) {
		if n := e.t.Questions[text]; e.floor == 0 || n >= e.floor && e.t.Records-n >= e.floor {
			f.Questions = append(f.Questions, Question{Text: text, Records: Count{N: n}})
		}
	}
}
