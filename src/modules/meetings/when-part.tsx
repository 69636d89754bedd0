import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { ClockBox } from '#ui/clock.tsx'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'
import { meetingUrls } from './urls.ts'
import { dayLines } from './when-rules.ts'

/** When and where, in the box in which deadlines stand too. */
export const WhenBox = ({ lang, view }: { lang: Lang; view: MeetingView }) => {
  const texts = textsIn(lang)
  const t = texts.page
  const { meeting, days, phase, notice } = view
  const [first = texts.unknownDay, ...more] = dayLines(lang, days)
  const late = notice?.deadline.endedAt && notice.deadline.endedAt >= notice.deadline.dueAt
  const notes = [
    ...more,
    ...(meeting.address ? [meeting.address] : []),
    ...(meeting.mode ? [texts.modes[meeting.mode]] : []),
    ...(late && notice ? [t.noticeLate(formatDate(lang, notice.deadline.dueOn))] : []),
  ]
  return (
    <>
      <ClockBox
        label={t.when}
        date={phase === 'postponed' ? t.noDayYet : first}
        daysLeft={phase === 'ahead' || phase === 'held' ? null : texts.phases[phase]}
        tone={phase === 'today' || phase === 'postponed' ? 'warning' : 'plain'}
        notes={notes}
      />
      {meeting.onlineUrl && phase !== 'cancelled' && (
        <p class="govuk-body-s">
          <a href={meeting.onlineUrl} rel="noopener noreferrer">
            {t.joinOnline}
          </a>
        </p>
      )}
      {days.length > 0 && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, meetingUrls.calendar(meeting.slug))}>{t.calendar}</a>
        </p>
      )}
    </>
  )
}
