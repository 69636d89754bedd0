import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; view: MeetingView }

/** What whoever read the notice has to know, with the time of each change. */
export const Changes = ({ lang, view }: Part) => {
  const t = textsIn(lang).page
  if (view.meeting.convenedAt === null) return null
  return (
    <section aria-labelledby="ndryshimet">
      <h2 class="govuk-heading-l" id="ndryshimet">
        {t.changes}
      </h2>
      {view.changes.length === 0 ? (
        <EmptyState>{t.noChanges}</EmptyState>
      ) : (
        <Events lang={lang} view={view} events={view.changes} />
      )}
    </section>
  )
}

/** All that happened to it, from the notice to the minutes. */
export const EveryEvent = ({ lang, view }: Part) =>
  view.events.length === 0 ? null : (
    <Details summary={textsIn(lang).page.all}>
      <Events lang={lang} view={view} events={view.events} />
    </Details>
  )

const Events = ({ lang, view, events }: Part & { events: MeetingView['events'] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {events.map((event) => (
      <li>
        <time datetime={event.at.toISOString()}>{formatMoment(lang, event.at, view.meeting.zone)}</time>: {event.words}
      </li>
    ))}
  </ul>
)
