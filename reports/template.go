package reports

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"text/template"
)

// Fill writes a saved run through a template of the user's own. It is told
// .Summary, .Manifest and .Codebook, and .Findings and .Cases to range over,
// all with the names of the fields as they stand in the files.
func (s *Saved) Fill(w io.Writer, name, text string) error {
	layout, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"join":    joined,
		"percent": percentOf,
		"cell":    cell,
		"json":    asJSON,
	}).Parse(text)
	if err != nil {
		return fmt.Errorf("read the template: %w", err)
	}
	data := map[string]any{}
	for field, file := range map[string]string{"Summary": summaryFile, "Manifest": manifestFile, "Codebook": codebookFile} {
		var object map[string]any
		if err := s.object(file, &object); err != nil {
			return err
		}
		data[field] = object
	}
	var failed error
	data["Findings"] = objects(s.eachObject(findingsFile), &failed)
	data["Cases"] = objects(s.eachObject(casesFile), &failed)
	out := bufio.NewWriter(w)
	if err := layout.Execute(out, data); err != nil {
		return fmt.Errorf("fill the template: %w", err)
	}
	return errors.Join(failed, out.Flush())
}

// eachObject reads a file of JSON lines if the run has it.
func (s *Saved) eachObject(file string) func(func(*map[string]any) error) error {
	return func(use func(*map[string]any) error) error {
		if !s.has(file) {
			return nil
		}
		return each(s.dir+"/"+file, use)
	}
}

// objects yields lines one by one: a run can be larger than the memory.
func objects(read func(func(*map[string]any) error) error, failed *error) iter.Seq[map[string]any] {
	return func(yield func(map[string]any) bool) {
		err := read(func(object *map[string]any) error {
			if !yield(*object) {
				return io.EOF
			}
			return nil
		})
		if err != nil && !errors.Is(err, io.EOF) {
			*failed = err
		}
	}
}

// joined writes a list with something between.
func joined(between string, list []any) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = fmt.Sprint(v)
	}
	return strings.Join(parts, between)
}

// percentOf writes a share, and "n/a" for null.
func percentOf(v any) string {
	p, ok := v.(float64)
	if !ok {
		return "n/a"
	}
	return fmt.Sprintf("%.1f%%", 100*p)
}

func asJSON(v any) (string, error) {
	text, err := json.Marshal(v)
	return string(text), err
}
