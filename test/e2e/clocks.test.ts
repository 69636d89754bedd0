import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockTexts } from '#app/public/clocks/texts.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { accessibilityFaults, sidewaysFaults, testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { startProgram, type Program } from './program.ts'
import { button, heading } from './steps.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

/** A date of each country, as somebody finds it who has neither script nor account. */
const ALWAYS = [
  {
    lang: 'sq',
    rule: 'AL-FOI-ANSWER',
    day: ['20', '11', '2026'],
    institution: 'bregas',
    says: ['10 dhjetor 2026', 'Dita e Alfabetit, në vend të së dielës, 22 nëntor', 'dita e 10-të, afati mbaron'],
  },
  {
    lang: 'en',
    rule: 'XK-FOI-ANSWER',
    day: ['2', '4', '2026'],
    institution: 'fushas',
    says: ['10 April 2026', 'The officer works to 8 April 2026', 'nobody is late before Friday 10 April 2026 is over'],
  },
] as const

const IN_PROOF = [
  {
    lang: 'en',
    rule: 'AL-CPA-DECIDE',
    day: ['30', '9', '2026'],
    institution: 'bregas',
    says: ['2 December 2026', '60th day, but not a working day: Liberation Day', 'law 44/2015, Art 56(4)'],
  },
  {
    lang: 'sq',
    rule: 'XK-FOI-ANSWER',
    day: ['2', '4', '2026'],
    institution: 'fushas',
    says: ['10 prill 2026', 'Zyrtari punon deri më 8 prill 2026', 'askush nuk është me vonesë'],
  },
] as const

describe.each(variants(ALWAYS, IN_PROOF))(
  '$rule in $lang, without script',
  ({ lang, rule, day, institution, says }) => {
    const t = clockTexts(lang)

    it('is found in the list, computed, and stands at an address to keep', { timeout: LONG }, async () => {
      const page = await browser.open({ script: false })
      await page.goto(program.url + inLanguage(lang, '/afatet'))
      await heading(page, t.title).waitFor()
      await page.locator(`a[href$="/afatet/${rule}"]`).first().click()
      for (const [at, label] of [t.calculator.day, t.calculator.month, t.calculator.year].entries()) {
        await page.getByLabel(label, { exact: true }).fill(day[at] ?? '')
      }
      await page.getByLabel(t.calculator.institution).selectOption(institution)
      await button(page, t.calculator.submit).click()
      await heading(page, t.calculator.result).waitFor()
      const [year, month, date] = [day[2], day[1].padStart(2, '0'), day[0].padStart(2, '0')]
      expect(page.url()).toBe(
        `${program.url}${inLanguage(lang, `/afatet/${rule}`)}?data=${year}-${month}-${date}&institucioni=${institution}`,
      )
      const words = await page.getByRole('main').innerText()
      for (const one of says) expect(words).toContain(one)
      expect(await page.getByRole('table', { name: explanationTexts(lang).box.days }).isVisible()).toBe(true)
    })

    it('comes back with what was typed where there is no such day', { timeout: LONG }, async () => {
      const page = await browser.open({ script: false })
      await page.goto(program.url + inLanguage(lang, `/afatet/${rule}`))
      await page.getByLabel(t.calculator.day, { exact: true }).fill('31')
      await page.getByLabel(t.calculator.month, { exact: true }).fill('2')
      await page.getByLabel(t.calculator.year, { exact: true }).fill('2026')
      await button(page, t.calculator.submit).click()
      expect(await page.getByRole('alert').innerText()).toContain(t.calculator.errors.date)
      expect(await page.getByLabel(t.calculator.day, { exact: true }).inputValue()).toBe('31')
    })
  },
)

describe('an answer with all its days', () => {
  it('is read on the narrowest telephone, by a screen reader, and whole on paper', { timeout: LONG }, async () => {
    const page = await browser.open({ script: false })
    for (const path of ['/afatet', '/afatet/AL-FOI-ANSWER?data=2026-11-20', '/afatet/XK-FOI-ANSWER?data=2026-04-02']) {
      await page.goto(program.url + path)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await sidewaysFaults(page)).toEqual([])
    }
    // Closed by hand, it is open on paper all the same: there one cannot ask.
    await page.locator('.kv-clock details summary').click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.kv-days').first().isVisible()).toBe(true)
  })

  it('of any rule is reached from the calculator of the list', { timeout: LONG }, async () => {
    const t = clockTexts('sq').calculator
    const page = await browser.open({ script: false })
    await page.goto(`${program.url}/afatet/llogarit`)
    await page.getByLabel(t.which).selectOption('AL-CPA-APPEAL-SIL')
    await page.getByLabel(t.day, { exact: true }).fill('2')
    await page.getByLabel(t.month, { exact: true }).fill('12')
    await page.getByLabel(t.year, { exact: true }).fill('2026')
    await button(page, t.submit).click()
    await heading(page, t.result).waitFor()
    const words = await page.getByRole('main').innerText()
    expect(words).toContain('18 janar 2027')
    expect(words).toContain('Jo para datës 9 dhjetor 2026')
  })
})
