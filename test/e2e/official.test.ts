import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OFFICE_TEXTS } from '#app/office/office-texts.ts'
import { roomTexts } from '#app/office/texts/texts.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { FRAME_TEXTS } from '#ui/frame-texts.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { hasFocus } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link, signInAs, TOWNS, type Site, type Town } from './steps.ts'
import { confirmedByLetter, openSlug } from './visitor.ts'

const LONG = 180_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const siteOf = (town: Town, lang: Site['lang']): Site => ({ url: program.url, town, lang })

const DOCX = {
  name: 'Projektrregullore.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: readFileSync(join(import.meta.dirname, '../fixtures/docx/06-odd-labels.docx')),
}

const TITLE = 'Projektrregullore për tregun e gjelbër'

const COORDINATORS = variants([['fushas', 'en']] as const, [['bregas', 'sq']] as const)

describe.each(COORDINATORS)('a coordinator in %s, in %s', (town, lang) => {
  it('enters the office with one click and finds what waits', { timeout: LONG }, async () => {
    const site = siteOf(town, lang)
    const t = textsIn(lang)
    const page = await browser.open()
    await page.goto(at(site, '/'))
    await link(page, FRAME_TEXTS[lang].signIn).click()
    await page.getByRole('row').filter({ hasText: TOWNS[town].coordinator }).getByRole('button').click()
    await heading(page, OFFICE_TEXTS[lang].first.title).waitFor()
    const tile = page.getByRole('row').filter({ hasText: t.office.tilesWaiting })
    const waiting = Number(await tile.getByRole('cell').innerText())
    await link(tile, t.office.tilesWaiting).click()
    await heading(page, t.office.commentsTitle).waitFor()
    const states = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.lastElementChild?.textContent))
    expect(states).toEqual(Array.from({ length: waiting }, () => t.office.stateOf.waiting))
    await page.getByLabel(t.office.state, { exact: true }).selectOption({ label: t.office.states.published })
    await button(page, t.office.submit).click()
    await page.waitForURL(/gjendja=published/)
    expect(await page.getByRole('table').innerText()).not.toContain(t.office.stateOf.waiting)
    await page.getByLabel(t.office.words, { exact: true }).fill('asnjë fjalë si kjo')
    await button(page, t.office.submit).click()
    await page.getByText(t.office.noComments).waitFor()
    await link(page, t.office.clear).click()
    await page.getByRole('table').waitFor()
  })

  it(
    'writes a consultation, settles the doubts of its text, publishes, corrects and cancels it',
    { timeout: LONG },
    async () => {
      const site = siteOf(town, lang)
      const t = textsIn(lang)
      const page = await browser.open()
      await signInAs(page, site, TOWNS[town].coordinator, '/zyra/konsultime')
      await link(page, t.office.newConsultation).click()
      await fillWithMistakes(page, site)
      await fillRightly(page, site)
      await page.getByText(t.office.created).waitFor()

      await page.getByLabel(roomTexts(lang).textFile, { exact: true }).setInputFiles(DOCX)
      await button(page, roomTexts(lang).textRead).click()
      await settleDoubts(page, site)

      await link(page, t.office.overview).first().click()
      await page.getByText(t.office.ready).waitFor()
      await button(page, t.office.publish).dblclick()
      const number = /\d+\/\d{4}/.exec(await page.getByRole('alert').innerText())?.[0] ?? ''
      expect(await page.getByRole('alert').innerText()).toContain(t.office.published(number))
      await link(page, t.office.seePublic).click()
      await heading(page, TITLE).waitFor()
      const open = await page.getByRole('main').innerText()
      expect(open).toContain(number)
      expect(open).toContain(t.phases.open)
      const publicPage = page.url()

      await page.goBack()
      await link(page, t.office.editTitle).click()
      await page.getByLabel(t.office.titleField, { exact: true }).fill(`${TITLE} dhe parkimin`)
      await button(page, t.office.save).click()
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(t.office.errors.reason)
      await page.getByLabel(t.office.correctionReason, { exact: true }).fill('Titulli ishte i paplotë.')
      await button(page, t.office.save).click()
      expect(await page.getByRole('alert').innerText()).toContain(t.office.saved)
      await page.goto(publicPage)
      await heading(page, `${TITLE} dhe parkimin`).waitFor()
      await page.getByText(t.page.changes, { exact: true }).click()
      await page.getByText('Titulli ishte i paplotë.').waitFor()

      await signInAs(page, site, TOWNS[town].coordinator, '/zyra/konsultime')
      await link(page, `${TITLE} dhe parkimin`).click()
      await page.getByText(t.office.cancelTitle, { exact: true }).click()
      await page.getByLabel(t.office.cancelReason, { exact: true }).fill('Këshilli e tërhoqi projektin.')
      await button(page, t.office.cancel).click()
      expect(await page.getByRole('alert').innerText()).toContain(t.office.cancelled)
      await page.goto(publicPage)
      const cancelled = await page.getByRole('main').innerText()
      for (const words of [number, t.phases.cancelled, 'Këshilli e tërhoqi projektin.'])
        expect(cancelled).toContain(words)
    },
  )
})

