package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Proof is what a check of a store came to.
type Proof struct {
	Entries  int64    `json:"entries"`  // of the chain
	Runs     int64    `json:"runs"`     // whose findings were added up again
	Versions int64    `json:"versions"` // of findings
	Head     string   `json:"chain_head"`
	Broken   []string `json:"broken"` // what is not as it was written, in words
}

// Verify checks that nothing in the store was changed since it was written:
// the chain from its first entry, what every entry stands for, and the versions
// of all findings. Head is a hash that was the last one once and must still
// stand in the chain; empty asks for none.
func (s *Store) Verify(ctx context.Context, head string) (*Proof, error) {
	p := &Proof{Broken: []string{}}
	if err := s.verifyFile(ctx, p); err != nil || len(p.Broken) > 0 {
		return p, err // what is damaged can't be added up
	}
	links, err := s.links(ctx)
	if err != nil {
		return nil, err
	}
	pruned := p.chain(links)
	if head != "" && !slices.ContainsFunc(links, func(l chainLink) bool { return l.hash == head }) {
		p.broken("the hash %s does not stand in the chain", head)
	}
	if err := s.verifyWritten(ctx, p, links, pruned); err != nil {
		return nil, err
	}
	names, err := s.Series(ctx)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := s.verifyFindings(ctx, p, name, pruned[name]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// verifyFile asks the database whether it is damaged.
func (s *Store) verifyFile(ctx context.Context, p *Proof) error {
	if s.engine.integrity == "" {
		return nil
	}
	return s.each(ctx, func(rows *sql.Rows) error {
		var told string
		err := rows.Scan(&told)
		if err == nil && told != "ok" {
			p.broken("the file is damaged: %s", told)
		}
		return err
	}, s.engine.integrity)
}

func (p *Proof) broken(format string, args ...any) {
	p.Broken = append(p.Broken, fmt.Sprintf(format, args...))
}

// chainLink is an entry of the chain.
type chainLink struct {
	seq, ref                        int64
	kind, facts, digest, hash, name string
}

func (s *Store) links(ctx context.Context) ([]chainLink, error) {
	var list []chainLink
	err := s.each(ctx, func(rows *sql.Rows) error {
		var l chainLink
		err := rows.Scan(&l.seq, &l.kind, &l.name, &l.ref, &l.facts, &l.digest, &l.hash)
		list = append(list, l)
		return err
	}, `SELECT seq, kind, series, ref, facts, digest, hash FROM chain ORDER BY seq`)
	return list, err
}

// chain checks that every entry follows from the one before, and returns the
// prunes of every series.
func (p *Proof) chain(links []chainLink) map[Series][]Pruned {
	pruned := map[Series][]Pruned{}
	for i, l := range links {
		if l.seq != int64(i)+1 {
			p.broken("entry %d of the chain is missing", i+1)
			break
		}
		if l.hash != linkHash(l.seq, l.kind, Series(l.name), l.ref, l.digest, p.Head) {
			p.broken("entry %d of the chain does not follow from the one before", l.seq)
		}
		if l.kind == chainPrune {
			one := Pruned{seq: l.seq}
			if err := json.Unmarshal([]byte(l.facts), &one); err != nil || hexSum(l.facts) != l.digest {
				p.broken("entry %d of the chain, a prune, is not as it was written", l.seq)
			}
			pruned[one.Series] = append(pruned[one.Series], one)
		}
		p.Head = l.hash
		p.Entries++
	}
	return pruned
}

// verifyWritten checks that what entries stand for is there and unchanged, and
// that nothing is there without an entry.
func (s *Store) verifyWritten(ctx context.Context, p *Proof, links []chainLink, pruned map[Series][]Pruned) error {
	written, err := s.written(ctx)
	if err != nil {
		return err
	}
	for _, l := range links {
		at := place{l.kind, Series(l.name), l.ref}
		if l.kind == chainPrune || l.removed(pruned[at.series]) {
			continue
		}
		facts, there := written[at]
		delete(written, at)
		switch {
		case !there:
			p.broken("%s is missing", at)
		case hexSum(facts) != l.digest:
			p.broken("%s is not as it was written", at)
		}
	}
	for at := range written {
		p.broken("%s does not stand in the chain", at)
	}
	slices.Sort(p.Broken)
	return nil
}

// removed reports whether an entry stands for a run that a later prune removed.
// After that, its number may go to another.
func (l *chainLink) removed(pruned []Pruned) bool {
	return l.kind == chainRun && slices.ContainsFunc(pruned, func(p Pruned) bool { return p.seq > l.seq && slices.Contains(p.Removed, l.ref) })
}

// place is where something stands that has an entry in the chain.
type place struct {
	kind   string
	series Series
	ref    int64
}

func (p place) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %d %s", p.kind, p.ref, p.series))
}

// written is everything that must have an entry in the chain.
func (s *Store) written(ctx context.Context) (map[place]string, error) {
	found := map[place]string{}
	err := s.each(ctx, func(rows *sql.Rows) error {
		at := place{kind: chainRun}
		var facts string
		err := rows.Scan(&at.series, &at.ref, &facts)
		found[at] = facts
		return err
	}, `SELECT series, id, facts FROM runs`)
	if err != nil {
		return nil, err
	}
	err = s.each(ctx, func(rows *sql.Rows) error {
		at := place{kind: chainDecision}
		var facts string
		err := rows.Scan(&at.ref, &facts)
		found[at] = facts
		return err
	}, `SELECT id, facts FROM decisions`)
	return found, err
}

// verifyFindings adds up the versions of a series again: all of them as they
// stood when runs were removed last, then what every run since has changed.
func (s *Store) verifyFindings(ctx context.Context, p *Proof, series Series, pruned []Pruned) error {
	base := int64(0)
	if len(pruned) > 0 {
		last := pruned[len(pruned)-1]
		base = last.Last
		sum, err := s.standingSum(ctx, s.db, series, base)
		if err != nil {
			return err
		}
		if sum != last.Findings {
			p.broken("findings of %s up to run %d are not as they were written", series, base)
		}
	}
	runs, err := s.Runs(ctx, series)
	if err != nil {
		return err
	}
	for i := range runs {
		if runs[i].ID <= base {
			continue
		}
		sum, n, err := s.delta(ctx, &runs[i])
		if err != nil {
			return err
		}
		if sum != runs[i].Findings {
			p.broken("findings of run %d of %s are not as they were written", runs[i].ID, series)
		}
		p.Runs++
		p.Versions += n
	}
	return nil
}

// delta adds up what a run changed.
func (s *Store) delta(ctx context.Context, run *Run) (sum string, versions int64, err error) {
	added := newDigest()
	err = s.versions(ctx, s.db, func(row []any) error {
		*row[4].(*int64) = 0 // as it was written
		added.stored(row)
		versions++
		return nil
	}, `WHERE series = ? AND from_run = ? ORDER BY id`, string(run.Series), run.ID)
	if err != nil {
		return "", 0, err
	}
	var ended []int64
	err = s.each(ctx, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		ended = append(ended, id)
		return err
	}, `SELECT id FROM findings WHERE series = ? AND to_run = ?`, string(run.Series), run.ID)
	return deltaSum(added, ended), versions, err
}
