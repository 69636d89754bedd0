import type { Child } from 'hono/jsx'
import { classNames } from './class-names.ts'

export type FieldWidth = 'full' | 'two-thirds' | 'half' | '10' | '5'

type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** What else describes the field, after hint and error. */
  children?: Child
  class?: string
}

/** The frame of a field with one control: label, hint, error, control, in the order in which they are read. */
export const Field = ({ name, label, hint, error, children, class: extra }: FieldProps) => (
  <div class={groupClass(error, extra)}>
    <label class="govuk-label" for={name}>
      {label}
    </label>
    <HintAndError name={name} hint={hint} error={error} />
    {children}
  </div>
)

type SetProps = {
  name: string
  legend: string
  legendSize?: 's' | 'm' | 'l' | undefined
  hint?: string | undefined
  error?: string | undefined
  children?: Child
}

/** The frame of a question that several controls answer together. */
export const FieldSet = ({ name, legend, legendSize, hint, error, children }: SetProps) => (
  <div class={groupClass(error)}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(name, { hint, error })}>
      <legend class={classNames('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}>
        {legend}
      </legend>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </fieldset>
  </div>
)

export const groupClass = (error: string | undefined, extra?: string): string =>
  classNames('govuk-form-group', error && 'govuk-form-group--error', extra)

export const HintAndError = (props: { name: string; hint?: string | undefined; error?: string | undefined }) => (
  <>
    {props.hint && (
      <div id={`${props.name}-hint`} class="govuk-hint">
        {props.hint}
      </div>
    )}
    {props.error && (
      <p id={`${props.name}-error`} class="govuk-error-message">
        {props.error}
      </p>
    )}
  </>
)

type Described = { hint?: string | undefined; error?: string | undefined; count?: boolean | undefined }

/** Value of `aria-describedby`, or nothing when nothing describes the field. */
export function describedBy(name: string, { hint, error, count }: Described): string | undefined {
  const ids = [hint && `${name}-hint`, error && `${name}-error`, count && `${name}-count`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

const WIDTHS: Record<FieldWidth, string | null> = {
  full: null,
  'two-thirds': 'kv-width-two-thirds',
  half: 'kv-width-half',
  '10': 'govuk-input--width-10',
  '5': 'govuk-input--width-5',
}

export const widthClass = (width: FieldWidth | undefined): string | null => WIDTHS[width ?? 'full']
