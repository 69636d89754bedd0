import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { sq as appSq } from '#app/texts.sq.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { startProgram, type Program } from './program.ts'
import { freePort } from './run-program.ts'
import { hasOpenssl, tlsProxy, type Proxy } from './proxy.ts'
import {
  at,
  confirmComment,
  fillComment,
  heading,
  link,
  openConsultation,
  openLetter,
  privateLinkIn,
  sendComment,
  signInAs,
  someEmail,
  TOWNS,
  type Site,
} from './steps.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
let proxy: Proxy
let site: Site
const open = () => browser.open({ ignoreHTTPSErrors: true })

describe.runIf(hasOpenssl())('behind a proxy that ends TLS', () => {
  beforeAll(async () => {
    const port = await freePort()
    site = { url: `https://localhost:${port}`, town: 'bregas', lang: 'sq' }
    proxy = await tlsProxy(port, () => program.url)
    program = await startProgram({ env: { KUVEND_DEMO: 'on', KUVEND_URL: site.url, KUVEND_PROXY: '1' } })
  }, LONG)
  afterAll(async () => {
    proxy?.close()
    await program?.stop()
  })

  it.each(
    variants<[string, string[]], [string, string[]]>(
      [
        ['a browser of today', []],
        ['a browser that says where it comes from by its Referer alone', ['sec-fetch-', 'origin']],
      ],
      [['an old browser without Sec-Fetch headers', ['sec-fetch-']]],
    ),
  )('%s comments, confirms and works in the office', { timeout: LONG }, async (_, withheld) => {
    proxy.withhold.splice(0, Infinity, ...withheld)
    const t = textsIn('sq')
    const email = someEmail('jeta')
    const page = await open()
    await openConsultation(page, site)
    await link(page, t.page.commentWhole).click()
    await fillComment(page, site, { words: 'Përmes një ndërmjetësi.', email })
    await sendComment(page, site)
    await signInAs(page, site, TOWNS.bregas.moderator, '/zyra/posta')
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name, secure, httpOnly }) => ({ name, secure, httpOnly }))).toEqual([
      { name: '__Host-kuvend', secure: true, httpOnly: true },
    ])
    await openLetter(page, site, email, t.letters.confirmationSubject)
    expect(await privateLinkIn(page).innerText()).toMatch(/^https:\/\/localhost:/)
    await privateLinkIn(page).click()
    await confirmComment(page, site)
  })

  it(
    'a form on a page of somebody else is refused, and so is one that says nothing of where it comes from',
    { timeout: LONG },
    async () => {
      proxy.withhold.splice(0)
      const before = await commentCount()
      const page = await open()
      await openConsultation(page, site)
      const action = `${page.url()}/komente`
      await page.goto(await foreignPage(action))
      const answer = page.waitForResponse(action)
      await page.locator('button').click()
      expect((await answer).status()).toBe(403)
      await heading(page, appSq.errors['foreign-origin'].title).waitFor()
      proxy.withhold.splice(0, Infinity, 'origin', 'referer', 'sec-fetch-')
      await page.goto(at(site, '/hyr'))
      const silent = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.getByRole('row').filter({ hasText: TOWNS.bregas.coordinator }).getByRole('button').click()
      expect((await silent).status()).toBe(403)
      expect(await commentCount()).toBe(before)
    },
  )

  it('asks browsers never to come without TLS, and names its pages by the public address', async () => {
    const answer = await fetch(`${program.url}/konsultime`)
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
    expect(await answer.text()).toContain(`<link rel="canonical" href="${site.url}/konsultime"`)
  })
})

const commentCount = async (): Promise<number> => {
  const [row] = await program.db<{ count: number }[]>`select count(*)::int as count from consultations.comments`
  return row?.count ?? -1
}

/** A page of another site whose button sends a form to ours. */
async function foreignPage(action: string): Promise<string> {
  const form = `<form method="post" action="${action}"><input name="komenti" value="x"><button>Fitoni</button></form>`
  const html = `<!doctype html><html lang="sq"><head><title>Tjetër</title></head><body>${form}</body></html>`
  const server = createServer((_, answer) => void answer.setHeader('content-type', 'text/html').end(html)).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
