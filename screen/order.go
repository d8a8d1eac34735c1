package screen

import (
	"cmp"
	"slices"

	"palermo/extract"
	"palermo/extract/text"
)

// timing is what the sentences of one event tell of its time.
type timing struct {
	date  moment // the earliest
	when  string // its words
	words map[stage]string
}

// settle puts two events, which stand in the order told, into the order that
// their dates or words of time give, and notes what it rests on.
func (s *stages) settle(list []Event, r *extract.Reading) {
	times := s.timings(list, r)
	by, swap := AsTold, false
	if d := times[0].date.against(times[1].date); d != 0 {
		by, swap = ByDate, d > 0
		for i := range list {
			list[i].Time = times[i].when
		}
	} else if i, words, first := staged(list, times); words != "" {
		by, swap = ByStage, first != 0
		list[i].Time = words
	}
	for i := range list {
		list[i].By = by
	}
	if swap {
		slices.Reverse(list)
	}
}

// staged finds the words of time that order two events: of which event they
// are, and which event came first. The words are empty where none do.
func staged(list []Event, times []timing) (of int, words string, first int) {
	exploited := slices.IndexFunc(list, isTrafficking)
	smuggled := 1 - exploited
	for _, rule := range [...]struct {
		of     int
		stages []stage
		first  int
	}{
		{exploited, []stage{departure}, exploited},
		{exploited, []stage{arrival, onTheWay}, smuggled},
		{1, []stage{earlier, afterIt}, 1},
		{1, []stage{later}, 0},
		{0, []stage{earlier, afterIt}, 0},
	} {
		for _, at := range rule.stages {
			if words := times[rule.of].words[at]; words != "" {
				return rule.of, words, rule.first
			}
		}
	}
	if words := times[1].words[deeperPast]; times[0].words[deeperPast] == "" {
		return 1, words, 1
	}
	return 0, "", 0
}

func isTrafficking(e Event) bool { return e.Crime == Trafficking }

// timings reads the sentences in which two events have facts of their own.
func (s *stages) timings(list []Event, r *extract.Reading) []timing {
	times := make([]timing, len(list))
	for i := range times {
		times[i].words = map[stage]string{}
	}
	if r.Record == nil {
		return times
	}
	exploited := slices.IndexFunc(list, isTrafficking)
	for field := range r.Record.Fields {
		var facts []placed
		for i := range list {
			for _, at := range list[i].Evidence {
				if e := &r.Evidence[at]; e.Span.Field == field {
					facts = append(facts, placed{e.Span.Start, e.Span.End, i})
				}
			}
		}
		if len(facts) == 0 {
			continue
		}
		slices.SortFunc(facts, func(a, b placed) int { return cmp.Or(a.start-b.start, a.end-b.end, a.event-b.event) })
		t := tokensOf(r.Record.Fields[field].Value)
		for _, in := range t.sentences {
			s.hearTimes(times, &t, in, facts, exploited)
		}
	}
	return times
}

// placed is a fact of one of two events; bytes of a field, half-open.
type placed struct{ start, end, event int }

// hearTimes gives every word of time in a sentence to the event of the fact that
// follows it, or else of the fact before it, and a date to the fact beside it.
// A stage of the journey ("halfway the guides locked them up and made them dig")
// is one of the exploitation, wherever a word for the smugglers stands before it.
func (s *stages) hearTimes(times []timing, t *telling, in text.Range, facts []placed, exploited int) {
	start, end := int(t.tokens[in.First].Start), int(t.tokens[in.End-1].End)
	here := facts[:0:0]
	for _, fact := range facts {
		if fact.start >= start && fact.start < end {
			here = append(here, fact)
		}
	}
	if len(here) == 0 {
		return
	}
	for _, m := range s.marks(t, in) {
		if m.stage == noStage {
			times[nearest(here, m)].dated(m.date, t.text[m.start:m.end])
			continue
		}
		of := following(here, m)
		if m.stage.ofJourney() && slices.ContainsFunc(here, func(f placed) bool { return f.event == exploited && f.start >= m.end }) {
			of = exploited
		}
		if times[of].words[m.stage] == "" {
			times[of].words[m.stage] = t.text[m.start:m.end]
		}
	}
}

func (t *timing) dated(date moment, words string) {
	if t.date.year == 0 || date.against(t.date) < 0 {
		t.date, t.when = date, words
	}
}

// following is the event of the first fact that ends behind a mark.
func following(facts []placed, m mark) int {
	for _, fact := range facts {
		if fact.end > m.start {
			return fact.event
		}
	}
	return facts[len(facts)-1].event
}

// nearest is the event of the fact that stands closest to a mark.
func nearest(facts []placed, m mark) int {
	best, event := -1, 0
	for _, fact := range facts {
		far := max(0, fact.start-m.end, m.start-fact.end)
		if best < 0 || far < best {
			best, event = far, fact.event
		}
	}
	return event
}
