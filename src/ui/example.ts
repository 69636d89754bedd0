import type { HtmlEscapedString } from 'hono/utils/html'

/** What a component gives: markup whose words are escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** One component in one of its forms, with words as they may stand on a page. */
export type Example = { component: string; name: string; render: () => Markup }
