import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsIn } from '#modules/consultations/texts.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { FRAME_TEXTS } from '#ui/frame-texts.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { focusFault, hasFocus, tabTo } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'
import {
  at,
  button,
  codeOn,
  heading,
  link,
  openLetter,
  privateLinkIn,
  signInAs,
  someEmail,
  TOWNS,
  type Site,
  type Town,
} from './steps.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const siteOf = (town: Town, lang: Site['lang']): Site => ({ url: program.url, town, lang })

/** Goes to a link by Tab and follows it. */
async function follow(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, link(page, name))
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name))
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

async function type(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

describe.each([['bregas', 'sq']] as const)('by keyboard alone in %s, in %s', (town, lang) => {
  it('a citizen skips to the matter, finds the article, comments and confirms', { timeout: LONG }, async () => {
    const site = siteOf(town, lang)
    const t = textsIn(lang)
    const email = someEmail('hana')
    const page = await browser.open({ viewport: { width: 1280, height: 720 } })
    await page.goto(at(site, '/'))
    await page.keyboard.press('Tab')
    expect(await hasFocus(link(page, FRAME_TEXTS[lang].skip))).toBe(true)
    expect(await focusFault(page)).toBeNull()
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.getByRole('main'))).toBe(true)

    await tabTo(page, page.locator(`main a[href^="${inLanguage(lang, `/konsultime/${town}-`)}"]`))
    await Promise.all([page.waitForURL(/konsultime/), page.keyboard.press('Enter')])
    await follow(page, t.page.openArticle('2'))
    await follow(page, t.page.commentArticle)

    await press(page, t.form.submit)
    const errors = page.locator('.govuk-error-summary')
    await expect.poll(() => hasFocus(errors)).toBe(true)
    expect(await focusFault(page)).toBeNull()
    const { nothing, nothingArticle } = t.questions.answering.errors
    await tabTo(page, link(errors, nothing).or(link(errors, nothingArticle)))
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.getByLabel(t.form.body, { exact: true }))).toBe(true)
    await page.keyboard.type('Shkruar pa maus.')
    await tabTo(page, page.getByLabel(t.form.person, { exact: true }))
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByLabel(t.form.organisationOption, { exact: true }).isChecked()).toBe(true)
    await type(page, t.form.organisation, 'Shoqata Shembull')
    await tabTo(page, page.getByLabel(t.form.publishYes, { exact: true }))
    await page.keyboard.press('ArrowDown')
    expect(await page.getByLabel(t.form.publishNo, { exact: true }).isChecked()).toBe(true)
    await type(page, t.form.email, email)
    await press(page, t.form.submit)
    await heading(page, t.sent.title).waitFor()

    await signInAs(page, site, TOWNS[town].moderator, '/zyra/posta')
    await openLetter(page, site, email, t.letters.confirmationSubject)
    await tabTo(page, privateLinkIn(page))
    await page.keyboard.press('Enter')
    await heading(page, t.own.confirmTitle).waitFor()
    await press(page, t.own.confirm)
    await codeOn(page)
  })

  it('an official signs in, narrows a list by its menu and releases a comment', { timeout: LONG }, async () => {
    const site = siteOf(town, lang)
    const t = textsIn(lang)
    const page = await browser.open({ viewport: { width: 1280, height: 720 } })
    await page.goto(at(site, '/hyr'))
    await tabTo(page, page.getByRole('row').filter({ hasText: TOWNS[town].coordinator }).getByRole('button'))
    await Promise.all([page.waitForURL(/\/zyra$/), page.keyboard.press('Enter')])
    await follow(page, t.menuComments)
    await heading(page, t.office.commentsTitle).waitFor()
    await tabTo(page, page.getByLabel(t.office.state, { exact: true }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await press(page, t.office.submit)
    await page.waitForURL(/gjendja=published/)
    await tabTo(page, page.locator('tbody a').first())
    await Promise.all([page.waitForURL(/komente\/[0-9a-f-]{36}/), page.keyboard.press('Enter')])
    await tabTo(page, page.locator('summary').filter({ hasText: t.office.holdTitle }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel(t.grounds['personal-data'], { exact: true }))
    await page.keyboard.press('Space')
    await press(page, t.office.hold)
    expect(await hasFocus(page.getByRole('alert'))).toBe(true)
    expect(await page.getByRole('alert').innerText()).toContain(t.office.held)
    await press(page, t.office.release)
    expect(await page.getByRole('alert').innerText()).toContain(t.office.released)
  })
})

describe('what a screen reader is told', () => {
  it.each(variants(['bregas'] as const, ['fushas'] as const))(
    'of the consultation of %s: places, headings, and what each link does',
    { timeout: LONG },
    async (town) => {
      const site = siteOf(town, 'sq')
      const t = textsIn('sq')
      const page = await browser.open()
      await page.goto(at(site, '/'))
      await page.locator(`main a[href^="/konsultime/${town}-"]`).first().click()
      await page.waitForURL(`**/konsultime/${town}-*`)
      await page.locator('#teksti').waitFor()
      const tree = await page.locator('body').ariaSnapshot()
      for (const part of [
        '- banner',
        `- navigation "${FRAME_TEXTS.sq.menu}"`,
        `- search`,
        `- main`,
        `- contentinfo`,
        `- heading "${t.page.about}" [level=2]`,
        `- heading "${t.overview.asked}" [level=2]`,
        `- heading "${t.page.text}" [level=2]`,
        `- link "${t.page.commentWhole}"`,
        `- link "${t.page.commentArticleNamed('1')}"`,
      ]) {
        expect(tree).toContain(part)
      }
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      const article = page
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name: /^Neni 1 / }) })
        .first()
      expect(await article.ariaSnapshot()).toMatch(/^- article:\n {2}- heading "Neni 1 /)
    },
  )

  it('of the comment form: every field by its question, its hint and its mistake', { timeout: LONG }, async () => {
    const site = siteOf('bregas', 'sq')
    const t = textsIn('sq').form
    const page = await browser.open()
    await page.goto(at(site, '/'))
    await page.locator('main a[href^="/konsultime/bregas-"]').first().click()
    await link(page, textsIn('sq').page.commentWhole).click()
    await button(page, t.submit).click()
    await page.locator('.govuk-error-summary').waitFor()
    const form = page.getByRole('main').locator('form')
    const tree = await form.ariaSnapshot()
    const expected = [
      `- textbox "${t.body}"`,
      `- group "${t.onBehalf}`,
      `- radio "${t.person}"`,
      `- textbox "${t.name}"`,
      `- group "${t.publishName}`,
      `- radio "${t.publishNo}"`,
      `- textbox "${t.email}"`,
      `- button "${t.files}"`,
      `- button "${t.submit}"`,
      `- region "${t.publicTitle}"`,
    ]
    expect(expected.filter((part) => !tree.includes(part))).toEqual([])
    for (const [label, hint, mistake] of [
      [t.body, t.bodyHint, t.errors.body],
      [t.email, t.emailHint, t.errors.email],
    ] as const) {
      const told = await descriptionOf(page, label)
      expect(told).toContain(hint)
      expect(told).toContain(mistake)
      expect(await page.getByLabel(label, { exact: true }).getAttribute('aria-invalid')).toBe('true')
    }
  })

  it('of a register in the office: a table with its columns, also on a narrow screen', { timeout: LONG }, async () => {
    const site = siteOf('bregas', 'sq')
    const t = textsIn('sq').office
    for (const width of [1280, 320]) {
      const page = await browser.open({ viewport: { width, height: 800 } })
      await signInAs(page, site, TOWNS.bregas.coordinator, '/zyra/komente')
      const tree = await page.getByRole('table', { name: t.commentsTitle }).ariaSnapshot()
      for (const column of [t.columns.code, t.columns.received, t.columns.words, t.columns.state]) {
        expect(tree).toContain(`- columnheader "${column}"`)
      }
      expect(tree.match(/- row /g)?.length ?? 0).toBeGreaterThan(5)
      expect(tree).toMatch(/- cell "[2-9A-Z]{4}-[2-9A-Z]{4}"/)
    }
  })
})

/** The description as the browser computes it for assistive technology. */
async function descriptionOf(page: Page, label: string): Promise<string> {
  const ids = await page.getByLabel(label, { exact: true }).getAttribute('aria-describedby')
  const words = (ids ?? '').split(' ').map((id) => page.locator(`[id="${id}"]`).innerText())
  return (await Promise.all(words)).join(' ')
}
