package stats

import "math"

// Agreement is how far two coders put the same records into the same classes.
type Agreement struct {
	Observed float64 // share of records that both put into the same class
	Expected float64 // the same by chance, after Cohen
	Kappa    float64 // Cohen; not defined when Expected is 1
	SE       float64 // of Kappa in large samples (Fleiss, Cohen, Everitt 1969)
	Pi       float64 // Scott
	AC1      float64 // Gwet; steadier than Kappa where one class holds nearly all
	PABAK    float64 // Kappa adjusted for prevalence and bias
}

// Agree compares two coders by their table of counts, one row for each class
// of the first and one column for each of the second. It is not available
// without records, for one class, or where all are in one.
func Agree(table [][]int64) (Agreement, bool) {
	t, ok := shares(table)
	if !ok {
		return Agreement{}, false
	}
	var a Agreement
	var scott, gwet float64
	for k := range t.p {
		a.Observed += t.p[k][k]
		a.Expected += t.rows[k] * t.columns[k]
		m := (t.rows[k] + t.columns[k]) / 2
		scott += m * m
		gwet += m * (1 - m)
	}
	classes := float64(len(t.p))
	if a.Expected >= 1 {
		return a, false
	}
	a.Kappa = beyond(a.Observed, a.Expected)
	a.Pi = beyond(a.Observed, scott)
	a.AC1 = beyond(a.Observed, gwet/(classes-1))
	a.PABAK = (classes*a.Observed - 1) / (classes - 1)
	a.SE = t.spread(a)
	return a, true
}

// beyond is the part of the agreement that chance leaves open.
func beyond(observed, expected float64) float64 {
	return (observed - expected) / (1 - expected)
}

// proportions is a table of two coders as shares of all records.
type proportions struct {
	n             float64
	p             [][]float64
	rows, columns []float64
}

func shares(table [][]int64) (proportions, bool) {
	k := len(table)
	t := proportions{p: make([][]float64, k), rows: make([]float64, k), columns: make([]float64, k)}
	for i, row := range table {
		if len(row) != k {
			return t, false
		}
		for _, n := range row {
			t.n += float64(n)
		}
		t.p[i] = make([]float64, k)
	}
	if k < 2 || t.n == 0 {
		return t, false
	}
	for i, row := range table {
		for j, n := range row {
			share := float64(n) / t.n
			t.p[i][j] = share
			t.rows[i] += share
			t.columns[j] += share
		}
	}
	return t, true
}

// spread is the standard error of kappa.
func (t *proportions) spread(a Agreement) float64 {
	var same, other float64
	for i := range t.p {
		for j := range t.p {
			if i == j {
				d := 1 - (t.rows[i]+t.columns[i])*(1-a.Kappa)
				same += t.p[i][i] * d * d
			} else {
				m := t.columns[i] + t.rows[j]
				other += t.p[i][j] * m * m
			}
		}
	}
	other *= (1 - a.Kappa) * (1 - a.Kappa)
	chance := a.Kappa - a.Expected*(1-a.Kappa)
	return math.Sqrt(max(0, same+other-chance*chance)) / ((1 - a.Expected) * math.Sqrt(t.n))
}

// Krippendorff returns nominal alpha and the number of values that could be
// paired. Each unit lists the values that coders gave it; a coder without a
// value is left out. It is not available where only one value occurs.
func Krippendorff(units [][]string) (alpha float64, n int, ok bool) {
	totals := map[string]float64{}
	var disagree float64
	for _, values := range units {
		if len(values) < 2 {
			continue
		}
		counts := map[string]float64{}
		for _, v := range values {
			counts[v]++
			totals[v]++
		}
		m := float64(len(values))
		for _, c := range counts {
			disagree += c * (m - c) / (m - 1)
		}
		n += len(values)
	}
	all := float64(n)
	var expected float64
	for _, c := range totals {
		expected += c * (all - c)
	}
	if expected == 0 {
		return 0, n, false
	}
	return 1 - disagree/all/(expected/(all*(all-1))), n, true
}
