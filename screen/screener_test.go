package screen

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/extract"
	"palermo/pipeline/source"
)

func TestScreen(t *testing.T) {
	const paidEntry = "non_national border_crossing illegal_entry smuggling_fee smuggler_actor "
	tests := []struct {
		name, label, told string
		kind              Kind
		flags             []Flag
		priority          int
	}{
		{"missed child", "smuggling", "victim_minor child_commercial_sex", MislabelledAsSmuggling, nil, 1},
		{"missed child in both", "alien smuggling", paidEntry + "victim_minor child_labour debt_bondage", IncompleteLabelMissingTrafficking, nil, 1},
		{"missed adult", "smuggling", "forced_labour/compelled", MislabelledAsSmuggling, nil, 2},
		{"missed under another offence", "shoplifting theft", "forced_criminality/compelled", Unlabelled, []Flag{RoleError}, 2},
		{"missed without a label", "", "debt_bondage", Unlabelled, nil, 2},
		{"over-labelled", "human trafficking", paidEntry, MislabelledAsTrafficking, nil, 3},
		{"not supported", "trafficking", "excessive_hours low_pay free_to_leave", LabelNotSupported, nil, 3},
		{"smuggling not supported", "smuggling", "family_migration no_benefit_stated border_crossing", LabelNotSupported, nil, 4},
		{"smuggling not recorded", "trafficking", paidEntry + "debt_bondage", IncompleteLabelMissingSmuggling, nil, 4},
		{"cannot determine", "trafficking", "victim_adult commercial_sex_adult", CannotDetermine, nil, 4},
		{"not a case", "trafficking", "ctx_policy/training", NotACaseRecord, nil, 4},
		{"undetermined", "smuggling", paidEntry + "commercial_sex_adult", Consistent, nil, 4},
		{"consistent", "smuggling", paidEntry, Consistent, nil, 5},
		{"nothing recorded, nothing told", "", "", Unlabelled, nil, 5},
		{"undecided without a label, two pointers", "", "low_pay excessive_hours", Unlabelled, nil, 4},
		{"undecided without a label, one pointer told twice", "", "low_pay low_pay", Unlabelled, nil, 5},
		{"undecided, two pointers and free to leave", "", "low_pay excessive_hours free_to_leave", Unlabelled, nil, 5},
		{"undecided under another offence", "shoplifting theft", "low_pay excessive_hours", Unlabelled, nil, 4},

		{"D16 Spanish word, no border", "tráfico de personas", "sexual_exploitation/compelled", MislabelledAsSmuggling, []Flag{AmbiguousTerm}, 2},
		{"D17 Portuguese word", "tráfico de pessoas", "servitude_slavery/compelled", Consistent, nil, 5},
		{"D18 French word", "trafic d'êtres humains", paidEntry, Consistent, []Flag{AmbiguousTerm}, 4},
		{"G59 Spanish word, paid crossing", "tráfico de personas", paidEntry, Consistent, nil, 5},
		{"two words for one event", "smuggling", paidEntry + "ctx_term_trafficking ctx_term_smuggling", Consistent, []Flag{ConflatedTerms}, 4},
		{"two words for two events", "both", paidEntry + "debt_bondage ctx_term_trafficking ctx_term_smuggling", Consistent, nil, 5},
		{"both recorded, one told", "trafficking; smuggling", "debt_bondage", Consistent, []Flag{ConflatedTerms}, 4},
		{"both in one word", "trata de migrantes", paidEntry, MislabelledAsTrafficking, []Flag{ConflatedTerms}, 3},
		{"unknown label", "Form 12", paidEntry, Unlabelled, []Flag{UnmappedLabel}, 4},
		{"inferred entry", "smuggling", "border_crossing smuggling_fee", Consistent, []Flag{InferredIllegalEntry}, 5},
		{"G50 recorded as smuggling himself", "smuggling himself", paidEntry, Consistent, []Flag{RoleError}, 4},
		{"own entry recorded as smuggling", "smuggling", "illegal_entry non_national ctx_other_offence/immigration_status_only", LabelNotSupported, []Flag{RoleError}, 4},
		{"an age in doubt", "trafficking", "commercial_sex_adult ?victim_minor", CannotDetermine, []Flag{AgeUncertain}, 4},
		{"a child used by an armed group", "trafficking", "victim_minor child_soldiering", Consistent, []Flag{ChildSoldiering}, 4},
		{"a slur for a label", "Smuggling of illegals", paidEntry, Consistent, []Flag{StigmatisingTerm}, 5},
		{"conflict", "trafficking", "forced_labour/compelled free_to_leave", CannotDetermine, []Flag{ConflictingFacts}, 4},
	}
	s, tell := New(un(t), labels(t)), newTeller(t)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			f := s.Screen(tell.reading(t, tc.label, tc.told))
			if f.Kind != tc.kind || !slices.Equal(f.Flags, tc.flags) || f.Priority != tc.priority {
				t.Errorf("got %s %v priority %d (reads as %s by %s), want %s %v priority %d",
					f.Kind, f.Flags, f.Priority, f.Assessment.Class, f.Assessment.Decision, tc.kind, tc.flags, tc.priority)
			}
		})
	}
}

