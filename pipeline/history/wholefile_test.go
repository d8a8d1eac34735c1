package history

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file of decisions that lacks its beginning is a mistake and not one without
// decisions.
func TestAFileOfDecisionsThatWasCut(t *testing.T) {
	name := filepath.Join(t.TempDir(), "decisions.yaml")
	for text, want := range map[string]string{
		"":                          "is empty",
		"\n\n":                      "is empty",
		"# decisions of the unit\n": "is empty",
		"decisions:\n":              "lacks its version",
		"version: 1\n":              "",
		"version: 1\ndecisions:\n":  "",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadDecisions(name, "2026-03-01")
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
