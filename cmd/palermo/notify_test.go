package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Hooks, the heartbeat and the metrics tell what a run came to, in numbers, and
// nothing of any record.
func TestOperatorsAreTold(t *testing.T) {
	o := newOperator(t)
	for _, event := range []string{"success", "partial", "failure"} {
		script := "#!/bin/sh\ncat > " + o.path(event+".json") + "\n"
		must(t, os.WriteFile(o.path(event), []byte(script), 0o700))
	}
	audit := func(inputs ...string) []string {
		return append([]string{"audit", "--json", "--quiet", "--store", "palermo.db", "--series", "nightly", "--heartbeat", "heartbeat", "--metrics", "palermo.prom",
			"--on-success", o.path("success"), "--on-partial", o.path("partial"), "--on-failure", o.path("failure")}, inputs...)
	}
	o.log("log.csv", caseRows(8))
	must(t, os.WriteFile(o.path("ragged.csv"), []byte("case id,offence,narrative\nA-1,smuggling,She was beaten and locked in.\nA-2,smuggling,one,too,many\n"), 0o600))
	o.must(1, audit("log.csv")...) // there is no store yet
	if data := o.read("palermo.prom"); strings.Contains(data, lastSuccess) || !strings.Contains(data, "exit_code{series=\"nightly\"} 1\n") {
		t.Errorf("after a failure: %s", data)
	}
	if _, err := os.Stat(o.path("heartbeat")); err == nil {
		t.Error("a run that failed has a heartbeat")
	}
	o.must(0, "history", "init", "palermo.db")
	said := o.must(0, audit("log.csv")...)
	success := o.read("palermo.prom")
	o.must(3, audit("log.csv", "ragged.csv")...)
	o.must(2, audit("gone.csv")...)
	for event, want := range map[string]outcome{
		"success": {logged: logged{Event: "success"}, Run: 1, Rows: 8, Records: 8, Exit: "done"},
		"partial": {logged: logged{Event: "partial"}, Run: 2, Rows: 10, Unread: 1, Records: 9, ExitCode: 3, Exit: "unread"},
		"failure": {logged: logged{Event: "failure"}, ExitCode: 2, Exit: "usage"},
	} {
		var got outcome
		must(t, json.Unmarshal([]byte(o.read(event+".json")), &got))
		if got.Event != want.Event || got.Run != want.Run || got.Rows != want.Rows || got.Unread != want.Unread ||
			got.Records != want.Records || got.ExitCode != want.ExitCode || got.Exit != want.Exit || got.Series != "nightly" {
			t.Errorf("%s: %+v", event, got)
		}
	}
	if !strings.Contains(success, `palermo_findings_state{series="nightly",state="new"} 8`) || !strings.Contains(success, lastSuccess) {
		t.Errorf("metrics: %s", success)
	}
	if kept := o.read("palermo.prom"); !strings.Contains(kept, lastSuccess) || !strings.Contains(kept, "exit_code{series=\"nightly\"} 2\n") {
		t.Errorf("metrics after a failure forget the last success: %s", kept)
	}
	if last := said[strings.LastIndex(strings.TrimSpace(said), "\n")+1:]; !strings.HasPrefix(last, `{"time":"20`) || !strings.Contains(last, `,"level":"info","event":"success"`) {
		t.Errorf("the last line is no outcome: %s", last)
	}
	for _, file := range []string{"success.json", "partial.json", "failure.json", "heartbeat", "palermo.prom"} {
		if strings.Contains(o.read(file), "passport") || strings.Contains(o.read(file), "CW-20") {
			t.Errorf("%s tells of a record", file)
		}
	}
}

func TestAHookThatFailsChangesNothing(t *testing.T) {
	o := newOperator(t)
	o.log("log.csv", caseRows(4))
	if said := o.must(0, "audit", "--quiet", "--on-success", "/no/such/program", "log.csv"); !strings.Contains(said, "run hook /no/such/program") {
		t.Errorf("it is not told: %s", said)
	}
}

// A hook is a program with its words, or a path that may have blanks in it. What it
// leaves running is no mistake.
func TestHooks(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "our tools")
	must(t, os.Mkdir(dir, 0o700))
	hook := filepath.Join(dir, "notify")
	for script, want := range map[string]string{
		"cat > \"$0.told\"":                  "",
		"cat > \"$0.told\"; sleep 5 &":       "",
		"cat > \"$0.told\"; echo no; exit 3": "exit status 3: no",
	} {
		must(t, os.WriteFile(hook, []byte("#!/bin/sh\n"+script+"\n"), 0o700))
		err := runHook(t.Context(), hook, []byte(script))
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", script, err)
		}
		if told, err := os.ReadFile(hook + ".told"); err != nil || string(told) != script {
			t.Errorf("%s: was told %q, %v", script, told, err)
		}
	}
	if err := runHook(t.Context(), "sh -c false", nil); err == nil || !strings.Contains(err.Error(), "exit status 1") {
		t.Errorf("a program with its words: %v", err)
	}
}

func (o *operator) read(name string) string {
	o.t.Helper()
	data, err := os.ReadFile(o.path(name))
	must(o.t, err)
	return string(data)
}

// A slip in a flag costs nobody a case log.
func TestNoticesAreWrittenOverNoOtherFile(t *testing.T) {
	dir := t.TempDir()
	beat, prom := filepath.Join(dir, "beat.json"), filepath.Join(dir, "palermo.prom")
	n := notices{heartbeat: beat, metrics: prom}
	for range 2 {
		if err := n.send(t.Context(), &outcome{}); err != nil {
			t.Fatal("an earlier notice is in the way: ", err)
		}
	}
	for _, name := range []string{beat, prom} {
		if err := os.WriteFile(name, []byte("case_id,narrative\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := n.send(t.Context(), &outcome{}); err == nil || strings.Count(err.Error(), "is left as it is") != 2 {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{beat, prom} {
		if data, err := os.ReadFile(name); err != nil || string(data) != "case_id,narrative\n" {
			t.Errorf("%s holds %q, %v", name, data, err)
		}
	}
}
