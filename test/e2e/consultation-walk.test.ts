import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsIn } from '#modules/consultations/texts.ts'
import { noticeUrls } from '#modules/consultations/notices/urls.ts'
import { officePlanUrls, officeUrls } from '#modules/consultations/urls.ts'
import { officeUrls as meetingOffice } from '#modules/meetings/urls.ts'
import { textsIn as meetingTexts } from '#modules/meetings/texts.ts'
import { textsIn as registrationTexts } from '#platform/registrations/registration-texts.ts'
import { roomTexts } from '#app/office/texts/texts.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { newestLetterTo, pathIn } from '../mailbox.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { startProgram, type Program } from './program.ts'
import { button, heading, link, signInAs, someEmail, TOWNS, type Site, type Town } from './steps.ts'

const LONG = 180_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const t = textsIn('sq')
const CLERKS: Record<Town, string> = { bregas: 'Shpresa Demo', fushas: 'Fitore Demo' }
const TITLE = 'Projektrregullore për parkimin e biçikletave'
/** What people do send: one word longer than any screen, a picture for a word, a script from right to left. */
const ODD = `${'ç'.repeat(700)} 🚲 مرحبا بكم. Të ketë vende te shkolla.`
const DRAFT = `Neni 1
Qëllimi
1. Kjo rregullore cakton vendet e biçikletave.

Neni 2
Tarifa
1. Tarifa është 500 në ditë.`

const siteOf = (town: Town): Site => ({ url: program.url, town, lang: 'sq' })
const main = (page: Page): Promise<string> => page.getByRole('main').innerText()
const idIn = (page: Page): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? ''

