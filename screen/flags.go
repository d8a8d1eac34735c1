package screen

import (
	"slices"

	"palermo/extract"
)

// flags collects what a reviewer should know beside the finding, in the order
// of Flags.
func (s *Screener) flags(c claim, f *Finding) []Flag {
	a, terms := &f.Assessment, termsOf(f.Reading.Evidence)
	one := a.Class.HasTrafficking() != a.Class.HasSmuggling()
	twoEvents := a.Class == SmugglingAndTrafficking
	raise := [...]struct {
		on   bool
		flag Flag
	}{
		{!twoEvents && (c.traits.conflated || terms.both()) || one && c.label == LabelBoth, ConflatedTerms},
		{slices.ContainsFunc(c.traits.doubts, func(d doubt) bool { return d.applies(f, s.labels.country) }), AmbiguousTerm},
		{len(a.Conflicts) > 0, ConflictingFacts},
		{!c.mapped, UnmappedLabel},
		{a.Class.HasSmuggling() && a.Element(SOMIllegalEntry).Inferred, InferredIllegalEntry},
		{len(f.Elsewhere) > 0, FrameworkSensitive},
		{c.traits.own || roleError(f), RoleError},
		{counts(f, "child_soldiering"), ChildSoldiering},
		{ageInDoubt(f), AgeUncertain},
		{c.traits.stigmatising || s.labels.stigmatises(f.Reading.Evidence), StigmatisingTerm},
		{f.Reading.Record.Repeated, PossibleDuplicate},
	}
	var list []Flag
	for _, r := range raise {
		if r.on {
			list = append(list, r.flag)
		}
	}
	return list
}

// exploitedOnly reports whether people are exploited and nobody smuggled them.
func exploitedOnly(a *Assessment) bool {
	return a.Element(TIPPurpose).State == Present && !a.Class.HasSmuggling()
}

// roleError reports whether the label makes an offender of somebody whom the
// facts show otherwise. Migrants are not liable for having been smuggled
// (Smuggling Protocol art. 5), and who is compelled to offend is a victim.
func roleError(f *Finding) bool {
	a := &f.Assessment
	ownEntry := f.Label == LabelSmuggling && a.Decision == ownStatusRow
	compelled := f.Label == LabelOther && a.Class.HasTrafficking() && counts(f, "forced_criminality")
	return ownEntry || compelled
}

// ownStatusRow is the row of somebody's own entry or stay. A framework without
// a row of this name has no role errors of this kind.
const ownStatusRow = "own_irregular_status"

// counts reports whether an indicator is evidence in a record.
func counts(f *Finding, indicator string) bool {
	for i := range f.Reading.Evidence {
		if e := &f.Reading.Evidence[i]; e.Counts && e.Indicator == indicator {
			return true
		}
	}
	return false
}

// ageInDoubt reports whether an age under 18 is only suspected, claimed or
// disputed, and nothing else settles that there is a child.
func ageInDoubt(f *Finding) bool {
	if f.Assessment.Element(VictimChild).State == Present {
		return false
	}
	for i := range f.Reading.Evidence {
		if e := &f.Reading.Evidence[i]; e.Indicator == "victim_minor" && mannerOf(e) == raised {
			return true
		}
	}
	return false
}

// stigmatises reports whether the words that facts stand on hold a term that
// stigmatises. Such terms are matched so that nothing is missed, and are not
// for us to repeat.
func (m *LabelMap) stigmatises(evidence []extract.Evidence) bool {
	for i := range evidence {
		if q := evidence[i].Quote; m.mayHoldStigma(q) && m.holdsStigma(labelWords(q)) {
			return true
		}
	}
	return false
}

// stemLetters is how many letters of a word tell it apart well enough.
const stemLetters = 4

// stem is how a word begins, in lower case.
type stem [stemLetters]byte

// mayHoldStigma rules out nearly every quote by how its words begin, since
// taking a quote apart properly is dear and done for each record.
func (m *LabelMap) mayHoldStigma(quote string) bool {
	var word stem
	n := 0
	for i := range len(quote) + 1 {
		c := byte(' ')
		if i < len(quote) {
			c = quote[i] | 0x20 // the lower case of a letter
		}
		switch {
		case c >= 'a' && c <= 'z':
			if n < stemLetters {
				word[n] = c
			}
			n++
		case n > 0:
			if m.stems[word] {
				return true
			}
			word, n = stem{}, 0
		}
	}
	return false
}

func stemOf(word string) stem {
	var s stem
	copy(s[:], word)
	return s
}

func (m *LabelMap) holdsStigma(words []string) bool {
	for i := range words {
		for _, p := range m.stigma[words[i]] {
			if len(p) <= len(words)-i && slices.Equal(p, words[i:i+len(p)]) {
				return true
			}
		}
	}
	return false
}
