import { generateHOTP } from '@oslojs/otp'
import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { textsOf } from '#app/account/account-texts.ts'
import { peopleTextsOf } from '#app/account/people-texts.ts'
import { OFFICE_TEXTS } from '#app/office/office-texts.ts'
import { textsIn } from '#app/office/people/people-texts.ts'
import { peopleUrls } from '#app/office/people/people-urls.ts'
import { stepAt } from '#platform/auth/second-factor-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { testBrowser } from '../browser.ts'
import { codeIn, newestLetterTo, pathIn } from '../mailbox.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link, signInAs, someEmail, TOWNS } from './steps.ts'

const LONG = 180_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const t = textsIn('sq')
const site = () => ({ url: program.url, lang: 'sq' as const, town: 'bregas' as const })

async function fillDay(page: Page, legend: string, date: Date): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel(t.invite.day, { exact: true }).fill(String(date.getDate()))
  await group.getByLabel(t.invite.month, { exact: true }).fill(String(date.getMonth() + 1))
  await group.getByLabel(t.invite.year, { exact: true }).fill(String(date.getFullYear()))
}

it(
  'an invited clerk comes in by letter, code and second factor, is stood in for, and leaves',
  { timeout: LONG },
  async () => {
    const email = someEmail('mira')
    const administrator = await browser.open()
    await signInAs(administrator, site(), 'Drita Demo', peopleUrls.list())
    await link(administrator, t.list.invite).click()
    await administrator.getByLabel(t.invite.name, { exact: true }).fill('Mira Shembull')
    await administrator.getByLabel(t.invite.email, { exact: true }).fill(email)
    await administrator.getByLabel(t.invite.post, { exact: true }).fill('Nëpunëse e sportelit')
    await administrator.getByLabel(textsOf('sq').roles.clerk, { exact: true }).check()
    await button(administrator, t.invite.submit).dblclick()
    await administrator.getByText(t.done.ftuar).waitFor()
    const personPage = administrator.url().split('?')[0] ?? ''

    const clerk = await browser.open()
    await clerk.goto(program.url + pathIn(await newestLetterTo(program.db, email), '/ftesa/'))
    await clerk.getByText(TOWNS.bregas.name.sq).first().waitFor()
    await button(clerk, peopleTextsOf('sq').invitation.submit).click()
    await clerk
      .getByLabel(textsOf('sq').code.field, { exact: true })
      .fill(codeIn(await newestLetterTo(program.db, email)))
    await button(clerk, textsOf('sq').code.submit).click()
    await setUpTotp(clerk)
    await clerk.goto(at(site(), '/zyra'))
    await heading(clerk, OFFICE_TEXTS.sq.first.title).waitFor()

    // Its day in Albania, whatever day it is where the test runs.
    const today = new Date(`${civilDateIn('Europe/Tirane', new Date())}T12:00:00`)
    await clerk.goto(at(site(), '/llogaria/mungesa'))
    const substitute = clerk.getByLabel(t.absence.substitute, { exact: true })
    await substitute.selectOption({ label: 'Mimoza Demo, Specialiste për marrëdhëniet me publikun' })
    await fillDay(clerk, t.absence.startsOn, today)
    await fillDay(clerk, t.absence.endsOn, today)
    await button(clerk, t.absence.submit).click()
    await clerk.getByText(t.done.mungesa).waitFor()
    const moderator = await browser.open()
    await signInAs(moderator, site(), 'Mimoza Demo')
    expect(await moderator.getByRole('main').innerText()).toContain('zëvendëson Mira Shembull')

    await administrator.goto(personPage)
    await link(administrator, t.person.end).click()
    await button(administrator, t.end.submit).click()
    await administrator.getByText(t.done.mbyllur).waitFor()
    await clerk.goto(at(site(), '/zyra'))
    expect(clerk.url()).toContain('/hyr')
    await moderator.goto(at(site(), '/zyra'))
    expect(await moderator.getByRole('main').innerText()).not.toContain('Mira Shembull')
  },
)

/** Types the key by hand, as somebody does whose camera is broken. */
async function setUpTotp(page: Page): Promise<void> {
  const texts = textsOf('sq').enrolment
  await page.getByText(texts.byHand).click()
  const words = /\b([A-Z2-7]{4}( [A-Z2-7]{4}){7})\b/.exec(await page.getByRole('main').innerText())?.[1] ?? ''
  const secret = decodeBase32IgnorePadding(words.replaceAll(' ', ''))
  await page.getByLabel(texts.field, { exact: true }).fill(generateHOTP(secret, BigInt(stepAt(new Date())), 6))
  await button(page, texts.submit).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/llogaria/faktori'))
}
