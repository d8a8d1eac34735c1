package screen

import (
	"strings"
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
)

// TestOrder tells of two crimes in either order, with and without words of time.
// What bears on smuggling stands in braces, what bears on trafficking in brackets.
func TestOrder(t *testing.T) {
	tests := []struct {
		text  string
		first Class
		by    Order
		time  string // of the event that the words place
	}{
		{"They {paid a guide} and were [forced to dig].", Smuggling, AsTold, ""},
		{"They were [forced to dig]. They {paid a guide}.", Trafficking, AsTold, ""},
		// dates
		{"Until March 2021 he was [forced to dig]. In July 2020 he {paid a guide}.", Smuggling, ByDate, "July 2020"},
		{"El 12 de marzo de 2021 fue [obligada a servir]. El 3 de enero de 2021 {pagó al guía}.", Smuggling, ByDate, "3 de enero de 2021"},
		{"Em 2019 foi [obrigada a servir]; em 2021 {pagou ao guia}.", Trafficking, ByDate, "2019"},
		{"En août 2022 elle a été [forcée de servir]. En mai 2022 elle {a payé un passeur}.", Smuggling, ByDate, "mai 2022"},
		{"On 2021-06-30 she was [made to serve]; on 2021-06-02 she {paid a guide}.", Smuggling, ByDate, "2021-06-02"},
		{"In 2021 she was [made to serve]. In May 2021 she {paid a guide}.", Trafficking, AsTold, ""},
		{"She was [made to serve] for 2000 dollars. She {paid a guide} 1999 dollars.", Trafficking, AsTold, ""},
		// the journey
		{"The boss [beat her into serving] on arrival. She {paid a guide}.", Smuggling, ByStage, "on arrival"},
		{"Before the crossing she was [made to serve]. She {paid a guide}.", Trafficking, ByStage, "Before the crossing"},
		{"She {paid a guide}. Before the crossing she was [made to serve].", Trafficking, ByStage, "Before the crossing"},
		{"Halfway {the guides} [made them dig].", Smuggling, ByStage, "Halfway"},
		{"La [obligaron a servir] al llegar. {Pagó al guía}.", Smuggling, ByStage, "al llegar"},
		{"Foi [obrigada a servir] antes da travessia. {Pagou ao guia}.", Trafficking, ByStage, "antes da travessia"},
		{"Elle a été [forcée de servir] une fois sur place. Elle {a payé un passeur}.", Smuggling, ByStage, "une fois sur place"},
		// before and after
		{"She was [made to serve]. Three weeks earlier she {paid a guide}.", Smuggling, ByStage, "weeks earlier"},
		{"She {paid a guide}. Three weeks later she was [made to serve].", Smuggling, ByStage, "weeks later"},
		{"Es [obligada a servir]. Tres semanas antes {pagó al guía}.", Smuggling, ByStage, "semanas antes"},
		{"She was [made to serve] after she {paid a guide}.", Smuggling, ByStage, "after she"},
		{"Elle a été [forcée de servir] après avoir {payé un passeur}.", Smuggling, ByStage, "après avoir"},
		{"Foi [obrigada a servir] depois de ter {pago ao guia}.", Smuggling, ByStage, "depois de ter"},
		{"She was found [made to serve]. She {had been smuggled in}.", Smuggling, ByStage, "had been"},
		{"She had been [made to serve]. She {had been smuggled in}.", Trafficking, AsTold, ""},
	}
	fw := un(t)
	for _, tc := range tests {
		r, list := twoEvents(t, tc.text)
		fw.stages.settle(list, &r)
		words := list[0].Time
		if words == "" || tc.by == ByStage && list[1].Time != "" {
			words = list[1].Time
		}
		if list[0].Crime != tc.first || list[0].By != tc.by || list[1].By != tc.by || words != tc.time {
			t.Errorf("%s\n%+v\nwant %s first, by %s %q", tc.text, list, tc.first, tc.by, tc.time)
		}
	}
}

// twoEvents takes the braces and brackets out of a text, and makes of what they
// hold two events in the order told.
func twoEvents(t *testing.T, marked string) (extract.Reading, []Event) {
	t.Helper()
	text, list := "", []Event{}
	r := extract.Reading{}
	for rest := marked; rest != ""; {
		at := strings.IndexAny(rest, "{[")
		if at < 0 {
			text += rest
			break
		}
		end := strings.IndexAny(rest, "}]")
		text += rest[:at]
		r.Evidence = append(r.Evidence, extract.Evidence{Span: extract.Span{Start: len(text), End: len(text) + end - at - 1}})
		text += rest[at+1 : end]
		e := Event{Crime: Smuggling, Evidence: []int{len(list)}}
		if rest[at] == '[' {
			e.Crime = Trafficking
		}
		list, rest = append(list, e), rest[end+1:]
	}
	if len(list) != 2 {
		t.Fatalf("%q tells of %d events", marked, len(list))
	}
	r.Record = &source.Record{Fields: []source.Field{{Name: "text", Value: text}}}
	return r, list
}
