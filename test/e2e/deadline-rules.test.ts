import { afterAll, beforeAll, expect, it } from 'vitest'
import { rulesTexts } from '#app/office/deadlines/rules/rules-texts.ts'
import { testBrowser } from '../browser.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, signInAs, type Site } from './steps.ts'

const LONG = 180_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

it('confirms a rule and sets a term, and both stand on the public pages', { timeout: LONG }, async () => {
  const t = rulesTexts('sq')
  const site: Site = { url: program.url, town: 'bregas', lang: 'sq' }
  const page = await browser.open()
  await signInAs(page, site, 'Drita Demo')

  await page.goto(at(site, '/zyra/afate/rregullat/AL-COURT'))
  await page.getByText(t.confirm.again).click()
  const basis = 'Demonstrim: ligji nr. 49/2012, neni 18'
  await page.getByLabel(t.confirm.basis).fill(basis)
  await button(page, t.confirm.submit).click()
  await page.getByText(t.done.konfirmuar ?? '').waitFor()
  await page.goto(at(site, '/afatet/AL-COURT'))
  await page.getByText(basis).first().waitFor()

  await page.goto(at(site, '/zyra/afate/rregullat/AL-LSG-INITIATIVE'))
  await page.getByLabel(t.set.number, { exact: true }).fill('60')
  await page.getByLabel(t.set.unit, { exact: true }).selectOption('d')
  await button(page, t.set.submit).click()
  // Without a basis nothing is set, and the number stays.
  await page.getByText(t.errors.basis).first().waitFor()
  expect(await page.getByLabel(t.set.number, { exact: true }).inputValue()).toBe('60')
  await page.getByLabel(t.set.basis).fill('Demonstrim: rregullore shembull, neni 4')
  await button(page, t.set.submit).click()
  await page.getByText(t.done.caktuar ?? '').waitFor()
  await page.goto(at(site, '/afatet/AL-LSG-INITIATIVE'))
  await page.getByText('Demonstrim: rregullore shembull, neni 4').first().waitFor()
})
