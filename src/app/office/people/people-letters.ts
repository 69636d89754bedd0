import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from './people-texts.ts'

type Words = { subject: string; body: string }
export type InvitationWords = { name: string; by: string; place: string; roles: readonly string[]; days: number }

/** To somebody who has no account yet; with an account already, they are told of the roles. */
export function invitationLetter(lang: Lang, words: InvitationWords, url: string): (link: string | null) => Words {
  const t = textsIn(lang).letters
  const { name, by, place, days } = words
  const roles = words.roles.join(', ')
  return (link) =>
    link === null
      ? { subject: t.rolesSubject(place), body: t.roles(name, by, place, roles, url) }
      : {
          subject: t.invitationSubject(place),
          body: t.invitation(name, by, place, roles, inPath(lang, url, link), days),
        }
}

/** The page behind a link of ours, in the language of the letter. */
const inPath = (lang: Lang, url: string, link: string): string =>
  lang === 'sq' ? link : link.replace(url, `${url}/${lang}`)

export function emailLetters(lang: Lang, person: { name: string; by: string; days: number }, url: string) {
  const t = textsIn(lang).letters
  return {
    lang,
    confirm: (link: string): Words => ({
      subject: t.emailSubject,
      body: t.email(person.name, inPath(lang, url, link), person.days),
    }),
    warn: (newEmail: string): Words => ({
      subject: t.emailWarnSubject,
      body: t.emailWarn(person.name, person.by, newEmail),
    }),
  }
}
