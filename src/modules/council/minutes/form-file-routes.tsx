import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import { serveForm as serveFormFile, type FormOrder } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { minutesTexts } from './texts.ts'

/** The file, or a page that says why there is none. */
export const serveForm = async (c: WebContext, services: Services, order: FormOrder): Promise<Response> =>
  (await serveFormFile(c, services, order)) ?? cannotBeMade(c, services)

function cannotBeMade(c: WebContext, services: Services): Promise<Response> {
  const t = minutesTexts(c.get('lang')).page
  const page = pageOf(c, services, null)
  return html(c, <ErrorPage page={page} status={501} title={t.noFile} paragraphs={[t.noCompiler]} />, { status: 501 })
}
