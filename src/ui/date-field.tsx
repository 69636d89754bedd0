import { classNames } from './class-names.ts'
import { FieldSet } from './field.tsx'

export type DateParts = { day: string; month: string; year: string }

type Props = {
  name: string
  legend: string
  value?: DateParts | undefined
  hint?: string | undefined
  error?: string | undefined
  dayLabel: string
  monthLabel: string
  yearLabel: string
  legendSize?: 's' | 'm' | 'l' | undefined
}

/**
 * A date in three fields, `<name>-day`, `<name>-month`, `<name>-year`: a calendar widget is slow for dates people know.
 * The day's id is the bare name, so that the error summary's link lands in it.
 */
export const DateField = (props: Props) => {
  const { name, value, error } = props
  const input = (part: keyof DateParts, label: string, width: 2 | 4) => (
    <DatePart
      id={part === 'day' ? name : `${name}-${part}`}
      name={`${name}-${part}`}
      {...{ label, width, error }}
      value={value?.[part]}
    />
  )
  return (
    <FieldSet name={name} legend={props.legend} legendSize={props.legendSize} hint={props.hint} error={error}>
      <div class="govuk-date-input">
        {input('day', props.dayLabel, 2)}
        {input('month', props.monthLabel, 2)}
        {input('year', props.yearLabel, 4)}
      </div>
    </FieldSet>
  )
}

type PartProps = {
  id: string
  name: string
  label: string
  width: 2 | 4
  value: string | undefined
  error: string | undefined
}

const DatePart = ({ id, name, label, width, value, error }: PartProps) => (
  <div class="govuk-date-input__item">
    <label class="govuk-label govuk-date-input__label" for={id}>
      {label}
    </label>
    <input
      class={classNames(
        'govuk-input govuk-date-input__input',
        `govuk-input--width-${width}`,
        error && 'govuk-input--error',
      )}
      id={id}
      name={name}
      type="text"
      inputmode="numeric"
      maxlength={width}
      autocomplete="off"
      value={value}
      aria-invalid={error ? 'true' : undefined}
    />
  </div>
)
