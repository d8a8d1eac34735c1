package screen

import (
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
)

// BenchmarkVignettes screens the vignettes by their marked facts, under one
// framework and under five.
func BenchmarkVignettes(b *testing.B) {
	all, tell := frameworks(b), newTeller(b)
	table, err := LoadDifferences()
	if err != nil {
		b.Fatal(err)
	}
	var readings []extract.Reading
	for _, m := range vignettes(b, "../fixtures/vignettes") {
		readings = append(readings, extract.Reading{
			Record:   &source.Record{Label: "human trafficking"},
			Coverage: extract.Coverage{Screened: true}, Evidence: tell.evidence(b, m.shorthand()),
		})
	}
	one := New(all["un"], labels(b))
	five := one.Also([]*Framework{all["us"], all["eu"], all["mx"], all["hstc"]}, table)
	for name, s := range map[string]*Screener{"one framework": one, "five frameworks": five} {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				s.Screen(readings[i%len(readings)])
			}
		})
	}
}

// BenchmarkExplain says what it costs to look for the smallest changes.
func BenchmarkExplain(b *testing.B) {
	fw, tell := un(b), newTeller(b)
	r := tell.reading(b, "", "non_national victim_adult commercial_sex_adult spoken_for act_transport")
	for b.Loop() {
		fw.Explain(&r)
	}
}
