package pipeline

// notYet lists the golden cases that do not read as they should, with the
// reason. All of them are lost by the words that are found or missed, none by
// the rules that decide. The list may only become shorter.
func notYet() map[string]string {
	return map[string]string{
		"G03":           `"agreed to see customers in his back room" is not found as commercial sex; beating and the threat to the father are`,
		"G07":           `"venden lo robado" and "lo que debe traer" are not found as forced criminality`,
		"G09":           `"still owes 9,000 of the 15,000 dollar fee" is not found as a smuggling debt`,
		"G10":           `"dejaron en una finca" is taken for free to leave`,
		"G13":           `"put across the strait one night" is taken for a stated illegal entry, so that nothing is inferred`,
		"G15":           `armed guard and board written down as debt are not found`,
		"G17":           `"building without heat, and not allowed to leave" is taken for a denial of forced labour`,
		"G18":           `"can quit whenever they like without punishment" is not found as free to leave`,
		"G18 wording 2": `"free to quit at any time, without any threat" is not found as free to leave`,
		"G24":           `"sin un peso y bajo llave" is taken for a denial of confinement; housework for nine is not found`,
		"G29":           `"drove four people" and "let them stay there" are not found as transport and harbouring`,
		"G30":           `"crossed the river" is taken for a stated illegal entry, so that nothing is inferred`,
		"G31":           `"a housekeeper's job with a family" is taken for domestic servitude`,
		"G32":           `"if she talked to anyone, forced to" is taken for a statement that nobody was forced`,
		"G32 wording 2": `"talked to anybody, forced her" is taken for a statement that nobody was forced`,
		"G39":           `"no money was given by anyone for the sex" is taken for wages withheld`,
		"G41":           `the denial in "it never shrinks" reaches into "no one in the family may work elsewhere or leave"`,
		"G44":           `sex in exchange for a place to stay is not found as commercial sex of a child`,
		"G50":           `"a un guía para que" is taken for guidance to people in general`,
		"G58":           `causes given in general are not found as policy`,
		"D01":           `"van with 11 undocumented" is taken for endangerment`,
		"D07":           `"acquitted of" reaches over "convicted of harbouring aliens for gain"`,
		"D11":           `"taken across the border without papers" is taken for papers taken away`,
		"D26":           `"paid no one" is taken for wages withheld, and the own children for a minor among the victims`,
	}
}
