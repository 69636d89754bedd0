import type { Child } from 'hono/jsx'

export type SummaryRow = {
  key: string
  value: Child
  /** `hidden` finishes the link's words for those who hear it alone: "Ndryshoni" + "titullin". */
  action?: { href: string; label: string; hidden: string } | null | undefined
}

/** What is known of a matter, as pairs of term and value. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ key, value, action }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{key}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
        {action && (
          <dd class="govuk-summary-list__actions">
            <a href={action.href}>
              {action.label}
              <span class="govuk-visually-hidden"> {action.hidden}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
