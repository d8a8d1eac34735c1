package screen

import (
	"slices"

	"palermo/extract"
	"palermo/pipeline/source"
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
		{follows(f, ConflictingFacts), ConflictingFacts},
		{!c.mapped, UnmappedLabel},
		{follows(f, InferredIllegalEntry), InferredIllegalEntry},
		{len(f.Elsewhere) > 0, FrameworkSensitive},
		{c.traits.own || s.labels.roleError(f), RoleError},
		{counts(f, extract.ChildSoldiers), ChildSoldiering},
		{follows(f, AgeUncertain), AgeUncertain},
		{c.traits.stigmatising || s.labels.stigmatises(f.Reading.Record), StigmatisingTerm},
		{f.Reading.Record.Repeated, PossibleDuplicate},
		{f.Reading.Coverage.Screened && f.Reading.Coverage.Reason != "", PassageNotScreened},
	}
	var list []Flag
	for _, r := range raise {
		if r.on {
			list = append(list, r.flag)
		}
	}
	return list
}

// follows reports whether a flag is raised by the assessment alone. Others hang on
// the label, on columns or on words of the record as well.
func follows(f *Finding, flag Flag) bool {
	a := &f.Assessment
	switch flag {
	case ConflictingFacts:
		return len(a.Conflicts) > 0
	case InferredIllegalEntry:
		return a.Class.HasSmuggling() && a.Element(SOMIllegalEntry).Inferred
	case AgeUncertain:
		return ageInDoubt(f)
	}
	return false
}

// exploitedOnly reports whether people are exploited and nobody smuggled them.
func exploitedOnly(a *Assessment) bool {
	return a.Element(TIPPurpose).State == Present && !a.Class.HasSmuggling()
}

// roleError reports whether the record makes an offender of somebody whom the
// facts show otherwise: by its label, by a column for the role of the person, or
// in its own words. Migrants are not liable for having been smuggled (Smuggling
// Protocol art. 5), and who is compelled to offend is a victim.
func (m *LabelMap) roleError(f *Finding) bool {
	a, offender := &f.Assessment, m.offender(f.Reading.Record)
	ownEntry := (f.Label == LabelSmuggling || offender) && a.Decision == ownStatusRow
	compelled := (f.Label == LabelOther || offender) && a.Class.HasTrafficking() && counts(f, extract.ForcedCriminality)
	return ownEntry || compelled || inNarratives(f.Reading.Record, m.ownSmuggling)
}

// offender reports whether a column for the role of the person says that the
// person is an offender.
func (m *LabelMap) offender(rec *source.Record) bool {
	for i := range rec.Fields {
		if f := &rec.Fields[i]; m.tellsRole(f) && m.offenders.inWords(labelWords(f.Value)) {
			return true
		}
	}
	return false
}

// tellsRole reports whether a column is one for the role of the person.
func (m *LabelMap) tellsRole(f *source.Field) bool {
	return f.Role != source.RoleNarrative && m.roles[roleHeader(f.Name)]
}

// stigmatises reports whether a narrative holds a term that stigmatises. Such
// terms are matched so that nothing is missed, and are not for us to repeat.
func (m *LabelMap) stigmatises(rec *source.Record) bool { return inNarratives(rec, m.stigma) }

func inNarratives(rec *source.Record, list *terms) bool {
	for i := range rec.Fields {
		if f := &rec.Fields[i]; f.Role == source.RoleNarrative && list.in(f.Value) {
			return true
		}
	}
	return false
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
		if e := &f.Reading.Evidence[i]; e.Indicator == extract.VictimMinor && mannerOf(e) == raised {
			return true
		}
	}
	return false
}
