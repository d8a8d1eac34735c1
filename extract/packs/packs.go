// Package packs holds the data that the extractor runs on: the taxonomy of
// indicators, the function words of the languages that can be told apart, and
// one folder of word classes, context cues and rules for every language that
// can be read.
package packs

import "embed"

// FS holds taxonomy.yaml, languages.yaml and the language folders.
//
//go:embed *.yaml en es fr pt
var FS embed.FS
