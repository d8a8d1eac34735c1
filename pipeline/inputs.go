package pipeline

import (
	"context"
	"errors"
	"io"

	"palermo/pipeline/source"
)

// input is a file of the run, or why it can't be read.
type input struct {
	source.Input
	fault *source.Reject
}

// inputs are the files of a run.
type inputs struct {
	list    []input
	rejects []source.Reject // what was passed over
	remove  func()          // takes the copy of standard input away
}

// stdinName is what standard input is called in the reports.
const stdinName = "stdin"

// find lists and identifies the files of a run. A file that stands there twice
// under different names is read once. The caller calls remove, also after an
// error.
func find(ctx context.Context, args []string, stdin io.Reader) (*inputs, error) {
	found := &inputs{remove: func() {}}
	files, rejects, err := source.Find(args)
	if err != nil {
		return found, &UsageError{err}
	}
	found.rejects = rejects
	first := map[string]string{}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return found, err
		}
		in, err := found.digest(f, stdin)
		switch earlier, twice := first[in.SHA256]; {
		case err != nil:
			fault := source.Quarantine(in.File, err)
			found.list = append(found.list, input{in, &fault})
		case twice && in.Bytes > 0:
			found.list = append(found.list, input{in, sameFile(in.File, earlier)})
		default:
			first[in.SHA256] = in.File
			found.list = append(found.list, input{Input: in})
		}
	}
	return found, nil
}

// digest identifies one file, or what comes in by standard input.
func (i *inputs) digest(file string, stdin io.Reader) (source.Input, error) {
	if file != source.Stdin {
		return source.Digest(file)
	}
	if stdin == nil {
		return source.Input{File: stdinName}, errors.New("there is no standard input")
	}
	in, remove, err := source.DigestStream(stdin, stdinName)
	i.remove = remove
	return in, err
}

func sameFile(file, earlier string) *source.Reject {
	return &source.Reject{
		Location: source.Location{File: file}, Outcome: source.Duplicate, Rows: 1,
		Reason: "is the same, byte for byte, as " + earlier,
	}
}

func paths(inputs []input) []string {
	var list []string
	for _, in := range inputs {
		list = append(list, in.File)
	}
	return list
}
