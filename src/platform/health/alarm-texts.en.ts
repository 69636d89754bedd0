import type { AlarmTexts } from './alarm-texts.sq.ts'

export const en: AlarmTexts = {
  subject: 'Kuvend: something is stuck',
  greeting: 'Hello,',
  lead: 'In Kuvend something is stuck that somebody has to look at:',
  lettersWaiting: (count) => `– letters that have waited for more than an hour to leave: ${count}`,
  lettersUndecided: (count) => `– letters that are uncertain or failed: ${count}`,
  jobsWaiting: (count) => `– jobs of the program that should have run: ${count}`,
  jobsFailed: (count) => `– jobs of the program that failed for the last time: ${count}`,
  look: 'The whole state:',
  once: 'This letter comes once a day at most.',
}
