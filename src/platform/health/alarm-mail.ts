import { inLanguage, type InEveryLanguage, type Lang } from '../i18n/language.ts'
import { en } from './alarm-texts.en.ts'
import { sq, type AlarmTexts } from './alarm-texts.sq.ts'
import type { Stuck } from './stuck-rules.ts'

const TEXTS: InEveryLanguage<AlarmTexts> = { sq, en }

/** Where the whole state is read. */
export const HEALTH_PATH = '/zyra/gjendja'

export function alarmLetter(lang: Lang, stuck: Stuck, url: string): { lang: Lang; subject: string; body: string } {
  const t = TEXTS[lang]
  const lines = [
    ...(stuck.lettersWaiting > 0 ? [t.lettersWaiting(stuck.lettersWaiting)] : []),
    ...(stuck.lettersUndecided > 0 ? [t.lettersUndecided(stuck.lettersUndecided)] : []),
    ...(stuck.jobsWaiting > 0 ? [t.jobsWaiting(stuck.jobsWaiting)] : []),
    ...(stuck.jobsFailed > 0 ? [t.jobsFailed(stuck.jobsFailed)] : []),
    ...(stuck.entriesWaiting > 0 ? [t.entriesWaiting(stuck.entriesWaiting)] : []),
    ...(stuck.signingRefused > 0 ? [t.signingRefused] : []),
    ...(stuck.witnessesFailing > 0 ? [t.witnessesFailing(stuck.witnessesFailing)] : []),
    ...(stuck.backupsLate > 0 ? [t.backupsLate] : []),
    ...(stuck.searchLate > 0 ? [t.searchLate(stuck.searchLate)] : []),
    ...(stuck.searchFaulty > 0 ? [t.searchFaulty(stuck.searchFaulty)] : []),
  ]
  const body = [t.greeting, t.lead, lines.join('\n'), `${t.look}\n${url}${inLanguage(lang, HEALTH_PATH)}`, t.once]
  return { lang, subject: t.subject, body: body.join('\n\n') }
}
