package reports

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"palermo/pipeline/source"
	"palermo/screen"
)

// invented counts n records with labels, classes, years and units drawn
// unevenly, so that there are cells of every size.
func invented(seed uint64, n int) *Totals {
	r := rand.New(rand.NewPCG(seed, 6))
	pick := func(of int) int { return min(of-1, int(r.ExpFloat64()*float64(of)/3)) }
	t := &Totals{}
	for range n {
		label := screen.Labels()[pick(len(screen.Labels()))]
		class := classColumns()[pick(len(classColumns()))]
		f := facts{label: label, class: class, kind: screen.NotScreened, priority: 4}
		if class != notScreened {
			f.kind = screen.Compare(label, class)
		}
		if r.IntN(9) == 0 {
			f.flags = []screen.Flag{screen.ConflatedTerms}
		}
		f.groups = groupsOf(2015+pick(9), fmt.Sprint("unit ", pick(6)), "log.csv", "en", string(source.CaseLogRow), "un")
		t.add(&f)
	}
	return t
}

// protected is the book of a shareable report.
func protected(t *Totals, floor int64) *entries {
	e := &entries{book: &book{}, t: t, floor: floor}
	e.enterMatrix()
	e.enterKinds()
	e.enterRates()
	for _, by := range Dimensions() {
		e.enterBreakdown(by)
	}
	e.protect(floor)
	return e
}

// The attack knows every count that is shown and every sum that there is. For
// each small count that is withheld it asks a linear program for the least and
// the most that it can be: there have to be as many numbers in between as
// there are under the floor.
func TestNoTotalGivesASmallCountBack(t *testing.T) {
	for seed, n := range []int{60, 102, 700} {
		e := protected(invented(uint64(seed), n), DefaultFloor)
		attack := newAttack(e.book)
		hidden, small, narrowest := 0, 0, int64(1<<40)
		for i, v := range e.vars {
			if !v.hidden && v.value > 0 && v.value < DefaultFloor {
				t.Fatalf("%d records: a count of %d is shown", n, v.value)
			}
			if v.hidden && !v.aux {
				hidden++
			}
			if !v.hidden || !e.small(i, DefaultFloor) {
				continue
			}
			small++
			low, high, ok := attack.limits(i)
			if !ok {
				continue // nothing that is known bears on it
			}
			narrowest = min(narrowest, high-low)
			if high-low < DefaultFloor-1 {
				t.Errorf("%d records: a withheld count of %d is known to be %d to %d", n, v.value, low, high)
			}
		}
		t.Logf("%d records: %d of %d counts withheld, %d of them small; the attack pins none to fewer than %d values",
			n, hidden, len(e.vars), small, narrowest+1)
	}
}

// What the attack has to get past must be real: without complementary
// suppression it gives small counts back.
func TestTheAttackWorks(t *testing.T) {
	e := &entries{book: &book{}, t: invented(2, 250), floor: DefaultFloor}
	e.enterMatrix()
	for i := range e.vars {
		e.vars[i].hidden = e.small(i, DefaultFloor)
	}
	attack := newAttack(e.book)
	for i, v := range e.vars {
		if v.hidden {
			if low, high, ok := attack.limits(i); ok && low == high && low == v.value {
				return
			}
		}
	}
	t.Error("no count came back although nothing protects them")
}

// Counts that must be shown are: suppression is no use if it hides everything.
func TestLargeRunsStayUseful(t *testing.T) {
	f := figuresOf(invented(1, 20_000), DefaultFloor)
	if f.Records.Withheld || f.Rates[0].Withheld() || f.Rates[1].Withheld() {
		t.Error("the main figures of a large run are withheld")
	}
}

// attack is the linear program of a reader.
type attack struct {
	rows  [][]float64
	known []float64
	at    map[int]int // hidden variable -> column
}

func newAttack(b *book) *attack {
	a := &attack{at: map[int]int{}}
	for i, v := range b.vars {
		if v.hidden {
			a.at[i] = len(a.at)
		}
	}
	for _, s := range b.sums {
		row, known := make([]float64, len(a.at)), 0.0
		add := func(v int, sign float64) {
			if c, ok := a.at[v]; ok {
				row[c] += sign
			} else {
				known -= sign * float64(b.vars[v].value)
			}
		}
		add(s.whole, -1)
		for _, p := range s.parts {
			add(p, 1)
		}
		a.rows, a.known = append(a.rows, row), append(a.known, known)
	}
	a.reduce()
	return a
}

// reduce drops what follows from other rows: the solver wants independent ones.
func (a *attack) reduce() {
	var rows [][]float64
	var known []float64
	for i, row := range a.rows {
		row = append([]float64(nil), row...)
		value := a.known[i]
		for j, r := range rows {
			lead := leading(r)
			if c := row[lead] / r[lead]; c != 0 {
				for k := range row {
					row[k] -= c * r[k]
				}
				value -= c * known[j]
			}
		}
		if leading(row) >= 0 {
			rows, known = append(rows, row), append(known, value)
		}
	}
	a.rows, a.known = rows, known
}

func leading(row []float64) int {
	for i, c := range row {
		if c > 1e-9 || c < -1e-9 {
			return i
		}
	}
	return -1
}

// limits asks for the least and the most that a variable can be. Without an
// upper limit, or where the solver fails, there is no answer.
func (a *attack) limits(v int) (low, high int64, ok bool) {
	if len(a.rows) == 0 {
		return 0, 0, false
	}
	m := mat.NewDense(len(a.rows), len(a.at), nil)
	for i, row := range a.rows {
		m.SetRow(i, row)
	}
	goal := make([]float64, len(a.at))
	goal[a.at[v]] = 1
	least, _, err := lp.Simplex(goal, m, a.known, 1e-9, nil)
	if err != nil {
		return 0, 0, false
	}
	goal[a.at[v]] = -1
	most, _, err := lp.Simplex(goal, m, a.known, 1e-9, nil)
	if err != nil {
		return 0, 0, false
	}
	return int64(least + 0.5), int64(-most + 0.5), true
}
