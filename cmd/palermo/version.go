package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/spf13/cobra"
)

// program is what the manifest of every run names. The version changes with
// what a run finds or writes, and not with the build.
const program = "palermo 0.1.0"

// version is the verb that says which program this is.
func (s *shell) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.stdout, "%s (%s, %s/%s)\n", program, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// build is the digest of the program file. A program that was built anew may
// find other things under the same version.
func build() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}
