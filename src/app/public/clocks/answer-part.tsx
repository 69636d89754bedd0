import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { Inset } from '#ui/inset.tsx'
import type { ClockAnswer } from './clock-view.ts'
import { clockTexts } from './texts.ts'

type Answered = Exclude<ClockAnswer, { kind: 'unknown-institution' }>

/** The date that was asked for, with every day on the way; or why there is none. */
export const AnswerPart = ({ lang, answer }: { lang: Lang; answer: Answered }) => {
  const { calculator: t } = clockTexts(lang)
  return (
    <section aria-labelledby="pergjigja">
      <h2 id="pergjigja">{answer.kind === 'off' ? t.noDate : t.result}</h2>
      <Badge lang={lang} answer={answer} />
      <Standing lang={lang} answer={answer} />
    </section>
  )
}

const Badge = ({ lang, answer }: { lang: Lang; answer: Answered }) => {
  const { calculator: t } = clockTexts(lang)
  if (answer.kind === 'off') {
    return (
      <Inset>
        <p>{t.off[answer.reason]}</p>
      </Inset>
    )
  }
  const { explanation } = answer
  if (answer.kind === 'hour') {
    const date = formatMoment(lang, answer.due, answer.zone)
    return <DeadlineBadge {...{ lang, date, explanation }} label={t.dueHour} daysLeft={null} tone="plain" open />
  }
  const { reckoned, left, terms } = answer
  const { due, workBy, opens } = reckoned
  return (
    <DeadlineBadge
      lang={lang}
      label={terms.direction === 'before' ? t.dueBack : t.due}
      date={formatDate(lang, due)}
      daysLeft={left.words}
      tone={left.tone}
      workBy={workBy === due ? null : formatDate(lang, workBy)}
      opens={opens && formatDate(lang, opens)}
      explanation={explanation}
      open
    />
  )
}

/** Of a rule from a secondary source, and with an institution: what it has said of it. */
const Standing = ({ lang, answer: { status, institution, confirmed } }: { lang: Lang; answer: Answered }) => {
  const { calculator: t } = clockTexts(lang)
  const confirmation = institution ? (confirmed ? t.confirmed : t.unconfirmed)(institution.name) : t.anyInstitutionMust
  return (
    <>
      {institution && <p>{t.with(institution.name)}</p>}
      {status.kind === 'to-be-confirmed' && <p>{confirmation}</p>}
    </>
  )
}
