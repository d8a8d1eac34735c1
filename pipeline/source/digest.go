package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// copyBuffer is what files are read in. Larger buffers measured no faster.
const copyBuffer = 256 << 10

// Digest reads a file once from end to end and says what it is: its hash, its
// size, its format and its encoding. The format is taken from the content
// before the name, so a workbook that is called .csv is read as a workbook.
// A file of a kind that cannot be read is an *Error that says what to do.
func Digest(path string) (Input, error) {
	return digest(Input{File: filepath.ToSlash(path)})
}

// DigestStream copies a stream that can be read only once, such as standard
// input, into a file of its own and says what it is. Remove takes the copy
// away and is never nil.
func DigestStream(r io.Reader, name string) (in Input, remove func(), err error) {
	in, remove = Input{File: name}, func() {}
	if in.path, err = spool(r, Limits{}.withDefaults().FileBytes); err != nil {
		return in, remove, &Error{Location: Location{File: name}, Reason: "cannot be read", Err: err}
	}
	copied := in.path
	in, err = digest(in)
	return in, func() { os.Remove(copied) }, err
}

// digest fills in what an input with a name and a path is.
func digest(in Input) (_ Input, err error) {
	defer func() {
		if cause := recover(); cause != nil { // a parser met a crafted file
			err = refusal(in.File, fmt.Sprintf("made its parser fail: %v", cause), "save it again in the program that made it")
		}
	}()
	info, err := os.Stat(in.Path())
	if err != nil {
		return in, &Error{Location: Location{File: in.File}, Reason: "cannot be opened", Err: err}
	}
	if !info.Mode().IsRegular() {
		return in, refusal(in.File, "is not a regular file", "name the files to read")
	}
	tally, err := in.hash()
	if err != nil {
		return in, &Error{Location: Location{File: in.File}, Reason: "cannot be read", Err: err}
	}
	if in.Format, err = sniff(&in, tally); err != nil {
		return in, err
	}
	if isText(in.Format) {
		in.Encoding, in.doubtful = tally.encoding()
	}
	return in, nil
}

// hash fills in hash and size, and counts the bytes that tell the encoding.
func (in *Input) hash() (*byteTally, error) {
	f, err := os.Open(in.Path())
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sum, tally := sha256.New(), &byteTally{}
	// The wrapper hides ReadFrom, which would ignore the buffer.
	into := struct{ io.Writer }{io.MultiWriter(sum, tally)}
	in.Bytes, err = io.CopyBuffer(into, struct{ io.Reader }{f}, make([]byte, copyBuffer))
	in.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return tally, err
}

func refusal(file, reason, hint string) *Error {
	return &Error{Location: Location{File: file}, Reason: reason, Hint: hint}
}
