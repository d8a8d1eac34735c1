package extract_test

import (
	"slices"
	"strings"
	"testing"

	"palermo/extract"
)

// The types of trigger terms are those of NegEx (Chapman et al. 2001) and
// ConText (Harkema et al. 2009); the sentences are of our own field. A line
// is "want | indicator | sentence"; want is a part of what verdict returns, or
// "no" where the fact must not count whatever else is said of it.
var triggers = map[string]string{
	"en: existence": `
counts | document_confiscation | The owner took her passport.
counts | restricted_movement | The women were locked in the house.
counts | forced_labour | They were forced to work on the farm.`,

	"en: pre-negation": `
negated | physical_violence | There was no evidence that he beat her.
negated | document_confiscation | The owner never took her passport.
negated | forced_labour | No signs of forced labour were observed.
negated | forced_labour | Negative for forced labour.
negated | physical_violence | She denies being beaten.
negated | forced_labour | Officers failed to find evidence of forced labour.
negated | forced_labour | The team ruled out forced labour.
negated | sexual_exploitation | Nobody forced her into prostitution.
negated | sexual_exploitation | Neither woman had been forced into prostitution.
negated | threats_violence | At no time did he threaten to kill her.
negated | forced_labour | We do not believe that they were forced to work.
negated | threats_violence | He never once threatened to kill her.`,

	"en: post-negation": `
negated | forced_labour | Forced labour was ruled out.
negated | forced_labour | The claim of forced labour was unfounded.
negated | forced_labour | Forced labour could not be established.
negated | forced_labour | Forced labour: not found.`,

	"en: pseudo-negation": `
counts | restricted_movement | She was not allowed to leave the house.
counts | physical_violence | He not only beat her but starved her.
counts | physical_violence | There is no doubt that he beat her.
counts | physical_violence | Not a day went by without him beating her.
counts | physical_violence | He did not stop beating her.
counts | document_confiscation | Without her knowledge the owner took her passport.
counts | document_confiscation | He pleaded not guilty; he took her passport.`,

	"en: termination": `
counts | physical_violence | He did not take her passport but he beat her.
counts | physical_violence | She has no family here and was beaten every day.
counts | restricted_movement | There was no window, and the women were locked in the room.
counts | sexual_exploitation | She never wanted this: she was forced into prostitution.
counts | document_confiscation | No one asked why the owner took her passport.
counts | physical_violence | She never told anyone that he beat her.
negated | forced_labour | There was no evidence of threats, debt bondage, or forced labour.`,

	"en: possible and hypothetical": `
no | forced_labour | They may have been forced to work.
no | forced_labour | Possible forced labour.
no | forced_labour | It is unclear whether they were forced to work.
no | sexual_exploitation | She could be forced into prostitution.
no | sexual_exploitation | She would have been forced into prostitution had she stayed.
no | sexual_exploitation | She feared that she would be forced into prostitution.
no | sexual_exploitation | The neighbours suspect that the women are forced into prostitution.
counts | physical_violence | If she was slow he beat her.
counts | restricted_movement | To prevent escape, the women were locked in the house.
counts | forced_labour | They would be woken at four and forced to work till night.
counts | physical_violence | It was possible to hear the blows: he beat her.`,

	"en: allegation is kept": `
counts affirmed alleged | physical_violence | He allegedly beat her.
counts affirmed alleged | document_confiscation | She claims that her employer took her passport.`,

	"en: in general": `
no | forced_labour | Victims are often forced to work without pay.
no | forced_labour | Globally, men are forced to work on boats.
no | document_confiscation | Red flags: employer took her passport, no pay, no phone.
no | forced_labour | A person who is forced to work may apply for a visa.
no | sexual_exploitation | Every year thousands of girls are forced into prostitution.
no | forced_labour | In this exercise Maria is forced to work in a factory.
counts | forced_labour | The workers were often forced to work on Sundays.
counts | sexual_exploitation | A number of women were forced into prostitution.
counts | document_confiscation | After a workshop on labour rights she told the trainer that the owner took her passport.
counts | sexual_exploitation | She was recruited at a training course and was forced into prostitution.`,

	"offences that somebody asks about or explains": `
no | debt_bondage | Caller wants to know what counts as debt bondage and when keeping a passport is a crime.
no | debt_bondage | Caller asked what debt bondage is.
counts | debt_bondage | Caller wants to know what she can do: she has been held in debt bondage by her boss.
no | forced_criminality | Interviewer explained that debt bondage and forced labour are crimes.
no | debt_bondage | She was read the definition: forced labour, debt bondage, servitude. She said none applies to her.
no | sexual_exploitation | NGO offers help to women who were forced into prostitution, locked in or beaten.
counts | sexual_exploitation | NGO offers help to three women who were forced into prostitution in the bar.
no | forced_labour | La usuaria pregunta qué se considera trabajo forzado y servidumbre por deudas.
no | debt_bondage | La entrevistadora explicó que la servidumbre por deudas y el trabajo forzado son delitos.
no | forced_labour | Se le leyó la definición: trabajo forzado, servidumbre por deudas.
no | sexual_exploitation | La ONG ofrece ayuda a mujeres que fueron obligadas a prostituirse.
counts | document_confiscation | La usuaria pregunta qué hacer: su patrón le quitó el pasaporte.
no | debt_bondage | L'appelant veut savoir ce qu'est la servitude pour dettes.
no | forced_labour | L'enquêtrice a expliqué que la servitude pour dettes et le travail forcé sont des crimes.
counts | document_confiscation | L'appelante demande que faire : son patron a confisqué son passeport.
no | debt_bondage | O usuário quer saber o que é servidão por dívida.
no | forced_labour | A entrevistadora explicou que a servidão por dívida e o trabalho forçado são crimes.
counts | document_confiscation | A usuária pergunta o que fazer: o patrão tirou-lhe o passaporte.`,

	"en: boilerplate": `
no | sexual_exploitation | If you or someone you know is being forced into prostitution, call the hotline at 1-888-555-0100.
no | sexual_exploitation | An indictment is merely an allegation. Anyone who knows of women forced into prostitution should call.
counts | physical_violence | She called the hotline and said that her employer beat her.
counts | forced_labour | Members of the task force found that the men were forced to work.`,

	"en: other experiencer and history": `
no | document_confiscation | Border guards took her passport at the airport.
no | sexual_exploitation | He was previously convicted of forcing women into prostitution.
no | sexual_exploitation | In another case, a woman was forced into prostitution.
no | physical_violence | "I never beat her," the owner told the court.
no | physical_violence | The defendant said that he never beat her.
counts | document_confiscation | Police found that the owner had taken her passport.`,

	"the word of the accused": `
no | free_to_leave | The owner insisted that the women were free to leave.
no | free_to_leave | The women were free to leave, the company's lawyer said.
no | no_exploitation_found | There was no evidence of forced labour, a spokesman for the firm said.
counts | free_to_leave | The women said that they were free to leave.
counts | free_to_leave | The women were free to leave, the district attorney said.
no | free_to_leave | The man denied the charges and said that all were free to leave.
no | free_to_leave | El hombre niega los cargos y dice que todos eran libres de irse.
no | free_to_leave | According to the owner the women were free to leave.
no | free_to_leave | Selon le patron, elle était libre de partir.
no | free_to_leave | Según el dueño, las mujeres podían irse cuando quisieran.
counts | free_to_leave | According to the inspectors the women were free to leave.
no | free_to_leave | La defensa sostuvo que las mujeres podían irse cuando quisieran.
no | free_to_leave | Le prévenu soutient qu'elle était libre de partir.
no | free_to_leave | A defesa alega que as mulheres eram livres para ir embora.
counts | free_to_leave | Las mujeres declararon que podían irse cuando quisieran.`,

	"who does it": `
counts | document_confiscation | She told the officers that her papers were kept in a safe.
no | document_confiscation | Officers kept her papers in a safe.
no | document_confiscation | She said police took her passport at the airport.
no | document_confiscation | Ella dijo: la policía le quitó el pasaporte.
counts | restricted_movement | El tribunal no le creyó: la puerta tenía candado.
counts | restricted_movement | The court did not agree: the door was locked at night.`,

	"es": `
counts | document_confiscation | El dueño le quitó el pasaporte.
negated | document_confiscation | El dueño no le quitó el pasaporte.
negated | forced_labour | No hay indicios de trabajo forzoso.
negated | forced_labour | El trabajo forzoso no se acreditó.
negated | physical_violence | Niega haber sido golpeada.
negated | sexual_exploitation | Ellas declararon que nadie las obligaba a prostituirse.
counts | physical_violence | No solo la golpeaba, también la encerraba.
counts | restricted_movement | No la dejaban salir de la casa.
counts | physical_violence | No contó a nadie que el patrón la golpeaba.
counts | physical_violence | No había comida y el patrón la golpeaba.
counts | physical_violence | Si llegaba tarde la golpeaba.
counts | document_confiscation | Para evitar que escapara el dueño le quitó el pasaporte.
no | forced_labour | Posible trabajo forzoso.
no | sexual_exploitation | Temía que la obligaran a prostituirse.
no | sexual_exploitation | Se desconoce si fue obligada a prostituirse.
alleged | sexual_exploitation | Presuntamente la obligaban a prostituirse.
no | sexual_exploitation | Las víctimas suelen ser obligadas a prostituirse.
no | sexual_exploitation | Si usted conoce a alguien a quien obligan a prostituirse, llame a la línea nacional contra la trata.
counts | physical_violence | Llamó a la línea de ayuda y contó que el patrón la golpeaba.
counts | sexual_exploitation | En un curso de belleza la captaron y luego la obligaron a prostituirse.
no | document_confiscation | La policía le quitó el pasaporte en el aeropuerto.
no | sexual_exploitation | Fue condenado anteriormente por obligar a mujeres a prostituirse.
no | physical_violence | "Yo nunca la golpeé", declaró el acusado.`,

	"fr": `
counts | document_confiscation | Le patron lui a pris son passeport.
negated | document_confiscation | Le patron ne lui a pas pris son passeport.
negated | forced_labour | Il n'y a aucun indice de travail forcé dans cette maison.
negated | forced_labour | Le travail forcé n'est pas établi.
negated | physical_violence | Elle nie avoir été frappée.
negated | sexual_exploitation | Elles ont déclaré que personne ne les forçait à se prostituer.
counts | physical_violence | Non seulement il la frappait, mais il l'enfermait.
counts | restricted_movement | Elle n'avait pas le droit de sortir de la maison.
counts | physical_violence | Elle n'a pas porté plainte parce qu'il la frappait.
counts | physical_violence | Il n'arrêtait pas de la frapper.
counts | document_confiscation | Pour éviter qu'elle ne parte, le patron lui a confisqué son passeport.
no | forced_labour | Ils auraient pu être forcés à travailler.
no | sexual_exploitation | Elle craignait d'être forcée à se prostituer.
no | sexual_exploitation | On ignore si elle a été forcée à se prostituer.
alleged | sexual_exploitation | Elle aurait été forcée à se prostituer.
no | sexual_exploitation | Les victimes sont souvent forcées à se prostituer.
no | sexual_exploitation | Si vous connaissez une personne forcée à se prostituer, appelez le numéro vert.
counts | physical_violence | Elle a appelé le numéro vert et a dit que son patron la frappait.
counts | sexual_exploitation | Recrutée lors d'une formation de coiffure, elle a été forcée à se prostituer.
no | document_confiscation | La police lui a confisqué son passeport à l'aéroport.
no | sexual_exploitation | Il avait déjà été condamné pour avoir forcé des femmes à se prostituer.
no | physical_violence | « Je ne l'ai jamais frappée », a déclaré le prévenu.`,
}

