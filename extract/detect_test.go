package extract_test

import "testing"

func TestLanguageIsTold(t *testing.T) {
	r := load(t)
	for name, c := range map[string]struct{ language, text string }{
		"prose":               {"en", "She was told that the house was hers, and that she could leave when the debt was paid."},
		"shorthand":           {"en", "F/16 w/ susp, PPT held, no $ pd 3 mos"},
		"Spanish shorthand":   {"es", "Víctima fem 16 años, pasaporte retenido, sin pago 3 meses"},
		"Portuguese":          {"pt", "O patrão guardava os documentos e não pagava o salário havia cinco meses."},
		"French":              {"fr", "Le patron gardait son passeport et ne la laissait pas sortir."},
		"Polish":              {"pl", "Kobieta zeznała, że pracodawca zabrał jej paszport i nie pozwalał wychodzić z domu, a za pracę nie dostała żadnych pieniędzy przez dwa lata."},
		"Turkish":             {"tr", "İşveren pasaportunu aldı ve iki yıl boyunca evden çıkmasına izin vermedi, çalışması için de hiç para ödemedi."},
		"Italian":             {"it", "Il padrone le aveva tolto il passaporto e non la lasciava uscire di casa, e per due anni non ha pagato nulla."},
		"German":              {"de", "Der Chef nahm ihr den Pass ab und ließ sie zwei Jahre lang nicht aus dem Haus, bezahlt wurde sie nie."},
		"Chinese":             {"zh", "他们拿走了她的护照，不让她离开工厂。"},
		"Arabic":              {"ar", "أخذ صاحب العمل جواز سفرها ولم يسمح لها بمغادرة المنزل."},
		"Vietnamese":          {"vi", "Chủ nhà giữ hộ chiếu của cô ấy và không cho cô ấy ra khỏi nhà trong hai năm, cũng không trả lương."},
		"nothing to go by":    {"und", "Kowalski Jan Gdynia"},
		"no letters":          {"und", "12 / 34"},
		"an indictment":       {"en", "Count One: 18 U.S.C. 1591(a); Count Two: 8 U.S.C. 1324; defendant Reyes transported minor victim from Houston to Dallas."},
		"Spanish in capitals": {"es", "SE LE RETIRÓ EL PASAPORTE Y NO SE LE PERMITÍA SALIR DEL INMUEBLE"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := r.Read(record(c.text)).Language; got != c.language {
				t.Errorf("%q is read as %s, want %s", c.text, got, c.language)
			}
		})
	}
}
