package history

import (
	"strconv"

	"palermo/pipeline/source"
)

// formerContent is the content of a record as runs before version 2 of the
// digests knew it, by the numbers of its columns. It finds the records of such
// a run again, so that the first night after it tells those that were edited
// from those that are only known otherwise.
func formerContent(r *source.Record) int64 {
	d := newDigest()
	d.text(string(r.Document), r.CaseID, r.Label, r.Date, strconv.Itoa(r.Year), r.Unit)
	for i := range r.Fields {
		if f := &r.Fields[i]; f.Role == source.RoleNarrative || f.Role == source.RoleFact {
			d.text(strconv.Itoa(i), f.Value)
		}
	}
	return d.sum()
}
