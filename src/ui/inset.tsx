import type { Child } from 'hono/jsx'

/** Words set apart: a quotation, a rule, an answer. */
export const Inset = ({ children, lang }: { children?: Child; lang?: string | undefined }) => (
  <div class="govuk-inset-text" lang={lang}>
    {children}
  </div>
)
