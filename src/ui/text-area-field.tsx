import { formatNumber } from '#platform/i18n/formats.ts'
import { classNames } from './class-names.ts'
import { describedBy, Field } from './field.tsx'

type CountText = (left: number) => string

type Props = {
  name: string
  /** Where several forms of a page have a field of this name; the name otherwise. */
  id?: string | undefined
  label: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  rows?: number | undefined
  /** No `maxlength` goes to the browser: it would cut a pasted text in silence. The count says how much is too much. */
  maxLength?: number | undefined
  lang?: string | undefined
  /** How many characters are left, in words; a negative number when there are too many. */
  countText?: CountText | undefined
}

export const TextAreaField = (props: Props) => {
  const { name, id = name, label, value = '', hint, error, rows = 6, maxLength, lang } = props
  return (
    <Field name={id} label={label} hint={hint} error={error}>
      <textarea
        class={classNames('govuk-textarea', error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        lang={lang}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, { hint, error, count: maxLength !== undefined })}
      >
        {value}
      </textarea>
      {maxLength !== undefined && (
        <Count name={id} length={lengthOf(value)} maxLength={maxLength} countText={props.countText} />
      )}
    </Field>
  )
}

/** Line breaks count once, as in the browser: a form sends them as two characters. */
const lengthOf = (value: string): number => value.replaceAll('\r\n', '\n').length

type CountProps = { name: string; length: number; maxLength: number; countText: CountText | undefined }

const Count = ({ name, length, maxLength, countText }: CountProps) => {
  const say: CountText = countText ?? ((left) => `${formatNumber(maxLength - left)} / ${formatNumber(maxLength)}`)
  const patterns = countText ? patternsOf(countText) : { 'data-of': formatNumber(maxLength) }
  return (
    <div id={`${name}-count`} class="govuk-hint kv-count" data-count={name} data-max={maxLength} {...patterns}>
      <span data-count-shown hidden />
      <span data-count-said>{say(maxLength - length)}</span>
    </div>
  )
}

/** A number no text uses by chance: where it stands, the browser writes its own. */
const STAND_IN = 987_654

/** The sentences for one and many, left and too many, with `{n}` for the number, so that the browser needs no grammar. */
function patternsOf(countText: CountText): Record<string, string> {
  const pattern = (left: number) =>
    countText(left).replaceAll(String(STAND_IN), '{n}').replaceAll(formatNumber(STAND_IN), '{n}')
  return {
    'data-left': pattern(STAND_IN),
    'data-left-one': pattern(1),
    'data-over': pattern(-STAND_IN),
    'data-over-one': pattern(-1),
  }
}
