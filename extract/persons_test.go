package extract_test

import "testing"

// persons are facts of which a record says whose they are: who does it, who found it,
// who is a relative elsewhere, who buys, and who is made up.
var persons = map[string]string{
	"who does it is not to whom it is done": `
no | victim_adult | She is a minor. An adult man forced her into prostitution.
no | victim_adult | Man of 30 forced the girl into prostitution.
no | victim_adult | The adult who brings her collects the money.
no | victim_adult | The woman, 45, took her to the bar and made her work there.
no | victim_adult | She was sold to a man of 45.
no | victim_adult | She was forced into prostitution by a 40-year-old man.
no | victim_adult | Un hombre de 30 años la obligó a prostituirse.
no | victim_adult | La mujer, de 45 años, la llevaba al bar y la obligaba a trabajar.
no | victim_adult | Un homme de 30 ans l'a forcée à se prostituer.
no | victim_adult | L'adulte qui l'amène ramasse l'argent.
no | victim_adult | Um homem de 30 anos a obrigou a se prostituir.
no | victim_adult | O adulto que a traz recolhe o dinheiro.
counts | victim_adult | The woman, 30, was sold to a bar.
counts | victim_adult | A man of 33 worked 16 hours a day without pay.
counts | victim_adult | La mujer, de 30 años, trabajaba 16 horas sin sueldo.
counts | victim_adult | La victime, âgée de 28 ans, était battue par le patron.
counts | victim_adult | A vítima, de 28 anos, era espancada pelo patrão.
counts | victim_minor | The boy, 15, took them to the river for the guides.`,

	"who finds or helps her": `
no | victim_adult | The social worker, 40, met her after she was forced into prostitution.
no | victim_adult | The interpreter, 35, said that she was forced into prostitution.
no | victim_adult | La agente, de 29 años, entrevistó a la chica, obligada a prostituirse.
no | victim_adult | La trabajadora social, de 40 años, atendió a la chica.
no | victim_adult | L'agent, âgé de 29 ans, a trouvé la fille.
no | victim_adult | L'inspecteur, qui a 50 ans, a entendu la femme.
no | victim_adult | A assistente social, de 40 anos, atendeu a moça.`,

	"an initial": `
counts | victim_minor | R. (9) begs outside the station every day.
counts | victim_minor | K. (7) and M. (11) sell tissues at the traffic lights.
counts | victim_minor | R. (9) pide limosna en la estación.
counts | victim_minor | R. (9) mendie devant la gare.
counts | victim_minor | R. (9) pede esmola na estação.
no | victim_minor | See section B (9) of the file.
no | victim_minor | Blocks A (12), B (14) and C (16) were searched.
no | victim_minor | Véase el anexo B (9) del expediente.`,

	"a relative elsewhere": `
no | victim_minor | Her daughter, 15, was at school while she was forced to work.
no | victim_minor | Her brother, 16, reported her missing.
no | victim_minor | The neighbour's boy, 12, ran to call the police.
no | victim_minor | Her 14-year-old sister lives in Ghana.
no | victim_minor | Su hijo de 9 años la esperaba en la escuela.
no | victim_minor | Su hermano, de 16 años, denunció su desaparición.
no | victim_minor | Sa fille, âgée de 15 ans, vit au Bénin.
no | victim_minor | Le fils de la voisine, 12 ans, a appelé la police.
no | victim_minor | A filha, de 15 anos, vive em Angola.
no | victim_minor | O irmão, de 16 anos, comunicou o desaparecimento.
counts | victim_minor | Her daughter, 15, was sold to the same bar.
counts | victim_minor | Her daughter, 15, told police that she was sold to men.
counts | victim_minor | His niece, 14, works in his shop and is never paid.
counts | victim_minor | Su hijo, de 9 años, trabajaba con ella en el horno de ladrillos.
counts | victim_minor | Sa sœur, 16 ans, a été enfermée avec elle.
counts | victim_minor | A sobrinha de 14 anos trabalha na loja dele sem salário.`,

	"a buyer": `
no | child_commercial_sex | A client aged 17 was caught with the woman, who was forced into prostitution.
no | victim_minor | The buyer was a boy of 16.
no | child_commercial_sex | Un cliente de 17 años fue sorprendido con la mujer, obligada a prostituirse.
no | child_commercial_sex | La señora dejó a su hija de 6 años con la abuela y viajó a la capital, donde la obligaron a prostituirse.
counts | child_commercial_sex | A 15-year-old was pimped.
counts | victim_minor | The client, a girl of 16, says that she was sold.`,

	"a group": `
counts | victim_minor | DOBs make each of them 17.
counts | victim_minor | Three girls, each 15, worked in the bar.
counts | victim_minor | Según sus papeles, cada una tiene 17.
counts | victim_minor | As três têm 16 pelas certidões de nascimento.
no | victim_minor | The passports cost each of them 17 dollars.
no | victim_minor | He made each of them 17 sandwiches.`,

	"in a language of its own": `
counts | victim_minor | She was found in the flat and taken to the shelter. Tiene 15 años.
counts | victim_minor | La mujer fue hallada en el piso y no dijo nada. She is 15.
counts | victim_minor | Elle a été trouvée dans la maison et conduite au foyer. Tem 15 anos.
no | victim_minor | La mujer fue hallada en la casa. Room 15 on the second floor.`,

	"long ago, or nowhere": `
no | sexual_exploitation | Her mother had been forced into prostitution in 1990.
no | sexual_exploitation | Her grandmother was forced into prostitution during the war.
no | restricted_movement | In a film she had seen, women were locked in and sold.
no | restricted_movement | She dreamt that she was locked in.
no | forced_labour | The officer joked that he was forced to work on Christmas.
no | sexual_exploitation | Su abuela fue obligada a prostituirse durante la guerra.
no | sexual_exploitation | Leyó una novela en la que una muchacha es obligada a prostituirse.
no | sexual_exploitation | Sa mère avait été contrainte à se prostituer en 1990.
no | restricted_movement | Dans un film qu'elle avait vu, des femmes étaient enfermées.
no | sexual_exploitation | A avó foi obrigada a se prostituir durante a guerra.
no | restricted_movement | Num filme que ela tinha visto, mulheres eram trancadas.
counts | sexual_exploitation | Her mother had been forced into prostitution in the same bar.
counts | sexual_exploitation | She was forced into prostitution in 1998 by her uncle.
counts | sexual_exploitation | In a film they made of her she was forced into prostitution.
counts | restricted_movement | The guard joked while the women were locked in.
counts | sexual_exploitation | Su madre fue obligada a prostituirse en el mismo bar.
counts | sexual_exploitation | Sa mère l'a vendue et elle a été contrainte à se prostituer.
counts | sexual_exploitation | A mãe vendeu-a e ela foi obrigada a se prostituir.`,
}

func TestWhoseFactItIs(t *testing.T) {
	readLines(t, persons)
}
