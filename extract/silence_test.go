package extract_test

import "testing"

// silences are true facts beside words that look as if they took them away and do
// not, words that seem to speak against exploitation though they are said of somebody
// else, and general prose that has to stay silent for all that.
var silences = map[string]map[string]string{
	"en": silencesEnglish,
	"es": silencesSpanish,
	"fr": silencesFrench,
	"pt": silencesPortuguese,
}

func TestNothingIsSilencedByWhatStandsBesideIt(t *testing.T) {
	for language, groups := range silences {
		t.Run(language, func(t *testing.T) { readLines(t, groups) })
	}
}
