import { hash } from 'node:crypto'
import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { publicBoardUrls } from '../../office/deadlines/board/board-urls.ts'
import { publicBoardAsData } from './public-board-data-view.ts'
import { publicBoardCsv } from './public-board-csv-part.ts'
import { PublicBoardPage } from './public-board-page.tsx'
import { viewPublicBoard, type PublicBoardView } from './public-board-view.ts'

/** The public board of every institution: as a page, as data and as a file. */
export function publicBoardRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const viewOf = async (c: WebContext, whole: boolean): Promise<PublicBoardView> => {
    const asked = { after: c.req.query('pas'), whole }
    const view = await viewPublicBoard(services, doors, c.get('lang'), c.req.param('slug') ?? '', asked)
    if (!view) throw notFound()
    return view
  }
  app.get(publicBoardUrls.board(':slug'), async (c) => {
    const view = await viewOf(c, false)
    return html(c, <PublicBoardPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(publicBoardUrls.json(':slug'), async (c) =>
    json(c, publicBoardAsData(c.get('lang'), await viewOf(c, true), services.settings.url)),
  )
  app.get(publicBoardUrls.csv(':slug'), async (c) =>
    file(c, publicBoardCsv(c.get('lang'), await viewOf(c, true), services.settings.url)),
  )
}

/** The same for everyone, so it carries an ETag and may be kept for a moment. */
function file(c: WebContext, body: string): Response {
  const etag = `W/"${hash('sha1', body, 'base64url')}"`
  const headers = {
    etag,
    vary: 'cookie, accept-encoding',
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="afatet.csv"',
    'cache-control': c.get('visitor') === null ? 'public, max-age=0, s-maxage=30' : 'private, no-cache',
  }
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim() === etag)
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
