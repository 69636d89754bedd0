import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsTexts } from '#app/public/texts/texts.ts'
import { consultationUrls } from '#modules/consultations/urls.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { versionUrls as urls } from '#platform/texts/version-address-rules.ts'
import { accessibilityFaults, sidewaysFaults, testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { tabTo } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'
import { givenRedraftIn } from './redraft.ts'
import { button, heading, link } from './steps.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
let record: string
let nodeOf: (label: string) => string
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
  const { slug, articles } = await givenRedraftIn(program)
  record = consultationUrls.one(slug)
  nodeOf = (label) => articles.find((one) => one.label === label)?.nodeId ?? ''
}, LONG)
afterAll(() => program?.stop())

const press = async (page: Page, wanted: ReturnType<typeof link>) => {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

describe.each(variants(['en'] as const, ['sq'] as const))(
  'two versions (%s), by keyboard alone and without script',
  (lang) => {
    const t = textsTexts(lang)

    it(
      'are chosen, looked at in each way, followed change by change, down to a lasting address',
      { timeout: LONG },
      async () => {
        const page = await browser.open({ script: false })
        await page.goto(program.url + inLanguage(lang, urls.list(record)))
        await press(page, link(page, t.versions.compare(2, 1)))
        await heading(page, t.comparison.title(1, 2)).waitFor()
        await tabTo(page, page.getByLabel(t.comparison.earlier, { exact: true }))
        await page.keyboard.press('ArrowUp')
        await page.keyboard.press('ArrowDown')
        await tabTo(page, page.getByLabel(t.comparison.later, { exact: true }))
        await press(page, button(page, t.comparison.submit))
        await page.waitForURL(/pamja=krah/)
        await press(page, link(page, t.comparison.looks.ndryshime))
        await page.waitForURL(/pamja=ndryshime/)
        expect(await link(page, t.comparison.looks.ndryshime).getAttribute('aria-current')).toBe('page')
        await press(page, link(page, t.comparison.looks.rresht))
        await page.waitForURL(/pamja=rresht/)
        const words = await page.getByRole('main').innerText()
        expect(words).toContain('dhe të shtunën')
        const changed = page.getByRole('region', { name: /Pastrimi i sheshit/ })
        await press(page, link(page.locator('.kv-compared--reworded'), t.comparison.next))
        expect(new URL(page.url()).hash).toBe(`#${await changed.getAttribute('id')}`)
        await press(page, link(changed, t.comparison.permanent(2)))
        await heading(page, /Pastrimi i sheshit/).waitFor()
        expect(await page.getByRole('main').innerText()).toContain('SHA-256')
      },
    )
  },
)

it('of an article leads to its wording in the other version, and back', { timeout: LONG }, async () => {
  const t = textsTexts('sq')
  const page = await browser.open({})
  await page.goto(program.url + urls.article(record, 1, nodeOf('2')))
  expect(await page.getByRole('main').innerText()).toContain(t.version.notNewestTitle)
  await link(page, /^Versioni 2, /).click()
  await page.waitForURL(program.url + urls.article(record, 2, nodeOf('2')))
  expect(await page.getByRole('main').innerText()).toContain('dhe të shtunën')
})

it('is read on the narrowest telephone, by a screen reader, and on paper', { timeout: LONG }, async () => {
  const page = await browser.open({ script: false })
  const pair = { later: 2, earlier: 1 }
  const paths = [
    urls.list(record),
    urls.article(record, 1, nodeOf('2')),
    urls.comparison(record, { ...pair, look: 'krah' }),
    urls.comparison(record, { ...pair, look: 'rresht' }),
  ]
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(program.url + path)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysFaults(page)).toEqual([])
  }
  await page.goto(program.url + urls.comparison(record, { ...pair, look: 'krah' }))
  // Below each other, each wording says of which version it is.
  const label = await page
    .locator('.kv-sides td')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content)
  expect(label).toContain('Versioni 1')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.kv-compared__ways').first().isVisible()).toBe(false)
  expect(await page.locator('.kv-compared ins').first().isVisible()).toBe(true)
})
