package screen

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A quote stands for what its own words prove: not for what else was told beside
// it, nor for what follows from all of it together.
func TestEveryFactProvesItsOwnElement(t *testing.T) {
	tests := []struct {
		name, told string
		want       map[ElementID]Element
	}{
		{"means, and a purpose that follows", "deception_job excessive_hours low_pay document_confiscation", map[ElementID]Element{
			TIPAct:     {State: Present, Evidence: []int{0}, From: []ElementID{TIPPurpose}},
			TIPMeans:   {State: Present, Evidence: []int{0, 3}},
			TIPPurpose: {State: Present, Inferred: true, Basis: []int{0, 1, 2, 3}},
		}},
		{"a weak position is a means and nothing else", "abuse_vulnerability excessive_hours low_pay surveillance", map[ElementID]Element{
			TIPAct:     {State: Present, Inferred: true, From: []ElementID{TIPPurpose}},
			TIPMeans:   {State: Present, Evidence: []int{0, 3}},
			TIPPurpose: {State: Present, Inferred: true, Basis: []int{0, 1, 2, 3}},
		}},
		{"what work shows beside a word for it", "forced_labour/compelled excessive_hours low_pay physical_violence", map[ElementID]Element{
			TIPMeans:   {State: Present, Evidence: []int{0, 3}},
			TIPPurpose: {State: Present, Evidence: []int{0}, Basis: []int{1, 2, 3}},
		}},
		{"a child, and what is done with her", "victim_minor sexual_exploitation", map[ElementID]Element{
			VictimChild: {State: Present, Evidence: []int{0}},
			TIPPurpose:  {State: Present, Evidence: []int{1}},
			TIPAct:      {State: Present, Inferred: true, From: []ElementID{TIPPurpose}},
		}},
		{"a foreigner is no benefit", "non_national illegal_entry/told", map[ElementID]Element{
			SOMNonNational:  {State: Present, Evidence: []int{0}, From: []ElementID{SOMIllegalEntry}},
			SOMBenefit:      {State: Present, Inferred: true, Basis: []int{0, 1}},
			SOMIllegalEntry: {State: Present, Inferred: true, Basis: []int{1}},
			SOMCrossBorder:  {State: Present, Evidence: []int{1}, From: []ElementID{SOMIllegalEntry}},
		}},
		{"a fee beside a crossing", "smuggling_fee border_crossing illegal_entry", map[ElementID]Element{
			SOMProcurement: {State: Present, Evidence: []int{0}},
			SOMBenefit:     {State: Present, Evidence: []int{0}},
			SOMNonNational: {State: Present, Inferred: true, From: []ElementID{SOMIllegalEntry}},
		}},
		{"what is denied as well proves nothing", "threats_violence !threats_violence sexual_exploitation threats_family", map[ElementID]Element{
			TIPMeans: {State: Present, Evidence: []int{3}},
		}},
	}
	fw, tell := un(t), newTeller(t)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			r := tell.reading(t, "", tc.told)
			a := fw.Assess(&r)
			for id, want := range tc.want {
				want.ID = id
				if diff := cmp.Diff(want, a.Element(id)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// Under every framework, what is present or absent rests on something, and no
// quote both proves an element and is what it was inferred from.
func TestWhatIsSettledRestsOnSomething(t *testing.T) {
	tell := newTeller(t)
	for name, fw := range frameworks(t) {
		for _, told := range []string{
			"deception_job excessive_hours low_pay document_confiscation victim_adult",
			"victim_minor commercial_sex_adult act_transport", "smuggling_fee smuggler_actor border_crossing ransom_extortion",
			"family_migration illegal_entry", "paid_normally own_documents free_to_leave", "!physical_violence !threats_violence",
		} {
			r := tell.reading(t, "", told)
			for _, e := range fw.Assess(&r).Elements {
				if bare := len(e.Grounds()) == 0 && len(e.From) == 0; bare != (e.State == Unknown) {
					t.Errorf("%s, %s: %s is %s and rests on %v", name, told, e.ID, e.State, e.Grounds())
				}
				if e.Inferred == (len(e.Evidence) > 0) && e.State != Unknown {
					t.Errorf("%s, %s: %s is inferred %t with proof %v", name, told, e.ID, e.Inferred, e.Evidence)
				}
				if slices.ContainsFunc(e.Evidence, func(at int) bool { return slices.Contains(e.Basis, at) }) {
					t.Errorf("%s, %s: %s has a quote twice", name, told, e.ID)
				}
			}
		}
	}
}
