import { formatDateRange } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Thread } from '#ui/thread.tsx'
import { textsIn } from '../texts.ts'
import type { Activity } from './activity-queries.ts'
import { ACTIVITY_SECTIONS } from './activity-rules.ts'

/** What older papers tell of a consultation, in the sections of the plan's form; meetings as a line of steps. */
export const ActivitiesPart = ({ lang, activities }: { lang: Lang; activities: readonly Activity[] }) => {
  const t = textsIn(lang).page
  return (
    <section aria-labelledby="historia">
      <h2 class="govuk-heading-l" id="historia">
        {t.activities}
      </h2>
      {ACTIVITY_SECTIONS.map((section) => {
        const rows = activities.filter((activity) => activity.section === section)
        if (rows.length === 0) return null
        return (
          <>
            <h3 class="govuk-heading-m">{t.activitySections[section]}</h3>
            {section === 'meeting' ? (
              <Meetings lang={lang} rows={rows} label={t.activitySections.meeting} />
            ) : (
              <Rows rows={rows} lang={lang} />
            )}
          </>
        )
      })}
    </section>
  )
}

const when = (lang: Lang, { dateFrom, dateTo }: Activity): string | null =>
  dateFrom ? formatDateRange(lang, dateFrom, dateTo ?? dateFrom) : null

const Meetings = ({ lang, rows, label }: { lang: Lang; rows: readonly Activity[]; label: string }) => (
  <Thread
    label={label}
    steps={rows.map((row) => ({
      title: row.title,
      when: [when(lang, row) ?? textsIn(lang).unknownDate, row.place].filter(Boolean).join(', '),
      text: row.text ?? undefined,
      state: 'done',
    }))}
  />
)

const Rows = ({ lang, rows }: { lang: Lang; rows: readonly Activity[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {rows.map((row) => (
      <li>
        {row.title}
        {when(lang, row) && <>, {when(lang, row)}</>}
        {row.place && <>, {row.place}</>}
        {row.text && <p class="kv-quiet">{row.text}</p>}
      </li>
    ))}
  </ul>
)
