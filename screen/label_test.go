package screen

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestNormalise(t *testing.T) {
	tests := []struct {
		raw   string
		want  Label
		flags []Flag
	}{
		{"", LabelNone, nil},
		{"  - ", LabelNone, nil},
		{"N/A", LabelNone, nil},
		{"Sin clasificar", LabelNone, nil},

		{"Not a trafficking case", LabelOther, nil},
		{"Trafficking - unfounded", LabelOther, nil},
		{"Unsubstantiated human trafficking", LabelOther, nil},
		{"Trafficking: No", LabelOther, nil},
		{"Trata de personas (descartada)", LabelOther, nil},
		{"Reclassified from trafficking to smuggling", LabelSmuggling, nil},
		{"Trafficking No. 12", LabelTrafficking, nil},
		{"Human Trafficking", LabelTrafficking, nil},
		{"HT", LabelTrafficking, nil},
		{"H/T", LabelTrafficking, nil},
		{"T.I.P.", LabelTrafficking, nil},
		{"alleged trafficking in persons (attempted)", LabelTrafficking, nil},
		{"PVOT", LabelTrafficking, nil},
		{"modern slavery (MSA s.1)", LabelTrafficking, nil},
		{"Trata de personas", LabelTrafficking, nil},
		{"TRATA SEXUAL", LabelTrafficking, nil},
		{"Tráfico de pessoas", LabelTrafficking, nil},
		{"Tráfico internacional de pessoas", LabelTrafficking, nil},
		{"Traite des êtres humains", LabelTrafficking, nil},
		{"tratta di persone", LabelTrafficking, nil},
		{"Menschenhandel", LabelTrafficking, nil},
		{"18 U.S.C. § 1591(a)(1)", LabelTrafficking, nil},
		{"18 USC 1581", LabelTrafficking, nil},
		{"18 USC 1597", LabelTrafficking, nil},
		{"art. 177 bis CP", LabelTrafficking, nil},
		{"CP 149-A", LabelTrafficking, nil},
		{"64A", LabelTrafficking, nil},
		{"64B - involuntary servitude", LabelTrafficking, nil},
		{"ICCS 0204", LabelTrafficking, nil},
		{"02043", LabelTrafficking, nil},
		{"trafficking for organ removal", LabelTrafficking, nil},
		{"passport confiscation / trafficking", LabelTrafficking, nil},
		{"human and drug trafficking", LabelTrafficking, nil},
		{"IRPA s.118", LabelTrafficking, []Flag{AmbiguousTerm}},
		{"Tráfico de seres humanos", LabelTrafficking, []Flag{AmbiguousTerm}},
		{"Trata de migrantes", LabelTrafficking, []Flag{ConflatedTerms}},

		{"smuggling", LabelSmuggling, nil},
		{"SOM", LabelSmuggling, nil},
		{"suspected alien smuggling w/ injury", LabelSmuggling, nil},
		{"child smuggling", LabelSmuggling, nil},
		{"8 USC 1324(a)(1)(A)(ii)", LabelSmuggling, nil},
		{"art. 318 bis", LabelSmuggling, []Flag{AmbiguousTerm}},
		{"232-A", LabelSmuggling, nil},
		{"IRPA 117", LabelSmuggling, nil},
		{"30C", LabelSmuggling, nil},
		{"08051", LabelSmuggling, nil},
		{"Tráfico ilícito de migrantes", LabelSmuggling, nil},
		{"Favorecimiento de la inmigración irregular", LabelSmuggling, nil},
		{"Auxílio à imigração ilegal", LabelSmuggling, nil},
		{"Contrabando de migrantes", LabelSmuggling, nil},
		{"Aide à l'entrée et au séjour irréguliers", LabelSmuggling, nil},
		{"Schleusung", LabelSmuggling, nil},
		{"Menschenschmuggel", LabelSmuggling, nil},
		{"favoreggiamento dell'immigrazione clandestina", LabelSmuggling, nil},
		{"TRAFICO DE PERSONAS", LabelSmuggling, []Flag{AmbiguousTerm}},
		{"Trafic d'êtres humains", LabelSmuggling, []Flag{AmbiguousTerm}},
		{"Trafic d’êtres humains", LabelSmuggling, []Flag{AmbiguousTerm}},

		{"both", LabelBoth, nil},
		{"smuggling; sex trafficking", LabelBoth, nil},
		{"Trata y tráfico ilícito de migrantes", LabelBoth, nil},
		{"human smuggling trafficking ring", LabelBoth, []Flag{ConflatedTerms}},
		{"smuggling/trafficking", LabelBoth, []Flag{ConflatedTerms}},

		{"drug trafficking", LabelOther, nil},
		{"smuggling of tobacco", LabelOther, nil},
		{"wildlife trafficking", LabelOther, nil},
		{"organ trafficking", LabelOther, nil},
		{"Tráfico de órganos", LabelOther, nil},
		{"tráfico de drogas", LabelOther, nil},
		{"Tráfico", LabelOther, nil},
		{"Contrabando", LabelOther, nil},
		{"Trafic de stupéfiants", LabelOther, nil},
		{"illegal entry", LabelOther, nil},
		{"30A", LabelOther, nil},
		{"18 USC 1546", LabelOther, nil},
		{"no trafficking", LabelOther, nil},
		{"Lenocínio", LabelOther, nil},
		{"Form 12 code Q", LabelOther, []Flag{UnmappedLabel}},
	}
	m := labels(t)
	for _, tc := range tests {
		got, flags := m.normalise(tc.raw)
		if got != tc.want || !slices.Equal(flags, tc.flags) {
			t.Errorf("%q is %s %v, want %s %v", tc.raw, got, flags, tc.want, tc.flags)
		}
	}
}

