import { formatMoment, formatHour, formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { OfficeMeetingView } from './office-view.ts'
import { agendaTexts, callerWords, conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficeMeetingView }

export const whenWords = (lang: Lang, { day, startsAt, endsAt, zone }: OfficeMeetingView['meeting']): string | null => {
  if (day === null || startsAt === null) return null
  const hours = `${formatHour(startsAt, zone)}${endsAt ? `–${formatHour(endsAt, zone)}` : ''}`
  return `${formatDate(lang, day)}, ${lang === 'sq' ? 'ora ' : ''}${hours}`
}

export const MeetingFacts = ({ lang, view }: Part) => {
  const texts = conveningTexts(lang)
  const t = texts.one
  const { meeting: m, institution, joint, callers } = view
  const body = (lang === 'en' && m.bodyEn) || m.body
  return (
    <SummaryList
      rows={[
        { key: texts.list.body, value: `${body}, ${institution.name}` },
        ...(joint.length > 0
          ? [{ key: t.joint, value: joint.map((one) => (lang === 'en' && one.nameEn) || one.name).join(', ') }]
          : []),
        { key: t.when, value: whenWords(lang, m) ?? texts.list.noDay },
        { key: texts.form.place, value: [m.place, texts.modes[m.mode]].filter(Boolean).join('; ') },
        { key: texts.form.kind, value: texts.nouns[m.jurisdiction][m.kind] },
        { key: texts.form.calledBy, value: callerWords(lang, m) },
        ...(callers.length > 0 ? [{ key: texts.form.callers, value: callers.map(({ name }) => name).join(', ') }] : []),
        ...row(texts.form.callReason, m.callReason),
        ...row(t.shortKept, m.shortNoticeReason),
        ...row(texts.form.accessibility, m.accessibility),
        ...(m.closed
          ? [
              {
                key: t.closedMeeting,
                value: [m.closedAskedBy ? t.askedBy(m.closedAskedBy) : '', m.closedReason].filter(Boolean).join('. '),
              },
            ]
          : []),
        ...row(t.cancelReason, m.cancelReason),
      ]}
    />
  )
}

const row = (key: string, value: string | null) => (value === null ? [] : [{ key, value }])

/** The agenda as it stands; it is changed on a page of its own. */
export const AgendaInShort = ({ lang, view: { items, meeting } }: Part) => {
  const [t, a] = [conveningTexts(lang), agendaTexts(lang)]
  if (items.length === 0) return <EmptyState>{t.one.agendaNone}</EmptyState>
  return (
    <DataTable
      caption={a.title}
      captionHidden
      head={[
        { label: t.one.paperTexts.item, tight: true },
        { label: a.titleField },
        { label: a.kind },
        { label: t.list.state },
      ]}
      rows={items.map((item) => [
        String(item.ordinal),
        <>
          {item.paperId === null ? item.title : <a href={inLanguage(lang, urls.paper(item.paperId))}>{item.title}</a>}
          {item.closed && <span class="kv-quiet"> ({a.closed})</span>}
        </>,
        `${t.itemKinds[item.kind]}${item.hearingAt ? `, ${formatHour(item.hearingAt, meeting.zone)}` : ''}`,
        [a.states[item.state], item.origin === 'notice' ? '' : a.added, item.stateReason].filter(Boolean).join(', '),
      ])}
    />
  )
}

/** What happened to it, with the times. */
export const MeetingEvents = ({ lang, view: { events, items, meeting } }: Part) => {
  const t = conveningTexts(lang)
  if (events.length === 0) return null
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  return (
    <section aria-labelledby="ngjarjet">
      <h2 class="govuk-heading-m" id="ngjarjet">
        {t.one.events}
      </h2>
      <ul class="govuk-list">
        {events.map(({ kind, at, reason, itemId, by }) => (
          <li>
            {formatMoment(lang, at, meeting.zone)}: {t.events[kind] ?? kind}
            {itemId !== null && titles.has(itemId) ? ` (${titles.get(itemId) ?? ''})` : ''}
            {reason !== null && `. ${t.one.reason}: ${reason}`}
            {by !== null && <span class="kv-quiet"> {by}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
