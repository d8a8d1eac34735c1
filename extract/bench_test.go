package extract_test

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"palermo/pipeline/source"
)

// corpus is invented prose in the registers that case logs are written in.
func corpus() []string {
	return []string{
		"Victim, F/16, was brought from the coast by a man she knew as her boyfriend. He kept her phone and her identity card and took her to a motel on the ring road, where men paid him at the desk. She was told that she owed him for the clothes and could leave when the sum was paid. Night clerk called it in after she asked for bandages.",
		"Agents on the river road stopped a white van without lights at 0310 hrs. Seven adults lay under a tarp in the cargo area; all said they had walked across two nights before and were to pay 6,500 dollars each once they reached the city. The driver said a man he did not know had offered him 300 per person. No one was hurt.",
		"The inspection of the packing shed began at seven. Workers are paid on Fridays by bank transfer, keep their own passports, and two had changed employer during the season. The roof leaks and the night shift runs over the legal limit; an improvement notice was served. No indication of coercion was found.",
		"The ministry presented its annual figures on Tuesday. According to the report, victims are often recruited through acquaintances, and the number of calls to the hotline rose by twelve per cent. A training day for teachers will follow in March.",
		"At trial the housekeeper described fourteen years in the apartment of a couple she called madam and sir. She slept on a mat in the laundry room, rose at five, and was allowed out only to carry the shopping. Her wages, she was told, were being saved for her. When she asked for her passport the defendant struck her and said the police would lock her up.",
	}
}

func BenchmarkRead(b *testing.B) {
	r := load(b)
	var records []*source.Record
	size := int64(0)
	for _, s := range corpus() {
		records = append(records, &source.Record{Fields: []source.Field{{Name: "narrative", Value: s, Role: source.RoleNarrative}}})
		size += int64(len(s))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, rec := range records {
			r.Read(rec)
		}
	}
}

// BenchmarkFloor is what finding words and sentences costs by itself.
func BenchmarkFloor(b *testing.B) {
	all := strings.Join(corpus(), "\n\n")
	b.SetBytes(int64(len(all)))
	for b.Loop() {
		for it := words.FromString(all); it.Next(); {
		}
		for it := sentences.FromString(all); it.Next(); {
		}
	}
}
