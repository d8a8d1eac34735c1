package reports

// Trend is a run of a series with its rates, for seeing how they went from run
// to run. A run whose rates are, count for count, those of the one before has
// no Trend of its own: the earlier one goes on. How the rates went over the
// dates of the records is told by the breakdown by year.
type Trend struct {
	Run int64  `json:"run"` // its number in the store
	Day string `json:"day"` // on which it ended, such as 2026-03-01; empty for the run that is being reported

	// Rules name the rule data (pack/en, framework/un, labels), "plan" or
	// "program" that is not that of the Trend before. Where there are some,
	// another rate need not come from other records.
	Rules []string `json:"rules_changed"`

	Rates []TrendRate `json:"rates"` // in the order of the figures
}

// TrendRate is a rate as a run found it.
type TrendRate struct {
	Name        string `json:"name"` // as in summary.json
	Numerator   int64  `json:"numerator"`
	Denominator int64  `json:"denominator"`
}
