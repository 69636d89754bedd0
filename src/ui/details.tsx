import type { Child } from 'hono/jsx'

type Props = { summary: string; children?: Child; open?: boolean | undefined; id?: string | undefined }

/** Words that open on demand. */
export const Details = ({ summary, children, open, id }: Props) => (
  <details class="govuk-details" id={id} open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
