package reports

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline/source"
	"palermo/screen"
)

const goldenLine = `{"record_id":"C-001","case_id":"C-001","source_file":"cases.csv","source_sheet":"","source_row":2,` +
	`"document_type":"case_log_row","report_date":"2019-03-04","year":2018,"unit":"North","language":"en",` +
	`"framework_profile":"un","recorded_label_raw":"Human Smuggling","recorded_label":"smuggling",` +
	`"assessed_class":"trafficking","trafficking_undetermined":false,"finding":"mislabelled_as_smuggling",` +
	`"flags":["conflated_terms"],"review_priority":2,"elements":{"tip_act":{"state":"unknown","evidence":[]},` +
	`"tip_means":{"state":"present","evidence":[0]},"tip_purpose":{"state":"present","evidence":[1]},` +
	`"victim_child":{"state":"absent","evidence":[2]},"som_procurement":{"state":"unknown","evidence":[]},` +
	`"som_illegal_entry":{"state":"present","evidence":[],"inferred":true,` +
	`"inferred_from":{"evidence":[0],"elements":["som_procurement"]}},"som_cross_border":{"state":"unknown",` +
	`"evidence":[]},"som_non_national":{"state":"unknown","evidence":[]},"som_benefit":{"state":"unknown","evidence":[]},` +
	`"aggravating":{"state":"unknown","evidence":[]},"exploitation_excluded":{"state":"unknown","evidence":[]}},` +
	`"indicators":[{"id":"document_confiscation","counts":true,"polarity":"affirmed","certainty":"alleged","time":"past",` +
	`"subject":"victim","voice":"officer","strength":"strong","field":"narrative","start":5,"end":22,` +
	`"quote":"took her passport","rule":"en/means.yaml:12","cues":["allegation: They"],"before":"They ",` +
	`"after":". She was made to work in the kitchen. She was not locked in."},{"id":"forced_labour","facet":"compelled",` +
	`"counts":true,"polarity":"affirmed","certainty":"alleged","time":"past","subject":"victim","voice":"officer",` +
	`"strength":"medium","field":"narrative","start":28,"end":60,"quote":"was made to work in the kitchen.",` +
	`"rule":"en/purpose.yaml:3","cues":[],"before":"They took her passport. She ",` +
	`"after":" She was not locked in."},{"id":"confinement","counts":false,"polarity":"negated","certainty":"alleged",` +
	`"time":"past","subject":"victim","voice":"officer","strength":"strong","field":"narrative","start":69,"end":82,` +
	`"quote":"not locked in","rule":"en/means.yaml:40","cues":[],` +
	`"before":"They took her passport. She was made to work in the kitchen. She was ","after":"."}],` +
	`"open_questions":["How was the border crossed?"],"conflicts":[],"decision":"means_and_purpose","fingerprint":"f00d",` +
	`"evidence_hash":"beef","record_hash":"cafe","review_harm":0}` + "\n"

func jsonLines(t *testing.T, findings ...*screen.Finding) string {
	t.Helper()
	var out bytes.Buffer
	w, err := openJSONL(&out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if err := w.Add(asRows([]*screen.Finding{f})[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestJSONL(t *testing.T) {
	if diff := cmp.Diff(goldenLine, jsonLines(t, missed(1))); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
}

// A record without evidence must not show what the record before left in the
// reused row.
func TestJSONLKeepsRecordsApart(t *testing.T) {
	bare := &screen.Finding{RecordID: "x", Kind: screen.Unlabelled}
	bare.Reading.Record = &source.Record{}
	got := strings.SplitAfter(jsonLines(t, missed(1), bare, missed(1)), "\n")
	if got[0] != goldenLine || got[2] != goldenLine {
		t.Error("a record changed with its neighbours")
	}
	for _, empty := range []string{`"flags":[]`, `"indicators":[]`, `"open_questions":[]`, `"conflicts":[]`, `"state":"unknown"`} {
		if !strings.Contains(got[1], empty) {
			t.Errorf("no %s in %s", empty, got[1])
		}
	}
}

func TestJSONLKeepsQuotesAsTheyAre(t *testing.T) {
	text := "\u202eمريم <b>&\u2028\x01 said \"no\"\n" + strings.Repeat("long ", 20_000)
	f := missed(1)
	f.Reading.Evidence[0].Quote = text
	line := jsonLines(t, f)
	if strings.Count(line, "\n") != 1 {
		t.Error("a record takes more than one line")
	}
	var row Row
	if err := json.Unmarshal([]byte(line), &row); err != nil {
		t.Fatal(err)
	}
	if row.Indicators[0].Quote != text {
		t.Error("the quote changed")
	}
}

func TestJSONLHasEveryElement(t *testing.T) {
	var tags []screen.ElementID
	object := reflect.TypeFor[Elements]()
	for i := range object.NumField() {
		tags = append(tags, screen.ElementID(object.Field(i).Tag.Get("json")))
	}
	if diff := cmp.Diff(screen.Elements(), tags); diff != "" {
		t.Error(diff)
	}
}

func TestJSONLSurvivesABadSpan(t *testing.T) {
	f := missed(1)
	f.Reading.Evidence[0].Span.Field = 7
	if !strings.Contains(jsonLines(t, f), `"field":""`) {
		t.Error("a field that is not there has a name")
	}
}
