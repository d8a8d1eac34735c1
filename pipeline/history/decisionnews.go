package history

import (
	"cmp"
	"slices"
)

// voice is one author on one record.
type voice struct{ print, record, author string }

func (d *Decision) voice() voice { return voice{d.Fingerprint, d.RecordHash, person(d.Author)} }

// says reports whether another decision of the same voice says what this one
// does, on whatever day.
func (d Decision) says(o Decision) bool {
	return d.Verdict == o.Verdict && d.Reason == o.Reason && d.Evidence == o.Evidence && d.Expires == o.Expires
}

// news returns the decisions of a list that say something else than the latest
// ones of their authors: to return to an earlier decision, or to renew one that
// expires, is news, and to read the same workbook or file again is none.
func news(known, list []Decision) []Decision {
	said := map[voice][]Decision{}
	for _, d := range known {
		said[d.voice()] = append(said[d.voice()], d)
	}
	var fresh []Decision
	for _, day := range byDay(list) {
		v := day[0].voice()
		more := day[overlap(upTo(said[v], day[0].Date), day):]
		said[v] = append(said[v], more...)
		fresh = append(fresh, more...)
	}
	return fresh
}

// Idle returns the decisions of a list that take back what nobody of that name has
// decided, whether before or in the list: they change nothing.
func Idle(known, list []Decision) []Decision {
	decided := map[voice]bool{}
	for _, d := range slices.Concat(known, list) {
		decided[d.voice()] = decided[d.voice()] || d.Verdict != Reopen
	}
	return slices.DeleteFunc(slices.Clone(list), func(d Decision) bool { return d.Verdict != Reopen || decided[d.voice()] })
}

// byDay splits a list into what each voice says on each day, in the order of the
// list, without repetitions.
func byDay(list []Decision) [][]Decision {
	type day struct {
		voice
		date string
	}
	at := map[day]int{}
	var days [][]Decision
	for _, d := range list {
		k := day{d.voice(), d.Date}
		n, ok := at[k]
		if !ok {
			n = len(days)
			at[k], days = n, append(days, nil)
		}
		if last := len(days[n]) - 1; last < 0 || !d.says(days[n][last]) {
			days[n] = append(days[n], d)
		}
	}
	return days
}

// upTo is what was said until the end of a day, the latest last.
func upTo(said []Decision, date string) []Decision {
	until := slices.DeleteFunc(slices.Clone(said), func(d Decision) bool { return d.Date > date })
	slices.SortStableFunc(until, func(a, b Decision) int { return cmp.Compare(a.Date, b.Date) })
	return until
}

// overlap is how many of the decisions that begin a list end another.
func overlap(before, list []Decision) int {
	for n := min(len(before), len(list)); n > 0; n-- {
		if slices.EqualFunc(before[len(before)-n:], list[:n], Decision.says) {
			return n
		}
	}
	return 0
}
