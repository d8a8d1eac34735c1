package pipeline

// meter turns the progress of the stages into events.
type meter struct {
	tell  func(Event)
	total int64
	last  Event
}

func newMeter(tell func(Event), inputs []input) *meter {
	m := &meter{tell: tell}
	if tell == nil {
		m.tell = func(Event) {}
	}
	for _, in := range inputs {
		m.total += in.Bytes
	}
	return m
}

func (m *meter) report(file string, bytes, rows int64) {
	m.last = Event{File: file, Bytes: bytes, TotalBytes: m.total, Rows: rows}
	m.tell(m.last)
}

func (m *meter) done() {
	m.last.Bytes, m.last.TotalBytes, m.last.Done = m.total, m.total, true
	m.tell(m.last)
}
