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
no | victim_minor | Minor: No`,
}

func TestFilledIn(t *testing.T) {
	readLines(t, filledIn)
}
