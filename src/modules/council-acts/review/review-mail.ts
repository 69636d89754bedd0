import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { actUrls } from '../urls.ts'
import type { VerdictKind } from './review-rules.ts'
import { textsIn } from './texts.ts'
import { deskUrls, reviewUrls } from './urls.ts'

export type Letter = { lang: Lang; subject: string; body: string }

type Sent = {
  id: string
  institutionSlug: string
  number: number | null
  numberYear: number | null
  sentOn: string | null
  protocol: string | null
  authorityName: string
  authorityInstitutionId: string | null
}
type SentActs = readonly {
  act: { slug: string | null; state: string; adoptedOn: string | null }
  sent: { number: string | null; title: string; publicTitle: string | null; restricted: boolean }
}[]

/** The letter to the authority by mail: what goes, and where it is read. What names a private person is not read by a link. */
export function transmittalLetter(url: string, one: Sent, acts: SentActs): Letter {
  const t = textsIn('sq').letters
  const number = `${one.number}/${one.numberYear}`
  const lines = acts.map(({ act, sent }, at) => {
    const title = sent.restricted ? (sent.publicTitle ?? '') : sent.title
    const open = act.state === 'announced' && !sent.restricted && act.slug !== null
    const where = open ? `\n   ${url}${actUrls.act(act.slug ?? '')}` : ''
    return `${at + 1}. ${sent.number ?? '–'}, ${title}${where}`
  })
  const all = acts.every(({ act, sent }) => act.state === 'announced' && !sent.restricted)
  return {
    lang: 'sq',
    subject: t.subject(number),
    body: [
      t.to(one.authorityName),
      t.lead(number, one.sentOn === null ? '–' : formatDate('sq', one.sentOn), one.protocol),
      lines.join('\n'),
      ...(one.authorityInstitutionId === null ? [] : [`${t.desk}\n${url}${deskUrls.one(one.id)}`]),
      ...(all || one.authorityInstitutionId !== null ? [] : [t.onPaper]),
      t.closing,
    ].join('\n\n'),
  }
}

export const verdictTask = (kind: 'returned' | 'court', number: string): string =>
  textsIn('sq').letters.tasks[kind](number)

/** To the secretary: the authority has spoken at its desk. */
export function verdictLetter(
  url: string,
  told: { kind: VerdictKind; on: string; protocol: string | null; actId: string; number: string },
): Letter {
  const t = textsIn('sq')
  const said = t.verdicts[told.kind]
  return {
    lang: 'sq',
    subject: t.letters.saidSubject(told.number, said),
    body: [
      t.letters.said(told.number, said, formatDate('sq', told.on), told.protocol),
      `${t.letters.read}\n${url}${reviewUrls.act(told.actId)}`,
    ].join('\n\n'),
  }
}

export function receivedLetter(
  url: string,
  one: Sent & { receivedProtocol: string | null; receivedOn: string | null },
): Letter {
  const t = textsIn('sq').letters
  const number = `${one.number}/${one.numberYear}`
  const day = one.receivedOn === null ? '–' : formatDate('sq', one.receivedOn)
  return {
    lang: 'sq',
    subject: t.receivedSubject(number),
    body: [t.received(number, one.receivedProtocol ?? '–', day), `${t.read}\n${url}${reviewUrls.one(one.id)}`].join(
      '\n\n',
    ),
  }
}
