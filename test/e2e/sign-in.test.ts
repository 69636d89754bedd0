import type { Page } from 'playwright-core'
import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { generateHOTP } from '@oslojs/otp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsOf } from '#app/account/account-texts.ts'
import { en as appEn } from '#app/texts.en.ts'
import { sq as appSq } from '#app/texts.sq.ts'
import { OFFICE_TEXTS } from '#app/office/office-texts.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { DIGITS, stepAt } from '#platform/auth/second-factor-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { FRAME_TEXTS } from '#ui/frame-texts.ts'
import { testBrowser } from '../browser.ts'
import { codeIn, newestLetterTo } from '../mailbox.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link } from './steps.ts'

const LONG = 120_000
const ERRORS = { sq: appSq.errors, en: appEn.errors }

/** A real installation: no mail server yet, one institution of each country, its people added by the operator. */
const OFFICIALS = {
  sq: {
    email: 'ilir@shkodrina.example',
    name: 'Ilir Shembull',
    role: 'administrator',
    slug: 'shkodrina',
    country: 'AL',
  },
  en: { email: 'vjosa@drinia.example', name: 'Vjosa Shembull', role: 'administrator', slug: 'drinia', country: 'XK' },
} as const

const OPERATOR = 'besa@kuvend.example'

const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'off' } })
  for (const { email, name, role, slug, country } of Object.values(OFFICIALS)) {
    const institution = [
      '--slug',
      slug,
      '--name',
      `Bashkia ${slug}`,
      '--jurisdiction',
      country,
      '--kind',
      'municipality',
    ]
    await program.command('institution', 'add', ...institution, '--email', `zyra@${slug}.example`)
    const person = ['--email', email, '--name', name, '--post', 'Administrator', '--role', role]
    await program.command('user', 'add', ...person, '--institution', slug)
  }
  const operator = ['--email', OPERATOR, '--name', 'Besa Shembull', '--post', 'Operatore', '--role', 'operator']
  await program.command('user', 'add', ...operator)
}, LONG)
afterAll(() => program?.stop())

/** Asks for a code at the sign-in page and enters the one that was mailed. */
async function signInByMail(page: Page, lang: Lang, email: string): Promise<void> {
  const t = textsOf(lang)
  await page.goto(at({ url: program.url, lang }, '/hyr'))
  await page.getByLabel(t.signIn.email, { exact: true }).fill(email)
  await button(page, t.signIn.submit).click()
  await page.getByLabel(t.code.field, { exact: true }).waitFor()
  await page.getByLabel(t.code.field, { exact: true }).fill(codeIn(await newestLetterTo(program.db, email)))
  await button(page, t.code.submit).click()
}

/** The six digits that an authenticator application shows, `ahead` steps of thirty seconds from now. */
const codeOf = (secret: string, ahead = 0): string =>
  generateHOTP(decodeBase32IgnorePadding(secret), BigInt(stepAt(new Date()) + ahead), DIGITS)

/** Sets up the authenticator with the key that the page shows for typing by hand. */
async function enrol(page: Page, lang: Lang): Promise<string> {
  const t = textsOf(lang).enrolment
  await page.getByRole('img', { name: t.qr }).waitFor()
  await page.getByText(t.byHand, { exact: true }).click()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel(t.field, { exact: true }).fill(codeOf(secret))
  await button(page, t.submit).click()
  await page.waitForURL(/\/zyra$/)
  return secret
}

describe.each(['sq'] as const)('an official without demonstration mode, in %s', (lang) => {
  it(
    'opens nothing in the office with the mailed code alone, and all of it with the second',
    { timeout: LONG },
    async () => {
      const { email } = OFFICIALS[lang]
      const t = textsOf(lang)
      const needed = ERRORS[lang]['second-factor-needed']
      const site = { url: program.url, lang }
      const page = await browser.open()
      await signInByMail(page, lang, email)
      await heading(page, t.enrolment.title).waitFor()
      expect((await page.goto(at(site, '/zyra')))?.status()).toBe(403)
      await heading(page, needed.title).waitFor()
      await link(page, needed.action?.label ?? '').click()
      await page.getByLabel(t.enrolment.field, { exact: true }).fill('000000')
      await button(page, t.enrolment.submit).click()
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(t.secondFactor.wrong)
      const secret = await enrol(page, lang)

      const telephone = await browser.open({ viewport: { width: 360, height: 740 } })
      await signInByMail(telephone, lang, email)
      // The code of this half minute was used to set the factor up; the next one is taken as well.
      await telephone.getByLabel(t.secondFactor.field, { exact: true }).fill(codeOf(secret, 1))
      await button(telephone, t.secondFactor.submit).click()
      await telephone.waitForURL(at(site, '/zyra'))
      await endOneSession(page, lang)
      await telephone.goto(at(site, '/zyra'))
      expect(telephone.url()).toContain('/hyr')
      await button(page.getByRole('banner'), FRAME_TEXTS[lang].signOut).click()
      await page.goto(at(site, '/zyra'))
      expect(page.url()).toContain('/hyr')
    },
  )

  it('finds nobody to choose and no word of a demonstration', { timeout: LONG }, async () => {
    const site = { url: program.url, lang }
    const page = await browser.open()
    for (const path of ['/', '/hyr', '/konsultime', '/i/shkodrina/']) {
      await page.goto(at(site, path))
      expect(await page.content()).not.toMatch(/demonstr|Demo\b/i)
    }
    const posted = await fetch(`${program.url}/hyr/demonstrim`, {
      method: 'POST',
      headers: { origin: program.url },
      body: new URLSearchParams({ llogaria: '00000000-0000-4000-8000-000000000000' }),
    })
    expect(posted.status).toBe(404)
  })
})

