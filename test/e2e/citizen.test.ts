import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsIn } from '#modules/consultations/texts.ts'
import { FRAME_TEXTS } from '#ui/frame-texts.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { startProgram, type Program } from './program.ts'
import { tabTo } from './keyboard.ts'
import {
  at,
  button,
  confirmComment,
  confirmedComment,
  fillComment,
  heading,
  link,
  openArticle,
  openConsultation,
  openLetter,
  privateLinkIn,
  sendComment,
  signInAs,
  smallPdf,
  someEmail,
  TOWNS,
  type Site,
  type Town,
} from './steps.ts'
import { confirmedByLetter, openSlug } from './visitor.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const siteOf = (town: Town, lang: Site['lang']): Site => ({ url: program.url, town, lang })

describe.each(
  variants(
    [{ town: 'bregas', lang: 'sq', script: true }] as const,
    [{ town: 'fushas', lang: 'en', script: false }] as const,
  ),
)('a citizen in $town, in $lang, with script: $script', ({ town, lang, script }) => {
  it('comments on an article, confirms, corrects and withdraws the comment', { timeout: LONG }, async () => {
    const site = siteOf(town, lang)
    const t = textsIn(lang)
    const email = someEmail('ana')
    const page = await browser.open({ script })
    await openConsultation(page, site)
    await openArticle(page, site, '3')
    await link(page, t.page.commentArticle).click()
    expect(await page.getByRole('main').innerText()).toContain(t.form.aboutArticle('3'))
    await fillComment(page, site, {
      words: 'Propozoj një afat më të gjatë.',
      email,
      name: 'Ana Shembull',
      publish: true,
    })
    await sendComment(page, site)
    expect(await page.getByRole('main').innerText()).not.toContain(email)

    await link(page, t.sent.demoLink).click()
    await signInFromHere(page, site)
    await openLetter(page, site, email, t.letters.confirmationSubject)
    await privateLinkIn(page).click()
    const code = await confirmComment(page, site)
    const own = page.url()

    await link(page, t.own.seePublic).click()
    await heading(page, t.comment.permalink(code)).waitFor()
    const shown = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Propozoj një afat më të gjatë.' })
    expect(await shown.innerText()).toContain('Ana Shembull')
    expect(await shown.innerText()).toContain(t.comment.onArticle('3'))
    const publicPage = page.url()

    await page.goto(own)
    await link(page, t.own.correct).click()
    await page.getByLabel(t.form.body, { exact: true }).fill('Propozoj një afat prej 60 ditësh.')
    await button(page, t.own.correctSubmit).click()
    expect(await page.getByRole('alert').innerText()).toContain(t.own.corrected)
    await page.goto(publicPage)
    expect(await page.getByRole('main').innerText()).toContain('Propozoj një afat prej 60 ditësh.')
    await page.getByText(t.comment.earlier, { exact: true }).click()
    await page.getByText('Propozoj një afat më të gjatë.').waitFor()

    await page.goto(own)
    await link(page, t.own.withdraw).click()
    await button(page, t.own.withdrawSubmit).click()
    expect(await page.getByRole('alert').innerText()).toContain(t.own.withdrawn)
    await page.goto(publicPage)
    const left = await page.getByRole('main').innerText()
    expect(left).toContain(t.comment.withdrawn('').slice(0, 20))
    expect(left).not.toContain('60 ditësh')
    expect(left).not.toContain('Ana Shembull')
  })
})

/** On the page that asks who you are, on the way to another. */
async function signInFromHere(page: Page, site: Site): Promise<void> {
  const name = TOWNS[site.town].moderator
  await page.getByRole('row').filter({ hasText: name }).getByRole('button').click()
  await page.waitForURL(/\/zyra\/posta$/)
}

const PDF = { name: 'Propozimi ynë.pdf', mimeType: 'application/pdf', buffer: smallPdf() }
const NOTE = {
  name: 'shënim.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Fjalë për <script>alert(1)</script> tarifën.'),
}

/** What keeps a document of a stranger from doing anything in a browser. */
const HARMLESS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'" }

