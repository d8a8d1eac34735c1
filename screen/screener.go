package screen

import "palermo/extract"

// Screener turns readings into findings. It is safe for concurrent use.
type Screener struct {
	framework *Framework
	labels    *LabelMap

	further     []*Framework
	differences *Differences
}

// New returns a screener that decides by a framework and reads recorded labels
// by a map.
func New(fw *Framework, labels *LabelMap) *Screener {
	return &Screener{framework: fw, labels: labels}
}

// Screen assesses a reading, holds the class against the recorded label, and
// names the finding. The recorded label never bears on the assessment.
func (s *Screener) Screen(r extract.Reading) Finding {
	c := s.labels.claim(r.Record.Label)
	f := Finding{
		RecordID:   RecordID(r.Record),
		Reading:    r,
		Assessment: s.framework.Assess(&r),
		Label:      c.label,
	}
	if r.Coverage.Screened {
		f.Kind = Compare(f.Label, f.Assessment.Class)
	} else {
		f.Kind = NotScreened
	}
	if r.Coverage.Screened {
		f.Elsewhere = s.elsewhere(&f)
	}
	f.Flags = s.flags(c, &f)
	s.framework.Rank(&f)
	s.stamp(&f)
	return f
}

// termUse says which names of the crimes a narrative uses for what happened.
type termUse struct{ trafficking, smuggling bool }

func (t termUse) both() bool { return t.trafficking && t.smuggling }

func termsOf(evidence []extract.Evidence) termUse {
	var t termUse
	for i := range evidence {
		if e := &evidence[i]; e.Polarity == extract.Affirmed {
			t.trafficking = t.trafficking || e.Indicator == extract.TermTrafficking
			t.smuggling = t.smuggling || e.Indicator == extract.TermSmuggling
		}
	}
	return t
}
