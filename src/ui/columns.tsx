import type { Child } from 'hono/jsx'

type Props = {
  /** What waits: the office's left column. */
  left?: Child
  /** The work, the matter itself. */
  children?: Child
  /** What is known about it. */
  right?: Child
}

/** Columns side by side where there is room, one below the other where there is none, in reading order. */
export const Columns = ({ left, children, right }: Props) => (
  <div class="kv-columns">
    {left && <div class="kv-columns__left">{left}</div>}
    <div class="kv-columns__middle">{children}</div>
    {right && <aside class="kv-columns__right">{right}</aside>}
  </div>
)
