package text

import "math/bits"

// Vocabulary numbers the different words of texts from 0 on, in the order in
// which they are first met, so that what is known of a word can be kept in
// lists. The words that texts use all the time have low numbers, and what is
// known of them stays close together.
type Vocabulary struct {
	slots []slot           // open addressing; as many as a power of two
	long  map[string]int32 // words that do not fit into a slot
	count int32
}

// slotBytes is the length of the longest word that a slot holds.
const slotBytes = 16

// slot holds a word of up to sixteen bytes whole, so that finding it reads a
// single place in memory.
type slot struct {
	head, tail uint64
	length     int32 // 0 for an empty slot
	number     int32
}

// NewVocabulary returns an empty vocabulary.
func NewVocabulary() *Vocabulary {
	return &Vocabulary{slots: make([]slot, 1<<12), long: map[string]int32{}}
}

// Len returns how many words are numbered.
func (v *Vocabulary) Len() int { return int(v.count) }

// Number returns the number of the word that stands in a text from start to end. A
// word that is new gets the next one. The empty word has none and must not be
// asked for.
func (v *Vocabulary) Number(s string, start, end int) int32 {
	if end-start > slotBytes {
		return v.numberLong(s[start:end])
	}
	key := pack(s, start, end)
	mask := uint64(len(v.slots) - 1)
	for i := key.hash() & mask; ; i = (i + 1) & mask {
		s := &v.slots[i]
		if s.length == key.length && s.head == key.head && s.tail == key.tail {
			return s.number
		}
		if s.length == 0 {
			key.number = v.count
			*s = key
			v.added()
			return key.number
		}
	}
}

func (v *Vocabulary) numberLong(word string) int32 {
	n, ok := v.long[word]
	if !ok {
		n = v.count
		v.long[string([]byte(word))] = n // a copy: the text may go
		v.added()
	}
	return n
}

// added counts a word and keeps half of the slots empty.
func (v *Vocabulary) added() {
	v.count++
	if int(v.count)*2 < len(v.slots) {
		return
	}
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	mask := uint64(len(v.slots) - 1)
	for _, s := range old {
		if s.length == 0 {
			continue
		}
		i := s.hash() & mask
		for v.slots[i].length != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = s
	}
}

// pack puts a word into a slot, padded with zeros. How long a word is can't be
// foreseen, so nothing depends on it: what stands behind the word is read with it
// and masked out, unless the text ends there.
func pack(s string, start, end int) slot {
	n := end - start
	var rest [slotBytes]byte
	from := s[start:]
	if len(from) < slotBytes {
		copy(rest[:], from)
		from = string(rest[:])
	}
	return slot{
		head:   eight(from) & first(n),
		tail:   eight(from[8:]) & first(max(n-8, 0)),
		length: int32(n),
	}
}

// first is a mask of the first n bytes.
func first(n int) uint64 { return 1<<(8*n) - 1 }

func eight(w string) uint64 { return four(w) | four(w[4:8])<<32 }

func four(w string) uint64 {
	w = w[:4]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24
}

// hash mixes a word by two rounds of multiplication, as wyhash does.
func (s *slot) hash() uint64 {
	high, low := bits.Mul64(s.head^0x9e3779b97f4a7c15, s.tail^0xd1b54a32d192ed03^uint64(s.length))
	return high ^ low
}
