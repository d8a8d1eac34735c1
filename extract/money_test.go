package extract_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"palermo/extract"
	"palermo/extract/packs"
)

// feeRule finds every amount in English and takes it for a crossing fee where
// nothing else is said.
const feeRule = `rules:
  - indicator: smuggling_fee
    facet: test
    amount: crossing
    patterns: [ "(paid|pay|pays|took|takes|for|cost|wanted|asked|owed|owes) {0,3} $" ]
    hits: [ "He paid $500 to cross." ]
    misses: [ "He paid $500 in ransom." ]
`

func TestWhatAnAmountWasFor(t *testing.T) {
	fsys := fstest.MapFS{"en/99_test.yaml": {Data: []byte(feeRule)}}
	err := fs.WalkDir(packs.FS, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(packs.FS, path)
		fsys[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"She paid $8,000 to the coyote.":                                     true,
		"The guide took $900 and the crossing began.":                        true,
		"The family paid $4,000 before they released him.":                   false,
		"The captors wanted $4,000 in ransom after the river.":               false,
		"Customers paid $60 for half an hour.":                               false,
		"She owed $8,000 of debt.":                                           false,
		"He paid $400 a month for the work.":                                 false,
		"She paid $2,000 to a recruitment agency.":                           false,
		"They paid $300.":                                                    true,
		"Two of them paid $900 each in wages of 40 hours.":                   false,
		"He paid $7,000 for the trip and later $2,000 for the work permits.": true,
	} {
		got := false
		for _, e := range of(r.Read(record(text)), "smuggling_fee") {
			got = got || e.Facet == "test" && e.Counts
		}
		if got != want {
			t.Errorf("%q: read as a crossing fee: %v, want %v", text, got, want)
		}
	}
}
