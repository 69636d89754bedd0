import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { attendedIn } from './meeting-rules.ts'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: MeetingView }

/** What is on the table, and, once they are published, the minutes to each point. */
export const Agenda = ({ lang, view: { meeting, items, phase } }: Props) => {
  const t = textsIn(lang).page
  const published = meeting.minutesPublishedAt
  if (items.length === 0 && !published && phase !== 'held' && phase !== 'over') return null
  return (
    <section aria-labelledby="rendi-i-dites">
      <h2 class="govuk-heading-l" id="rendi-i-dites">
        {published ? t.minutes : t.agenda}
      </h2>
      {published && <p class="kv-quiet">{t.minutesPublished(formatDay(lang, published, meeting.zone))}</p>}
      {meeting.minutes && <Words words={meeting.minutes} />}
      <ol class="govuk-list govuk-list--number">
        {items.map(({ from, title, minutes }) => (
          <li>
            {from && <span class="kv-quiet">{from} </span>}
            {title}
            {published && minutes && <Words words={minutes} />}
          </li>
        ))}
      </ol>
      {!published && (phase === 'held' || phase === 'over') && <EmptyState>{t.noMinutes}</EmptyState>}
    </section>
  )
}

const Words = ({ words }: { words: string }) => (
  <>
    {words.split(/\n+/).map((paragraph) => (
      <p class="govuk-body">{paragraph}</p>
    ))}
  </>
)

/** What was approved there, and what is to be done. */
export const Outcomes = ({ lang, view: { outcomes } }: Props) => {
  const t = textsIn(lang).page
  const list = (kind: 'decision' | 'conclusion', title: string) => {
    const of = outcomes.filter((one) => one.kind === kind)
    if (of.length === 0) return null
    return (
      <>
        <h3 class="govuk-heading-m">{title}</h3>
        <ol class="govuk-list govuk-list--number">
          {of.map(({ words, wordsEn, dueOn }) => (
            <li lang={lang === 'en' && wordsEn === null ? 'sq' : undefined}>
              {lang === 'en' ? (wordsEn ?? words) : words}
              {dueOn && <span class="kv-quiet"> {t.until(formatDate(lang, dueOn))}</span>}
            </li>
          ))}
        </ol>
      </>
    )
  }
  if (outcomes.length === 0) return null
  return (
    <section aria-labelledby="perfundimet">
      <h2 class="govuk-heading-l" id="perfundimet">
        {t.outcomes}
      </h2>
      {list('decision', t.decisions)}
      {list('conclusion', t.conclusions)}
    </section>
  )
}

/** How many came: numbers. Names only of organisations, and of officials who agreed. */
export const Attendance = ({ lang, view: { meeting, phase } }: Props) => {
  const texts = textsIn(lang)
  const t = texts.page
  const { attendance, participants } = meeting
  if (phase !== 'held') return null
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value))
  return (
    <section aria-labelledby="pjesemarresit">
      <h2 class="govuk-heading-l" id="pjesemarresit">
        {t.attendance}
      </h2>
      {attendance === null || attendance.length === 0 ? (
        <EmptyState>{t.attendanceUnknown}</EmptyState>
      ) : (
        <DataTable
          caption={t.attendanceTotal(formatNumber(attendedIn(attendance) ?? 0))}
          head={[
            { label: t.sector },
            { label: t.total, numeric: true },
            { label: t.women, numeric: true },
            { label: t.men, numeric: true },
          ]}
          rows={attendance.map((one) => [
            texts.sectors[one.sector],
            number(one.total),
            number(one.women),
            number(one.men),
          ])}
        />
      )}
      {participants.length > 0 && (
        <>
          <h3 class="govuk-heading-m">{t.represented}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {participants.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
