package reports

import (
	"maps"
	"slices"
)

// modulus is a prime: a number that is fixed by the equations over fractions is
// fixed modulo nearly every prime, and whole numbers have no rounding.
const modulus = 2_147_483_647

// equation is coefficients by variable, each from 1 to modulus-1. What it comes
// to does not matter for whether a variable is fixed.
type equation map[int]int64

// solved reports which hidden variables have one value only, whatever the
// others are: those that stand alone in an equation once all are reduced.
func (b *book) solved() map[int]bool {
	reduced := map[int]equation{} // by leading variable
	for _, s := range b.sums {
		e := b.unknowns(s)
		for _, lead := range slices.Sorted(maps.Keys(e)) {
			if r, ok := reduced[lead]; ok && e[lead] != 0 {
				e.subtract(r, e[lead])
			}
		}
		if len(e) == 0 {
			continue
		}
		lead := slices.Min(slices.Collect(maps.Keys(e)))
		e.scale(inverse(e[lead]))
		for _, r := range reduced {
			if c := r[lead]; c != 0 {
				r.subtract(e, c)
			}
		}
		reduced[lead] = e
	}
	solved := map[int]bool{}
	for lead, e := range reduced {
		solved[lead] = len(e) == 1
	}
	return solved
}

// unknowns is a sum as an equation of what is hidden in it.
func (b *book) unknowns(s sum) equation {
	e := equation{}
	if b.vars[s.whole].hidden {
		e[s.whole] = modulus - 1
	}
	for _, p := range s.parts {
		if b.vars[p].hidden {
			e[p]++
		}
	}
	return e
}

// subtract takes c times another equation away.
func (e equation) subtract(o equation, c int64) {
	for v, k := range o {
		if k = (e[v] + (modulus-c)*k) % modulus; k == 0 {
			delete(e, v)
		} else {
			e[v] = k
		}
	}
}

func (e equation) scale(c int64) {
	for v, k := range e {
		e[v] = k * c % modulus
	}
}

// inverse is 1/c modulo the prime, by Fermat's little theorem.
func inverse(c int64) int64 {
	result := int64(1)
	for power := int64(modulus - 2); power > 0; power >>= 1 {
		if power&1 == 1 {
			result = result * c % modulus
		}
		c = c * c % modulus
	}
	return result
}
