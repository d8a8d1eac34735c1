package extract_test

var silencesFrench = map[string]string{
	"what looks like a cue and is none": `
counts | physical_violence | Celle qui n'allait pas assez vite était battue par la patronne.
counts | document_confiscation | Mon arrière-grand-mère m'avait confiée à une dame qui a pris mon passeport.
counts | physical_violence | En 2019, le patron battait les enfants.
counts | victim_minor | L'association, qui lutte contre l'exploitation sexuelle, a recueilli Awa, 15 ans, que son logeur forçait à se prostituer.
counts | sexual_exploitation | L'association, qui accompagne les victimes de proxénétisme, a hébergé Mina, que son mari forçait à se prostituer.
counts | victim_minor | La brigade enquête sur la séquestration et le viol d'une Malienne de 16 ans.
counts | wage_withholding | Le passeur est celui qui confisquait leur salaire.
counts | document_confiscation | Il est poursuivi sur le fondement de l'article 225-4-1 qui réprime la traite : il avait confisqué les passeports des ouvrières.
counts | wage_withholding | Il prélevait 50 % aux femmes et leur confisquait le reste de leurs gains.
counts | debt_bondage | Un pourcentage était pris aux femmes, qui devaient rembourser une dette de 30 000 euros en se prostituant.
counts | smuggling_fee | Le réseau a fait passer des centaines de migrants contre 3 000 euros par personne.
counts | forced_labour | Chaque année, il amenait des migrants de Roumanie et les forçait à travailler sans salaire.
counts | physical_violence | Elle était souvent victime de coups de son patron, qui la frappait avec une ceinture.
counts | physical_violence | Il la frappait souvent et l'exploitait dans son restaurant.
counts | document_confiscation | Les proxénètes confisquent les passeports des trois filles à leur arrivée rue Blondel.
counts | smuggling_fee | Les passeurs utilisent un zodiac et prennent 2 000 euros par personne ; ce soir-là, 14 Afghans sont à bord.
counts | restricted_movement | Les victimes peuvent sortir seulement accompagnées du gérant, qui les enferme à clé la nuit.
counts | sexual_exploitation | Dans le cahier où le patron notait les chiffres des passes, on lit que les filles étaient forcées à se prostituer chaque nuit.
counts | document_confiscation | Signes d'exploitation relevés : le gérant a confisqué les passeports des huit ouvriers.
counts | excessive_hours | Elle faisait tous types de travail, seize heures par jour, sans jour de repos.
counts | excessive_hours | Ils font une journée de quinze heures dans l'exploitation, sans jour de repos, et le patron garde leurs passeports.
counts | wage_withholding | Pendant la campagne des olives, l'exploitant n'a pas payé les neuf saisonniers de l'exploitation.
counts | forced_labour | Au cours de son audition, elle explique que la patronne la forçait à travailler sans salaire.
counts | document_confiscation | Au cours de l'entretien, il a expliqué que le chef d'équipe avait confisqué les passeports.
counts | victim_minor | Il encourt dix ans de prison pour avoir séquestré une fille de 15 ans.
counts | physical_violence | Elle est punie quand elle refuse un client : la patronne la frappe avec un câble.
counts | document_confiscation | Profitant de la pénurie de main-d'œuvre, un vigneron de l'Aube a fait venir douze Marocains. Leurs passeports ont été confisqués.
counts | document_confiscation | Dans l'atelier étaient réunis vingt ouvriers bangladais. Le patron a confisqué leurs passeports.
counts | document_confiscation | Fiche de signalement n° 14. Le patron a confisqué le passeport de la jeune femme.
counts | document_confiscation | Compte rendu d'audition du 12 mars. La patronne a confisqué son passeport.
counts | document_confiscation | Communiqué du 4 mai. Un couple a confisqué le passeport de sa domestique.
counts | document_confiscation | Pendant la campagne des fraises, dans l'exploitation, un intermédiaire organisait tout. Il a confisqué les passeports.
counts | document_confiscation | Dans son rapport sur la visite de l'atelier, l'inspectrice de France relève la présence de six Pakistanais. Le gérant a confisqué leurs passeports.
counts | debt_bondage | La dette a augmenté de 20 % par mois. Elle devait se prostituer pour rembourser la dette.
counts | document_confiscation | Le loyer était en hausse de 200 euros. Le patron a confisqué leurs passeports.
counts | document_confiscation | Devant la commission de recours, elle a produit un rapport médical. Son patron avait confisqué son passeport.
counts | physical_violence | Après une série de viols, elle raconte s'être enfuie. Le gérant la frappait.
counts | document_confiscation | Dans une pièce sans fenêtre, une fillette joue. Sa tante a confisqué son passeport.
counts | document_confiscation | La presse écrite locale a rapporté l'affaire. Le patron a confisqué les passeports.
counts | isolation | Elle n'avait pas le droit d'appeler le pays ni de parler aux voisins.
counts | isolation | Interdiction de contacter le consulat ou la famille : la patronne avait pris son téléphone.
counts | restricted_movement | L'Office central pour la répression de la traite des êtres humains a libéré trois femmes séquestrées dans un appartement.
counts | sexual_exploitation | Les policiers de la brigade de répression du proxénétisme ont interpellé un couple qui forçait quatre femmes à se prostituer.
counts | document_confiscation | L'unité spécialisée contre la traite a établi que le patron avait confisqué les passeports.
counts | sexual_exploitation | Soupçonné d'avoir forcé deux femmes à se prostituer, il est présumé innocent.
counts | restricted_movement | Elle a réussi à appeler le 17 alors qu'elle était enfermée à clé dans la cave.
counts | debt_bondage | Elle devait s'acquitter de la dette en se prostituant.
counts | forced_begging | Infirme, il était forcé de mendier du matin au soir et remettait tout l'argent.
counts | physical_violence | Elle travaillait exclusivement la nuit et son patron la frappait.
counts | physical_violence | Le couple nie avoir frappé la domestique.
counts | document_confiscation | Mme D. nie avoir confisqué le passeport.
counts | physical_violence | Elle avait pu s'enfuir de la maison où elle était battue chaque jour.
counts | border_crossing | Pour éviter les contrôles ils traversaient la frontière de nuit.
counts | border_crossing | Le soir, pour éviter la police, les passeurs leur faisaient traverser la frontière à pied.
counts | victim_minor | Présentée comme majeure, la jeune femme était en fait mineure.
counts | document_confiscation | Il leur était interdit de garder leurs papiers.
counts | restricted_movement | Le règlement de la maison interdit de sortir le soir.
counts | wage_withholding | Par peur des coups elle remettait tout son salaire à la patronne.
counts | victim_minor | Une voisine alerte sur la situation d'une fillette de 9 ans battue par sa tante.
counts | victim_minor | Disparition inquiétante de deux adolescentes de 14 et 15 ans, retrouvées dans un hôtel où elles étaient prostituées.
counts | physical_violence | Elle présentait des signes de coups et de brûlures de cigarette.
counts | sexual_exploitation | Les suspects de nationalité roumaine forçaient trois filles à se prostituer.
counts | sexual_exploitation | Le prévenu, déjà condamné pour violences, forçait trois femmes à se prostituer.
counts | physical_violence | Sans ménagement le patron frappait les ouvriers avec un câble.
counts | sexual_exploitation | Sans ressources elle est forcée de se prostituer.
counts | document_confiscation | Sans contrat et sans repos, leurs passeports confisqués, ils dormaient dans un garage.
counts | physical_violence | Il ne supportait pas qu'elle sorte et la frappait.
counts | physical_violence | Elle n'était pas assez rapide, alors le patron la frappait.
counts | physical_violence | Comme elle ne travaillait pas assez vite, la patronne la frappait.
counts | document_confiscation | Elle ne savait pas que le patron garderait son passeport confisqué.
counts | restricted_movement | Elle n'avait vu personne depuis trois mois, enfermée dans la cave.
counts | sexual_exploitation | Il n'a jamais cessé de la forcer à se prostituer.
counts | wage_withholding | Ils n'ont touché ni salaire ni prime.
counts | wage_withholding | Elle n'a reçu de salaire que deux fois en un an.
counts | restricted_movement | Elle ne sortait qu'accompagnée du fils de la patronne.
counts | physical_violence | Personne n'est intervenu quand il la frappait.
counts | physical_violence | Aucun voisin n'a appelé la police quand le patron battait la fillette.
counts | document_confiscation | N'ayant pas d'autre choix, elle a laissé le patron confisquer son passeport.
counts | physical_violence | Aucune plainte n'avait été déposée, bien que le mari la frappât, la frappait même devant témoins.
counts | sexual_exploitation | Non seulement il la forçait à se prostituer, mais il prenait tout l'argent.
counts | wage_withholding | On ne lui a rien payé pendant huit mois.
counts | restricted_movement | Impossible de sortir sans l'accord du patron, qui fermait à clé.
counts | debt_bondage | Tant que la dette n'est pas remboursée, elle ne peut pas partir.
counts | border_crossing | Le réseau avait pu faire franchir la frontière à quarante migrants.
counts | concealment_transport | Le chien a éveillé les soupçons des douaniers, qui ont trouvé douze Afghans cachés dans la remorque.
counts | concealment_transport | Un bruit suspect de moteur alerte la patrouille : dix migrants sont cachés dans le camion.
counts | endangerment | Au risque de se noyer, vingt personnes ont traversé sur un canot surchargé, sans gilets.
counts | border_crossing | Au risque de leur vie, ils ont franchi la frontière de nuit.
counts | smuggler_actor | Le passeur craignait la police et a abandonné les migrants en pleine montagne.
counts | sexual_exploitation | Par crainte du juju elle continue à se prostituer et remet l'argent à la mama.
counts | restricted_movement | Exposées à la vue des clients, elles étaient enfermées à clé.
counts | forced_begging | Exposé au froid toute la journée, le garçon était forcé de mendier.
counts | victim_minor | Inquiète pour sa fille de 14 ans prostituée par son petit ami, une mère a porté plainte.
counts | victim_minor | L'école alerte sur le sort d'une élève de 14 ans mariée de force.
counts | restricted_movement | Possible victime : elle a été trouvée enfermée à clé dans une chambre.
counts | sexual_exploitation | Soupçonnés d'être à la tête d'un réseau, ils forçaient six femmes à se prostituer.
counts | sexual_exploitation | Suspecté d'avoir forcé deux femmes à se prostituer, il est en détention provisoire.
counts | document_confiscation | Indices relevés : passeports confisqués par le gérant, salaires non payés.
counts | physical_violence | Le médecin constate des signes de violences : le patron la frappait.
counts | sexual_exploitation | Arrêté précédemment pour vol, il forçait sa compagne à se prostituer.
counts | sexual_exploitation | Déjà condamné pour proxénétisme en 2015, il a de nouveau forcé une femme à se prostituer.
counts | forced_labour | Si elle refusait, elle était forcée de travailler debout toute la nuit.
counts | physical_violence | Si l'argent manquait, il la frappait.
counts | document_confiscation | Pour qu'elle ne puisse pas partir, il a confisqué son passeport.
counts | document_confiscation | Il a confisqué leurs passeports afin d'éviter qu'elles ne s'enfuient.
counts | restricted_movement | Il l'enfermait à clé pour éviter qu'elle parle aux voisins.
counts | restricted_movement | Pour s'assurer qu'elle ne parte pas il l'enfermait à clé.
counts | document_confiscation | Il fouillait les chambres pour vérifier qu'aucun passeport confisqué ne manquait, et gardait leurs passeports dans un coffre.
counts | physical_violence | Interrogée pour savoir si elle était battue, elle montre ses cicatrices : le patron la frappait.
counts | physical_violence | Le prévenu conteste les coups ; la victime a été battue avec un câble.
counts | document_confiscation | Les deux frères nient avoir confisqué les passeports.
counts | document_confiscation | La société conteste la confiscation des passeports des ouvriers.
counts | physical_violence | L'épouse nie ; elle frappait pourtant la domestique.
counts | document_confiscation | Awa, 19 ans. Formation de coiffure promise, exploitation dans un atelier. Passeport confisqué. Journée de 15 heures dans l'exploitation.
counts | document_confiscation | Atelier clandestin, onze Vietnamiens. Exploitation depuis mars. Passeports confisqués, dortoir au sous-sol.
counts | document_confiscation | Stage agricole dans une exploitation de l'Hérault. Aucun salaire. Passeports gardés par le chef. Journée de 14 heures, exploitation 7 jours sur 7.
counts | wage_withholding | Campagne de cerises, exploitation de la Drôme, douze Bulgares. 60 pour cent de retenues, les femmes moins payées. Salaires jamais versés.
counts | victim_minor | Fiche 12. Mineure, 15 ans. Rencontrée lors d'une formation des éducateurs. Exploitation sexuelle par son copain.
counts | sexual_exploitation | Enquête : exploitation de trois femmes. Contrainte à se prostituer. La part des passes est de 70 %. Le nombre de signalements augmente.
counts | sexual_exploitation | Rencontre organisée avec l'association. Mina est forcée à se prostituer. Exploitation par son mari. Rapport transmis.
counts | document_confiscation | Projet de loi ou pas, le patron garde les passeports. Leurs passeports sont confisqués depuis mars.
counts | sexual_exploitation | Sa série de clients, dix par nuit. Elle suit une formation le jour, exploitation la nuit : forcée à se prostituer.
counts | document_confiscation | Chaque année vingt personnes viennent pour les vendanges. Le chef confisque les passeports. Plus de 60 % sont des Marocains. Dorment à huit dans un garage.
counts | smuggling_fee | Filière : 300 migrants par an vers l'Angleterre. 3 000 euros par personne au passeur. Canot surchargé.
counts | victim_minor | Tribunal pour enfants. L'enfant, 13 ans, est vendue à un marabout. Exercice illégal de la médecine.
counts | sexual_exploitation | La traite est un crime. Elle est forcée à se prostituer chez lui depuis mai. Il prend 70 % de l'argent.
counts | document_confiscation | Définition des faits : traite. La patronne confisque son passeport. Elle dort dans la cuisine. La différence entre salaire promis et salaire payé est de 900 euros.
counts | restricted_movement | Code d'entrée changé, fenêtre condamnée, elle est enfermée à clé. Convention signée avec l'agence. Article 3 du contrat : interdiction de sortir.
counts | document_confiscation | Le film de la caméra montre la scène. Le roman de sa vie, dit-elle. La patronne confisque son passeport.
counts | document_confiscation | Article 5 du règlement intérieur : passeports confisqués à l'arrivée. Les ouvrières travaillent quinze heures par jour.
counts | sexual_exploitation | Les victimes sont souvent déplacées d'un appartement à l'autre ; ce mois-ci, Lina et Mara sont forcées à se prostituer rue Basse.
counts | document_confiscation | Séance de sensibilisation à l'usine : une ouvrière se confie, le contremaître confisque les passeports et frappe.
counts | document_confiscation | Lors d'un atelier de français, une femme révèle que sa patronne a confisqué son passeport.
counts | document_confiscation | Le service de lutte contre la traite signale : passeports confisqués par le gérant, salaires impayés.
counts | sexual_exploitation | Numéro vert : une appelante dit être forcée à se prostituer par son mari.
counts | sexual_exploitation | Ligne d'écoute, 3 h : appel d'une femme forcée à se prostituer par son copain.
counts | document_confiscation | Permanence téléphonique. L'appelante : passeport confisqué par la patronne.
counts | document_confiscation | Plan national ou non, dit le syndicat, les passeports sont confisqués sur ce chantier et les Turcs ne sont pas payés.
counts | document_confiscation | Le ministère a annoncé des mesures. Le patron de Fos confisque les passeports de dix soudeurs turcs.
counts | document_confiscation | Le conseil des prud'hommes a adopté la position de l'ouvrier. Son passeport était confisqué par l'employeur.
counts | sexual_exploitation | Un rapport de la brigade : trois femmes forcées à se prostituer dans un studio.
counts | document_confiscation | Bilan : passeports confisqués, huit ouvriers, un patron.
counts | document_confiscation | Statistique du chantier : 14 heures par jour. Passeports confisqués.
counts | document_confiscation | En Suisse, chaque année, il fait venir des femmes philippines et confisque leur passeport.
counts | sexual_exploitation | Dans le monde du spectacle on la connaissait. Elle est forcée à se prostituer par son agent.
counts | document_confiscation | Si vous connaissez quelqu'un, disait l'annonce, appelez. Le patron confisque les passeports.
counts | victim_minor | Comment reconnaître une situation ? L'enfant de 11 ans fait le ménage et dort par terre chez sa tante.`,

	"cues beside these": `
no | physical_violence | La domestique nie avoir été frappée.
no | sexual_exploitation | La femme nie avoir été forcée à se prostituer.
no | forced_labour | Les salariés contestent avoir été forcés à travailler.
no | physical_violence | Elle n'a jamais été frappée.
no | document_confiscation | Le patron n'a pas confisqué les passeports.
no | forced_labour | Il n'y a pas d'indices de travail forcé.
no | forced_labour | Elle risque d'être forcée à travailler.
no | forced_labour | Signes de travail forcé possibles.
no | sexual_exploitation | Il pourrait être forcé à se prostituer.
no | sexual_exploitation | Elle pourrait ensuite être forcée à se prostituer par le réseau.
no | sexual_exploitation | Ceux qui partent seuls finissent souvent forcés à se prostituer.
no | smuggling_fee | Les passeurs demandent en général 3 000 euros par personne.
no | physical_violence | En 1850, les patrons fouettaient les ouvriers.
no | sexual_exploitation | La police craint que les jeunes filles ne soient forcées à se prostituer.`, "a boss, a box or a place beside it makes it no less so": `
counts | wage_withholding | Le patron du club récupérait la moitié des gains.
counts | restricted_movement | La victime a tenté de s'enfuir à pied mais a été rattrapée et enfermée.
counts | document_confiscation | Le gérant de l'hôtel gardait leurs passeports.
counts | document_confiscation | Leurs passeports ont été confisqués dès la frontière par le recruteur.
counts | deception_conditions | On lui avait annoncé un salaire de 1 500 euros, elle n'a reçu que 200 euros.
counts | deception_conditions | Le prix annoncé et le salaire promis n'étaient pas respectés.
counts | smuggling_fee | Les migrants payaient 3 000 euros à l'hôtel et le reste à l'arrivée en Angleterre.
counts | sale_transfer | Le bébé a été vendu à une nourrice pour 5 000 euros.
counts | medical_denial | Les soins lui étaient refusés et le remboursement gardé par le patron.`,
}
