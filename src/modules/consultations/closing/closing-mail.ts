import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

export type PutOff = {
  kind: 'extended' | 'moved'
  title: string
  slug: string
  from: string
  to: string
  reason: string
  decision: string | null
  decidedOn: string | null
  url: string
}

/** Who takes part hears of the new closing day, in the language they wrote in. */
export function putOffLetter(lang: Lang, facts: PutOff): { lang: Lang; subject: string; body: string } {
  const texts = textsIn(lang)
  const t = texts.closing.letter
  const [from, to] = [formatDate(lang, facts.from), formatDate(lang, facts.to)]
  const decided =
    facts.decision && facts.decidedOn ? [t.decision(facts.decision, formatDate(lang, facts.decidedOn))] : []
  const paragraphs = [
    facts.kind === 'extended' ? t.extended(facts.title, from, to) : t.moved(facts.title, from, to),
    t.ground(facts.reason),
    ...decided,
    t.what,
    facts.url + inLanguage(lang, consultationUrls.one(facts.slug)),
  ]
  const body = [texts.letters.greeting, ...paragraphs, texts.letters.closing].join('\n\n')
  return { lang, subject: t.extendedSubject(to), body }
}
