package reports

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"palermo/screen"
)

// The folder of a run is read by programs that others wrote: Frictionless for
// the data package, DuckDB for the tables, openpyxl for the workbook. A machine
// may have none of them; PALERMO_PYTHON names an interpreter that has, and then
// the test insists.
func TestOthersReadTheFolder(t *testing.T) {
	python := pythonWith(t, "frictionless", "duckdb", "openpyxl")
	changed := publish(t, mixed())
	text := strings.Replace(read(t, changed, "findings.csv"), "mislabelled_as_smuggling", "something_else", 1)
	if err := os.WriteFile(filepath.Join(changed, "findings.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	dirs := map[string]string{
		"mixed": publish(t, mixed(), reject()), "empty": publish(t, nil), "quarantine": publish(t, nil, reject(), reject()),
		"odd": publish(t, []*screen.Finding{odd()}), "shareable": shared(t, many(300)), "many": publish(t, many(300)),
	}
	found := objections(t, python, append(slices.Collect(maps.Values(dirs)), changed))
	for name, dir := range dirs {
		for _, objection := range found[dir] {
			t.Errorf("%s: %s", name, objection)
		}
	}
	if got := strings.Join(found[changed], "\n"); !strings.Contains(got, "something_else") || !strings.Contains(got, "hash") {
		t.Errorf("a table that was changed is taken for what it was: %s", got)
	}
}

// objections is what the others have to say of some folders.
func objections(t *testing.T, python string, dirs []string) map[string][]string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), python, append([]string{filepath.Join("testdata", "independent.py")}, dirs...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var found map[string][]string
	if err := json.Unmarshal(out, &found); err != nil || len(found) != len(dirs) {
		t.Fatalf("%v: %s", err, out)
	}
	return found
}

// pythonWith finds a Python that has some modules.
func pythonWith(t *testing.T, modules ...string) string {
	t.Helper()
	python := os.Getenv("PALERMO_PYTHON")
	named := python != ""
	if !named {
		python = "python3"
	}
	if err := exec.Command(python, "-c", "import "+strings.Join(modules, ", ")).Run(); err != nil {
		if named {
			t.Fatalf("%s lacks one of %s: pip install them", python, strings.Join(modules, ", "))
		}
		t.Skip("no Python with " + strings.Join(modules, ", "))
	}
	return python
}
