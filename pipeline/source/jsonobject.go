package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// object is one JSON object laid flat: keys in the order of the text, those of
// objects within it behind a dot, and the values of lists joined.
type object struct {
	d      *json.Decoder
	limits Limits
	keys   []string
	values []string
	at     map[string]int
}

var errNotObject = errors.New("it is not an object")

func (o *object) read() error {
	o.at = map[string]int{}
	token, err := o.d.Token()
	if err != nil {
		return jsonCause(err)
	}
	if token != json.Delim('{') {
		return errNotObject
	}
	if err := o.object("", 1); err != nil {
		return jsonCause(err)
	}
	if _, err := o.d.Token(); err != io.EOF {
		return errors.New("more follows on the line")
	}
	return nil
}

func (o *object) object(prefix string, depth int) error {
	for o.d.More() {
		token, err := o.d.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		if err := o.value(prefix+key, depth); err != nil {
			return err
		}
	}
	_, err := o.d.Token()
	return err
}

// value reads one value under a key.
func (o *object) value(key string, depth int) error {
	if depth > o.limits.Nesting {
		return fmt.Errorf("it is nested more than %d deep", o.limits.Nesting)
	}
	token, err := o.d.Token()
	if err != nil {
		return err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return o.object(key+".", depth+1)
		}
		for o.d.More() {
			if err := o.value(key, depth+1); err != nil {
				return err
			}
		}
		_, err := o.d.Token()
		return err
	case nil:
		o.set(key, "")
	case string:
		o.set(key, t)
	default:
		o.set(key, fmt.Sprint(t))
	}
	return nil
}

// shortChars is the length up to which the values of a list go on one line.
const shortChars = 60

// set puts a value under its key, behind those that stand there.
func (o *object) set(key, value string) {
	i, met := o.at[key]
	if !met {
		o.at[key] = len(o.keys)
		o.keys = append(o.keys, key)
		o.values = append(o.values, value)
		return
	}
	switch before := o.values[i]; {
	case before == "":
		o.values[i] = value
	case value == "":
	case utf8.RuneCountInString(value) <= shortChars && !strings.Contains(before, "\n"):
		o.values[i] = before + "; " + value
	default:
		o.values[i] = before + "\n\n" + value
	}
}
