package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The program of the image needs nothing but itself: it runs as a user without
// rights, without network, in a root that holds no other file and can't be
// written to. The flags are those of the container recipe in docs/nightly.md,
// as far as they can be had without Docker.
func TestTheProgramNeedsNothingBesideItself(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	if os.Geteuid() != 0 {
		t.Skip("only root can make a root of its own")
	}
	if err := exec.Command("unshare", "--mount", "--net", "true").Run(); err != nil {
		t.Skip("this system gives no namespaces")
	}
	root := filepath.Join(t.TempDir(), "root")
	for _, dir := range []string{"tmp", "cases", "data"} {
		must(t, os.MkdirAll(filepath.Join(root, dir), 0o755))
	}
	must(t, os.Chown(filepath.Join(root, "data"), 1000, 1000))
	must(t, os.CopyFS(filepath.Join(root, "cases"), os.DirFS("../../fixtures/casework")))
	build := exec.Command("go", "build", "-trimpath", "-o", filepath.Join(root, "palermo"), ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as in docs/Dockerfile
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	script := `set -e
		mount --bind "$1" "$1"
		mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
		mount --bind "$1/data" "$1/data"
		mount -o remount,bind,ro "$1"
		root=$1; shift
		exec chroot --userspec=1000:1000 --groups= "$root" /palermo "$@"`
	for _, args := range [][]string{
		{"history", "init", "/data/palermo.db"},
		{"audit", "--quiet", "--store", "/data/palermo.db", "--out", "/data/reports", "/cases"},
		{"audit", "--quiet", "--store", "/data/palermo.db", "--out", "/data/reports", "/cases"},
		{"status", "--store", "/data/palermo.db", "--max-age", "1h"},
	} {
		cmd := exec.Command("unshare", append([]string{"--mount", "--net", "--uts", "--ipc", "sh", "-c", script, "sh", root}, args...)...)
		cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
		said, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if code := cmd.ProcessState.ExitCode(); code != 0 {
			t.Fatalf("palermo %s: exit code %d\n%s", strings.Join(args, " "), code, said)
		}
	}
}
