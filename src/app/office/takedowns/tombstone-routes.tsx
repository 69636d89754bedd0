import type { Door } from '#platform/door.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { findTombstone, type Tombstone } from '#platform/takedowns/find-tombstone.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { TombstonePage } from './tombstone-page.tsx'

const GONE = 410
const NOT_PUBLIC = /^\/(zyra|s|hyr|llogaria)(\/|$)/

/**
 * Stands before all records of the modules. What was taken down is in no published view, so its address finds nothing;
 * only then, and for every address of a record in the same way, is it asked whether something was taken down there.
 */
export function tombstoneRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.use(async (c, next) => {
    await next()
    const { status } = c.res
    if ((status !== 404 && status !== GONE) || NOT_PUBLIC.test(c.req.path)) return
    const stone = await findTombstone(services, doors, c.get('lang'), c.req.path)
    if (!stone) return
    const answer = wantsData(c) ? problem(c, stone) : await page(c, services, stone)
    c.res = undefined
    c.res = answer
  })
}

const wantsData = (c: WebContext): boolean => c.req.path.endsWith('.json')

const page = (c: WebContext, services: Services, stone: Tombstone): Promise<Response> =>
  html(c, <TombstonePage page={pageOf(c, services, stone.institution)} stone={stone} />, { status: GONE })

/** RFC 9457, with what the page says. */
function problem(c: WebContext, { name, ground, at, institution }: Tombstone): Response {
  const lang = c.get('lang')
  const t = takedownTextsIn(lang)
  const body = {
    type: 'about:blank',
    title: t.stone.title,
    status: GONE,
    detail: t.stone.words,
    record: name,
    ground,
    groundWords: ground === 'withdrawn' ? t.stone.withdrawn : t.grounds[ground],
    at,
    institution: { slug: institution.slug, name: institution.name },
  }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status: GONE,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': lang,
      'access-control-allow-origin': '*',
    },
  })
}
