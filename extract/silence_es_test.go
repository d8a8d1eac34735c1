package extract_test

var silencesSpanish = map[string]string{
	"a word of lessons and reports is none of a lesson": `
counts | sexual_exploitation | En la casa se hablaba con palabras clave: "la mercancía" era ella, a quien obligaban a prostituirse.
counts | sexual_exploitation | Taller de costura en Iztapalapa: encerraban a las mujeres y las obligaban a trabajar. Además a una la obligaban a prostituirse.
counts | restricted_movement | Taller textil, Flores. Hallaron a once costureros encerrados con llave.
counts | sexual_exploitation | Curso de modelaje en Cali: así las captaron. Luego las obligaron a prostituirse.
counts | sexual_exploitation | Convocatoria para edecanes en redes; acudió y la encerraron. La obligaron a prostituirse.
counts | sexual_exploitation | Derechos de piso: le cobraban 200 pesos. La obligaron a prostituirse.
counts | document_confiscation | Opinión del médico: presenta golpes. El patrón le quitó el pasaporte.
counts | document_confiscation | Ejercicio 2023. Se recibe denuncia de mujer a quien el dueño le quitó el pasaporte.
counts | document_confiscation | Reseña de los hechos: el dueño le quitó el pasaporte a la trabajadora.
counts | document_confiscation | La fiscalía presentó un informe que describe el taller. El dueño les quitaba el pasaporte a las mujeres.
counts | sexual_exploitation | El perito presentó su informe sobre las lesiones. La obligaban a prostituirse.
counts | sexual_exploitation | El bar abre cada noche plazas de mesera. A las que llegaron las obligaron a prostituirse.
counts | sexual_exploitation | Desde que se aprobó la ley, el bar cambió de nombre. La joven fue obligada a prostituirse.
counts | illegal_entry | El guía les dio una historia inventada para el control. Cruzaron el río de noche sin papeles.
counts | sexual_exploitation | La serie de abusos sobre la joven duró un año. La obligaban a prostituirse.
counts | sexual_exploitation | Le puso cinta adhesiva sobre la boca. La obligaba a prostituirse.
counts | sexual_exploitation | Les exhibían una película pornográfica sobre cómo atender a los clientes. Las obligaban a prostituirse.
counts | forced_labour | La exposición al sol y a químicos sobre la piel les causó llagas. Los obligaban a trabajar bajo amenazas.
counts | sexual_exploitation | Los asistentes deben pagar entrada en el bar. Las jóvenes eran obligadas a prostituirse.
counts | sexual_exploitation | El dictamen que obliga a reparar el daño cita el artículo 188. La joven fue obligada a prostituirse.
counts | sexual_exploitation | La cámara del bar grabó todo. El tribunal aprobó el dictamen pericial. La joven fue obligada a prostituirse.
counts | sexual_exploitation | La invitaron por Facebook a un curso de modelaje. Al llegar la obligaron a prostituirse.
counts | sexual_exploitation | El personal del hotel vio señales de alerta y llamó a la policía. La joven era obligada a prostituirse.
counts | sexual_exploitation | Este informe describe lo hallado en el bar Luna. La joven era obligada a prostituirse.
counts | document_confiscation | Se aplicó el cuestionario para personal doméstico. El dueño le quitó el pasaporte.`,

	"nor is a figure or a habit one of people in general": `
counts | document_confiscation | El trabajador es quien denunció que el dueño le quitó el pasaporte.
counts | sexual_exploitation | La brigada que se encarga de la trata rescató a una joven a la que obligaban a prostituirse.
counts | sexual_exploitation | La fiscalía investiga el caso de explotación y proxenetismo de una joven a la que obligaban a prostituirse.
counts | sexual_exploitation | La derivaron a servicios para víctimas de trata porque la obligaban a prostituirse.
counts | wage_withholding | El patrón se quedaba con el 50 % de lo que ganaban las mujeres, a las que obligaba a prostituirse.
counts | sexual_exploitation | Pagó dos millones y a las mujeres las obligaron a prostituirse.
counts | sexual_exploitation | Cada año la cambiaban de bar y la obligaban a prostituirse.
counts | sexual_exploitation | Buscada a nivel nacional, la banda la obligaba a prostituirse.
counts | physical_violence | Los patrones suelen encerrarla y la golpean, dice la empleada.
counts | sexual_exploitation | Se entiende por acreditado que el acusado la obligaba a prostituirse.
counts | restricted_movement | En el taller le enseñaron a coser y la encerraron con llave.
counts | excessive_hours | Su jornada era de 16 horas, con personal de vigilancia.
counts | sexual_exploitation | Durante un curso de derechos contó que el marido la obligaba a prostituirse.
counts | sexual_exploitation | La mayoría de las mujeres era obligada a prostituirse en el bar.
counts | smuggling_fee | La mayoría de los migrantes pagó 3000 dólares al coyote.
counts | document_confiscation | La línea recibió 14 llamadas de una mujer a quien el dueño le quitó el pasaporte.
counts | document_confiscation | Hubo 6 denuncias contra el dueño, que le quitó el pasaporte a la mujer.
counts | forced_labour | Entre enero y junio los obligaron a trabajar bajo amenazas.
counts | sexual_exploitation | En el primer semestre de 2019 la obligaron a prostituirse.
counts | forced_labour | Hacía más viajes que el mismo chofer y los obligaban a trabajar bajo amenazas.
counts | sexual_exploitation | Las mujeres representan para él la mitad de sus ingresos: las obligaba a prostituirse.
counts | sexual_exploitation | En la obra vivían encerradas y las obligaban a prostituirse.
counts | restricted_movement | En la obra los peones estaban encerrados con llave.
counts | sexual_exploitation | Algunas víctimas no hablaban español y eran obligadas a prostituirse.
counts | sexual_exploitation | Fueron identificadas 60 mujeres a las que obligaban a prostituirse en el local.
counts | sexual_exploitation | Según el informe policial, la joven fue obligada a prostituirse.
counts | physical_violence | Recuerda que el patrón la golpeaba con un cable.
counts | threats_violence | Si te retienen el pago, le decía, no te quejes ni pidas ayuda porque te mato.
counts | sexual_exploitation | Su minoría de edad no exime al acusado, que la obligaba a prostituirse.
counts | sexual_exploitation | La mesa técnica contra la trata remitió el caso: la obligaban a prostituirse en un bar.
counts | sexual_exploitation | Goza de presunción de inocencia el detenido, que la obligaba a prostituirse.`,

	"another case and what was made up": `
counts | document_confiscation | Antecedentes de los hechos: el dueño le quitó el pasaporte.
counts | sexual_exploitation | Antecedentes: la mujer fue obligada a prostituirse en un bar.
counts | sexual_exploitation | El hombre, ya condenado por el tribunal a diez años, obligaba a las mujeres a prostituirse.
counts | sexual_exploitation | El matrimonio ya fue condenado por obligar a tres jóvenes a prostituirse.
counts | concealment_transport | Fueron detenidos antes del peaje con nueve migrantes ocultos en el maletero.
counts | victim_minor | La niña de 14 años chateaba con él. Un agente creó un perfil para buscarlo.
counts | victim_minor | Creía hablar con una adolescente amiga. La niña de 12 años fue vendida.
counts | victim_minor | El agente abrió la cuenta de la joven. La menor de 15 años era obligada a prostituirse.
counts | victim_minor | Los agentes ofrecieron a la menor una cuenta. La adolescente, de 15 años, era obligada a prostituirse.
counts | victim_minor | La niña es policía escolar en su colegio. Tiene 12 años y la vendieron.
counts | victim_minor | En el pueblo no hay menores reales censados, dijo. La niña de 12 años cocinaba para todos.
counts | victim_minor | La víctima no existía para el registro civil. La niña tenía 12 años.
counts | victim_minor | El perfil falso de la menor lo abrió el padrote. La niña de 13 años fue vendida.
counts | victim_minor | El padrote usaba un perfil falso de adolescente para captar a niñas de 13 años.
counts | victim_minor | Los agentes se hicieron pasar por clientes y una menor de 15 años los atendió.
counts | victim_minor | La niña de 12 años fue a la policía y contó que la vendieron.
counts | victim_minor | La niña fue hallada por agentes; tenía 12 años.
counts | victim_minor | Las menores eran vigiladas por policías corruptos. Tenían 14 y 15 años.
counts | victim_minor | La adolescente creía que chateaba con un adolescente de 16 años; era un adulto. La niña tenía 13 años.
counts | victim_minor | Un policía se hizo pasar por el padre de la menor para sacarla del bar. Ella tenía 14 años.`,

	"children who are no mere mention": `
counts | victim_minor | Tiene dos hijas de 12 y 14 años obligadas a pedir limosna.
counts | victim_minor | La madre de la niña de 13 años la vendió por 500 dólares.
counts | victim_minor | El padre de la menor de 14 años la entregó a cambio de ganado.
counts | victim_minor | Enviaba a sus hijos, de 8 y 10 años, a pedir limosna en el semáforo.
counts | victim_minor | Mandaba a sus hijas de 9 y 12 años a vender flores de noche.
counts | victim_minor | Cuidaba vacas un niño de 12 años sin paga.
counts | victim_minor | Atendía a los clientes una niña de 14 años.
counts | victim_minor | Criaba pollos la menor de 12 años en la granja, sin salario.
counts | victim_minor | Mi hija de 14 años vive encerrada con ese hombre, que la prostituye.
counts | victim_minor | Su hija de 13 años se quedó en casa de la patrona como sirvienta.
counts | victim_minor | Cuidaba a los hijos de la patrona; ella tenía 13 años.
counts | victim_minor | Cuidaba a los niños y tenía 14 años.`,

	"no and without say no only of what they stand by": `
counts | document_confiscation | Sin avisarle el dueño le quitó el pasaporte.
counts | document_confiscation | Nada más llegar el dueño le quitó el pasaporte.
counts | physical_violence | Ni un día pasaba sin que el patrón la golpeara.
counts | physical_violence | No contento con eso el patrón la golpeaba.
counts | physical_violence | Sin motivo el patrón la golpeaba.
counts | physical_violence | Sin mediar palabra la golpeó el patrón.
counts | restricted_movement | Nadie se enteró de que la tenían encerrada con llave.
counts | document_confiscation | Nunca recuperó el pasaporte que el dueño le quitó.
counts | document_confiscation | No podía viajar ya que el dueño le quitó el pasaporte.
counts | sexual_exploitation | A falta de pago la obligaban a prostituirse.
counts | sexual_exploitation | En ausencia de su madre la obligaba a prostituirse.
counts | restricted_movement | Dormían sin colchón encerrados con llave.
counts | sexual_exploitation | Sin más opciones fue obligada a prostituirse.
counts | sexual_exploitation | No tuvo más remedio que prostituirse para él.
counts | threats_violence | No huyó por las amenazas de muerte del dueño.
counts | border_crossing | Sin pasar por el control cruzaron la frontera por un monte.
counts | smuggling_fee | No le alcanzó el dinero y su tío pagó 3000 dólares al coyote.
counts | document_confiscation | El dueño le quitó el pasaporte y quedó desestimado el otro cargo de robo.
counts | document_confiscation | La mujer niega el robo que le imputa el dueño y dice que este le quitó el pasaporte.`,

	"what is possible, feared or conditional": `
counts | physical_violence | Ella sí recuerda que el patrón la golpeaba.
counts | physical_violence | El patrón sí la golpeaba.
counts | document_confiscation | Por sí mismo el dueño le quitó el pasaporte.
counts | physical_violence | Si un día vendía menos el patrón la golpeaba.
counts | physical_violence | Si la comida estaba fría la patrona la golpeaba.
counts | physical_violence | Si vendía poco la golpeaban.
counts | physical_violence | Si bien era joven el patrón la golpeaba.
counts | restricted_movement | Se desconoce cuánto tiempo estuvo encerrada con llave.
counts | concealment_transport | Se desconoce el destino de los nueve migrantes ocultos en el maletero.
counts | document_confiscation | Hasta verificar el pago el dueño le retuvo el pasaporte.
counts | sexual_exploitation | En lo posible la obligaban a prostituirse de noche.
counts | sexual_exploitation | Cada vez que era posible la obligaba a prostituirse.
counts | sexual_exploitation | A los potenciales clientes los recibía ella, obligada a prostituirse.
counts | forced_labour | Trabajador eventual obligado a trabajar bajo amenazas.
counts | sexual_exploitation | El posible autor la obligaba a prostituirse.
counts | sexual_exploitation | Identificado el posible domicilio, hallaron a la joven obligada a prostituirse.
counts | sexual_exploitation | Acusado de trata, la obligaba a prostituirse.
counts | sexual_exploitation | El acusado por trata obligaba a prostituirse a la joven.
counts | sexual_exploitation | Si no me hubiera escapado me habría matado el que me obligaba a prostituirme.
counts | restricted_movement | En riesgo de desmayo por calor estaban encerrados con llave.
counts | restricted_movement | Con peligro de incendio las tenían encerradas con llave.
counts | endangerment | Con riesgo de asfixia viajaban treinta migrantes hacinados en un camión cerrado.
counts | physical_violence | Expuesta al frío y golpeada por el patrón dormía en el patio.
counts | abusive_conditions | Expuestos a pesticidas trabajaban 14 horas sin protección.
counts | sexual_exploitation | La llamada sobre el ruido llevó a la joven obligada a prostituirse.
counts | sexual_exploitation | El sospechoso la obligaba a prostituirse.
counts | sexual_exploitation | Dos sospechosos de la red obligaban a prostituirse a las jóvenes.
counts | sexual_exploitation | Posible víctima: mujer de 20 años obligada a prostituirse.
counts | document_confiscation | Las posibles víctimas declararon que el dueño les quitó el pasaporte.
counts | sexual_exploitation | La pena podría ser de diez años por obligarla a prostituirse.`,

	"freedom, pay and papers of others": `
no | free_to_leave | El patrón tiene las llaves de la casa y de su cuarto.
no | free_to_leave | El chofer regresa a su casa cada noche y a ellas las deja encerradas.
no | free_to_leave | El capataz descansa los domingos; ellos no.
no | free_to_leave | Le descontaban los días libres.
no | free_to_leave | Planeaba poder irse algún día.
no | free_to_leave | Los clientes entran y salen del local toda la noche.
no | free_to_leave | El patrón va al pueblo los fines de semana y la deja encerrada.
no | free_to_leave | La encargada salía a la tienda y cerraba con llave.
no | free_to_leave | Él golpeaba a su antojo.
no | free_to_leave | Dejó su trabajo en Lima y vino por la oferta.
no | free_to_leave | Dejó su empleo en Caracas y cuando llegó la encerraron.
no | free_to_leave | Encontró la puerta abierta y escapó.
no | free_to_leave | El dueño entraba cuando quería al cuarto de las jóvenes.
no | free_to_leave | La familia patrona estuvo de vacaciones y la dejó encerrada.
no | free_to_leave | Vive en casa de su tía desde hace dos años sin salir ni ir a la escuela.
no | paid_normally | El padrote manda dinero a su familia en Tenancingo.
no | paid_normally | El acusado envió 500 dólares a su madre.
no | paid_normally | Le dijeron que le pagaban bien.
no | paid_normally | El hombre se queda con lo que cobran.
no | paid_normally | Se quedaba con todo su dinero.
no | paid_normally | Depositaba en su cuenta lo que ganaban las chicas.
no | paid_normally | La patrona vende comida en su negocio propio y la niña cocina.
no | paid_normally | Le decía: el sueldo es para mí.
no | paid_normally | El pago acordado con el coyote era de 3000 dólares.
no | paid_normally | El pago pactado por la niña fueron dos vacas.
no | paid_normally | Las mujeres entregaban cada semana el sueldo completo al marido.
no | no_exploitation_found | La juez dijo que los niños no tienen la obligación de trabajar.
no | no_exploitation_found | No trabajó de niñera: fue obligada a prostituirse.
no | no_exploitation_found | No hablaban español y eran obligadas a trabajar.
no | no_exploitation_found | No pudo huir de sus explotadores.
no | no_exploitation_found | No conocía a quien la explotaba.
no | no_exploitation_found | El patrón negó la explotación.
no | no_exploitation_found | No hay duda de la explotación.
no | no_exploitation_found | No pidió trabajo de bailarina, pidió trabajo de mesera.
no | no_exploitation_found | La joven nunca pudo viajar: la retuvieron en el hotel.
no | no_exploitation_found | No logró salir del país porque le quitaron el pasaporte.
no | no_exploitation_found | Nunca viajó a España: la llevaron a un bar de la frontera.`,

	"on her own, by the law, for nothing": `
no | independent_sex_worker | La ponía a trabajar por su cuenta y le quitaba todo lo que ganaba.
no | independent_sex_worker | Ponen precios a las chicas según la edad.
no | independent_sex_worker | La mujer quedó sin padrote cuando él fue preso y la vendieron a otro.
no | independent_sex_worker | Sin intermediario la entregó el tío al padrote.
no | independent_sex_worker | Él dice que ella trabaja por su cuenta.
no | independent_sex_worker | El dueño alega que ejercen libremente.
no | independent_sex_worker | Trabajaba en el campo por cuenta propia cuando la captaron.
no | lawful_entry | Les prometieron visa de trabajo y cruzaron el río de noche.
no | lawful_entry | Se le venció la visa de turista.
no | lawful_entry | Pasaron el control sin problemas escondidos en el camión.
no | lawful_entry | El acusado, nacionalizado español, cobraba por pasar migrantes.
no | lawful_entry | Vendían permisos de residencia legal falsos.
no | lawful_entry | Quería llegar legalmente pero no pudo.
no | lawful_entry | El permiso del bar estaba vigente.
no | own_documents | El hombre guardaba en su bolsillo el pasaporte de la joven.
no | own_documents | Tenía sus pasaportes en una caja.
no | own_documents | Él lleva su pasaporte siempre para que no escape.
no | own_documents | La tía tenía su pasaporte.
no | family_migration | La madre con sus dos hijos fue obligada a pedir limosna en la calle.
no | family_migration | Nadie la ayudó durante los tres años de encierro.
no | family_migration | La banda es un grupo familiar dedicado a la trata.
no | family_migration | Iba sola y su familia no sabía nada.
no | no_benefit_stated | Le dieron cola con droga y la vendieron.
no | no_benefit_stated | No les cobraban menos de 3000 dólares.
no | no_benefit_stated | Recibieron ayuda humanitaria en el muelle.`,

	"ages beside sentences, terms and strangers": `
counts | victim_minor | La casaron con 13 años con un hombre de 45 años.
counts | victim_minor | En 2019 tenía 15 años y la explotaban en un bar.
counts | victim_minor | Pena de 20 años por explotar a una niña de 13 años.
counts | victim_minor | Fue condenado a 18 años de prisión por prostituir a una menor de 14 años.
counts | victim_minor | Sentencia: 15 años de cárcel; la víctima tenía 16 años.
counts | victim_minor | El acusado fue condenado: explotó a Luisa, de 15 años.
counts | victim_minor | Detienen a un hombre por prostituir a una menor de 15 años.
counts | victim_minor | De noche, la de 15 atendía mesas.
counts | victim_minor | Eran mujeres, hombres, menores de 10 y 12 años.
counts | victim_minor | Las mujeres y menores eran encerradas en el galpón.
counts | victim_minor | No era la única menor de edad en el bar.
counts | victim_minor | La fiscalía de menores halló a una menor encerrada.
counts | victim_minor | Protección a la menor, que era explotada en un bar.
counts | victim_minor | Se dio protección a tres menores hallados en el taller.
counts | victim_minor | De niña la vendieron a un bar.`, "a boss, a box or a place beside it makes it no less so": `
counts | wage_withholding | El dueño de la hacienda se quedaba con todo el sueldo.
counts | wage_withholding | La empresa retenía los salarios de los trabajadores.
counts | wage_withholding | La empresa retuvo su sueldo durante seis meses.
counts | wage_withholding | El patrón de la fábrica retuvo los jornales.
counts | debt_bondage | Los peones de la hacienda debían trabajar para pagar una deuda que nunca bajaba.
counts | debt_bondage | En la hacienda tenían deudas que debían pagar con trabajo.
counts | debt_bondage | Le decían que debía el pasaje y el visado y que tenía que trabajar para pagarlo.
counts | debt_bondage | Les cobraban la entrada y la comida como deuda que pagaban con trabajo.
counts | document_confiscation | El patrón les sacó los documentos en la oficina.
counts | smuggling_fee | Pagaron 3.000 euros al taxista que los llevó hasta la frontera.
counts | smuggling_fee | La agencia de viajes cobraba 5.000 dólares por llevarlos a Estados Unidos por la selva.
counts | smuggling_fee | En el hotel pagaron 1.200 dólares al coyote por el viaje.
counts | sexual_exploitation | Las obligaba a prostituirse y a cobrar a los clientes por adelantado.
counts | sexual_exploitation | Las prostituía en una casa junto al museo.
counts | harbouring_shield | El policía ocultaba a migrantes indocumentados en su casa por dinero.`,
}
