import { randomUUID } from 'node:crypto'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { CASES_PER_ADDRESS, CASES_PER_EMAIL } from '#platform/intake/case-rules.ts'
import { receiveWebCase } from '#platform/intake/receive-web-case.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from './texts.ts'
import { publicUrls as urls } from './urls.ts'
import { readWriting, WRITE_FIELDS } from './write-form.ts'
import { WritePage, WrittenPage } from './write-page.tsx'
import { viewWriting, type WritingView } from './write-view.ts'

/** To write to a councillor: a case at the institution, with receipt and clock as any other. */
export function writeRoutes(app: WebApp, services: Services): void {
  app.get(urls.writeTo(':slug'), async (c) =>
    writePage(c, services, await viewOf(c, services), { typed: { dergesa: randomUUID() } }),
  )
  app.post(urls.writeTo(':slug'), (c) => receive(c, services))
  app.get(urls.written(':slug'), async (c) => {
    const view = await viewOf(c, services)
    return html(c, <WrittenPage page={pageOf(c, services, view.institution)} view={view} />)
  })
}

async function viewOf(c: WebContext, services: Services): Promise<WritingView> {
  const view = await viewWriting(services, c.get('lang'), c.req.param('slug') ?? '')
  if (!view) throw notFound()
  return view
}

type Again = { typed: Typed; errors?: FieldErrors; status?: number }

function writePage(c: WebContext, services: Services, view: WritingView, { typed, errors = {}, status = 200 }: Again) {
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  const page = pageOf(c, services, view.institution)
  return html(c, <WritePage page={page} view={view} typed={filled} errors={errors} />, {
    status,
    // Kept, so that the way back leads to this very form: sent once more it is the same letter.
    ...(status === 200 ? { cache: 'kept' as const } : {}),
  })
}

async function receive(c: WebContext, services: Services): Promise<Response> {
  const lang = c.get('lang')
  const view = await viewOf(c, services)
  const texts = textsIn(lang)
  const sent = await readForm(c)
  const read = readWriting(sent, texts, texts.write.about(view.name))
  if (!read.ok) return writePage(c, services, view, { ...read, status: 422 })
  const tooMany =
    (await isTooMany(services, 'case-email', read.value.email, CASES_PER_EMAIL)) ||
    (await isTooMany(services, 'case-address', c.get('address'), CASES_PER_ADDRESS))
  const typed = typedOf(sent, WRITE_FIELDS)
  if (tooMany) return writePage(c, services, view, { typed, errors: { shkrimi: texts.write.errors.many }, status: 429 })
  const outcome = await receiveWebCase(services, view.institution.slug, { ...read.value, lang, files: [] })
  if (outcome.kind === 'no-such-institution') throw notFound()
  return redirect(c, urls.written(view.slug))
}
