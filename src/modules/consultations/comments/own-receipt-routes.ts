import { notFound, Refused } from '#platform/http/refused.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { receivedComments } from '../ledger/comment-records.ts'
import { viewOwnComment } from './own-comment-view.ts'
import { viewOwnReceipt } from './own-receipt-view.ts'
import { makeOwnReceipt } from './make-own-receipt.ts'

/** A PDF is work, a tenth of a second of it: enough for a family that keeps every version. */
const DOWNLOADS = { count: 60, minutes: 10 }

/** The receipts of one's own comment as files: made anew each time, so that the same address gains its proof. */
export function ownReceiptRoutes(app: WebApp, services: Services): void {
  app.get('/komenti/:key/vertetimi/:file{[1-9][0-9]{0,3}\\.(json|pdf|tlog-proof)}', async (c) => {
    const [digits = '', kind = ''] = c.req.param('file').split('.')
    if (await isTooMany(services, 'own-receipt', c.get('address'), DOWNLOADS)) throw new Refused(429, 'too-many')
    const lang = c.get('lang')
    const view = await viewOwnComment(services, lang, c.req.param('key'), c.get('visitor'))
    const receipt = view && (await viewOwnReceipt(services, view, receivedComments, Number(digits)))
    if (!view || !receipt) throw notFound()
    const file = await makeOwnReceipt(services, kind, { ...view, receipt, lang })
    if (!file) throw notFound()
    return new Response(typeof file.content === 'string' ? file.content : new Uint8Array(file.content), {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.name}"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-robots-tag': 'noindex',
        'cache-control': 'no-store',
      },
    })
  })
}
