import { formatDate, formatDay, formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { ClockBox } from '#ui/clock.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'
import { publicUrls } from './urls.ts'

/** When and where; and until when the notice was due, where a clock runs for it. */
export const WhenBox = ({ lang, view }: { lang: Lang; view: MeetingView }) => {
  const t = textsIn(lang)
  const { meeting: m, phase } = view
  const hour = (at: Date | null) => (at === null ? null : formatHour(at, m.zone))
  const date = m.day === null ? t.unknownDay : t.day(formatDate(lang, m.day), hour(m.startsAt), hour(m.endsAt))
  return (
    <>
      <ClockBox
        label={t.page.when}
        date={date}
        daysLeft={phase === 'ahead' || phase === 'closed' ? null : t.phases[phase]}
        tone={phase === 'today' || phase === 'under-way' || phase === 'postponed' ? 'warning' : 'plain'}
        notes={[...(m.place ? [m.place] : []), t.modes[m.mode], ...(m.accessibility ? [m.accessibility] : [])]}
      />
      {m.day !== null && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, publicUrls.meetingCalendar(m.slug))}>{t.page.calendar}</a>
        </p>
      )}
      <Notice lang={lang} view={view} />
    </>
  )
}

const Notice = ({ lang, view: { meeting: m, notice } }: { lang: Lang; view: MeetingView }) => {
  const t = textsIn(lang).page
  if (notice === null) return null
  const { deadline, date, daysLeft, tone, explanation } = notice
  const given = m.convenedAt === null ? null : formatDay(lang, m.convenedAt, m.zone)
  const late = m.convenedAt !== null && civilDateIn(m.zone, m.convenedAt) > deadline.dueOn
  return (
    <>
      <DeadlineBadge
        lang={lang}
        label={t.noticeDue}
        date={date}
        daysLeft={given === null ? daysLeft : late ? t.noticeLate(given) : t.noticeGiven(given)}
        tone={given === null ? tone : late ? 'warning' : 'plain'}
        explanation={explanation}
      />
      {m.shortNoticeReason && (
        <p class="govuk-body-s">
          {t.shortNotice}: {m.shortNoticeReason}
        </p>
      )}
    </>
  )
}