/** In the list of the account: of two places where one is signed in, the other is ended. */
async function endOneSession(page: Page, lang: Lang): Promise<void> {
  const t = textsOf(lang)
  await page.goto(at({ url: program.url, lang }, '/llogaria'))
  const sessions = page.getByRole('table', { name: t.account.sessions }).locator('tbody tr')
  expect(await sessions.count()).toBe(2)
  await sessions.filter({ hasNotText: t.account.thisDevice }).getByRole('button').click()
  expect(await page.getByRole('alert').innerText()).toContain(t.done.seanca)
  expect(await sessions.count()).toBe(1)
}

describe('an operator without demonstration mode', () => {
  it('sees which letters went out, and neither their words nor for whom they were', { timeout: LONG }, async () => {
    const t = OFFICE_TEXTS.sq.mail
    const page = await browser.open()
    await signInByMail(page, 'sq', OPERATOR)
    await enrol(page, 'sq')
    await page.goto(`${program.url}/zyra/posta`)
    await page.getByRole('heading', { name: t.title, level: 1 }).waitFor()
    const list = await page.getByRole('main').innerText()
    expect(list).toContain('b…@kuvend.example')
    expect(list).not.toContain(OPERATOR)
    // Nobody looks for an address here.
    expect(await page.getByLabel(t.address).count()).toBe(0)
    await page.getByRole('main').getByRole('table').getByRole('link').first().click()
    await page.waitForURL(/\/zyra\/posta\/[0-9a-f-]{36}/)
    const letter = await page.getByRole('main').innerText()
    expect(letter).toMatch(/.…@[a-z]+\.example/)
    expect(letter).not.toMatch(/(?<!\d)\d{6}(?!\d)/)
  })
})

describe('a citizen who signs in', () => {
  it.each(['en'] as const)(
    'with a mailed code alone, in %s, has an account and no office',
    { timeout: LONG },
    async (lang) => {
      const site = { url: program.url, lang }
      const page = await browser.open()
      await signInByMail(page, lang, `arta.${lang}@shembull.example`)
      await heading(page, textsOf(lang).account.title).waitFor()
      await page.goto(at(site, '/komentet-e-mia'))
      await page.getByText(textsIn(lang).own.mineNone).waitFor()
      expect((await page.goto(at(site, '/zyra')))?.status()).toBe(403)
      await heading(page, ERRORS[lang]['not-permitted'].title).waitFor()
    },
  )

  it('is not let in by a wrong code, and after five of them not by the right one', { timeout: LONG }, async () => {
    const email = 'bora@shembull.example'
    const t = textsOf('sq').code
    const page = await browser.open()
    await page.goto(at({ url: program.url, lang: 'sq' }, '/hyr'))
    await page.getByLabel(textsOf('sq').signIn.email, { exact: true }).fill(email)
    await button(page, textsOf('sq').signIn.submit).click()
    await page.getByLabel(t.field, { exact: true }).waitFor()
    const right = codeIn(await newestLetterTo(program.db, email))
    const wrong = right === '000000' ? '111111' : '000000'
    const shut = t.shut('').slice(0, 30)
    const tries = [
      ...Array.from({ length: 4 }, () => [wrong, t.wrong] as const),
      [wrong, ''] as const,
      [right, shut] as const,
    ]
    for (const [code, words] of tries) {
      await page.getByLabel(t.field, { exact: true }).fill(code)
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await button(page, t.submit).click()
      await answer
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(words)
    }
  })
})
