import { randomUUID } from 'node:crypto'
import { noteAccesses } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { workbookOf } from '#platform/export/workbook.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { bulkRoutes } from './bulk-routes.tsx'
import { fileCells, fileColumns, fileRow } from './desk-file-part.ts'
import { DeskPage } from './desk-page.tsx'
import { readDeskPlace, readDeskQuestion } from './desk-rules.ts'
import { viewDesk, viewDeskFile } from './desk-view.ts'
import { commentDeedRoutes } from './comment-deed-routes.tsx'
import { labelRoutes } from './label-routes.tsx'
import { savedViewRoutes } from './saved-view-routes.tsx'
import { viewDefaultView } from './saved-view-view.ts'

/** The coordinator's desk: the list and all that is done from it. Before the routes of one comment, whose id is a word too. */
export function deskRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.comments(), may['comments.read'], (c, official) => list(c, services, official))
  for (const kind of ['csv', 'xlsx'] as const)
    officeRoute(app, 'GET', officeUrls.commentsFile(kind), may['comments.read'], (c, official) =>
      file(c, services, official, kind),
    )
  savedViewRoutes(app, services)
  bulkRoutes(app, services)
  labelRoutes(app, services)
  commentDeedRoutes(app, services)
}

async function list(c: WebContext, services: Services, official: Official): Promise<Response> {
  const query = c.req.query()
  if (Object.keys(query).length === 0) {
    const chosen = await viewDefaultView(services, official)
    if (chosen)
      return redirect(c, `${officeUrls.comments()}?${[chosen.query, `pamja=${chosen.id}`].filter(Boolean).join('&')}`)
  }
  const view = await viewDesk(services, official, readDeskQuestion(query), readDeskPlace(query), query.pamja ?? '')
  const t = textsIn(c.get('lang')).deskViews
  return html(
    c,
    <DeskPage
      page={pageOf(c, services, null)}
      view={view}
      form={randomUUID()}
      status={doneWords({ ruajti: t.saved }, query.u)}
    />,
  )
}

/** For work outside the program. Whose words are in it can read that they were taken out. */
async function file(c: WebContext, services: Services, official: Official, kind: 'csv' | 'xlsx'): Promise<Response> {
  const lang = c.get('lang')
  const comments = await viewDeskFile(services, official, readDeskQuestion(c.req.query()))
  const seen = comments.map(({ id, institutionId, contactId }) => ({
    institutionId,
    subject: `consultations.comment:${id}`,
    contactId,
  }))
  await noteAccesses(services, official, 'exported', seen)
  const columns = fileColumns(lang)
  const cells = comments.map((one) =>
    fileCells(lang, one, mayIn(official, may['comments.export-names'], one.institutionId)),
  )
  const headers = {
    'content-disposition': `attachment; filename="komentet.${kind}"`,
    'cache-control': 'no-store',
  }
  if (kind === 'csv')
    return c.body(csvOf([columns.map(({ name }) => name), ...cells]), 200, {
      ...headers,
      'content-type': 'text/csv; charset=utf-8',
    })
  const rows = cells.map((row) => fileRow(columns, row))
  const parts: Uint8Array[] = []
  for await (const part of workbookOf(columns, textsIn(lang).desk.sheet, onePage(rows))) parts.push(part)
  return c.body(new Uint8Array(Buffer.concat(parts)), 200, { ...headers, 'content-type': XLSX })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function* onePage<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows
}
