package history

import (
	"maps"
	"slices"
	"strings"
)

// changes says what differs between two runs beside the records.
type changes struct {
	first  bool
	inputs bool
	plan   bool
	rules  []string // names of rule data, sorted; "program" is among them
	former bool     // the earlier run took its digests of other things
}

const programName = "program"

func changesOf(last, now *Run) changes {
	if last == nil {
		return changes{first: true}
	}
	a, b := &last.Basis, &now.Basis
	c := changes{inputs: a.Inputs != b.Inputs, plan: a.Plan != b.Plan, former: a.Digests != b.Digests}
	names := maps.Clone(a.Rules)
	maps.Copy(names, b.Rules)
	for name := range names {
		if a.Rules[name] != b.Rules[name] {
			c.rules = append(c.rules, name)
		}
	}
	if a.Program != b.Program || a.Build != b.Build || c.former {
		c.rules = append(c.rules, programName)
	}
	slices.Sort(c.rules)
	return c
}

// RulesSince names the rule data that is not that of an earlier run; "plan" and
// "program" are among them.
func (r *Run) RulesSince(earlier *Run) []string {
	c := changesOf(earlier, r)
	if c.plan {
		c.rules = append(c.rules, CausePlan)
	}
	return c.rules
}

// causes names what can have changed a finding. Other content in other inputs
// comes from the data. The same content with other evidence comes from the rules
// that read; the same evidence that reads as something else, from those that
// decide. Where none of these is another, only the input is left: a column that
// the digest of the record leaves out.
func (c *changes) causes(sameContent, sameEvidence bool, language string) []string {
	var list []string
	if !sameContent {
		if c.inputs {
			list = append(list, CauseData)
		}
		if c.plan {
			list = append(list, CausePlan)
		}
		if len(list) == 0 && slices.Contains(c.rules, programName) {
			return []string{programName} // it reads the same file otherwise
		}
	}
	if !sameEvidence {
		list = append(list, c.changedRules(language, readingRule)...)
	} else if sameContent {
		list = append(list, c.changedRules(language, decidingRule)...)
		if c.plan {
			list = append(list, CausePlan)
		}
	}
	switch {
	case len(list) > 0:
		return list
	case c.inputs:
		return []string{CauseData}
	case c.plan:
		return []string{CausePlan}
	}
	return []string{CauseUnexplained}
}

// changedRules lists the rule data that changed and bears on a record. The pack
// of its language goes before those of others.
func (c *changes) changedRules(language string, bears func(string) bool) []string {
	rules := slices.DeleteFunc(slices.Clone(c.rules), func(name string) bool { return !bears(name) })
	own := "pack/" + language
	if !slices.Contains(rules, own) {
		return rules
	}
	return slices.DeleteFunc(rules, func(name string) bool { return strings.HasPrefix(name, "pack/") && name != own })
}

// readingRule reports whether rule data bears on what is found in a text.
func readingRule(name string) bool { return !decidingOnly(name) }

// decidingRule reports whether rule data bears on what the facts read as. The
// taxonomy says what an indicator stands for, so it does both.
func decidingRule(name string) bool {
	return decidingOnly(name) || name == programName || name == "taxonomy"
}

func decidingOnly(name string) bool {
	return name == "labels" || strings.HasPrefix(name, "framework/")
}
