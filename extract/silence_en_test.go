package extract_test

var silencesEnglish = map[string]string{
	"beside a cue": `
counts | document_confiscation | Awareness week tip. Boss keeps the passports of all workers, they cannot leave.
counts | document_confiscation | Section 1. Employer confiscated the passports of eleven workers on arrival.
counts | forced_labour | In season 2 of the harvest the foreman forced them to work and kept their pay.
counts | forced_labour | The workers picked fruit season 2019. The foreman beat them and forced them to work.
counts | sexual_exploitation | He met her through a computer game. He forced her into prostitution and took the money.
counts | document_confiscation | Not a case of theft: the owner confiscated her passport and locked her in.
counts | document_confiscation | Opinion: trafficking. The employer confiscated her passport and locked her in the house.
counts | document_confiscation | Opinion of the court. The defendants confiscated her passport and locked her in the house.
counts | document_confiscation | Exercise yard, 9 pm. The owner confiscated her passport.
counts | forced_labour | Numbers of women were forced to work in the laundry by the boss.
counts | forced_labour | Some victims of the ring were forced to work in a car wash.
counts | sexual_exploitation | Most girls were forced into prostitution in his flat.
counts | document_confiscation | The victim could not leave because the boss kept her passport.
counts | sexual_exploitation | After a training session in the bar for staff, the owner forced the girls into prostitution.
counts | sexual_exploitation | He showed her a film about dancers in Dubai and she was forced into prostitution there.
counts | document_confiscation | In the questionnaire she wrote that the owner kept her passport.
counts | document_confiscation | Ask for it and I beat you, said the boss who kept her passport.
counts | threats_violence | Never tell anyone, he said, or I will kill you.
counts | threats_violence | He told her: do not leave or I will kill you.
counts | forced_labour | Every day the women were forced to work in the laundry.
counts | restricted_movement | Asked about her day she said that she is locked in the house and never goes out.
counts | forced_labour | Asked what she did, she said she was forced to work and never paid.
counts | document_confiscation | Asked who has it, she says boss took her passport, no copy.
counts | restricted_movement | With no family nearby he locked her in the house.
counts | physical_violence | No neighbour heard him beat her.
counts | physical_violence | Nobody saw him beat her.
counts | physical_violence | Nobody stopped him from beating her.
counts | sexual_exploitation | Instead of a job in the cafe she was forced into prostitution.
counts | sexual_exploitation | Instead of working in a cafe the girl was forced into prostitution.
counts | sexual_exploitation | Rather than modelling she was forced into prostitution.
counts | wage_withholding | Rather than pay them he kept their wages.
counts | forced_labour | He was cleared of fraud and found to have forced the men to work.
counts | restricted_movement | The police did not know that the women were locked in the house.
counts | restricted_movement | To make sure nobody ran, the guards locked the men in the shed at night.
counts | document_confiscation | To make sure she stayed he took her passport.
counts | physical_violence | If someone was slow the foreman beat them.
counts | physical_violence | If a girl kept money he beat her.
counts | physical_violence | If workers were slow they were beaten.
counts | physical_violence | If she was under quota he beat her.
counts | physical_violence | If there was no money the pimp beat her.
counts | forced_labour | She could have been paid but he forced her to work for nothing.
counts | debt_bondage | She feared he would beat her and must work off a debt of 9000 euros.
counts | sexual_exploitation | After an anonymous call officers found a woman forced into prostitution.
counts | forced_labour | The suspect of the inquiry forced them to work.
counts | sexual_exploitation | The suspect, that night, forced her into prostitution.
counts | forced_labour | The possible victim says she was forced to work.
counts | document_confiscation | The boss kept her fake ID and her real passport.
counts | document_confiscation | The owner kept her passport, phone and bag with him.
counts | document_confiscation | The boss held the passports in the glove box of his car.
counts | document_confiscation | The passports were locked in the trunk by the boss.
counts | document_confiscation | He took a photo of her and her passport and kept the passport.
counts | document_confiscation | The boss threw her passport in the fire.
counts | document_confiscation | Employer holds driver's license and passport of worker.
counts | debt_bondage | Relatives could not pay, so she must work off a debt of 12,000 dollars.
counts | debt_bondage | He is made to work off a drug debt.
counts | wage_withholding | The driver on the farm was not paid for a year.
counts | wage_withholding | The truck drivers were never paid by the company.
counts | wage_withholding | The migrants who had not been paid for months slept in a shed.
counts | wage_withholding | The guide never paid the boys who cooked.
counts | threats_violence | Threats to kill and to report her to immigration.
counts | threats_violence | She told officers he threatened to kill her with a knife.
counts | threats_violence | Officer told that boss threatened to shoot them.
counts | threats_violence | The neighbour heard him threaten to beat her.
counts | threats_violence | She is afraid of police because he threatened to kill her.
counts | deception_job | The driver promised her a job as a waitress but took her to a brothel.
counts | deception_job | They were offered help to find work as cleaners but were made to sell sex.
counts | sale_transfer | Police say the girl was sold by her aunt to a bar.
counts | sale_transfer | Officers learned that she was sold to a brothel in Lagos.
counts | sale_transfer | Her father sold her to pay a debt.
counts | forced_labour | She was forced to work with no pay.
counts | forced_labour | The men were forced to work for him.
counts | forced_labour | She was forced to work for the family for nothing.
counts | isolation | She told police he took her phone.
counts | threat_denunciation | She told officers that he would have her deported if she left.
counts | threat_exposure | She told police he threatened to post the photos of her online.
counts | excessive_hours | They told police they worked 14 hours a day.
counts | act_recruitment | She told police that he recruited her online.
counts | act_recruitment | The worker was hired in Manila by an agency.
counts | act_harbouring | Police say he kept her in a flat.
counts | act_transport | Police say he drove her to the hotel.
counts | sale_transfer | Police say she was sold to a bar.
counts | forced_criminality | Police said he forced the boys to steal.
counts | deception_job | Officers learned she had been promised a job as a waitress that did not exist.
counts | drug_control | She told officers he gave her heroin to make her work.
counts | document_confiscation | Caller to hotline at 9 pm: employer took her passport, she is locked in the house.
counts | restricted_movement | She called the hotline on her own phone and said that she is locked in the house at night.
counts | forced_labour | The embassy opened its shelter to three maids who had been forced to work without pay.
counts | sexual_exploitation | Each year the gang brought new girls, who were forced into prostitution.
counts | forced_labour | A documentary maker found men who were forced to work on a fishing boat and called the police.
counts | forced_labour | His film about the farm led police to six men, forced to work and beaten.
counts | document_confiscation | Exhibit 12, slide 3 of the phone record: boss took my passport.
counts | document_confiscation | Abstract of the interview: employer took her passport, not paid, locked in.
counts | restricted_movement | Summary of meeting with client: husband locks her in the house, no phone.
counts | restricted_movement | Notes from meeting with resident 4: locked in the house for a year, not paid.
counts | restricted_movement | Minutes of interview: she was locked in the flat for a year.`,

	"children": `
counts | victim_minor | The boss had a 14-year-old girl cleaning the house.
counts | victim_minor | The driver had a 16-year-old girl in the trunk.
counts | victim_minor | The driver and three children, 4, 6 and 9, were in the trunk of the car.
counts | victim_minor | The mother of the girl, 14, sold her to a man.
counts | victim_minor | The father of the boy, 11, gave him to the boss for a debt.
counts | victim_minor | She has a daughter, 13, whom the pimp sold.
counts | victim_minor | She lived with her sister, 16, in the brothel, and both were sold to men.
counts | victim_minor | The fake police officer pretended to help the girl, 14, and sold her.
counts | victim_minor | An officer pretending to be a client met the 16-year-old girl.
counts | victim_minor | The girl was a decoy for the gang; she was 15 and was sold too.
counts | victim_minor | Her daughter is a police officer now. She was sold at 14.
counts | victim_minor | The child did not exist in any register. She was 13 and worked in the mine.
counts | victim_minor | A girl of 13 worked 12 hours a day in the shop.
counts | victim_minor | He got 12 years in prison for selling a 14-year-old girl.
counts | victim_minor | The boy, 12, earned 2 dollars a day.
counts | victim_minor | Victim 2, 14, was kept in room 5.
counts | victim_minor | Victim 1 (15) and Victim 2 (16) were kept in the flat.
counts | victim_minor | The girl was no older than 13.
counts | victim_minor | None of the girls was over 16.
counts | victim_minor | Not one of the girls was older than 15.`,

	"nothing that speaks against": `
no | free_to_leave | She may refuse clients only if she pays a fine.
no | free_to_leave | The agency had another job for her in a brothel.
no | free_to_leave | She left home for a better job and was forced into prostitution.
no | free_to_leave | She quit school last year and a man recruited her.
no | free_to_leave | With a key from the outside he locked her in.
no | free_to_leave | She was given a key card and a room for clients.
no | free_to_leave | The boss goes shopping on Saturdays and leaves them locked in.
no | free_to_leave | She stays because of the money she owes.
no | free_to_leave | He stays for the money he is owed.
no | free_to_leave | None of the money was kept by her.
no | free_to_leave | No limits were placed on hours.
no | free_to_leave | She came and went as she liked at first, then he locked her in.
no | free_to_leave | Turnover of girls is high, they are moved every two weeks.
no | paid_normally | She earned 300 a night, which went weekly to the pimp.
no | paid_normally | He paid the guards on time and never the workers.
no | paid_normally | The pay was good, the recruiter said.
no | paid_normally | The women kept half of their earnings for the pimp.
no | paid_normally | Every week the money went to the madam.
no | paid_normally | Her bank account is in the name of the boss.
no | paid_normally | For the first week they were paid in full, then not at all.
no | paid_normally | They should get the minimum wage.
no | paid_normally | False payslips show full pay.
no | paid_normally | The payslips were produced each month and the money taken back.
no | paid_normally | The guards are paid weekly.
no | own_documents | The men had their papers in the hands of the boss.
no | own_documents | They had their passports until the boss collected them.
no | no_exploitation_found | No one told her that she was being exploited.
no | no_exploitation_found | The pimp was not identified.
no | no_exploitation_found | No force was used: he threatened her family.
no | no_exploitation_found | The officers failed to see that she was exploited.
no | no_exploitation_found | She said no to every client and was beaten.
no | no_exploitation_found | He was not asked to work but ordered.
no | no_exploitation_found | No other work was offered and sex was required.
no | no_exploitation_found | The owner was good to us at first.
no | no_exploitation_found | He claims that they work of their own free will.
no | no_exploitation_found | No children were located, the women were forced into prostitution.
no | independent_sex_worker | Mama picks which girls he sees.
no | independent_sex_worker | She has no money, the pimp has it.
no | independent_sex_worker | She has her own room where she sees clients for him.
no | lawful_entry | He has a valid permit to drive.
no | lawful_entry | After crossing in a dinghy she was granted asylum.
no | lawful_entry | He paid 9000 for a work visa that never came.
no | lawful_entry | His brother, a naturalized citizen, paid the coyote.
no | consent_to_movement | The pimp arranged to travel with her to Spain.
no | consent_to_movement | He wants to cross the yard but is not let out.
no | consent_to_movement | He hoped to escape the factory.
no | family_migration | She crossed the yard by herself to the shed where he locked her.
no | family_migration | Uncle took his own nephew over and sold him to a workshop.
no | family_migration | The driver did not know the way, so the smuggler led.
no | transaction_ended | She was met by a friend of the pimp.
no | transaction_ended | Her aunt met her at the station and put her to work.
no | no_benefit_stated | He took no money from the ATM but raped her.`,

	"general prose": `
no | sexual_exploitation | The novel follows a girl from Benin. She was sold to a madam and forced into prostitution.
no | document_confiscation | Module 2. Case: a nurse arrives in the Gulf. Her employer took her passport.
no | document_confiscation | Scenario: A driver came to the house. The employer took her passport.
no | forced_labour | The documentary tells how men were forced to work on ships. It premieres on Friday.
no | forced_labour | Guidance for nurses. A patient who is forced to work may look afraid. The boss speaks for her and keeps her passport.
no | sexual_exploitation | The police trained forty judges. Women forced into prostitution need a lawyer.
no | forced_labour | Every year thousands of people are forced to work on farms.
no | forced_labour | Minutes of the network, item 3. Members spoke of men forced to work on ships. Next meeting on Friday.
no | sexual_exploitation | Opinion: We look away. Women are forced into prostitution in our streets and the law does nothing.
no | forced_labour | Section 1. Any person who forces another to work is liable to prison. Forced to work means compelled by threat.
no | sexual_exploitation | About us. We help women who were forced into prostitution. She was one of them and found a home with us.
no | forced_labour | If you know someone who is forced to work, call us.
no | forced_labour | What is modern slavery? A person is forced to work, locked in and not paid. He beats her and takes her passport.
no | sexual_exploitation | The archive of 1790 lists the women. They were forced into prostitution at the port.
no | forced_labour | Annual report. Our helpline heard from men who were forced to work on farms.
no | forced_labour | Terms of reference. The consultant will map where people are forced to work.
no | document_confiscation | The podcast tells of a maid. Her employer took her passport and locked her in the house.
no | forced_labour | Syllabus. Week 2: a man is forced to work on a ship. Week 3: smuggling.
no | forced_labour | Questionnaire v 4. Were you forced to work? Y / N. Passport taken? Y / N
no | sexual_exploitation | Most victims are women who are forced into prostitution, the report says.
no | sexual_exploitation | The number of victims forced into prostitution rose by 12 percent.
no | forced_labour | Millions of people are forced to work in mines, kilns and fields.
no | document_confiscation | Traffickers may confiscate passports and lock up their victims.
no | document_confiscation | Warning signs for hotel staff: a guest whose passport is held by another.
no | document_confiscation | The law prohibits employers from keeping the passports of workers.
no | document_confiscation | Never hand over your passport to an agent.
no | debt_bondage | Debt bondage is a situation in which a person must work off a debt without end.
no | forced_labour | The survey shows that workers are forced to work overtime in many factories.
no | sexual_exploitation | Prosecutors must prove that a person was forced into prostitution.
no | forced_labour | A grant pays for lawyers for men who were forced to work.
no | sexual_exploitation | Every day, girls are forced into prostitution around the world.
no | sexual_exploitation | Smugglers often sell women into prostitution.
no | forced_labour | The professor spoke of slaves who were forced to work in the fields in 1790.
no | sexual_exploitation | The exhibition shows portraits of women who were forced into prostitution. Admission is free.
no | forced_labour | The charity helps men who were forced to work and women who were forced into prostitution.
no | sexual_exploitation | The case was prosecuted by the Sexual Exploitation Unit.
no | forced_labour | To report suspected forced labour call the hotline.
no | forced_labour | Possible forced labour.
no | sexual_exploitation | Potential sexual exploitation to be assessed.
no | physical_violence | Asked if he had beaten her, she said no.
no | document_confiscation | Nobody said that the boss took a passport.
no | physical_violence | Nobody was beaten.
no | physical_violence | If a boss beats a worker, the worker can go to court.
no | victim_minor | He thought he was meeting a 13-year-old girl; it was a sting.
no | victim_minor | The driver and his children, 4 and 6, were in the front.
no | victim_minor | The boys worked for 12 hours; the men were all over 20.
no | victim_minor | The employer has two children, 4 and 7, at school.
no | victim_minor | Victim 2, 24, was kept in the flat.
no | restricted_movement | Police handcuffed the driver and locked him in the car.
no | wage_withholding | The driver was not paid for the trip.
no | act_transport | Police drove her to the station.
no | deception_job | The officer promised her help.`, "a boss, a box or a place beside it makes it no less so": `
counts | wage_withholding | He told her that the boss will never pay her wages.
counts | wage_withholding | The company stopped their wages and kept their passports.
counts | wage_withholding | The firm suspended her pay and told her to keep working.
counts | wage_withholding | The madam kept all her money in a box under the bed.
counts | wage_withholding | The pimp kept their money in a drawer.
counts | wage_withholding | The workers were paid without pay slips and the boss kept their wages.
counts | debt_bondage | She told police that she could only leave when she had paid 10,000 dollars.
counts | debt_bondage | The defendant told her that she could go home when she had paid back the debt.
counts | debt_bondage | The landlord told them that they still owed him for the room and had to work it off.
counts | debt_bondage | They told officers that they owed 5,000 dollars to the boss and had to work it off.
counts | debt_bondage | The defendant would not let them leave until they had paid the debt.
counts | debt_bondage | The victims of labor trafficking had to work off a debt of 20,000 dollars.
counts | debt_bondage | The price was 4,000 dollars each and they had to work it off.
counts | restricted_movement | The horse trainer was locked in and could not go outside.
counts | restricted_movement | The driver of the car would not let her get out and kept her locked in the house.
counts | restricted_movement | The police were told that she was not allowed to leave the premises while officers were there.
counts | restricted_movement | A girl sold as a dog: she was not allowed to go outside the gate.
counts | document_confiscation | He keeps her passport himself.
counts | document_confiscation | The boss kept their passports in his office.
counts | document_confiscation | She keeps the maids' passports herself.
counts | deception_job | The teacher told the girls that they would work in a hotel, but they were put in a brothel.
counts | smuggling_fee | Each paid 5,000 dollars at a tour agency to be smuggled across the border.
counts | smuggling_fee | They met at the school and paid the smuggler 4,000 dollars.
counts | smuggling_fee | The penalty was death; each of them had paid 3,000 dollars to the smuggler.
counts | sale_transfer | The girl was sold for 3,000 dollars to be taken to a brothel.
counts | sale_transfer | The women were bought at a farm for 500 dollars each.
counts | forced_criminality | The officer's son was forced to sell drugs for the gang.
counts | forced_criminality | The police said children had to steal for the gang.
counts | low_pay | The trainee nurses were paid 2 dollars an hour.
counts | low_pay | Student workers were paid a fraction of the minimum wage.
counts | threats_violence | The police threatened by the gang said he threatened to kill her.
counts | psychological_coercion | He intimidated the victim and a witness.`,
}
