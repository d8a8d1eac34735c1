package reports

import (
	"bufio"
	_ "embed"
	"io"
	"strings"
	"text/template"

	"palermo/pipeline/source"
)

//go:embed summary.md.tmpl
var markdownTemplate string

// markdown writes summary.md: the figures for a mail or a pull request, and
// nothing of any record.
type markdown struct {
	unheard
	out    io.Writer
	layout *template.Template
	words  *Words
}

func openMarkdown(w io.Writer, o Options) (Writer, error) {
	layout, err := template.New("summary").Funcs(template.FuncMap{"say": o.words.of, "plain": inMarkdown}).Parse(markdownTemplate)
	if err != nil {
		return nil, err
	}
	return &markdown{out: w, layout: layout, words: o.words}, nil
}

// Close implements Writer.
func (m *markdown) Close(run *Run) error {
	out := bufio.NewWriter(m.out)
	if err := m.layout.Execute(out, viewOf(m.words, run, map[source.Outcome]int64{})); err != nil {
		return err
	}
	return out.Flush()
}

// inMarkdown keeps a name from being read as anything but a name.
func inMarkdown(s string) string {
	var b strings.Builder
	for _, r := range flatten(s, false) {
		if strings.ContainsRune("\\`*_[]<>|#~!&@", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
