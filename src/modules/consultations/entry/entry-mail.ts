import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { senderUrls } from '../urls.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { EntryChannel } from './entry-rules.ts'

/** Subject and words, in the language its receiver wrote in. */
type Letter = { lang: Lang; subject: string; body: string }

type Common = { title: string; url: string; token: string }

type PointFacts = { code: string; articleLabel: string | null }

/** One letter for a whole delivery: every code, and one link. */
export function receiptOfMany(
  lang: Lang,
  facts: Common & {
    points: readonly PointFacts[]
    late: boolean
    channel: EntryChannel
    happenedOn: CivilDate
    receivedOn: CivilDate
  },
): Letter {
  const t = textsIn(lang).entry
  const { title, points, url, token, late, channel } = facts
  const codes = points.map((point, index) => t.letters.point(index + 1, point.code, point.articleLabel)).join('\n')
  const way = t.letters.way(
    t.channelBy[channel],
    formatDate(lang, facts.happenedOn),
    formatDate(lang, facts.receivedOn),
  )
  return letter(lang, t.letters.manySubject(points.length), [
    ...t.letters.many(title, points.length),
    codes,
    way,
    ...(late ? [t.letters.late] : []),
    t.letters.manyLink,
    url + inLanguage(lang, senderUrls.delivery(token)),
    t.letters.notYou,
  ])
}

/** To each member of a joint submission whose address is known: what was said in their name, and how to object. */
export function memberLetter(
  lang: Lang,
  facts: Common & { organisation: string; group: string; code: string },
): Letter {
  const t = textsIn(lang).entry.letters
  return letter(lang, t.memberSubject(facts.group), [
    ...t.member(facts.organisation, facts.group, facts.title, facts.code),
    facts.url + inLanguage(lang, senderUrls.member(facts.token)),
  ])
}

/** What a table brought was taken back: whoever has a receipt is told that it counts no more. */
export function takenBackLetter(lang: Lang, facts: { title: string; code: string }): Letter {
  const t = textsIn(lang).entry.letters
  return letter(lang, t.takenBackSubject(facts.code), t.takenBack(facts.title, facts.code))
}

function letter(lang: Lang, subject: string, paragraphs: readonly string[]): Letter {
  const t = textsIn(lang).letters
  return { lang, subject, body: [t.greeting, ...paragraphs, t.closing].join('\n\n') }
}
