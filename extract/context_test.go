package extract_test

import (
	"strings"
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
)

// record is a report with one narrative.
func record(narrative string) *source.Record {
	return &source.Record{Fields: []source.Field{{Name: "text", Value: narrative, Role: source.RoleNarrative}}}
}

// of returns the evidence of one indicator.
func of(r extract.Reading, indicator string) []extract.Evidence {
	var out []extract.Evidence
	for _, e := range r.Evidence {
		if e.Indicator == indicator {
			out = append(out, e)
		}
	}
	return out
}

// TestAssertion holds the layer to what ConText and NegEx are published to do,
// and to what records of this kind need on top.
func TestAssertion(t *testing.T) {
	r := load(t)
	for _, c := range []struct{ name, text, indicator, want string }{
		{"plain", "The owner confiscated her passport.", "document_confiscation", "counts"},
		{"pre-negation", "The owner did not confiscate her passport.", "document_confiscation", "negated"},
		{"no evidence of", "There is no evidence of forced labour.", "forced_labour", "negated"},
		{"negation inside the words is the fact", "She was not allowed to leave the house.", "restricted_movement", "counts"},
		{"negation in a gap", "He took none of their passports.", "document_confiscation", "negated"},
		{"pseudo-negation", "He not only beat her but locked her in the house.", "physical_violence", "counts"},
		{"terminator", "He did not pay her but the owner confiscated her passport.", "document_confiscation", "counts"},
		{"negation ends with the sentence", "There was no guard. The women were locked in the house.", "restricted_movement", "counts"},
		{"negation ends at a comma", "No visas were asked for, the owner confiscated her passport.", "document_confiscation", "counts"},
		{"negation goes through a list", "There was no evidence of threats, debt bondage, or forced labour.", "forced_labour", "negated"},
		{"terminator inside the words", "He did not feed them and forced them to work.", "forced_labour", "counts"},
		{"a without denies its noun", "Those who missed the quota went without meals or were given shocks with a cattle prod.", "forced_labour", "counts"},
		{"a no reaches through a list in a gap", "The smuggler demanded no further or other money.", "smuggling_fee", "negated"},
		{"an and begins a denial of something else", "El guía cobró tres mil pesos a su madre y no presentó papeles a nadie.", "smuggling_fee", "counts"},
		{"behind an and a not denies its verb", "Her passport was copied and not kept by the manager.", "document_confiscation", "negated"},
		{"the same in Spanish", "Los pasaportes fueron copiados y no retenidos por el patrón.", "document_confiscation", "negated"},
		{"a nor denies for itself", "El capitán no les pagaba ni les permitía bajar a tierra.", "restricted_movement", "counts"},
		{"what is found behind something false is found", "Fourteen Albanian adults were found behind a false partition, with no ventilation.", "non_national", "counts"},
		{"a price for somebody is no fare", "Ils l'ont vendue pour 3 000 euros à un homme.", "smuggling_fee", "not counted"},
		{"a fare is no price for somebody", "Los padres entregaron al menor a un hombre por 3.000 dólares para cruzar la frontera.", "smuggling_fee", "counts"},
		{"post-negation", "The beating of the women was never confirmed.", "physical_violence", "negated"},
		{"hypothesis", "It must be asked whether the workers were forced to work.", "forced_labour", "hypothetical"},
		{"risk", "Migrants on this route are at risk of being forced to work on farms.", "forced_labour", "not counted"},
		{"allegation counts", "He allegedly beat her for months.", "physical_violence", "alleged"},
		{"statistics", "Worldwide, millions of people are forced to work.", "forced_labour", "not counted"},
		{"boilerplate", "The case was investigated by the Human Trafficking Task Force, which helps women forced into prostitution.", "sexual_exploitation", "not counted"},
		{"official actor", "Border guards confiscated the passports of nine travellers.", "document_confiscation", "not counted"},
		{"official actor in the passive", "Their passports were kept by the border guards.", "document_confiscation", "not counted"},
		{"private actor beside an official", "She told the officer that her employer confiscated her passport.", "document_confiscation", "counts"},
		{"age of the driver", "The 17-year-old driver was arrested.", "victim_minor", "not counted"},
		{"age of the victim", "The driver carried a 15-year-old girl.", "victim_minor", "counts"},
		{"a sentence is no age", "He was sentenced to 17 years in prison.", "victim_minor", "nothing"},
		{"condition that is a fact", "If she refused, he beat her.", "physical_violence", "counts"},
		{"suspect denies", "The defendant denied that he had confiscated her passport.", "document_confiscation", "alleged"},
		{"victim denies", "The woman denied that anyone had beaten her.", "physical_violence", "negated"},
		{"a promise is no pay", "She would be paid 900 euros a month with weekends off.", "free_to_leave", "hypothetical"},
		{"pay is pay", "She is paid 900 euros a month and has her weekends off.", "free_to_leave", "counts"},
		{"a pattern's own negation ends at an and", "They were never locked in and had their phones with them.", "isolation", "nothing"},
		{"and at a comma", "The claim was not substantiated, workers allowed to go out.", "restricted_movement", "nothing"},
		{"in Spanish", "Nadie los golpeó y podían irse.", "restricted_movement", "nothing"},
		{"in French", "Elle n'était pas enfermée et pouvait sortir.", "restricted_movement", "negated"},
		{"in Portuguese", "Ninguém reclamou e todos receberam o salário.", "wage_withholding", "nothing"},
		{"two commas only interrupt it", "Nunca, em dois anos, recebeu o salário.", "wage_withholding", "counts"},
		{"of whom is no clause", "None of the men and women was ever paid.", "wage_withholding", "counts"},
		{"a list is denied whole", "He did not return, give or hand back their passports.", "document_confiscation", "counts"},
		{"what is lacking goes on in a list", "She worked all week with no contract and no holidays.", "excessive_hours", "counts"},
		{"what is lacking in Spanish", "Trabajaba sin contrato ni vacaciones.", "excessive_hours", "counts"},
		{"what is lacking was not taken", "Nothing was owed and no passport was taken.", "document_confiscation", "negated"},
		{"nor what follows it in a list", "No phones or passports were taken.", "document_confiscation", "negated"},
		{"what is lacking was not taken, in Spanish", "Sin amenazas, sin documentos retenidos.", "document_confiscation", "negated"},
		{"how it came to be lacking", "She has no passport since her employer keeps it.", "document_confiscation", "counts"},
		{"taken, and so lacking", "He had no passport, taken by the boss on arrival.", "document_confiscation", "counts"},
		{"negation ends at a new verb", "One of them did not get across the river and drowned.", "death_injury", "counts"},
		{"negation ends at a new verb, in Spanish", "Uno de ellos no logró atravesar el desierto y apareció muerto.", "death_injury", "counts"},
		{"negation ends at a new verb, in French", "Il n'a pas réussi à passer la rivière et fut retrouvé mort.", "death_injury", "counts"},
		{"negation ends at a new verb, in Portuguese", "Um deles não conseguiu passar o rio e morreu afogado.", "death_injury", "counts"},
		{"whoever it befalls", "The visa is open to anyone who has been forced to work.", "forced_labour", "not counted"},
		{"whoever it befalls, in Spanish", "Quien haya sido obligado a trabajar puede pedir ayuda.", "forced_labour", "not counted"},
		{"whoever it befalls, in French", "Toute personne qui a été contrainte au travail peut porter plainte.", "forced_labour", "not counted"},
		{"those whom it befell", "Celles qui ont été contraintes à se prostituer par le gérant parlent.", "sexual_exploitation", "counts"},
		{"a recruitment agent is no official", "The recruitment agent confiscated her passport.", "document_confiscation", "counts"},
		{"a customs agent is one", "A customs agent confiscated her passport.", "document_confiscation", "not counted"},
		{"negation of another verb in a gap", "The school sold certificates to people who never came so that they could keep their visas.", "enabling_stay", "counts"},
		{"advice to the reader", "Never hand over your passport to an agent.", "document_confiscation", "not counted"},
		{"no passenger", "No passenger on the boat was reported to have drowned.", "death_injury", "negated"},
		{"an opening of a shelter", "The ministry opened a shelter. Women who were forced into prostitution can stay there.", "sexual_exploitation", "not counted"},
		{"a case told beside a campaign", "In prevention month a man was convicted. He forced women into prostitution.", "sexual_exploitation", "counts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := verdict(of(r.Read(record(c.text)), c.indicator)); !strings.Contains(got, c.want) {
				t.Errorf("%q: %s is %q, want %q", c.text, c.indicator, got, c.want)
			}
		})
	}
}

