package screen

import (
	"slices"
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
)

// told is a row of which two facts are told, the first of them in a column that
// stands where it is said to stand.
func (tell teller) told(t *testing.T, label string, column int, quotes ...string) extract.Reading {
	r := tell.reading(t, label, "forced_labour/compelled debt_bondage")
	r.Record.Fields = make([]source.Field, column+1)
	r.Record.Fields[column] = source.Field{Name: "narrative", Role: source.RoleNarrative, Value: "She told what is quoted."}
	for i := range r.Evidence {
		r.Evidence[i].Span.Field, r.Evidence[i].Quote = column, quotes[i]
	}
	return r
}

// An evidence hash is over what the evidence says and what it was taken for.
func TestEvidenceHash(t *testing.T) {
	s, tell := New(un(t), labels(t)), newTeller(t)
	quotes := []string{"made to work", "owed 9,000 dollars"}
	first := s.Screen(tell.told(t, "smuggling", 0, quotes...))
	edit := func(label string, column int, change func(*extract.Reading)) Finding {
		r := tell.told(t, label, column, quotes...)
		change(&r)
		return s.Screen(r)
	}
	for name, c := range map[string]struct {
		now        Finding
		said, hash bool // stay the same
	}{
		"a moved column":         {edit("smuggling", 3, func(*extract.Reading) {}), true, true},
		"a sentence in front":    {edit("smuggling", 0, func(r *extract.Reading) { r.Evidence[0].Span.Start += 9 }), true, true},
		"another order":          {edit("smuggling", 0, func(r *extract.Reading) { slices.Reverse(r.Evidence) }), true, true},
		"another line":           {edit("smuggling", 0, func(r *extract.Reading) { r.Evidence[0].Quote = "Made to\nwork" }), true, true},
		"another amount":         {edit("smuggling", 0, func(r *extract.Reading) { r.Evidence[1].Quote = "owed 1,000 dollars" }), false, false},
		"a fact more":            {edit("smuggling", 0, func(r *extract.Reading) { r.Evidence = append(r.Evidence, r.Evidence[0]) }), false, false},
		"a denial":               {edit("smuggling", 0, func(r *extract.Reading) { r.Evidence[1].Polarity = extract.Negated }), false, false},
		"another kind of column": {edit("smuggling", 0, func(r *extract.Reading) { r.Record.Fields[0].Role = source.RoleFact }), false, false},
		"another label":          {edit("trafficking", 0, func(*extract.Reading) {}), true, false},
	} {
		if said := Said(c.now.EvidenceHash) == Said(first.EvidenceHash); said != c.said {
			t.Errorf("%s: says the same: %t", name, said)
		}
		if hash := c.now.EvidenceHash == first.EvidenceHash; hash != c.hash {
			t.Errorf("%s: same hash: %t", name, hash)
		}
	}
}

// A fingerprint is that of the record and the kind of finding; the number of a
// row is no part of it.
func TestFingerprint(t *testing.T) {
	s := New(un(t), labels(t))
	row := func(caseID, label, narrative string, number int) Finding {
		r := extract.Reading{Coverage: extract.Coverage{Screened: true}, Record: &source.Record{
			Location: source.Location{File: "log.csv", Row: number}, Document: source.CaseLogRow, CaseID: caseID, Label: label,
			Fields: []source.Field{{Name: "narrative", Role: source.RoleNarrative, Value: narrative}},
		}}
		return s.Screen(r)
	}
	first, loose := row("K-7", "smuggling", "Of Ana.", 2), row("", "smuggling", "Of Ana.", 2)
	for name, c := range map[string]struct {
		a, b Finding
		same bool
	}{
		"edited":                      {first, row("K-7", "smuggling", "Of Ana, again.", 2), true},
		"another row of the case":     {first, row("K-7", "smuggling", "Of Eva.", 3), true},
		"another case":                {first, row("K-8", "smuggling", "Of Ana.", 2), false},
		"another kind":                {first, row("K-7", "", "Of Ana.", 2), false},
		"without an id, moved":        {loose, row("", "smuggling", "Of Ana.", 9), true},
		"without an id, in its place": {loose, row("", "smuggling", "Of Eva.", 2), false},
	} {
		if same := c.a.Fingerprint == c.b.Fingerprint; same != c.same {
			t.Errorf("%s: same fingerprint: %t", name, same)
		}
	}
	if other := row("K-7", "smuggling", "Of Eva.", 3); first.RecordHash == other.RecordHash {
		t.Error("two rows of a case have the same record hash")
	}
}

// A record hash changes with what bears on the finding, wherever it stands.
func TestRecordHash(t *testing.T) {
	s := New(un(t), labels(t))
	hash := func(fields ...source.Field) string {
		return s.recordHash(&source.Record{Document: source.CaseLogRow, CaseID: "K-7", Fields: fields})
	}
	narrative := source.Field{Name: "narrative", Role: source.RoleNarrative, Value: "She was locked in."}
	age := source.Field{Name: "age", Role: source.RoleFact, Value: "17"}
	role := source.Field{Name: "role", Value: "victim"}
	first := hash(narrative, age, role)
	for name, c := range map[string]struct {
		hash string
		same bool
	}{
		"moved":                        {hash(role, source.Field{Name: "no", Value: "4"}, age, narrative), true},
		"another text":                 {hash(source.Field{Name: "narrative", Role: source.RoleNarrative, Value: "She was let go."}, age, role), false},
		"another fact":                 {hash(narrative, source.Field{Name: "age", Role: source.RoleFact, Value: "12"}, role), false},
		"another role of the person":   {hash(narrative, age, source.Field{Name: "role", Value: "suspect"}), false},
		"the same text in another one": {hash(source.Field{Name: "summary", Role: source.RoleNarrative, Value: narrative.Value}, age, role), false},
	} {
		if same := c.hash == first; same != c.same {
			t.Errorf("%s: same record hash: %t", name, same)
		}
	}
}