/** Sent half empty it comes back with what was typed, says what to mend, and each line leads into its field. */
async function fillWithMistakes(page: Page, { lang }: Site): Promise<void> {
  const t = textsIn(lang).office
  const summary = 'Rregulla për tregun: kush shet, ku dhe sa paguan.'
  await page.getByLabel(t.summary, { exact: true }).fill(summary)
  await page.getByRole('group', { name: t.opens }).getByLabel(t.day, { exact: true }).fill('31')
  await page.getByRole('group', { name: t.opens }).getByLabel(t.month, { exact: true }).fill('2')
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    button(page, t.create).click(),
  ])
  expect(answer.status()).toBe(422)
  const errors = page.locator('.govuk-error-summary')
  expect(await hasFocus(errors)).toBe(true)
  expect(await page.title()).toMatch(new RegExp(`^${FRAME_TEXTS[lang].errorPrefix}: `))
  expect(await page.getByLabel(t.summary, { exact: true }).inputValue()).toBe(summary)
  for (const [words, field] of [
    [t.errors.title, page.getByLabel(t.titleField, { exact: true })],
    [t.errors.date, page.getByRole('group', { name: t.opens }).getByLabel(t.day, { exact: true })],
    [t.errors.legalBasis, page.getByLabel(t.legalBasis, { exact: true })],
  ] as const) {
    await link(errors, words).click()
    expect(await hasFocus(field), words).toBe(true)
  }
}

async function fillRightly(page: Page, { lang }: Site): Promise<void> {
  const t = textsIn(lang).office
  const today = civilDateIn('Europe/Tirane', new Date())
  await page.getByLabel(t.titleField, { exact: true }).fill(TITLE)
  await page.getByLabel(t.legalBasis, { exact: true }).fill('Rregullorja e institucionit, neni 4')
  // In Kosovo there is no law to choose.
  const otherBasis = page.getByLabel(textsIn(lang).closing.bases.other, { exact: true })
  if ((await otherBasis.count()) > 0) await otherBasis.check()
  for (const [name, date] of [
    [t.opens, today],
    [t.closes, addDays(today, 60)],
  ] as const) {
    const group = page.getByRole('group', { name })
    const [year = '', month = '', day = ''] = date.split('-')
    await group.getByLabel(t.day, { exact: true }).fill(day)
    await group.getByLabel(t.month, { exact: true }).fill(month)
    await group.getByLabel(t.year, { exact: true }).fill(year)
  }
  const post = page.getByLabel(t.contactEmail, { exact: true })
  if (!(await post.inputValue())) await post.fill('konsultime@shembull.example')
  await button(page, t.create).dblclick()
}

/** One beside its source, then all that are left; before that nothing can be published. */
async function settleDoubts(page: Page, { lang }: Site): Promise<void> {
  const t = { ...textsIn(lang).office, ...roomTexts(lang), refusals: textsIn(lang).office.refusals }
  const doubts = page.locator('.kv-doubt')
  await doubts.first().waitFor()
  const count = await doubts.count()
  expect(count).toBeGreaterThan(2)
  await heading(page, t.doubtsTitle(count)).waitFor()
  const source = (await page.locator('.kv-source').innerText()).replace(/\s+/g, ' ')
  expect(source).toContain((await doubts.first().locator('.kv-doubt__source').innerText()).replace(/\s+/g, ' ').trim())
  await link(page, t.overview).first().click()
  await page.getByText(t.refusals['open-doubts']).waitFor()
  expect(await button(page, textsIn(lang).office.publish).count()).toBe(0)
  await link(page, t.textTitle).click()
  await button(doubts.first(), t.doubtKeep).click()
  await heading(page, t.doubtsTitle(count - 1)).waitFor()
  await button(page, t.doubtAllKeep).click()
  await heading(page, t.doubtsTitle(0)).waitFor()
}

it('a consultation is created once, whether the button is pressed twice or the page is sent again after going back', async () => {
  const [rows] = await program.db<{ count: number }[]>`
    select count(*)::int as count from consultations.consultations where title like ${`${TITLE}%`}`
  expect(rows?.count).toBe(COORDINATORS.length)
})

describe('two officials at the same comment', () => {
  it.each(['fushas'] as const)('in %s: the second learns what the first has done', { timeout: LONG }, async (town) => {
    const site = siteOf(town, 'sq')
    const t = textsIn('sq')
    const words = `Shkruani te zyra@shembull.example për ${town}.`
    const { code } = await confirmedByLetter(program, { slug: await openSlug(program, town) }, words)
    const [first, second] = [await browser.open(), await browser.open()]
    for (const [page, name] of [
      [first, TOWNS[town].moderator],
      [second, TOWNS[town].coordinator],
    ] as const) {
      await signInAs(page, site, name, '/zyra/komente?gjendja=waiting')
      await link(page, code).click()
      await button(page, t.office.release).waitFor()
    }
    await button(first, t.office.release).click()
    expect(await first.getByRole('alert').innerText()).toContain(t.office.released)
    await second.getByText(t.office.holdTitle, { exact: true }).click()
    await second.getByLabel(t.grounds.advertising, { exact: true }).check()
    await button(second, t.office.hold).click()
    expect(await second.locator('.govuk-error-summary').innerText()).toContain(t.office.movedMeanwhile)
    expect(await second.getByRole('heading', { level: 1 }).innerText()).toContain(t.office.stateOf.published)
  })
})
