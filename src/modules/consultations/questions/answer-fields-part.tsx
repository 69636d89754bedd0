import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { FieldSet } from '#ui/field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import {
  fieldOf,
  langOf,
  OTHER,
  otherFieldOf,
  placeFieldOf,
  QUESTION_LIMITS,
  wordsIn,
  type Question,
} from './question-rules.ts'

type Props = { lang: Lang; zone: string; questions: readonly Question[]; typed: Typed; errors: FieldErrors }

/** The fields by which questions are answered: on the site, and where the office types in what came on paper. */
export const AnswerFields = ({ questions, ...rest }: Props) => (
  <>
    {questions.map((question) => (
      <AnswerField question={question} {...rest} />
    ))}
  </>
)

type One = Omit<Props, 'questions'> & { question: Question }

const AnswerField = (props: One) => {
  const { question, lang } = props
  const field = (
    <>
      {question.kind === 'one' && <OneField {...props} />}
      {question.kind === 'several' && <SeveralField {...props} />}
      {question.kind === 'scale' && <ScaleField {...props} />}
      {question.kind === 'order' && <OrderField {...props} />}
      {question.kind === 'text' && <TextAnswerField {...props} />}
    </>
  )
  const albanian = langOf(lang, question.labelEn)
  return albanian ? <div lang={albanian}>{field}</div> : field
}

function legendOf({ question, lang }: One): string {
  const words = wordsIn(lang, question.label, question.labelEn)
  return question.compulsory ? `${words} (${textsIn(lang).questions.answering.compulsory})` : words
}

/** What its author explained, how it is answered, and whether its words were corrected since. */
function hintOf({ question, lang, zone }: One, how = ''): string {
  const t = textsIn(lang).questions.answering
  const last = question.events.findLast(({ kind }) => kind === 'corrected')
  const corrected = last && t.corrected(formatDay(lang, new Date(last.at), zone), last.reason)
  return [wordsIn(lang, question.hint, question.hintEn), how, corrected].filter(Boolean).join(' ')
}

const optionsOf = ({ question, lang }: One) =>
  question.options.map(({ n, words, wordsEn }) => ({ value: String(n), label: wordsIn(lang, words, wordsEn) }))

const OtherField = ({ question, lang, typed, errors }: One) => {
  const name = otherFieldOf(question)
  const label = textsIn(lang).questions.answering.otherWhich
  return <TextField name={name} label={label} value={typed[name]} error={errors[name]} />
}

const OneField = (props: One) => {
  const { question, lang, typed, errors } = props
  const name = fieldOf(question)
  const t = textsIn(lang).questions.answering
  const other = { value: String(OTHER), label: t.other, child: <OtherField {...props} /> }
  return (
    <RadioField
      name={name}
      legend={legendOf(props)}
      hint={hintOf(props) || undefined}
      value={typed[name]}
      error={errors[name]}
      options={[...optionsOf(props), ...(question.other ? [other] : [])]}
    />
  )
}

const SeveralField = (props: One) => {
  const { question, lang, typed, errors } = props
  const name = fieldOf(question)
  const t = textsIn(lang).questions.answering
  const chosen = (typed[name] ?? '').split(',')
  const offered = [...optionsOf(props), ...(question.other ? [{ value: String(OTHER), label: t.other }] : [])]
  const how = t.several(question.least ?? 1, question.most)
  return (
    <FieldSet name={name} legend={legendOf(props)} hint={hintOf(props, how)} error={errors[name]}>
      <div class="govuk-checkboxes">
        {offered.map(({ value, label }, at) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              // The first carries the field's bare name, so that the error summary's link lands in it.
              id={at === 0 ? name : `${name}-z${value}`}
              name={name}
              type="checkbox"
              value={value}
              checked={chosen.includes(value)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={at === 0 ? name : `${name}-z${value}`}>
              {label}
            </label>
          </div>
        ))}
        {question.other && (
          <div class="govuk-checkboxes__conditional kv-conditional">
            <OtherField {...props} />
          </div>
        )}
      </div>
    </FieldSet>
  )
}

const ScaleField = (props: One) => {
  const { question, lang, typed, errors } = props
  const name = fieldOf(question)
  const t = textsIn(lang).questions.answering
  const to = question.scaleTo ?? 5
  const ends = new Map([
    [1, wordsIn(lang, question.low, question.lowEn)],
    [to, wordsIn(lang, question.high, question.highEn)],
  ])
  const steps = Array.from({ length: to }, (_, at) => at + 1)
  return (
    <RadioField
      name={name}
      legend={legendOf(props)}
      hint={hintOf(props, t.scale(to))}
      value={typed[name]}
      error={errors[name]}
      small
      inline
      options={steps.map((n) => {
        const end = ends.get(n)
        return { value: String(n), label: end ? t.scaleEnd(n, end) : String(n) }
      })}
    />
  )
}

/** Numbers that are written: it needs no script, and a person who cannot drag can do it, too. */
const OrderField = (props: One) => {
  const { question, lang, typed, errors } = props
  const name = fieldOf(question)
  const how = textsIn(lang).questions.answering.order(question.options.length)
  return (
    <FieldSet name={name} legend={legendOf(props)} hint={hintOf(props, how)} error={errors[name]}>
      <ul class="kv-order">
        {question.options.map(({ n, words, wordsEn }, at) => {
          const field = placeFieldOf(question, n)
          const id = at === 0 ? name : field
          return (
            <li class="kv-order__item">
              <input
                class="govuk-input"
                id={id}
                name={field}
                inputmode="numeric"
                maxlength={2}
                autocomplete="off"
                value={typed[field]}
                aria-invalid={errors[name] ? 'true' : undefined}
              />
              <label class="govuk-label" for={id}>
                {wordsIn(lang, words, wordsEn)}
              </label>
            </li>
          )
        })}
      </ul>
    </FieldSet>
  )
}

const TextAnswerField = (props: One) => {
  const { question, lang, typed, errors } = props
  const name = fieldOf(question)
  return (
    <TextAreaField
      name={name}
      label={legendOf(props)}
      hint={hintOf(props) || undefined}
      value={typed[name]}
      error={errors[name]}
      rows={4}
      maxLength={QUESTION_LIMITS.words}
      countText={textsIn(lang).form.charactersLeft}
    />
  )
}
