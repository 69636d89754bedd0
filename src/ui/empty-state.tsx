import type { Child } from 'hono/jsx'

/** Empty means empty: says that there is nothing, and what to do about it. */
export const EmptyState = ({ children }: { children?: Child }) => <div class="kv-empty">{children}</div>
