package extract_test

import "testing"

// ages are what a record says of how old somebody is: how high, whose, when,
// and whether there is such a person.
var ages = map[string]string{
	"height": `
counts | victim_minor | The girl was thirteen.
counts | victim_adult | She was twenty-five years old.
no | victim_minor | She was twenty-five years old.
counts | victim_minor | The women, aged between 16 and 31, worked upstairs.
counts | victim_minor | The victim, now 24, was 16 when he began to sell her.
counts | victim_minor | She told him that she was 19, but she was really 16.
counts | victim_adult | La mujer tiene treinta y cinco años.
no | victim_minor | La mujer tiene treinta y cinco años.
counts | victim_minor | Elle avait dix-sept ans et travaillait dans la maison.
no | victim_minor | Elle a dix-neuf ans et travaille dans la maison.
no | victim_minor | Il a soixante-dix-sept ans et vit dans la maison.
no | victim_minor | Il a quatre-vingt-treize ans et vit dans la maison.`,

	"no age": `
no | victim_minor | He was sentenced to 17 years in prison.
no | victim_minor | Highway 15 was closed and 14 ran away.
no | victim_minor | She worked 16 hours a day for 12 dollars.
no | victim_minor | Lleva doce años en el país.
no | victim_minor | Il a été condamné à quinze ans de réclusion.`,

	"whose": `
no | victim_minor | Smith, 17, was arrested and charged with harboring.
counts | victim_minor | Explotó a Luisa, de 15 años, y fue condenado.
no | victim_minor | Smith, 17, and Perez, 20, were arrested.
no | victim_minor | Dupont, 17 ans, et son cousin ont été arrêtés.
no | victim_minor | Silva, de 17 anos, e o primo foram detidos.
no | victim_minor | Police arrested a 17-year-old boy on suspicion of steering the boat.
no | victim_minor | A 16-year-old was at the wheel of the boat.
no | victim_minor | The skipper of the boat, 17, was questioned.
no | victim_minor | She looked after the family's three children, 4, 6 and 9.
no | victim_minor | She has two sons, 4 and 7, back home with her mother.
no | victim_minor | The driver, Luis M., 17, said he was getting $2,500.
no | victim_minor | The driver, Maria Lopez, 16, was carrying four migrants.
counts | victim_minor | The victim, Maria Lopez, 16, was carried in the trunk.
counts | victim_minor | In the trunk, Ana Lopez, 16, was crying.
counts | victim_minor | The daughter of the owner, 15, cleaned the rooms.
counts | victim_minor | Police arrested a 15-year-old girl for prostitution.
counts | victim_minor | One victim was only fourteen.`,

	"when": `
no | victim_minor | When she was 12 her father died and her mother remarried.
counts | victim_minor | When she was 12 her father died and he sold her to a brothel.
no | victim_minor | She left school at 15 to help on the family farm.
no | victim_minor | Dejó la escuela a los 14 años y ayudó en casa.
counts | victim_minor | Une adolescente de 14 ans, dont les parents sont morts, vit chez une tante.`,

	"made up": `
no | victim_minor | The defendant answered an ad for two girls, 12 and 14. The girls did not exist; the ad was placed by agents.
no | child_commercial_sex | He agreed to pay for sex with a 13-year-old girl. The girl was in fact an undercover officer.
counts | victim_minor | Officers posing as minors arrested ten men. In another room a 15-year-old girl was recovered.
counts | victim_minor | An undercover officer answered the ad and the 15-year-old girl came to the room.
no | victim_minor | La supuesta menor de 14 años era en realidad un policía.
no | victim_minor | A detective posing as a 14-year-old girl wrote to him, and he agreed to pay 80 dollars.
no | victim_minor | He wrote to a 13-year-old girl, who was an invention of the police.
no | victim_minor | Un agente se hizo pasar por una menor de 14 años en el chat.
no | victim_minor | Un enquêteur se faisait passer pour une fille de 14 ans sur le réseau.
no | victim_minor | Um agente fez-se passar por uma menina de 13 anos no chat.`,

	"made up beside her": `
counts | victim_minor | A woman posing as the mother of two boys, 6 and 9, brought them through the checkpoint.
counts | victim_minor | He pretended to love the girl, 15, and sold her to a bar.
counts | victim_minor | The school that was promised never existed. The girl, 14, cleaned the house.
counts | victim_minor | She was supposed to work 8 hours a day in the bar. The girl was 15.
counts | victim_minor | Agents found three men using a 15-year-old girl to sell drugs.
counts | victim_minor | She gave the officers an account of how she was sold as a girl of 14.
counts | victim_minor | He offered the undercover officer a 15-year-old girl.
counts | victim_minor | Agents posing as clients met a 15-year-old girl at the motel.
counts | victim_minor | Un policier se faisant passer pour un client a trouvé une fille de 14 ans.
counts | victim_minor | Lucía (nombre ficticio) tenía 11 años cuando la vendieron.
counts | victim_minor | Con perfiles falsos atraían a niñas de 13 años y las obligaban a prostituirse.
counts | victim_minor | Fingió ser novio de la adolescente de 15 años y la vendió.
counts | victim_minor | Simulaban contratos para llevarse a las menores, de 14 y 15 años.
counts | victim_minor | La empresa ficticia buscaba a muchachas de 15 años para el bar.
counts | victim_minor | Avec de faux profils, ils attiraient des filles de 14 ans et les prostituaient.
counts | victim_minor | Elle se faisait passer pour la tante de la fille, 14 ans, et l'a vendue.
counts | victim_minor | Le père de la jeune fille était policier. Elle avait 15 ans quand le réseau l'a prostituée.
counts | victim_minor | L'adolescente croyait discuter avec une fille de son âge. Elle a 14 ans, l'homme l'a forcée à se prostituer.
counts | victim_minor | La jeune fille n'existe pas à l'état civil. Elle a 14 ans.
counts | victim_minor | Fingiu ser namorado da menor de 15 anos e vendeu-a a um bar.
counts | victim_minor | Ana (nome fictício) tinha 14 anos quando a venderam.`,
}

func TestAges(t *testing.T) {
	readLines(t, ages)
}

func TestDateOfBirthAgainstTheYearOfTheRecord(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		text string
		year int
		want string
	}{
		{"V1 (DOB 03/12/2004) was found in the motel.", 2018, "victim_minor"},
		{"V1 (DOB 03/12/2004) was found in the motel.", 2024, "victim_adult"},
		{"V1 (DOB 03/12/04) was found in the motel.", 2018, "victim_minor"},
		{"She was born on 3 May 1999 and met him in 2014.", 2021, "victim_minor"},
		{"She was born on 3 May 1980.", 0, "victim_adult"},
		{"V1 (DOB 03/12/35) was found in the motel.", 2018, "victim_adult"}, // not of 2035
		{"She was born on 3 May 2003.", 2021, ""},                           // seventeen or eighteen: the months are not compared
	} {
		rec := record(c.text)
		rec.Year = c.year
		got := ""
		for _, e := range r.Read(rec).Evidence {
			if e.Counts && (e.Indicator == "victim_minor" || e.Indicator == "victim_adult") {
				got = e.Indicator
			}
		}
		if got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.year, got, c.want)
		}
	}
}