// verdict says how the first piece of evidence is said.
func verdict(found []extract.Evidence) string {
	if len(found) == 0 {
		return "nothing"
	}
	e := found[0]
	words := "not counted"
	if e.Counts {
		words = "counts"
	}
	return strings.Join([]string{words, string(e.Polarity), string(e.Certainty), string(e.Subject), string(e.Voice)}, " ")
}

// TestVoice holds to the one who tells of himself what a victim tells, and nobody else's words.
func TestVoice(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		text string
		want extract.Voice
	}{
		{"She told police that he took her passport.", extract.VictimVoice},
		{"He told them that he would kill them.", extract.Officer},
		{"La mujer cuenta que le quitaron el pasaporte.", extract.VictimVoice},
		{"La mujer viajó por su cuenta y allí le quitaron el pasaporte.", extract.Officer},
		{"La señora les dijo que debían 9.000 euros y les quitó el pasaporte.", extract.Officer},
		{"Elle leur a dit de se taire et a confisqué leurs passeports.", extract.Officer},
		{"A mulher contou que lhe tiraram o passaporte.", extract.VictimVoice},
		{"Trabalhava por conta do patrão, que lhe tirou o passaporte.", extract.Officer},
	} {
		reading := r.Read(record(c.text))
		if len(reading.Evidence) == 0 || reading.Evidence[0].Voice != c.want {
			t.Errorf("%s: %+v, want voice %s", c.text, reading.Evidence, c.want)
		}
	}
}

