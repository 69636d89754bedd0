import { classNames } from './class-names.ts'
import { describedBy, groupClass, HintAndError } from './field.tsx'

type Props = {
  name: string
  label: string
  checked?: boolean | undefined
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  /** Where several boxes share a name; the name otherwise. */
  id?: string | undefined
  small?: boolean | undefined
}

/** One box that says yes. */
export const CheckboxField = ({ name, label, checked, hint, error, value = 'po', id = name, small }: Props) => (
  <div class={groupClass(error)}>
    {error && <HintAndError name={id} error={error} />}
    <div class={classNames('govuk-checkboxes', small && 'govuk-checkboxes--small')}>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={value}
          checked={checked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(id, { hint, error })}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} class="govuk-hint govuk-checkboxes__hint">
            {hint}
          </div>
        )}
      </div>
    </div>
  </div>
)
