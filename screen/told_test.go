package screen

import (
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"palermo/extract"
	"palermo/pipeline/source"
)

// taxonomy reads the indicators that ship, so that a framework and a tier in
// these tests are what a run has.
func taxonomy(t testing.TB) []extract.Indicator {
	t.Helper()
	data, err := os.ReadFile("../extract/packs/taxonomy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Indicators []extract.Indicator `yaml:"indicators"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Indicators
}

func un(t testing.TB) *Framework {
	t.Helper()
	fw, err := LoadFramework(Frameworks(), "un.yaml", taxonomy(t))
	if err != nil {
		t.Fatal(err)
	}
	return fw
}

func labels(t testing.TB) *LabelMap {
	t.Helper()
	m, err := LoadLabels()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// teller makes evidence out of a short hand: "id", "id/facet", "!id" denied,
// "?id" feared, "~id" of people in general, "%id" of
// somebody made up, "^id" done by an official.
type teller map[string]extract.Strength

func newTeller(t testing.TB) teller {
	t.Helper()
	tell := teller{}
	for _, i := range taxonomy(t) {
		tell[i.ID] = i.Strength
	}
	return tell
}

func (tell teller) evidence(t testing.TB, shorthand string) []extract.Evidence {
	t.Helper()
	var list []extract.Evidence
	for i, word := range strings.Fields(shorthand) {
		sign := word[:1]
		if strings.ContainsAny(sign, "!?~^%") {
			word = word[1:]
		}
		id, facet, _ := strings.Cut(word, "/")
		tier, ok := tell[id]
		if !ok {
			t.Fatalf("no indicator %q", id)
		}
		e := extract.Evidence{
			Indicator: id, Facet: facet, Strength: tier,
			Span: extract.Span{Start: 10 * i, End: 10*i + 5}, Quote: "quote",
			Assertion: extract.Assertion{
				Polarity: extract.Affirmed, Certainty: extract.Asserted, Time: extract.Past,
				Subject: extract.Victim, Voice: extract.Officer,
			},
		}
		switch sign {
		case "!":
			e.Polarity = extract.Negated
		case "?":
			e.Certainty = extract.Hypothetical
		case "~":
			e.Subject = extract.Generic
		case "%":
			e.Subject, e.Cues = extract.Other, []extract.Cue{{Layer: extract.FictionLayer}}
		case "^":
			e.Subject = extract.Authority
		}
		e.Counts = e.Assertion.Counts() && tier != extract.Contextual
		list = append(list, e)
	}
	return list
}

func (tell teller) reading(t testing.TB, label, shorthand string) extract.Reading {
	t.Helper()
	return extract.Reading{
		Record:   &source.Record{Document: source.CaseLogRow, CaseID: "CW-1", Label: label},
		Coverage: extract.Coverage{Screened: true},
		Evidence: tell.evidence(t, shorthand),
	}
}
