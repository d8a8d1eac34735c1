package source

import (
	"cmp"
	"slices"
	"strings"
)

// How sure a claim is. A whole name beats a word in a name, which beats the name
// that any program gives to its own numbers, which beats what the values look
// like.
const (
	byValues = iota + 1
	byCounter
	byWord
	byName
)

// counters are names of ids that programs count by themselves. A number that a
// case was given by people stands beside them.
func isCounter(name string) bool {
	return slices.Contains([]string{"id", "uid", "record id", "record no", "record number", "registro", "entry id", "response id"}, name)
}

// claim is one role that one column could have.
type claim struct {
	column int
	role   Role
	rank   int
	why    string
}

// recognise gives every column its role. At most one column is the case id,
// the date and the unit: where two compete the better header name wins, then
// the one further left. Labels and narratives may be several. The lowest names
// are those of the last row of a header that has several.
func recognise(names, lowest []string, looks []look) []MappedColumn {
	columns := make([]MappedColumn, len(names))
	var claims []claim
	for i, name := range names {
		columns[i] = MappedColumn{Name: name, Why: "nothing to screen by"}
		claims = append(claims, judge(i, normalise(name), normalise(lastPart(cmp.Or(at(lowest, i), name))), &looks[i])...)
	}
	slices.SortStableFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.column, b.column))
	})
	taken := map[Role]int{}
	for _, c := range claims {
		if columns[c.column].Role != RoleOther || taken[c.role] > 0 && !shares(c, taken[c.role]) {
			continue
		}
		columns[c.column].Role, columns[c.column].Why = c.role, c.why
		taken[c.role] = max(taken[c.role], c.rank)
	}
	return columns
}

// lastPart returns what stands behind the last sign that parts a group of
// questions from one of them: case/case_number, Case record: Date.
func lastPart(name string) string {
	name = strings.TrimRight(name, "/:. ")
	return strings.TrimSpace(name[strings.LastIndexAny(name, "/:.")+1:])
}

// giveFacts gives the columns that hold structured facts their role: those that
// the plan names, and those of a data standard, unless the plan gives them
// another role. Their headers say what they are, so that they win over what
// the values look like.
func giveFacts(columns []MappedColumn, plan *TablePlan, standard func(string) bool) {
	for i := range columns {
		c := &columns[i]
		switch {
		case slices.ContainsFunc(plan.Facts, func(f string) bool { return normalise(f) == normalise(c.Name) }):
			c.Role, c.Why = RoleFact, "plan"
		case (len(plan.Columns) == 0 || c.Role == RoleOther) && standard != nil && standard(c.Name):
			c.Role, c.Why = RoleFact, "column of a data standard"
		}
	}
}

// distrust takes the narratives back in a table that has no header and nothing
// else that is known: long texts alone are notes on the data, not cases.
func distrust(columns []MappedColumn) {
	if slices.ContainsFunc(columns, func(c MappedColumn) bool {
		return c.Role != RoleOther && c.Role != RoleNarrative
	}) {
		return
	}
	for i := range columns {
		columns[i].Role, columns[i].Why = RoleOther, "texts without a header, and nothing else that is known"
	}
}

// shares reports whether a role that a column of a better rank has can be
// given once more.
func shares(c claim, taken int) bool {
	switch c.role {
	case RoleNarrative:
		return true
	case RoleLabel:
		return c.rank > byValues || taken == byValues
	}
	return false
}

// judge lists the roles that one column could have, by its normalised name, the
// lowest part of it, and its values.
func judge(column int, name, lowest string, l *look) []claim {
	v := vocabulary()
	var claims []claim
	claims = slices.Grow(claims, 2)
	add := func(role Role, rank int, why string) {
		claims = append(claims, claim{column, role, rank, why})
	}
	if role := v.wholly(name); role != RoleOther && l.allows(role, byName) {
		rank := byName
		if isCounter(name) {
			rank = byCounter
		}
		add(role, rank, "header name")
	}
	if role := v.wholly(lowest); role != RoleOther && lowest != name && !v.never(role, name) && l.allows(role, byWord) {
		add(role, byWord, "header name below that of its group, and values that fit")
	}
	for _, role := range v.partly(name) {
		if l.allows(role, byWord) {
			add(role, byWord, "word in the header, and values that fit")
		}
	}
	switch {
	case l.filled == 0:
	case l.isUniqueCode() && !v.never(RoleCaseID, name):
		add(RoleCaseID, byValues, "values look like case ids")
	case l.most(l.dates, 80) && !v.never(RoleDate, name):
		add(RoleDate, byValues, "values look like dates")
	case l.most(l.crimes, 50) && l.isShort() && !v.never(RoleLabel, name):
		add(RoleLabel, byValues, "values name trafficking or smuggling")
	case l.isLongText() && !v.never(RoleNarrative, name):
		add(RoleNarrative, byValues, "values are long texts")
	}
	return claims
}

// allows reports whether the values of a column can be what its header says.
func (l *look) allows(role Role, rank int) bool {
	switch role {
	case RoleCaseID:
		return l.isID() && (rank == byName || l.most(l.coded, 60) && l.most(l.distinct, 50))
	case RoleDate:
		return l.isDate()
	case RoleLabel:
		return rank == byName || l.isLabel()
	case RoleNarrative:
		return l.isText() && (rank == byName || l.words >= 3*l.filled)
	case RoleUnit:
		return l.isShort() && !l.most(l.dates, 50)
	}
	return false
}

// assign gives roles as the plan says and looks at nothing.
func (p *TablePlan) assign(names []string) []MappedColumn {
	columns := make([]MappedColumn, len(names))
	for i, name := range names {
		columns[i] = MappedColumn{Name: name, Why: "not named in the plan"}
		if role := p.role(name); role != RoleOther {
			columns[i].Role, columns[i].Why = role, "plan"
		}
	}
	return columns
}

// role returns the role that the plan gives to a header name. A name written
// exactly so comes before one that differs in case, accents or punctuation.
func (p *TablePlan) role(name string) Role {
	roles := []Role{RoleCaseID, RoleDate, RoleLabel, RoleNarrative, RoleUnit}
	for _, role := range roles {
		if slices.Contains(p.Columns[role], name) {
			return role
		}
	}
	plain := normalise(name)
	for _, role := range roles {
		if plain != "" && slices.ContainsFunc(p.Columns[role], func(wanted string) bool { return normalise(wanted) == plain }) {
			return role
		}
	}
	return RoleOther
}

// roleColumns are the columns that have a role, by their index.
type roleColumns struct {
	caseIDs, dated, labels, narratives, units, facts []int
	decisive                                         bool // facts stand there that a row can be screened by
}

func columnsByRole(columns []MappedColumn, decides func(header string) bool) roleColumns {
	var r roleColumns
	for i, c := range columns {
		switch c.Role {
		case RoleCaseID:
			r.caseIDs = append(r.caseIDs, i)
		case RoleDate:
			r.dated = append(r.dated, i)
		case RoleLabel:
			r.labels = append(r.labels, i)
		case RoleNarrative:
			r.narratives = append(r.narratives, i)
		case RoleFact:
			r.facts = append(r.facts, i)
			r.decisive = r.decisive || decides == nil || decides(c.Name)
		case RoleUnit:
			r.units = append(r.units, i)
		}
	}
	return r
}
