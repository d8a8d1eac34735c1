package screen

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// Most bodies of law copy the definitions of the Protocols and differ in a few
// places. A framework that extends another says those places and nothing else,
// so that a lawyer reads the difference and a mended rule is mended for all.
//
//   - a set of the same name is replaced
//   - of a fact or a row with the same id, the keys that are written replace
//     those of the other framework; present, absent and table go together
//   - a new fact or row says before which one it stands
//   - questions come after those of the other framework

// readDefinition reads a file and lays it over the one that it extends.
func readDefinition(fsys fs.FS, name string) (*definition, error) {
	return readOver(fsys, name, nil)
}

func readOver(fsys fs.FS, name string, above []string) (*definition, error) {
	if slices.Contains(above, name) {
		return nil, fmt.Errorf("read framework %s: it extends itself", name)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read framework: %w", err)
	}
	def, err := parseDefinition(name, data)
	if err != nil || def.Extends == "" {
		return def, err
	}
	base, err := readOver(fsys, def.Extends+".yaml", append(above, name))
	if err != nil {
		return nil, err
	}
	return def.over(base)
}

// over lays a definition over another one, which is not changed.
func (d *definition) over(base *definition) (*definition, error) {
	both := *d
	both.Version = d.Version + ", " + base.ID + " " + base.Version
	if d.IgnoreFacets == nil {
		both.IgnoreFacets = base.IgnoreFacets
	}
	if d.IgnoreDenied == nil {
		both.IgnoreDenied = base.IgnoreDenied
	}
	both.Switches = joined(base.Switches, d.Switches)
	both.Sets = joined(base.Sets, d.Sets)
	both.Questions = slices.Concat(base.Questions, d.Questions)
	both.Facts, both.Decision = slices.Clone(base.Facts), slices.Clone(base.Decision)
	for _, f := range d.Facts {
		at := slices.IndexFunc(both.Facts, func(b factDef) bool { return b.ID.text == f.ID.text })
		if at >= 0 {
			both.Facts[at] = f.over(both.Facts[at])
			continue
		}
		at = slices.IndexFunc(both.Facts, func(b factDef) bool { return b.ID.text == f.Before.text })
		if at < 0 {
			return nil, d.fault(f.ID, "fact %q is new; say before which fact it stands", f.ID.text)
		}
		both.Facts = slices.Insert(both.Facts, at, f)
	}
	for _, r := range d.Decision {
		at := slices.IndexFunc(both.Decision, func(b rowDef) bool { return b.ID.text == r.ID.text })
		if at >= 0 {
			both.Decision[at] = r.over(both.Decision[at])
			continue
		}
		at = slices.IndexFunc(both.Decision, func(b rowDef) bool { return b.ID.text == r.Before.text })
		if at < 0 {
			return nil, d.fault(r.ID, "row %q is new; say before which row it stands", r.ID.text)
		}
		both.Decision = slices.Insert(both.Decision, at, r)
	}
	return &both, nil
}

func joined[V any](base, more map[string]V) map[string]V {
	both := make(map[string]V, len(base)+len(more))
	maps.Copy(both, base)
	maps.Copy(both, more)
	return both
}

// over takes from the other fact what this one does not write.
func (f factDef) over(base factDef) factDef {
	both := base
	both.ID = f.ID
	both.Cite = cmp.Or(f.Cite, base.Cite)
	both.Conflict = cmp.Or(f.Conflict, base.Conflict)
	if f.Says != (saysDef{}) {
		both.Says = f.Says
	}
	if f.Standoff.line > 0 {
		both.Standoff = f.Standoff
	}
	if f.Present != nil || f.Absent != nil || f.Table != nil {
		both.Present, both.Absent, both.Table = f.Present, f.Absent, f.Table
	}
	return both
}

// over takes from the other row what this one does not write.
func (r rowDef) over(base rowDef) rowDef {
	both := base
	both.ID = r.ID
	both.Says = cmp.Or(r.Says, base.Says)
	both.Cite = cmp.Or(r.Cite, base.Cite)
	both.Conflict = cmp.Or(r.Conflict, base.Conflict)
	if r.When != nil {
		both.When = r.When
	}
	if r.Class.line > 0 {
		both.Class, both.Undetermined = r.Class, r.Undetermined
	}
	return both
}
