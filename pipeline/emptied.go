package pipeline

import (
	"fmt"

	"palermo/pipeline/source"
)

// emptied refuses a run that has no record where the last one of its series had
// some, unless the user says that this may be. A disk that is not mounted and a
// log that was cut to nothing look just like that; published, such a run would
// take every finding from the reports, and the next one would call all of them new.
func (p *past) emptied(o Options, rejects []source.Reject) error {
	last := p.session.Last()
	if o.AllowEmpty || last == nil || last.Records == 0 || p.counts.Records > 0 {
		return nil
	}
	why := ""
	if len(rejects) > 0 {
		why = fmt.Sprintf(" (%s: %s)", rejects[0].File, rejects[0].Reason)
	}
	return fmt.Errorf("the input holds no record%s, and run %d of this series had %d: nothing was published\n"+
		"hint: see that its disk is mounted and that its files are whole; where nothing should be left in it, add --allow-empty", why, last.ID, last.Records)
}
