package source

import (
	"bytes"
	"encoding/json"
	"slices"
)

// envelopeKeys are the keys under which programs that answer with JSON put the
// list of what was asked for.
func envelopeKeys() []string {
	return []string{
		"results", "result", "features", "data", "records", "items", "value", "rows", "entries", "objects", "documents", "hits",
		"cases", "incidents", "reports", "casos", "expedientes", "registros", "resultados", "datos", "dados",
	}
}

// envelopeKey returns the key of a list of objects that the one object of a
// file is a wrapper of, or "". An object that says something of a case itself is
// none: its lists belong to the case. Head is the start of the file.
func envelopeKey(head []byte) string {
	d := json.NewDecoder(bytes.NewReader(head))
	if token, err := d.Token(); err != nil || token != json.Delim('{') {
		return ""
	}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return ""
		}
		key, _ := token.(string)
		rest := bytes.TrimLeft(head[d.InputOffset():], " \t\r\n:")
		inner, list := bytes.CutPrefix(rest, []byte("["))
		switch {
		case list && slices.Contains(envelopeKeys(), normalise(key)) && bytes.HasPrefix(bytes.TrimLeft(inner, " \t\r\n"), []byte("{")):
			return key
		case vocabulary().wholly(normalise(key)) != RoleOther && !isCounter(normalise(key)):
			return ""
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return ""
		}
	}
	return ""
}

// enter reads up to the first object of the list under a key.
func enter(d *json.Decoder, key string) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		if token == key {
			_, err := d.Token()
			return err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err
		}
	}
	return nil
}
