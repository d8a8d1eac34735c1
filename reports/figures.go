package reports

import "strconv"

// notAvailable is printed where there is no denominator.
const notAvailable = "n/a"

// grouped writes a count with thousands separated: 12,345.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for at := len(s) - 3; at > 0 && s[at-1] != '-'; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// percent writes a proportion as 12.3%.
func percent(p float64, ok bool) string {
	if !ok {
		return notAvailable
	}
	return strconv.FormatFloat(100*p, 'f', 1, 64) + "%"
}

// percents writes an interval as "10.1% to 12.3%".
func percents(i Interval, ok bool) string {
	if !ok {
		return notAvailable
	}
	return percent(i.Lower, true) + " to " + percent(i.Upper, true)
}

// headlines say both directions of mislabelling in one sentence each.
func headlines(c *Counts) []string {
	if c.Records == 0 {
		return []string{"No records were screened."}
	}
	rates := c.Rates()
	return []string{
		direction(rates[0], "trafficking", "smuggling"),
		direction(rates[1], "smuggling", "trafficking, alone or with smuggling"),
	}
}

func direction(r Rate, recorded, reads string) string {
	if r.Denominator == 0 {
		return "No record labelled " + recorded + " could be determined."
	}
	return "Of " + grouped(r.Denominator) + " records labelled " + recorded + " that can be determined, " +
		grouped(r.Numerator) + " (" + percent(r.Value()) + "; 95% interval " + percents(r.Interval()) +
		") read as " + reads + "."
}
