package extract_test

var silencesPortuguese = map[string]string{
	"a case among words for texts": `
counts | document_confiscation | Na campanha da azeitona foram encontrados em situação de exploração 14 romenos. O patrão ficou com os passaportes deles.
counts | document_confiscation | A vítima viu o anúncio: matrículas abertas num curso em Lisboa. Quando chegou, o dono reteve o passaporte dela.
counts | document_confiscation | No conto do vigário caiu a vítima, que vive em Faro. O dono reteve o passaporte dela.
counts | sexual_exploitation | Prometeram-lhe um espetáculo de dança e foi vendida a um bordel. Ali foi obrigada a prostituir-se.
counts | document_confiscation | A rapariga foi contratada para uma companhia de teatro, mas venderam-na. O chefe ficou com o passaporte dela.
counts | sexual_exploitation | No exercício do cargo, o arguido aliciava vítimas. Obrigou uma delas a prostituir-se.
counts | forced_labour | O empregador está na lista suja e tem nova autuação. Dez trabalhadores foram obrigados a trabalhar sem salário.
counts | sexual_exploitation | O pastor da igreja recebeu uma mensagem da rapariga. Ela era obrigada a prostituir-se.
counts | sexual_exploitation | O livro de registos relata os clientes. Ela foi obrigada a prostituir-se num bar.
counts | sexual_exploitation | Uma curta viagem, conta ela. Foi obrigada a prostituir-se num bar.
counts | sexual_exploitation | Condenado em concurso real por três crimes de tráfico de pessoas. Obrigou as mulheres a prostituir-se.
counts | sexual_exploitation | A vaga de emprego atraiu as vítimas. Foram obrigadas a prostituir-se.
counts | smuggling_fee | O financiamento da viagem dos migrantes era feito pelo primo. Cada migrante pagou 3000 euros ao passador.
counts | forced_labour | Chegaram 25 denúncias no ano passado contra a quinta. Os homens eram obrigados a trabalhar sem salário.
counts | document_confiscation | O dono apresentou o guia aos migrantes. O dono ficou com os passaportes deles.
counts | document_confiscation | Crítica é a situação da vítima. O patrão tirou-lhe o passaporte.
counts | document_confiscation | Este trabalho visa dinheiro, dizia o patrão. O patrão reteve o passaporte dela.`,

	"a case among words for people in general": `
counts | forced_labour | Operação de combate ao tráfico de pessoas resgatou oito mulheres que eram obrigadas a trabalhar sem salário.
counts | forced_labour | A unidade de combate ao tráfico de pessoas libertou nove homens obrigados a trabalhar sem salário.
counts | sexual_exploitation | A associação que apoia vítimas de tráfico de pessoas acolheu a jovem, que foi obrigada a prostituir-se em Faro.
counts | wage_withholding | O patrão ficava com um em cada três salários dela e não lhe pagava.
counts | wage_withholding | Via de regra não lhe pagavam nenhum salário.
counts | sexual_exploitation | Frequentemente as vítimas eram obrigadas a prostituir-se no bar do arguido.
counts | commercial_sex_adult | Ficava com 50% das mulheres que obrigava a prostituir-se.
counts | forced_labour | A GNR encontrou centenas de migrantes obrigados a trabalhar sem salário numa herdade de Beja.
counts | forced_labour | O relatório do MPT diz que os peões da Fazenda Boa Vista eram obrigados a trabalhar sem salário.
counts | forced_labour | Assinou o termo de declarações onde diz que vivia em escravidão e era obrigado a trabalhar.
counts | sexual_exploitation | Havia dois tipos de mulheres na casa: todas eram obrigadas a prostituir-se.
counts | sexual_exploitation | Conheceu-a num curso de estética para jovens e obrigou-a a prostituir-se.
counts | sexual_exploitation | Precisava da ajuda de alguém: o namorado obrigava-a a prostituir-se.
counts | document_confiscation | Não aceite a queixa na esquadra, ela foi ao MP: o patrão confiscou o passaporte dela.
counts | sexual_exploitation | Numa palestra, a adolescente revelou que o tio a obrigava a prostituir-se.
counts | forced_labour | As vítimas usam roupas rasgadas e foram obrigadas a trabalhar sem salário.
counts | forced_labour | Segundo relatório da inspeção do trabalho, os doze homens eram obrigados a trabalhar sem salário.`,

	"what denies something else": `
counts | document_confiscation | Ninguém sabia que o patrão lhe tinha tirado o passaporte.
counts | physical_violence | Não contou à mãe que o patrão lhe batia com um cinto.
counts | sexual_exploitation | Não era empregada de mesa como prometido: foi obrigada a prostituir-se.
counts | document_confiscation | A queixa por falta de pagamento revelou que o patrão ficou com o passaporte dela.
counts | document_confiscation | O patrão confiscou o passaporte dela, que não foi encontrado.
counts | document_confiscation | A vítima nega ter dívidas e conta que o patrão lhe tirou o passaporte.
counts | document_confiscation | Para evitar fugas o dono ficou com os passaportes delas.
counts | document_confiscation | Foi possível apurar que o patrão confiscou os passaportes dos homens.
counts | restricted_movement | Levada por desconhecidos, foi trancada num quarto.
counts | document_confiscation | Questionada se queria falar, disse que o patrão confiscou o passaporte dela.
counts | physical_violence | Temia o patrão, que lhe batia com um cinto.
counts | forced_labour | Expostos ao sol, eram obrigados a trabalhar sem salário.
counts | forced_labour | Correndo risco de desabamento, eram obrigados a trabalhar na mina sem salário.
counts | document_confiscation | A suspeita de 40 anos confiscou os passaportes das mulheres.
counts | sexual_exploitation | Vulnerável à pressão do namorado, foi obrigada a prostituir-se.
counts | forced_labour | Preocupada com a família, era obrigada a trabalhar sem salário.`,

	"whose age": `
counts | victim_minor | Sem cuidados médicos, a menina de 12 anos dormia no chão da carvoaria.
counts | victim_minor | O pai de uma menina de 12 anos vendeu-a a um fazendeiro.
counts | victim_minor | Mandava o filho de 9 anos pedir esmola no semáforo.
counts | victim_minor | A rede envia adolescentes de 15 anos para bares de Espanha.
counts | victim_minor | As menores eram levadas por um policial corrupto ao motel; uma tinha 14 anos.
counts | victim_minor | A menina era filha do polícia e tinha 12 anos quando foi vendida.
counts | victim_minor | O menor era isca da quadrilha: com 12 anos, obrigado a atrair vítimas.
counts | victim_minor | O perfil falso de uma menina de 13 anos era usado pela rede para atrair outras; a vítima tinha 12 anos.
counts | victim_minor | O arguido vendeu a filha de 12 anos a um vizinho.
counts | victim_minor | A babá de 15 anos não recebia salário.
counts | victim_minor | A menina, disfarçada de adulta, 15 anos, passou a fronteira com passaporte falso.
counts | victim_minor | A criança não existe nos registos civis: tem 9 anos e pede na rua para o patrão.`,

	"whose earlier conviction": `
counts | document_confiscation | O arguido, já condenado por tráfico, ficou com os passaportes das vítimas.
counts | sexual_exploitation | Com antecedentes por furto, obrigava as mulheres a prostituir-se.
counts | document_confiscation | Preso anteriormente, o dono reteve os passaportes dos bolivianos.`,

	"exceptions that jumped": `
counts | restricted_movement | O réu não deixava as mulheres sair da casa.
counts | restricted_movement | Presos no barracão, não podiam sair.
counts | physical_violence | O patrão batia-lhe e os vizinhos ouviam os gritos.
counts | threats_violence | Ameaçava matá-la se fosse à polícia.
counts | deception_job | Prometeram-lhe um emprego que não existia.
counts | deception_job | A vítima contou à polícia que lhe prometeram um emprego de babá em Lisboa e foi vendida.
counts | sexual_exploitation | Sem passaporte, foi obrigada a prostituir-se.
counts | sexual_exploitation | Não podia recusar: era obrigada a prostituir-se.
counts | sexual_exploitation | Vivia sem dinheiro e forçada a prostituir-se.
counts | forced_labour | O tribunal provou que o arguido obrigava os homens a trabalhar sem salário.
counts | forced_labour | Por falta de alternativa, eram obrigados a trabalhar sem salário.
counts | forced_labour | A professora obrigava a menina a trabalhar na casa dela sem salário.
counts | forced_labour | Toda a vida foi obrigada a trabalhar sem salário na casa.
counts | act_transport | A polícia apurou que o casal levou as mulheres para Espanha.
counts | smuggling_fee | Pagou 3000 euros ao passador no dia da partida.
counts | smuggling_fee | Na noite de 3 de maio pagou 2000 euros ao passador.
counts | smuggling_fee | Adiantou 1000 euros ao coiote para a travessia.
counts | illegal_entry | Entraram ilegalmente no país para trabalhar nas estufas.`,

	"papers, wages and doors": `
counts | document_confiscation | O dono do hotel ficou com o passaporte dela desde a entrada no serviço.
counts | document_confiscation | O tribunal deu como provado que o arguido confiscou o passaporte da ofendida.
counts | document_confiscation | O dono da pensão ficou com os passaportes e obrigava-as a prostituir-se.
counts | document_confiscation | A aluna foi enganada e o dono ficou com os documentos dela.
counts | document_confiscation | O dono apreendeu os passaportes e os celulares das mulheres.
counts | wage_withholding | Nunca recebeu salário e o coiote ainda cobrava a viagem.
counts | wage_withholding | Não lhe pagava nada e cobrava-lhe a viagem.
counts | restricted_movement | Não a deixavam sair do país nem do quarto.
counts | restricted_movement | A criança não podia sair da casa da patroa.
counts | restricted_movement | O motorista levou-as a uma casa de onde não conseguiram fugir.`,

	"who is free and who is paid": `
no | free_to_leave | Quem podia sair era o filho do patrão; ela ficava trancada.
no | free_to_leave | Os clientes entravam e saíam da casa toda a noite.
no | free_to_leave | A patroa ia ao mercado aos domingos sozinha e trancava a casa.
no | free_to_leave | O patrão usava-a livremente.
no | free_to_leave | Quem recusava clientes apanhava.
no | free_to_leave | O proxeneta escolhia os clientes.
no | free_to_leave | O dono tinha a chave do quarto.
no | free_to_leave | A porta estava aberta porque a polícia a arrombou.
no | free_to_leave | Regressou à sua casa dois anos depois, libertada pela polícia.
no | free_to_leave | Deixou o emprego na terra por uma promessa falsa.
no | free_to_leave | O passador arranjou outro trabalho para ela, num bordel.`,

	"whose money": `
no | paid_normally | O proxeneta enviava dinheiro para a mãe dele no país de origem.
no | paid_normally | Elas pagavam semanalmente ao proxeneta o quarto.
no | paid_normally | Recebia clientes regularmente das 10 às 22.
no | paid_normally | O salário completo ia para a conta do gato.
no | paid_normally | Eles ficam com o que as meninas ganham.
no | paid_normally | Os arguidos recebem 2000 euros por cada migrante.
no | independent_sex_worker | Cada uma cobra 50 e entrega tudo ao chulo.
no | own_documents | Guarda os documentos delas na carteira.`,

	"what was not found": `
no | no_exploitation_found | Não apresentou queixa por medo de violência.
no | no_exploitation_found | Não há registo de pagamento aos trabalhadores.
no | no_exploitation_found | Não houve violência física, mas houve exploração.
no | no_exploitation_found | Nunca recebeu pagamento nem comida.
no | no_exploitation_found | Ninguém a forçou a vir, mas cá foi trancada e obrigada a prostituir-se.
no | no_exploitation_found | O lenocínio foi reclassificado em tráfico de pessoas.
no | no_exploitation_found | O casal negou qualquer exploração.
no | no_exploitation_found | O tráfico não ficou impune.
no | family_migration | Viajava com a família do patrão como empregada.
no | family_migration | A mãe levou a filha ao bar e vendeu-a.`, "a boss, a box or a place beside it makes it no less so": `
counts | wage_withholding | A dona do café guardava o dinheiro das moças.
counts | wage_withholding | A cafetina guardava o dinheiro no cofre e não lhes dava nada.
counts | smuggling_fee | Os passageiros pagaram mil euros ao passador; a viagem levava também droga.`,
}