func TestPublishedTriggerTypes(t *testing.T) {
	readLines(t, triggers)
}

// answers are facts that a form or an interview asks for.
var answers = map[string]string{
	"forms": `
negated | document_confiscation | Passport confiscated: No
negated | document_confiscation | Passport confiscated? [ ] Yes [x] No
negated | document_confiscation | Passport confiscated? Yes [ ] No [X]
negated | document_confiscation | Passport confiscated ☐ Yes ☒ No
negated | document_confiscation | Passport confiscated? (Y/N): N
negated | physical_violence | Physical abuse: denied
negated | forced_labour | Forced labour - no
counts | document_confiscation | Passport confiscated: Yes
counts | document_confiscation | Passport confiscated? [x] Yes [ ] No
counts | document_confiscation | Passport confiscated? Yes [X] No [ ]
counts | document_confiscation | Passport confiscated? (Y/N): Y
counts | document_confiscation | [x] Passport confiscated
no | document_confiscation | [ ] Passport confiscated
no | document_confiscation | ☐ Passport confiscated
no | document_confiscation | Passport confiscated: unknown
no | document_confiscation | Passport confiscated? Not asked.
no | victim_minor | Minor victims? No
no | victim_minor | Number of minors: 0
counts | document_confiscation | The owner confiscated her passport: no reason was given.
negated | document_confiscation | Retención de documentos: no
negated | document_confiscation | ¿Le retienen los documentos? [ ] Sí [x] No
counts | document_confiscation | ¿Le retienen los documentos? [x] Sí [ ] No
no | victim_minor | Menores de edad: ninguno`,

	"interviews": `
negated | physical_violence | Q: Did he hit you? A: No.
counts | physical_violence | Q: Did he beat you? A: Yes, often.
negated | physical_violence | Did he beat you? No, he was kind.
no | physical_violence | Did he beat her?
no | physical_violence | Q: Did anyone beat you? A: I do not want to say.
counts | document_confiscation | Q: Who took your passport? A: The boss's wife.
counts | document_confiscation | Q: Who had your passport? A: The boss.
no | document_confiscation | Q: Who had your passport? A: I did.
no | own_documents | P: ¿Quién tenía su pasaporte? R: El patrón.
no | free_to_leave | Was she free to leave?
negated | physical_violence | Asked if she had been beaten, she said no.
counts | threats_violence | Asked whether she had been threatened, she said yes: he threatened to kill her mother.
negated | document_confiscation | P: ¿Le quitaron el pasaporte? R: No, lo tengo conmigo.
counts | document_confiscation | P: ¿Le quitaron el pasaporte? R: Sí.
no | physical_violence | Preguntada sobre si la golpeaban, contestó que no.
no | physical_violence | Interrogée sur le point de savoir si on l'avait frappée, elle a répondu que non.`,
}

