package extract

// Strength is the tier of an indicator after the ILO-EC Delphi survey (2009).
type Strength string

// Tiers. Conclusive facts decide a rule by themselves (a child's age);
// contextual ones never count towards an element.
const (
	Strong     Strength = "strong"
	Medium     Strength = "medium"
	Weak       Strength = "weak"
	Conclusive Strength = "conclusive"
	Contextual Strength = "contextual"
)

// Indicator is one entry of the taxonomy.
type Indicator struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`
	Element  string   `yaml:"element"` // act, means, purpose, age, entry, benefit, consent, transaction, aggravating, exclusion, context
	Crime    string   `yaml:"crime"`   // trafficking, smuggling, both, neutral
	Strength Strength `yaml:"strength"`
	Sources  []string `yaml:"sources"`
	Why      string   `yaml:"why"`
}
