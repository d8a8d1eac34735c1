package extract

import (
	"testing"
	"time"
)

// What a year of birth shows by itself depends on how late a record can be. For a year
// more it errs towards the child, by those who turn 18 in it.
func TestRecordsAreNoneOfTheFuture(t *testing.T) {
	if year := time.Now().Year(); year > recordLast+1 {
		t.Errorf("records without a date may be of %d: set recordLast to it, which is %d", year, recordLast)
	}
}
