package main

import (
	"strings"
	"testing"

	"palermo/pipeline/history"
	"palermo/screen"
)

func TestThresholds(t *testing.T) {
	run := &history.Run{Rows: 200, UnreadRows: 4, Rates: map[string]history.Rate{"under_labelling": {Numerator: 6, Denominator: 60}}}
	run.Records = 100
	run.OpenStates = map[history.State]int64{history.New: 3}
	run.OpenKinds = map[screen.Kind]int64{screen.MislabelledAsSmuggling: 11}
	run.OpenPriorities = map[int]int64{1: 1, 2: 4}
	run.Moved = map[history.State]history.Moved{
		history.New:     {Kinds: map[screen.Kind]int64{screen.Consistent: 2, screen.MislabelledAsSmuggling: 1}, Priorities: map[int]int64{2: 1, 5: 2}},
		history.Updated: {Kinds: map[screen.Kind]int64{screen.Consistent: 1}, Priorities: map[int]int64{5: 1}},
	}
	last := &history.Run{Rows: 100, UnreadRows: 1, Rates: map[string]history.Rate{"under_labelling": {Numerator: 5, Denominator: 54}}}
	last.Records = 100
	last.OpenKinds = map[screen.Kind]int64{screen.MislabelledAsSmuggling: 10}
	for text, want := range map[string]bool{
		"never": false, "0": false, "new": true, "updated": false, "new>2": true, "new>3": false, "new>2.5%": true, "new>3%": false,
		"new:2": true, "new:1": false, "new:4>1": false, "new:mislabelled_as_smuggling": true, "new:mislabelled_as_trafficking": false,
		"new:2>0.5%": true, "new:2>+0": true, "updated:4": false, "updated:consistent": true,
		"1": true, "1>1": false, "2>4": true, "2>5": false,
		"mislabelled_as_smuggling>10": true, "mislabelled_as_smuggling>+0": true, "mislabelled_as_smuggling>+1": false,
		"mislabelled_as_smuggling>+10%": false, "mislabelled_as_smuggling>+9%": true,
		"under_labelling": true, "under_labelling>9.9%": true, "under_labelling>10%": false, "under_labelling>+5%": true, "under_labelling>+10%": false,
		"under_labelling>0.09": true, "under_labelling>+0.5": false, "mislabelled_as_smuggling>+100%": false,
		"unread": true, "unread>1%": true, "unread>2%": false, "updated, unread>1%": true,
	} {
		list, err := parseThresholds(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		got := false
		for _, one := range list {
			got = got || one.passed(run, last) != ""
		}
		if got != want {
			t.Errorf("%s: passed %v", text, got)
		}
	}
	run.OpenStates[history.Absent], last.Records = 3, 4
	for text, want := range map[string]bool{"absent>50%": true, "absent>75%": false, "absent>+2": true} {
		list, _ := parseThresholds(text)
		if told := list[0].passed(run, last); (told != "") != want || want && !strings.Contains(told, "3 of 4") {
			t.Errorf("%s: told %q", text, told)
		}
	}
	for _, text := range []string{"new>+0", "new", "new:2", "new>1%"} {
		if list, _ := parseThresholds(text); list[0].passed(run, nil) != "" {
			t.Errorf("%s: something is new in a first run", text)
		}
	}
	for _, text := range []string{"5", "newer", "new>", "new>x", "new>-1", ">5", "new:", "new:5", "new:unread", "absent:2", "newer:2", "new:new",
		"under_labelling>5", "under_labelling>1", "under_labelling>+10", "under_labelling>100%", "new>100%", "unread>Inf"} {
		if _, err := parseThresholds(text); code(err) != int(usage) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
