import { receiptUrls } from '#app/public/receipts/urls.ts'
import type { RoomPages } from './page.ts'

/** Where everyone checks a receipt. The receipts themselves stand with the comments. */
export const receiptPages: RoomPages = () =>
  Promise.resolve({
    anonymous: [{ path: receiptUrls.check() }],
  })
