package text

import (
	"math/bits"
	"strings"
)

// Vocabulary numbers the different words of texts from 0 on, in the order in
// which they are first met, so that what is known of a word can be kept in
// lists. The words that texts use all the time have low numbers, and what is
// known of them stays close together.
type Vocabulary struct {
	index []int32          // open addressing, as many as a power of two: a word's number + 1, 0 where there is none
	words []word           // by number
	long  map[string]int32 // words that do not fit into a word
}

// word holds a word of up to sixteen bytes whole.
type word struct {
	head, tail uint64
	length     int32 // 0 for a word that is too long
}

// wordBytes is the length of the longest word that a word holds.
const wordBytes = 16

// NewVocabulary returns an empty vocabulary.
func NewVocabulary() *Vocabulary {
	return &Vocabulary{index: make([]int32, 1<<12), long: map[string]int32{}}
}

// Len returns how many words are numbered.
func (v *Vocabulary) Len() int { return len(v.words) }

// Number returns the number of the word that stands in a text from start to end. A
// word that is new gets the next one. The empty word has none and must not be
// asked for.
func (v *Vocabulary) Number(s string, start, end int) int32 {
	if end-start > wordBytes {
		return v.numberLong(s[start:end])
	}
	key := pack(s, start, end)
	mask := uint64(len(v.index) - 1)
	for i := key.hash() & mask; ; i = (i + 1) & mask {
		n := v.index[i] - 1
		if n < 0 {
			n = int32(len(v.words))
			v.index[i] = n + 1
			v.add(key)
			return n
		}
		if w := &v.words[n]; w.head == key.head && w.tail == key.tail && w.length == key.length {
			return n
		}
	}
}

func (v *Vocabulary) numberLong(s string) int32 {
	n, ok := v.long[s]
	if !ok {
		n = int32(len(v.words))
		v.long[strings.Clone(s)] = n // the text may go
		v.add(word{})
	}
	return n
}

// add keeps a new word, and half of the index empty.
func (v *Vocabulary) add(w word) {
	v.words = append(v.words, w)
	if len(v.words)*2 < len(v.index) {
		return
	}
	v.index = make([]int32, 2*len(v.index))
	mask := uint64(len(v.index) - 1)
	for n, w := range v.words {
		if w.length == 0 {
			continue
		}
		i := w.hash() & mask
		for v.index[i] != 0 {
			i = (i + 1) & mask
		}
		v.index[i] = int32(n) + 1
	}
}

// pack takes a word out of a text, padded with zeros. How long a word is can't be
// foreseen, so nothing depends on it: what stands behind the word is read with it
// and masked out, unless the text ends there.
func pack(s string, start, end int) word {
	var rest [wordBytes]byte
	from := s[start:]
	if len(from) < wordBytes {
		copy(rest[:], from)
		from = string(rest[:])
	}
	n := uint(end - start)
	return word{head: eight(from[:8]) & first[n][0], tail: eight(from[8:wordBytes]) & first[n][1], length: int32(n)}
}

// first has for each number of bytes the mask of so many in head and tail.
var first = func() (out [wordBytes + 1][2]uint64) {
	for n := range out {
		out[n] = [2]uint64{1<<(8*n) - 1, 1<<(8*max(n-8, 0)) - 1}
	}
	return out
}()

func eight(w string) uint64 {
	w = w[:8]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
		uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
}

// hash mixes a word by two rounds of multiplication, as wyhash does.
func (w *word) hash() uint64 {
	high, low := bits.Mul64(w.head^0x9e3779b97f4a7c15, w.tail^0xd1b54a32d192ed03^uint64(w.length))
	return high ^ low
}
