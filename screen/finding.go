package screen

import "palermo/extract"

// Label is a recorded label, normalised.
type Label string

// Normalised labels. LabelOther names another offence, LabelNone is an empty cell.
const (
	LabelTrafficking Label = "trafficking"
	LabelSmuggling   Label = "smuggling"
	LabelBoth        Label = "both"
	LabelOther       Label = "other"
	LabelNone        Label = "none"
)

// Labels lists every normalised label in output order.
func Labels() []Label {
	return []Label{LabelTrafficking, LabelSmuggling, LabelBoth, LabelOther, LabelNone}
}

// Kind is what comes of holding a recorded label against the assessed class.
type Kind string

// Kinds of finding.
const (
	Consistent                        Kind = "consistent"
	MislabelledAsTrafficking          Kind = "mislabelled_as_trafficking"
	MislabelledAsSmuggling            Kind = "mislabelled_as_smuggling"
	IncompleteLabelMissingTrafficking Kind = "incomplete_label_missing_trafficking"
	IncompleteLabelMissingSmuggling   Kind = "incomplete_label_missing_smuggling"
	LabelNotSupported                 Kind = "label_not_supported"
	CannotDetermine                   Kind = "cannot_determine"
	NotACaseRecord                    Kind = "not_a_case_record"
	Unlabelled                        Kind = "unlabelled"
	NotScreened                       Kind = "not_screened"
)

// Kinds lists every kind of finding in output order.
func Kinds() []Kind {
	return []Kind{
		Consistent, MislabelledAsTrafficking, MislabelledAsSmuggling,
		IncompleteLabelMissingTrafficking, IncompleteLabelMissingSmuggling,
		LabelNotSupported, CannotDetermine, NotACaseRecord, Unlabelled, NotScreened,
	}
}

// Flag marks something a reviewer should know beside the finding.
type Flag string

// Flags.
const (
	ConflatedTerms       Flag = "conflated_terms"
	AmbiguousTerm        Flag = "ambiguous_term"
	ConflictingFacts     Flag = "conflicting_facts"
	UnmappedLabel        Flag = "unmapped_label"
	InferredIllegalEntry Flag = "inferred_illegal_entry"
	FrameworkSensitive   Flag = "framework_sensitive"
	RoleError            Flag = "role_error"
	ChildSoldiering      Flag = "child_soldiering"
	AgeUncertain         Flag = "age_uncertain"
	StigmatisingTerm     Flag = "stigmatising_term"
	PossibleDuplicate    Flag = "possible_duplicate"   // listed, and left out of counts and rates
	PassageNotScreened   Flag = "passage_not_screened" // in a language without a pack
)

// Flags lists every flag in output order.
func Flags() []Flag {
	return []Flag{
		ConflatedTerms, AmbiguousTerm, ConflictingFacts, UnmappedLabel, InferredIllegalEntry,
		FrameworkSensitive, RoleError, ChildSoldiering, AgeUncertain, StigmatisingTerm,
		PossibleDuplicate, PassageNotScreened,
	}
}

// Finding is one screened record.
type Finding struct {
	RecordID   string // see RecordID; unique within a run once Names has settled it
	Reading    extract.Reading
	Assessment Assessment
	Label      Label
	Kind       Kind
	Flags      []Flag      // in the order of the constants
	Priority   int         // MissedChild to NothingToReview
	Harm       int         // within a priority, the greatest comes first; see Rank
	Weights    []Weight    // what the harm adds up, in output order
	Elsewhere  []Elsewhere // further frameworks that read the record otherwise

	Fingerprint  string // same record, framework and kind: same fingerprint
	EvidenceHash string // changes when the evidence says something else, or is taken for something else
	RecordHash   string // changes with anything in the record that bears on the finding
}
