import { officeRoute } from '#platform/auth/official-gate.ts'
import { termPermissions as may } from '#platform/deadlines/terms/term-rights-rules.ts'
import type { Door } from '#platform/door.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { movesCsv } from './moves-csv-part.ts'
import { MovesPage } from './moves-page.tsx'
import { MOST_MOVES_IN_FILE, readMovesQuestion, viewMoves } from './moves-view.ts'
import { rulesUrls as urls } from '../rules/rules-urls.ts'

/** What a feast, a closure or a rule has moved, as a page and as a file. */
export function movesRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  officeRoute(app, 'GET', urls.moves(), may['moves.read'], async (c, official) => {
    const view = await viewMoves(services, doors, c.get('lang'), official, readMovesQuestion(c.req.query()))
    return html(c, <MovesPage page={pageOf(c, services, null)} view={view} mostInFile={MOST_MOVES_IN_FILE} />)
  })
  officeRoute(app, 'GET', urls.movesCsv(), may['moves.read'], async (c, official) => {
    const question = { ...readMovesQuestion(c.req.query()), beforeId: '' }
    const view = await viewMoves(services, doors, c.get('lang'), official, question, MOST_MOVES_IN_FILE)
    return new Response(movesCsv(c.get('lang'), view.lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="levizjet.csv"',
        'cache-control': 'no-store',
      },
    })
  })
}
