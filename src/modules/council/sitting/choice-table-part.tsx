import { DataTable } from '#ui/data-table.tsx'

type Props = {
  caption: string
  /** Before each id: `roll-`, `ballot-`. */
  prefix: string
  head: string
  rows: readonly { id: string; name: string; chosen: string }[]
  choices: readonly { value: string; label: string }[]
}

/** One choice for each person: a table of radio buttons, by keyboard with the arrows from choice to choice. */
export const ChoiceTable = ({ caption, prefix, head, rows, choices }: Props) => (
  <DataTable
    caption={caption}
    firstColumnHeader
    head={[{ label: head }, ...choices.map(({ label }) => ({ label }))]}
    rows={rows.map(({ id, name, chosen }) => [
      name,
      ...choices.map(({ value, label }) => (
        <div class="govuk-radios govuk-radios--small">
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id={`${prefix}${id}-${value}`}
              name={`${prefix}${id}`}
              value={value}
              checked={chosen === value}
            />
            <label class="govuk-label govuk-radios__label" for={`${prefix}${id}-${value}`}>
              <span class="govuk-visually-hidden">
                {name}: {label}
              </span>
            </label>
          </div>
        </div>
      )),
    ])}
  />
)
