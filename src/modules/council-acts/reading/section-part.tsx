import type { Child } from 'hono/jsx'

type Props = { id: string; title: string; children?: Child }

/** A part of the page under a heading of its own. */
export const Section = ({ id, title, children }: Props) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    {children}
  </section>
)
