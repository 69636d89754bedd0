import type { Child } from 'hono/jsx'
import { Shape } from './shape.tsx'

/** What cannot be taken back. `assistive` is heard before it: "Kujdes". */
export const WarningText = ({ assistive, children }: { assistive: string; children?: Child }) => (
  <div class="kv-warning">
    <Shape tone="warning" />
    <strong>
      <span class="govuk-visually-hidden">{assistive}: </span>
      {children}
    </strong>
  </div>
)
