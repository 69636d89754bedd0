import type { Dataset } from '#platform/export/dataset.ts'
import { csvOf, jsonOf, streamOf } from '#platform/export/file-formats.ts'
import { licenceOf } from '#platform/export/licence-rules.ts'
import { rowPages } from '#platform/export/read-rows.ts'
import { workbookOf } from '#platform/export/workbook.ts'
import { MOST_SHEET_ROWS } from '#platform/export/workbook-rules.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ATOM_TYPE } from '#platform/lists/atom-rules.ts'
import { ICAL_TYPE } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { textsIn } from '../texts.ts'
import { datasetOfSelection } from './register-dataset.ts'
import { viewRegisterCalendar, viewRegisterFeed } from './register-feeds-view.ts'
import { RegisterPage } from './register-page.tsx'
import { addressOfRegister, readRegisterQuestion, type RegisterQuestion } from './register-question-rules.ts'
import { viewRegister, viewRegisterCount, viewRegisterWish } from './register-view.ts'
import { registerUrls as urls } from './urls.ts'

/** As for the files of open data. */
const LIMIT: Limit = { count: 200, minutes: 10 }
const SHARED_CACHE = 'public, max-age=0, s-maxage=30'

/** The register as everybody reads it. To be hung up before the consultations, whose addresses take any word. */
export function registerRoutes(app: WebApp, services: Services): void {
  app.get(urls.ofInstitution(':slug'), (c) => {
    const question = readRegisterQuestion({ ...c.req.query(), institucioni: c.req.param('slug') ?? '' })
    return redirect(c, urls.list() + addressOfRegister(question))
  })

  app.get(urls.list(), async (c) => {
    const view = await viewRegister(services, c.get('lang'), readRegisterQuestion(c.req.query()))
    if (!view) throw notFound()
    return html(c, <RegisterPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })

  app.get('/konsultime/:file{regjistri\\.(atom|ics)}', async (c) => {
    const question = readRegisterQuestion(c.req.query())
    const lang = c.get('lang')
    const wish = await viewRegisterWish(services, lang, question)
    if (!wish) throw notFound()
    const asked = { services, lang, question, wish }
    return c.req.param('file').endsWith('.ics')
      ? text(c, await viewRegisterCalendar(asked), ICAL_TYPE)
      : text(c, await viewRegisterFeed(asked), ATOM_TYPE)
  })

  app.get('/konsultime/:file{regjistri\\.(csv|xlsx|json)}', async (c) => {
    const question = readRegisterQuestion(c.req.query())
    const wish = await viewRegisterWish(services, c.get('lang'), question)
    if (!wish) throw notFound()
    if (await isTooMany(services, 'exports.file', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
    const extension = c.req.param('file').replace('regjistri.', '') as keyof typeof TYPES
    if (extension === 'xlsx' && (await viewRegisterCount(services, wish, MOST_SHEET_ROWS + 1)) > MOST_SHEET_ROWS)
      return tooLong(c, services, question)
    return fileOf(c, services, datasetOfSelection(wish), extension)
  })
}

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Streamed as it is read, in the columns of the dataset. */
function fileOf(
  c: WebContext,
  { db, settings: { url } }: Services,
  dataset: Dataset,
  extension: keyof typeof TYPES,
): Response {
  const pages = rowPages(db, { dataset, filters: {}, url })
  const lang = c.get('lang')
  const pieces = {
    csv: () => csvOf(dataset, pages, c.req.query('bom') === 'po'),
    json: () => jsonOf(pages),
    xlsx: () => workbookOf(dataset.columns, textsIn(lang).register.title, pages),
  }[extension]()
  return new Response(c.req.raw.method === 'HEAD' ? null : streamOf(pieces), {
    headers: {
      'content-type': TYPES[extension],
      'content-disposition': `${extension === 'json' ? 'inline' : 'attachment'}; filename="regjistri-i-konsultimeve.${extension}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'access-control-allow-origin': '*',
      'cache-control': SHARED_CACHE,
      vary: 'accept-encoding',
      link: `<${licenceOf(dataset.licence).address}>; rel="license"`,
    },
  })
}

/** Says so, and gives what there is instead. */
function tooLong(c: WebContext, services: Services, question: RegisterQuestion): Promise<Response> {
  const lang = c.get('lang')
  const { title, detail, action } = textsIn(lang).register.tooLong
  const href = inLanguage(lang, urls.file('csv')) + addressOfRegister(question)
  const page = pageOf(c, services, null)
  return html(
    c,
    <ErrorPage page={page} status={422} title={title} paragraphs={[detail]} action={{ href, label: action }} />,
    { status: 422 },
  )
}
