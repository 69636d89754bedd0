import { createHash } from 'node:crypto'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import type { ExportOrder } from '#platform/texts/export/export-order.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { minutesTexts } from './texts.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
export type FormFormat = keyof typeof TYPES

/** Files that have to be made anew for one address. */
const LIMIT: Limit = { count: 30, minutes: 10 }

type Order = {
  form: FormDocument
  madeAt: Date
  name: string
  format: FormFormat
  /** Of what everybody reads: it may be kept on the way. */
  open: boolean
}

/** Made in a process of its own, and kept by what is in it. */
export async function serveForm(c: WebContext, services: Services, order: Order): Promise<Response> {
  const { form, madeAt, name, format, open } = order
  const key = `council-${format}-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const heavy = { kind: `form-${format}`, form, madeAt: madeAt.toISOString() } as const
  const waiting = knownExport(key) ?? (await orderAnew(c, services, key, heavy))
  if (!waiting) throw new Refused(503, 'unavailable')
  const outcome = await waiting
  if (outcome.kind !== 'made') return cannotBeMade(c, services)
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${format}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    ...(open
      ? { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate' }
      : { 'cache-control': 'no-store' }),
  }
  return new Response(Uint8Array.from(outcome.bytes), { headers })
}

/** `docx` or `pdf` as they end an address; anything else is not there. */
export function formatIn(words: string | undefined): FormFormat {
  if (words === 'docx' || words === 'pdf') return words
  throw notFound()
}

async function orderAnew(c: WebContext, services: Services, key: string, order: ExportOrder) {
  if (await isTooMany(services, 'council.export', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
  return knownExport(key) ?? makeExport(key, () => runExport(services.settings, order))
}

function cannotBeMade(c: WebContext, services: Services): Promise<Response> {
  const t = minutesTexts(c.get('lang')).page
  const page = pageOf(c, services, null)
  return html(c, <ErrorPage page={page} status={501} title={t.noFile} paragraphs={[t.noCompiler]} />, { status: 501 })
}
