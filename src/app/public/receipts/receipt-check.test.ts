import { describe, expect, it } from 'vitest'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { receiptUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)

describe('the page that checks receipts', () => {
  it('brings the keys of this installation along, and is the same for everyone', async () => {
    await sequenceLedger(web.services, { always: true })
    const [key] = await db<{ vkey: string }[]>`select vkey from platform.ledger_keys`
    const response = await web.get(receiptUrls.check())
    const html = await response.text()
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, expect.stringContaining('public')])
    expect(html).toContain(`data-receipt-check="[&quot;${key?.vkey ?? 'none'}&quot;]"`)
    expect(html).toContain('src="/s/verify-receipt.js"')
  })

  it('cannot send anything: around the file there is no form', async () => {
    const html = await (await web.get('/en/verifiko/vertetim')).text()
    const place = html.slice(html.indexOf('data-receipt-check'), html.indexOf('data-receipt-result'))
    expect(place).toContain('type="file"')
    expect(place).toContain('Content of the receipt')
    expect(place).not.toMatch(/<form/)
  })

  it('takes no code of a letter away: `vertetim` is none', async () => {
    expect((await web.get('/verifiko/vertetim')).status).toBe(200)
    expect((await web.get('/en/ditari/verify-receipt.mjs')).status).toBe(404)
  })
})
