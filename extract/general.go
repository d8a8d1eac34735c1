package extract

// A lesson, a law, an appeal or a yearly report tells of trafficking and
// smuggling as records of cases do, down to the words. What sets it apart is
// that its sentences speak of people in general, and that nothing in it
// happened to anybody: nobody is arrested, found, heard or named as a party.
// A longer one has its examples, which come after and stand among many such
// sentences.

// generalLeast is how many sentences a narrative has to have before general ones
// among them say anything of all of it: that many which speak of people in general,
// or more of any kind that tell facts.
const generalLeast = 2

// mostConcrete is how many sentences with facts there are at most in a narrative
// without an event for each that speaks of people in general, if all of it is taken to.
const mostConcrete = 3

// A narrative with events in it is taken for a general one with examples when it
// has this many more sentences about people in general for each sentence that
// tells of an event. Fact sheets were seen with 3 to 14, records of cases with 2
// at most; one that says of itself that it is a lesson or a report needs fewer.
const (
	perExample         = 3
	perExampleDeclared = 2
)

// bearing is what a narrative has shown so far of telling of a case or of none.
type bearing struct {
	general   Cue  // what says that all of it is general
	declared  bool // there is such a cue
	events    int  // sentences in which something happened to somebody
	lead      int  // sentences about people in general before the first of these
	factual   int  // sentences with facts
	sweeping  int  // of these, sentences about people in general
	eventless bool // a language in it has no words for events, so their absence shows nothing
}

// hear takes note of the cues of a sentence.
func (b *bearing) hear(d *document, cues []cue) (general bool) {
	event := false
	for _, c := range cues {
		switch {
		case c.Layer == eventLayer:
			event = true
		case c.Layer != genericLayer:
		case c.scope == whole && !b.declared:
			b.general, b.declared = d.cue(c.Layer, c.first, c.end), true
		case c.first >= d.sentence.First:
			general = true
		}
	}
	if event {
		if b.events == 0 {
			b.lead = b.sweeping
		}
		b.events++
	}
	return general
}

// weigh takes note of the evidence of a sentence.
func (b *bearing) weigh(p *pack, sentence []Evidence, general bool) {
	if len(sentence) == 0 {
		return
	}
	b.factual++
	for i := range sentence {
		if e := &sentence[i]; e.Indicator == Policy && e.Polarity == Affirmed {
			general = true
		}
	}
	if general {
		b.sweeping++
	}
	b.eventless = b.eventless || !p.knowsEvents
}

// none reports whether a narrative tells of no case.
func (b *bearing) none() bool {
	switch {
	case b.events == 0 && b.eventless:
		return false
	case b.events == 0:
		return b.declared || max(b.sweeping, b.factual-1) >= generalLeast && mostConcrete*b.sweeping >= b.factual
	case b.lead < generalLeast:
		return false
	case b.declared:
		return b.sweeping >= generalLeast+perExampleDeclared*b.events
	default:
		return b.sweeping >= generalLeast+perExample*b.events
	}
}

// generalise takes back what a narrative without a case tells of anybody.
func (b *bearing) generalise(narrative []Evidence) {
	for i := range narrative {
		e := &narrative[i]
		if e.Strength == Contextual {
			continue
		}
		e.Subject, e.Counts = Generic, false
		if b.declared {
			e.Cues = append(e.Cues, b.general)
		}
	}
}
