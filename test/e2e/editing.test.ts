import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { editingTexts } from '#app/office/texts/editing/editing-texts.ts'
import { editingUrls } from '#app/office/texts/editing/editing-urls.ts'
import { draftOf, holder } from '#app/office/texts/texts-testing.ts'
import { givenDraft } from '#modules/consultations/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { FRAME_TEXTS } from '#ui/frame-texts.ts'
import { testBrowser } from '../browser.ts'
import { testServices } from '../web.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link, TOWNS } from './steps.ts'

const LONG = 120_000
const t = editingTexts('sq')
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const TEXT = `Neni 1
Objekti
Ky vendim rregullon tregjet, sipas nenit 2.

Neni 2
Leja
Leja jepet sipas nenit 1.`

async function givenText() {
  const services = { ...testServices(program.db), clock: systemClock }
  const { id } = await givenDraft(services, { institution: 'bregas', text: TEXT })
  const words = async () =>
    (await draftOf(services, id)).nodes.map(({ kind, label, body }) => (kind === 'article' ? `Neni ${label}` : body))
  return { id, words }
}

async function openOutline(page: Page, id: string): Promise<void> {
  const site = { url: program.url, lang: 'sq' } as const
  await page.goto(at(site, '/'))
  await link(page, FRAME_TEXTS.sq.signIn).click()
  await page.getByRole('row').filter({ hasText: TOWNS.bregas.coordinator }).getByRole('button').click()
  await page.waitForURL(/\/zyra/)
  await page.goto(at(site, editingUrls.outline(holder, id)))
  await heading(page, t.outline).waitFor()
}

const row = (page: Page, name: string) => page.locator('[data-outline-open]').filter({ hasText: name })

const wordsField = (page: Page) => page.getByRole('textbox', { name: t.unit.words, exact: true })

const DONE = [
  'Neni 1',
  'Leja jepet sipas nenit 2.',
  'Neni 2',
  'Ky vendim rregullon tregjet dhe panairet, sipas nenit 1.',
  'Neni 3',
  'Ky vendim hyn në fuqi menjëherë.',
]

it(
  'by keyboard alone an article is corrected, one added, one moved, and all renumbered with what cites them',
  { timeout: LONG },
  async () => {
    const { id, words } = await givenText()
    const page = await browser.open()
    await openOutline(page, id)
    const { keyboard } = page
    await tabTo(page, row(page, 'Neni 1'))
    expect(await page.getByText(t.keys).isVisible()).toBe(true)
    await keyboard.press('j')
    expect(await hasFocus(row(page, 'Neni 2'))).toBe(true)
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    await wordsField(page).waitFor()
    await tabTo(page, wordsField(page))
    await keyboard.press('Control+a')
    await keyboard.insertText('Ky vendim rregullon tregjet dhe panairet, sipas nenit 2.')
    await keyboard.press('Control+Enter')
    await page.getByText(t.unit.saved).waitFor()
    await expect.poll(() => hasFocus(row(page, 'Neni 1'))).toBe(true)
    await keyboard.press('Alt+ArrowDown')
    await page.getByText(t.done.moved).waitFor()
    await expect.poll(() => hasFocus(row(page, 'Neni 1'))).toBe(true)
    await tabTo(page, link(page, new RegExp(`^${t.addAfter}\\s*: Neni 1`)))
    await keyboard.press('Enter')
    await wordsField(page).waitFor()
    await tabTo(page, wordsField(page))
    await keyboard.insertText('Ky vendim hyn në fuqi menjëherë.')
    await keyboard.press('Control+Enter')
    await page.getByText(t.done.added).waitFor()
    await page.goto(at({ url: program.url, lang: 'sq' }, editingUrls.numbers(holder, id)))
    await tabTo(page, button(page, t.renumber.look))
    await keyboard.press('Enter')
    await button(page, t.renumber.submit(2)).waitFor()
    await tabTo(page, button(page, t.renumber.submit(2)))
    await keyboard.press('Enter')
    await page.getByText(t.renumber.done).waitFor()
    expect(await words()).toEqual(DONE)
  },
)

it('without script the same is done with links and buttons', { timeout: LONG }, async () => {
  const { id, words } = await givenText()
  const page = await browser.open({ script: false })
  await openOutline(page, id)
  expect(await page.getByText(t.keys).isVisible()).toBe(false)
  await row(page, 'Neni 1').click()
  await wordsField(page).fill('Ky vendim rregullon tregjet dhe panairet, sipas nenit 2.')
  await button(page, t.unit.look).click()
  await heading(page, t.unit.readAs).waitFor()
  await button(page, t.unit.save).click()
  await page.getByText(t.unit.saved).waitFor()
  await button(page, `${t.down}: Neni 1`).click()
  await page.getByText(t.done.moved).waitFor()
  await link(page, new RegExp(`^${t.addAfter}\\s*: Neni 1`)).click()
  await wordsField(page).fill('Ky vendim hyn në fuqi menjëherë.')
  await button(page, t.add.submit).click()
  await page.getByText(t.done.added).waitFor()
  await link(page, t.numbers).click()
  await button(page, t.renumber.look).click()
  await button(page, t.renumber.submit(2)).click()
  await page.getByText(t.renumber.done).waitFor()
  expect(await words()).toEqual(DONE)
})
