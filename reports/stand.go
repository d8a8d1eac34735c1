package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
)

// Stand reports whether the reports in a folder are those of a run, byte for
// byte: manifest is the digest of its manifest.
func Stand(dir, manifestSHA256 string) bool {
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return false
	}
	sum := sha256.Sum256(data)
	var m manifest
	if hex.EncodeToString(sum[:]) != manifestSHA256 || json.Unmarshal(data, &m) != nil {
		return false
	}
	for _, o := range m.Outputs {
		if sum, err := digestOf(filepath.Join(dir, o.File)); err != nil || sum != o.SHA256 {
			return false
		}
	}
	return true
}

func digestOf(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.CopyBuffer(struct{ io.Writer }{sum}, struct{ io.Reader }{f}, make([]byte, 1<<18))
	return hex.EncodeToString(sum.Sum(nil)), err
}
