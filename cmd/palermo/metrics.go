package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"palermo/pipeline/history"
	"palermo/screen"
)

// lastSuccess is the metric that an alert watches. A run that fails keeps the
// value that the file has.
const lastSuccess = "palermo_last_success_timestamp_seconds"

// lastRun is the metric that every outcome has.
const lastRun = "palermo_last_run_timestamp_seconds"

// writeMetrics writes the outcome in the text format of Prometheus.
func writeMetrics(name string, o *outcome) error {
	var b bytes.Buffer
	gauge := func(metric, help string) { fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %[1]s gauge\n", metric, help) }
	series := label("series", string(o.Series))
	one := func(metric, help string, value float64) {
		gauge(metric, help)
		fmt.Fprintf(&b, "%s{%s} %s\n", metric, series, strconv.FormatFloat(value, 'f', -1, 64))
	}
	one(lastRun, "When the last run ended, however it ended.", float64(o.Finished.Unix()))
	one("palermo_last_run_exit_code", "Exit code of the last run, see palermo --help.", float64(o.ExitCode))
	one("palermo_last_run_duration_seconds", "How long the last run took.", o.Finished.Sub(o.Started).Seconds())
	if o.failed() {
		if old := keptSuccess(name); old != "" {
			gauge(lastSuccess, "When the last run ended that was published.")
			fmt.Fprintln(&b, old)
		}
		return writeNotice(name, b.Bytes(), "# HELP palermo_", lastRun)
	}
	one(lastSuccess, "When the last run ended that was published.", float64(o.Finished.Unix()))
	one("palermo_rows", "Rows that were read.", float64(o.Rows))
	one("palermo_unread_rows", "Rows that could not be read.", float64(o.Unread))
	one("palermo_records", "Records that were screened.", float64(o.Records))
	gauge("palermo_findings", "Records by finding.")
	for _, k := range screen.Kinds() {
		fmt.Fprintf(&b, "palermo_findings{%s,%s} %d\n", series, label("finding", string(k)), o.Findings[k])
	}
	gauge("palermo_findings_open", "Records by review priority that no decision settles.")
	for _, p := range slices.Sorted(maps.Keys(o.Open)) {
		fmt.Fprintf(&b, "palermo_findings_open{%s,priority=\"%d\"} %d\n", series, p, o.Open[p])
	}
	gauge("palermo_findings_state", "Findings against the last run.")
	for _, s := range history.States() {
		fmt.Fprintf(&b, "palermo_findings_state{%s,%s} %d\n", series, label("state", string(s)), o.States[s])
	}
	return writeNotice(name, b.Bytes(), "# HELP palermo_", lastRun)
}

// label is a label with its value as the format wants it.
func label(name, value string) string {
	return name + `="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(value) + `"`
}

// keptSuccess is the line of the last success in a file of metrics.
func keptSuccess(name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		return "" // there was no success yet
	}
	return regexp.MustCompile(`(?m)^` + lastSuccess + `\{.*$`).FindString(string(data))
}
