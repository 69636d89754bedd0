import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { Poster } from './make-poster.ts'
import { deadlineWords, type NoticeView } from './notice-view.ts'

/** On a poster stands what fits: the rest is behind the code. */
const LONGEST = 600

/** What the poster says, out of the notice. */
export function posterOf(lang: Lang, view: NoticeView, paper: Poster['paper']): Poster {
  const t = textsIn(lang).notices
  const { consultation, names, coLeaders, said, meetings, institution } = view
  const sections = [
    { title: t.notice.about, items: [shortened(consultation.summary)] },
    { title: t.notice.reasons, items: [shortened(said.reasons)] },
    { title: t.notice.effect, items: [shortened(said.effect)] },
    { title: t.stage.questions, items: said.questions.split('\n').filter(Boolean) },
    { title: t.notice.deadline, items: deadlineWords(lang, view) },
    {
      title: t.notice.meetings,
      items: meetings.map(({ title, day }) => (day ? `${title}, ${formatDate(lang, day)}` : title)),
    },
    {
      title: t.notice.how,
      items: [`${t.notice.online} ${view.url}`, t.notice.byMail(consultation.contactEmail), t.notice.byPaper],
    },
  ]
  return {
    paper,
    lang,
    accent: institution.accent,
    lead: [names.now, ...coLeaders.map(({ name }) => name)].join(', '),
    kind: consultation.stage === 'preliminary' ? t.notice.priorTitle : t.notice.title,
    number: t.notice.number(view.number),
    title: consultation.title,
    sections: sections
      .map((one) => ({ ...one, items: one.items.filter(Boolean) }))
      .filter(({ items }) => items.length > 0),
    scan: t.notice.scan,
    address: view.url,
  }
}

function shortened(words: string): string {
  const letters = [...words]
  if (letters.length <= LONGEST) return words
  const cut = letters.slice(0, LONGEST).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}
