/** The letter to who runs the installation when something is stuck. */
export const sq = {
  subject: 'Kuvend: diçka ka ngecur',
  greeting: 'Përshëndetje,',
  lead: 'Në Kuvend ka ngecur diçka që duhet parë:',
  lettersWaiting: (count: number): string => `– letra që presin të nisen prej më shumë se një ore: ${count}`,
  lettersUndecided: (count: number): string => `– letra të pasigurta ose që nuk u nisën: ${count}`,
  jobsWaiting: (count: number): string => `– punë të programit që duhej të ishin kryer: ${count}`,
  jobsFailed: (count: number): string => `– punë të programit që dështuan përfundimisht: ${count}`,
  entriesWaiting: (count: number): string =>
    `– hyrje të ditarit që presin të radhiten prej më shumë se pesë minutash: ${count}`,
  signingRefused:
    '– ditari nuk nënshkruhet më: zyrat punojnë si zakonisht, por hyrjet e reja presin dhe vërtetimet e reja mbeten pa provë. Arsyeja është te gjendja e plotë; mos ndreqni asgjë me dorë në bazën e të dhënave',
  witnessesFailing: (count: number): string => `– dëshmitarë të ditarit që nuk përgjigjen: ${count}`,
  backupsLate: '– prej më shumë se një dite nuk është bërë asnjë kopje rezervë e kontrolluar (shihni /zyra/kopjet)',
  searchLate: (count: number): string =>
    `– ndryshime që kërkimi nuk i ka marrë ende prej më shumë se pesë minutash: ${count}`,
  searchFaulty: (count: number): string =>
    `– regjistrime që kërkimi nuk i lexon dot, prandaj nuk gjenden: ${count} (arsyeja është te shënimet e programit)`,
  look: 'Gjendja e plotë:',
  once: 'Për të njëjtën gjë kjo letër vjen më së shumti një herë në ditë.',
}
export type AlarmTexts = typeof sq
