import type { Hono, Context } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import type { Visitor } from '../auth/visitor.ts'
import type { Lang } from '../i18n/language.ts'
import type { Menu } from './page-context.ts'

/** What the middleware of `app/web.ts` has found out before a route runs. */
export type WebEnv = {
  /** `stopping`: told when the process stops, to what would never end by itself. */
  Bindings: Partial<HttpBindings & { stopping: AbortSignal }>
  Variables: { requestId: string; lang: Lang; visitor: Visitor | null; address: string; menu: Menu | undefined }
}
export type WebApp = Hono<WebEnv>
export type WebContext = Context<WebEnv>
