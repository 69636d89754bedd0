import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardTexts } from '#app/office/deadlines/board/board-texts.ts'
import { boardUrls, publicBoardUrls } from '#app/office/deadlines/board/board-urls.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link, signInAs, TOWNS, type Town } from './steps.ts'
import { demonstrationPerson, expectMoved } from './visitor.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const t = boardTexts('sq')
const c = textsIn('sq')

type Clock = { id: string; dueOn: string; slug: string }

/** The window of the demonstration that closes last. */
async function openWindow(town: Town): Promise<Clock> {
  const [row] = await program.db<Clock[]>`
    select deadline.id, deadline.due_on::text as due_on, consultation.slug
    from platform.deadlines as deadline
    join platform.institutions as institution on institution.id = deadline.institution_id
    join consultations.consultations as consultation
      on deadline.subject = 'consultations.consultation:' || consultation.id
    where deadline.slot = 'comments' and deadline.state = 'running' and institution.slug = ${town}
    order by deadline.due_at desc limit 1`
  if (!row) throw new Error(`no open window in ${town}`)
  return row
}

async function fillDay(page: Page, legend: string, date: string): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  const [year = '', month = '', day = ''] = date.split('-')
  await group.getByLabel(c.office.day, { exact: true }).fill(day)
  await group.getByLabel(c.office.month, { exact: true }).fill(month)
  await group.getByLabel(c.office.year, { exact: true }).fill(year)
}

const site = () => ({ url: program.url, lang: 'sq' }) as const
const main = (page: Page) => page.getByRole('main').innerText()

describe.each(variants(['fushas'] as const, ['bregas'] as const))('in %s', (town) => {
  it(
    'a coordinator finds the closing of a consultation on the board, puts it off on its page, and everybody reads the new day and why',
    { timeout: LONG },
    async () => {
      const { id, dueOn, slug } = await openWindow(town)
      const later = addDays(dueOn, 1)
      const page = await browser.open()
      await signInAs(page, site(), TOWNS[town].coordinator, boardUrls.board())
      await heading(page, t.board.title).waitFor()
      await page.getByText(t.board.filter, { exact: true }).first().click()
      await page.getByLabel(t.board.kind, { exact: true }).selectOption('comments')
      await button(page, t.board.submit).click()
      await page.locator(`a[href="${boardUrls.one(id)}"]`).click()
      expect(await main(page)).toContain(formatDate('sq', dueOn))
      await page.locator('.kv-explanation').waitFor()

      await link(page, t.one.toRecord).first().click()
      await link(page, c.closing.extend.link).first().click()
      await fillDay(page, c.closing.extend.newDay, later)
      await page.getByLabel(c.closing.extend.decision, { exact: true }).fill('Vendimi nr. 12')
      await fillDay(page, c.closing.extend.decidedOn, civilDateIn('Europe/Tirane', new Date()))
      await page.getByLabel(c.closing.extend.ground, { exact: true }).fill('Shoqatat kërkuan një ditë më shumë.')
      await button(page, c.closing.extend.submit).click()
      await page.waitForURL(/u=zgjati/)

      await page.goto(at(site(), boardUrls.one(id)))
      const office = await main(page)
      for (const words of [formatDate('sq', later), t.events.extended ?? '', 'Shoqatat kërkuan një ditë më shumë.'])
        expect(office).toContain(words)
      expect(office).toContain(t.one.fromTo(formatDate('sq', dueOn), formatDate('sq', later)))

      const anybody = await browser.open()
      await anybody.goto(at(site(), `/konsultime/${slug}`))
      expect(await main(anybody)).toContain(formatDate('sq', later))
      await anybody.goto(at(site(), publicBoardUrls.board(town)))
      await heading(anybody, 'Afatet e institucionit').waitFor()
      const soon = addDays(civilDateIn('Europe/Tirane', new Date()), 30)
      if (later <= soon) expect(await main(anybody)).toContain(formatDate('sq', later))
    },
  )
})

it(
  'a clerk makes the day of a task longer on its own page and sees the new day and why',
  { timeout: LONG },
  async () => {
    const administrator = await demonstrationPerson(program, 'Drita Demo')
    const [bregas] = await program.db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
    const today = civilDateIn('Europe/Tirane', new Date())
    const [year = '', month = '', day = ''] = addDays(today, 5).split('-')
    const due = { 'afati-day': day, 'afati-month': month, 'afati-year': year }
    const titulli = 'Njoftoni kryetarët e fshatrave'
    const fields = { institucioni: bregas?.id ?? '', titulli, kujt: 'rol:clerk', dergesa: randomUUID(), ...due }
    await expectMoved(administrator.post('/zyra/puna/e-re', fields))

    const page = await browser.open()
    await signInAs(page, site(), 'Shpresa Demo', '/zyra/afate?kur=week')
    const row = page.getByRole('row').filter({ hasText: titulli })
    await row.getByRole('link', { name: t.board.toOne }).click()
    await heading(page, `${t.board.due} ${titulli}`).waitFor()
    await page.getByText(t.deeds.extend.title, { exact: true }).first().click()
    await button(page, t.deeds.extend.send).click()
    const errors = page.locator('.govuk-error-summary')
    expect(await errors.innerText()).toContain(t.form.errors.ground)
    const later = addDays(today, 12)
    await fillDay(page, t.form.day, later)
    const form = page.locator('form').filter({ has: button(page, t.deeds.extend.send) })
    await form.getByLabel(t.form.ground, { exact: true }).fill('Dy fshatra nuk janë njoftuar dot.')
    await form.getByLabel(t.form.notice, { exact: true }).fill('Me telefon.')
    await button(page, t.deeds.extend.send).dblclick()
    await page.waitForURL(/u=zgjatur/)
    expect(await page.getByRole('alert').innerText()).toContain(t.done.zgjatur ?? '')
    const words = await main(page)
    for (const part of [formatDate('sq', later), 'Dy fshatra nuk janë njoftuar dot.', 'Me telefon.', 'Shpresa Demo'])
      expect(words).toContain(part)
    expect(words.split(t.events.extended ?? '?').length).toBe(2)
    await page.goto(at(site(), `${boardUrls.board()}?kur=later`))
    expect(await main(page)).toContain(titulli)
  },
)
