package source

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words looks header names up. It is built once and never changed.
type words struct {
	whole map[string]Role // by normalised name
	known map[string]bool // names and single words that headers are made of
}

var vocabulary = sync.OnceValue(func() *words {
	v := &words{whole: map[string]Role{}, known: map[string]bool{}}
	for _, entry := range headerNames {
		for name := range strings.SplitSeq(entry.whole, ",") {
			v.whole[strings.TrimSpace(name)] = entry.role
			v.known[strings.TrimSpace(name)] = true
		}
		for name := range strings.SplitSeq(entry.within, ",") {
			v.known[strings.TrimSpace(name)] = true
		}
	}
	return v
})

// wholly returns the role that a normalised name stands for, or RoleOther.
func (v *words) wholly(name string) Role { return v.whole[name] }

// partly returns the roles whose words stand in a normalised name.
func (v *words) partly(name string) []Role {
	var roles []Role
	for _, entry := range headerNames {
		if holdsOne(name, entry.within) && !v.never(entry.role, name) {
			roles = append(roles, entry.role)
		}
	}
	return roles
}

// never reports whether a word in the name rules a role out.
func (v *words) never(role Role, name string) bool {
	at := slices.IndexFunc(headerNames, func(e roleNames) bool { return e.role == role })
	return at >= 0 && holdsOne(name, headerNames[at].never)
}

// holdsOne reports whether one of the listed names stands in name as words.
func holdsOne(name, list string) bool {
	for entry := range strings.SplitSeq(list, ",") {
		if entry = strings.TrimSpace(entry); entry != "" && containsWords(name, entry) {
			return true
		}
	}
	return false
}

func containsWords(name, words string) bool {
	return strings.Contains(" "+name+" ", " "+words+" ")
}

// crimeStems begin words that name one of the two crimes in a label.
var crimeStems = []string{
	"traffick", "smuggl", "trata ", "trafico ", "trafico de", "traite ", "trafic ",
	"contrabando de", "modern slavery", "escravidao", "forced labour", "forced labor",
}

// namesCrime reports whether a normalised value names trafficking in persons or
// smuggling of migrants, in any of the languages.
func namesCrime(value string) bool {
	value = " " + value + " "
	for _, stem := range crimeStems {
		if strings.Contains(value, " "+stem) {
			return true
		}
	}
	return false
}

// normalise folds a name to words in lower case without accents, parted by
// single spaces: "cas_CaseOwner", "Case-owner" and "CASE OWNER" become
// "cas case owner" and "case owner".
func normalise(name string) string {
	var b strings.Builder
	var before rune
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(before):
			b.WriteByte(' ')
		}
		if r != ' ' || before != ' ' && b.Len() > 0 {
			b.WriteRune(unicode.ToLower(r))
		}
		before = r
	}
	return strings.TrimSuffix(b.String(), " ")
}
