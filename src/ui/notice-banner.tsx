import type { Child } from 'hono/jsx'
import { Shape } from './shape.tsx'

type Props = {
  title: string
  children?: Child
  tone?: 'done' | 'plain' | undefined
  role?: 'alert' | 'region' | undefined
}

/** Something that has happened, or must be known before the rest. `alert` for what the person's own deed brought about. */
export const NoticeBanner = ({ title, children, tone = 'plain', role = 'region' }: Props) => (
  <div
    class={`kv-notice kv-notice--${tone}`}
    role={role}
    aria-label={title}
    tabindex={role === 'alert' ? -1 : undefined}
    data-focus-on-load={role === 'alert' ? '' : undefined}
  >
    <h2 class="kv-notice__title">
      {tone === 'done' && <Shape tone="done" />}
      {title}
    </h2>
    {children}
  </div>
)
