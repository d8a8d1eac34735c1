package reports

// frameworksSheet says where further frameworks read records otherwise. It is
// there only where some do.
const frameworksSheet = "Frameworks"

func (b *workbook) fillFrameworks(run *Run) error {
	list := run.Figures.Elsewhere
	if len(list) == 0 {
		return nil
	}
	s, err := newSheet(b.file, &b.styles, frameworksSheet, []float64{20, 30, 30, 10, 70, 10},
		[]string{"Framework", "Reads as", "Reads there as", "Row", "Why", "Records"})
	if err != nil {
		return err
	}
	for i := range list {
		d := &list[i]
		cells := []any{d.Framework, b.words.class(d.Here), b.words.class(d.There), d.Row, cut(cell(d.Why)), d.Records}
		if err := s.add(cells, b.styles.text); err != nil {
			return err
		}
	}
	return s.finish()
}
