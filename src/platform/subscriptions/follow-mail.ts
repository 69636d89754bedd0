import { inLanguage, type Lang } from '../i18n/language.ts'
import type { Pace } from './follow-rules.ts'
import { followTexts } from './follow-texts.ts'
import { followUrls } from './urls.ts'

export type FollowLetter = { lang: Lang; subject: string; body: string }

type Facts = { name: string; url: string; token: string }

/** Asks the owner of an address whether they want to follow. */
export function confirmLetter(lang: Lang, { name, pace, url, token }: Facts & { pace: Pace }): FollowLetter {
  const t = followTexts(lang)
  const [what, how, until, notYou] = t.letters.confirm(name, t.paces[pace].toLowerCase())
  return letterOf(lang, t.letters.confirmSubject, [
    what,
    how,
    url + inLanguage(lang, followUrls.confirm(token)),
    until,
    notYou,
  ])
}

/** To somebody who follows this already, or follows as much as one can. */
export function standingLetter(lang: Lang, { name, full, url, token }: Facts & { full: boolean }): FollowLetter {
  const t = followTexts(lang).letters
  const words = full ? t.full(name) : t.standing(name)
  return letterOf(lang, t.ownSubject, [words, t.ownPage, url + inLanguage(lang, followUrls.ownBy(token)), t.notYou])
}

/** A new link to the page of an address. */
export function ownLetter(lang: Lang, { url, token }: Omit<Facts, 'name'>): FollowLetter {
  const t = followTexts(lang).letters
  return letterOf(lang, t.ownSubject, [t.asked, url + inLanguage(lang, followUrls.ownBy(token)), t.notYou])
}

function letterOf(lang: Lang, subject: string, paragraphs: readonly string[]): FollowLetter {
  const t = followTexts(lang).letters
  return { lang, subject, body: [t.greeting, ...paragraphs, t.closing].join('\n\n') }
}
