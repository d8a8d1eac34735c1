package source

import (
	"archive/zip"
	"errors"
	"io"
)

// Errors of archives that unpack to more than they should.
var (
	errUnzipLimit = errors.New("it unpacks to more than the limit")
	errUnzipRatio = errors.New("it unpacks to several hundred times its size, as only crafted files do")
)

// No text of people compresses to a 250th. Below the floor the ratio is not
// looked at: empty sheets compress well.
const (
	unzipRatio = 250
	unzipFloor = 32 << 20
)

// readPart copies one part into w and returns how long it was.
func readPart(part *zip.File, w io.Writer, limit int64) (int64, error) {
	r, err := part.Open()
	if err != nil {
		return 0, err
	}
	defer r.Close()
	bound, past := limit, errUnzipLimit
	if most := int64(min(part.CompressedSize64, 1<<40))*unzipRatio + unzipFloor; most < bound {
		bound, past = most, errUnzipRatio
	}
	n, err := io.Copy(w, io.LimitReader(r, bound+1))
	if err == nil && n > bound {
		err = past
	}
	return n, err
}
