package screen

import "testing"

// TestElsewhere reads one record under every framework: what differs names the
// row that is responsible.
func TestElsewhere(t *testing.T) {
	all, tell := frameworks(t), newTeller(t)
	table, err := LoadDifferences()
	if err != nil {
		t.Fatal(err)
	}
	s := New(all["un"], labels(t)).Also([]*Framework{all["us"], all["eu"], all["mx"], all["hstc"]}, table)
	tests := []struct {
		name, told string
		rows       map[string]string // of the frameworks that differ
	}{
		{"an organ", "victim_adult deception_job organ_removal/compelled", map[string]string{"us": "F02", "hstc": "F02"}},
		{"a child at work", "victim_minor child_labour !physical_violence !threats_violence", map[string]string{"us": "F10", "hstc": "F10"}},
		{"for nothing", "non_national border_crossing illegal_entry act_transport no_benefit_stated", map[string]string{"us": "F21", "eu": "F21", "hstc": "F21"}},
		{"ransom", "non_national border_crossing illegal_entry smuggling_fee ransom_extortion", map[string]string{"hstc": "F18"}},
		{"all alike", "forced_labour/compelled", map[string]string{}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			f := s.Screen(tell.reading(t, "", tc.told))
			if len(f.Elsewhere) != len(tc.rows) {
				t.Errorf("%d frameworks differ, want %v", len(f.Elsewhere), tc.rows)
			}
			for _, e := range f.Elsewhere {
				if want := tc.rows[e.Assessment.Framework]; e.Row != want || e.Why == "" {
					t.Errorf("%s reads as %s for row %q (%s), want %q", e.Assessment.Framework, e.Assessment.Class, e.Row, e.Why, want)
				}
			}
		})
	}
	one := New(all["un"], labels(t)).Screen(tell.reading(t, "", "organ_removal/compelled"))
	if one.Elsewhere != nil {
		t.Error("one framework differs from itself")
	}
}
