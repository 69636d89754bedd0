import type { Child } from 'hono/jsx'
import { Details } from './details.tsx'
import { Shape } from './shape.tsx'

export type ClockTone = 'done' | 'warning' | 'plain' | 'late' | 'paused'

type Props = {
  label: string
  /** In full, already formatted: `21 nëntor 2026`. */
  date: string
  daysLeft: string | null
  tone: ClockTone
  /** What makes the date less sure, or is to be known with it. */
  notes?: readonly string[] | undefined
  /** Why this date: law, article, the days skipped. */
  explanation?: { summary: string; text: Child; open?: boolean | undefined } | undefined
  /** Where more stands of it: its history, what can be done with it. */
  way?: { href: string; label: string } | undefined
}

/** A deadline. It looks the same on a consultation, a request and an act. */
export const ClockBox = ({ label, date, daysLeft, tone, notes = [], explanation, way }: Props) => (
  <div class={`kv-clock kv-clock--${tone}`}>
    <p class="kv-clock__label">{label}</p>
    <p class="kv-clock__date">{date}</p>
    {daysLeft !== null && (
      <p class="kv-clock__left">
        <Shape tone={tone} />
        {daysLeft}
      </p>
    )}
    {notes.map((note) => (
      <p class="kv-clock__note">{note}</p>
    ))}
    {explanation && (
      <Details summary={explanation.summary} open={explanation.open}>
        {typeof explanation.text === 'string' ? <p>{explanation.text}</p> : explanation.text}
      </Details>
    )}
    {way && (
      <p class="kv-clock__way">
        <a href={way.href}>{way.label}</a>
      </p>
    )}
  </div>
)