// TestNotices looks at what the words and the columns of a record say of a person,
// whatever the label is.
func TestNotices(t *testing.T) {
	const paidEntry = "non_national border_crossing illegal_entry smuggling_fee smuggler_actor"
	tests := []struct {
		header, role, text, told string
		flag                     Flag // none when empty
	}{
		{text: "They call her a child prostitute.", flag: StigmatisingTerm},
		{text: "Viajaban trece ilegales.", flag: StigmatisingTerm},
		{text: "Des clandestins ont été vus.", flag: StigmatisingTerm},
		{text: "Eram imigrantes ilegais.", flag: StigmatisingTerm},
		{text: "A child gave him a prostitute's card; illegal parking."},
		{text: "He is accused of having smuggled himself.", told: paidEntry, flag: RoleError},
		{text: "Se le imputa haberse TRAFICADO A SÍ MISMO.", told: paidEntry, flag: RoleError},
		{text: "Traficou a si próprio.", told: paidEntry, flag: RoleError},
		{text: "Le passeur de lui-même.", told: paidEntry, flag: RoleError},
		{text: "He smuggled them himself.", told: paidEntry},
		{header: "Role", role: "Suspect", told: "illegal_entry non_national ctx_other_offence/immigration_status_only", flag: RoleError},
		{header: "Rôle", role: "Mis en cause", told: "victim_adult forced_criminality/compelled", flag: RoleError},
		{header: "Calidad", role: "Imputada", told: "victim_adult forced_criminality/compelled", flag: RoleError},
		{header: "Papel", role: "vítima", told: "victim_adult forced_criminality/compelled"},
		{header: "Role", role: "Suspect", told: paidEntry},
		{header: "Unit", role: "Suspect desk", told: "victim_adult forced_criminality/compelled"},
	}
	s, tell := New(un(t), labels(t)), newTeller(t)
	for _, tc := range tests {
		r := tell.reading(t, "", tc.told)
		r.Record.Fields = []source.Field{{Name: tc.header, Value: tc.role}, {Name: "text", Value: tc.text, Role: source.RoleNarrative}}
		f := s.Screen(r)
		for _, flag := range []Flag{StigmatisingTerm, RoleError} {
			if slices.Contains(f.Flags, flag) != (flag == tc.flag) {
				t.Errorf("%+v: %v", tc, f.Flags)
			}
		}
	}
}

func TestNotScreened(t *testing.T) {
	s, tell := New(un(t), labels(t)), newTeller(t)
	r := tell.reading(t, "trafficking", "")
	r.Coverage = extract.Coverage{Reason: "no pack for this language"}
	f := s.Screen(r)
	a := f.Assessment
	if f.Kind != NotScreened || a.Class != InsufficientInformation || a.Decision != NotScreenedRow || f.Priority != 4 {
		t.Errorf("%s, %s by %s, priority %d", f.Kind, a.Class, a.Decision, f.Priority)
	}
}

// The label is never evidence.
func TestLabelDoesNotBearOnTheAssessment(t *testing.T) {
	s, tell := New(un(t), labels(t)), newTeller(t)
	told := "victim_adult commercial_sex_adult non_national"
	want := s.Screen(tell.reading(t, "", told)).Assessment
	for _, label := range []string{"trafficking", "smuggling", "both", "theft"} {
		if diff := cmp.Diff(want, s.Screen(tell.reading(t, label, told)).Assessment); diff != "" {
			t.Errorf("label %q:\n%s", label, diff)
		}
	}
}

func TestScreenIsTheSameFromManyWorkers(t *testing.T) {
	s, tell := New(un(t), labels(t)), newTeller(t)
	r := tell.reading(t, "smuggling", "victim_minor child_labour illegal_entry/told wage_withholding !physical_violence")
	want := s.Screen(r)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if diff := cmp.Diff(want, s.Screen(r)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	wg.Wait()
}

func TestRecordID(t *testing.T) {
	row := source.Location{File: "a/log.xlsx", Sheet: "2019", Row: 41}
	tests := []struct {
		record source.Record
		want   string
	}{
		{source.Record{Location: row, Document: source.CaseLogRow, CaseID: " CW-1 "}, "CW-1"},
		{source.Record{Location: row, Document: source.CaseLogRow}, "log.xlsx:2019:41"},
		{source.Record{Location: source.Location{File: "a/log.csv", Row: 3}, Document: source.CaseLogRow}, "log.csv:3"},
		{source.Record{Location: source.Location{File: "b/visit.txt"}, Document: source.Report, CaseID: "CW-1"}, "CW-1@visit.txt"},
		{source.Record{Location: source.Location{File: "b/visit.txt"}, Document: source.Report}, "visit.txt"},
	}
	for _, tc := range tests {
		if got := RecordID(&tc.record); got != tc.want {
			t.Errorf("got %q, want %q", got, tc.want)
		}
	}
}

func TestNames(t *testing.T) {
	var names Names
	var got []string
	for _, id := range []string{"CW-1", "CW-1", "CW-1~2", "CW-2", "CW-1"} {
		f := Finding{RecordID: id}
		names.Settle(&f)
		got = append(got, f.RecordID)
	}
	if want := []string{"CW-1", "CW-1~2", "CW-1~2~2", "CW-2", "CW-1~3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkScreen(b *testing.B) {
	s, tell := New(un(b), labels(b)), newTeller(b)
	for name, told := range map[string]string{
		"empty":   "",
		"decided": "non_national victim_adult border_crossing smuggling_fee smuggler_actor restricted_movement wage_withholding document_confiscation !physical_violence ctx_boilerplate",
		"asking":  "non_national victim_adult commercial_sex_adult spoken_for act_transport ctx_charge_tip ctx_outcome",
	} {
		r := tell.reading(b, "human trafficking", told)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Screen(r)
			}
		})
	}
}
