import type { Child } from 'hono/jsx'
import { Details } from './details.tsx'
import { Shape } from './shape.tsx'

type Props = {
  label: string
  /** In full, already formatted: `21 nëntor 2026`. */
  date: string
  daysLeft: string | null
  tone: 'done' | 'warning' | 'plain'
  /** Why this date: law, article, the days skipped. */
  explanation?: { summary: string; text: Child } | undefined
}

/** A deadline. It looks the same on a consultation, a request and an act. */
export const ClockBox = ({ label, date, daysLeft, tone, explanation }: Props) => (
  <div class={`kv-clock kv-clock--${tone}`}>
    <p class="kv-clock__label">{label}</p>
    <p class="kv-clock__date">{date}</p>
    {daysLeft !== null && (
      <p class="kv-clock__left">
        <Shape tone={tone} />
        {daysLeft}
      </p>
    )}
    {explanation && (
      <Details summary={explanation.summary}>
        {typeof explanation.text === 'string' ? <p>{explanation.text}</p> : explanation.text}
      </Details>
    )}
  </div>
)
