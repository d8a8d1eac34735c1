package reports

// caution stands on every page that a person reads.
const caution = "This is a screening for human review. It says how records are labelled and what the facts written in them read as; it decides nothing about any person."

// method explains the figures, in the order in which a reader meets them.
func method() []string {
	return []string{
		"Each record is read for the legal elements of trafficking in persons and of smuggling of migrants. An element is present or absent only where the text says so; silence leaves it unknown. The label, the charge and the headline are never evidence.",
		"Rates leave out records that could not be determined or were not screened, and records that are not about a case. The share of undetermined records stands beside every rate.",
		"Intervals are 95% Wilson score intervals. They cover chance in drawing the records, and not mistakes in reading them.",
		"Bounds show the rate if every undetermined record had the right label, and if every one had the wrong label.",
		"The two directions of mislabelling are never added up: a trafficking label on smuggling and a smuggling label on trafficking harm different people in different ways.",
	}
}

// limits says what the figures can't tell.
func limits() []string {
	return []string{
		"Only what is written can be found. A short record can leave open what happened.",
		"Words of a record can be alleged, mistaken or translated. A quote shows what the record says, and not that it is so.",
		"Languages without rule data are not screened, which is not the same as nothing found.",
		"Rates describe these records. They are no estimate of how common either crime is.",
	}
}
