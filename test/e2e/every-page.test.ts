import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inLanguage } from '#platform/i18n/language.ts'
import { accessibilityFaults, sidewaysFaults, testBrowser } from '../browser.ts'
import { testWeb } from '../web.ts'
import { WHOLE } from '../whole.ts'
import { hasJava, htmlFaults } from './html-checker.ts'
import { prepareEveryPage, type Pages } from './pages.ts'
import { lookedAtBy } from './pages/looked-at.ts'
import { VIEWERS, type Page } from './pages/page.ts'
import { startProgram, type Program } from './program.ts'
import { wireTo, type Wire } from './proxy.ts'
import { demonstrationPerson, type Visitor } from './visitor.ts'

const LONG = 300_000
const browser = testBrowser()
let program: Program
let wire: Wire
let all: Pages
beforeAll(async () => {
  const reachDatabaseAt = async (url: string) => {
    wire = await wireTo(url)
    return wire.url
  }
  program = await startProgram({ reachDatabaseAt, env: { KUVEND_DEMO: 'on', KUVEND_PROXY: '1' } })
  all = await prepareEveryPage(program)
}, LONG)
afterAll(async () => {
  await program?.stop()
  wire?.close()
})

/** Every document that was given out, by address, for the HTML checker. */
const documents = new Map<string, string>()

/** The narrowest telephone, and the width that is left of 1280 pixels when everything is twice as large. */
const NARROW = 320
const ZOOMED = 640

type Seen = { status: number; faults: string[] }

async function look(page: BrowserPage, one: Page, closely = true): Promise<string[]> {
  const { path, fields, status = 200 } = one
  const name = `${fields ? 'POST' : 'GET'} ${path}`
  const answer = closely && fields ? await goTo(page, one) : await writeInto(page, one)
  if (!answer) return [`${name}: no answer`]
  if (answer.sentOn) return [`${name}: sent on to ${answer.url}`]
  documents.set(`${name} (${documents.size})`, answer.html)
  const seen: Seen = { status: answer.status, faults: [] }
  if (seen.status !== status) seen.faults.push(`status ${seen.status} in place of ${status}`)
  if ((await page.getAttribute('html', 'lang')) !== 'sq') seen.faults.push('in another language')
  seen.faults.push(...(await accessibilityFaults(page)))
  for (const width of closely ? [NARROW, ZOOMED] : [NARROW]) {
    await page.setViewportSize({ width, height: 800 })
    seen.faults.push(...(await sidewaysFaults(page)).map((fault) => `sideways at ${fault}`))
  }
  if (closely) seen.faults.push(...(await largeTextFaults(page)))
  return seen.faults.map((fault) => `${name}: ${fault}`)
}

/** The same page in English, for the HTML checker: it is built as the Albanian one, whose words are the longer ones. */
async function readInEnglish(who: Visitor, { path, fields, status = 200 }: Page): Promise<string[]> {
  const address = inLanguage('en', path)
  const name = `${fields ? 'POST' : 'GET'} ${address}`
  const answer = fields ? await who.post(address, fields) : await who.get(address)
  const html = await answer.text()
  documents.set(`${name} (${documents.size})`, html)
  const faults = [
    ...(answer.status === status ? [] : [`status ${answer.status} in place of ${status}`]),
    ...(/<html [^>]*lang="en"/.test(html) ? [] : ['in another language']),
  ]
  return faults.map((fault) => `${name}: ${fault}`)
}

type Answer = { status: number; html: string; url: string; sentOn: boolean }

/** As people come to what they have to mend: by sending the form before it. */
async function goTo(page: BrowserPage, { path, fields = {} }: Page): Promise<Answer | null> {
  const answer = await send(page, path, fields)
  if (!answer) return null
  const sentOn = answer.status() === 303
  return { status: answer.status(), url: page.url(), sentOn, html: sentOn ? '' : await answer.text() }
}

/**
 * The page written into the window that is open: axe stays where it is and warm, which halves the time of what takes the
 * longest of all tests. How pages are reached is seen in the tests of their work, and on the first visit below.
 */
async function writeInto(page: BrowserPage, { path, fields }: Page): Promise<Answer> {
  if (!page.url().startsWith(program.url)) await page.goto(program.url)
  const entries = fields ? await Promise.all(Object.entries(fields).map(sendable)) : null
  const answer = await page.evaluate(
    async ([address, sent]) => {
      const body = new FormData()
      for (const [name, value] of sent ?? []) {
        if (typeof value === 'string') body.append(name, value)
        else body.append(name, new File(value.name === '' ? [] : [value.words], value.name))
      }
      const response = await fetch(address, sent ? { method: 'POST', body } : {})
      const html = await response.text()
      const loaded = new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
      document.open()
      // oxlint-disable-next-line typescript/no-deprecated -- no other way keeps the window and runs the scripts of the page
      document.write(html)
      const again = new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
      document.close()
      await Promise.race([loaded, again])
      return { status: response.status, url: response.url, sentOn: response.redirected, html }
    },
    [path, entries] as const,
  )
  return answer
}

