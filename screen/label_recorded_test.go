package screen

import (
	"slices"
	"strings"
	"testing"

	"palermo/extract"
	"palermo/pipeline/source"
)

// TestLabelsAsRecorded holds the map against labels as records have them: words,
// abbreviations, statutes and codes. They are separated by " | ".
func TestLabelsAsRecorded(t *testing.T) {
	tests := map[Label]string{
		LabelTrafficking: `18 U.S.C. § 1591(a)(1) | 18 USC 1581 | 18 U.S.C. 1594(c) conspiracy | 22 U.S.C. 7102(11) | 22 USC 7102(9) |
			Penal Code 20A.02 | Tex. Penal Code § 20A.02 | Modern Slavery Act 2015 s.2 | MSA s1 | art. 177 bis CP |
			Criminal Code 279.01 | CC 279.011 | IRPA 118 | 433quinquies CP | 225-4-1 CP | art. 601 c.p. | art. 600 c.p. |
			§ 232 StGB | Sr 273f | CP 149-A | art. 149-A | art. 160 CP tráfico de pessoas | 411 quáter | Ley 9095 |
			art. 188A | 129-A | Ley General en materia de trata art. 10 | 64A | 64B |
			NIBRS 64A - Human Trafficking, Commercial Sex Acts | 0204 | 02041 | ICCS 02042 | 0203 |
			human trafficking (drugs) | tráfico de seres humanos | tráfico humano | Trata | TSH |
			Menschenhandel zum Zweck der Arbeitsausbeutung | tratta | Suspected THB | H/T | H.T. | MS | PVOT | CSEC |
			labor trafficking | sex trafficking | Sex-trafficking of a minor | child trafficking |
			Trafficking in children | people trafficking | migrant trafficking | trabajo forzoso | servidão |
			redução a condição análoga à de escravo | الاتجار بالأشخاص | trafic de persoane | ActualVictimOfTrafficking |
			PossibleVictimOfTrafficking | modern slavery | Forced labour / debt bondage |
			trata de personas en su modalidad de explotación sexual | tráfico de mulheres`,
		LabelSmuggling: `8 U.S.C. § 1324(a)(1)(A)(ii) | INA 274 | INA § 274(a) | Texas PC 20.05 |
			Texas Penal Code § 20.05 smuggling of persons | Immigration Act 1971 s.25 | s25 Immigration Act |
			art. 318 bis CP | IRPA s.117 | art. 77bis | CESEDA L. 823-1 | L. 622-1 CESEDA | art. 12 T.U. Immigrazione |
			d.lgs. 286/1998 art. 12 | § 96 AufenthG | § 97 AufenthG | § 114 FPG | Sr 197a | CP 232-A |
			Lei 23/2007 art. 183 | auxílio à imigração ilegal | 411 bis | Ley 8764 art. 249 | art. 188 CP | 303-A |
			Ley de Migración art. 159 | art. 159 Ley de Migración | 30C | 08051 | Drug smuggling; human smuggling |
			trafic d'êtres humains | trafic d’êtres humains | TRAFICO DE PERSONAS | Tráfico ilícito de migrantes |
			Contrabando de migrantes | Schleussung von Ausländern | Menschenschmuggel | traffico di esseri umani |
			favoreggiamento immigrazione clandestina | attempted human smuggling | HS | ASO | alien smuggling (ASO) |
			people-smuggling | smuggling | mensensmokkel | Bringing in and harboring certain aliens |
			Facilitation of unauthorised entry, transit and residence | passeurs |
			Aide à l'entrée, à la circulation et au séjour irréguliers | تهريب المهاجرين | Kidnapping; human smuggling |
			tráfico de indocumentados | tráfico de migrantes | tráfico de mujeres`,
		LabelBoth: `Human Trafficking/Smuggling | Human Smuggling & Trafficking | trafficking; smuggling | HT/HS | TIP + SOM |
			trata y tráfico | trata y tráfico de personas | mensenhandel en mensensmokkel |
			traite et trafic des êtres humains`,
		LabelOther: `8 USC 1325 | 8 USC 1326 | 18 USC 2421 | 18 USC 1203 | § 95 AufenthG | 30A | 30D | 40A | 49B | 020292 |
			Drug trafficking | Trafficking - drugs | arms trafficking | tráfico de drogas | tráfico de influencias |
			tráfico | tráfico de menores | tráfico de órganos | Organ trafficking | contrabando | Not trafficking |
			smuggling of tobacco | lenocínio | proxénétisme aggravé | NotAVictimOfTrafficking | traffic violation |
			traffic stop | air traffic`,
		LabelNone: `no label | - | N/A | ?`,
	}
	m := labels(t)
	for want, list := range tests {
		for raw := range strings.SplitSeq(list, "|") {
			raw = strings.TrimSpace(raw)
			got, flags := m.Normalise(raw)
			if got != want || slices.Contains(flags, UnmappedLabel) {
				t.Errorf("%q is %s %v, want %s", raw, got, flags, want)
			}
		}
	}
}

// TestDoubts checks that a word is a doubt where, when and in which language it
// may mean the other crime, and nowhere else.
func TestDoubts(t *testing.T) {
	const paidEntry = "non_national border_crossing illegal_entry smuggling_fee"
	tests := []struct {
		name, country, label, language, told string
		year                                 int
		want                                 bool
	}{
		{"French word", "", "trafic d'êtres humains", "fr", paidEntry, 0, true},
		{"French word in Belgium", "BE", "trafic d'êtres humains", "fr", paidEntry, 0, false},
		{"Spanish article before the reform", "es", "art. 318 bis CP", "es", paidEntry, 2007, true},
		{"Spanish article after the reform", "es", "art. 318 bis CP", "es", paidEntry, 2012, false},
		{"Spanish article without a year", "es", "art. 318 bis CP", "es", paidEntry, 0, false},
		{"loose in Spanish", "", "tráfico humano", "es", "debt_bondage", 0, true},
		{"settled in Portuguese", "", "tráfico humano", "pt", "debt_bondage", 0, false},
		{"Spanish word, exploited in place", "", "tráfico de personas", "es", "debt_bondage", 0, true},
		{"Spanish word, paid crossing", "", "tráfico de personas", "es", paidEntry, 0, false},
		{"coerced entry in Canada", "ca", "IRPA 118", "en", paidEntry, 0, true},
	}
	tell := newTeller(t)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			r := extract.Reading{
				Record:   &source.Record{Label: tc.label, Year: tc.year},
				Language: tc.language, Coverage: extract.Coverage{Screened: true}, Evidence: tell.evidence(t, tc.told),
			}
			f := New(un(t), labels(t).In(tc.country)).Screen(r)
			if got := slices.Contains(f.Flags, AmbiguousTerm); got != tc.want {
				t.Errorf("doubt %t, want %t", got, tc.want)
			}
		})
	}
}
