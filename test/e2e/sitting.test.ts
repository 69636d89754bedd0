import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenSitting, type GivenSitting } from '#modules/council/live/testing.ts'
import { councilOfficeUrls, councilUrls } from '#modules/council/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { accessibilityFaults, sidewaysFaults, testBrowser } from '../browser.ts'
import { testServices } from '../web.ts'
import { startProgram, type Program } from './program.ts'
import { signInAs } from './steps.ts'

const LONG = 180_000
const browser = testBrowser()
let program: Program
let sitting: GivenSitting
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
  const services = { ...testServices(program.db), clock: systemClock }
  const items = [{ title: 'Tarifat e tregut' }, { title: 'Rruga e re e lagjes' }]
  sitting = await givenSitting(services, { institution: 'bregas', items, there: null })
}, LONG)
afterAll(() => program?.stop())

/** The key, and then that its form is there: as a hand that looks at the screen. */
async function begin(page: Page, key: string, kind: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator(`form[data-deed="${kind}"]`).waitFor()
}

async function send(page: Page): Promise<void> {
  const form = page.locator('form[data-deed]')
  const kind = await form.getAttribute('data-deed')
  await page.keyboard.press('Control+Enter')
  await page.locator(`form[data-deed="${kind}"]`).waitFor({ state: 'detached' })
}

const waiting = (page: Page) => page.locator('[data-waiting]').getAttribute('data-waiting')
const told = (page: Page) => page.locator('[data-rec="told"]').innerText()
const kindsIn = async (): Promise<string[]> => {
  const rows = await program.db<{ kind: string }[]>`
    select kind from council.sitting_events where meeting_id = ${sitting.meeting.id} order by ordinal`
  return rows.map(({ kind }) => kind)
}

/** All for it but the last: a digit for each name. */
async function voteByName(page: Page, members: number): Promise<void> {
  for (let n = 1; n < members; n++) await page.keyboard.press('1')
  await page.keyboard.press('2')
  await send(page)
}

async function pressToButton(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    if (await page.locator(selector).evaluate((one) => one === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
}

it(
  'is held by keyboard alone, ten minutes of it without network, and a second laptop takes over',
  { timeout: LONG },
  async () => {
    const path = councilOfficeUrls.sitting(sitting.meeting.id)
    const page = await browser.open({ viewport: { width: 1280, height: 900 } })
    await signInAs(page, { url: program.url, lang: 'sq' }, 'Lule Demo', path)
    await page.locator('[data-recorder]:not([hidden])').waitFor()
    expect(await page.locator('[data-without-recorder]').isVisible()).toBe(false)
    await pressToButton(page, '[data-take-pen]')
    await page.locator('[data-do="opened"]').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    await begin(page, 'h', 'opened')
    await send(page)
    await page.locator('form[data-deed="roll-called"]').waitFor()
    await expect.poll(() => waiting(page)).toBe('0')
    const public1 = await browser.open({ viewport: { width: 320, height: 800 } })
    await public1.goto(program.url + councilUrls.live(sitting.meeting.slug))
    expect(await public1.locator('[data-live-plain]').isVisible()).toBe(false)

    await page.context().setOffline(true)
    // Six of seven answer.
    for (let n = 0; n < 6; n++) await page.keyboard.press('1')
    await page.keyboard.press('4')
    await send(page)
    expect(await told(page)).not.toBe('')
    // A refusal is told at once, without anybody to ask: there is no such quorum question yet, but the item is not open.
    await begin(page, 'p', 'item-opened')
    await send(page)
    await begin(page, 'n', 'motion-moved')
    await page.locator('[name=words]').focus()
    await page.keyboard.type('Tarifa të mbetet si sot')
    await page.locator('[name=mover]').focus()
    await page.keyboard.type('Komisioni i financave')
    await send(page)
    await begin(page, 'v', 'vote-opened')
    expect(await page.locator('[name=stage]').inputValue()).toBe('amendment')
    await send(page)
    await voteByName(page, 6)
    await begin(page, 'l', 'left')
    await send(page)
    await begin(page, 'v', 'vote-opened')
    await page.keyboard.press('Escape')
    await begin(page, 'v', 'vote-opened')
    await send(page)
    await voteByName(page, 5)
    await begin(page, 'p', 'item-closed')
    await send(page)
    await begin(page, 'p', 'item-opened')
    await send(page)
    const recorded = [
      'opened',
      'roll-called',
      'item-opened',
      'motion-moved',
      'vote-opened',
      'vote-taken',
      'left',
      'vote-opened',
      'vote-taken',
      'item-closed',
      'item-opened',
    ]
    expect(await waiting(page)).toBe(String(recorded.length - 1))
    expect(await kindsIn()).toEqual(['opened'])

    await page.context().setOffline(false)
    await expect.poll(() => waiting(page), { timeout: 40_000 }).toBe('0')
    expect(await kindsIn()).toEqual(recorded)
    await page.reload()
    await page.locator('[data-do="item-closed"]').waitFor()
    expect(await kindsIn()).toEqual(recorded)
    const votes = await program.db<{ present: number; votesFor: number; votesAgainst: number; result: string }[]>`
    select present, votes_for, votes_against, result from council.votes where meeting_id = ${sitting.meeting.id} order by ordinal`
    expect(votes).toEqual([
      { present: 6, votesFor: 5, votesAgainst: 1, result: 'adopted' },
      { present: 5, votesFor: 4, votesAgainst: 1, result: 'adopted' },
    ])

    // Woken by the stream, without reloading and without signing in.
    await expect.poll(() => public1.locator('[data-live]').innerText()).toContain('4 për, 1 kundër')
    expect(await public1.locator('[data-live]').innerText()).toContain('Rruga e re e lagjes')
    expect(await sidewaysFaults(public1)).toEqual([])
    expect(await accessibilityFaults(public1)).toEqual([])

    await takeOver(page, path)
  },
)

/** Two laptops: what the first recorded without network after the other took the pen is set aside, and shown. */
async function takeOver(first: Page, path: string): Promise<void> {
  await first.context().setOffline(true)
  await begin(first, 's', 'noted')
  await first.keyboard.type('Shkruar pa lidhje')
  await send(first)
  expect(await waiting(first)).toBe('1')
  const second = await browser.open({ viewport: { width: 1280, height: 900 } })
  await signInAs(second, { url: program.url, lang: 'sq' }, 'Lule Demo', path)
  await second.locator('[data-take-pen]').waitFor()
  await pressToButton(second, '[data-take-pen]')
  await second.locator('[data-do="item-closed"]').waitFor()
  await begin(second, 'p', 'item-closed')
  await send(second)
  await second.locator('[data-do="item-opened"]').waitFor()
  await first.context().setOffline(false)
  await first.locator('[data-take-pen]').waitFor({ timeout: 40_000 })
  await expect.poll(() => first.locator('[data-rec="aside"]').innerText()).toContain('Shkruar pa lidhje')
  expect(await waiting(first)).toBe('0')
  const [aside] = await program.db<{ state: string; refusal: string }[]>`
    select state, refusal from council.sitting_events where meeting_id = ${sitting.meeting.id} and kind = 'noted'`
  expect(aside).toEqual({ state: 'set-aside', refusal: 'pen-elsewhere' })
}
