package extract

// Indicators that code names, since it does with them what no rule of a pack says:
// it makes facts of ages, turns answers round, counts people, raises a flag. They
// stand here together, so that a taxonomy which calls one otherwise is refused and
// no code looks for what is never found.
const (
	VictimMinor       = "victim_minor"
	VictimAdult       = "victim_adult"
	FreeToLeave       = "free_to_leave"
	RestrictedMoving  = "restricted_movement"
	Isolation         = "isolation"
	ChildSoldiers     = "child_soldiering"
	ForcedCriminality = "forced_criminality"
	NonNational       = "non_national"
	SmugglingFee      = "smuggling_fee"
	SaleTransfer      = "sale_transfer"
	Policy            = "ctx_policy" // prose about figures, laws and lessons
	People            = "ctx_people" // how many people a record tells of
	TermTrafficking   = "ctx_term_trafficking"
	TermSmuggling     = "ctx_term_smuggling"
)

// Facets of People: how many.
const (
	PeopleFew  = "few"  // two to nine
	PeopleMany = "many" // ten and more
	PeopleMass = "mass" // fifty and more
)

// Named lists them.
func Named() []string {
	return []string{
		VictimMinor, VictimAdult, FreeToLeave, RestrictedMoving, Isolation, ChildSoldiers, ForcedCriminality, NonNational,
		SmugglingFee, SaleTransfer, Policy, People, TermTrafficking, TermSmuggling,
	}
}

// Trait is what an indicator is known by beside its element.
type Trait string

// Traits.
const (
	OfChild Trait = "child" // there is a child where it is found
	OfForce Trait = "force" // somebody is struck, held or threatened
	OfLoss  Trait = "loss"  // somebody is dead, hurt or left behind
)

func traits() []string { return []string{string(OfChild), string(OfForce), string(OfLoss)} }
