package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"palermo/pipeline"
	"palermo/pipeline/source"
)

// planFile is where init writes unless it is told otherwise.
const planFile = "palermo.yaml"

// initPlan is the verb that writes down how tables are read.
func (s *shell) initPlan() *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "init INPUT...",
		Short: "Write a plan that says how the columns of the input are read",
		Long: `init looks at the start of every table and writes a plan with the columns it
recognised, for you to correct. Use it with palermo audit --plan.`,
		Args: inputs,
		RunE: func(cmd *cobra.Command, args []string) error { return s.writePlan(cmd.Context(), args, out, force) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", planFile, "file to write the plan to")
	cmd.Flags().BoolVar(&force, "force", false, "write over a plan that is there")
	return cmd
}

func (s *shell) writePlan(ctx context.Context, args []string, out string, force bool) error {
	files, _, err := source.Find(args)
	if err != nil {
		return &pipeline.UsageError{Err: err}
	}
	if slices.ContainsFunc(files, func(file string) bool { return sameFile(file, out) }) {
		return &failure{usage, out + " is an input and would be written over", "name another file with -o"}
	}
	previews, missed, err := s.preview(ctx, files)
	if err != nil {
		return err
	}
	var plan bytes.Buffer
	if err := pipeline.WritePlan(&plan, previews); err != nil {
		return fmt.Errorf("write plan: %w", err)
	}
	if err := publish(out, plan.Bytes(), force); err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "%s: %s from %s\n", out, number(len(previews), "table"), number(len(files)-missed, "file"))
	if missed > 0 {
		return &failure{unread, number(missed, "file") + " could not be read and " + isAre(missed) + " not in the plan", ""}
	}
	return nil
}

// preview inspects the files. One that can't be read is told and passed over.
func (s *shell) preview(ctx context.Context, files []string) (previews []source.Preview, missed int, err error) {
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		in, err := source.Digest(file)
		if err == nil {
			var tables []source.Preview
			if tables, err = source.Inspect(ctx, in, source.Options{}); err == nil {
				previews = append(previews, tables...)
			}
		}
		if ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
		if err != nil {
			fmt.Fprintln(s.stderr, told(err))
			missed++
		}
	}
	return previews, missed, nil
}

// publish writes the plan, over one that is there only where that was asked for.
func publish(path string, data []byte, force bool) error {
	if _, err := os.Lstat(path); !force && !errors.Is(err, fs.ErrNotExist) {
		return &failure{usage, path + " is there already", "write over it with --force, or name another file with -o"}
	}
	return writeWhole(path, data, 0o600)
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	other, errOther := os.Stat(b)
	return err == nil && errOther == nil && os.SameFile(one, other)
}
