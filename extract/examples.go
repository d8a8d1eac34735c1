package extract

import "palermo/extract/text"

// Failure is an example that does not read as its rule says, or a pattern that
// none reaches.
type Failure struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	Indicator string `json:"indicator"`
	Reason    string `json:"reason"`
	Text      string `json:"text"`
	Shown     string `json:"-"` // file, line and column, what is wrong, and the line
}

func (f Failure) String() string { return f.Shown }

// Trial is how the examples of one language read.
type Trial struct {
	Language  string    `json:"language"`
	Rules     int       `json:"rules"`
	Patterns  int       `json:"patterns"`
	Examples  int       `json:"examples"`
	Failures  []Failure `json:"failures"`
	Unreached []Failure `json:"unreached"` // patterns that no hit of their fact reaches
}

// Try reads every example of the packs of some languages, or of all: a hit must
// be found and count, a miss and a negated example must not count.
func (r *Reader) Try(languages ...string) []Trial {
	if len(languages) == 0 {
		languages = r.Languages()
	}
	var out []Trial
	for _, language := range languages {
		if p := r.pack(language); p != nil {
			out = append(out, r.try(p))
		}
	}
	return out
}

func (r *Reader) try(p *pack) Trial {
	t := Trial{
		Language: p.language, Rules: len(p.rules), Examples: len(p.definition.examples()),
		Failures: []Failure{}, Unreached: []Failure{}, // lists also where they are empty
	}
	for i := range p.rules {
		rule := &p.rules[i]
		t.Patterns += len(rule.Patterns)
		t.Failures = append(t.Failures, r.checkRule(p, rule)...)
	}
	reached := r.reached(p)
	for tag, target := range p.targets {
		if target.role == findsFact && !reached[tag] {
			t.Unreached = append(t.Unreached, p.failure(&p.rules[target.index], target.line, "no hit reaches this pattern"))
		}
	}
	return t
}

// failure says what is wrong with a line of a rule, with every slur veiled.
func (p *pack) failure(rule *rule, l line, reason string) Failure {
	shown := l.file.Show(l.number, l.column, rule.fact()+": "+reason)
	return Failure{l.file.Name(), l.number, l.column, rule.Indicator, p.veil(reason), p.veil(l.text), p.veil(shown)}
}

func (r *Reader) checkRule(p *pack, rule *rule) []Failure {
	var out []Failure
	fail := func(l line, reason string) { out = append(out, p.failure(rule, l, reason+": "+l.text)) }
	for _, l := range rule.Hits {
		if found, counts := r.reads(p, rule, l.text); !found || !counts && rule.evident(r) {
			fail(l, "not found")
		}
	}
	for _, l := range rule.Misses {
		if _, counts := r.reads(p, rule, l.text); counts {
			fail(l, "found, and should not be")
		}
	}
	for _, l := range rule.Negated {
		if _, counts := r.reads(p, rule, l.text); counts {
			fail(l, "counts, and should not")
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

// reached tells, by tag, the patterns that match in a hit of a rule for their
// fact. A pattern that no hit reaches may find anything, or nothing.
func (r *Reader) reached(p *pack) []bool {
	w := r.workspace()
	defer r.pool.Put(w)
	reached := make([]bool, len(p.targets))
	for i := range p.rules {
		for _, hit := range p.rules[i].Hits {
			w.tokenize(hit.text, r.abbreviations)
			sc := w.load(p, hit.text)
			w.sentences = text.Sentences(w.sentences[:0], w.tokens)
			for _, s := range w.sentences {
				for _, m := range p.set.Scan(sc, s) {
					t := &p.targets[m.Tag]
					reached[m.Tag] = reached[m.Tag] || t.role == findsFact && p.rules[t.index].fact() == p.rules[i].fact()
				}
			}
		}
	}
	return reached
}
