import { createHash } from 'node:crypto'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import { notFound, Refused } from '../http/refused.ts'
import type { WebContext } from '../http/web-context.ts'
import type { Services } from '../services.ts'
import type { ExportOrder } from '../texts/export/export-order.ts'
import { knownExport, makeExport } from '../texts/export/kept-exports.ts'
import { runExport } from '../texts/export/run-export.ts'
import type { FormDocument } from './form-document-rules.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
export type FormFormat = keyof typeof TYPES

/** Files that have to be made anew for one address. */
const LIMIT: Limit = { count: 30, minutes: 10 }

export type FormOrder = {
  form: FormDocument
  madeAt: Date
  /** Of the file, without its end. */
  name: string
  format: FormFormat
  /** Of what everybody reads: it may be kept on the way. */
  open: boolean
}

/** A form as a file, made in a process of its own and kept by what is in it. Null: this machine cannot make one. */
export async function serveForm(c: WebContext, services: Services, order: FormOrder): Promise<Response | null> {
  const { form, madeAt, name, format, open } = order
  const key = `form-${format}-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const heavy = { kind: `form-${format}`, form, madeAt: madeAt.toISOString() } as const
  const waiting = knownExport(key) ?? (await orderAnew(c, services, key, heavy))
  if (!waiting) throw new Refused(503, 'unavailable')
  const outcome = await waiting
  if (outcome.kind !== 'made') return null
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
  if (await isTooMany(services, 'forms.export', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
  return knownExport(key) ?? makeExport(key, () => runExport(services.settings, order))
}