func TestCuesAreKept(t *testing.T) {
	e := of(load(t).Read(record("The owner did not confiscate her passport.")), "document_confiscation")
	if len(e) != 1 || len(e[0].Cues) != 1 || e[0].Cues[0].Layer != "negation" || e[0].Cues[0].Quote != "not" {
		t.Errorf("got %+v, want one negation cue on %q", e, "not")
	}
}

// TestACueIsToldOnce takes a sentence whose cue two rules find.
func TestACueIsToldOnce(t *testing.T) {
	told := 0
	for _, c := range of(load(t).Read(record("There was no indication of the waitress being prostituted.")), "ctx_other_offence")[0].Cues {
		if c.Quote == "no indication of" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("the cue is told %d times, want once", told)
	}
}

func TestQuotesAreTheBytesOfTheirSpans(t *testing.T) {
	text := "Intake — résumé. “The owner’s brother” confiscated her passport; she wasn’t paid 🙁 and was locked in the house."
	rec := record(text)
	reading := load(t).Read(rec)
	if len(reading.Evidence) < 3 {
		t.Fatalf("found %d pieces of evidence, want at least 3", len(reading.Evidence))
	}
	for _, e := range reading.Evidence {
		if got := rec.Fields[e.Span.Field].Value[e.Span.Start:e.Span.End]; got != e.Quote {
			t.Errorf("span %v holds %q, quote is %q", e.Span, got, e.Quote)
		}
	}
}

func FuzzRead(f *testing.F) {
	r := load(f)
	f.Add("Q. How did you come? A. In a lorry. Q? A: No. Q.? A. Seven thousand euros?")
	f.Add("The owner’s brother confiscated her passport; she wasn’t paid.")
	f.Add("F/16 \xff ¿de 15 años? no\u0301 la dejaban salir\u2028les quitaron el pasaporte")
	f.Fuzz(func(t *testing.T, narrative string) {
		for _, e := range r.Read(record(narrative)).Evidence {
			if narrative[e.Span.Start:e.Span.End] != e.Quote {
				t.Fatalf("span %v does not hold the quote", e.Span)
			}
		}
	})
}

func TestCoverage(t *testing.T) {
	r := load(t)
	for name, c := range map[string]struct {
		text     string
		language string
		screened bool
	}{
		"english":            {"The owner kept the passports of all the workers and they were not paid.", "en", true},
		"no narrative":       {"  ", "und", false},
		"unsupported":        {"Die Frauen wurden in der Wohnung eingesperrt und mussten ohne Lohn arbeiten, ihre Pässe hatte der Chef.", "de", false},
		"unsupported script": {"Οι γυναίκες ήταν κλειδωμένες στο σπίτι και δούλευαν χωρίς αμοιβή.", "el", false},
	} {
		t.Run(name, func(t *testing.T) {
			got := r.Read(record(c.text))
			if got.Language != c.language || got.Coverage.Screened != c.screened {
				t.Errorf("read as %s, screened %v; want %s, %v", got.Language, got.Coverage.Screened, c.language, c.screened)
			}
			if !got.Coverage.Screened && (got.Coverage.Reason == "" || len(got.Evidence) > 0) {
				t.Errorf("not screened for %q with %d pieces of evidence", got.Coverage.Reason, len(got.Evidence))
			}
		})
	}
}
