import type { Child } from 'hono/jsx'

type Props = {
  action: string
  legend: string
  children?: Child
  submit: string
  clear?: { href: string; label: string } | null | undefined
}

/** Narrows a list. GET: what was chosen stands in the address, to be kept and sent on. */
export const FilterForm = ({ action, legend, children, submit, clear }: Props) => (
  <form class="kv-filter" action={action} method="get">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
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
