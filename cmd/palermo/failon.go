package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"palermo/pipeline/history"
	"palermo/reports"
	"palermo/screen"
)

// never is the --fail-on that no run passes.
const never = "never"

func failOnHelp() string {
	return fmt.Sprintf(`exit with %d where one of these is passed: "new", "updated" or "absent" findings, a priority
(1 to %d: that or a more urgent one), a finding, a rate, "unread", or new and updated ones of a priority
or finding (new:2, updated:mislabelled_as_smuggling); on a first night nothing counts as new; alone, above a number or a share
(new>10, under_labelling>5%%, unread>1%%), or above the last run (1>+0, over_labelling>+10%%)`, found, screen.LastPriority)
}

// threshold is one part of --fail-on.
type threshold struct {
	text     string
	state    history.State // of which the metric is counted, empty for all findings
	metric   string
	limit    float64
	percent  bool // the limit is a share, or a share of the last run's figure
	relative bool // the limit is above the last run's figure
}

// parseThresholds reads --fail-on: parts with a comma between them.
func parseThresholds(text string) ([]threshold, error) {
	var list []threshold
	for _, part := range strings.Split(text, ",") {
		part = strings.TrimSpace(part)
		if part == never || part == "0" || part == "" {
			continue
		}
		t := threshold{text: part}
		metric, limit, given := strings.Cut(part, ">")
		if !t.parseMetric(strings.TrimSpace(metric)) {
			return nil, &failure{usage, fmt.Sprintf("--fail-on %s: there is no figure %q", part, strings.TrimSpace(metric)),
				"use " + strings.Join(metrics(), ", ") + "; or a priority or finding behind new: or updated:"}
		}
		if given && !t.parseLimit(strings.TrimSpace(limit)) {
			return nil, &failure{usage, fmt.Sprintf("--fail-on %s: the limit is not understood", part), "write >10, >5%, >+10 or >+10%"}
		}
		if t.unreachable() {
			return nil, &failure{usage, fmt.Sprintf("--fail-on %s: no share is ever above that", part), "write a share in percent, as >5% or >+5%"}
		}
		list = append(list, t)
	}
	return list, nil
}

// parseMetric reads a figure, such as "2" or "new:2".
func (t *threshold) parseMetric(text string) bool {
	state, what, split := strings.Cut(text, ":")
	if !split {
		t.metric = text
		return slices.Contains(metrics(), text)
	}
	t.state, t.metric = history.State(state), what
	return (t.state == history.New || t.state == history.Updated) && slices.Contains(slices.Concat(priorities(), kinds()), what)
}

func (t *threshold) parseLimit(text string) bool {
	text, t.relative = strings.CutPrefix(text, "+")
	text, t.percent = strings.CutSuffix(text, "%")
	var err error
	t.limit, err = strconv.ParseFloat(text, 64)
	return err == nil && t.limit >= 0 && !math.IsInf(t.limit, 0)
}

// unreachable reports whether the limit is one that no run can pass: a share is
// never above 1. A threshold that can't be passed watches nothing.
func (t *threshold) unreachable() bool {
	if t.percent {
		return !t.relative && t.limit >= 100
	}
	return slices.Contains(rateNames(), t.metric) && t.limit >= 1
}

// metrics lists the figures that can have a threshold.
func metrics() []string {
	states := []string{string(history.New), string(history.Updated), string(history.Absent), "unread"}
	return slices.Concat(states, priorities(), kinds(), rateNames())
}

func priorities() []string {
	var list []string
	for _, p := range screen.Priorities()[:screen.LastPriority] {
		list = append(list, strconv.Itoa(p))
	}
	return list
}

func kinds() []string {
	var list []string
	for _, k := range screen.Kinds() {
		list = append(list, string(k))
	}
	return list
}

func rateNames() []string {
	var names []string
	for _, r := range new(reports.Counts).Rates() {
		names = append(names, r.Name)
	}
	return names
}

// figure is a count and what it is counted among. What is absent is counted among
// the findings of the last run, since it is none of this one's.
func (t *threshold) figure(run, last *history.Run) (value, of float64) {
	if rate, ok := run.Rates[t.metric]; ok {
		return float64(rate.Numerator), float64(rate.Denominator)
	}
	if t.metric == "unread" {
		return float64(run.UnreadRows), float64(run.Rows)
	}
	kinds, urgent := run.OpenKinds, run.OpenPriorities
	if t.state != "" {
		kinds, urgent = run.Moved[t.state].Kinds, run.Moved[t.state].Priorities
	}
	n := run.OpenStates[history.State(t.metric)] + kinds[screen.Kind(t.metric)]
	if priority, err := strconv.Atoi(t.metric); err == nil {
		for p := 1; p <= priority; p++ {
			n += urgent[p]
		}
	}
	if t.metric == string(history.Absent) {
		if last == nil {
			return float64(n), 0
		}
		return float64(n), float64(last.Records)
	}
	return float64(n), float64(run.Records)
}

// passed says what passed the threshold, nothing where it did not. Findings that
// a decision settles do not count, and none is new in a run without one before it.
func (t *threshold) passed(run, last *history.Run) string {
	if last == nil && (t.state == history.New || t.metric == string(history.New)) {
		return ""
	}
	value, of := t.figure(run, last)
	isRate := slices.Contains(rateNames(), t.metric)
	shown := counted(value, of)
	limit := t.limit
	if isRate || t.percent && !t.relative {
		value = share(value, of)
		if t.percent && !t.relative {
			limit /= 100
		}
	}
	if t.relative {
		if last == nil {
			return ""
		}
		before, beforeOf := t.figure(last, nil)
		shown += ", " + counted(before, beforeOf) + " in the last run"
		if isRate {
			before = share(before, beforeOf)
		}
		if t.percent {
			limit = before * (1 + t.limit/100)
		} else {
			limit = before + t.limit
		}
	}
	if value <= limit {
		return ""
	}
	return fmt.Sprintf("--fail-on %s: %s", t.text, shown+" "+t.noun())
}

// noun is what the figure counts.
func (t *threshold) noun() string {
	which := ""
	if t.state != "" {
		which = string(t.state) + " "
	}
	switch {
	case t.metric == "unread":
		return "rows could not be read"
	case slices.Contains(rateNames(), t.metric):
		return "records are in the rate " + t.metric
	case slices.Contains(priorities(), t.metric):
		return which + "findings have priority " + t.metric + " or a more urgent one"
	case t.metric == string(history.Absent):
		return "findings of the last run are absent"
	}
	return which + "findings are " + words(t.metric)
}

// counted tells a count, and what it is counted among where that is known.
func counted(value, of float64) string {
	if of == 0 {
		return grouped(int64(value))
	}
	return grouped(int64(value)) + " of " + grouped(int64(of))
}

func share(value, of float64) float64 {
	if of == 0 {
		return 0
	}
	return value / of
}
