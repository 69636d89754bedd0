import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { TakedownGround } from '#platform/takedowns/takedown-rules.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import type { HoldGround } from './comment-rules.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { textsIn } from '../texts.ts'
import type { CameIn } from './posting-queries.ts'

/** Subject and words of a letter, in the language its receiver wrote in. */
export type Letter = { lang: Lang; subject: string; body: string }

type ConfirmationFacts = {
  title: string
  zone: string
  url: string
  token: string
  confirmableUntil: Date
  late: boolean
}

export function confirmationLetter(lang: Lang, facts: ConfirmationFacts): Letter {
  const t = textsIn(lang).letters
  const [what = '', how = '', until = '', notYou = ''] = t.confirmation(
    facts.title,
    formatMoment(lang, facts.confirmableUntil, facts.zone),
  )
  const link = facts.url + inLanguage(lang, ownCommentUrls.one(facts.token))
  return letter(lang, t.confirmationSubject, [what, ...lateLine(lang, facts), how, link, until, notYou])
}

type ReceiptFacts = {
  title: string
  code: string
  state: 'published' | 'waiting'
  url: string
  token: string
  late: boolean
  /** Null: sent on the site. */
  cameIn: Pick<CameIn, 'channel' | 'happenedOn' | 'receivedOn'> | null
}

const lateLine = (lang: Lang, { late }: { late: boolean }): string[] => (late ? [textsIn(lang).entry.letters.late] : [])

/** Of one that an official entered: how it came, for whoever never typed it on the site. */
function wayLine(lang: Lang, { cameIn }: Pick<ReceiptFacts, 'cameIn'>): string[] {
  if (!cameIn) return []
  const t = textsIn(lang).entry
  const [said, received] = [formatDate(lang, cameIn.happenedOn), formatDate(lang, cameIn.receivedOn)]
  return [t.letters.way(t.channelBy[cameIn.channel], said, received), t.letters.notYou]
}

export function receiptLetter(lang: Lang, facts: ReceiptFacts): Letter {
  const t = textsIn(lang).letters
  const link = facts.url + inLanguage(lang, ownCommentUrls.one(facts.token))
  return letter(lang, t.receiptSubject(facts.code), [
    ...t.receipt(facts.title, facts.code),
    ...wayLine(lang, facts),
    ...lateLine(lang, facts),
    facts.state === 'published' ? t.receiptPublished : t.receiptWaiting,
    t.receiptLink,
    link,
  ])
}

type ModerationFacts = { title: string; code: string; url: string; slug: string }

export function heldLetter(lang: Lang, facts: ModerationFacts & { ground: HoldGround; note: string | null }): Letter {
  const texts = textsIn(lang)
  const t = texts.letters
  const note = facts.note ? [facts.note] : []
  return letter(lang, t.heldSubject(facts.code), [
    ...t.held(facts.title, texts.grounds[facts.ground]),
    ...note,
    t.heldHelp,
  ])
}

export function takenDownLetter(lang: Lang, facts: { title: string; code: string; ground: TakedownGround }): Letter {
  const t = textsIn(lang).letters
  return letter(lang, t.takenDownSubject(facts.code), [
    ...t.takenDown(facts.title, takedownTextsIn(lang).grounds[facts.ground]),
    t.takenDownHelp,
  ])
}

export function releasedLetter(lang: Lang, facts: ModerationFacts): Letter {
  const t = textsIn(lang).letters
  const link = facts.url + inLanguage(lang, consultationUrls.comment(facts.slug, facts.code))
  return letter(lang, t.releasedSubject(facts.code), [...t.released(facts.title), link])
}

function letter(lang: Lang, subject: string, paragraphs: readonly string[]): Letter {
  const t = textsIn(lang).letters
  return { lang, subject, body: [t.greeting, ...paragraphs, t.closing].join('\n\n') }
}
