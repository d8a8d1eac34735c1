package source

import (
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"unicode"
)

// nested reads a file that stands in an archive or in a message. It is copied
// to a file that its owner alone can read, and which is gone at the end. What
// is wrong with it is quarantined under its own name.
func (rd *reading) nested(name string, content io.Reader) error {
	in := Input{File: rd.in.File + "/" + cleanName(name)}
	if isHidden(in.File) {
		return rd.rejectPart(in.File, Skipped, "is a hidden file", "take it out and name it as an input")
	}
	spooled, err := spool(content, rd.opt.Limits.FileBytes)
	if err != nil {
		return rd.rejectFault(in.File, &Error{Location: Location{File: in.File},
			Reason: "cannot be taken out of what it stands in", Hint: "fetch or pack it again", Err: err})
	}
	defer os.Remove(spooled)
	in.path = spooled
	if in, err = digest(in); err != nil {
		return rd.rejectFault(in.File, err)
	}
	inner := &reading{
		ctx: rd.ctx, in: in, opt: rd.opt, emit: rd.emit, preview: rd.preview, survey: rd.survey, depth: rd.depth + 1,
	}
	err = inner.run()
	if err != nil && isFault(err) {
		return rd.rejectFault(in.File, err)
	}
	return err
}

func (rd *reading) rejectFault(file string, err error) error {
	reject := Quarantine(file, err)
	return rd.emit(Item{Reject: &reject})
}

// spool copies a stream into a temporary file and returns its path.
func spool(r io.Reader, limit int64) (_ string, err error) {
	f, err := os.CreateTemp("", "palermo-input-") // mode 0600
	if err != nil {
		return "", fmt.Errorf("make room for it: %w", err)
	}
	defer func() {
		if closing := f.Close(); err == nil && closing != nil {
			err = closing
		}
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	n, err := io.Copy(f, io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		err = fmt.Errorf("it is larger than %d bytes, the limit for a file", limit)
	}
	return f.Name(), err
}

// cleanName makes a name for reports of one that a stranger chose: it leads
// nowhere and steers no terminal.
func cleanName(name string) string {
	name = strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD")
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if len(name) > 300 {
		name = strings.ToValidUTF8(name[len(name)-300:], "")
	}
	if name == "" {
		return "part"
	}
	return name
}

// tooDeep refuses a file that stands too deep in archives and messages.
func (rd *reading) tooDeep() error {
	if rd.depth >= rd.opt.Limits.Depth {
		return rd.fault(fmt.Sprintf("stands more than %d deep in archives and messages", rd.opt.Limits.Depth), "take it out and name it", nil)
	}
	return nil
}
