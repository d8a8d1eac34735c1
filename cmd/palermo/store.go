package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"palermo/pipeline"
	"palermo/pipeline/history"
)

// storeVariable names the store for every command, where --store does not.
const storeVariable = "PALERMO_STORE"

// storeFlags say which runs are meant.
type storeFlags struct {
	store, series string
}

func (f *storeFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.store, "store", os.Getenv(storeVariable),
		"store of earlier runs: a file, or postgres://user@host/database (default $"+storeVariable+")")
	cmd.Flags().StringVar(&f.series, "series", "", "which chain of runs in the store, where it holds several")
}

// open opens the store that is named, to write to it.
func (f *storeFlags) open(ctx context.Context) (*history.Store, error) {
	if f.store == "" {
		return nil, noStoreNamed()
	}
	return history.Open(ctx, f.store)
}

// read opens the store that is named, to read it: one on a disk that is full or
// can't be written to has to tell how the nights went all the same.
func (f *storeFlags) read(ctx context.Context) (*history.Store, error) {
	if f.store == "" {
		return nil, noStoreNamed()
	}
	return history.OpenToRead(ctx, f.store)
}

// shown tells of a store that others can read: it names cases and people.
func shown(store *history.Store) error {
	return fmt.Errorf("the store %s can be read by others than its owner\nhint: chmod 600 %[1]s", store.Where())
}

func noStoreNamed() error {
	return &failure{usage, "no store is named", "add --store palermo.db, or set " + storeVariable}
}

// seriesOf is the series of a run: the one that is named, or that of its plan or
// inputs. A store, where there is one, may know it under an older name.
func (f *storeFlags) seriesOf(ctx context.Context, store *history.Store, plan string, o *pipeline.Options) (history.Series, error) {
	if f.series != "" {
		return history.Series(f.series), nil
	}
	var known []history.Series
	if store != nil {
		var err error
		if known, err = store.Series(ctx); err != nil {
			return "", err
		}
	}
	return pipeline.SeriesOf(plan, o.Framework, o.Inputs, known), nil
}

// one returns the series that is meant: the one that is named, or the only one.
func (f *storeFlags) one(ctx context.Context, s *history.Store) (history.Series, error) {
	known, err := s.Series(ctx)
	if err != nil {
		return "", err
	}
	var fitting []history.Series
	for _, name := range known {
		if f.series == "" || strings.Contains(string(name), f.series) {
			fitting = append(fitting, name)
		}
		if string(name) == f.series {
			return name, nil
		}
	}
	switch {
	case len(known) == 0:
		return "", &failure{usage, "the store " + s.Where() + " holds no run yet", "palermo audit --store " + s.Where() + " INPUT"}
	case len(fitting) == 0:
		return "", noSeries(f.series, known)
	case len(fitting) == 1:
		return fitting[0], nil
	}
	text := "the store holds several series of runs"
	if f.series != "" {
		text = fmt.Sprintf("--series %q: fits %d of the series in the store", f.series, len(fitting))
	}
	return "", &failure{usage, text, nameOne(known)}
}

// exact refuses a series that the store does not hold, where one is named.
func (f *storeFlags) exact(ctx context.Context, s *history.Store) error {
	if f.series == "" {
		return nil
	}
	known, err := s.Series(ctx)
	if err != nil || slices.Contains(known, history.Series(f.series)) {
		return err
	}
	return noSeries(f.series, known)
}

func noSeries(name string, known []history.Series) error {
	return &failure{usage, fmt.Sprintf("--series %q: there is no such series in the store", name), nameOne(known)}
}

// nameOne lists the series that there are.
func nameOne(known []history.Series) string {
	if len(known) == 0 {
		return "it holds no run yet"
	}
	var names []string
	for _, name := range known {
		names = append(names, fmt.Sprintf("--series %q", name))
	}
	return "name one: " + strings.Join(names, ", ")
}

// with opens the store to read it, hands it on with the series that is meant, and
// closes it.
func (f *storeFlags) with(ctx context.Context, do func(*history.Store, history.Series) error) error {
	store, err := f.read(ctx)
	if err != nil {
		return err
	}
	series, err := f.one(ctx, store)
	if err == nil {
		err = do(store, series)
	}
	return errors.Join(err, store.Close())
}
