import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meansTextsOf } from '#app/account/means-texts.ts'
import { textsOf } from '#app/account/account-texts.ts'
import { accessibilityFaults, sidewaysFaults, testBrowser } from '../browser.ts'
import { codeIn, newestLetterTo } from '../mailbox.ts'
import { startProgram, type Program } from './program.ts'
import { button, heading, link } from './steps.ts'

const LONG = 120_000
const EMAIL = 'besa@kuvend.example'
const t = { ...textsOf('sq'), means: meansTextsOf('sq') }

const browser = testBrowser()
let program: Program
let site = ''
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'off' } })
  // Passkeys know names, never numbers.
  site = program.url.replace('127.0.0.1', 'localhost')
  const person = ['--email', EMAIL, '--name', 'Besa Shembull', '--post', 'Operatore', '--role', 'operator']
  await program.command('user', 'add', ...person)
}, LONG)
afterAll(() => program?.stop())

/** A keeper of passkeys in software: a telephone that asks for a finger. */
async function withTelephone(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const keeper = { protocol: 'ctap2', hasResidentKey: true, automaticPresenceSimulation: true } as const
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...keeper, transport: 'internal', hasUserVerification: true, isUserVerified: true },
  })
  return {
    /** The same passkey, on a telephone that asks for nothing. */
    withoutFinger: async () => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
      const stick = await session.send('WebAuthn.addVirtualAuthenticator', {
        options: { ...keeper, transport: 'internal', hasUserVerification: false },
      })
      for (const credential of credentials) await session.send('WebAuthn.addCredential', { ...stick, credential })
    },
  }
}

async function signInByMail(page: Page): Promise<void> {
  await page.goto(`${site}/hyr?pastaj=/zyra`)
  await page.getByLabel(t.signIn.email, { exact: true }).fill(EMAIL)
  await button(page, t.signIn.submit).click()
  await page.getByLabel(t.code.field, { exact: true }).waitFor()
  await page.getByLabel(t.code.field, { exact: true }).fill(codeIn(await newestLetterTo(program.db, EMAIL)))
  await button(page, t.code.submit).click()
}

describe('an official with a passkey', () => {
  it(
    'sets it up as the first factor, signs in with it alone, and without a finger after the mailed code',
    { timeout: LONG },
    async () => {
      const page = await browser.open({ viewport: { width: 320, height: 640 } })
      const telephone = await withTelephone(page)
      await signInByMail(page)
      await link(page, t.means.enrolmentLink).click()
      await page.getByLabel(t.means.passkeys.field, { exact: true }).fill('Telefoni im')
      expect(await page.locator('[data-passkey-without]').isHidden()).toBe(true)
      expect(await sidewaysFaults(page)).toEqual([])
      expect(await accessibilityFaults(page)).toEqual([])
      await button(page, t.means.passkeys.add).click()
      await page.waitForURL(`${site}/zyra`)

      await page.context().clearCookies()
      await page.goto(`${site}/hyr?pastaj=/zyra`)
      expect(await accessibilityFaults(page)).toEqual([])
      await button(page, t.means.passkey.signIn).click()
      await page.waitForURL(`${site}/zyra`)

      await page.goto(`${site}/llogaria/celesat`)
      await page.getByRole('cell', { name: 'Telefoni im' }).or(page.getByText('Telefoni im')).first().waitFor()
      await link(page, `${t.means.passkeys.remove} ${t.means.passkeys.removeHidden('Telefoni im')}`).click()
      await button(page, t.means.passkeys.removeSubmit).click()
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(t.means.passkeys.last)

      await page.context().clearCookies()
      await telephone.withoutFinger()
      await signInByMail(page)
      await heading(page, t.secondFactor.title).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await button(page, t.means.passkey.second).click()
      await page.waitForURL(`${site}/zyra`)
    },
  )

  it('who closes the browser’s question is told, and can try again', { timeout: LONG }, async () => {
    const page = await browser.open()
    await page.goto(`${site}/hyr`)
    await page.evaluate(() => {
      navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await button(page, t.means.passkey.signIn).click()
    await page.getByText(t.means.passkey.failed).waitFor()
    expect(page.url()).toBe(`${site}/hyr`)
  })

  it('is offered none without script, nor where the address is a number', { timeout: LONG }, async () => {
    const still = await browser.open({ script: false })
    await still.goto(`${site}/hyr`)
    expect(await still.getByRole('button', { name: t.means.passkey.signIn }).count()).toBe(0)
    const number = await browser.open()
    await number.goto(`${program.url}/hyr`)
    expect(await number.getByRole('button', { name: t.means.passkey.signIn }).count()).toBe(0)
  })
})
