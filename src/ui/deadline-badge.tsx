import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { ClockBox, type ClockTone } from './clock.tsx'
import { ExplanationBox } from './explanation.tsx'
import { Shape } from './shape.tsx'

type Props = {
  lang: Lang
  /** What ends: "Komentet pranohen deri më". */
  label: string
  /** In full, already formatted: `21 nëntor 2026`, or with the hour. */
  date: string
  daysLeft: string | null
  tone: ClockTone
  /** Formatted: the earlier day to which an official works, where the law leaves two readings. */
  workBy?: string | null | undefined
  /** Formatted: of a window its first day. */
  opens?: string | null | undefined
  explanation?: Explanation | null | undefined
  /** Where the explanation stands beside it, its mark alone. */
  mark?: string | null | undefined
  /** Whether the explanation stands open, as it does where somebody asked for it. */
  open?: boolean | undefined
  /** Where the rule is read whole. */
  rule?: { href: string; label: string } | null | undefined
  /** Where more stands of it. */
  way?: { href: string; label: string } | undefined
}

/** A deadline with its reasons: the date in full, what is left in words, and why it is this date. */
export const DeadlineBadge = (props: Props) => {
  const { lang, label, date, daysLeft, tone, workBy, opens, explanation, open, rule, way } = props
  const mark = explanation?.mark ?? props.mark
  const { box: t } = explanationTexts(lang)
  const notes = [
    ...(opens ? [t.opens(opens)] : []),
    ...(workBy ? [t.workBy(workBy)] : []),
    ...(mark ? [t.mark(mark)] : []),
  ]
  const text = explanation && (
    <ExplanationBox lang={lang} explanation={explanation}>
      {rule && (
        <p>
          <a href={rule.href}>{rule.label}</a>
        </p>
      )}
    </ExplanationBox>
  )
  return (
    <ClockBox
      label={label}
      date={date}
      daysLeft={daysLeft}
      tone={tone}
      notes={notes}
      {...(text && { explanation: { summary: t.why, text, open } })}
      {...(way && { way })}
    />
  )
}

type LineProps = {
  date: string
  daysLeft: string | null
  tone: ClockTone
  /** What makes the date less sure: "burim dytësor". */
  mark?: string | null | undefined
  /** What has to be known with it: the earlier day to work to. */
  note?: string | null | undefined
}

/** The same in small, for lists and tables: two lines, always. */
export const DeadlineLine = ({ date, daysLeft, tone, mark, note }: LineProps) => (
  <span class={`kv-deadline kv-deadline--${tone}`}>
    <span class="kv-deadline__date">{date}</span>
    {daysLeft !== null && (
      <>
        {' '}
        <span class="kv-deadline__left">
          <Shape tone={tone} />
          {daysLeft}
        </span>
      </>
    )}
    {note && <span class="kv-deadline__mark"> {note}</span>}
    {mark && <span class="kv-deadline__mark"> ({mark})</span>}
  </span>
)
