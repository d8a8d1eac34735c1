package history

import (
	"context"
	"errors"
	"strings"
	"testing"

	"palermo/pipeline/history/hold"
)

// The way back asks before anything is lost, and is closed while a run goes on.
func TestGoingBackLosesNothingUnasked(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		ctx, s := context.Background(), created(t, where)
		play(t, s, night{[]row{a}, rules("1")})
		if _, err := s.AddDecisions(ctx, []Decision{{Author: "R. Ojeda"}, {Author: "L. Sand"}}); err != nil {
			t.Fatal(err)
		}
		for to, want := range map[int64]string{0: "runs (1), decisions (2): they", 1: "no place for decisions (2): they", 2: "decisions (2)"} {
			_, _, err := Migrate(ctx, where, to, false, hold.Claim{})
			if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "hint: back the store up, and add --force") {
				t.Errorf("back to %d: %v, want %q", to, err, want)
			}
		}
		if _, to, err := Migrate(ctx, where, 3, false, hold.Claim{}); err != nil || to != 3 {
			t.Errorf("back to where nothing is lost: %d, %v", to, err)
		}
		session, err := s.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := Migrate(ctx, where, 2, true, hold.Claim{}); !errors.Is(err, hold.ErrBusy) {
			t.Errorf("during a run: %v", err)
		}
		session.Close()
		if _, to, err := Migrate(ctx, where, 2, true, hold.Claim{}); err != nil || to != 2 {
			t.Errorf("forced: %d, %v", to, err)
		}
	})
}
