import { inLanguage, type Lang } from '../i18n/language.ts'
import { textsIn } from './registration-texts.ts'
import { registrationUrls } from './urls.ts'

/** Subject and words of a letter, in the language its receiver wrote in. */
export type Letter = { lang: Lang; subject: string; body: string }

type Facts = { title: string; url: string; token: string }

const linkOf = (lang: Lang, { url, token }: Facts): string => url + inLanguage(lang, registrationUrls.one(token))

/** With the link whose one button confirms. */
export const confirmationLetter = (lang: Lang, facts: Facts): Letter => {
  const t = textsIn(lang).letters
  return letterOf(lang, t.confirmSubject(facts.title), [t.confirm(facts.title), linkOf(lang, facts), t.notYou])
}

/** To an address that has asked before: how it stands, and a fresh link. */
export const standingLetter = (lang: Lang, facts: Facts & { state: 'sent' | 'confirmed' | 'waiting' }): Letter => {
  if (facts.state === 'sent') return confirmationLetter(lang, facts)
  const t = textsIn(lang).letters
  return letterOf(lang, t.standingSubject(facts.title), [t.standing[facts.state](facts.title), linkOf(lang, facts)])
}

export const receivedLetter = (lang: Lang, facts: Facts & { state: 'confirmed' | 'waiting' }): Letter => {
  const t = textsIn(lang).letters
  const subject = facts.state === 'confirmed' ? t.receivedSubject(facts.title) : t.waitingSubject(facts.title)
  return letterOf(lang, subject, [t.standing[facts.state](facts.title), linkOf(lang, facts), t.useLink])
}

export const movedUpLetter = (
  lang: Lang,
  { title, url, path }: { title: string; url: string; path: string },
): Letter => {
  const t = textsIn(lang).letters
  return letterOf(lang, t.movedUpSubject(title), [t.movedUp(title), url + inLanguage(lang, path)])
}

export type EventFacts = {
  kind: 'postponed' | 'moved' | 'cancelled'
  title: string
  reason: string | null
  /** Days and hours as they are now, in words. */
  when: string
  url: string
  path: string
}

export const eventLetter = (lang: Lang, { kind, title, reason, when, url, path }: EventFacts): Letter => {
  const t = textsIn(lang).letters
  return letterOf(lang, t.eventSubjects[kind](title), [
    t.events[kind](title, when),
    ...(reason ? [t.reason(reason)] : []),
    url + inLanguage(lang, path),
  ])
}

function letterOf(lang: Lang, subject: string, paragraphs: readonly string[]): Letter {
  const t = textsIn(lang).letters
  return { lang, subject, body: [t.greeting, ...paragraphs, t.closing].join('\n\n') }
}
