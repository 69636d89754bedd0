import { daysBetween } from '#platform/time/civil-date.ts'
import type { DeadlineView } from '#platform/deadlines/deadline-view.ts'
import type { Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { ClockBox } from '#ui/clock.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import type { PublishedConsultation } from './consultation-queries.ts'
import type { Phase } from './consultation-rules.ts'
import { textsIn } from './texts.ts'

type Props = {
  lang: Lang
  consultation: PublishedConsultation
  phase: Phase
  /** Null where the day is not known. */
  deadline: DeadlineView | null
}

/** Until when, in words, and why this date. Unknown dates are said to be unknown. */
export const ConsultationClock = ({ lang, consultation, phase, deadline }: Props) => {
  const t = textsIn(lang)
  const { opensOn, cancelledAt, zone } = consultation
  if (phase === 'cancelled' && cancelledAt) {
    const date = formatDay(lang, cancelledAt, zone)
    return <ClockBox label={t.page.clockCancelled} date={date} daysLeft={null} tone="plain" />
  }
  if (!opensOn || !deadline) {
    const explanation = { summary: t.page.whyDate, text: t.page.unknownDates }
    const unknown = { label: t.page.clockUnknown, date: t.unknownDate, daysLeft: null, tone: 'plain' } as const
    return <ClockBox {...unknown} explanation={explanation} />
  }
  const badge = badgeOf(lang, opensOn, phase, deadline)
  return <DeadlineBadge lang={lang} {...badge} explanation={inWords(lang, consultation, deadline)} />
}

function badgeOf(lang: Lang, opensOn: string, phase: Phase, { deadline, date, daysLeft, today }: DeadlineView) {
  const t = textsIn(lang)
  if (phase === 'announced') {
    const opens = { date: formatDate(lang, opensOn), daysLeft: t.opensIn(daysBetween(today, opensOn)) }
    return { ...opens, label: t.page.clockAnnounced, tone: 'plain' } as const
  }
  // What has run its time is over, not late.
  if (phase !== 'open') return { date, daysLeft: null, label: t.page.clockClosed, tone: 'plain' } as const
  const tone = daysBetween(today, deadline.dueOn) <= 3 ? 'warning' : 'done'
  return { date, daysLeft, label: t.page.clockOpen, tone } as const
}

/** The way to the date, and what is to be known of its two ends. */
function inWords(lang: Lang, consultation: PublishedConsultation, { explanation }: DeadlineView): Explanation {
  const t = textsIn(lang).closing
  const { opensOn, zone, legalBasis } = consultation
  const ends = [
    ...(opensOn ? [t.opensOn(formatDate(lang, opensOn))] : []),
    t.endOfDay(t.zones[zone] ?? zone),
    t.basisGiven(legalBasis),
  ]
  return { ...explanation, sentences: [...explanation.sentences, ...ends] }
}
