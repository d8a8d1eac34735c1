package reports

import (
	"cmp"
	"fmt"
	"slices"
)

// derive adds the sums that a reader gets by taking one total from another:
// where the parts of one are all among those of the other, what is left is a
// count too, and may be a small one.
func (b *book) derive() {
	given := b.flattened()
	slices.SortStableFunc(given, func(x, y sum) int { return cmp.Compare(len(x.parts), len(y.parts)) })
	known := map[string]bool{}
	for _, s := range given {
		known[s.name()] = true
	}
	for i, inner := range given {
		for _, outer := range given[i+1:] {
			if len(outer.parts) > len(inner.parts) && inner.whole != outer.whole && among(inner.parts, outer.parts) {
				left := slices.DeleteFunc(slices.Clone(outer.parts), func(p int) bool { return slices.Contains(inner.parts, p) })
				if s := (sum{outer.whole, append(left, inner.whole)}); !known[s.name()] {
					known[s.name()] = true
					b.sums = append(b.sums, s)
				}
			}
		}
	}
}

// name tells sums apart.
func (s sum) name() string {
	parts := slices.Sorted(slices.Values(s.parts))
	return fmt.Sprint(s.whole, parts)
}

// flattened is the sums with each part that is a sum itself replaced by its
// own parts, in the order of their numbers.
func (b *book) flattened() []sum {
	first := map[int]*sum{} // the parts that a total was made of
	for i := range b.sums {
		if s := &b.sums[i]; first[s.whole] == nil && s.whole > slices.Max(s.parts) {
			first[s.whole] = s
		}
	}
	var expand func(v int) []int
	expand = func(v int) []int {
		s := first[v]
		if s == nil {
			return []int{v}
		}
		var parts []int
		for _, p := range s.parts {
			parts = append(parts, expand(p)...)
		}
		return parts
	}
	var flat []sum
	for _, s := range b.sums {
		var parts []int
		for _, p := range s.parts {
			parts = append(parts, expand(p)...)
		}
		slices.Sort(parts)
		if slices.Equal(parts, slices.Compact(slices.Clone(parts))) {
			flat = append(flat, sum{s.whole, parts})
		}
	}
	return flat
}

// among reports whether all numbers of one sorted list stand in another.
func among(some, all []int) bool {
	for _, v := range some {
		if _, ok := slices.BinarySearch(all, v); !ok {
			return false
		}
	}
	return true
}
