import type { Child } from 'hono/jsx'

type Props = {
  action: string
  legend: string
  children?: Child
  submit: string
  clear?: { href: string; label: string } | null | undefined
  /** Where the list itself is what people come for: folded away until asked for, or open when it narrows. */
  fold?: { open: boolean } | undefined
}

/** Narrows a list. GET: what was chosen stands in the address, to be kept and sent on. */
export const FilterForm = (props: Props) =>
  props.fold ? (
    <details class="govuk-details kv-fold" open={props.fold.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.legend}</span>
      </summary>
      <Fields {...props} />
    </details>
  ) : (
    <Fields {...props} />
  )

const Fields = ({ action, legend, children, submit, clear, fold }: Props) => (
  <form class="kv-filter" action={action} method="get">
    <fieldset class="govuk-fieldset">
      <legend class={fold ? 'govuk-visually-hidden' : 'govuk-fieldset__legend govuk-fieldset__legend--s'}>
        {legend}
      </legend>
      <div class="kv-filter__fields">{children}</div>
      <div class="kv-filter__deeds">
        <button class="govuk-button govuk-button--secondary" type="submit">
          {submit}
        </button>
        {clear && <a href={clear.href}>{clear.label}</a>}
      </div>
    </fieldset>
  </form>
)
