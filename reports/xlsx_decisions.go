package reports

// fillDecisions adds a sheet of all decisions of reviewers, where there are some:
// those that count, and those that don't with the reason.
func (b *workbook) fillDecisions(run *Run) error {
	lines := b.words.rulingLines(run.Rulings)
	if len(lines) == 0 || run.Tier == TierShareable {
		return nil
	}
	s, err := newSheet(b.file, &b.styles, b.words.of("sheet", "decisions"), []float64{30, 18, 36, 28, 18, 44, 12, 12, 34},
		b.words.columns([]string{"force", "record", "finding", "decided", "reviewer", "reason", "date", "expires", "written"}))
	if err != nil {
		return err
	}
	for _, l := range lines {
		var cells []any
		for _, text := range []string{l.Force, l.Record, l.Finding, l.Verdict, l.Author, l.Reason, l.Date, l.Expires, l.Place} {
			cells = append(cells, b.words.cut(cell(text)))
		}
		if err := s.add(cells, b.styles.text); err != nil {
			return err
		}
	}
	return s.finish()
}
