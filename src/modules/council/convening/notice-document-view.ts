import { formatDate, formatDay, formatHour } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { councilUrls } from '../urls.ts'
import { isPublicMeeting, shownTitle } from './convening-rules.ts'
import type { OfficeMeetingView } from './office-view.ts'
import { agendaTexts, callerWords, conveningTexts, meetingName } from './texts.ts'

/**
 * The notice with its agenda on paper, to sign and to post up: when, where, who calls it, on what ground. Everybody reads it
 * on the wall, so of what is behind closed doors only the public title stands there.
 */
export function noticeDocument(lang: Lang, view: OfficeMeetingView, baseUrl: string): FormDocument {
  const { meeting, institution } = view
  const t = conveningTexts(lang).one.paperTexts
  const shown = isPublicMeeting(meeting.state)
  return {
    lang,
    wordsLang: 'sq',
    form: t.form,
    title: meetingName(lang, meeting.closed ? { ...meeting, title: null } : meeting),
    institution: institution.name,
    lead: meeting.convenedAt === null ? t.draft : t.lead(formatDay(lang, meeting.convenedAt, meeting.zone)),
    kept: t.kept,
    address: `${baseUrl}${shown ? councilUrls.meeting(meeting.slug) : councilUrls.meetings()}`,
    page: t.page,
    blocks: [
      { kind: 'facts', rows: factsOf(lang, view) },
      { kind: 'paragraph', words: meeting.closed ? t.closed : t.openToAll },
      { kind: 'heading', level: 2, id: 'rendi', words: agendaTexts(lang).title },
      agendaOf(lang, view),
      {
        kind: 'facts',
        rows: [
          { label: t.name, value: '' },
          { label: t.signature, value: '' },
        ],
      },
    ],
  }
}

function factsOf(lang: Lang, { meeting: m, joint }: OfficeMeetingView) {
  const texts = conveningTexts(lang)
  const t = texts.one.paperTexts
  const hour = m.startsAt === null ? '' : `, ${lang === 'sq' ? 'ora ' : ''}${formatHour(m.startsAt, m.zone)}`
  const law = m.jurisdiction === 'AL' && m.bodyKind === 'council'
  return [
    { label: texts.list.body, value: [m, ...joint].map((one) => ('body' in one ? one.body : one.name)).join(', ') },
    { label: texts.one.when, value: m.day === null ? texts.list.noDay : formatDate(lang, m.day) + hour },
    { label: texts.form.place, value: [m.place, texts.modes[m.mode]].filter(Boolean).join('; ') },
    { label: t.calls, value: callerWords(lang, m) },
    ...(m.callReason === null || m.closed ? [] : [{ label: texts.form.callReason, value: m.callReason }]),
    ...(m.shortNoticeReason === null || m.closed ? [] : [{ label: texts.one.shortKept, value: m.shortNoticeReason }]),
    { label: t.ground, value: law ? t.groundAL : t.groundOther },
  ]
}

function agendaOf(lang: Lang, { items, meeting }: OfficeMeetingView): FormBlock {
  const t = conveningTexts(lang).one.paperTexts
  const a = agendaTexts(lang)
  const standing = items.filter(({ state }) => state !== 'withdrawn')
  return {
    kind: 'table',
    caption: a.title,
    head: [t.item, t.what, t.who],
    shares: [10, 65, 25],
    rows: standing.map((item, n) => {
      const closed = item.closed || meeting.closed
      const title = meeting.closed ? (item.publicTitle ?? t.closedItem) : shownTitle(item)
      const hearing = item.hearingAt && !closed ? [formatHour(item.hearingAt, meeting.zone)] : []
      return [[String(n + 1)], [title, ...(closed ? [t.closedItem] : hearing)], [closed ? '' : (item.rapporteur ?? '')]]
    }),
  }
}
