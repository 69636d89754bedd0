import type { Lang } from '#platform/i18n/language.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { councilUrls } from '../urls.ts'
import type { SittingPageView } from './sitting-page-view.ts'
import { textsIn } from './texts.ts'

/** Sheets to write on by hand: the roll, and a vote by name for each item. */
export function sheetsOf(
  view: SittingPageView,
  lang: Lang,
  { institution, url }: { institution: string; url: string },
): FormDocument {
  const texts = textsIn(lang)
  const t = texts.sheets
  const { meeting, setup, state } = view
  const when = meeting.startsAt === null ? '' : formatMoment(lang, meeting.startsAt, meeting.zone)
  const { members, needed } = state.quorum
  return {
    lang,
    wordsLang: meeting.lang === 'en' ? 'en' : 'sq',
    form: t.form,
    title: view.name,
    institution,
    lead: [when, meeting.place].filter(Boolean).join(', '),
    kept: t.kept,
    address: `${url}${councilUrls.meeting(meeting.slug)}`,
    page: t.page,
    blocks: [
      { kind: 'paragraph', words: t.lead, quiet: true },
      { kind: 'heading', level: 2, id: 'thirrja', words: t.roll },
      { kind: 'facts', rows: [{ label: t.quorum, value: `${needed} / ${members}` }] },
      {
        kind: 'table',
        caption: t.roll,
        head: t.rollHead,
        rows: setup.members.map(({ name }, index) => [[String(index + 1)], [name], [''], [''], [''], [''], ['']]),
        shares: [6, 34, 11, 11, 11, 11, 16],
      },
      ...state.items.flatMap((item, index) => sheetOf(view, lang, { title: item.title, n: index + 1 })),
      { kind: 'paragraph', words: t.signatures },
    ],
  }
}

function sheetOf({ setup }: SittingPageView, lang: Lang, { title, n }: { title: string; n: number }): FormBlock[] {
  const t = textsIn(lang).sheets
  return [
    { kind: 'heading', level: 2, id: `pika-${n}`, words: t.vote(n, title) },
    { kind: 'facts', rows: Object.values(t.voteFacts).map((label) => ({ label, value: t.blank })) },
    {
      kind: 'table',
      caption: t.vote(n, title),
      head: t.voteHead,
      rows: setup.members.map(({ name }) => [[name], [''], [''], [''], ['']]),
      shares: [48, 13, 13, 13, 13],
    },
  ]
}
