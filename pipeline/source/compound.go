package source

import (
	"encoding/binary"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// compoundMagic opens a compound file, in which old Office programs keep
// documents and new ones keep encrypted documents.
const compoundMagic = "\xD0\xCF\x11\xE0"

// compoundRefusal says what a compound file is and what to do about it.
func compoundRefusal(file string, r io.ReaderAt) *Error {
	reason, hint := "is a document of an old kind that cannot be read", "save it as .xlsx, .docx or .txt"
	if !plausible(r) {
		return refusal(file, "is an encrypted document or one of an old kind, and damaged", hint)
	}
	box, err := mscfb.New(r)
	if err != nil {
		return refusal(file, "is an encrypted document or one of an old kind, and damaged", hint)
	}
	for range maxEntries {
		entry, err := box.Next()
		if err != nil {
			break
		}
		switch name := entry.Name; {
		case name == "EncryptedPackage":
			return refusal(file, "is encrypted", "open it with its password, take the password off, and save it again")
		case name == "Workbook", name == "Book":
			reason, hint = "is a workbook of the old .xls kind", "open it in a spreadsheet program and save it as .xlsx"
		case name == "WordDocument":
			reason, hint = "is a document of the old .doc kind", "open it in a word processor and save it as .docx"
		case strings.HasPrefix(name, "__substg1.0_"):
			reason, hint = "is a message of the .msg kind", "save it from the mail program as .eml or .txt"
		}
	}
	return refusal(file, reason, hint)
}

// maxEntries bounds the look through a compound file.
const maxEntries = 1000

// maxSectors is how many sectors of one kind a compound file may say that it has.
// The library takes memory for as many as it is told.
const maxSectors = 1 << 16

// plausible reports whether the header counts no more sectors than a document has:
// those of the directory, and of the three tables of where sectors are.
func plausible(r io.ReaderAt) bool {
	var header [76]byte
	if _, err := r.ReadAt(header[:], 0); err != nil {
		return false
	}
	for _, at := range []int{40, 44, 64, 72} {
		if binary.LittleEndian.Uint32(header[at:]) > maxSectors {
			return false
		}
	}
	return true
}
