package pattern

import (
	"math/bits"
)

// The sieve decides in one pass over the code of a program whether it fits
// anywhere in a sentence, for all places at once: a set of places is a word of
// 64 bits, a step of the program moves the set. Most programs whose words all
// stand in a sentence do not fit, and those never reach the machine.

// sieveTokens is the longest sentence that a set of places can hold, counting
// the place behind its last token.
const sieveTokens = 63

// sieveCode is the longest program that the sieve takes.
const sieveCode = 64

// sieve is the memory of one pass.
type sieve struct {
	at   [sieveCode + 1]uint64 // by instruction: the places from which it is to be run
	last int                   // the last instruction that has any; those behind it are not set
}

// reach adds places to an instruction.
func (v *sieve) reach(pc int, set uint64) {
	if pc <= v.last {
		v.at[pc] |= set
		return
	}
	for v.last++; v.last < pc; v.last++ {
		v.at[v.last] = 0
	}
	v.at[pc] = set
}

// possible reports whether a program may fit into the sentence. Jumps go
// forward only, so one pass over the code is enough, and it ends where no place
// is left.
func (m *machine) possible() bool {
	if !m.short || len(m.code) > sieveCode {
		return true
	}
	v := &m.scratch.sieve
	v.last = -1
	v.reach(0, m.inside()>>1)
	for pc := 0; pc <= v.last; pc++ {
		set := v.at[pc]
		if set == 0 {
			continue
		}
		switch in := &m.code[pc]; in.op {
		case opMatch:
			return true
		case opSplit:
			v.reach(in.x, set)
			v.reach(in.y, set)
		case opJump:
			v.reach(in.x, set)
		default:
			if out := m.step(in, set); out != 0 {
				v.reach(pc+1, out)
			}
		}
	}
	return false
}

// step returns the places behind one instruction that is run from a set.
func (m *machine) step(in *inst, set uint64) uint64 {
	switch in.op {
	case opAtom:
		return set & m.places(in.atom) << 1
	case opClass:
		out := set & m.places(in.atom) << 1
		for _, p := range m.scratch.found {
			if p.class == in.atom && set>>(p.first-m.sentence.First)&1 != 0 {
				out |= 1 << (p.end - m.sentence.First)
			}
		}
		return out
	case opGap:
		out := uint64(0)
		for n := in.lo; n <= in.hi; n++ {
			out |= set << n
		}
		return out & m.inside()
	case opStart:
		return set & 1
	}
	return m.stepEach(in, set)
}

// inside is every place of the sentence and the one behind it.
func (m *machine) inside() uint64 {
	return 1<<(m.sentence.End-m.sentence.First+1) - 1
}

// stepEach runs an instruction from every place by itself.
func (m *machine) stepEach(in *inst, set uint64) uint64 {
	out := uint64(0)
	for ; set != 0; set &= set - 1 {
		place := bits.TrailingZeros64(set)
		i := m.sentence.First + place
		switch in.op {
		case opNot:
			if !m.stands(i, in.atom) {
				out |= 1 << place
			}
		case opNumber:
			if m.numberStands(i, in) {
				out |= 1 << (place + 1)
			}
		case opMoney:
			if end := m.money(i); end >= 0 {
				out |= 1 << (end - m.sentence.First)
			}
		}
	}
	return out
}

// places returns where single words of an atom stand in a short sentence. For
// atoms that no program needs it is worked out when first asked for.
func (m *machine) places(a atom) uint64 {
	st := &m.scratch.stands[a]
	if st.sweep == m.scratch.sweep {
		return st.places
	}
	if m.set.needed[a] {
		return 0
	}
	*st = standing{sweep: m.scratch.sweep}
	for i := m.sentence.First; i < m.sentence.End; i++ {
		if m.set.lexicon.has(m.scratch.syms[i], a) {
			st.places |= 1 << (i - m.sentence.First)
		}
	}
	return st.places
}

// is reports whether token i is a word of an atom.
func (m *machine) is(i int, a atom) bool {
	if i >= m.sentence.End {
		return false
	}
	if m.short {
		return m.places(a)>>(i-m.sentence.First)&1 != 0
	}
	return m.set.lexicon.has(m.scratch.syms[i], a)
}

// numberStands reports whether token i is a number that an instruction takes.
func (m *machine) numberStands(i int, in *inst) bool {
	return i < m.sentence.End && m.scratch.values[i] >= in.lo && m.scratch.values[i] <= in.hi
}
