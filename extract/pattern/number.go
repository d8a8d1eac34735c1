package pattern

import (
	"cmp"
	"slices"
)

// sortAtoms numbers the atoms anew, from the most common to the rarest, so that
// what a scan remembers of the atoms that it meets all the time lies together.
func (b *Builder) sortAtoms() {
	order := make([]atom, len(b.weight)) // new to old
	for i := range order {
		order[i] = atom(i)
	}
	slices.SortStableFunc(order[named:], func(x, y atom) int { return cmp.Compare(b.weight[y], b.weight[x]) })
	renamed, weight := make([]atom, len(order)), make([]float64, len(order))
	for to, from := range order {
		renamed[from], weight[to] = atom(to), b.weight[from]
	}
	b.weight = weight
	b.rename(renamed)
}

// rename replaces every atom by its new number.
func (b *Builder) rename(to []atom) {
	for name, c := range b.classes {
		c.atom = to[c.atom]
		b.classes[name] = c
	}
	for _, f := range b.forms {
		renameAll(f.atoms, to)
	}
	for i := range b.phrases {
		renameAll(b.phrases[i].words, to)
		b.phrases[i].class = to[b.phrases[i].class]
	}
	for i := range b.code {
		if in := &b.code[i]; in.op.namesAtom() {
			in.x = uint16(to[in.x])
		}
	}
	for i := range b.programs {
		renameNeeds(b.programs[i].anchors, to)
		renameNeeds(b.candidates[i].needs[:], to)
	}
}

func renameAll(atoms, to []atom) {
	for i, a := range atoms {
		atoms[i] = to[a]
	}
}

func renameNeeds(needs []need, to []atom) {
	for i, n := range needs {
		needs[i].atom = to[n.atom]
	}
}

// markCommon marks the needs of which some words are frequent.
func (b *Builder) markCommon(l *lexicon) {
	mark := func(needs []need) {
		for i, n := range needs {
			needs[i].common = l.holds[n.atom] != symbols128{}
		}
	}
	for i := range b.programs {
		mark(b.programs[i].anchors)
		mark(b.candidates[i].needs[:])
	}
}
