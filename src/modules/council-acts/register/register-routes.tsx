import type { Door } from '#platform/door.ts'
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
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { actUrls } from '../urls.ts'
import { viewRegisterFeed } from './feed-view.ts'
import { GapsPage } from './gaps-page.tsx'
import { MOST_SHOWN, readGapsQuestion, viewGaps } from './gaps-view.ts'
import { officeGapRoutes } from './office-gaps-routes.tsx'
import { datasetOfSelection } from './register-dataset.ts'
import { RegisterPage } from './register-page.tsx'
import { addressOfRegister, readRegisterQuestion, type RegisterQuestion } from './register-question-rules.ts'
import { viewRegister, viewRegisterCount, viewRegisterWish } from './register-view.ts'
import { textsIn } from './texts.ts'
import { registerUrls as urls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }

/** As for the files of open data. */
const LIMIT: Limit = { count: 200, minutes: 10 }
const SHARED_CACHE = 'public, max-age=0, s-maxage=30'

/** The register as everybody reads it, and its gaps. To be hung up before the acts, whose addresses take any word. */
export function registerRoutes(app: WebApp, { services, doors }: Room): void {
  const asked = (c: WebContext) => ({
    services,
    doors,
    lang: c.get('lang'),
    question: readRegisterQuestion(c.req.query()),
  })

  app.get(urls.ofInstitution(':slug'), (c) => {
    const question = readRegisterQuestion({ ...c.req.query(), institucioni: c.req.param('slug') ?? '' })
    return redirect(c, actUrls.register() + addressOfRegister(question))
  })

  app.get(actUrls.register(), async (c) => {
    const view = await viewRegister(asked(c))
    if (!view) throw notFound()
    return html(c, <RegisterPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.get(actUrls.gaps(), async (c) => {
    const view = await viewGaps(services, c.get('lang'), readGapsQuestion(c.req.query()))
    if (!view) throw notFound()
    const page = pageOf(c, services, view.chosen?.institution ?? null)
    return html(c, <GapsPage page={page} view={view} most={MOST_SHOWN} />, { cache: 'public' })
  })

  app.get(urls.file('atom'), async (c) => {
    const wish = await viewRegisterWish(asked(c))
    if (!wish) throw notFound()
    const { lang, question } = asked(c)
    return text(c, await viewRegisterFeed(services, lang, question, wish), ATOM_TYPE)
  })

  app.get('/aktet/:file{regjistri\\.(csv|xlsx|json)}', async (c) => {
    const wish = await viewRegisterWish(asked(c))
    if (!wish) throw notFound()
    if (await isTooMany(services, 'exports.file', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
    const extension = (c.req.param('file') ?? '').replace('regjistri.', '') as keyof typeof TYPES
    if (extension === 'xlsx' && (await viewRegisterCount(services, wish, MOST_SHEET_ROWS + 1)) > MOST_SHEET_ROWS)
      return tooLong(c, services, asked(c).question)
    return fileOf(c, services, datasetOfSelection(wish), extension)
  })

  officeGapRoutes(app, services)
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
  const pieces = {
    csv: () => csvOf(dataset, pages, c.req.query('bom') === 'po'),
    json: () => jsonOf(pages),
    xlsx: () => workbookOf(dataset.columns, textsIn(c.get('lang')).title, pages),
  }[extension]()
  return new Response(c.req.raw.method === 'HEAD' ? null : streamOf(pieces), {
    headers: {
      'content-type': TYPES[extension],
      'content-disposition': `${extension === 'json' ? 'inline' : 'attachment'}; filename="regjistri-i-akteve.${extension}"`,
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
  const { title, detail, action } = textsIn(lang).tooLong
  const href = inLanguage(lang, urls.file('csv')) + addressOfRegister({ ...question, page: 1 })
  const page = pageOf(c, services, null)
  return html(
    c,
    <ErrorPage page={page} status={422} title={title} paragraphs={[detail]} action={{ href, label: action }} />,
    { status: 422 },
  )
}
