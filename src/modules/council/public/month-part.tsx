import { formatDate, formatHour, formatMonth } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Paging } from '#ui/paging.tsx'
import { councilUrls } from '../urls.ts'
import type { ListedMeeting, MeetingListView } from './list-view.ts'
import { weeksOf } from './public-rules.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: MeetingListView; address: string }

/** The month as weeks where there is room, as a list of its days with meetings where there is none: one table for both. */
export const MonthView = ({ lang, view, address }: Props) => {
  const t = textsIn(lang).list
  const { month, before, after } = view.month
  const list = inLanguage(lang, councilUrls.meetings())
  const to = (other: string) => `${list}?${[address, `muaji=${other}`].filter(Boolean).join('&')}#muaji`
  const name = formatMonth(lang, `${month}-01`, { year: true })
  return (
    <section aria-labelledby="muaji">
      <h2 class="govuk-heading-l" id="muaji">
        {t.month(name)}
      </h2>
      {view.inMonth.length === 0 ? (
        <EmptyState>{t.noneThisMonth}</EmptyState>
      ) : (
        <Weeks lang={lang} view={view} caption={t.month(name)} />
      )}
      <Paging
        label={t.month(name)}
        newer={
          before === null
            ? null
            : { href: to(before), label: t.before(formatMonth(lang, `${before}-01`, { year: true })) }
        }
        older={
          after === null ? null : { href: to(after), label: t.after(formatMonth(lang, `${after}-01`, { year: true })) }
        }
      />
    </section>
  )
}

const Weeks = ({ lang, view, caption }: { lang: Lang; view: MeetingListView; caption: string }) => {
  const { weekdays } = textsIn(lang)
  const byDay = Map.groupBy(view.inMonth, ({ day }) => day ?? '')
  return (
    <table class="kv-table kv-month">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th scope="col">{day}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.month.month).map((week) => (
          <tr class={week.some((day) => day !== null && byDay.has(day)) ? undefined : 'kv-month__empty'}>
            {week.map((day, nth) => (
              <Day
                lang={lang}
                day={day}
                weekday={weekdays[nth] ?? ''}
                meetings={byDay.get(day ?? '-') ?? []}
                view={view}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = { lang: Lang; day: string | null; weekday: string; meetings: ListedMeeting[]; view: MeetingListView }

const Day = ({ lang, day, weekday, meetings, view }: DayProps) => {
  if (day === null) return <td class="kv-month__empty" />
  const isToday = day === view.month.today
  return (
    <td class={meetings.length === 0 ? 'kv-month__empty' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span class="kv-month__day">
        <time datetime={day}>{Number(day.slice(8))}</time>
      </span>
      {meetings.length > 0 && (
        <span class="kv-month__date">
          {formatDate(lang, day)}, {weekday}
        </span>
      )}
      {meetings.map((one) => (
        <Meeting lang={lang} one={one} />
      ))}
    </td>
  )
}

const Meeting = ({ lang, one }: { lang: Lang; one: ListedMeeting }) => {
  const t = textsIn(lang)
  const stands = one.phase === 'cancelled' || one.phase === 'postponed' || one.phase === 'under-way'
  return (
    <p>
      <a href={inLanguage(lang, councilUrls.meeting(one.slug))}>
        {one.startsAt && `${formatHour(one.startsAt, one.zone)} `}
        {one.bodyName}
      </a>
      <span class="kv-quiet">
        {' '}
        {[
          one.institutionName,
          t.kindOf(one.kind, one.jurisdiction, one.bodyKind),
          stands ? t.phases[one.phase] : null,
          one.closed ? t.closedMeeting : null,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
    </p>
  )
}
