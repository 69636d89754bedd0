import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Call } from './call-texts.ts'
import { textsIn } from './texts.ts'
import { invitedUrls } from './urls.ts'

export type Letter = { lang: Lang; subject: string; body: string }

type Facts = { name: string; what: 'call' | 'changes' | 'link'; call: Call; url: string; token: string }

/** The call, or what changed since; each with the private link to the one page. */
export function invitationLetter(lang: Lang, { name, what, call, url, token }: Facts): Letter {
  const t = textsIn(lang).letters
  return {
    lang,
    subject: t.subjects[what](call.meeting, call.when),
    body: [
      t.greeting(name),
      t.leads[what](call.meeting),
      ...(call.state ? [call.state] : []),
      ...(what === 'changes' && call.changes.length > 0 ? [call.changes.map((line) => `– ${line}`).join('\n')] : []),
      factsOf(lang, call),
      ...(what === 'link' ? [] : [[t.agenda, ...call.items.map(({ title }, at) => `${at + 1}. ${title}`)].join('\n')]),
      `${t.page}\n${url}${inLanguage(lang, invitedUrls.page(token))}`,
      t.yours,
      t.closing,
    ].join('\n\n'),
  }
}

const factsOf = (lang: Lang, { when, place, online }: Call): string => {
  const t = textsIn(lang).letters
  return [
    `${t.when}: ${when}`,
    ...(place === '' ? [] : [`${t.place}: ${place}`]),
    ...(online === null ? [] : [`${t.online}: ${online}`]),
  ].join('\n')
}
