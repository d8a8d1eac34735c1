package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
)

// mboxStart opens every message of a mailbox file.
var mboxStart = []byte("From ")

// isMailbox recognises a file of messages one after another, as mail programs
// export folders: a line that begins with From and a space, and then the header
// of a message.
func isMailbox(head []byte) bool {
	line, rest, found := bytes.Cut(head, []byte("\n"))
	return found && bytes.HasPrefix(line, mboxStart) && bytes.ContainsAny(line, "0123456789") && isMessage(rest)
}

// readMbox reads every message of a mailbox file as an input of its own.
func readMbox(rd *reading) error {
	if err := rd.tooDeep(); err != nil {
		return err
	}
	f, err := os.Open(rd.path())
	if err != nil {
		return rd.fault("cannot be opened", "", err)
	}
	defer f.Close()
	box := &mailbox{in: bufio.NewReaderSize(f, copyBuffer)}
	for number := 1; ; number++ {
		if err := rd.ctx.Err(); err != nil {
			return err
		}
		message, err := box.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return rd.fault("cannot be read to its end", "", err)
		}
		if err := rd.nested(fmt.Sprintf("message %d.eml", number), message); err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, message); err != nil { // what its reader left, as when it is too long
			return rd.fault("cannot be read to its end", "", err)
		}
	}
}

// mailbox cuts a mailbox file into messages. A message begins with a From line
// behind a blank one, where the fields of a header follow.
type mailbox struct {
	in      *bufio.Reader
	blank   bool // the last line was
	started bool
}

// next returns the next message, which has to be read to its end first.
func (m *mailbox) next() (io.Reader, error) {
	if m.started && !m.starts() {
		return nil, io.EOF
	}
	m.started = true
	if _, err := m.line(); err != nil { // the From line
		return nil, err
	}
	m.blank = false
	return &mailMessage{box: m}, nil
}

// headerPeek is how far the header of a message is looked for behind its From
// line, in bytes.
const headerPeek = 2048

// starts reports whether a message starts here.
func (m *mailbox) starts() bool {
	head, _ := m.in.Peek(headerPeek)
	line, rest, _ := bytes.Cut(head, []byte("\n"))
	if !bytes.HasPrefix(line, mboxStart) {
		return false
	}
	field, _, found := bytes.Cut(rest, []byte(":"))
	return found && len(field) > 0 && !bytes.ContainsAny(field, " \t\r\n")
}

// line returns the next line, or a piece of one that is very long.
func (m *mailbox) line() ([]byte, error) {
	line, err := m.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull || err == io.EOF && len(line) > 0 {
		err = nil
	}
	return line, err
}

// mailMessage reads one message of a mailbox. A ">" that was put before a line
// of it, so that it would not look like the start of another, is taken off.
type mailMessage struct {
	box  *mailbox
	rest []byte
	done bool
}

// Read reads from the message.
func (m *mailMessage) Read(p []byte) (int, error) {
	for len(m.rest) == 0 {
		if m.done || m.box.blank && m.box.starts() {
			m.done = true
			return 0, io.EOF
		}
		line, err := m.box.line()
		if err != nil {
			m.done = true
			return 0, err
		}
		m.box.blank = len(bytes.TrimRight(line, "\r\n")) == 0
		if quoted := bytes.TrimLeft(line, ">"); len(quoted) < len(line) && bytes.HasPrefix(quoted, mboxStart) {
			line = line[1:]
		}
		m.rest = line
	}
	n := copy(p, m.rest)
	m.rest = m.rest[n:]
	return n, nil
}
