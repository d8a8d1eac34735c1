package history

import (
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Whatever is told of a finding under another framework is seen to change.
func TestALookHoldsWhatOtherFrameworksSay(t *testing.T) {
	look := func(change func(*screen.Elsewhere)) int64 {
		e := screen.Elsewhere{Assessment: screen.Assessment{Framework: "us", Class: screen.Smuggling}, Kind: screen.Consistent}
		change(&e)
		f := screen.Finding{Reading: extract.Reading{Record: &source.Record{}}, Elsewhere: []screen.Elsewhere{e}}
		return lookOf(&f)
	}
	plain := look(func(*screen.Elsewhere) {})
	for what, change := range map[string]func(*screen.Elsewhere){
		"framework":             func(e *screen.Elsewhere) { e.Assessment.Framework = "eu" },
		"class":                 func(e *screen.Elsewhere) { e.Assessment.Class = screen.Trafficking },
		"trafficking left open": func(e *screen.Elsewhere) { e.Assessment.Undetermined = true },
		"kind":                  func(e *screen.Elsewhere) { e.Kind = screen.LabelNotSupported },
	} {
		if look(change) == plain {
			t.Errorf("another %s looks the same", what)
		}
	}
}
