package extract_test

import "testing"

func TestLanguageIsTold(t *testing.T) {
	r := load(t)
	for name, c := range map[string]struct{ language, text string }{
		"prose":                           {"en", "She was told that the house was hers, and that she could leave when the debt was paid."},
		"shorthand":                       {"en", "F/16 w/ susp, PPT held, no $ pd 3 mos"},
		"Spanish shorthand":               {"es", "Víctima fem 16 años, pasaporte retenido, sin pago 3 meses"},
		"Portuguese":                      {"pt", "O patrão guardava os documentos e não pagava o salário havia cinco meses."},
		"French":                          {"fr", "Le patron gardait son passeport et ne la laissait pas sortir."},
		"Polish":                          {"pl", "Kobieta zeznała, że pracodawca zabrał jej paszport i nie pozwalał wychodzić z domu, a za pracę nie dostała żadnych pieniędzy przez dwa lata."},
		"Turkish":                         {"tr", "İşveren pasaportunu aldı ve iki yıl boyunca evden çıkmasına izin vermedi, çalışması için de hiç para ödemedi."},
		"Italian":                         {"it", "Il padrone le aveva tolto il passaporto e non la lasciava uscire di casa, e per due anni non ha pagato nulla."},
		"German":                          {"de", "Der Chef nahm ihr den Pass ab und ließ sie zwei Jahre lang nicht aus dem Haus, bezahlt wurde sie nie."},
		"Chinese":                         {"zh", "他们拿走了她的护照，不让她离开工厂。"},
		"Arabic":                          {"ar", "أخذ صاحب العمل جواز سفرها ولم يسمح لها بمغادرة المنزل."},
		"Vietnamese":                      {"vi", "Chủ nhà giữ hộ chiếu của cô ấy và không cho cô ấy ra khỏi nhà trong hai năm, cũng không trả lương."},
		"nothing to go by":                {"und", "Kowalski Jan Gdynia"},
		"no letters":                      {"und", "12 / 34"},
		"Portuguese with a Galician word": {"pt", "Ata da comissão de moradores: a recolha de fundos rendeu 430 euros. O Sr. Meireles oferece o salão."},
		"an indictment":                   {"en", "Count One: 18 U.S.C. 1591(a); Count Two: 8 U.S.C. 1324; defendant Reyes transported minor victim from Houston to Dallas."},
		"Cebuano":                         {"ceb", "Gikuha sa iyang amo ang iyang pasaporte ug wala siya tugoti nga mogawas sa balay, ug wala usab siya bayri sulod sa duha ka tuig."},
		"Ilocano":                         {"ilo", "Innala ti amona ti pasaportena ket saanna a palubosan a rummuar iti balay, ken saanna a binayadan iti uneg ti dua a tawen."},
		"Tagalog":                         {"tl", "Kinuha ng amo niya ang pasaporte niya at hindi siya pinapalabas ng bahay."},
		"Haitian Creole":                  {"ht", "Patwon an te pran paspò li epi li pa t kite li soti nan kay la, li pa t janm peye li."},
		"Catalan":                         {"ca", "L'amo li va prendre el passaport i no la deixava sortir de casa, i no li va pagar mai."},
		"Galician":                        {"gl", "O patrón quitoulle o pasaporte e non a deixaba saír da casa, e nunca lle pagou o soldo que lle debía."},
		"a form in French":                {"fr", "Confiscation du passeport : non. Violences : non."},
		"a count in French":               {"fr", "Victimes mineures : 0."},
		"a sentence passed":               {"fr", "Condamné à la réclusion criminelle à perpétuité."},
		"Spanish form":                    {"es", "Retención de documentos: No. Golpes: No."},
		"Spanish in short":                {"es", "El dueño la encerró en la casa de la finca."},
		"Spanish without its own words":   {"es", "La mujer no ha cobrado en la finca."},
		"Spanish in capitals":             {"es", "SE LE RETIRÓ EL PASAPORTE Y NO SE LE PERMITÍA SALIR DEL INMUEBLE"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := r.Read(record(c.text)).Language; got != c.language {
				t.Errorf("%q is read as %s, want %s", c.text, got, c.language)
			}
		})
	}
}

// A passage that no pack reads is told, and nothing is read into it.
func TestPassagesInOtherLanguages(t *testing.T) {
	r := load(t)
	for name, c := range map[string]struct{ reason, text string }{
		"English alone":                {"", "He kept her passport. She said: he never paid me, and I could not leave the house."},
		"Spanish in an English report": {"", "He kept her passport. She told the officer: me dijo que no podía salir de la casa hasta que le pagara la deuda."},
		"Tagalog in an English report": {"no pack for passages in tl",
			"He kept her passport in the safe of the house and told her that the debt had to be paid before she could go. She wrote to her mother. Kinuha niya ang pasaporte ko at hindi ako pinapalabas ng bahay, ang sabi niya ay may utang pa ako sa kanya."},
		"Arabic in a French report": {"no pack for passages in ar",
			"Le patron gardait son passeport. Elle a écrit à sa sœur. أخذ صاحب العمل جواز سفري ولم يسمح لي بمغادرة المنزل."},
	} {
		t.Run(name, func(t *testing.T) {
			got := r.Read(record(c.text)).Coverage
			if !got.Screened || got.Reason != c.reason {
				t.Errorf("%+v, want screened with %q", got, c.reason)
			}
		})
	}
}