func TestLabelMapWith(t *testing.T) {
	m := labels(t)
	own, err := m.With(map[string]Label{"Código 7": LabelTrafficking, "tráfico de personas": LabelTrafficking})
	if err != nil {
		t.Fatal(err)
	}
	for _, raw := range []string{"CODIGO 7", "código 7 (presunto)", "Tráfico de personas"} {
		if got, flags := own.normalise(raw); got != LabelTrafficking || flags != nil {
			t.Errorf("%q is %s %v", raw, got, flags)
		}
	}
	if got, _ := m.normalise("código 7"); got != LabelOther {
		t.Errorf("the first map was changed: %s", got)
	}
	if _, err := m.With(map[string]Label{"x": "traffic"}); err == nil || !strings.Contains(err.Error(), "traffic") {
		t.Errorf("unknown label: %v", err)
	}
	if _, err := m.With(map[string]Label{" ?": LabelOther}); err == nil {
		t.Error("a label without letters is taken")
	}
}

func TestLabelFileRefuses(t *testing.T) {
	for name, file := range map[string]string{
		"line 2: unknown label":            "labels:\n  - label: slave_trade\n    phrases: [x]\n",
		"line 3: phrase":                   "labels:\n  - label: other\n    phrases: [\"{nothing} x\"]\n",
		"line 3: phrase \"x {9..1}\"":      "labels:\n  - label: other\n    phrases: [\"x {9..1}\"]\n",
		"line 3: ambiguous":                "labels:\n  - label: other\n    ambiguous: often\n    phrases: [x]\n",
		"line 3: phrase \"?\" has no lett": "labels:\n  - label: other\n    phrases: [\"?\"]\n",
		"unknown field":                    "lables: []\n",
	} {
		if _, err := parseLabels("labels.yaml", []byte(file)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("want %q, got %v", name, err)
		}
	}
}

func TestLabelMapIsSafeForManyReaders(t *testing.T) {
	m := labels(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if got, _ := m.normalise("Tráfico ilícito de migrantes"); got != LabelSmuggling {
					t.Errorf("got %s", got)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkNormalise(b *testing.B) {
	m := labels(b)
	b.ReportAllocs()
	for b.Loop() {
		m.normalise("Human trafficking (alleged)")
	}
}

// normalise reads a recorded label as written. Its flags are what the cell
// alone raises: AmbiguousTerm when the words are used for both crimes,
// ConflatedTerms when they put both into one, UnmappedLabel when they are not
// known, in which case the label is LabelOther. An empty cell is LabelNone.
func (m *LabelMap) normalise(raw string) (Label, []Flag) {
	c := m.claim(raw)
	var flags []Flag
	if c.traits.conflated {
		flags = append(flags, ConflatedTerms)
	}
	if slices.ContainsFunc(c.traits.doubts, func(d doubt) bool { return !slices.Contains(d.settledIn, m.country) }) {
		flags = append(flags, AmbiguousTerm)
	}
	if !c.mapped {
		flags = append(flags, UnmappedLabel)
	}
	return c.label, flags
}
