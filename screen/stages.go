package screen

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"github.com/goccy/go-yaml"

	"palermo/extract/text"
)

//go:embed stages.yaml
var stageFile []byte

// stage is what a word of time says of the fact beside it.
type stage uint8

// Stages; stages.yaml explains them.
const (
	noStage stage = iota
	arrival
	onTheWay
	departure
	later
	earlier
	afterIt
	deeperPast
)

// ofJourney reports whether a stage is one of the way over the border.
func (s stage) ofJourney() bool { return s == arrival || s == onTheWay || s == departure }

func stageNames() map[string]stage {
	return map[string]stage{
		"arrival": arrival, "way": onTheWay, "departure": departure,
		"later": later, "earlier": earlier, "after": afterIt, "past": deeperPast,
	}
}

// stages finds words of time and dates. It is never changed after it was loaded.
type stages struct {
	phrases map[string][]stagePhrase // by the first word, the longest first
	inYear  map[string]bool
	months  map[string]int // 1 to 12
}

type stagePhrase struct {
	words []string
	stage stage
}

// loadStages reads the words that are built in.
func loadStages() (*stages, error) {
	var def struct {
		Version string                `yaml:"version"`
		Stages  map[string][][]string `yaml:"stages"`
		InYear  []string              `yaml:"in_a_year"`
		Months  [][]string            `yaml:"months"`
	}
	if err := yaml.UnmarshalWithOptions(stageFile, &def, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read stages.yaml: %w", err)
	}
	s := &stages{phrases: map[string][]stagePhrase{}, inYear: map[string]bool{}, months: map[string]int{}}
	for name, languages := range def.Stages {
		of, ok := stageNames()[name]
		if !ok {
			return nil, fmt.Errorf("read stages.yaml: %q is no stage", name)
		}
		for _, phrase := range slices.Concat(languages...) {
			words := tokensOf(phrase).words
			if len(words) == 0 {
				return nil, fmt.Errorf("read stages.yaml: %q under %s has no word", phrase, name)
			}
			s.phrases[words[0]] = append(s.phrases[words[0]], stagePhrase{words, of})
		}
	}
	for _, list := range s.phrases {
		slices.SortStableFunc(list, func(a, b stagePhrase) int { return len(b.words) - len(a.words) })
	}
	for _, word := range def.InYear {
		s.inYear[fold(word)] = true
	}
	for i, names := range def.Months {
		for _, name := range names {
			s.months[fold(name)] = i + 1
		}
	}
	return s, nil
}

// telling is the text of one field, cut into folded words and sentences.
type telling struct {
	text      string
	tokens    []text.Token
	words     []string
	sentences []text.Range
}

func tokensOf(value string) telling {
	t := telling{text: value, tokens: text.Tokenize(nil, value, nil, nil)}
	for _, token := range t.tokens {
		t.words = append(t.words, fold(token.Of(value)))
	}
	t.sentences = text.Sentences(nil, t.tokens)
	return t
}

// mark is a word of time or a date in a text; bytes, half-open.
type mark struct {
	start, end int
	stage      stage // noStage for a date
	date       moment
}

// moment is a date as far as it is told: the month and the day may be 0.
type moment struct{ year, month, day int }

// against compares two dates as far as both are told, and is 0 where they don't
// tell which came first.
func (m moment) against(o moment) int {
	switch {
	case m.year == 0 || o.year == 0:
		return 0
	case m.year != o.year:
		return m.year - o.year
	case m.month == 0 || o.month == 0:
		return 0
	case m.month != o.month:
		return m.month - o.month
	case m.day == 0 || o.day == 0:
		return 0
	}
	return m.day - o.day
}

// marks lists the words of time and the dates of a sentence, in its order.
func (s *stages) marks(t *telling, in text.Range) []mark {
	var list []mark
	for i := in.First; i < in.End; {
		if n, m := s.date(t, i, in); n > 0 {
			list = append(list, mark{start: int(t.tokens[i].Start), end: int(t.tokens[i+n-1].End), date: m})
			i += n
		} else if n, of := s.stage(t, i, in.End); n > 0 {
			list = append(list, mark{start: int(t.tokens[i].Start), end: int(t.tokens[i+n-1].End), stage: of})
			i += n
		} else {
			i++
		}
	}
	return list
}

func (s *stages) stage(t *telling, at, end int) (words int, of stage) {
	for _, p := range s.phrases[t.words[at]] {
		if n := len(p.words); n <= end-at && slices.Equal(p.words, t.words[at:at+n]) {
			return n, p.stage
		}
	}
	return 0, noStage
}

// date reads a date that begins at a word, and says over how many it goes: "12
// March 2021", "March 12, 2021", "12 de marzo de 2021", "2021-03-12", "03/2021",
// "in 2021". Whether 3/4/2021 is in March or in April is not told.
func (s *stages) date(t *telling, at int, in text.Range) (words int, m moment) {
	month, years := 0, 0
	var days []int
reading:
	for i := at; i < in.End && i < at+6; i++ {
		word := t.words[i]
		n, err := strconv.Atoi(word)
		switch {
		case years == 0 && err == nil && len(word) == 4 && n >= 1950 && n < 2100:
			years, m.year = 1, n
			words = i + 1 - at
		case s.months[word] > 0 && month == 0:
			month = s.months[word]
			words = i + 1 - at
		case err == nil && len(word) <= 2 && n >= 1 && n <= 31:
			days = append(days, n)
			words = i + 1 - at
		case i > at && (word == "de" || word == "del" || word == "of"):
			continue
		default:
			break reading
		}
	}
	switch {
	case years == 0:
		return 0, moment{}
	case month > 0 && len(days) <= 1:
		m.month = month
		if len(days) == 1 {
			m.day = days[0]
		}
	case month > 0 || len(days) > 2:
	case len(days) == 2 && t.words[at] == strconv.Itoa(m.year): // 2021-03-12
		m.month, m.day = days[0], days[1]
	case len(days) == 2 && days[0] > 12:
		m.month, m.day = days[1], days[0]
	case len(days) == 2 && days[1] > 12:
		m.month, m.day = days[0], days[1]
	case len(days) == 1 && days[0] <= 12 && t.words[at] != strconv.Itoa(m.year): // 03/2021
		m.month = days[0]
	case len(days) == 0 && (at == in.First || !s.inYear[t.words[at-1]]):
		return 0, moment{} // a number that may count anything
	}
	return words, m
}
