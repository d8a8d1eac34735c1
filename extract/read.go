package extract

import (
	"cmp"
	"slices"

	"palermo/extract/pattern"
	"palermo/extract/text"
	"palermo/pipeline/source"
)

// document is one narrative while it is being read.
type document struct {
	field    int
	src      string
	tokens   []text.Token
	sentence text.Range
	scratch  *pattern.Scratch
}

func (d *document) span(first, end int) Span {
	return Span{Field: d.field, Start: int(d.tokens[first].Start), End: int(d.tokens[end-1].End)}
}

func (d *document) quote(first, end int) string {
	s := d.span(first, end)
	return d.src[s.Start:s.End]
}

// workspace is the memory that one goroutine reads with. What it knows of words
// goes by their numbers in its vocabulary.
type workspace struct {
	vocabulary *text.Vocabulary
	functions  []uint16 // by word: the languages of which it is a function word
	tokens     []text.Token
	sentences  []text.Range
	evidence   []Evidence
	assertion  Assertion
	told       []Cue // room for the cues of evidence; filled, handed out and never used again
	cues       []cue
	carried    []cue // cues that apply to the rest of the narrative
	scratch    map[string]*pattern.Scratch
}

// maxWords bounds the memory of a workspace: how many different words it keeps.
const maxWords = 1 << 16

func newWorkspace() *workspace {
	return &workspace{vocabulary: text.NewVocabulary(), scratch: map[string]*pattern.Scratch{}}
}

// workspace returns memory to read with, to be given back to the pool.
func (r *Reader) workspace() *workspace {
	w := r.pool.Get().(*workspace)
	if w.vocabulary.Len() > maxWords {
		return newWorkspace()
	}
	return w
}

// scratchFor returns the memory for scanning with the pack of a language.
func (w *workspace) scratchFor(language string) *pattern.Scratch {
	sc := w.scratch[language]
	if sc == nil {
		sc = new(pattern.Scratch)
		w.scratch[language] = sc
	}
	return sc
}

// Read reads every narrative of a record. It is safe for concurrent use.
func (r *Reader) Read(rec *source.Record) Reading {
	out := Reading{Record: rec, Language: "und"}
	w := r.workspace()
	defer r.pool.Put(w)
	w.evidence = w.evidence[:0]
	longest := -1
	for i := range rec.Narratives() {
		src := rec.Fields[i].Value
		w.tokens = text.Tokenize(w.tokens[:0], src, w.vocabulary, r.abbreviations)
		language := r.languages.detect(w, src)
		if language == undetermined {
			language = r.byVocabulary(w, src)
		}
		p := r.packs[language]
		if len(src) > longest {
			longest, out.Language = len(src), language
			out.Coverage = r.coverage(language, p)
		}
		if p != nil {
			r.readField(w, p, i, src)
		}
	}
	if longest < 0 {
		out.Coverage.Reason = "no narrative"
	}
	if len(w.evidence) > 0 {
		out.Evidence = slices.Clone(w.evidence)
	}
	return out
}

func (r *Reader) coverage(language string, p *pack) Coverage {
	switch {
	case p != nil:
		return Coverage{Screened: true}
	case language == undetermined:
		return Coverage{Reason: "the language could not be told"}
	default:
		return Coverage{Reason: "no pack for language " + language}
	}
}

// readField appends the evidence of one narrative to that of the record.
func (r *Reader) readField(w *workspace, p *pack, field int, src string) {
	sc := w.scratchFor(p.language)
	p.set.Load(sc, src, w.tokens)
	w.sentences = text.Sentences(w.sentences[:0], w.tokens)
	w.carried = w.carried[:0]
	d := document{field: field, src: src, tokens: w.tokens, scratch: sc}
	for _, s := range w.sentences {
		d.sentence = s
		from := len(w.evidence)
		r.readSentence(w, p, &d)
		w.evidence = w.evidence[:from+len(tidy(w.evidence[from:]))]
	}
}

// readSentence appends the evidence of one sentence.
func (r *Reader) readSentence(w *workspace, p *pack, d *document) {
	matches := p.set.Scan(d.scratch, d.sentence)
	if len(matches) == 0 {
		return
	}
	w.cues = p.cuesOf(append(w.cues[:0], w.carried...), matches)
	for _, c := range w.cues {
		if c.scope == rest && !w.carries(c.cueRule) {
			w.carried = append(w.carried, c)
		}
	}
	for _, m := range matches {
		t := &p.targets[m.Tag]
		if t.role == findsFact && !p.spoiled(matches, m, t.index) {
			w.evidence = append(w.evidence, r.evidence(w, p, d, m, t))
		}
	}
}

// spoiled reports whether the words of a fact mean something else here.
func (p *pack) spoiled(matches []pattern.Match, m pattern.Match, rule int) bool {
	for _, o := range matches {
		t := p.targets[o.Tag]
		if t.role == spoilsFact && t.index == rule && o.First < m.End && m.First < o.End {
			return true
		}
	}
	return false
}

// carries reports whether a rule has given a cue for the rest already.
func (w *workspace) carries(rule *cueRule) bool {
	return slices.ContainsFunc(w.carried, func(c cue) bool { return c.cueRule == rule })
}

// evidence says what a match means.
func (r *Reader) evidence(w *workspace, p *pack, d *document, m pattern.Match, t *target) Evidence {
	rule := &p.rules[t.index]
	e := Evidence{
		Indicator: rule.Indicator,
		Facet:     rule.Facet,
		Span:      d.span(m.First, m.End),
		Quote:     d.quote(m.First, m.End),
		Strength:  rule.strength,
		Rule:      t.name,
	}
	e.Assertion, e.Cues = p.assert(w, d, m)
	if rule.Actor == "private" && p.byOfficial(d, m) {
		e.Subject = Authority
	}
	if rule.About == string(Victim) && e.Subject == Victim {
		e.Subject = p.told(d, m)
	}
	e.Counts = e.Assertion.Counts() && e.Strength != Contextual &&
		(rule.About != string(Victim) || e.Subject == Victim)
	return e
}

// tidy orders the evidence of a sentence and keeps one piece where several
// patterns of one indicator found the same words: the one that counts, then
// the one with the narrower meaning, then the longer.
func tidy(ev []Evidence) []Evidence {
	slices.SortStableFunc(ev, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End),
			cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(b.Facet, a.Facet), cmp.Compare(a.Rule, b.Rule))
	})
	kept := ev[:0]
	for _, e := range ev {
		if i := rival(kept, e); i < 0 {
			kept = append(kept, e)
		} else if better(e, kept[i]) {
			kept[i] = e
		}
	}
	return kept
}

// rival returns the index of evidence of the same indicator on some of the
// same words, or -1.
func rival(kept []Evidence, e Evidence) int {
	for i := len(kept) - 1; i >= 0; i-- {
		k := kept[i]
		if k.Indicator == e.Indicator && k.Span.Start < e.Span.End && e.Span.Start < k.Span.End {
			return i
		}
	}
	return -1
}

func better(a, b Evidence) bool {
	if a.Counts != b.Counts {
		return a.Counts
	}
	if (a.Facet != "") != (b.Facet != "") {
		return a.Facet != ""
	}
	return a.Span.End-a.Span.Start > b.Span.End-b.Span.Start
}
