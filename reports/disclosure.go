package reports

import "slices"

// DefaultFloor is the smallest count of people that the shareable tier shows.
// The Counter-Trafficking Data Collaborative published at this threshold.
const DefaultFloor = 11

// Count is a number of records, or the fact that it is not told.
type Count struct {
	N        int64
	Withheld bool
}

// book is every count that is published, and every sum that a reader can form
// of them: a cell that is hidden must not come back out of any total.
type book struct {
	vars []variable
	sums []sum
}

// variable is one count. An aux one is never shown: it stands for what is left
// of a group, so that the sum is the one that a reader knows of.
type variable struct {
	value  int64
	worth  worth
	hidden bool
	aux    bool
}

// worth says what is hidden last: where one number more has to go, it is one of
// the least worth, and among those the smallest.
type worth int

const (
	detail   worth = iota
	single         // the count of a cell or of a group
	margin         // the total of a row or a column
	headline       // what the report is about
	fixed          // known from elsewhere, so hiding it would be no use
)

// sum says that the whole is the parts together.
type sum struct {
	whole int
	parts []int
}

// count adds a number to the book.
func (b *book) count(n int64) int {
	b.vars = append(b.vars, variable{value: n, worth: single})
	return len(b.vars) - 1
}

// value sets the worth of some numbers.
func (b *book) value(w worth, list ...int) {
	for _, v := range list {
		b.vars[v].worth = w
	}
}

// total adds the sum of some numbers that stand in the book.
func (b *book) total(parts ...int) int {
	var n int64
	for _, p := range parts {
		n += b.vars[p].value
	}
	whole := b.count(n)
	b.adds(whole, parts...)
	return whole
}

// adds notes that a number in the book is the sum of others.
func (b *book) adds(whole int, parts ...int) {
	b.sums = append(b.sums, sum{whole, slices.Clone(parts)})
}

// rest adds what is left of a whole beside its parts, which is never shown.
func (b *book) rest(whole int, parts ...int) {
	left := b.vars[whole].value
	for _, p := range parts {
		left -= b.vars[p].value
	}
	aux := b.count(left)
	b.vars[aux].aux, b.vars[aux].hidden = true, true
	b.adds(whole, append(slices.Clone(parts), aux)...)
}

// hide withholds a number whatever it is.
func (b *book) hide(v int) { b.vars[v].hidden = true }

// at returns a number as it is published.
func (b *book) at(v int) Count {
	if b.vars[v].hidden {
		return Count{Withheld: true}
	}
	return Count{N: b.vars[v].value}
}

// protect hides every count under the floor, and then as many others as it
// takes that nobody can work those out.
func (b *book) protect(floor int64) {
	if floor <= 1 {
		return
	}
	b.derive()
	b.derive()
	for i := range b.vars {
		if b.small(i, floor) {
			b.vars[i].hidden = true
		}
	}
	for b.closeSums(floor) || b.closeBounds(floor) || b.closeSystem(floor) {
	}
}

// small reports whether a count is one that must not be known.
func (b *book) small(i int, floor int64) bool {
	return b.vars[i].value > 0 && b.vars[i].value < floor
}

// closeSums hides one more number wherever what is hidden of a sum is known to
// be less than the floor, and wherever a single small number is left over.
func (b *book) closeSums(floor int64) bool {
	changed := false
	for i := range b.sums {
		for b.leaks(&b.sums[i], floor) && b.hideOneMore(&b.sums[i], headline) {
			changed = true
		}
	}
	return changed
}

func (b *book) leaks(s *sum, floor int64) bool {
	var hidden, last int
	var left int64
	for _, p := range s.parts {
		if b.vars[p].hidden {
			hidden, last = hidden+1, p
			left += b.vars[p].value
		}
	}
	switch {
	case b.vars[s.whole].hidden:
		return hidden == 0 && b.small(s.whole, floor)
	case hidden == 1:
		return b.small(last, floor)
	}
	return hidden > 0 && left > 0 && left < floor
}

// hideOneMore hides the number of a sum that is worth the least of those that
// are shown, and no more than most.
func (b *book) hideOneMore(s *sum, most worth) bool {
	best := -1
	for _, p := range append([]int{s.whole}, s.parts...) {
		v := &b.vars[p]
		if v.hidden || v.value == 0 || v.worth > most {
			continue
		}
		if best < 0 || v.worth < b.vars[best].worth || v.worth == b.vars[best].worth && v.value < b.vars[best].value {
			best = p
		}
	}
	if best < 0 {
		return false
	}
	b.vars[best].hidden = true
	return true
}

// closeBounds hides one more number beside every small one that the sums
// together pin down to a range narrower than the floor.
func (b *book) closeBounds(floor int64) bool {
	lower, upper := b.bounds()
	return b.closeAround(func(i int) bool {
		return b.small(i, floor) && upper[i]-lower[i] < floor-1
	})
}

// closeSystem does the same beside every small one that follows from the sums
// as equations, which can be so without any single sum giving it away.
func (b *book) closeSystem(floor int64) bool {
	solved := b.solved()
	return b.closeAround(func(i int) bool { return b.small(i, floor) && solved[i] })
}

// closeAround hides one number near the first variable that is too well known:
// in a sum that it stands in or, where all of those are hidden already, in one
// that is joined to them.
func (b *book) closeAround(known func(i int) bool) bool {
	for i := range b.vars {
		if b.vars[i].hidden && known(i) && b.hideNear(i) {
			return true
		}
	}
	return false
}

// hideNear goes outwards from a variable, one step of sums at a time, and looks
// for what is worth little before it takes what is worth more.
func (b *book) hideNear(from int) bool {
	for most := detail; most <= headline; most++ {
		steps := 2
		if most == headline {
			steps = len(b.sums)
		}
		if b.hideWithin(from, most, steps) {
			return true
		}
	}
	return false
}

func (b *book) hideWithin(from int, most worth, steps int) bool {
	reached, done := map[int]bool{from: true}, map[int]bool{}
	for grown := true; grown && steps > 0; steps-- {
		grown = false
		var next []int
		for i := range b.sums {
			s := &b.sums[i]
			if done[i] || !s.touches(reached) {
				continue
			}
			if b.hideOneMore(s, most) {
				return true
			}
			done[i], grown = true, true
			next = append(append(next, s.whole), s.parts...)
		}
		for _, v := range next {
			reached[v] = reached[v] || b.vars[v].hidden
		}
	}
	return false
}

func (s *sum) touches(reached map[int]bool) bool {
	return reached[s.whole] || slices.ContainsFunc(s.parts, func(p int) bool { return reached[p] })
}
