import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { historyAsData, historyCsv } from './history-csv-part.ts'
import { HistoryPage } from './history-page.tsx'
import {
  asksForDay,
  dayOf,
  MOST_LINES_IN_FILE,
  readHistoryQuestion,
  viewHistory,
  type HistoryView,
} from './history-view.ts'
import { historyPermissions } from './permissions.ts'
import { historyTexts } from './texts.ts'
import { historyUrls } from './urls.ts'

/** The history of a record, of an institution, of one's own deeds: as a page and as files. */
export function historyRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const roles = historyPermissions['history.read']

  officeRoute(app, 'GET', historyUrls.log(), roles, async (c, official) => {
    const question = readHistoryQuestion(c.req.query())
    const view = await viewHistory(services, doors, c.get('lang'), official, question)
    if (!view) throw notFound()
    const dayError = asksForDay(question) && dayOf(question) === null ? historyTexts(c.get('lang')).dayError : undefined
    return html(
      c,
      <HistoryPage
        page={pageOf(c, services, null)}
        view={view}
        question={withoutPlace(c)}
        dayError={dayError}
        mostInFile={MOST_LINES_IN_FILE}
      />,
    )
  })

  officeRoute(app, 'GET', historyUrls.csv(), roles, async (c, official) => {
    const view = await viewWhole(c, services, doors, official)
    return file(historyCsv(c.get('lang'), view.lines), 'text/csv', 'historiku.csv')
  })

  officeRoute(app, 'GET', historyUrls.json(), roles, async (c, official) => {
    const view = await viewWhole(c, services, doors, official)
    return file(`${JSON.stringify(historyAsData(view.lines), null, 2)}\n`, 'application/json', 'historiku.json')
  })
}

async function viewWhole(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  official: Official,
): Promise<HistoryView> {
  const question = { ...readHistoryQuestion(c.req.query()), beforeId: '' }
  const view = await viewHistory(services, doors, c.get('lang'), official, question, MOST_LINES_IN_FILE)
  if (!view) throw notFound()
  return view
}

function withoutPlace(c: WebContext): string {
  const query = new URLSearchParams(new URL(c.req.url).search)
  query.delete('para')
  return query.toString()
}

const file = (body: string, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
