package source

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// webText is what a person reads on a web page.
type webText struct {
	title    string
	text     string
	linksOut int // lists of links that were left out
}

// htmlText takes the text out of HTML: paragraphs and list items on lines of
// their own, without menus, footers, scripts and lists of links to other
// pages, which would be read as facts of this one. It works on tokens, so no
// nesting is too deep for it.
func htmlText(r io.Reader) (webText, error) { return readHTML(r, &webWriter{}) }

func readHTML(r io.Reader, w *webWriter) (webText, error) {
	z := html.NewTokenizer(r)
	z.SetMaxBuf(maxToken)
	for {
		switch z.Next() {
		case html.ErrorToken:
			err := z.Err()
			if err == io.EOF {
				err = nil
			}
			return w.done(), err
		case html.TextToken:
			w.write(string(z.Text()))
		case html.StartTagToken:
			name, _ := z.TagName()
			w.open(atom.Lookup(name))
		case html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.void(atom.Lookup(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			w.close(atom.Lookup(name))
		}
	}
}

// maxToken bounds one tag or stretch of text, in bytes.
const maxToken = 16 << 20

// webWriter collects text from tokens.
type webWriter struct {
	out    []byte
	title  []byte
	silent atom.Atom // element whose content is not read, 0 when there is none
	depth  int       // of silent within itself
	link   int       // open links
	lists  []webList
	left   int
	titled bool // inside title
	whole  bool // nothing is left out but scripts
}

// webList is a list that is open: what stands in links there, and beside them.
type webList struct {
	at, items, linked, plain int
}

func (w *webWriter) write(text string) {
	switch {
	case w.titled:
		w.title = append(w.title, text...)
	case w.silent == 0:
		w.words(text)
	}
}

// words appends text with its white space folded, as a browser shows it.
func (w *webWriter) words(text string) {
	for _, r := range text {
		if unicode.IsSpace(r) {
			w.space()
			continue
		}
		w.out = append(w.out, string(r)...)
		if n := len(w.lists); n > 0 {
			if w.link > 0 {
				w.lists[n-1].linked++
			} else {
				w.lists[n-1].plain++
			}
		}
	}
}

func (w *webWriter) space() {
	if n := len(w.out); n > 0 && strings.IndexByte(" \n\t", w.out[n-1]) < 0 {
		w.out = append(w.out, ' ')
	}
}

// newlines ends the line, and leaves n-1 empty ones.
func (w *webWriter) newlines(n int) {
	for len(w.out) > 0 && (w.out[len(w.out)-1] == ' ' || w.out[len(w.out)-1] == '\t') {
		w.out = w.out[:len(w.out)-1]
	}
	if len(w.out) == 0 {
		return
	}
	have := 0
	for have < len(w.out) && w.out[len(w.out)-1-have] == '\n' {
		have++
	}
	for ; have < n; have++ {
		w.out = append(w.out, '\n')
	}
}

func (w *webWriter) open(tag atom.Atom) {
	switch {
	case w.silent != 0:
		if tag == w.silent {
			w.depth++
		}
		return
	case slices.Contains(silentTags(), tag) && (!w.whole || tag == atom.Script || tag == atom.Style):
		w.silent, w.depth = tag, 1
		return
	}
	switch tag {
	case atom.Title:
		w.titled = true
	case atom.A:
		w.link++
	case atom.Ul, atom.Ol:
		w.newlines(2)
		w.lists = append(w.lists, webList{at: len(w.out)})
	case atom.Li:
		w.newlines(1)
		if n := len(w.lists); n > 0 {
			w.lists[n-1].items++
		}
		w.out = append(w.out, "- "...)
	default:
		w.void(tag)
	}
}

// void handles what an element does to the line, wherever it ends.
func (w *webWriter) void(tag atom.Atom) {
	if w.silent != 0 {
		return
	}
	switch tag {
	case atom.Br, atom.Tr, atom.Dt, atom.Dd, atom.Option:
		w.newlines(1)
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article,
		atom.Blockquote, atom.Table, atom.Pre, atom.Hr, atom.Header, atom.Main, atom.Figure, atom.Figcaption:
		w.newlines(2)
	}
}

func (w *webWriter) close(tag atom.Atom) {
	if w.silent != 0 {
		if tag == w.silent {
			if w.depth--; w.depth == 0 {
				w.silent = 0
			}
		}
		return
	}
	switch tag {
	case atom.Title:
		w.titled = false
	case atom.A:
		w.link = max(0, w.link-1)
	case atom.Ul, atom.Ol:
		w.endList()
	case atom.Td, atom.Th:
		w.out = append(w.out, '\t')
	default:
		w.void(tag)
	}
}

// endList closes a list. One that is nearly all links leads elsewhere.
func (w *webWriter) endList() {
	n := len(w.lists)
	if n == 0 {
		return
	}
	list := w.lists[n-1]
	w.lists = w.lists[:n-1]
	if !w.whole && list.items >= 2 && list.linked >= 4*list.plain && list.linked > 0 {
		w.out = w.out[:min(list.at, len(w.out))]
		w.left++
		w.newlines(2)
		return
	}
	if n > 1 {
		w.lists[n-2].linked += list.linked
		w.lists[n-2].plain += list.plain
	}
	w.newlines(2)
}

func (w *webWriter) done() webText {
	return webText{
		title:    oneLine(string(w.title)),
		text:     strings.TrimSpace(strings.ToValidUTF8(string(w.out), "\uFFFD")),
		linksOut: w.left,
	}
}

// silentTags are the elements whose content is no text of the page.
func silentTags() []atom.Atom {
	return []atom.Atom{
		atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Nav, atom.Footer, atom.Aside,
		atom.Select, atom.Textarea, atom.Button, atom.Iframe, atom.Object, atom.Math,
	}
}
