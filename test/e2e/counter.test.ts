import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeIntakeTexts } from '#app/office/intake/texts.ts'
import { intakeUrls } from '#app/office/intake/urls.ts'
import { writeTexts } from '#app/public/intake/texts.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'
import { button } from './steps.ts'
import { demonstrationPerson } from './visitor.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const t = officeIntakeTexts('sq')
const w = writeTexts('sq').lookup

async function pressed(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name))
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

describe.each(variants([['Fitore Demo', 'Komuna Fushas']] as const, [['Shpresa Demo', 'Bashkia Bregas']] as const))(
  '%s at the counter, by keyboard alone',
  (clerk, institution) => {
    it(
      'enters a person without e-mail in well under a minute; the person later finds the case',
      { timeout: LONG },
      async () => {
        const visitor = await demonstrationPerson(program, clerk)
        const page = await browser.open()
        await page.context().addCookies(visitor.cookies())
        await page.goto(program.url + intakeUrls.counter())
        const begun = performance.now()
        // The cursor waits in the first field.
        expect(await hasFocus(page.getByLabel(t.counter.name))).toBe(true)
        await page.keyboard.type('Rexhep Shembull', { delay: 40 })
        await page.keyboard.press('Tab')
        await page.keyboard.type('Zhurmë nga një ndërtim', { delay: 40 })
        await page.keyboard.press('Tab')
        await page.keyboard.type('Punohet me makineri edhe pas orës njëzet e dy.', { delay: 40 })
        await pressed(page, t.counter.submit)
        const seconds = (performance.now() - begun) / 1000
        expect(seconds).toBeLessThan(40)
        console.info(`counter entry by keyboard, ${clerk}: ${seconds.toFixed(1)} s`)
        const slip = page.locator('.kv-slip')
        expect(await slip.innerText()).toContain(institution)
        const [number = '', code = ''] = await page.locator('.kv-slip__number').allInnerTexts()
        await page.emulateMedia({ media: 'print' })
        // A4 less its margins, at 96 points an inch: it stands on one sheet.
        await page.setViewportSize({ width: 658, height: 1000 })
        expect((await page.locator('main').boundingBox())?.height ?? 9999).toBeLessThan(970)
        expect(await page.locator('.kv-not-printed').isVisible()).toBe(false)

        const person = await browser.open()
        await person.goto(`${program.url}/ceshtja`)
        await person.getByLabel(w.number).fill(number)
        await person.getByLabel(w.code).fill(code.toLowerCase())
        await Promise.all([person.waitForEvent('framenavigated'), person.keyboard.press('Enter')])
        const words = await person.locator('main').innerText()
        expect(words).toContain(w.states.new)
        expect(words).not.toContain('Rexhep')
      },
    )
  },
)
