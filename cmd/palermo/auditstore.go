package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"palermo/pipeline"
	"palermo/pipeline/history"
)

// remember opens the store that is named, if one is.
func (f *auditFlags) remember(ctx context.Context, o *pipeline.Options) (func(), error) {
	o.Wait, o.NoCache, o.KeepQuotes, o.TwoPersons = f.wait, f.noCache, f.keepQuotes, f.twoPersons
	o.AllowEmpty = f.allowEmpty
	if f.decisions != "" {
		file, err := history.ReadDecisions(f.decisions, o.Now().Format(time.DateOnly))
		if err != nil {
			return nil, &failure{rules, err.Error(), ""}
		}
		o.Decisions, o.TwoPersons = file.Decisions, o.TwoPersons || file.TwoPersons
	}
	var err error
	if o.Series, err = f.seriesOf(ctx, nil, f.plan, o); err != nil {
		return nil, err
	}
	f.told = o.Series
	if f.store == "" {
		if f.keepQuotes {
			return nil, &failure{usage, "--keep-quotes: no store is named", "add --store palermo.db"}
		}
		return func() {}, nil
	}
	if o.Store, err = f.open(ctx); err != nil {
		return nil, err
	}
	if o.Series, err = f.seriesOf(ctx, o.Store, f.plan, o); err != nil {
		return nil, errors.Join(err, o.Store.Close())
	}
	f.told = o.Series
	o.Build = build()
	return func() { _ = o.Store.Close() }, nil
}

// asked is every flag that was given and may bear on the reports. A new flag is
// taken to.
func asked(flags *pflag.FlagSet) string {
	var list []string
	flags.Visit(func(f *pflag.Flag) {
		switch f.Name {
		case "json", "quiet", "wait", "workers", "store", "series", "no-cache", "allow-empty", "fail-on":
		default:
			if !slices.Contains(noticeFlags(), f.Name) {
				list = append(list, f.Name+"="+f.Value.String())
			}
		}
	})
	return strings.Join(list, " ")
}
