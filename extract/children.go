package extract

import "slices"

// What an age says of a person hangs on the rest of the sentence and of the narrative.

// settleAges takes the ages of somebody's childhood out of a sentence that
// tells of nothing else: "she was 12 when her father died".
func (r *Reader) settleAges(sentence []Evidence) {
	r.settleChildren(sentence)
	for i := range sentence {
		if sentence[i].Counts && r.tellsOfTheCase(&sentence[i]) {
			return
		}
	}
	for i := range sentence {
		if e := &sentence[i]; e.Indicator == VictimMinor && hasCue(e, childhoodLayer) {
			e.Time, e.Counts = Past, false
		}
	}
}

// settleChildren gives a fact that presupposes a child to whom the ages among its
// words belong: that a client of 17 was caught with a woman tells of no child in
// prostitution.
func (r *Reader) settleChildren(sentence []Evidence) {
	for i := range sentence {
		e := &sentence[i]
		if !e.Counts || !slices.Contains(r.taxonomy[e.Indicator].Traits, OfChild) {
			continue
		}
		if whose := childWithin(sentence, e.Span); whose != "" && whose != Victim {
			e.Subject, e.Counts = whose, false
		}
	}
}

// childWithin returns whose the ages under 18 within a span are: a victim's, if one
// of them is, or "" where there is none.
func childWithin(sentence []Evidence, span Span) (whose Subject) {
	for i := range sentence {
		e := &sentence[i]
		switch {
		case e.Indicator != VictimMinor || e.Span.Start >= span.End || span.Start >= e.Span.End:
		case e.Subject == Victim:
			return Victim
		case e.Subject != Other || hasCue(e, passingLayer): // what is Other without it is no age
			whose = e.Subject
		}
	}
	return whose
}

// tellsOfTheCase reports whether a fact is one of conduct, means or purpose.
func (r *Reader) tellsOfTheCase(e *Evidence) bool {
	return r.taxonomy[e.Indicator].OfTrafficking()
}

// withdrawChildren takes back what a narrative tells of a child who it says
// was made up: a decoy, an officer in a chat, an advertisement of the police.
// Children who were found are no decoys.
func (r *Reader) withdrawChildren(narrative []Evidence, fiction Cue) {
	for i := range narrative {
		e := &narrative[i]
		indicator := r.taxonomy[e.Indicator]
		child := slices.Contains(indicator.Traits, OfChild) || indicator.ID != VictimAdult && indicator.Element == ageElement
		if child && !hasCue(e, recoveryLayer) {
			e.Subject, e.Counts = Other, false
			e.Cues = append(e.Cues, fiction)
		}
	}
}
