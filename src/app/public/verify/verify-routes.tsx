import type { Door } from '#platform/door.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { readCheckCode, showCheckCode } from '#platform/letters/official-letter-rules.ts'
import type { Services } from '#platform/services.ts'
import { verifyUrls } from '../../office/letters/urls.ts'
import { readFileDigest } from './read-file-digest.ts'
import { LinkedLetterPage, UnknownPage, VerifiedPage, VerifyPage } from './verify-page.tsx'
import { VERIFY_TEXTS } from './verify-texts.ts'
import { verifiedData, viewByCode, viewByDigest, viewByLink } from './verify-view.ts'

/** Enough for a family at one address with a pile of letters; a guesser would need ages for 32¹² codes. */
const LIMIT = { count: 40, minutes: 10 }
const FORM = 'verifiko'

/** Whether a paper is ours. For everyone, without signing in. */
export function verifyRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.get(verifyUrls.form(), (c) => {
    const typed = c.req.query('kodi')
    if (typed === undefined) return form(c, services, '', {})
    const code = readCheckCode(typed)
    const error = { kodi: VERIFY_TEXTS[c.get('lang')].codeError }
    return code ? redirect(c, verifyUrls.one(showCheckCode(code))) : form(c, services, typed.slice(0, 60), error, 422)
  })

  app.post(verifyUrls.form(), (c) => checkFile(c, services, doors))

  app.get('/verifiko/:code{[^/]{1,60}}', async (c) => {
    const typed = c.req.param('code')
    const asData = typed.endsWith('.json')
    const limited = await isTooMany(services, FORM, c.get('address'), LIMIT)
    if (limited) return form(c, services, '', { kodi: VERIFY_TEXTS[c.get('lang')].tooMany }, 429)
    const checked = await viewByCode(services, doors, c.get('lang'), typed.replace(/\.json$/, ''))
    if (asData && !checked) throw notFound()
    if (asData && checked) return json(c, verifiedData(checked))
    const page = pageOf(c, services, null)
    return checked
      ? html(c, <VerifiedPage page={page} checked={checked} sameFile={false} />)
      : html(c, <UnknownPage page={page} code={typed} digest={null} />, { status: 404 })
  })

  app.get('/shkresa/:token', async (c) => {
    const token = c.req.param('token')
    const view = await viewByLink(services, c.get('lang'), token)
    if (!view) throw notFound()
    return html(c, <LinkedLetterPage page={pageOf(c, services, view.institution)} view={view} token={token} />)
  })

  app.get('/shkresa/:token/:kind{pdf|docx}', async (c) => {
    const view = await viewByLink(services, c.get('lang'), c.req.param('token'))
    const id = c.req.param('kind') === 'pdf' ? view?.letter.pdfDocumentId : view?.letter.docxDocumentId
    if (!id) throw notFound()
    return serveDocument(c, services, id, { public: false })
  })
}

const form = (c: WebContext, services: Services, code: string, errors: FieldErrors, status = 200): Promise<Response> =>
  html(c, <VerifyPage page={pageOf(c, services, null)} code={code} errors={errors} />, {
    status,
    ...(status === 200 && { cache: 'public' as const }),
  })

async function checkFile(c: WebContext, services: Services, doors: readonly Door[]): Promise<Response> {
  const t = VERIFY_TEXTS[c.get('lang')]
  if (await isTooMany(services, FORM, c.get('address'), LIMIT))
    return form(c, services, '', { skedari: t.tooMany }, 429)
  const read = await readFileDigest(c, services)
  if (read.kind !== 'digest')
    return form(c, services, '', { skedari: read.kind === 'too-large' ? t.fileTooLarge : t.fileError }, 422)
  const checked = await viewByDigest(services, doors, c.get('lang'), read.digest)
  const page = pageOf(c, services, null)
  return checked
    ? html(c, <VerifiedPage page={page} checked={checked} sameFile />)
    : html(c, <UnknownPage page={page} code="" digest={read.digest} />)
}