func TestAnswersOfFormsAndInterviews(t *testing.T) {
	readLines(t, answers)
}

// readLines reads each sentence and compares the fact of its indicator, the one
// that counts if there is any.
func readLines(t *testing.T, groups map[string]string) {
	r := load(t)
	for name, lines := range groups {
		t.Run(name, func(t *testing.T) {
			for line := range strings.Lines(strings.TrimSpace(lines)) {
				part := strings.SplitN(strings.TrimSpace(line), " | ", 3)
				got := verdict(countedFirst(of(r.Read(record(lineBreaks.Replace(part[2]))), part[1])))
				if part[0] == "no" && strings.HasPrefix(got, "counts") || part[0] != "no" && !strings.Contains(got, part[0]) {
					t.Errorf("%q: %s is %q, want %q", part[2], part[1], got, part[0])
				}
			}
		})
	}
}

// lineBreaks makes line breaks of those that are written out.
var lineBreaks = strings.NewReplacer(`\n`, "\n", `\r`, "\r")

// countedFirst moves what counts to the front.
func countedFirst(found []extract.Evidence) []extract.Evidence {
	slices.SortStableFunc(found, func(a, b extract.Evidence) int {
		switch {
		case a.Counts == b.Counts:
			return 0
		case a.Counts:
			return -1
		}
		return 1
	})
	return found
}
