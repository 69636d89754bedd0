import type { FieldErrors } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { LOOKUPS_PER_ADDRESS, readCaseCode } from '#platform/intake/case-rules.ts'
import type { Services } from '#platform/services.ts'
import { LookupPage, PublicCasePage } from './lookup-page.tsx'
import { viewLookup } from './lookup-view.ts'
import { writeTexts } from './texts.ts'
import { writeUrls } from './urls.ts'

/** Number and code tell how far a case has come: by the address in the receipt's QR code, or typed. */
export function lookupRoutes(app: WebApp, services: Services): void {
  app.get(writeUrls.lookup(), async (c) => {
    const typed = { number: (c.req.query('numri') ?? '').slice(0, 60), code: (c.req.query('kodi') ?? '').slice(0, 60) }
    if (c.req.query('numri') === undefined && c.req.query('kodi') === undefined)
      return again(c, services, typed, {}, 200)
    const t = writeTexts(c.get('lang')).lookup.errors
    const errors: FieldErrors = {}
    if (typed.number.trim() === '') errors.numri = t.number
    if (readCaseCode(typed.code) === null) errors.kodi = t.code
    if (Object.keys(errors).length > 0) return again(c, services, typed, errors, 422)
    if (await isTooMany(services, 'case-lookup', c.get('address'), LOOKUPS_PER_ADDRESS)) {
      return again(c, services, typed, { numri: t.tooMany }, 429)
    }
    const view = await viewLookup(services, c.get('lang'), typed.number, typed.code)
    if (!view) return again(c, services, typed, { numri: t.none }, 404)
    return html(c, <PublicCasePage page={pageOf(c, services, view.institution)} view={view} />)
  })
}

function again(
  c: WebContext,
  services: Services,
  typed: { number: string; code: string },
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  return html(c, <LookupPage page={pageOf(c, services, null)} typed={typed} errors={errors} />, { status })
}
