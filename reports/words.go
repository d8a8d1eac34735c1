package reports

import (
	"strconv"
	"strings"

	"palermo/pipeline/source"
	"palermo/screen"
)

// A wire value is for programs; these are its words for a person. They say how
// something is recorded and how it reads, and nothing about anybody's guilt.

// KindTitle says in words what a kind of finding means.
func KindTitle(k screen.Kind) string {
	switch k {
	case screen.Consistent:
		return "Label and facts agree"
	case screen.MislabelledAsTrafficking:
		return "Recorded as trafficking, reads as smuggling"
	case screen.MislabelledAsSmuggling:
		return "Recorded as smuggling, reads as trafficking"
	case screen.IncompleteLabelMissingTrafficking:
		return "Recorded as smuggling, reads as smuggling and trafficking"
	case screen.IncompleteLabelMissingSmuggling:
		return "Recorded as trafficking, reads as smuggling and trafficking"
	case screen.LabelNotSupported:
		return "Facts do not support the label"
	case screen.CannotDetermine:
		return "Not enough facts to tell"
	case screen.NotACaseRecord:
		return "Labelled, but not about a case"
	case screen.Unlabelled:
		return "No trafficking or smuggling label"
	case screen.NotScreened:
		return "Not screened"
	}
	return plain(string(k))
}

// findingTitle is the kind in the words of one finding: a label of both crimes
// is mislabelled by half.
func findingTitle(f *screen.Finding) string {
	if f.Kind == screen.MislabelledAsTrafficking && f.Label == screen.LabelBoth {
		return "Recorded as both, reads as smuggling"
	}
	return KindTitle(f.Kind)
}

// ChangeText says what a change comes to.
func ChangeText(c screen.Change) string {
	var ifs []string
	for _, s := range c.If {
		if s.Known {
			ifs = append(ifs, "it were wrong that "+s.Now)
		} else {
			ifs = append(ifs, s.Says)
		}
	}
	text := "would read as: " + classTitle(c.Class)
	if c.Undetermined {
		text += ", trafficking left open"
	}
	return text + ", if " + strings.Join(ifs, ", and ")
}

// ClassTitle says in words what a class means.
func ClassTitle(c screen.Class) string { return classTitle(c) }

func classTitle(c screen.Class) string {
	switch c {
	case screen.Trafficking:
		return "Trafficking in persons"
	case screen.Smuggling:
		return "Smuggling of migrants"
	case screen.AggravatedSmuggling:
		return "Aggravated smuggling"
	case screen.SmugglingAndTrafficking:
		return "Smuggling and trafficking"
	case screen.NeitherOtherOffence:
		return "Neither (other offence)"
	case screen.InsufficientInformation:
		return "Not enough information"
	case screen.NotACase:
		return "Not a case"
	case notScreened:
		return "Not screened"
	}
	return plain(string(c))
}

func labelTitle(l screen.Label) string {
	switch l {
	case screen.LabelTrafficking:
		return "Trafficking"
	case screen.LabelSmuggling:
		return "Smuggling"
	case screen.LabelBoth:
		return "Both"
	case screen.LabelOther:
		return "Another offence"
	case screen.LabelNone:
		return "No label"
	}
	return plain(string(l))
}

func flagTitle(f screen.Flag) string {
	switch f {
	case screen.ConflatedTerms:
		return "Both terms are used for one event"
	case screen.AmbiguousTerm:
		return "The label can mean either crime"
	case screen.ConflictingFacts:
		return "Facts in the record stand against each other"
	case screen.UnmappedLabel:
		return "The label is not in the list of known labels"
	case screen.InferredIllegalEntry:
		return "Illegal entry is inferred, not stated"
	case screen.FrameworkSensitive:
		return "Another framework reads the facts otherwise"
	case screen.RoleError:
		return "Somebody recorded as an offender reads as smuggled or exploited"
	case screen.ChildSoldiering:
		return "A child used by an armed group"
	case screen.AgeUncertain:
		return "Whether somebody was under 18 is in doubt"
	case screen.StigmatisingTerm:
		return "The record uses a term that stigmatises"
	}
	return plain(string(f))
}

func elementTitle(e screen.ElementID) string {
	switch e {
	case screen.TIPAct:
		return "act"
	case screen.TIPMeans:
		return "means"
	case screen.TIPPurpose:
		return "purpose of exploitation"
	case screen.VictimChild:
		return "child"
	case screen.SOMProcurement:
		return "procurement of entry or stay"
	case screen.SOMIllegalEntry:
		return "illegal entry"
	case screen.SOMCrossBorder:
		return "border crossing"
	case screen.SOMNonNational:
		return "non-national"
	case screen.SOMBenefit:
		return "benefit"
	case screen.Aggravating:
		return "aggravating circumstances"
	case screen.ExploitationExcluded:
		return "exploitation ruled out"
	}
	return plain(string(e))
}

func caseStateTitle(s screen.CaseState) string {
	switch s {
	case screen.CaseAgrees:
		return "Documents agree"
	case screen.CaseLabelsDisagree:
		return "Recorded labels differ between documents"
	case screen.CaseClassesDisagree:
		return "Documents read as different classes"
	case screen.CaseReportOnly:
		return "Report without a row in the case log"
	case screen.CaseRowOnly:
		return "Row in the case log without a report"
	}
	return plain(string(s))
}

func priorityTitle(p int) string {
	switch p {
	case 1:
		return "possibly missed trafficking of a child"
	case 2:
		return "possibly missed trafficking"
	case 3:
		return "recorded as trafficking, reads otherwise"
	case 4:
		return "other questions"
	}
	return "nothing to review"
}

// priorities explains the priorities in one line.
func priorities() string {
	var list []string
	for p := 1; p <= lastPriority; p++ {
		list = append(list, strconv.Itoa(p)+" "+priorityTitle(p))
	}
	return "Priority: " + strings.Join(list, "; ") + "."
}

// ReviewDecisions lists what a reviewer can decide, as offered in the workbook.
func ReviewDecisions() []string {
	return []string{
		"Agree with the finding", "The label is right", "Both crimes",
		"Another offence", "Cannot be told from the record", "Not a case",
	}
}

// plain makes words of a wire value that has none yet.
func plain(wire string) string { return strings.ReplaceAll(wire, "_", " ") }

func outcomeTitle(o source.Outcome) string {
	switch o {
	case source.Quarantined:
		return "Could not be read"
	case source.Skipped:
		return "Read, with nothing to screen"
	case source.Duplicate:
		return "Already in the input"
	}
	return plain(string(o))
}
