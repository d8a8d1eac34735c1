package reports

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// bar is a rate on a line from 0 to 100 %, in hundredths: the dot is the rate,
// the line its interval, the band its bounds. It is drawn beside the figures,
// so a reader who does not see it misses none of them.
type bar struct {
	Dot, From, Length    float64
	BandFrom, BandLength float64
	HasBand              bool
}

func barOf(r Rate) *bar {
	p, ok := r.Value()
	if !ok {
		return nil
	}
	i, _ := r.Interval()
	b := &bar{Dot: hundredths(p), From: hundredths(i.Lower), Length: hundredths(i.Upper - i.Lower)}
	if bounds, ok := r.Bounds(); ok && r.Undetermined.N > 0 {
		b.HasBand = true
		b.BandFrom, b.BandLength = hundredths(bounds.Lower), hundredths(bounds.Upper-bounds.Lower)
	}
	return b
}

// hundredths keeps one decimal, so that no processor writes other bytes.
func hundredths(p float64) float64 { return math.Round(p*1000) / 10 }

// timeChart is the two rates over years or runs, drawn with their intervals.
type timeChart struct {
	Width, Height float64
	Bottom        float64 // of the plot
	Right         float64
	Title         string
	Note          string
	Lines         []gridLine
	Marks         []timeMark
	Breaks        []float64 // places between marks where rules changed
	Series        []series
}

type gridLine struct {
	Y    float64
	Text string
}

type timeMark struct {
	X    float64
	Text string
}

type series struct {
	Name   string
	Class  string // of its style
	Square bool   // drawn as a square, so that colour is not all that tells
	Points []point
	Path   string
	Ns     []timeMark // how many records each rate is a share of
	Y      float64    // of those numbers
	Key    float64    // place in the legend
}

type point struct {
	X, Y, Top, Bottom float64
	Title             string
}

// Measures of the chart.
const (
	chartLeft  = 60.0
	chartTop   = 16.0
	plotHeight = 200.0
	markWidth  = 58.0 // at least
	letter     = 7.5  // of a name under the axis
	leastWidth = 520.0
	chartBelow = 66.0
	sideBySide = 9.0 // between the marks of one moment
	maxMoments = 60
)

// chartOf draws the last of some moments; nil where there are fewer than two,
// since one mark is no development.
func chartOf(w *Words, moments []moment) *timeChart {
	if len(moments) < 2 {
		return nil
	}
	moments = lastOf(moments)
	c := &timeChart{Bottom: chartTop + plotHeight}
	room := markWidth
	for _, m := range moments {
		room = max(room, letter*float64(utf8.RuneCountInString(m.Name))+8)
	}
	c.Width = max(leastWidth, chartLeft+room*float64(len(moments))+20)
	c.Height, c.Right = c.Bottom+chartBelow, c.Width-10
	for i := range 5 {
		share := float64(i) / 4
		c.Lines = append(c.Lines, gridLine{c.y(share), w.percent(share, true)})
	}
	step := (c.Right - chartLeft) / float64(len(moments))
	for i, m := range moments {
		c.Marks = append(c.Marks, timeMark{round1(chartLeft + step*(float64(i)+.5)), m.Name})
		if i > 0 && len(m.Rules) > 0 {
			c.Breaks = append(c.Breaks, round1(chartLeft+step*float64(i)))
		}
	}
	c.draw(w, moments)
	return c
}

// lastOf bounds what a page shows.
func lastOf(moments []moment) []moment {
	return moments[max(0, len(moments)-maxMoments):]
}

func (c *timeChart) y(share float64) float64 { return round1(chartTop + plotHeight*(1-share)) }

// draw adds the two rates, side by side at every moment.
func (c *timeChart) draw(w *Words, moments []moment) {
	for s, name := range []string{overLabelling, underLabelling} {
		line := series{
			Name: w.of("rate", name), Class: []string{"over", "under"}[s], Square: s == 1,
			Y: c.Bottom + 36 + 17*float64(s), Key: float64(s),
		}
		joined := false
		for i, m := range moments {
			r := m.Rates[s]
			x := round1(c.Marks[i].X + sideBySide*(2*float64(s)-1))
			line.Ns = append(line.Ns, timeMark{c.Marks[i].X, w.count(r.Denominator)})
			p, ok := r.Value()
			if !ok {
				joined = false
				continue
			}
			interval, _ := r.Interval()
			line.Points = append(line.Points, point{
				X: x, Y: c.y(p), Top: c.y(interval.Upper), Bottom: c.y(interval.Lower),
				Title: m.Name + ": " + w.value(r) + " (" + w.interval(r.Interval()) + ")",
			})
			line.Path += step(joined, x, c.y(p))
			joined = true
		}
		c.Series = append(c.Series, line)
	}
}

// step goes on with a line, or begins a new one after a gap.
func step(joined bool, x, y float64) string {
	command := "M"
	if joined {
		command = "L"
	}
	return command + decimal1(x) + " " + decimal1(y)
}

func round1(x float64) float64 { return math.Round(x*10) / 10 }

func decimal1(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
