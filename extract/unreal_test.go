package extract_test

import "testing"

// unreal are facts that a text names and does not tell: what would come of going back, what
// was feared or planned, what was withdrawn, not proven or ruled out. Beside each stand
// sentences with the same words in which it happened all the same.
var unreal = map[string]string{
	"en: what would be": `
no | sexual_exploitation | If returned, she would be forced into prostitution and locked in.
no | restricted_movement | If returned, she would be forced into prostitution and locked in.
no | sexual_exploitation | She would be forced into prostitution if she went back.
no | restricted_movement | She claims asylum because she would be sold and locked in if sent home.
no | sale_transfer | She claims asylum because she would be sold and locked in if sent home.
no | document_confiscation | If he had taken her documents this would be trafficking, but he did not.
no | restricted_movement | If they had locked her in, she would have called the police.
no | restricted_movement | She worried he would lock her in.
no | document_confiscation | He planned to take her passport but was arrested before he could.
no | forced_labour | Were she sent back, she would be forced to work for her uncle.
no | document_confiscation | They intended to take the workers' passports but were stopped at the airport.
counts | sexual_exploitation | He was planning to force her into prostitution but the police came first.
no | restricted_movement | If deported she will be locked in by her family.
no | forced_labour | In the event of return he would be forced to work in the mine.
no | physical_violence | She was worried they would beat her.
no | document_confiscation | He was about to take her passport when the inspectors came in.
counts | physical_violence | If she refused she would be beaten.
counts | physical_violence | He would beat her if she did not earn enough.
counts | restricted_movement | He would lock her in whenever he went out.
counts | physical_violence | She worried about her son; the boss had beaten her.
counts | document_confiscation | He planned the journey and took her passport on arrival.
counts | forced_labour | She was forced to work and would be beaten if she stopped.
counts | sexual_exploitation | She would be forced into prostitution every night by the two men.
counts | document_confiscation | He took her passport so that she would be afraid to leave.
counts | restricted_movement | She was locked in because they feared she would be seen.
counts | sexual_exploitation | She fears that if returned she would be killed by the men who forced her into prostitution.
counts | physical_violence | If the customers complained, she would be beaten by the madam.
counts | restricted_movement | If guests came, they would lock her in the cellar.
counts | document_confiscation | If returned to Italy she would be homeless. The owner took her passport there.
counts | sexual_exploitation | She was forced into prostitution and fears being sent back.
counts | forced_labour | He was forced to work. If he had gone home he would be free.`,

	"es: what would be": `
no | sexual_exploitation | Si la devuelven a su país, la obligarían a prostituirse y la encerrarían.
no | restricted_movement | Si la devuelven a su país, la obligarían a prostituirse y la encerrarían.
no | sexual_exploitation | Sería obligada a prostituirse si regresara a su pueblo.
no | document_confiscation | Planeaba quitarle el pasaporte, pero lo detuvieron antes.
no | physical_violence | De volver a su casa, la golpearían sus tíos.
no | forced_labour | En caso de retorno sería obligado a trabajar en la mina.
no | document_confiscation | Pensaba quitarles los pasaportes, pero no llegó a hacerlo.
counts | physical_violence | Si no juntaba la cuota la golpeaban.
counts | physical_violence | Si se quejaba, la golpeaba el patrón.
counts | restricted_movement | Si llegaban visitas la encerraban en el sótano.
counts | document_confiscation | Planeó el viaje y al llegar le quitó el pasaporte.
counts | sexual_exploitation | Si la devuelven teme a los hombres que la obligaron a prostituirse.
counts | sexual_exploitation | El imputado habría obligado a la joven a prostituirse.`,

	"fr: what would be": `
no | sexual_exploitation | Si elle est renvoyée, elle serait contrainte à la prostitution et enfermée.
no | restricted_movement | Si elle est renvoyée, elle serait contrainte à la prostitution et enfermée.
no | sexual_exploitation | Elle serait contrainte à la prostitution si elle retournait au pays.
no | restricted_movement | Elle craignait qu'il l'enferme.
no | physical_violence | En cas de retour, elle serait battue par sa famille.
no | forced_labour | Renvoyé au pays, il serait forcé de travailler à la mine.
no | sexual_exploitation | Elle demande l'asile car elle serait forcée à se prostituer au pays.
no | restricted_movement | Elle s'inquiétait qu'il l'enferme.
no | document_confiscation | Il avait l'intention de confisquer leurs passeports mais la police est arrivée.
counts | physical_violence | Si elle refusait, elle était battue.
counts | physical_violence | Si elle se plaignait, il la frappait.
counts | sexual_exploitation | Le prévenu aurait contraint la jeune fille à la prostitution.
counts | sexual_exploitation | Elle serait contrainte à la prostitution depuis deux ans par son compagnon.
counts | document_confiscation | Il avait prévu le voyage et lui a pris son passeport à l'arrivée.
counts | sexual_exploitation | Si elle est renvoyée, elle craint les hommes qui l'ont contrainte à la prostitution.`,

	"pt: what would be": `
no | sexual_exploitation | Se for devolvida, seria obrigada a prostituir-se e trancada.
no | restricted_movement | Se for devolvida, seria obrigada a prostituir-se e trancada em casa.
no | sexual_exploitation | Seria obrigada a prostituir-se se voltasse ao país.
no | document_confiscation | Se ele tivesse tirado o passaporte dela seria tráfico, mas não tirou.
no | document_confiscation | Ele planeava tirar-lhe o passaporte mas foi detido antes.
no | physical_violence | Em caso de regresso, seria espancada pela família.
no | forced_labour | Caso regresse, será forçado a trabalhar na mina.
no | sexual_exploitation | Pede asilo porque seria forçada a prostituir-se no país de origem.
no | document_confiscation | Pretendia confiscar os passaportes dos trabalhadores, mas a polícia chegou antes.
counts | physical_violence | Se recusasse, era espancada.
counts | physical_violence | Se reclamava, o patrão batia-lhe.
counts | sexual_exploitation | Segundo a denúncia, a jovem seria obrigada a prostituir-se pelo companheiro.
counts | document_confiscation | Planeou a viagem e tirou-lhe o passaporte à chegada.
counts | sexual_exploitation | Se for devolvida, teme os homens que a obrigaram a prostituir-se.`,

	"en: withdrawn or not proven": `
no | sexual_exploitation | She retracted her statement that he had forced her into prostitution.
no | sexual_exploitation | The jury acquitted him of forcing her into prostitution.
no | sexual_exploitation | There was insufficient evidence to conclude that she was forced into prostitution.
no | physical_violence | The complaint that workers were beaten turned out to be invented.
counts | no_exploitation_found | Allegations of forced labour were unfounded. All 12 workers were paid on time.
no | restricted_movement | He withdrew his claim that the foreman had locked them in.
no | physical_violence | She took back what she had said about being beaten by the cook.
no | document_confiscation | She recanted her claim that the boss had taken her passport.
no | restricted_movement | The report that women were locked in was a hoax.
no | forced_labour | The judge cleared her of forcing the boys to work.
no | document_confiscation | He admitted he had made up the story that the boss took his passport.
no | physical_violence | The charge that he had beaten the workers was withdrawn.
counts | sexual_exploitation | She withdrew from the programme after he had forced her into prostitution.
counts | physical_violence | He was acquitted of fraud but had beaten the maid for years.
counts | sexual_exploitation | She retracted her complaint because the pimp, who had forced her into prostitution, threatened her mother.
counts | document_confiscation | His story that she had lost her passport turned out to be invented: he had taken her passport.
counts | forced_labour | The jury acquitted the wife and convicted the husband of forcing the men to work.
counts | physical_violence | She did not retract her statement that he had beaten her.
counts | forced_labour | There was enough evidence to conclude that he was forced to work.
counts | sexual_exploitation | She withdrew her complaint out of fear. He had forced her into prostitution.`,

	"es: withdrawn or not proven": `
no | sexual_exploitation | Se retractó de su declaración de que él la había obligado a prostituirse.
no | physical_violence | Retiró su denuncia de que el patrón la golpeaba.
no | restricted_movement | Se desdijo de que la encerraban en la casa.
no | document_confiscation | Reconoció que había inventado que el patrón le quitó el pasaporte.
no | physical_violence | Resultó falso que golpearan a los peones.
counts | no_exploitation_found | Las denuncias de trabajo forzado eran infundadas. Los 12 trabajadores cobraban a tiempo.
counts | sexual_exploitation | Retiró la denuncia por miedo al hombre que la obligó a prostituirse.
counts | physical_violence | No se retractó de su declaración de que la golpeaba.
counts | sexual_exploitation | Se retractó porque el padrote, que la obligaba a prostituirse, amenazó a su madre.`,

	"fr: withdrawn or not proven": `
no | sexual_exploitation | Elle est revenue sur sa déclaration selon laquelle il l'avait contrainte à la prostitution.
no | sexual_exploitation | Il n'est pas établi qu'elle ait été contrainte à la prostitution.
no | physical_violence | Elle s'est rétractée et a retiré sa plainte selon laquelle le patron la frappait.
no | sexual_exploitation | Les preuves sont insuffisantes pour conclure qu'elle a été contrainte à la prostitution.
no | physical_violence | La plainte selon laquelle les ouvriers étaient battus s'est révélée inventée.
no | restricted_movement | Elle a retiré ses accusations selon lesquelles il l'enfermait dans la maison.
no | document_confiscation | Il a reconnu avoir inventé que le patron avait confisqué son passeport.
no | forced_labour | Le tribunal n'est pas convaincu qu'il ait été forcé de travailler.
counts | no_exploitation_found | Les allégations de travail forcé étaient infondées. Les 12 ouvriers étaient payés à temps.
counts | sexual_exploitation | Elle a retiré sa plainte par peur de l'homme qui l'a contrainte à la prostitution.
counts | physical_violence | Elle ne s'est pas rétractée : le patron la frappait.
counts | restricted_movement | Elle est revenue en France après avoir été enfermée dans la maison.`,

	"pt: withdrawn or not proven": `
no | sexual_exploitation | Retratou-se da declaração de que ele a tinha obrigado a prostituir-se.
no | physical_violence | Retirou a queixa de que o patrão lhe batia.
no | physical_violence | A denúncia de que os trabalhadores eram espancados revelou-se inventada.
no | document_confiscation | Admitiu ter inventado que o patrão confiscou o passaporte.
no | restricted_movement | Voltou atrás na declaração de que a trancavam em casa.
counts | no_exploitation_found | As denúncias de trabalho forçado eram infundadas. Os 12 trabalhadores recebiam em dia.
counts | sexual_exploitation | Retirou a queixa por medo do homem que a obrigou a prostituir-se.
counts | physical_violence | Não se retratou da declaração de que o patrão lhe batia.
counts | restricted_movement | Voltou atrás para buscar a mala e foi trancada em casa.`,

	"en: ruled out": `
no | forced_labour | Without being forced, she agreed to work in the club.
no | forced_labour | They were anything but forced to work there.
no | debt_bondage | Debt bondage considered and rejected.
no | forced_labour | We ruled out forced labour, debt bondage and confiscation of documents.
no | debt_bondage | We ruled out forced labour, debt bondage and confiscation of documents.
no | document_confiscation | We ruled out forced labour, debt bondage and confiscation of documents.
no | restricted_movement | Neither she nor her sister was ever locked in or beaten.
no | physical_violence | Neither she nor her sister was ever locked in or beaten.
no | restricted_movement | Far from being locked in, she had a key of her own.
no | document_confiscation | He stopped short of taking her passport.
no | document_confiscation | He refused to take her passport.
no | debt_bondage | Officers excluded forced labour, debt bondage and servitude.
no | document_confiscation | There was no evidence of forced labour, debt bondage and confiscation of passports.
no | debt_bondage | Servitude and debt bondage were looked at and dismissed.
no | forced_labour | Forced labour was considered but not found.
no | document_confiscation | The foreman declined to take their passports.
no | physical_violence | He refrained from beating her.
no | forced_labour | The inspectors ruled out servitude, withheld wages, forced labour and threats.
no | physical_violence | The manager avoided beating the men.
counts | physical_violence | He refused to let her go and beat her.
counts | document_confiscation | He refused to pay her and took her passport.
counts | debt_bondage | Police ruled out theft and found that she was in debt bondage to the owner.
counts | restricted_movement | Neither of the men paid her and both locked her in.
counts | document_confiscation | She refused, so he took her passport.
counts | document_confiscation | We ruled out an accident, the owner took her passport and locked her in.
counts | forced_labour | Far from home, she was forced to work in the laundry.
counts | document_confiscation | Without telling her, he took her passport.
counts | forced_labour | Without papers, she was forced to work.
counts | physical_violence | She neither ate nor slept and was beaten.
counts | document_confiscation | He refused to give back the passport he had taken.
counts | physical_violence | She considered leaving and rejected it; the boss beat her.
counts | restricted_movement | Far from being a guest, she was locked in.
counts | restricted_movement | She was anything but free, locked in the house.
counts | document_confiscation | Neither she nor her sister has a passport: the boss took their passports.`,

	"es: ruled out": `
no | debt_bondage | Servidumbre por deudas considerada y descartada.
no | debt_bondage | Descartamos trabajo forzado, servidumbre por deudas y retención de documentos.
no | document_confiscation | Descartamos trabajo forzado, servidumbre por deudas y retención de documentos.
no | restricted_movement | Lejos de estar encerrada, tenía su propia llave.
no | physical_violence | En modo alguno fue golpeada.
no | document_confiscation | Se abstuvo de quitarle el pasaporte.
no | debt_bondage | Se excluyó trabajo forzado, servidumbre por deudas y amenazas.
counts | document_confiscation | Se negó a pagarle y le quitó el pasaporte.
counts | forced_labour | Lejos de su familia, la obligaban a trabajar.
counts | physical_violence | Ni comía ni dormía y la golpeaban.
counts | document_confiscation | Descartado el robo, el patrón le quitó el pasaporte.
counts | restricted_movement | Lejos de ser una invitada, estaba encerrada.
counts | document_confiscation | Se negó, así que le quitó el pasaporte.`,

	"fr: ruled out": `
no | debt_bondage | Servitude pour dettes envisagée puis écartée.
no | debt_bondage | Nous avons écarté le travail forcé, la servitude pour dettes et la confiscation des documents.
no | document_confiscation | Nous avons écarté le travail forcé, la servitude pour dettes et la confiscation des documents.
no | restricted_movement | Loin d'être enfermée, elle avait sa propre clé.
no | document_confiscation | Il s'est abstenu de confisquer son passeport.
no | forced_labour | Ils étaient tout sauf forcés de travailler.
no | debt_bondage | L'enquête exclut le travail forcé, la servitude pour dettes et les menaces.
counts | document_confiscation | Il a refusé de la payer et lui a pris son passeport.
counts | forced_labour | Loin de sa famille, elle était forcée de travailler.
counts | restricted_movement | Loin d'être une invitée, elle était enfermée.
counts | document_confiscation | Le vol écarté, le patron a confisqué son passeport.
counts | physical_violence | Elle ne mangeait ni ne dormait et était battue.`,

	"pt: ruled out": `
no | debt_bondage | Servidão por dívidas considerada e descartada.
no | debt_bondage | Descartamos trabalho forçado, servidão por dívidas e retenção de documentos.
no | document_confiscation | Descartamos trabalho forçado, servidão por dívidas e retenção de documentos.
no | document_confiscation | Recusou-se a tirar-lhe o passaporte.
no | physical_violence | De modo algum foi espancada.
no | forced_labour | Eram tudo menos forçados a trabalhar.
counts | document_confiscation | Recusou-se a pagar-lhe e tirou-lhe o passaporte.
counts | forced_labour | Longe da família, era forçada a trabalhar.
counts | restricted_movement | Longe de ser uma convidada, estava trancada em casa.
counts | physical_violence | Não comia nem dormia e era espancada.
counts | document_confiscation | Descartado o roubo, o patrão confiscou o passaporte.`,

	"en: somebody else has them": `
counts | document_confiscation | She doesn't have her papers, the boss has them.
counts | document_confiscation | They don't have their documents, the owner keeps them.
counts | document_confiscation | He hasn't got his ID card, his employer has got it.
counts | document_confiscation | I do not have my passport, the madam has it.
counts | document_confiscation | None of them has a passport, the foreman has them all.
counts | document_confiscation | She does not hold her passport, it is with the employer.`,

	"es: somebody else has them": `
counts | document_confiscation | No tiene sus papeles, los tiene el patrón.
counts | document_confiscation | No tengo mi pasaporte, lo tiene la señora.
counts | document_confiscation | No tienen sus documentos, los guarda el encargado.
counts | document_confiscation | Ninguno tiene su pasaporte, los tiene el dueño.`,

	"fr: somebody else has them": `
counts | document_confiscation | Elle n'a pas ses papiers, c'est le patron qui les a.
counts | document_confiscation | Ils n'ont pas leurs passeports, l'employeur les garde.`,

	"pt: somebody else has them": `
counts | document_confiscation | Não tem os documentos, estão com o patrão.
counts | document_confiscation | Não tem os seus documentos, o patrão tem-nos.
counts | document_confiscation | Não tem o passaporte, quem o tem é o patrão.
counts | document_confiscation | Não têm os passaportes, o dono guarda-os.
no | document_confiscation | O patrão não tem os documentos dela, ela tem-nos.
no | document_confiscation | Não tem o passaporte, está com a polícia.`,

	"en: further": `
no | forced_labour | She says that if she is deported she will be forced to work for the man who lent her the fare.
no | sexual_exploitation | On return to Edo she would be forced into prostitution again to clear the debt.
no | physical_violence | Should he be sent back, his uncles would beat him.
no | restricted_movement | Once returned she would be locked in by her father.
no | document_confiscation | Had the agent kept her passport, this would be a different case; he did not.
no | physical_violence | If the foreman had beaten anyone, the union would have heard of it.
no | sexual_exploitation | He dreaded that she would be forced into prostitution.
no | restricted_movement | The mother was anxious that he might lock her in.
no | sexual_exploitation | Her fear is that she would be forced into prostitution if she returned to Libya.
no | document_confiscation | The couple were preparing to confiscate the maid's passport when the embassy stepped in.
counts | restricted_movement | He would lock her in at night and beat her if she cried.
counts | sexual_exploitation | If she went home without money, he would force her into prostitution in the park.
counts | threats_violence | He threatened that if she went home he would kill her brother.
counts | threats_violence | He told her that if she went back to Ghana he would kill her.
counts | physical_violence | On her return to the flat he would beat her for being late.
counts | physical_violence | After going back to him she was beaten and locked in.
counts | document_confiscation | He planned to keep her and took her passport.
counts | forced_labour | He intended to sell the farm, where the men were forced to work.
counts | physical_violence | She worried the neighbours would hear when he beat her.
counts | sexual_exploitation | She withdrew her application. She had been forced into prostitution in Turin.
no | physical_violence | The witness withdrew his evidence that the guards beat the pickers.
no | forced_labour | He later disavowed his account of being forced to work in the mine.
no | document_confiscation | The allegation that the chef took their passports was withdrawn.
no | restricted_movement | The tribunal found insufficient proof to hold that she was locked in.
no | forced_labour | Reports that the men were forced to work proved malicious.
no | physical_violence | She had invented the story that her employer beat her.
no | forced_labour | All four were acquitted on appeal of forcing the men to work.
counts | physical_violence | He withdrew her consent form and beat her.
counts | document_confiscation | She took back her passport, which he had confiscated for a year.
counts | deception_job | The job as a waitress turned out to be a lie and she had to dance.
counts | restricted_movement | His claim that she was free was a lie: she was locked in.
counts | forced_labour | Although she retracted her first account, the court found that she was forced to work.
no | debt_bondage | Screening excluded forced labour, debt bondage, threats and confinement.
no | threats_violence | Screening ruled out debt bondage, threats to kill and confinement.
no | document_confiscation | No sign of coercion, debt bondage and retention of passports.
no | restricted_movement | They were far from being locked in; the door was open.
no | physical_violence | He held back from hitting her.
no | forced_labour | Slavery was looked into and discounted; forced labour was examined but rejected.
counts | document_confiscation | Police excluded suicide. The boss had taken her passport and phone.
counts | document_confiscation | Smuggling was ruled out, but the owner took their passports and wages.
counts | debt_bondage | Police ruled out smuggling; she is in debt bondage to the aunt.
counts | physical_violence | He refused to stop, hit her and took her phone.
counts | wage_withholding | He refused to pay the women.
counts | restricted_movement | Without being told why, she was locked in the cellar.
counts | forced_labour | Without being paid she was forced to work for two years.
counts | document_confiscation | We never saw our papers again, the captain kept them.
counts | document_confiscation | The women do not carry their ID cards, the manager keeps them in his car.
counts | physical_violence | The boss did not hit the men, he beat the women.
counts | physical_violence | She had neither food nor a bed and was beaten.
counts | physical_violence | The crew was made up of men that beat her.
counts | document_confiscation | He fabricated papers that matched and took her passport.
counts | threats_violence | He was dismissed without wages, he threatened to kill her.
counts | physical_violence | Her statement that he beat her says the contract was false.
counts | physical_violence | The report that they were beaten and were dropped at the border is on file.
counts | smuggling_fee | They paid a charge of 500 euros each and were dropped in the desert.
counts | physical_violence | On his return from the fields he would beat her.
counts | physical_violence | If she went back without the money she would be beaten.
counts | physical_violence | She would be beaten if she returned without the money.
counts | physical_violence | She will be interviewed about the men who beat her for a year and may be at risk if returned.
counts | physical_violence | They fell short of the quota and were beaten.
counts | forced_labour | Once removed from the van they were forced to work on the farm.
counts | document_confiscation | No one helped her, the boss kept her passport in his safe.
counts | physical_violence | Neither he nor his brother paid them; they beat the pickers.
counts | restricted_movement | He avoided paying them and locked them in.
counts | sexual_exploitation | If she returns she will meet the men who forced her into prostitution.
counts | sexual_exploitation | She is afraid to go back because she was forced into prostitution there.
counts | sexual_exploitation | If deported she will lose treatment; she was forced into prostitution for two years.
counts | document_confiscation | Rumours that he was violent were false but he took her passport.
no | sexual_exploitation | The woman says that were she to be sent home she would be forced into prostitution.
no | physical_violence | He made up that the guards beat him.
no | restricted_movement | A complaint that girls were locked in was untrue.
no | forced_labour | The charge of forcing them to work was dropped.`,

	"es: further": `
no | forced_labour | De ser deportado, sería obligado a trabajar para el hombre que le prestó dinero.
no | document_confiscation | El patrón tenía previsto retener los pasaportes, pero intervino la embajada.
counts | physical_violence | Al volver a la casa la golpeaba por llegar tarde.
counts | sexual_exploitation | Si volvía sin dinero, la obligaba a prostituirse más horas.
counts | document_confiscation | Pretendía casarse con ella y le quitó el pasaporte.
no | physical_violence | Inventó que su patrón la golpeaba.
counts | document_confiscation | Retiró el dinero del banco y él le quitó el pasaporte.
counts | physical_violence | Aunque se retractó, el tribunal declaró probado que la golpeaba.
no | debt_bondage | No hay indicios de coacción, servidumbre por deudas y retención de documentos.
no | document_confiscation | No hay indicios de coacción, servidumbre por deudas y retención de documentos.
no | forced_labour | Hacían de todo menos ser obligados a trabajar.
counts | physical_violence | Se descartó la trata y el patrón la golpeaba y la amenazaba.
counts | document_confiscation | Las mujeres no llevan sus documentos, los guarda la encargada.
counts | restricted_movement | Lejos de ser libre, estaba encerrada en la casa.
counts | physical_violence | De su regreso no habló; el patrón la golpeaba.
counts | sexual_exploitation | Al regresar fue obligada a prostituirse.
counts | sexual_exploitation | Si vuelve, teme a quienes la obligaron a prostituirse durante dos años.
counts | physical_violence | Su denuncia de que la golpeaba y de que el contrato era falso consta en autos.
counts | document_confiscation | Fue excluida de la escuela y le quitaron el pasaporte.`,

	"fr: further": `
no | forced_labour | S'il est expulsé, il sera forcé de travailler pour l'homme qui lui a prêté l'argent.
no | physical_violence | Une fois renvoyée, elle serait frappée par ses oncles.
no | document_confiscation | Si l'agent avait confisqué son passeport, ce serait une autre affaire.
no | physical_violence | Elle redoutait qu'il la frappe.
no | document_confiscation | Le couple s'apprêtait à confisquer le passeport de la bonne quand l'ambassade est intervenue.
counts | physical_violence | À son retour à la maison, il la frappait.
counts | sexual_exploitation | Si elle rentrait sans argent, il la forçait à se prostituer.
counts | threats_violence | Il a menacé de la tuer si elle rentrait au pays.
no | physical_violence | Le témoin est revenu sur ses déclarations selon lesquelles les gardiens frappaient les ouvriers.
no | restricted_movement | La rumeur selon laquelle les filles étaient enfermées était fausse.
no | forced_labour | Ils ont été acquittés d'avoir forcé les hommes à travailler.
no | physical_violence | Elle avait inventé que son employeur la frappait.
counts | document_confiscation | Elle a retiré de l'argent et il a confisqué son passeport.
counts | physical_violence | Bien qu'elle se soit rétractée, le tribunal a jugé que le patron la frappait.
no | debt_bondage | Aucun indice de contrainte, de servitude pour dettes et de confiscation de passeports.
no | document_confiscation | Aucun indice de contrainte, de servitude pour dettes et de confiscation de passeports.
counts | document_confiscation | L'enquête a écarté le vol et le patron a confisqué les passeports.
counts | physical_violence | On a exclu la traite, il la frappait et l'enfermait.
counts | document_confiscation | Les femmes n'ont pas leurs papiers, la gérante les garde dans son sac.
counts | restricted_movement | Loin d'être libre, elle était enfermée dans la maison.
counts | sexual_exploitation | Dès son retour, elle a été contrainte à la prostitution.
counts | sexual_exploitation | Dès son retour à Paris, elle serait contrainte à la prostitution par son compagnon.
counts | physical_violence | Sa plainte selon laquelle il la frappait mentionne que le contrat était faux.
counts | document_confiscation | Elle a retiré sa candidature et le patron a confisqué son passeport.
counts | physical_violence | Écarté du chantier, il a été battu par le chef.`,

	"pt: further": `
no | forced_labour | Se for deportado, será forçado a trabalhar para o homem que lhe emprestou o dinheiro.
no | physical_violence | Caso volte à aldeia, será espancada pelos tios.
no | document_confiscation | O casal pretendia reter o passaporte da empregada, mas a embaixada interveio.
counts | physical_violence | Ao voltar para casa ele batia-lhe.
counts | sexual_exploitation | Se voltasse sem dinheiro, ele obrigava-a a prostituir-se.
counts | threats_violence | Ameaçou matá-la se voltasse ao país.
no | physical_violence | A testemunha retratou-se de que os guardas espancavam os peões.
no | restricted_movement | O boato de que as meninas eram trancadas em casa era falso.
no | physical_violence | Inventou que o patrão lhe batia.
counts | physical_violence | Embora se tenha retratado, o tribunal deu como provado que o patrão lhe batia.
counts | document_confiscation | Afastou-se o roubo e o patrão confiscou os passaportes.
counts | physical_violence | Descartou-se o tráfico, mas o patrão batia-lhe.
counts | document_confiscation | As mulheres não têm os documentos, a encarregada guarda-os na mala.
counts | restricted_movement | Longe de ser livre, estava trancada em casa.
counts | sexual_exploitation | Ao regressar ao Porto, foi obrigada a prostituir-se.
counts | sexual_exploitation | Segundo a polícia, após o regresso ao Porto a jovem seria obrigada a prostituir-se.
counts | physical_violence | A queixa de que o patrão lhe batia refere que o contrato era falso.
counts | document_confiscation | Voltou atrás da casa e o patrão confiscou o passaporte dela.
counts | physical_violence | Excluída da escola, era espancada pelo tio.`,
}

func TestWhatDidNotHappenCountsAsNoFact(t *testing.T) { readLines(t, unreal) }
