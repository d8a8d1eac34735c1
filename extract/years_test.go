package extract

import (
	"testing"
	"time"
)

// What a year of birth shows by itself depends on how late a record can be.
func TestRecordsAreNoneOfTheFuture(t *testing.T) {
	if year := time.Now().Year(); year > recordLast {
		t.Errorf("records without a date may be of %d: set recordLast to it, which is %d", year, recordLast)
	}
}
