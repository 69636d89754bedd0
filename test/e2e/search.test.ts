import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followingTexts } from '#app/public/following/texts.ts'
import { searchTexts } from '#app/public/search/texts.ts'
import { FOLLOW_LINKS_TEXTS } from '#ui/follow-links-texts.ts'
import { testBrowser } from '../browser.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link } from './steps.ts'

/** The consultations of a municipality by their number, the newest first. */
const BY_DAY = [1, 3, 2]

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

/** The word of one country finds what the other's institution published. */
const WALKS = [
  { lang: 'sq', script: true, width: 320, word: 'komuna', finds: 'bregas', other: 'fushas' },
  { lang: 'en', script: false, width: 375, word: 'bashkia', finds: 'fushas', other: 'bregas' },
] as const

describe.each(WALKS)(
  '$width px wide, in $lang, with script: $script, «$word»',
  ({ lang, script, width, word, finds, other }) => {
    it('finds, narrows, orders, opens an article, is told what was meant, and follows', { timeout: LONG }, async () => {
      const t = searchTexts(lang)
      const page = await browser.open({ script, viewport: { width, height: 700 } })
      const main = page.getByRole('main')
      const field = main.getByLabel(t.words, { exact: true })
      const records = (town: string) => main.locator(`.kv-found h3 a[href*="/konsultime/${town}-"]`)
      const fits = async () =>
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
      const search = async (words: string) => {
        await field.fill(words)
        await button(main, t.submit).click()
        await page.waitForURL((url) => url.searchParams.get('q') === words)
      }

      await indexStands()
      await page.goto(at({ url: program.url, lang }, '/kerko'))
      await fits()
      if (script) {
        await field.pressSequentially('mbetj')
        await main.locator('datalist option[value^="mbetj"]').waitFor({ state: 'attached' })
      } else expect(await page.locator('datalist').count()).toBe(0)

      await search(word)
      await records(finds).first().waitFor()
      await main.locator(`.kv-found h3 a[href$="/i/${finds}/"]`).waitFor()
      expect(await records(other).count()).toBeGreaterThan(0)
      await main.getByText(t.also).waitFor()
      await fits()

      await main.getByText(t.narrow, { exact: true }).click()
      await main.getByLabel(t.filters.institution, { exact: true }).selectOption(finds)
      await button(main, t.apply).click()
      await main.getByRole('navigation', { name: t.active }).waitFor()
      expect(await records(finds).count()).toBeGreaterThan(0)
      expect(await records(other).count()).toBe(0)
      await fits()

      await link(main, t.orders.date).click()
      await page.waitForURL((url) => url.searchParams.get('renditja') === 'data')
      expect(new URL(page.url()).searchParams.get('institucioni')).toBe(finds)
      await records(finds).first().waitFor()
      const numbers = await numbersOf(records(finds))
      expect(numbers).toEqual(BY_DAY.filter((one) => numbers.includes(one)))

      const article = main.locator('.kv-found__parts a[href*="/neni/"]').first()
      const number = /(?:Neni|Article)\s+(\d+)/.exec(await article.innerText())?.[1] ?? ''
      await article.click()
      await page.waitForURL(/\/neni\//)
      await page
        .getByRole('heading', { name: new RegExp(`\\b${number}\\b`) })
        .first()
        .waitFor()

      await page.goto(at({ url: program.url, lang }, '/kerko'))
      await search('bashkija')
      await heading(main, t.none.title('bashkija')).waitFor()
      await fits()
      await link(main, 'bashkia').click()
      await records('bregas').first().waitFor()

      await link(main, FOLLOW_LINKS_TEXTS[lang].follow).click()
      await page.waitForURL(/\/ndiq\?q=bashkia$/)
      await page.getByLabel(followingTexts(lang).form.email).waitFor()
      await main.getByText('bashkia').first().waitFor()
      await fits()
    })
  },
)

/** The numbers of consultations in the order shown: in the demonstration the older has the higher one. */
const numbersOf = async (links: Locator): Promise<number[]> =>
  (await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))).map((href) =>
    Number(/-(\d+)(?:[?#]|$)/.exec(href)?.[1]),
  )

/** The worker has read what the demonstration published, and knows its words. */
async function indexStands(): Promise<void> {
  const missing = async () => {
    const [row] = await program.db<{ consultations: number; known: boolean; waiting: number }[]>`
      select (select count(distinct matter)::int from platform.search_documents where kind = 'consultation') as consultations,
             exists (select from platform.search_words where folded = 'bashkia') as known,
             (select count(*)::int from platform.changed_subjects where retry_at <= now()) as waiting`
    return row
  }
  await expect.poll(missing, { timeout: 60_000 }).toEqual({ consultations: 6, known: true, waiting: 0 })
}
