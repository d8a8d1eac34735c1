package source

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"strings"
)

// readZIP reads the files of an archive in its order, each as an input of its
// own. What is not a case log or a report by its name is skipped, as it is in a
// folder.
func readZIP(rd *reading) error {
	if err := rd.tooDeep(); err != nil {
		return err
	}
	archive, err := zip.OpenReader(rd.path())
	if err != nil {
		return rd.fault("is a damaged archive", "fetch or pack it again", err)
	}
	defer archive.Close()
	if n := len(archive.File); n > rd.opt.Limits.Parts {
		return rd.fault(fmt.Sprintf("holds %d files, and the limit is %d", n, rd.opt.Limits.Parts), "unpack it and name the folder", nil)
	}
	if len(archive.File) == 0 {
		return rd.reject("", 0, 1, Skipped, "holds no files", "")
	}
	left := rd.opt.Limits.UnzipBytes
	for _, f := range archive.File {
		if f.FileInfo().IsDir() {
			continue
		}
		n, err := rd.zipped(f, left)
		if err != nil {
			return err
		}
		if left -= n; left <= 0 {
			return rd.fault("is an archive of which only a part was read", "unpack it and name the folder", errUnzipLimit)
		}
	}
	return nil
}

// zipped reads one file of an archive and returns how large it was.
func (rd *reading) zipped(f *zip.File, limit int64) (int64, error) {
	name := rd.in.File + "/" + cleanName(f.Name)
	switch {
	case strings.HasPrefix(f.Name, "__MACOSX/"), path.Base(name) == ".DS_Store":
		return 0, nil // macOS packs them with every folder: nobody wrote them
	case !f.Mode().IsRegular():
		return 0, rd.rejectPart(name, Skipped, "is not a regular file", "")
	case f.Flags&1 != 0:
		return 0, rd.rejectPart(name, Quarantined, "is encrypted", "unpack the archive with its password and name the folder")
	case !readable(name):
		return 0, rd.rejectPart(name, Skipped, "is not a kind of file that is read in an archive", "unpack it and name it as an input")
	}
	r, err := f.Open()
	if err != nil {
		return 0, rd.rejectFault(name, refusal(name, "is damaged in the archive: "+err.Error(), "fetch or pack the archive again"))
	}
	defer r.Close()
	bound := min(limit, int64(min(f.CompressedSize64, 1<<40))*unzipRatio+unzipFloor)
	in := &io.LimitedReader{R: r, N: bound + 1}
	err = rd.nested(f.Name, failPast(in, bound < limit))
	return bound + 1 - in.N, err
}

func (rd *reading) rejectPart(name string, outcome Outcome, reason, hint string) error {
	return rd.emit(Item{Reject: &Reject{
		Location: Location{File: name}, Outcome: outcome, Rows: 1, Reason: reason, Hint: hint,
	}})
}

// failPast makes an error of the end of a bound, which a reader would take for
// the end of the file.
func failPast(in *io.LimitedReader, byRatio bool) io.Reader {
	past := errUnzipLimit
	if byRatio {
		past = errUnzipRatio
	}
	return readerFunc(func(p []byte) (int, error) {
		n, err := in.Read(p)
		if in.N <= 0 {
			return n, past
		}
		return n, err
	})
}
