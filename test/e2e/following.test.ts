import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followingTexts } from '#app/public/following/texts.ts'
import { followTexts } from '#platform/subscriptions/follow-texts.ts'
import { FOLLOW_LINKS_TEXTS } from '#ui/follow-links-texts.ts'
import { testBrowser } from '../browser.ts'
import { newestLetterTo, pathIn } from '../mailbox.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, link, openConsultation, someEmail, type Site } from './steps.ts'

const LONG = 120_000
/** As narrow as the smallest telephone that people still carry. */
const PHONE = { viewport: { width: 320, height: 640 } }
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const WALKS = [
  { town: 'bregas', lang: 'sq', script: true },
  { town: 'fushas', lang: 'en', script: false },
] as const

describe.each(WALKS)('on a telephone, in $town, in $lang, with script: $script', ({ town, lang, script }) => {
  it('somebody follows a consultation, confirms, changes the pace and leaves', { timeout: LONG }, async () => {
    const site: Site = { url: program.url, town, lang }
    const t = followingTexts(lang)
    const email = someEmail('ndjekes')
    const page = await browser.open({ script, ...PHONE })
    const main = page.getByRole('main')
    const fits = async () =>
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)

    await indexStands()
    await openConsultation(page, site)
    await link(main, FOLLOW_LINKS_TEXTS[lang].follow).click()
    await page.getByLabel(t.form.email).fill(email)
    await fits()
    await page.getByLabel(followTexts(lang).paces['at-once'], { exact: true }).check()
    await button(main, t.form.submit).click()
    await main.getByText(t.sent.words).waitFor()

    await page.goto(program.url + pathIn(await newestLetterTo(program.db, email), '/ndiq/konfirmo/'))
    await button(main, t.confirm.submit).click()
    await main.getByText(t.own.done.confirmed ?? '').waitFor()
    await fits()
    await main.getByLabel(t.own.pace).selectOption('weekly')
    await button(main, new RegExp(`^${t.own.change}`))
      .first()
      .click()
    await main.getByText(t.own.done.pace ?? '').waitFor()
    await button(main, t.own.leaveAll).click()
    await main.getByText(t.own.empty).waitFor()

    await page.goto(at(site, `/njoftime?institucioni=${town}`))
    await fits()
    expect(await main.getByRole('listitem').count()).toBeGreaterThan(0)
  })
})

/** The worker has read what the demonstration published. */
async function indexStands(): Promise<void> {
  const standing = async () =>
    (await program.db`select from platform.search_documents where kind = 'consultation' limit 5`).length
  await expect.poll(standing, { timeout: 60_000 }).toBe(5)
}