describe('a comment with documents', () => {
  it.each(variants(['fushas'] as const, ['bregas'] as const))(
    'in %s waits until a moderator has released it, and then everyone can have the documents',
    { timeout: LONG },
    async (town) => {
      const site = siteOf(town, 'sq')
      const t = textsIn('sq')
      const page = await browser.open()
      const files = [PDF, NOTE]
      const code = await confirmedComment(page, site, { words: 'Shihni dokumentet.', email: someEmail('ben'), files })
      await page.getByText(t.own.waitingWhy).waitFor()
      const reader = await browser.open()
      await openConsultation(reader, site)
      const list = `${reader.url()}/komente`
      await reader.goto(list)
      expect(await reader.content()).not.toContain(code)

      await signInAs(page, site, TOWNS[town].moderator, '/zyra/komente?gjendja=waiting')
      await link(page, code).click()
      await button(page, t.office.release).click()
      expect(await page.getByRole('alert').innerText()).toContain(t.office.released)

      await reader.goto(`${list}/${code}`)
      const shown = await fetch(await addressOf(reader, PDF.name))
      expect(Object.fromEntries(shown.headers)).toMatchObject({ 'content-type': 'application/pdf', ...HARMLESS })
      expect(Buffer.from(await shown.arrayBuffer()).equals(PDF.buffer)).toBe(true)
      const note = await fetch(await addressOf(reader, NOTE.name))
      expect(Object.fromEntries(note.headers)).toMatchObject({
        ...HARMLESS,
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="shenim.txt"; filename*=UTF-8''sh%C3%ABnim.txt`,
      })
      const [download] = await Promise.all([reader.waitForEvent('download'), link(reader, NOTE.name).click()])
      expect(download.suggestedFilename()).toBe(NOTE.name)
    },
  )
})

async function addressOf(page: Page, name: string): Promise<string> {
  return new URL((await link(page, name).getAttribute('href')) ?? '', page.url()).href
}

describe('a comment on a passage', () => {
  it.each(variants([['fushas', 'en']] as const, [['bregas', 'sq']] as const))(
    'in %s, in %s, is made by selecting words with the mouse',
    { timeout: LONG },
    async (town, lang) => {
      const site = siteOf(town, lang)
      const t = textsIn(lang)
      const email = someEmail('drilon')
      const page = await browser.open()
      await openConsultation(page, site)
      await openArticle(page, site, '4')
      await selectByMouse(page)
      const chosen = await page.evaluate(() => getSelection()?.toString().trim() ?? '')
      expect(chosen.length).toBeGreaterThan(5)
      await link(page, t.page.commentPassage).click()
      expect(await page.getByRole('main').innerText()).toContain(t.form.aboutPassage('4'))
      expect(await page.locator('.govuk-inset-text').innerText()).toBe(chosen)
      await fillComment(page, site, { words: 'Këto fjalë nuk janë të qarta.', email })
      await sendComment(page, site)
      await signInAs(page, site, TOWNS[town].moderator, '/zyra/posta')
      await openLetter(page, site, email, t.letters.confirmationSubject)
      await privateLinkIn(page).click()
      const code = await confirmComment(page, site)
      await link(page, t.own.seePublic).click()
      await heading(page, t.comment.permalink(code)).waitFor()
      expect(await page.getByRole('blockquote').innerText()).toContain(chosen)
    },
  )

  it('is made by selecting words with the keyboard', { timeout: LONG }, async () => {
    const site = siteOf('bregas', 'sq')
    const page = await browser.open()
    await openConsultation(page, site)
    await openArticle(page, site, '4')
    await tabTo(page, link(page, FRAME_TEXTS.sq.skip))
    await page.keyboard.press('Enter')
    // As caret browsing makes it, which this browser has no key for without a window.
    const chosen = await page.evaluate(() => {
      const words = document.querySelector('[data-comment-passage] p')?.firstChild
      if (words) getSelection()?.setBaseAndExtent(words, 0, words, 30)
      return getSelection()?.toString().trim() ?? ''
    })
    await link(page, textsIn('sq').page.commentPassage).waitFor()
    await tabTo(page, link(page, textsIn('sq').page.commentPassage))
    await page.keyboard.press('Enter')
    await page.waitForURL(/fragmenti=/)
    expect(await page.locator('.govuk-inset-text').innerText()).toBe(chosen)
  })
})

/** From the beginning of the article's first words to the middle of their first line. */
async function selectByMouse(page: Page): Promise<void> {
  const words = page.locator('[data-comment-passage] p').first()
  await words.scrollIntoViewIfNeeded()
  const box = await words.boundingBox()
  if (!box) throw new Error('the article has no words')
  await page.mouse.move(box.x + 1, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 3, box.y + 8, { steps: 4 })
  await page.mouse.up()
}

describe('a comment with a telephone number', () => {
  it.each(variants([['bregas', 'sq', '069 000 00 00']] as const, [['fushas', 'en', '+383 44 000 000']] as const))(
    'in %s waits, is held with a ground, and everyone and its author learn which',
    { timeout: LONG },
    async (town, lang, number) => {
      const site = siteOf(town, lang)
      const t = textsIn(lang)
      const where = { slug: await openSlug(program, town), lang }
      const name = { emri: 'Erda Shembull' }
      const { own, code, email } = await confirmedByLetter(program, where, `Më telefononi në ${number}.`, name)
      const page = await browser.open()
      await page.goto(program.url + own)
      await page.getByText(t.own.waitingWhy).waitFor()

      await signInAs(page, site, TOWNS[town].moderator, '/zyra/komente?gjendja=waiting')
      await link(page, code).click()
      await page.getByText(t.office.foundWords(t.office.found.telephone ?? '')).waitFor()
      await page.getByText(t.office.holdTitle, { exact: true }).click()
      await button(page, t.office.hold).click()
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(t.office.groundError)
      await page.getByLabel(t.grounds['personal-data'], { exact: true }).check()
      await page.getByLabel(t.office.note, { exact: true }).fill('Hiqni numrin dhe komenti del.')
      await button(page, t.office.hold).click()
      expect(await page.getByRole('alert').innerText()).toContain(t.office.held)

      await openLetter(page, site, email, t.letters.heldSubject(code))
      const letter = await page.getByRole('article').innerText()
      expect(letter).toContain(t.grounds['personal-data'])
      expect(letter).toContain('Hiqni numrin dhe komenti del.')

      const reader = await browser.open()
      await reader.goto(at(site, `/konsultime/${where.slug}/komente/${code}`))
      const shown = await reader.getByRole('main').innerText()
      expect(shown).toContain(t.grounds['personal-data'])
      for (const hidden of [number, 'Erda', email]) expect(await reader.content()).not.toContain(hidden)
    },
  )
})

describe('a form that arrives twice', () => {
  it.each([true, false])(
    'is one comment, pressed twice or sent again after going back (script: %s)',
    { timeout: LONG },
    async (script) => {
      const site = siteOf('bregas', 'sq')
      const t = textsIn('sq')
      const email = someEmail('fatmir')
      const page = await browser.open({ script })
      await openConsultation(page, site)
      await link(page, t.page.commentWhole).click()
      await fillComment(page, site, { words: 'Vetëm një herë.', email })
      await button(page, t.form.submit).dblclick()
      await heading(page, t.sent.title).waitFor()
      await page.goBack()
      // The browser still has the words; whoever doubts presses again.
      expect(await page.getByLabel(t.form.body, { exact: true }).inputValue()).toBe('Vetëm një herë.')
      await sendComment(page, site)
      expect(await wordsFrom(email)).toEqual(['Vetëm një herë.'])

      await page.goBack()
      await page.getByLabel(t.form.body, { exact: true }).fill('Me fjalë të tjera.')
      await sendComment(page, site)
      expect(await wordsFrom(email)).toEqual(['Me fjalë të tjera.', 'Vetëm një herë.'])
    },
  )

  const wordsFrom = async (email: string) => {
    const rows = await program.db<{ body: string }[]>`
      select version.body from consultations.comments as comment
      join consultations.comment_versions as version on version.comment_id = comment.id
      join platform.contacts as contact on contact.id = comment.contact_id
      where contact.email = ${email}`
    return rows.map((row) => row.body).toSorted()
  }
})