/** As the form of the page sends it, mistakes included; gives the page that comes back. */
async function send(page: BrowserPage, path: string, fields: NonNullable<Page['fields']>) {
  if (!page.url().startsWith(program.url)) await page.goto(program.url)
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate(
    ([action, entries]) => {
      const form = document.createElement('form')
      Object.assign(form, { action, method: 'post', enctype: 'multipart/form-data' })
      for (const [name, value] of entries) {
        const input = Object.assign(document.createElement('input'), { name })
        if (typeof value === 'string') input.value = value
        else {
          const files = new DataTransfer()
          if (value.name !== '') files.items.add(new File([value.words], value.name))
          Object.assign(input, { type: 'file' }).files = files.files
        }
        form.append(input)
      }
      document.body.append(form)
      form.submit()
    },
    [path, await Promise.all(Object.entries(fields).map(sendable))] as const,
  )
  const response = await answer
  await page.waitForLoadState()
  return response
}

/** A file does not travel into the browser as it is; those of these pages hold nothing but words. */
const sendable = async ([name, value]: [string, string | File]) =>
  [name, typeof value === 'string' ? value : { name: value.name, words: await value.text() }] as const

/** Somebody has set the browser's own letters to twice their size: the page's grow with them, and nothing falls out. */
async function largeTextFaults(page: BrowserPage): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 800 })
  const size = () =>
    page.evaluate(() =>
      parseFloat(getComputedStyle(document.querySelector('main p, main li') ?? document.body).fontSize),
    )
  const before = await size()
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  const after = await size()
  const faults = (await sidewaysFaults(page)).map((fault) => `sideways with letters of twice the size: ${fault}`)
  return after < before * 1.9 ? [...faults, `letters stay at ${after} pixels`] : faults
}

const VISITORS = VIEWERS

it.each(VISITORS)('every page that is for: %s, is in order', { timeout: LONG }, async (visitor) => {
  const { who, pages } = lookedAtBy(all, visitor)
  const page = await browser.open()
  await page.context().addCookies(who.cookies())
  const faults: string[] = []
  for (const one of pages) {
    await page.setViewportSize({ width: 1280, height: 800 })
    // The office is made of the same parts: twice the letters are tried on what everyone reads.
    faults.push(...(await look(page, one, WHOLE && (visitor === 'anonymous' || visitor === 'citizen'))))
  }
  expect(faults).toEqual([])
})

it.each(VISITORS)('every page that is for: %s, is there in English', { timeout: LONG }, async (visitor) => {
  const { who, pages } = lookedAtBy(all, visitor)
  const faults: string[] = []
  for (const one of pages) faults.push(...(await readInEnglish(who, one)))
  expect(faults).toEqual([])
})

