package extract_test

import "testing"

// filledIn are what forms and interviews say about facts that they ask for.
var filledIn = map[string]string{
	"no ends a sentence": `
negated | document_confiscation | Passport taken: No. Wages withheld: No. Locked in: No. Beaten: No.
no | wage_withholding | Passport taken: No. Wages withheld: No. Locked in: No. Beaten: No.
no | physical_violence | Passport taken: No. Wages withheld: No. Locked in: No. Beaten: No.
counts | document_confiscation | Did he hurt you? No. He took my passport.
counts | physical_violence | He asked her to go and she said no. The owner beat her that night.
negated | document_confiscation | Retención de documentos: No. Golpes: No.
counts | physical_violence | He drove her there two years ago. The owner beat her that night.
counts | physical_violence | She told me he followed me. The owner beat her that night.`,

	"boxes": `
counts | document_confiscation | (X) Passport withheld\n( ) Debt bondage\n( ) Physical violence\n( ) Forced labour
no | debt_bondage | (X) Passport withheld\n( ) Debt bondage\n( ) Physical violence\n( ) Forced labour
no | forced_labour | (X) Passport withheld\n( ) Debt bondage\n( ) Physical violence\n( ) Forced labour
no | document_confiscation | Passport withheld ( )
no | document_confiscation | Passport withheld ( )\nForced labour (x)
counts | forced_labour | Passport withheld ( )\nForced labour (x)
no | document_confiscation | [ ] Passport withheld [x] Forced labour [ ] Debt bondage
counts | forced_labour | [ ] Passport withheld [x] Forced labour [ ] Debt bondage
no | debt_bondage | [ ] Passport withheld [x] Forced labour [ ] Debt bondage
counts | document_confiscation | ✅ Passport withheld\n❌ Forced labour
negated | forced_labour | ✅ Passport withheld\n❌ Forced labour
counts | document_confiscation | Passport withheld ✅\nForced labour ❌
negated | forced_labour | Passport withheld ✅\nForced labour ❌
counts | document_confiscation | Passport withheld: Yes\rForced labour: No\rDebt bondage: No
negated | forced_labour | Passport withheld: Yes\rForced labour: No\rDebt bondage: No`,

	"a word cut at the end of a line": `
counts | document_confiscation | The owner took her pass-\nport.
negated | document_confiscation | The owner never took her pass-\nport.`,

	"interviews": `
counts | wage_withholding | Q: Were you ever paid? A: Never.
no | wage_withholding | Q: Were you ever paid? A: Yes.
no | wage_withholding | Q: Were you ever paid?
no | paid_normally | Nor were they paid.
counts | restricted_movement | Q: Were you free to leave? A: No.
counts | free_to_leave | Q: Were you free to leave? A: Yes.
counts | physical_violence | Did he beat you? Client: He did.
negated | physical_violence | Did he beat you? Client: He didn't.
negated | physical_violence | Did he beat you? Client: He did not.
no | physical_violence | Did he beat you? Client: He did the shopping.
counts | restricted_movement | P: ¿La dejaban salir? R: Nunca.
no | restricted_movement | P: ¿La dejaban salir? R: Sí.`,

	"questions that an answer completes": `
counts | illegal_entry | Q. How did you come to Ireland? A. In a lorry, under the seats.
counts | concealment_transport | How did you come to Ireland ? In a lorry.
counts | smuggling_fee | Q: Price of the crossing? A: Seven thousand euros.
counts | non_national | Q. From? A. Honduras.
counts | border_crossing | P: ¿Por dónde? R: Por el monte, de noche.
no | illegal_entry | Q. Did you come to Ireland by plane? A. In a lorry.
no | illegal_entry | Q. How did you come to Ireland? Q. Was it in a lorry? A. No.
no | illegal_entry | Q. How did you come to Ireland?
no | document_confiscation | What did he take? A: My passport stayed in my own bag.
no | document_confiscation | Q. Where was it? A. He kept a book. The passport was in my bag.
no | physical_violence | What did you do when he came to hit? A: My son hid.
no | paid_normally | Who keeps your wages? A: Himself, every week.
no | victim_minor | How old are your children? A: Of 12 and 15.
no | forced_labour | Did he force you? To work less, he worried about my back.
no | non_national | What is it that most come from? In this lesson we look at Honduras, where many begin.
negated | document_confiscation | Q. Who took your passport? A. Nobody.
negated | document_confiscation | Who took your passport? Nobody did.
negated | document_confiscation | Who took your passport? No one did.
counts | document_confiscation | Who took your passport? Nobody knows.
counts | physical_violence | Q. Why did he beat you? A. No reason at all.`,

	"the time before who speaks": `
no | victim_minor | [22:14] worker: how old are you?\n[22:15] client: thirty
counts | victim_minor | [22:14] worker: how old are you?\n[22:15] client: fifteen`,

	"a choice that nobody made": `
no | forced_labour | Were you forced to work? Yes / No. Passport held by employer? Yes / No.
no | document_confiscation | Were you forced to work? Yes / No. Passport held by employer? Yes / No.
no | document_confiscation | Passport held by employer: Yes/No
no | document_confiscation | Passport held by employer? Y / N
counts | document_confiscation | Passport held by employer? Y / N  Y
negated | document_confiscation | Passport held by employer: Yes/No: No
no | document_confiscation | ¿Le retuvieron el pasaporte? Sí / No
negated | document_confiscation | Passport held by employer: No / Minor: Yes
counts | victim_minor | Passport held by employer: No / Minor: Yes`,

	"words of an answer": `
negated | document_confiscation | Passport withheld; no
negated | document_confiscation | Passport withheld (no).
negated | document_confiscation | Passport withheld [No], forced labour [Yes].
counts | forced_labour | Passport withheld [No], forced labour [Yes].
counts | document_confiscation | The owner withheld her passport (no reason was given).
counts | document_confiscation | The owner withheld her passport; no wages were paid.
counts | threats_violence | Documentos retenidos: Sí. Amenazas: Sí. Encierro: Sí. Salario retenido: Sí.
counts | restricted_movement | Documentos retenidos: Sí. Amenazas: Sí. Encierro: Sí. Salario retenido: Sí.
counts | wage_withholding | Documentos retenidos: Sí. Amenazas: Sí. Encierro: Sí. Salario retenido: Sí.
no | threats_violence | Amenazas: No. Encierro: No.
counts | threats_violence | Threatened: Yes
no | threats_violence | Threatened: No
counts | victim_minor | Minor: Yes
no | victim_minor | Minor: No
counts | document_confiscation | Passport withheld: Y - kept in the office safe
negated | document_confiscation | Passport withheld: N - she carries it herself
counts | restricted_movement | Free to leave? N. The gate is locked.
no | restricted_movement | Free to leave: n/k
counts | restricted_movement | Libres de renunciar: N - el encargado pone candado
counts | restricted_movement | Libre de sortir : N - le patron ferme la grille
counts | restricted_movement | Livre para sair: N - o encarregado põe cadeado
counts | wage_withholding | Salario pagado: N - el patrón dice que después
counts | document_confiscation | The owner kept her passport - no reason was given.`,

	"values that say that it is not known": `
no | forced_labour | Forced labour: suspected
no | forced_labour | Forced labour: possible, see notes
no | forced_labour | Forced labour: ?
no | forced_labour | Forced labour (?), passport in the safe
no | forced_labour | Forced labour: to be confirmed
no | forced_labour | Forced labour - NK
no | forced_labour | Forced labour: -
affirmed | document_confiscation | Passport withheld: n/k. Locked in: N/A. Forced to work: n/k.
affirmed | forced_labour | Passport withheld: n/k. Locked in: N/A. Forced to work: no data.
no | forced_labour | Passport withheld: n/k. Locked in: N/A. Forced to work: no data.
negated | document_confiscation | Passport withheld: N. Locked in: n/k.
counts | document_confiscation | Passport withheld: confirmed. Locked in: n/k.
no | debt_bondage | Retención de documentos: se sospecha. Servidumbre por deudas: posible.
no | document_confiscation | Retención de documentos: se sospecha. Servidumbre por deudas: posible.
affirmed | forced_labour | Retención de documentos: n/s. Trabajo forzado: no consta.
no | forced_labour | Retención de documentos: n/s. Trabajo forzado: no consta.
no | debt_bondage | Rétention des documents : soupçonnée. Servitude pour dettes : possible.
no | forced_labour | Confiscation des papiers : N/A. Travail forcé : non renseigné.
no | debt_bondage | Retenção de documentos: suspeita. Servidão por dívida: possível.
affirmed | document_confiscation | Retenção de documentos: não sabe. Trabalho forçado: N/S.
no | document_confiscation | Retenção de documentos: não sabe. Trabalho forçado: N/S.
no | document_confiscation | Passport withheld? Under investigation.
no | physical_violence | Beaten: possibly by her uncle
no | physical_violence | Beaten (possibly)
counts | physical_violence | She was beaten (possibly with a belt).
counts | document_confiscation | Her passport was taken (unknown by whom).
counts | document_confiscation | Her passport was taken - probably by the uncle.`,

	"answers that tell how it was": `
counts | physical_violence | Q: Did they hit you? A: With a pipe, on the legs.
counts | document_confiscation | Did he take your passport? A: On the first day.
counts | restricted_movement | Did they lock you in? A: Every night.
counts | physical_violence | Did he beat you? A: Two or three times.
counts | physical_violence | Did he beat you? A: When he was drunk.
negated | physical_violence | Did he beat you? A: At no time.
no | physical_violence | Did he beat you? A: With me he was kind.
no | physical_violence | Did he beat you? On Monday she will be heard again.
no | physical_violence | Did he beat you? A: What do you mean?
no | physical_violence | Did he beat you? A: When?
no | paid_normally | Were you paid? Sometimes.
no | free_to_leave | Could you leave? With a guard.
counts | physical_violence | ¿Le pegaban? - Con un cable.
counts | document_confiscation | P: ¿Le quitaron el pasaporte? R: El primer día.
negated | physical_violence | P: ¿Le pegaba? R: En ningún momento.
no | physical_violence | P: ¿Le pegaba? R: ¿Quién?
counts | physical_violence | Q : Est-ce qu'il vous frappait ? R : Avec un câble.
counts | document_confiscation | Q : Est-ce qu'il a pris votre passeport ? R : À l'aéroport.
negated | physical_violence | Q : Est-ce qu'il vous frappait ? R : En aucun cas.
counts | physical_violence | P: Ele batia em você? R: Todos os dias.
counts | document_confiscation | P: O patrão tirou o seu passaporte? R: No primeiro dia.
negated | physical_violence | P: Ele batia em você? R: De jeito nenhum.
no | physical_violence | P: Ele batia em você? R: Quem?`,

	"boxes that nobody ticked, by their names": `
no | document_confiscation | Indicators ticked: none. List of indicators: passport withheld, debt bondage, locked in.
no | debt_bondage | Indicators ticked: none. List of indicators: passport withheld, debt bondage, locked in.
no | document_confiscation | She ticked none of: beaten, locked in, passport taken, not paid.
counts | document_confiscation | Indicators ticked: passport withheld, debt bondage.
counts | document_confiscation | List of indicators found: passport withheld, debt bondage.
no | debt_bondage | Indicadores marcados: ninguno. Lista de indicadores: pasaporte retenido, servidumbre por deudas.
counts | document_confiscation | Indicadores marcados: pasaporte retenido, encierro.
no | forced_labour | Elle n'a coché aucun des points : coups, enfermement, travail forcé.
counts | document_confiscation | Indicateurs cochés : passeport confisqué, enfermement.
no | forced_labour | Não assinalou nenhum de: agressões, passaporte retido, trabalho forçado.
counts | document_confiscation | Indicadores assinalados: passaporte retido, cárcere.`,

	"offences in their field": `
no | debt_bondage | Offence: debt bondage. Facts: driver carried six men over the border for 500 each.
no | forced_labour | Charges: debt bondage, forced labour. Narrative: six men in a van.
counts | document_confiscation | Offence: passport taken by employer.
counts | debt_bondage | Offence: debt bondage. Facts: she was held in debt bondage until she paid 5000 euros.
no | debt_bondage | Delito: servidumbre por deudas. Hechos: el conductor pasó a seis hombres por la frontera.
no | forced_labour | Infraction : travail forcé. Faits : le chauffeur a fait passer la frontière à six hommes.
no | forced_labour | Crime: trabalho forçado. Fatos: o motorista levou seis homens pela fronteira.`,

	"ages on one line of a form": `
counts | victim_minor | Name? Ana. Age? 16. She was found in the flat.
counts | victim_adult | Age? 34. She was found in the flat.
counts | victim_minor | Minor? Y. She was found in the flat.
negated | victim_minor | Minor? N. She was found in the flat.
no | victim_minor | Were you told about his age? 16 girls said so.
counts | victim_minor | ¿Edad? 16. La encontraron en el piso.
counts | victim_minor | ¿Menor? Sí. La encontraron en el piso.
counts | victim_minor | Âge ? 16. Elle a été trouvée dans l'appartement.
negated | victim_minor | Mineure : non. Elle a été trouvée dans l'appartement.
counts | victim_minor | Mineure ? Oui. Elle a été trouvée dans l'appartement.
counts | victim_minor | Idade? 16. Foi encontrada no apartamento.
counts | victim_minor | Menor? Sim. Foi encontrada no apartamento.`,
}

func TestFilledIn(t *testing.T) {
	readLines(t, filledIn)
}
