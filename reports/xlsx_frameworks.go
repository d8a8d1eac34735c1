package reports

// fillFrameworks adds a sheet that says where further frameworks read records
// otherwise, where some do.
func (b *workbook) fillFrameworks(run *Run) error {
	list := run.Figures.Elsewhere
	if len(list) == 0 {
		return nil
	}
	s, err := newSheet(b.file, &b.styles, b.words.of("sheet", "frameworks"), []float64{20, 30, 30, 10, 70, 10},
		b.words.columns([]string{"framework", "reads_as", "reads_there", "table_row", "why", "records"}))
	if err != nil {
		return err
	}
	for i := range list {
		d := &list[i]
		cells := []any{d.Framework, b.words.class(d.Here), b.words.class(d.There), d.Row, b.words.cut(cell(d.Why)), d.Records}
		if err := s.add(cells, b.styles.text); err != nil {
			return err
		}
	}
	return s.finish()
}
