package extract

import (
	"strings"
	"testing"

	"palermo/extract/packs"
	"palermo/pipeline/source"
)

const lesson = `What is the difference between human trafficking and migrant smuggling?
Human trafficking is the exploitation of a person through force, fraud or coercion.
Trafficking can happen within a country. Victims of trafficking often have their passports taken away.
Smuggling is a crime against the state. Smuggled migrants usually pay a fee for crossing the border.
Traffickers often use debt to keep their victims. Trafficking requires exploitation. `

const example = `In 2015, police arrested a farmer in the valley who had taken the passports of nine workers and forced them to work without pay. `

// TestGeneralDocuments tells documents about the crimes from records of them.
func TestGeneralDocuments(t *testing.T) {
	r, err := Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, text string
		counts     bool
	}{
		{"a lesson", lesson, false},
		{"a lesson with an example", lesson + example + lesson, false},
		{"a case", example, true},
		{"a case with a lesson behind it", example + lesson, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := &source.Record{Fields: []source.Field{{Role: source.RoleNarrative, Value: tt.text}}}
			var counted []string
			for _, e := range r.Read(rec).Evidence {
				if e.Counts {
					counted = append(counted, e.Indicator)
				}
			}
			if (len(counted) > 0) != tt.counts {
				t.Errorf("counts %s; want some: %v", strings.Join(counted, ", "), tt.counts)
			}
		})
	}
}
