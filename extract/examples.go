package extract

import (
	"fmt"
)

// Failure is an example of a pack that does not read as its rule says.
type Failure struct {
	Place  string // pack, file and line
	Reason string
}

func (f Failure) String() string { return f.Place + ": " + f.Reason }

// CheckExamples reads every example of every pack: a hit must be found and
// count, a miss and a negated example must not count.
func (r *Reader) CheckExamples() []Failure {
	var out []Failure
	for _, language := range r.Languages() {
		p := r.packs[language]
		for i := range p.rules {
			out = append(out, r.checkRule(p, &p.rules[i])...)
		}
	}
	return out
}

func (r *Reader) checkRule(p *pack, rule *rule) []Failure {
	var out []Failure
	fail := func(l line, format string, args ...any) {
		out = append(out, Failure{fmt.Sprintf("%s:%d", rule.file, l.number), rule.Indicator + ": " + fmt.Sprintf(format, args...)})
	}
	for _, l := range rule.Hits {
		if found, counts := r.reads(p, rule, l.text); !found || !counts && rule.evident(r) {
			fail(l, "not found: %s", l.text)
		}
	}
	for _, l := range rule.Misses {
		if _, counts := r.reads(p, rule, l.text); counts {
			fail(l, "found, and should not be: %s", l.text)
		}
	}
	for _, l := range rule.Negated {
		if _, counts := r.reads(p, rule, l.text); counts {
			fail(l, "counts, and should not: %s", l.text)
		}
	}
	return out
}

// evident reports whether what a rule finds can count as evidence at all.
func (rule *rule) evident(r *Reader) bool {
	return r.taxonomy[rule.Indicator].Strength != Contextual
}

// reads reports whether a rule's fact is found in a text, and whether it counts.
func (r *Reader) reads(p *pack, rule *rule, src string) (found, counts bool) {
	w := r.workspace()
	defer r.pool.Put(w)
	w.tokenize(src, r.abbreviations)
	w.evidence = w.evidence[:0]
	r.readField(w, p, 0, src, 0)
	for _, e := range w.evidence {
		if e.Indicator == rule.Indicator && e.Facet == rule.Facet {
			found, counts = true, counts || e.Counts || !rule.evident(r)
		}
	}
	return found, counts
}
