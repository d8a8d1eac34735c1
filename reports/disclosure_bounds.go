package reports

// bounds returns what a reader can say of every number: what is shown as it
// is, and the rest by going through the sums until nothing gets narrower.
func (b *book) bounds() (lower, upper []int64) {
	var all int64
	for i := range b.vars {
		all = max(all, b.vars[i].value)
	}
	lower, upper = make([]int64, len(b.vars)), make([]int64, len(b.vars))
	for i, v := range b.vars {
		lower[i], upper[i] = 0, all+DefaultFloor // no count is known to be the largest
		if !v.hidden {
			lower[i], upper[i] = v.value, v.value
		}
	}
	for b.narrow(lower, upper) {
	}
	return lower, upper
}

func (b *book) narrow(lower, upper []int64) bool {
	changed := false
	set := func(i int, lo, hi int64) {
		if lo > lower[i] {
			lower[i], changed = lo, true
		}
		if hi < upper[i] {
			upper[i], changed = hi, true
		}
	}
	for _, s := range b.sums {
		var lo, hi int64
		for _, p := range s.parts {
			lo += lower[p]
			hi += upper[p]
		}
		set(s.whole, lo, hi)
		for _, p := range s.parts {
			set(p, lower[s.whole]-(hi-upper[p]), upper[s.whole]-(lo-lower[p]))
		}
	}
	return changed
}
