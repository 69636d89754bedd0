import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContextOptions, type ConsoleMessage, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { findChromium } from '../tools/tests/needs.ts'

export type Visitor = BrowserContextOptions & {
  /** False: as an old telephone, or a browser that blocks scripts. */
  script?: boolean
}

export type TestBrowser = {
  /** A page of its own for one person: no cookie and no cache is shared with another. */
  open(visitor?: Visitor): Promise<Page>
}

export function chromiumPath(): string {
  const path = findChromium()
  if (path === null)
    throw new Error('No Chromium: npm test installs it where it may, and says what to install elsewhere')
  return path
}

/** On a machine that others use too, a page can take this long. */
const PATIENCE_MS = 20_000

/**
 * One browser for a test file. After each test its pages are closed, and whatever a page has complained of (a script that
 * failed, a file that is missing, something the content security policy has stopped) fails the test, but what is `expected`.
 */
export function testBrowser({ expected = /^$/ }: { expected?: RegExp } = {}): TestBrowser {
  let browser: Browser
  const opened: Page[] = []
  const faults: string[] = []
  beforeAll(async () => {
    // Without a locale Chromium loses the names of files that have an ë in them.
    browser = await chromium.launch({ executablePath: chromiumPath(), env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  }, 60_000)
  afterEach(async () => {
    const told = faults.splice(0).filter((fault) => !expected.test(fault))
    await Promise.all(opened.splice(0).map((page) => page.context().close()))
    expect(told, 'what the pages complained of').toEqual([])
  })
  afterAll(() => browser?.close())
  return {
    open: async ({ script = true, ...options } = {}) => {
      const context = await browser.newContext({ locale: 'sq-AL', ...options })
      const page = await context.newPage()
      if (!script) await blockScripts(page)
      page.setDefaultTimeout(PATIENCE_MS)
      listen(page, faults)
      opened.push(page)
      return page
    },
  }
}

/**
 * Not `javaScriptEnabled: false`: axe needs script of its own and crashes the browser there. Not `page.route`: it turns
 * the browser's cache off, and with it what happens on the way back.
 */
async function blockScripts(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setBlockedURLs', { urls: ['*.js'] })
}

/** Context.newPage is one page; a test that opens more from the same context listens to them with this. */
export function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isExpected(message)) {
      faults.push(`${page.url()}: ${message.text()}`)
    }
  })
}

/** Chromium counts a page with the status 422 as an error; a blocked script and a cut network are what the test has asked for. */
const isExpected = (message: ConsoleMessage): boolean =>
  /status of (401|403|404|409|410|413|422|429|500|503)/.test(message.text()) ||
  /ERR_BLOCKED_BY_|ERR_INTERNET_DISCONNECTED/.test(message.text())

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Axe = { run(context: Document, options: object): Promise<{ violations: AxeViolation[] }> }
type AxeViolation = { id: string; nodes: { html: string; failureSummary?: string }[] }

const require = createRequire(import.meta.url)
/** The small one: each page has to read it anew, and reading it takes as long as half of what it then does. */
const axeSource = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

/**
 * What axe finds wrong with the page, one line for each element; empty when it is in order. Run by hand: the package's own
 * runner opens a second page for what frames would need, and takes three times as long.
 */
export async function accessibilityFaults(page: Page, { colours = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const rules = colours ? {} : { 'color-contrast': { enabled: false } }
  const violations = await page.evaluate(
    async ([standards, rules]) => {
      const { axe } = window as unknown as { axe: Axe }
      const options = { runOnly: standards, rules, resultTypes: ['violations'], preload: false }
      return (await axe.run(document, options)).violations.map(({ id, nodes }) => ({ id, nodes }))
    },
    [STANDARDS, rules] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} (${node.failureSummary ?? ''})`),
  )
}

/** What reaches past the right edge of the window, so that the page would have to be moved sideways. */
export function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
    )
    return [
      `${root.scrollWidth} of ${root.clientWidth}: ${wide
        .slice(0, 3)
        .map((one) => one.outerHTML.slice(0, 120))
        .join(' | ')}`,
    ]
  })
}
