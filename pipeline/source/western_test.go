package source

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// Letters are read as they were meant whichever Western encoding wrote them, and
// the records say where that was a guess.
func TestWesternEncodings(t *testing.T) {
	texts := []string{
		"Tenía 15 años cuando la señora la llevó a la casa.",
		"La niña dormía en la bodega y nunca salió.",
		"¿Quién le quitó el pasaporte? El dueño, según ella.",
		"A menina não tinha passaporte; o patrão ficou com ele até o mês de março.",
		"La jeune fille, âgée de 15 ans, était gardée à la maison et n’a jamais été payée.",
		"Elle a été forcée de travailler sans être payée; le gérant a gardé ses pièces.",
		"EL DUEÑO LA TENÍA ENCERRADA. No salía.",
		"The café owner kept her résumé and passport; the niece of Señor Ibáñez saw it.",
	}
	for _, text := range texts {
		content := "id;fecha;relato\nA-1;2019-03-04;\"" + text + "\"\n"
		for name, table := range map[string]*charmap.Charmap{windows1252: charmap.Windows1252, codePage850: charmap.CodePage850, macRoman: charmap.Macintosh} {
			if name == codePage850 {
				content = strings.ReplaceAll(content, "’", "'") // DOS had none
			}
			got := readFile(t, write(t, "a.csv", encoded(t, table, content)), Options{})
			r := got.records[0]
			if value := strings.ReplaceAll(r.Fields[2].Value, "’", "'"); value != strings.ReplaceAll(text, "’", "'") {
				t.Errorf("%s is read as %q", name, value)
			}
			if noted := strings.Contains(strings.Join(r.Problems, " "), "was read as "+name); noted != (name != windows1252) {
				t.Errorf("%s: noted %v", name, r.Problems)
			}
		}
		r := readFile(t, write(t, "a.csv", "id;fecha;relato\nA-1;2019-03-04;\""+mojibake(text)+"\"\nA-2;2019-03-04;\""+text+"\"\n"), Options{}).records
		if r[0].Fields[2].Value != text || r[1].Fields[2].Value != text || len(r[0].Problems) == 0 {
			t.Errorf("encoded twice: %q and %q, noted %v", r[0].Fields[2].Value, r[1].Fields[2].Value, r[0].Problems)
		}
	}
}

// mojibake reads the bytes of a text as windows-1252.
func mojibake(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		b.WriteRune(westernRune(c))
	}
	return b.String()
}

// What was written in windows-1252 or UTF-8 stays so, whatever signs it holds.
func TestWesternEncodingsThatAreNoOther(t *testing.T) {
	for _, text := range []string{
		"“He took it”, she said—and left… That night—she ran.", "The mother–daughter team; the Paris–Oslo bus; 2015–2016.",
		"It cost £400 or €450 (¼ of §12), 30° outside: “no”.", "Müller and Håkan; Łódź is not in it; Æ, œuvre, Saint-Ouën, L'Haÿ", "¡No! ¿Qué?",
		"S. 12 § 3: Nº 4, 2ª vara; l’œuvre d’Évry; «non»", "MÃE, PÃO, CAMIÕES, CORAÇÃO", "Zoë Brontë’s naïve façade",
	} {
		plain, err := charmap.Windows1252.NewEncoder().String(strings.NewReplacer("Łódź", "Lodz").Replace(text))
		if err != nil {
			t.Fatal(err)
		}
		if name, doubtful := westernEncoding([]byte(plain)); name != windows1252 || doubtful {
			t.Errorf("%q is taken for %s, doubtful: %t", text, name, doubtful)
		}
		if n := twiceEncoded([]byte(text)); n > 0 {
			t.Errorf("%q is taken to be encoded twice", text)
		}
	}
	if name, doubtful := westernEncoding([]byte("a\xA4b c\xB3d e\xBEf g\xD7h")); name != windows1252 || !doubtful {
		t.Errorf("signs within words: %s, doubtful: %t", name, doubtful)
	}
}
