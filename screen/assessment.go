// Package screen is the third and fourth room: a reading comes in, a finding
// goes out.
//
// Screening decides by the legal elements of a framework what the facts of a
// record read as, and then compares that with the recorded label. The label,
// the charge, the headline, file and unit names are never evidence. An element
// is absent only where the text says so; silence leaves it unknown. A finding
// is a question to a reviewer, never a determination about a person.
package screen

// State is the three-valued status of a legal element.
type State string

// States of an element.
const (
	Present State = "present"
	Absent  State = "absent"
	Unknown State = "unknown"
)

// ElementID names a legal element; the wire names are those of the columns.
type ElementID string

// Elements, in the order in which they are written.
const (
	TIPAct               ElementID = "tip_act"
	TIPMeans             ElementID = "tip_means"
	TIPPurpose           ElementID = "tip_purpose"
	VictimChild          ElementID = "victim_child"
	SOMProcurement       ElementID = "som_procurement"
	SOMIllegalEntry      ElementID = "som_illegal_entry"
	SOMCrossBorder       ElementID = "som_cross_border"
	SOMNonNational       ElementID = "som_non_national"
	SOMBenefit           ElementID = "som_benefit"
	Aggravating          ElementID = "aggravating"
	ExploitationExcluded ElementID = "exploitation_excluded"
)

// Elements lists every element in output order.
func Elements() []ElementID {
	return []ElementID{
		TIPAct, TIPMeans, TIPPurpose, VictimChild,
		SOMProcurement, SOMIllegalEntry, SOMCrossBorder, SOMNonNational, SOMBenefit,
		Aggravating, ExploitationExcluded,
	}
}

// Element is what the text says of one legal element. Evidence and Basis are
// indexes into Reading.Evidence, ascending, and share none.
type Element struct {
	ID       ElementID
	State    State
	Inferred bool        // present by an inference that the framework names, not in words
	Evidence []int       // whose own words prove it
	Basis    []int       // that leads to it by an inference, also beside words that prove it
	From     []ElementID // that lead to it by an inference
}

// Class is what the facts of a record read as.
type Class string

// Classes.
const (
	Trafficking             Class = "trafficking"
	Smuggling               Class = "smuggling"
	AggravatedSmuggling     Class = "aggravated_smuggling"
	SmugglingAndTrafficking Class = "smuggling_and_trafficking"
	NeitherOtherOffence     Class = "neither_other_offence"
	InsufficientInformation Class = "insufficient_information"
	NotACase                Class = "not_a_case"
)

// Classes lists every class in output order.
func Classes() []Class {
	return []Class{
		Trafficking, Smuggling, AggravatedSmuggling, SmugglingAndTrafficking,
		NeitherOtherOffence, InsufficientInformation, NotACase,
	}
}

// HasTrafficking reports whether the class includes trafficking in persons.
func (c Class) HasTrafficking() bool {
	return c == Trafficking || c == SmugglingAndTrafficking
}

// HasSmuggling reports whether the class includes smuggling of migrants.
func (c Class) HasSmuggling() bool {
	return c == Smuggling || c == AggravatedSmuggling || c == SmugglingAndTrafficking
}

// Determinable reports whether the class can be held against a label at all:
// rates leave out what could not be determined and what is not a case.
func (c Class) Determinable() bool {
	return c != InsufficientInformation && c != NotACase
}

// Assessment is what the facts of one record read as under one framework.
type Assessment struct {
	Framework     string // id of the framework, e.g. "un"
	Elements      []Element
	Class         Class
	Undetermined  bool     // smuggling is established and whether there is trafficking too can't be told
	Decision      string   // id of the row of the decision table that fired
	Conflicts     []string // facts that stand against each other, in words
	OpenQuestions []string // what would decide, in words
	Events        []Event  // both crimes in the order told, where the record tells of both
}

// Element returns the element with the given id; unknown if the framework
// does not have it.
func (a *Assessment) Element(id ElementID) Element {
	for _, e := range a.Elements {
		if e.ID == id {
			return e
		}
	}
	return Element{ID: id, State: Unknown}
}
