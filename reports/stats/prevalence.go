package stats

import "math"

// Test is how well a classifier does against adjudicated records: a share, and
// the number of records that it was measured on.
type Test struct {
	Share float64
	N     int64
}

// Corrected is a prevalence with the mistakes of the classifier taken out.
type Corrected struct {
	Value float64
	Interval
	Clipped bool // Value lay outside 0 to 1, which a report must say
}

// RoganGladen corrects an apparent prevalence for sensitivity and specificity.
// It is refused for a classifier that is no better than chance.
func RoganGladen(apparent, sensitivity, specificity float64) (value float64, clipped, ok bool) {
	if sensitivity+specificity <= 1 {
		return 0, false, false
	}
	raw := (apparent + specificity - 1) / (sensitivity + specificity - 1)
	value = clip(raw)
	return value, value != raw, true
}

// LangReiczigel returns the corrected prevalence of x in n with a 95 %
// interval that carries the uncertainty of sensitivity and specificity as well
// (Lang and Reiczigel 2014).
func LangReiczigel(x, n int64, sensitivity, specificity Test) (Corrected, bool) {
	apparent, ok := Ratio(x, n)
	if !ok || sensitivity.N <= 0 || specificity.N <= 0 {
		return Corrected{}, false
	}
	var c Corrected
	if c.Value, c.Clipped, ok = RoganGladen(apparent, sensitivity.Share, specificity.Share); !ok {
		return Corrected{}, false
	}
	size := float64(n) + Z*Z
	p := (float64(n)*apparent + Z*Z/2) / size
	se, sp := shrunk(sensitivity), shrunk(specificity)
	scale := se + sp - 1
	if scale <= 0 {
		return Corrected{}, false
	}
	adjusted := (p + sp - 1) / scale
	varSe := se * (1 - se) / float64(sensitivity.N+2)
	varSp := sp * (1 - sp) / float64(specificity.N+2)
	shift := 2 * Z * Z * (adjusted*varSe - (1-adjusted)*varSp)
	half := Z * math.Sqrt(p*(1-p)/size+adjusted*adjusted*varSe+(1-adjusted)*(1-adjusted)*varSp) / scale
	c.Interval = Interval{clip(adjusted + shift - half), clip(adjusted + shift + half)}
	return c, true
}

// shrunk adds one success and one failure.
func shrunk(t Test) float64 {
	return (float64(t.N)*t.Share + 1) / float64(t.N+2)
}

func clip(p float64) float64 { return min(1, max(0, p)) }

// Stratum is a part of the records, of which some were adjudicated at random.
type Stratum struct {
	Records int64 // all of the stratum
	Sampled int64
	Found   int64 // of the sampled
}

// TwoPhase estimates a prevalence from strata that were sampled at different
// rates, with its standard error and a 95 % interval. A stratum with fewer than
// two sampled records has no variance, so nothing can be estimated.
func TwoPhase(strata []Stratum) (estimate, se float64, i Interval, ok bool) {
	var all int64
	for _, s := range strata {
		all += s.Records
	}
	if all == 0 {
		return 0, 0, Interval{}, false
	}
	var variance float64
	for _, s := range strata {
		if s.Sampled < 2 || s.Sampled > s.Records {
			return 0, 0, Interval{}, false
		}
		weight := float64(s.Records) / float64(all)
		p := float64(s.Found) / float64(s.Sampled)
		left := 1 - float64(s.Sampled)/float64(s.Records)
		estimate += weight * p
		variance += weight * weight * left * p * (1 - p) / float64(s.Sampled-1)
	}
	se = math.Sqrt(variance)
	return estimate, se, Interval{clip(estimate - Z*se), clip(estimate + Z*se)}, true
}

// SampleSize returns how many records show a proportion near p to within
// margin at 95 %, drawn from a population (0 for one without end).
func SampleSize(p, margin float64, population int64) (int64, bool) {
	if p < 0 || p > 1 || margin <= 0 || population < 0 {
		return 0, false
	}
	n := Z * Z * p * (1 - p) / (margin * margin)
	if population > 0 {
		n /= 1 + (n-1)/float64(population)
	}
	return int64(math.Ceil(n)), true
}
