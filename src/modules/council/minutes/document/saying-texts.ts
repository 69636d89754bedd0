import { formatHour, formatMoment } from '#platform/i18n/formats.ts'
import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { MinutesFacts } from '../record/minutes-fact-rules.ts'
import { documentEn } from './texts.en.ts'
import { documentSq, type DocumentTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<DocumentTexts> = { sq: documentSq, en: documentEn }
export const documentTexts = (lang: Lang): DocumentTexts => TEXTS[lang]

/** What the sentences need: the language, its words, and how moments are told of this meeting. */
export type Saying = {
  lang: Lang
  t: DocumentTexts
  /** The hour; with its day where the meeting went past the day on which it opened. */
  at: (moment: string) => string
  whole: boolean
}

export function sayingOf(lang: Lang, { meeting }: MinutesFacts, whole: boolean): Saying {
  const { zone } = meeting
  const dayOf = (moment: string) => civilDateIn(zone, new Date(moment))
  const firstDay = meeting.openedAt === null ? meeting.day : dayOf(meeting.openedAt)
  const oneDay = meeting.closedAt === null || dayOf(meeting.closedAt) === firstDay
  const hour = (moment: string) => `${lang === 'sq' ? 'ora ' : ''}${formatHour(new Date(moment), zone)}`
  return {
    lang,
    t: TEXTS[lang],
    at: (moment) => (oneDay && dayOf(moment) === firstDay ? hour(moment) : formatMoment(lang, new Date(moment), zone)),
    whole,
  }
}

/** What the secretary wrote, paragraph by paragraph. */
export const paragraphs = (words: string): FormBlock[] =>
  words
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ kind: 'paragraph', words: one }))
