import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Row } from '#platform/export/dataset.ts'
import { workbookOf } from '#platform/export/workbook.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { serveForm } from '../form-file-routes.tsx'
import { minutesOfficeUrls, minutesUrls as urls } from '../urls.ts'
import { AttendancePage, YearAttendancePage } from './attendance-page.tsx'
import {
  attendanceAsData,
  sheetCsv,
  sheetForm,
  sheetTable,
  viewAttendance,
  viewSheet,
  viewYear,
  yearCsv,
  type SheetView,
} from './attendance-view.ts'
import { SheetPage } from './sheet-page.tsx'
import { attendanceTexts } from './texts.ts'

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Who was there: of a meeting and a year for everybody, of a month for finance. */
export function attendanceRoutes(app: WebApp, services: Services): void {
  app.get('/mbledhje/:slug/:file{pjesemarrja\\.json}', async (c) =>
    json(c, attendanceAsData(await attendanceOf(c, services), services.settings.url)),
  )
  app.get(urls.attendance(':slug'), async (c) => {
    const view = await attendanceOf(c, services)
    return html(c, <AttendancePage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(urls.currentYear(), (c) => redirect(c, urls.year(services.clock.now().getUTCFullYear())))
  app.get('/keshilltare/pjesemarrja/:file{(19|20)[0-9]{2}\\.csv}', async (c) => {
    const year = Number(c.req.param('file').slice(0, 4))
    const view = await viewYear(services, c.get('lang'), year, c.req.query('institucioni'))
    return text(c, yearCsv(c.get('lang'), view), CSV)
  })
  app.get('/keshilltare/pjesemarrja/:year{(19|20)[0-9]{2}}', async (c) => {
    const view = await viewYear(services, c.get('lang'), Number(c.req.param('year')), c.req.query('institucioni'))
    return html(c, <YearAttendancePage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  sheetRoutes(app, services)
}

function sheetRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', minutesOfficeUrls.attendance(), may['council.read'], async (c, official) => {
    const view = await viewSheet(services, c.get('lang'), official, c.req.query())
    return html(c, <SheetPage page={pageOf(c, services, null)} view={view} />)
  })
  for (const format of ['xlsx', 'csv', 'pdf'] as const)
    officeRoute(app, 'GET', minutesOfficeUrls.attendanceFile(format), may['council.read'], async (c, official) =>
      sheetFile(c, services, await viewSheet(services, c.get('lang'), official, c.req.query()), format),
    )
}

async function sheetFile(c: WebContext, services: Services, view: SheetView, format: 'xlsx' | 'csv' | 'pdf') {
  const lang = c.get('lang')
  const t = attendanceTexts(lang).sheet
  const name = `${t.name}-${view.institution?.slug ?? ''}-${view.month}`
  if (format === 'pdf') {
    const form = sheetForm(lang, view, services.settings.url)
    return serveForm(c, services, { form, madeAt: services.clock.now(), name, format, open: false })
  }
  const headers = {
    'content-type': format === 'csv' ? CSV : XLSX,
    'content-disposition': `attachment; filename="${name}.${format}"`,
    'cache-control': 'no-store',
  }
  if (format === 'csv') return new Response(sheetCsv(lang, view), { headers })
  const { columns, rows } = sheetTable(lang, view)
  const parts: Uint8Array[] = []
  for await (const part of workbookOf(columns, t.form, onePage(rows))) parts.push(part)
  return new Response(Buffer.concat(parts), { headers })
}

async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows)
}

async function attendanceOf(c: WebContext, services: Services) {
  const view = await viewAttendance(services, c.get('lang'), c.req.param('slug') ?? '')
  if (!view) throw notFound()
  return view
}
