import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { ICAL_TYPE } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { boardCsv } from './board-csv-part.ts'
import { BoardPage } from './board-page.tsx'
import { boardPermissions as may } from './board-permissions.ts'
import { boardTexts } from './board-texts.ts'
import { boardUrls } from './board-urls.ts'
import { listBoardForFile, readBoardQuestion, viewBoard } from './board-view.ts'
import { endFeed, renewFeed } from '../feed/change-feed.ts'
import { FeedPage } from '../feed/feed-page.tsx'
import { viewCalendar, viewFeed } from '../feed/feed-view.ts'

/** The board over all modules, and one's own calendar. */
export function boardRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  officeRoute(app, 'GET', boardUrls.board(), may['deadlines.read'], async (c, official) => {
    const asked = { services, doors, lang: c.get('lang'), official }
    const view = await viewBoard(asked, readBoardQuestion(c.req.query()))
    return html(c, <BoardPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', boardUrls.csv(), may['deadlines.read'], async (c, official) => {
    const asked = { services, doors, lang: c.get('lang'), official }
    const lines = await listBoardForFile(asked, readBoardQuestion(c.req.query()))
    return c.body(boardCsv(c.get('lang'), lines), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="afatet.csv"',
      'cache-control': 'no-store',
    })
  })
  officeRoute(app, 'GET', boardUrls.feed(), may['deadlines.feed'], async (c, official) => {
    const view = await viewFeed(services, c.get('lang'), official)
    const done = doneWords(boardTexts(c.get('lang')).feed.done, c.req.query('u'))
    return html(c, <FeedPage page={pageOf(c, services, null)} view={view} done={done} />)
  })
  officeRoute(app, 'POST', boardUrls.feed(), may['deadlines.feed'], async (c, official) => {
    await renewFeed(services, official, textField(await readForm(c), 'kalendari'))
    return redirect(c, `${boardUrls.feed()}?u=krijuar`)
  })
  officeRoute(app, 'POST', boardUrls.endFeed(), may['deadlines.feed'], async (c, official) => {
    await endFeed(services, official, textField(await readForm(c), 'kalendari'))
    return redirect(c, `${boardUrls.feed()}?u=mbyllur`)
  })
  app.get('/afatet/im/:file{[A-Za-z0-9_-]+\\.ics}', (c) => calendar(c, services, doors))
}

/** For whoever has the address: a calendar program does not sign in. Kept by nobody on the way. */
async function calendar(c: WebContext, services: Services, doors: readonly Door[]): Promise<Response> {
  const token = (c.req.param('file') ?? '').replace(/\.ics$/, '')
  const words = await viewCalendar(services, doors, c.get('lang'), token)
  if (words === null) throw notFound()
  return c.body(words, 200, {
    'content-type': ICAL_TYPE,
    'content-disposition': 'inline; filename="afatet.ics"',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  })
}
