import type { AlarmTexts } from './alarm-texts.sq.ts'

export const en: AlarmTexts = {
  subject: 'Kuvend: something is stuck',
  greeting: 'Hello,',
  lead: 'In Kuvend something is stuck that somebody has to look at:',
  lettersWaiting: (count) => `– letters that have waited for more than an hour to leave: ${count}`,
  lettersUndecided: (count) => `– letters that are uncertain or failed: ${count}`,
  jobsWaiting: (count) => `– jobs of the program that should have run: ${count}`,
  jobsFailed: (count) => `– jobs of the program that failed for the last time: ${count}`,
  entriesWaiting: (count) =>
    `– entries of the ledger that have waited for their place for more than five minutes: ${count}`,
  signingRefused:
    '– the ledger is not signed any more: the offices work as usual, but new entries wait and new receipts stay without a proof. The reason stands with the whole state; mend nothing in the database by hand',
  witnessesFailing: (count) => `– witnesses of the ledger that do not answer: ${count}`,
  backupsLate: '– for more than a day no backup was made and verified (see /zyra/kopjet)',
  searchLate: (count) => `– changes that the search has not taken up for more than five minutes: ${count}`,
  searchFaulty: (count) =>
    `– records that the search cannot read and that are therefore not found: ${count} (the reason is in the log)`,
  look: 'The whole state:',
  once: 'About the same thing this letter comes once a day at most.',
}
