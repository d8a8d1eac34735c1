//go:build unix

package source

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that this process took. Unlike the time on
// the wall it does not grow while other processes run.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
