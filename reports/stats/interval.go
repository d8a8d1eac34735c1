// Package stats holds the formulas behind the figures of the reports: counts
// come in, estimates with their uncertainty go out.
//
// A figure that is not defined for some counts, such as a rate of nothing, is
// told to be so by a second result; it is never passed off as a number.
package stats

import "math"

// Z is the 0.975 quantile of the standard normal distribution.
const Z = 1.959963984540054

// Interval is a range of a proportion or of a difference of two.
type Interval struct {
	Lower, Upper float64
}

// Wilson returns the 95 % score interval of x successes in n trials (Wilson
// 1927). It is not available for n = 0, which is not the same as 0 %.
func Wilson(x, n int64) (Interval, bool) {
	if n <= 0 {
		return Interval{}, false
	}
	size := float64(n)
	p := float64(x) / size
	scale := 1 + Z*Z/size
	centre := (p + Z*Z/(2*size)) / scale
	half := Z * math.Sqrt(p*(1-p)/size+Z*Z/(4*size*size)) / scale
	return Interval{max(0, centre-half), min(1, centre+half)}, true
}

// Newcombe returns the difference of two proportions x1/n1 - x2/n2 and its 95 %
// hybrid score interval (Newcombe 1998, method 10). Two Wilson intervals that
// overlap can still differ by this one, and it is the one to go by.
func Newcombe(x1, n1, x2, n2 int64) (float64, Interval, bool) {
	a, ok := Wilson(x1, n1)
	b, too := Wilson(x2, n2)
	if !ok || !too {
		return 0, Interval{}, false
	}
	p, q := float64(x1)/float64(n1), float64(x2)/float64(n2)
	d := p - q
	return d, Interval{
		Lower: d - math.Hypot(p-a.Lower, b.Upper-q),
		Upper: d + math.Hypot(a.Upper-p, q-b.Lower),
	}, true
}

// Ratio returns x/n; it is not available without a denominator.
func Ratio(x, n int64) (float64, bool) {
	if n <= 0 {
		return 0, false
	}
	return float64(x) / float64(n), true
}
