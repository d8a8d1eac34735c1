package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/pflag"
)

// notices are who is told what a run came to.
type notices struct {
	onSuccess, onPartial, onFailure string // commands
	heartbeat, metrics              string // files
}

func (n *notices) add(flags *pflag.FlagSet) {
	flags.StringVar(&n.onSuccess, "on-success", "", "program to run after a run that read everything, with words for it behind blanks; it gets the outcome as JSON on stdin")
	flags.StringVar(&n.onPartial, "on-partial", "", "program to run after one that was published with some input unread")
	flags.StringVar(&n.onFailure, "on-failure", "", "program to run after one that published nothing, or that the store could not take in")
	flags.StringVar(&n.heartbeat, "heartbeat", "", "file that is written anew after every run that was published")
	flags.StringVar(&n.metrics, "metrics", "", "file for the textfile collector of Prometheus, such as palermo.prom")
}

// noticeFlags are the flags of notices, which bear on no report.
func noticeFlags() []string {
	return []string{"on-success", "on-partial", "on-failure", "heartbeat", "metrics"}
}

// send tells everybody. That somebody can't be told makes no other run of it:
// the caller prints the error, and the exit code stays.
func (n *notices) send(ctx context.Context, o *outcome) error {
	line, err := o.line()
	if err != nil {
		return err
	}
	var errs []error
	if n.heartbeat != "" && !o.failed() {
		errs = append(errs, writeNotice(n.heartbeat, line, `{"`, `"exit_code":`))
	}
	if n.metrics != "" {
		errs = append(errs, writeMetrics(n.metrics, o))
	}
	hook := map[string]string{eventSuccess: n.onSuccess, eventPartial: n.onPartial, eventUnkept: n.onFailure, eventFailure: n.onFailure}[o.Event]
	if hook != "" {
		errs = append(errs, runHook(ctx, hook, line))
	}
	return errors.Join(errs...)
}

// writeNotice writes a notice over an earlier one, which begins with and contains what
// every notice of its kind does, and over no other file: a slip in a flag would cost
// somebody a case log.
func writeNotice(name string, data []byte, begins, contains string) error {
	old, err := headOf(name)
	if err == nil && len(old) > 0 && (!bytes.HasPrefix(old, []byte(begins)) || !bytes.Contains(old, []byte(contains))) {
		return fmt.Errorf("%s was not written by palermo for this, and is left as it is: name another file", name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return writeWhole(name, data, noticeMode)
}

// headOf returns the beginning of a file, which may be a log of any size.
func headOf(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 4<<10))
}

// hookPatience is how long a hook may take, and hookWords how many bytes are told
// of what one says that fails.
const (
	hookPatience = time.Minute
	hookWords    = 500
)

// runHook runs a program without a shell. A run that was cancelled tells so too.
// What the program leaves running in the background is none of its business.
func runHook(ctx context.Context, command string, stdin []byte) error {
	words := wordsOf(command)
	if len(words) == 0 {
		return nil
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), hookPatience)
	defer stop()
	cmd := exec.CommandContext(ctx, words[0], words[1:]...)
	cmd.Stdin = bytes.NewReader(stdin)
	cmd.WaitDelay = time.Second
	said, err := cmd.CombinedOutput()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		err = fmt.Errorf("was stopped, since it took longer than %s", hookPatience)
	}
	if err != nil && !errors.Is(err, exec.ErrWaitDelay) {
		said = bytes.TrimSpace(said)
		return fmt.Errorf("run hook %s: %w: %s", words[0], err, said[:min(len(said), hookWords)])
	}
	return nil
}

// wordsOf parts a command at blanks, but not one that is the path of a file as it
// stands.
func wordsOf(command string) []string {
	if info, err := os.Stat(command); err == nil && info.Mode().IsRegular() {
		return []string{command}
	}
	return strings.Fields(command)
}

// noticeMode lets a collector read that runs as somebody else: no record is in it.
const noticeMode = 0o644
