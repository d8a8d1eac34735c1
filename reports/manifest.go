package reports

import (
	"encoding/json"
	"io"

	"palermo/extract"
	"palermo/pipeline/source"
)

// manifestFile vouches for all other files and is published last.
const manifestFile = "manifest.json"

// manifest is what is needed to know where the files come from and to make
// them again.
type manifest struct {
	Program        string             `json:"program"`
	Created        string             `json:"created,omitempty"`
	Tier           string             `json:"tier"`
	Framework      string             `json:"framework_profile"`
	Versions       map[string]string  `json:"versions"`
	Packs          []extract.OwnPacks `json:"packs,omitempty"`
	PlanSHA256     string             `json:"plan_sha256,omitempty"`
	Inputs         []source.Input     `json:"inputs"`
	Ledger         Ledger             `json:"ledger"`
	Mappings       []source.Mapping   `json:"mappings"`
	UnmappedLabels []LabelCount       `json:"unmapped_labels"`
	Problems       []ProblemCount     `json:"problems,omitempty"`
	Outputs        []Output           `json:"outputs"`
}

func writeManifest(w io.Writer, run *Run, outputs []Output) error {
	ledger := run.Ledger
	ledger.Lines = listed(ledger.Lines)
	return writeJSON(w, manifest{
		Program: run.Program, Created: run.Created, Tier: run.Tier, Framework: run.Framework,
		Versions: run.Versions, Packs: run.Packs, PlanSHA256: run.PlanSHA256,
		Inputs: listed(run.Inputs), Ledger: ledger, Mappings: listed(run.Mappings),
		UnmappedLabels: listed(run.UnmappedLabels), Problems: run.Problems, Outputs: listed(outputs),
	})
}

// writeJSON writes one indented document. Maps come out sorted by key.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
