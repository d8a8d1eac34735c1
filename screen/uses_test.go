package screen

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUses(t *testing.T) {
	f, err := LoadFramework(Frameworks(), "un.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string][]Use{
		"document_confiscation": {
			{Element: TIPMeans, State: Present},
			{Element: TIPMeans, State: Absent, Denied: true},
			{Element: TIPPurpose, State: Present},
		},
		"sexual_violence": {{Element: TIPMeans, State: Present}, {Element: TIPPurpose, State: Present}, {Element: Aggravating, State: Present}},
		"non_national": {
			{Element: SOMIllegalEntry, State: Present},
			{Element: SOMNonNational, State: Present, Alone: true},
			{Element: SOMNonNational, State: Absent, Denied: true, Alone: true},
			{Element: SOMBenefit, State: Present},
		},
		"nothing_at_all": nil,
	}
	for indicator, want := range tests {
		if diff := cmp.Diff(want, f.Uses(indicator)); diff != "" {
			t.Errorf("%s: %s", indicator, diff)
		}
	}
}
