import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

type Letter = { lang: Lang; subject: string; body: string }

const bodyOf = (lang: Lang, paragraphs: readonly string[]): string => {
  const { greeting, closing } = textsIn(lang).letters
  return [greeting, ...paragraphs.filter(Boolean), closing].join('\n\n')
}

/** Whoever wrote is told that the consultation ended before its time, and that their words stay. */
export function endedLetter(
  lang: Lang,
  facts: { title: string; reason: string; slug: string; number: string; url: string },
): Letter {
  const t = textsIn(lang).notices.letters
  const body = bodyOf(lang, [
    t.cancelledWords(facts.title, facts.number),
    t.ground(facts.reason),
    t.cancelledKept,
    facts.url + inLanguage(lang, consultationUrls.one(facts.slug)),
  ])
  return { lang, subject: t.cancelled(facts.title), body }
}

/** Whoever wrote before there was a draft is told that it is out. */
export function draftIsOutLetter(
  lang: Lang,
  facts: { first: string; title: string; slug: string; closesOn: string | null; url: string },
): Letter {
  const t = textsIn(lang).notices.letters
  const body = bodyOf(lang, [
    t.onDraftWords(facts.first, facts.title),
    facts.closesOn ? t.until(formatDate(lang, facts.closesOn)) : '',
    facts.url + inLanguage(lang, consultationUrls.one(facts.slug)),
  ])
  return { lang, subject: t.onDraft(facts.title), body }
}

export type InvitationFacts = {
  kind: 'published' | 'extended' | 'cancelled'
  preliminary: boolean
  institution: string
  /** Who leads together with it. */
  partners: readonly string[]
  title: string
  summary: string
  number: string
  reason: string
  closesOn: string | null
  slug: string
  /** The link with which this one leaves the list. */
  leave: string
  url: string
}

/** The letter to a stakeholder, as its event is; each holds the way out. */
export function invitationLetter(lang: Lang, facts: InvitationFacts): Letter {
  const t = textsIn(lang).notices.letters
  const { kind, title, institution } = facts
  const lead = [institution, ...facts.partners].join(', ')
  const said = {
    published: [t.inviteWords(lead, title), facts.summary],
    extended: [t.extendedWords(title), facts.reason && t.ground(facts.reason)],
    cancelled: [t.cancelledWords(title, facts.number), facts.reason && t.ground(facts.reason)],
  }[kind]
  const until = kind !== 'cancelled' && facts.closesOn ? t.until(formatDate(lang, facts.closesOn)) : ''
  const page = facts.url + inLanguage(lang, consultationUrls.one(facts.slug))
  const leave = `${t.leave(institution)} ${facts.url}${inLanguage(lang, facts.leave)}`
  const invited = facts.preliminary ? t.prior : t.invited
  const subject = (kind === 'published' ? invited : t[kind])(title)
  return { lang, subject, body: bodyOf(lang, [...said, until, page, leave]) }
}
