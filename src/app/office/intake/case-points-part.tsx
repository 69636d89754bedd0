import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { CasePoint } from '#platform/intake/point-queries.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import type { CaseView } from './case-view.ts'
import { roleName } from './role-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { besideUrls, intakeUrls } from './urls.ts'
import { ownerOptions } from './case-forms-part.tsx'

type Props = { lang: Lang; view: CaseView; typed: Typed; errors: FieldErrors }

/** The middle column: what the letter asks, point by point, each with its owner and its answer. */
export const CasePoints = (props: Props) => {
  const { lang, view } = props
  const t = officeIntakeTexts(lang).page
  const { case: one, points, moves } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t.points}</h2>
      {moves.includes('split') && (
        <p class="govuk-body">
          <a href={inLanguage(lang, intakeUrls.split(one.id))}>{t.split}</a>
        </p>
      )}
      {points.map((point) => (
        <Point {...props} point={point} />
      ))}
      {(moves.includes('answer') || moves.includes('close')) && (
        <p class="govuk-body">
          <LinkButton kind="secondary" href={inLanguage(lang, besideUrls.newLetter(one.id))}>
            {t.letterOut}
          </LinkButton>
          {points.length > 1 && <span class="govuk-hint">{t.letterOutHint}</span>}
        </p>
      )}
    </>
  )
}

const Point = (props: Props & { point: CasePoint }) => {
  const { lang, view, point } = props
  const texts = officeIntakeTexts(lang)
  const t = texts.page
  const { case: one, moves } = view
  const owner = point.ownerName ?? (point.ownerRole ? roleName(lang, point.ownerRole) : null)
  return (
    <section class="kv-point" aria-labelledby={`pika-${point.id}`}>
      <h3 class="govuk-heading-s" id={`pika-${point.id}`}>
        {point.title === null && view.points.length === 1
          ? t.whole
          : `${t.point(point.ordinal)}: ${point.title ?? t.whole}`}
      </h3>
      {owner && <p class="kv-quiet">{owner}</p>}
      {point.words && <div class="kv-letter-words">{point.words}</div>}
      {point.answeredAt === null ? (
        moves.includes('answer') && <AnswerForm {...props} />
      ) : (
        <>
          <p class="kv-quiet">{t.answeredAt(formatMoment(lang, point.answeredAt, one.zone))}</p>
          <div class="kv-letter-words">{point.answer}</div>
          {point.answerReason && <div class="kv-letter-words kv-quiet">{point.answerReason}</div>}
        </>
      )}
      {point.answeredAt === null && view.points.length > 1 && moves.includes('assign') && <PointOwner {...props} />}
    </section>
  )
}

const AnswerForm = ({ lang, view, point, typed, errors }: Props & { point: CasePoint }) => {
  const t = officeIntakeTexts(lang).page
  const names = { answer: `pergjigjja-${point.id}`, reason: `arsyetimi-${point.id}` }
  const open = errors[names.answer] !== undefined || errors[names.reason] !== undefined
  return (
    <Details summary={t.answerTitle} open={open}>
      <form
        method="post"
        action={inLanguage(lang, intakeUrls.answer(view.case.id, point.id))}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={String(point.version)} />
        <TextAreaField
          name={names.answer}
          label={t.answer}
          value={typed[names.answer]}
          error={errors[names.answer]}
          rows={5}
        />
        <TextAreaField
          name={names.reason}
          label={t.answerReason}
          value={typed[names.reason]}
          error={errors[names.reason]}
          rows={2}
        />
        <Button kind="secondary">{t.answerSubmit}</Button>
      </form>
    </Details>
  )
}

const PointOwner = ({ lang, view, point, errors }: Props & { point: CasePoint }) => {
  const t = officeIntakeTexts(lang).page
  const name = `kujt-${point.id}`
  const value = point.ownerAccountId
    ? `llogari:${point.ownerAccountId}`
    : point.ownerRole
      ? `rol:${point.ownerRole}`
      : ''
  return (
    <Details summary={t.assign} open={errors[name] !== undefined}>
      <form method="post" action={inLanguage(lang, intakeUrls.assignPoint(view.case.id, point.id))} novalidate>
        <input type="hidden" name="versioni" value={String(point.version)} />
        <SelectField
          name={name}
          label={t.assignTo}
          value={value}
          error={errors[name]}
          options={ownerOptions(lang, view.people)}
        />
        <Button kind="secondary">{t.assign}</Button>
      </form>
    </Details>
  )
}
