import type { Child } from 'hono/jsx'
import type { Tone } from './shape.tsx'
import { Shape } from './shape.tsx'

/** A state: a shape, a word and, for those who see it, a colour. */
export const Tag = ({ tone, children }: { tone: Tone; children?: Child }) => (
  <span class={`kv-tag kv-tag--${tone}`}>
    <Shape tone={tone} />
    {children}
  </span>
)
