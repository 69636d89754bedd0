/** The letter to who runs the installation when something is stuck. */
export const sq = {
  subject: 'Kuvend: diçka ka ngecur',
  greeting: 'Përshëndetje,',
  lead: 'Në Kuvend ka ngecur diçka që duhet parë:',
  lettersWaiting: (count: number): string => `– letra që presin të nisen prej më shumë se një ore: ${count}`,
  lettersUndecided: (count: number): string => `– letra të pasigurta ose që nuk u nisën: ${count}`,
  jobsWaiting: (count: number): string => `– punë të programit që duhej të ishin kryer: ${count}`,
  jobsFailed: (count: number): string => `– punë të programit që dështuan përfundimisht: ${count}`,
  look: 'Gjendja e plotë:',
  once: 'Kjo letër vjen më së shumti një herë në ditë.',
}
export type AlarmTexts = typeof sq
