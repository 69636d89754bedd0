import { civilDateIn, daysBetween } from '#platform/time/civil-date.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { ClockBox } from '#ui/clock.tsx'
import type { PublishedConsultation } from './consultation-queries.ts'
import type { Phase } from './consultation-rules.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; consultation: PublishedConsultation; phase: Phase; now: Date }

/** Until when, in words, and why this date. Unknown dates are said to be unknown. */
export const ConsultationClock = ({ lang, consultation, phase, now }: Props) => {
  const t = textsIn(lang)
  const { opensOn, closesOn, cancelledAt, zone } = consultation
  if (phase === 'cancelled' && cancelledAt) {
    return (
      <ClockBox label={t.page.clockCancelled} date={formatDay(lang, cancelledAt, zone)} daysLeft={null} tone="plain" />
    )
  }
  if (!opensOn || !closesOn) {
    const explanation = { summary: t.page.whyDate, text: t.page.unknownDates }
    return (
      <ClockBox
        label={t.page.clockUnknown}
        date={t.unknownDate}
        daysLeft={null}
        tone="plain"
        explanation={explanation}
      />
    )
  }
  const today = civilDateIn(zone, now)
  const left = daysBetween(today, closesOn)
  const explanation = {
    summary: t.page.whyDate,
    text: t.page.whyDateWords(formatDate(lang, opensOn), formatDate(lang, closesOn), consultation.legalBasis, zone),
  }
  switch (phase) {
    case 'announced':
      return (
        <ClockBox
          label={t.page.clockAnnounced}
          date={formatDate(lang, opensOn)}
          daysLeft={t.opensIn(daysBetween(today, opensOn))}
          tone="plain"
          explanation={explanation}
        />
      )
    case 'open':
      return (
        <ClockBox
          label={t.page.clockOpen}
          date={formatDate(lang, closesOn)}
          daysLeft={t.daysLeft(left)}
          tone={left <= 3 ? 'warning' : 'done'}
          explanation={explanation}
        />
      )
    default:
      return (
        <ClockBox
          label={t.page.clockClosed}
          date={formatDate(lang, closesOn)}
          daysLeft={null}
          tone="plain"
          explanation={explanation}
        />
      )
  }
}