/** By the names under which the server knows them. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value)
}

const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`main [name="${name}"][value="${value}"]`).check()

const dayFields = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function statusOf(page: Page, press: () => Promise<unknown>): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    press(),
  ])
  return answer.status()
}

describe.each(variants(['bregas'] as const, ['fushas'] as const))('a consultation in %s', (town) => {
  let id = ''
  let slug = ''
  const today = () => civilDateIn('Europe/Tirane', new Date())
  const commentsIn = async (words: string): Promise<{ id: string; code: string; state: string }[]> => program.db`
    select comment.id, comment.code, comment.state from consultations.comments as comment
    join consultations.comment_versions as version
      on version.comment_id = comment.id and version.n = comment.version
    where comment.consultation_id = ${id} and version.body = ${words}`

  it('is written, planned, asked about and published, each button pressed twice', { timeout: LONG }, async () => {
    const site = siteOf(town)
    const page = await browser.open()
    await signInAs(page, site, TOWNS[town].coordinator, officeUrls.newConsultation())
    await fill(page, { titulli: TITLE, permbledhja: 'Ku vihen biçikletat.', baza: 'Rregullorja, neni 4' })
    if ((await page.locator('[name=mbeshtetja][value=other]').count()) > 0) await choose(page, 'mbeshtetja', 'other')
    await fill(page, { ...dayFields('hapet', today()), ...dayFields('mbyllet', addDays(today(), 60)) })
    await fill(page, { posta: 'konsultime@shembull.example' })
    await button(page, t.office.create).dblclick()
    await page.getByText(t.office.created).waitFor()
    id = idIn(page)
    await fill(page, { teksti: DRAFT })
    await button(page, roomTexts('sq').textRead).click()
    await page.getByText('Kjo rregullore cakton').first().waitFor()

    // Every part of the consultation is within reach from its text.
    await link(page, t.plans.one).click()
    await page.waitForURL(/\/zyra\/plane\/i-ri/)
    await page.locator('main form[method=post] button').last().dblclick()
    await page.waitForURL(/\/zyra\/plane\/[0-9a-f-]{36}/)
    await page.goto(site.url + officeUrls.questions(id))
    await button(page, t.questions.office.choose).click()
    expect(await statusOf(page, () => button(page, t.questions.office.save).click())).toBe(422)
    await fill(page, { pyetja: 'Sa vende duhen?', alternativat: 'Dhjetë\nNjëzet' })
    await button(page, t.questions.office.save).dblclick()
    await page.getByText(t.questions.office.added).waitFor()
    await page.goto(site.url + officeUrls.consultation(id))
    await button(page, t.office.publish).dblclick()
    await link(page, t.office.seePublic).waitFor()
    slug = (await link(page, t.office.seePublic).getAttribute('href'))?.split('/').at(-1) ?? ''
    const [count] = await program.db<{ consultations: number; plans: number; questions: number }[]>`
      select (select count(*)::int from consultations.consultations where title = ${TITLE}) as consultations,
             (select count(*)::int from consultations.plans where title = ${TITLE}) as plans,
             (select count(*)::int from consultations.questions where consultation_id = ${id}) as questions`
    expect(count).toEqual({ consultations: 1, plans: 1, questions: 1 })
  })

  it('is told to whoever was chosen, once; poster and sheet have what they need', { timeout: LONG }, async () => {
    const site = siteOf(town)
    const page = await browser.open()
    await signInAs(page, site, TOWNS[town].coordinator, noticeUrls.invite(id))
    const asked = page.locator('main input[name=palet]')
    const chosen = await asked.count()
    expect(chosen).toBeGreaterThan(0)
    for (const one of await asked.all()) await one.check()
    await page.locator('main form[method=post] button').first().dblclick()
    await page.waitForURL(/u=dergua/)
    const [mailed] = await program.db<{ count: number }[]>`
      select count(*)::int as count from platform.mail_messages where body like ${`%/konsultime/${slug}%ftesat/%`}`
    expect(mailed?.count).toBe(chosen)
    const poster = await page.request.get(site.url + noticeUrls.poster(slug))
    expect([poster.status(), poster.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await page.goto(site.url + noticeUrls.sheet(id))
    expect(await main(page)).toContain(`/konsultime/${slug}`)
    await page.goto(site.url + officePlanUrls.ofConsultation(id))
    expect(await main(page)).toContain(TITLE)
  })

  it(
    'a clerk finds the way from the first page, and the same paper counts once after going back',
    { timeout: LONG },
    async () => {
      const site = siteOf(town)
      const page = await browser.open()
      await signInAs(page, site, CLERKS[town])
      await link(page, t.entry.list.titleOf(TITLE)).click()
      await link(page, t.entry.form.title).click()
      await page.locator('main [name=komenti]').waitFor()
      await fill(page, { komenti: ODD })
      await button(page, t.entry.form.submit).dblclick()
      await heading(page, t.entry.receipt.title).waitFor()
      const code = await page.locator('.kv-slip__number').innerText()
      await page.goBack()
      expect(await page.locator('main [name=komenti]').inputValue()).toBe(ODD)
      await button(page, t.entry.form.submit).click()
      await page.getByText(t.entry.receipt.before).waitFor()
      expect(await page.locator('.kv-slip__number').innerText()).toBe(code)
      expect(await commentsIn(ODD)).toHaveLength(1)
      // Other words from the same page are another person's.
      await page.goBack()
      await fill(page, { komenti: 'Të ketë edhe pompë.' })
      await button(page, t.entry.form.submit).click()
      await page.getByText(t.entry.receipt.done).waitFor()
      expect(await commentsIn('Të ketë edhe pompë.')).toHaveLength(1)
    },
  )

  it('a letter of three points becomes three comments, however often it is pressed', { timeout: LONG }, async () => {
    const site = siteOf(town)
    const page = await browser.open()
    await signInAs(page, site, TOWNS[town].coordinator, officeUrls.newSplit(id))
    await choose(page, 'menyra', 'post')
    await choose(page, 'folesi', 'organizate')
    await fill(page, { ...dayFields('thene', addDays(today(), -1)), organizata: 'Shoqata e Biçikletave (e trilluar)' })
    expect(await statusOf(page, () => button(page, t.entry.split.submit).click())).toBe(422)
    expect(await page.locator('[name=organizata]').inputValue()).toBe('Shoqata e Biçikletave (e trilluar)')
    expect(await page.locator('[name=menyra][value=post]').isChecked()).toBe(true)
    await fill(page, {
      letra: 'Të nderuar,\n\n1. Më shumë vende.\n\n2. Pa tarifë.\n\n3. Çati te stacioni.\n\nMe respekt',
    })
    await button(page, t.entry.split.submit).click()
    await button(page, t.entry.split.enter(3)).dblclick()
    await page.getByText(t.entry.receipt.doneMany(3)).waitFor()
    const codes = (await page.locator('.kv-slip__number').innerText()).split(', ')
    expect(codes).toHaveLength(3)
    const [row] = await program.db<{ count: number }[]>`
      select count(*)::int as count from consultations.comments where consultation_id = ${id} and channel = 'post'`
    expect(row?.count).toBe(3)
  })

  it(
    'an organisation without script proposes a wording and answers; it withdraws, and everybody sees that',
    { timeout: LONG },
    async () => {
      const site = siteOf(town)
      const page = await browser.open({ script: false })
      await page.goto(`${site.url}/konsultime/${slug}`)
      await page.getByRole('main').locator('a[href*="komento?neni="]').first().click()
      const email = someEmail('shoqata')
      const words = 'Vendet te shkolla, të propozuara nga shoqata.'
      await fill(page, { komenti: words })
      expect(await statusOf(page, () => button(page, t.form.submit).click())).toBe(422)
      expect(await page.locator('[name=komenti]').inputValue()).toBe(words)
      await page.locator('details:has([name=formulimi]) summary').click()
      await fill(page, { formulimi: '1. Kjo rregullore cakton vendet e biçikletave dhe të trotineteve.' })
      await page.locator('main input[type=radio][name^="p-"]').first().check()
      await choose(page, 'ne-emer', 'organizate')
      await fill(page, { organizata: 'Shoqata e Rrugës (e trilluar)', adresa: email })
      await choose(page, 'emri-publik', 'jo')
      await button(page, t.form.submit).click()
      await heading(page, t.sent.title).waitFor()
      await page.goto(site.url + pathIn(await newestLetterTo(program.db, email), '/komenti/'))
      await button(page, t.own.confirm).click()
      await heading(page, t.own.received).waitFor()
      const code = await page.locator('.kv-code').innerText()
      await page.goto(`${site.url}/konsultime/${slug}/komente/${code}`)
      const said = await main(page)
      for (const one of [words, 'trotineteve', 'Dhjetë', 'Shoqata e Rrugës']) expect(said).toContain(one)
      await page.goto(site.url + pathIn(await newestLetterTo(program.db, email), '/komenti/'))
      const withdrawal = page.locator('main form[action$="/terheqja"]')
      await page.getByRole('main').locator('a[href$="/terheqja"]').click()
      await withdrawal.getByRole('button').click()
      await page.goto(`${site.url}/konsultime/${slug}/komente/${code}`)
      expect(await main(page)).not.toContain('trotineteve')
      expect((await commentsIn(words))[0]?.state).toBe('withdrawn')
    },
  )

  it(
    'a moderator ticks by keyboard, hides many at once and takes it back on a real clock',
    { timeout: LONG },
    async () => {
      const site = siteOf(town)
      const page = await browser.open()
      await signInAs(page, site, TOWNS[town].moderator, `${officeUrls.comments()}?konsultimi=${id}&kanali=post`)
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
      expect(await page.locator('[data-desk-tick]:checked').count()).toBe(2)
      await page.locator('[name=veprimi]').selectOption('hold')
      await button(page, t.bulk.choose).click()
      expect(await statusOf(page, () => button(page, t.bulk.confirm(2)).click())).toBe(422)
      await choose(page, 'arsyeja', 'other-matter')
      await button(page, t.bulk.confirm(2)).dblclick()
      await page.getByText(t.bulk.started).waitFor()
      const held = async () =>
        (await program.db`select from consultations.comments where consultation_id = ${id} and state = 'held'`).length
      expect(await held()).toBe(2)
      await button(page, t.bulk.undoDeed).click()
      await page.getByText(t.bulk.undone).waitFor()
      expect(await held()).toBe(0)
    },
  )

  it('of two who hide the same comment the second is told what stands', { timeout: LONG }, async () => {
    const site = siteOf(town)
    const [comment] = await commentsIn('Të ketë edhe pompë.')
    const [first, second] = [await browser.open(), await browser.open()]
    for (const [page, name] of [
      [first, TOWNS[town].moderator],
      [second, TOWNS[town].coordinator],
    ] as const) {
      await signInAs(page, site, name, officeUrls.comment(comment?.id ?? ''))
      await page.getByText(t.office.holdTitle, { exact: true }).click()
      await choose(page, 'arsyeja', 'other-matter')
    }
    await button(first, t.office.hold).click()
    await first.getByRole('alert').waitFor()
    expect(await statusOf(second, () => button(second, t.office.hold).click())).toBe(409)
    expect(await second.locator('.govuk-error-summary').innerText()).toContain(t.office.movedMeanwhile)
  })

  it('a meeting for one takes the second into the queue, and moves them up', { timeout: LONG }, async () => {
    const site = siteOf(town)
    const [m, r] = [meetingTexts('sq'), registrationTexts('sq')]
    const page = await browser.open()
    const about = meetingOffice.createAbout(`consultations.consultation:${id}`)
    await signInAs(page, site, TOWNS[town].coordinator, about)
    await fill(page, { titulli: `Takim për biçikletat, ${town}`, adresa: 'Salla e madhe', vende: '1' })
    await fill(page, { ...dayFields('dita-1', addDays(today(), 3)), 'dita-1-nga': '10:00', 'dita-1-deri': '11:00' })
    await choose(page, 'regjistrimi', 'attend')
    // Where it is held has been left out: all that was typed stands.
    expect(await statusOf(page, () => button(page, m.form.create).click())).toBe(422)
    expect(await page.locator('[name=vende]').inputValue()).toBe('1')
    await choose(page, 'menyra', 'field')
    await button(page, m.form.create).dblclick()
    await button(page, m.one.publish).dblclick()
    await page.getByText(m.one.done.botimi ?? '').waitFor()
    const path = (await link(page, m.one.public).getAttribute('href')) ?? ''
    const owns: string[] = []
    for (const name of ['Arta Shembull', 'Luan Shembull']) {
      const visitor = await browser.open()
      await visitor.goto(`${site.url}${path}/regjistrimi`)
      const email = someEmail('takim')
      await fill(visitor, { emri: name, adresa: email })
      // Whoever comes when the places are taken reads on the button that it leads into the queue.
      await button(visitor, owns.length === 0 ? r.register.submit : r.wait).dblclick()
      await heading(visitor, r.register.sentTitle).waitFor()
      const own = site.url + pathIn(await newestLetterTo(program.db, email), '/regjistrimi/')
      owns.push(own)
      await visitor.goto(own)
      await button(visitor, r.own.confirm).click()
      await visitor.getByText(r.own.states[owns.length === 1 ? 'confirmed' : 'waiting']).waitFor()
    }
    await page.goto(owns[0] ?? '')
    await button(page, r.own.withdraw).click()
    await page.goto(owns[1] ?? '')
    await page.getByText(r.own.states.confirmed).waitFor()
  })

  it('cancelled, it says why to everybody and takes no more', { timeout: LONG }, async () => {
    const site = siteOf(town)
    const writing = await browser.open()
    await writing.goto(`${site.url}/konsultime/${slug}/komento`)
    await fill(writing, { komenti: 'Shkruhej kur u anulua.', adresa: someEmail('vone') })
    const page = await browser.open()
    await signInAs(page, site, TOWNS[town].coordinator, officeUrls.consultation(id))
    await page.getByText(t.office.cancelTitle, { exact: true }).click()
    expect(await statusOf(page, () => button(page, t.office.cancel).click())).toBe(422)
    await page.getByLabel(t.office.cancelReason, { exact: true }).fill('Këshilli e tërhoqi projektin.')
    await button(page, t.office.cancel).dblclick()
    await page.getByText(t.office.cancelled).waitFor()
    await choose(writing, 'ne-emer', 'vete')
    await choose(writing, 'emri-publik', 'jo')
    await button(writing, t.form.submit).click()
    await writing.locator('main').waitFor()
    expect(await writing.locator('main').innerHTML()).toContain('Shkruhej kur u anulua.')
    expect(await commentsIn('Shkruhej kur u anulua.')).toHaveLength(0)
    await writing.goto(`${site.url}/konsultime/${slug}`)
    const told = await main(writing)
    for (const words of [t.phases.cancelled, 'Këshilli e tërhoqi projektin.']) expect(told).toContain(words)
  })
})
