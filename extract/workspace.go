package extract

import (
	"palermo/extract/pattern"
	"palermo/extract/text"
)

// document is one narrative while it is being read.
type document struct {
	field    int
	src      string
	tokens   []text.Token
	sentence text.Range
	scratch  *pattern.Scratch
	year     int // of the record, 0 when it has none
	marks    formMarks
}

func (d *document) span(first, end int) Span {
	return Span{Field: d.field, Start: int(d.tokens[first].Start), End: int(d.tokens[end-1].End)}
}

func (d *document) quote(first, end int) string {
	s := d.span(first, end)
	return d.src[s.Start:s.End]
}

// workspace is the memory that one goroutine reads with. What it knows of words
// goes by their numbers in its vocabulary.
type workspace struct {
	vocabulary *text.Vocabulary
	functions  []uint16 // by word: the languages of which it is a function word
	tokens     []text.Token
	sentences  []text.Range
	evidence   []Evidence
	assertion  Assertion
	told       []Cue // room for the cues of evidence; filled, handed out and never used again
	cues       []cue
	carried    []cue               // cues that apply to the rest of the narrative
	fiction    []Cue               // what says that a child in the narrative does not exist
	bearing    bearing             // whether the narrative tells of a case
	unread     []string            // languages of passages that no pack reads
	narrative  int                 // counts the narratives that were cut
	loaded     map[string]*loading // by language
}

// loading is a pack's view of a narrative.
type loading struct {
	pattern.Scratch
	narrative int       // the one that was loaded last
	exchange  *exchange // nil until a narrative asks something
}

// maxWords bounds the memory of a workspace: how many different words it keeps.
const maxWords = 1 << 16

func newWorkspace() *workspace {
	return &workspace{vocabulary: text.NewVocabulary(), loaded: map[string]*loading{}}
}

// workspace returns memory to read with, to be given back to the pool.
func (r *Reader) workspace() *workspace {
	w := r.pool.Get().(*workspace)
	if w.vocabulary.Len() > maxWords {
		return newWorkspace()
	}
	return w
}

// tokenize cuts a narrative.
func (w *workspace) tokenize(src string, abbreviations text.Abbreviations) {
	w.narrative++
	w.tokens = text.Tokenize(w.tokens[:0], src, w.vocabulary, abbreviations)
}

// loading returns a pack's view of the narrative.
func (w *workspace) loading(p *pack) *loading {
	l := w.loaded[p.language]
	if l == nil {
		l = new(loading)
		w.loaded[p.language] = l
	}
	return l
}

// load returns what a pack knows of the words of the narrative.
func (w *workspace) load(p *pack, src string) *pattern.Scratch {
	l := w.loading(p)
	if l.narrative != w.narrative {
		l.narrative = w.narrative
		p.set.Load(&l.Scratch, src, w.tokens)
	}
	return &l.Scratch
}
