package main

// element is what an indicator can bear on, with what it means.
type element struct{ id, meaning string }

// elements lists them in the order of the taxonomy.
func elements() []element {
	return []element{
		{"means", "how a person is brought under control, or kept there"},
		{"act", "what was done with the person; never enough without a purpose"},
		{"purpose", "the exploitation itself"},
		{"age", "of the person exploited, at the time"},
		{"entry", "the illegal entry or stay that somebody procures"},
		{"benefit", "what is given for it"},
		{"consent", "to the movement; no legal element"},
		{"transaction", "how the service ends"},
		{"aggravating", "what makes smuggling graver"},
		{"exclusion", "what speaks against exploitation, where the text states it"},
		{"context", "never evidence of an element"},
	}
}

// meaningOf returns what an element means.
func meaningOf(id string) string {
	for _, e := range elements() {
		if e.id == id {
			return e.meaning
		}
	}
	return ""
}