it(
  'the pages for what went wrong are in order: too often, a fault of ours, the database away',
  { timeout: LONG },
  async () => {
    const page = await browser.open({ extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.2' } })
    await page.goto(program.url)
    await exhaust('203.0.113.2')
    const faults = await look(page, { path: '/komenti/asgje/konfirmimi', fields: {}, status: 429 })
    await program.db`alter table consultations.consultations rename to consultations_away`
    faults.push(...(await look(page, { path: '/konsultime', status: 500 })))
    expect(await page.locator('main').innerText()).toMatch(/\b[2-9A-HJ-NP-Z]{8}\b/)
    await program.db`alter table consultations.consultations_away rename to consultations`
    wire.cut()
    faults.push(...(await look(page, { path: '/konsultime', status: 503 })))
    wire.mend()
    await expect
      .poll(() => fetch(`${program.url}/readyz`).then((answer) => answer.status), { timeout: 60_000 })
      .toBe(200)
    expect(faults).toEqual([])
  },
)

/** Uses up what one address may do with private links within an hour. */
async function exhaust(address: string): Promise<void> {
  const headers = { origin: program.url, 'x-forwarded-for': address }
  const once = () =>
    fetch(`${program.url}/komenti/asgje/konfirmimi`, { method: 'POST', headers, body: new URLSearchParams() })
  for (let n = 0; n < 30; n++) await Promise.all(Array.from({ length: 20 }, once))
}

/** Not for eyes: they answer machines, or send on to a page that is looked at. */
const NO_PAGES = [
  /\.(json|jsonld|csv|ics|docx|xlsx|pdf|png|txt|atom|ttl|xml|zip)$/,
  /\/SHA256SUMS$/,
  // The letter to the authority that reviews legality, and its acts as an archive.
  /\/(shkresa\/:format|pakoja)$/,
  /\/:old\{pako-/,
  /^\/kerko\/sugjerime$/,
  // Lead to the page of this year, of the plan, of one's own.
  /^\/kalendari$/,
  /^\/konsultime\/plani$/,
  /^\/konsultime\/krahasimi$/,
  /^\/keshilltare\/pjesemarrja$/,
  /^\/i\/:slug\/plani\/:year/,
  /^\/i\/:slug\/regjistri-i-konsultimeve$/,
  /^\/konsultime\/:file\{regjistri/,
  /^\/zyra\/konsultime\/:id[^/]*\/plani$/,
  /^\/ndiq\/lidhje-e-re$/,
  /^\/eli\//,
  /^\/oparl\//,
  /^\/popolo(\/|$)/,
  // The record of a meeting for the script of its page, and its sheets as files.
  /^\/zyra\/keshilli\/mbledhje\/:id\/zhvillimi\/(gjendja|fletet\/:format)$/,
  // The register of acts of one institution; a certified copy, and papers of an act at the desk of the authority, as files.
  /^\/i\/:slug\/aktet$/,
  /^\/zyra\/aktet\/kopjet\/:id\/kopja\/:format$/,
  /^\/zyra\/ligjshmeria\/:id\/aktet\/:act\/dokumentet\/:document$/,
  // The paper of an act that is to be signed, as a file.
  /^\/zyra\/aktet\/:id\/nenshkrimi\/akti\/:format$/,
  // Pieces of the live pages of a meeting, and the stream that wakes them.
  /^\/mbledhje\/:slug\/(drejtperdrejt|ekrani)\/(pjesa|rrjedha)$/,
  /^\/(healthz|readyz|metrics|robots\.txt|favicon\.svg)$/,
  /^\/s\//,
  /\/dokumente\//,
  /^\/hyr\/(kodi|faktori|kodi-rezerve)$/,
  /\/(skedari|lidhja)(\/:format)?$/,
  /\/njoftimi\/:file\{njoftimi/,
  /kapitujt\.vtt$/,
  /\/vertetimi\//,
  /^\/ditari\/(checkpoint|celesat|verify-receipt\.mjs)$/,
  /\/faqet\//,
  /\/prova\//,
  /te-dhenat-e-mia\.html$/,
  /^\/shkresa\/[^/]+\/[^/]+$/,
]

it('no page of the program is left out', () => {
  const { app } = testWeb(program.db)
  const routes = new Set(
    app.routes.filter(({ method, path }) => method === 'GET' && !path.endsWith('*')).map(({ path }) => path),
  )
  const visited = VISITORS.flatMap((visitor) =>
    all[visitor].pages.filter(({ fields }) => !fields).map(({ path }) => path.split('?')[0] ?? ''),
  )
  const missing = [...routes].filter((route) => {
    const sample = route.replace(/:\w+\{[^}]*(\\\.\w+)[^}]*\}$/, 'x.json').replace(/:\w+(\{.*?\}(?=\/|$))?/g, 'x')
    const pattern = new RegExp(`^${route.replace(/:\w+(\{.*?\}(?=\/|$))?/g, '[^/]+')}$`)
    return !NO_PAGES.some((one) => one.test(sample) || one.test(route)) && !visited.some((path) => pattern.test(path))
  })
  expect(missing).toEqual([])
})

it.runIf(hasJava())('the Nu HTML checker finds no mistake in any of them', { timeout: LONG }, async () => {
  expect(documents.size).toBeGreaterThan(100)
  expect(await htmlFaults(documents)).toEqual([])
})

/** Compressed, first load, with styles, script and fonts (docs: what a village on an old telephone can bear). */
const MOST_BYTES = 100_000

describe('on the first visit', () => {
  it('no public page sends more than 100 kB', { timeout: LONG }, async () => {
    const heavy: string[] = []
    const { bregas, article } = all.facts
    const one = `/konsultime/${bregas}`
    const own = ['', `/neni/${article}`, '/komente', '/komento'].map((path) => one + path)
    const [act] = await program.db<{ slug: string }[]>`
      select slug from council_acts.published_acts where institution_slug = 'bregas' and text_state = 'adopted'
      order by published_at desc limit 1`
    const acts = ['/aktet', `/aktet/${act?.slug ?? ''}`, '/aktet/statistika', '/aktet/plani']
    const others = [`/konsultime/${all.facts.history}`, '/i/fushas/', '/privatesia', '/hyr']
    const paths = ['/', '/konsultime', ...own, ...acts, ...others]
    for (const path of paths) {
      const { page, bytes } = await weighed()
      await page.goto(program.url + path)
      await page.evaluate(() => document.fonts.ready)
      if (bytes() > MOST_BYTES || bytes() < 10_000) heavy.push(`${path}: ${bytes()} bytes`)
      await page.close()
    }
    expect(heavy).toEqual([])
  })
})

/** A page of somebody who has never been here, with all that came over the wire. */
async function weighed() {
  const page = await browser.open()
  const session = await page.context().newCDPSession(page)
  let sum = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (sum += encodedDataLength))
  await session.send('Network.enable')
  return { page, bytes: () => sum }
}

it('a demonstration person stays a demonstration person: every page says so', { timeout: LONG }, async () => {
  const who = await demonstrationPerson(program, 'Drita Demo')
  for (const path of ['/', '/zyra', '/konsultime', '/nuk-ka']) {
    expect(await (await who.get(path)).text()).toContain('kv-demonstration')
  }
})
