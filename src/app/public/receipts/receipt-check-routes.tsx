import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, text } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { asset, ASSETS_FOLDER } from '#ui/assets.ts'
import { ReceiptCheckPage } from './receipt-check-page.tsx'
import { viewOwnKeys } from './receipt-check-view.ts'
import { receiptUrls } from './urls.ts'

/** Checking a receipt, for everyone: here in the browser, or at home with a program of one file. */
export function receiptCheckRoutes(app: WebApp, services: Services): void {
  app.get(receiptUrls.check(), async (c) =>
    html(c, <ReceiptCheckPage page={pageOf(c, services, null)} keys={await viewOwnKeys(services)} />, {
      cache: 'public',
    }),
  )

  app.get(receiptUrls.tool(), async (c) => {
    // It is the same in every language.
    if (c.get('lang') !== 'sq') throw notFound()
    const program = await readFile(join(ASSETS_FOLDER, basename(asset('verify-receipt.mjs'))), 'utf8')
    const response = text(c, program, 'text/javascript; charset=utf-8')
    response.headers.set('content-disposition', 'attachment; filename="verify-receipt.mjs"')
    return response
  })
}
