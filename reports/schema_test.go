package reports

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"palermo/pipeline/source"
	"palermo/screen"
)

const publishedSchema = "../docs/findings.schema.json"

func schemaOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(publishedSchema)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSchemaIsPublished(t *testing.T) {
	data, err := os.ReadFile(publishedSchema)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, findingsSchema) {
		t.Error("docs/findings.schema.json is not the schema that the program describes its fields by")
	}
}

// Every line that is written is valid, in both tiers, and a wrong one is not.
func TestFindingsKeepTheSchema(t *testing.T) {
	schema := schemaOf(t)
	bare := &screen.Finding{RecordID: "x", Kind: screen.Unlabelled, Label: screen.LabelNone}
	bare.Reading.Record = &source.Record{Document: source.Report}
	bare.Assessment.Class = screen.InsufficientInformation
	dirs := []string{publish(t, append(mixed(), odd(), bare)), shared(t, many(40))}
	for _, dir := range dirs {
		for _, line := range strings.Split(strings.TrimSpace(read(t, dir, findingsFile)), "\n") {
			if err := valid(schema, line); err != nil {
				t.Errorf("%v\n%.200s", err, line)
			}
		}
	}
	good := strings.SplitN(read(t, dirs[0], findingsFile), "\n", 2)[0]
	for _, change := range [][2]string{
		{`"finding":"mislabelled_as_smuggling"`, `"finding":"guilty"`},
		{`"review_priority":2`, `"review_priority":"2"`},
		{`"flags":["conflated_terms"]`, `"flags":null`},
		{`"record_id":`, `"record":`},
	} {
		if bad := strings.Replace(good, change[0], change[1], 1); bad == good || valid(schema, bad) == nil {
			t.Errorf("%s is valid", change[1])
		}
	}
}

func valid(schema *jsonschema.Schema, line string) error {
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

// The schema has the fields of the code, no more and no fewer, and its lists
// are those of the code.
func TestSchemaKnowsEveryField(t *testing.T) {
	var schema struct {
		Properties map[string]struct {
			Enum  []string
			Items struct{ Enum []string }
		}
		Required []string
		Defs     map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal(findingsSchema, &schema); err != nil {
		t.Fatal(err)
	}
	tags := slices.DeleteFunc(tagsOf(reflect.TypeFor[Row]()), func(tag string) bool {
		_, known := schema.Properties[tag]
		return known && slices.Contains([]string{"would_change", "source_problems", "review_weights", "events", "other_frameworks", "history", "review", "record_hash"}, tag)
	})
	if diff := cmp.Diff(tags, schema.Required); diff != "" {
		t.Errorf("fields (-code +schema):\n%s", diff)
	}
	for name, fields := range map[string]reflect.Type{"indicator": reflect.TypeFor[Indicator](), "element": reflect.TypeFor[Element](), "inference": reflect.TypeFor[Inference](), "event": reflect.TypeFor[Event](), "elsewhere": reflect.TypeFor[Elsewhere](), "history": reflect.TypeFor[History](), "review": reflect.TypeFor[Review](), "opinion": reflect.TypeFor[Opinion]()} {
		var known []string
		for field := range schema.Defs[name].Properties {
			known = append(known, field)
		}
		want := tagsOf(fields)
		slices.Sort(known)
		slices.Sort(want)
		if diff := cmp.Diff(want, known); diff != "" {
			t.Errorf("%s (-code +schema):\n%s", name, diff)
		}
	}
	same(t, screen.Labels(), schema.Properties["recorded_label"].Enum)
	same(t, screen.Classes(), schema.Properties["assessed_class"].Enum)
	same(t, screen.Kinds(), schema.Properties["finding"].Enum)
	same(t, screen.Flags(), schema.Properties["flags"].Items.Enum)
	same(t, screen.Weights(), schema.Properties["review_weights"].Items.Enum)
}

func tagsOf(t reflect.Type) []string {
	var tags []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		tags = append(tags, name)
	}
	return tags
}

func same[T ~string](t *testing.T, code []T, schema []string) {
	t.Helper()
	var want []string
	for _, v := range code {
		want = append(want, string(v))
	}
	schema = slices.DeleteFunc(slices.Clone(schema), func(s string) bool { return s == withheld })
	if diff := cmp.Diff(want, schema); diff != "" {
		t.Errorf("values (-code +schema):\n%s", diff)
	}
}

func sameJSON(t *testing.T, value any, text []byte) {
	t.Helper()
	var want any
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, value); diff != "" {
		t.Errorf("the schema in the data package is another:\n%s", diff)
	}
}

// The data package names every file with its digest, and describes every field
// of every table.
func TestDataPackageDescribesEverything(t *testing.T) {
	dir := publish(t, mixed(), reject())
	var p dataPackage
	if err := json.Unmarshal([]byte(read(t, dir, packageFile)), &p); err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, r := range p.Resources {
		files = append(files, r.Path)
		if r.Description == "" || r.MediaType == "" || r.Bytes != int64(len(read(t, dir, r.Path))) {
			t.Errorf("%s: %+v", r.Path, r)
		}
		if r.Path == findingsFile {
			sameJSON(t, r.JSONSchema, findingsSchema)
		}
		if r.Schema == nil {
			continue
		}
		for _, f := range r.Schema.Fields {
			if f.Description == "" || f.Type == "" {
				t.Errorf("%s: field %s is not described", r.Path, f.Name)
			}
		}
		if strings.HasSuffix(r.Path, ".csv") && len(r.Schema.Fields) != len(parsed(t, read(t, dir, r.Path))[0]) {
			t.Errorf("%s has other columns", r.Path)
		}
	}
	slices.Sort(files)
	want := slices.DeleteFunc(slices.Clone(everything), func(f string) bool { return f == packageFile || f == manifestFile })
	if diff := cmp.Diff(want, files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}
