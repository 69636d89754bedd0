import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { LetterHead, LetterPoint } from './letter-queries.ts'
import { inShort } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

/** A place of the text that changed because of a comment. The address is without language prefix. */
export type ChangedPlace = { versionN: number; words: string; href: string }

export type LetterFacts = {
  lang: Lang
  head: LetterHead
  points: readonly LetterPoint[]
  effects: ReadonlyMap<string, readonly ChangedPlace[]>
  token: string
  /** Of the installation. */
  url: string
}

export type LetterWords = {
  subject: string
  lead: string
  points: readonly { title: string; lang: Lang; paragraphs: readonly string[] }[]
  rate: { words: string; address: string }
  complaint: { words: string; address: string }
}

/** All that one letter says, whether it goes out by mail or on paper. */
export function wordsOfLetter(facts: LetterFacts): LetterWords {
  const { lang, head, points, token, url } = facts
  const t = tellingTexts(lang).letters
  return {
    subject: subjectOf(facts),
    lead: leadOf(facts),
    points: points.map((point, index) => pointWords(facts, point, points.length > 1 ? index + 1 : null)),
    rate: { words: t.rate, address: url + inLanguage(lang, tellingUrls.rating(token)) },
    complaint: { words: t.complaint, address: url + inLanguage(lang, tellingUrls.complaint(head.slug)) },
  }
}

export function answerLetter(facts: LetterFacts): { lang: Lang; subject: string; body: string } {
  const { lang } = facts
  const { greeting, closing } = textsIn(lang).letters
  const words = wordsOfLetter(facts)
  const body = [
    greeting,
    words.lead,
    ...words.points.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
    `${words.rate.words}\n${words.rate.address}`,
    `${words.complaint.words}\n${words.complaint.address}`,
    closing,
  ]
  return { lang, subject: words.subject, body: body.join('\n\n') }
}

const only = ({ points }: LetterFacts) => (points.length === 1 ? points[0] : undefined)

function subjectOf(facts: LetterFacts): string {
  const t = tellingTexts(facts.lang).letters
  const point = only(facts)
  if (!point) return t.manySubject(facts.points.length)
  if (point.what === 'effect') return t.effectSubject(point.code)
  return point.what === 'correction' ? t.correctedSubject(point.code) : t.oneSubject(point.code)
}

function leadOf(facts: LetterFacts): string {
  const t = tellingTexts(facts.lang).letters
  const { institutionName, title } = facts.head
  const { points } = facts
  if (points.every(({ what }) => what === 'effect')) return t.effectLead(institutionName, title)
  if (points.every(({ what }) => what === 'correction')) return t.correctedLead(institutionName, title)
  return points.length === 1 ? t.oneLead(institutionName, title) : t.manyLead(institutionName, title, points.length)
}

function pointWords({ lang, head, effects, url }: LetterFacts, point: LetterPoint, n: number | null) {
  const texts = tellingTexts(lang)
  const t = texts.letters
  const ground = point.ground ? ` (${texts.grounds[point.ground]})` : ''
  const places = effects.get(point.answerId) ?? []
  const own = point.body === null || point.body === '' ? [] : [t.words(inShort(point.body))]
  const changed = places.map(({ words, href }) => t.effect(words, url + inLanguage(lang, href)))
  const decided = [
    t.decision(texts.decisions[point.decision] + ground),
    ...(point.correction === null
      ? []
      : [t.correction(formatDay(lang, point.publishedAt, head.zone), point.correction)]),
    t.reason(point.reason),
  ]
  return {
    title: t.point(n, point.code, placeOf(lang, point)),
    lang: point.answerLang,
    paragraphs: [
      ...own,
      ...(point.what === 'effect' ? [] : decided),
      ...changed,
      t.public(url + inLanguage(lang, tellingUrls.answer(head.slug, point.answerCode))),
    ],
  }
}

function placeOf(lang: Lang, { about, articleLabel }: LetterPoint): string {
  const t = textsIn(lang).comment
  return about === 'whole' || articleLabel === null ? t.onWhole : t.onArticle(articleLabel)
}
