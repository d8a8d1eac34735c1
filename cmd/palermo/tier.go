package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"palermo/reports"
)

// tierFlags say for whom the reports are.
type tierFlags struct {
	lang, keyFile string
	share         bool
	floor         int64
}

func (f *tierFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.lang, "lang", "en", "language of the page, the workbook and the Markdown summary: "+strings.Join(reports.Languages(), ", "))
	flags.BoolVar(&f.share, "shareable", false, "write reports that may be passed on: pseudonyms, no words of records, small counts withheld")
	flags.StringVar(&f.keyFile, "key-file", "", "file with the key of the pseudonyms, for --shareable; keep it where the records are kept")
	flags.Int64Var(&f.floor, "min-count", reports.DefaultFloor, "smallest count that --shareable shows, at least 5")
}

// check finds what cannot be meant.
func (f *tierFlags) check() error {
	if known := reports.Languages(); !slices.Contains(known, f.lang) {
		return &failure{usage, fmt.Sprintf("--lang %s: there is no such language", f.lang), "use " + strings.Join(known, ", ")}
	}
	if f.share && f.keyFile == "" {
		return &failure{usage, "--shareable needs a key for its pseudonyms",
			"head -c 32 /dev/urandom > palermo.key, then --key-file palermo.key"}
	}
	if f.keyFile != "" && !f.share {
		return &failure{usage, "--key-file is for --shareable", "write --shareable as well, or leave the key out"}
	}
	return nil
}

// shareable reads the key; nil where the restricted tier is asked for.
func (f *tierFlags) shareable() (*reports.Shareable, error) {
	if !f.share {
		return nil, nil
	}
	key, err := os.ReadFile(f.keyFile)
	if err != nil {
		return nil, &failure{usage, fmt.Sprintf("--key-file: %v", err), ""}
	}
	s := &reports.Shareable{Key: bytes.TrimRight(key, "\r\n"), Floor: f.floor}
	if err := s.Check(); err != nil {
		return nil, &failure{exit: usage, text: err.Error()}
	}
	return s, nil
}

// checkFormats finds formats that there are not.
func checkFormats(formats []string) error {
	for _, format := range formats {
		if known := reports.Formats(); !slices.Contains(known, format) {
			return &failure{usage, fmt.Sprintf("--format %s: there is no such report", format), "use " + strings.Join(known, ", ")}
		}
	}
	return nil
}
