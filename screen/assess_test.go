package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/extract"
)

func TestElements(t *testing.T) {
	tests := []struct {
		name, told string
		want       Element
	}{
		{"silence is unknown", "", Element{ID: TIPMeans, State: Unknown}},
		{"one strong means is not enough without exploitation", "restricted_movement", Element{ID: TIPMeans, State: Unknown}},
		{"two strong means are", "restricted_movement victim_adult document_confiscation", Element{ID: TIPMeans, State: Present, Evidence: []int{0, 2}}},
		{"two medium means are not", "threats_violence threats_family", Element{ID: TIPMeans, State: Unknown}},
		{"two medium and one weak are", "threats_violence threats_family spoken_for", Element{ID: TIPMeans, State: Present, Evidence: []int{0, 1, 2}}},
		{"the same twice counts once", "threats_violence threats_violence threats_violence", Element{ID: TIPMeans, State: Unknown}},
		{"words that name force decide alone", "forced_labour/compelled", Element{ID: TIPMeans, State: Present, Evidence: []int{0}}},
		{"labour exploitation alone is no means", "forced_labour", Element{ID: TIPMeans, State: Unknown}},
		{"one denial denies one means", "!physical_violence", Element{ID: TIPMeans, State: Unknown}},
		{"two denials deny them", "!physical_violence !threats_violence", Element{ID: TIPMeans, State: Absent, Evidence: []int{0, 1}}},
		{"a means of one person beats denials of others", "!physical_violence !threats_violence debt_bondage", Element{ID: TIPMeans, State: Present, Evidence: []int{2}}},

		{"one minor suffices", "victim_adult victim_minor", Element{ID: VictimChild, State: Present, Evidence: []int{1}}},
		{"adult", "victim_adult", Element{ID: VictimChild, State: Absent, Evidence: []int{0}}},
		{"feared minor", "?victim_minor", Element{ID: VictimChild, State: Unknown}},

		{"act by inference", "servitude_slavery", Element{ID: TIPAct, State: Present, Inferred: true, From: []ElementID{TIPPurpose}}},
		{"act in words", "servitude_slavery act_harbouring", Element{ID: TIPAct, State: Present, Evidence: []int{1}, From: []ElementID{TIPPurpose}}},
		{"commercial sex by itself", "commercial_sex_adult", Element{ID: TIPPurpose, State: Unknown}},
		{"commercial sex with a means", "commercial_sex_adult restricted_movement", Element{ID: TIPPurpose, State: Present, Inferred: true, Basis: []int{0}, From: []ElementID{TIPMeans}}},
		{"denied in words beats inference", "excessive_hours low_pay threats_violence !forced_labour", Element{ID: TIPPurpose, State: Unknown, Inferred: false}},
		{"general talk", "~forced_labour", Element{ID: TIPPurpose, State: Unknown}},
		{"boilerplate charge", "ctx_charge_tip", Element{ID: TIPPurpose, State: Unknown}},

		{"over a river, which is a way and no breach", "illegal_entry/passage", Element{ID: SOMIllegalEntry, State: Present, Inferred: true, Basis: []int{0}}},
		{"illegally, and smuggled as well", "illegal_entry/told illegal_entry", Element{ID: SOMIllegalEntry, State: Present, Evidence: []int{1}, Basis: []int{0}}},
		{"smuggled, as a bare word", "illegal_entry/told", Element{ID: SOMIllegalEntry, State: Present, Inferred: true, Basis: []int{0}}},
		{"lawful entry beats inference", "smuggling_fee border_crossing lawful_entry", Element{ID: SOMIllegalEntry, State: Absent, Evidence: []int{2}}},
		{"illegal entry in words beats lawful entry", "illegal_entry lawful_entry", Element{ID: SOMIllegalEntry, State: Present, Evidence: []int{0}}},
		{"benefit by inference", "stash_house", Element{ID: SOMBenefit, State: Present, Inferred: true, Basis: []int{0}}},
		{"no benefit, said", "concealment_transport illegal_entry no_benefit_stated", Element{ID: SOMBenefit, State: Absent, Evidence: []int{2}}},
		{"violence without smuggling aggravates nothing", "physical_violence", Element{ID: Aggravating, State: Unknown}},
		{"takes all she earns", "wage_withholding sexual_exploitation", Element{ID: TIPMeans, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"screened negative", "no_exploitation_found", Element{ID: TIPMeans, State: Absent, Evidence: []int{0}}},
		{"a child whom nobody forced", "victim_minor no_exploitation_found/unforced", Element{ID: TIPPurpose, State: Unknown}},
		{"a child not forced to work", "victim_minor !forced_labour/compelled", Element{ID: TIPPurpose, State: Unknown}},
		{"a child, and nothing found", "victim_minor no_exploitation_found", Element{ID: TIPPurpose, State: Absent, Evidence: []int{1}}},
		{"an adult whom nobody forced", "victim_adult no_exploitation_found/unforced", Element{ID: TIPPurpose, State: Absent, Evidence: []int{1}}},
		{"bad work under violence", "excessive_hours low_pay physical_violence", Element{ID: TIPPurpose, State: Present, Inferred: true, Basis: []int{0, 1, 2}}},
		{"one bad condition under heavy control", "low_pay physical_violence sexual_violence", Element{ID: TIPPurpose, State: Present, Inferred: true, Basis: []int{0, 1, 2}}},
		{"one bad condition and one blow", "low_pay physical_violence", Element{ID: TIPPurpose, State: Unknown}},
		{"servile marriage", "forced_marriage payment_to_controller", Element{ID: TIPPurpose, State: Present, Evidence: []int{0}}},
		{"forced marriage alone", "forced_marriage", Element{ID: TIPPurpose, State: Unknown}},
		{"a child paid next to nothing", "victim_minor low_pay act_harbouring", Element{ID: TIPPurpose, State: Present, Inferred: true, Basis: []int{1, 2}, From: []ElementID{VictimChild}}},
		{"works on her own", "independent_sex_worker", Element{ID: TIPAct, State: Absent, Evidence: []int{0}}},
		{"entry on false papers", "fraudulent_documents border_crossing", Element{ID: SOMIllegalEntry, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"a smuggler took them over", "smuggler_actor border_crossing", Element{ID: SOMIllegalEntry, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"foreigners in a stash house", "stash_house non_national", Element{ID: SOMIllegalEntry, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"driven on after the crossing", "domestic_transport border_crossing", Element{ID: SOMIllegalEntry, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"moved on the way in", "act_transport border_crossing", Element{ID: SOMProcurement, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"lawful entry crosses a border", "lawful_entry", Element{ID: SOMCrossBorder, State: Present, Evidence: []int{0}}},
		{"foreign national", "non_national", Element{ID: SOMNonNational, State: Present, Evidence: []int{0}}},
		{"load driver at the border", "domestic_transport border_crossing", Element{ID: SOMBenefit, State: Present, Inferred: true, Basis: []int{0, 1}}},
		{"no danger, said", "!endangerment", Element{ID: Aggravating, State: Absent, Evidence: []int{0}}},
		{"paid, with papers", "paid_normally own_documents", Element{ID: ExploitationExcluded, State: Present, Evidence: []int{0, 1}}},
		{"paid, and no more", "paid_normally", Element{ID: ExploitationExcluded, State: Unknown}},
		{"not free to leave", "!free_to_leave", Element{ID: ExploitationExcluded, State: Absent, Evidence: []int{0}}},
		{"a child who agreed", "victim_minor no_exploitation_found/unforced", Element{ID: ExploitationExcluded, State: Unknown}},
		{"free to leave", "free_to_leave", Element{ID: ExploitationExcluded, State: Present, Evidence: []int{0}}},
	}
	fw, tell := un(t), newTeller(t)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			r := tell.reading(t, "", tc.told)
			a := fw.Assess(&r)
			if diff := cmp.Diff(tc.want, a.Element(tc.want.ID)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEveryElementIsWritten(t *testing.T) {
	fw, tell := un(t), newTeller(t)
	r := tell.reading(t, "", "victim_minor")
	unread := r
	unread.Coverage = extract.Coverage{Reason: "no pack for this language"}
	for _, a := range []Assessment{fw.Assess(&r), fw.Assess(&unread)} {
		var ids []ElementID
		for _, e := range a.Elements {
			ids = append(ids, e.ID)
		}
		if !slices.Equal(ids, Elements()) {
			t.Errorf("elements %v", ids)
		}
	}
}

// Only the evidence counts: neither its order nor a repetition changes the class.
func TestOrderDoesNotMatter(t *testing.T) {
	fw, tell := un(t), newTeller(t)
	r := tell.reading(t, "", "non_national border_crossing smuggling_fee restricted_movement wage_withholding document_confiscation !physical_violence")
	want := fw.Assess(&r)
	for range r.Evidence {
		r.Evidence = append(r.Evidence[1:], r.Evidence[0])
		got := fw.Assess(&r)
		if got.Class != want.Class || got.Decision != want.Decision || !slices.Equal(got.OpenQuestions, want.OpenQuestions) {
			t.Fatalf("reads as %s by %s, want %s by %s", got.Class, got.Decision, want.Class, want.Decision)
		}
	}
}

func TestConflicts(t *testing.T) {
	fw, tell := un(t), newTeller(t)
	for told, want := range map[string]bool{
		"document_confiscation restricted_movement forced_labour/compelled free_to_leave": true,
		"document_confiscation paid_normally free_to_leave":                               true,
		"excessive_hours low_pay threats_violence !forced_labour":                         true,
		"victim_minor child_commercial_sex":                                               false,
		"excessive_hours low_pay free_to_leave":                                           false,
	} {
		r := tell.reading(t, "", told)
		if a := fw.Assess(&r); len(a.Conflicts) > 0 != want {
			t.Errorf("%s: conflicts %q", told, a.Conflicts)
		}
	}
}

func TestQuestions(t *testing.T) {
	const leave, age, paid, crossed = "Could the person leave", "How old was each person", "Who was paid, how much", "How was the border"
	const papers, threats = "Who held the passport", "Was anybody threatened"
	tests := []struct {
		name, told string
		ask, skip  []string
	}{
		{"adult in commercial sex", "victim_adult commercial_sex_adult", []string{leave}, []string{age}},
		{"age unknown", "commercial_sex_adult", []string{leave, age}, nil},
		{"smuggled, with a cue", "non_national border_crossing illegal_entry smuggling_fee commercial_sex_adult victim_adult", []string{leave}, []string{age, paid}},
		{"smuggling not settled", "non_national domestic_transport", []string{paid}, []string{leave}},
		{"nothing that could change", "victim_minor child_commercial_sex illegal_entry/told border_crossing", nil, []string{leave, age, paid}},
		{"trafficked where they live", "victim_adult forced_labour/compelled document_confiscation", nil, []string{leave, age, paid, crossed}},
		{"trafficked, and came from elsewhere", "victim_adult forced_labour/compelled non_national", []string{paid, crossed}, nil},
		{"trafficked, and a smuggler may have brought them", "victim_adult forced_labour/compelled ?smuggler_actor", []string{paid, crossed}, nil},
		{"nothing of a border, and nothing settled", "victim_adult low_pay", []string{leave, papers, threats, paid, crossed}, nil},
		{"locked in, and no more", "restricted_movement", []string{papers, threats}, []string{leave}},
		{"not locked in, with low pay", "!restricted_movement low_pay", []string{leave, papers}, nil},
		{"papers taken", "document_confiscation", []string{leave, threats}, []string{papers}},
		{"threatened", "threats_violence", []string{leave, papers}, []string{threats}},
		{"plain smuggling", "non_national border_crossing illegal_entry smuggling_fee", nil, []string{leave, age, paid}},
	}
	fw, tell := un(t), newTeller(t)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			r := tell.reading(t, "", tc.told)
			a := fw.Assess(&r)
			asked := strings.Join(a.OpenQuestions, "\n")
			for _, q := range tc.ask {
				if !strings.Contains(asked, q) {
					t.Errorf("does not ask %q but\n%s", q, asked)
				}
			}
			for _, q := range tc.skip {
				if strings.Contains(asked, q) {
					t.Errorf("asks %q", q)
				}
			}
		})
	}
}

func BenchmarkAssess(b *testing.B) {
	fw, tell := un(b), newTeller(b)
	r := tell.reading(b, "", "non_national victim_adult border_crossing smuggling_fee smuggler_actor restricted_movement wage_withholding document_confiscation !physical_violence ctx_boilerplate")
	b.ReportAllocs()
	for b.Loop() {
		fw.Assess(&r)
	}
}
