import type { Child } from 'hono/jsx'

/** One component in one of its forms, with words as they may stand on a page. */
export type Example = { component: string; name: string; render: () => Child }
