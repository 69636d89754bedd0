import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveTexts } from '#modules/council-acts/archive/texts.ts'
import { archiveUrls } from '#modules/council-acts/archive/urls.ts'
import { linesOfRows } from '#modules/council-acts/archive/testing.ts'
import { textsIn as readingTexts } from '#modules/council-acts/reading/texts.ts'
import { textsIn as registerTexts } from '#modules/council-acts/register/texts.ts'
import { textsIn } from '#modules/council-acts/texts.ts'
import { actUrls } from '#modules/council-acts/urls.ts'
import { votesTexts } from '#modules/council/minutes/votes/texts.ts'
import { accessibilityFaults, testBrowser } from '../browser.ts'
import { Desk } from './office-desk.ts'
import { startProgram, type Program } from './program.ts'
import { link, signInAs, TOWNS, type Town } from './steps.ts'

const LONG = 180_000
const t = readingTexts('sq')
const words = textsIn('sq')

const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

/** Whoever comes by the vote finds the act too: over the draft that was voted. */
async function backFromVote(page: Page): Promise<void> {
  const here = new URL(page.url()).pathname
  await link(page, t.vote.open).click()
  await page.waitForURL(/\/votimet\//)
  await link(page, votesTexts('sq').paperAndAct).click()
  await page.waitForURL(/\/materiale\//)
  await page.locator(`main a[href="${here}"]`).first().click()
  await page.waitForURL(`**${here}`)
}

/** What was loaded before the program started is found only after its index was built. */
async function indexStands(): Promise<void> {
  const missing = async () => {
    const [row] = await program.db<{ missing: boolean }[]>`
      select exists (
        select from council_acts.published_acts as act where not exists (
          select from platform.search_documents as doc where doc.subject = 'council-acts.act:' || act.id)) as missing`
    return row?.missing
  }
  await expect.poll(missing, { timeout: 90_000, interval: 250 }).toBe(false)
}

/** Somebody who knows nothing but the address of the site, and whose every click is counted. */
class Journalist {
  readonly page: Page
  clicks = 0

  constructor(page: Page) {
    this.page = page
  }

  async click(wanted: Locator): Promise<void> {
    this.clicks += 1
    await wanted.click()
  }

  async goOn(wanted: Locator, to: RegExp): Promise<void> {
    await this.click(wanted)
    await this.page.waitForURL(to)
  }

  /** From the first page, with the search that stands above every page. */
  async search(asked: string): Promise<void> {
    await this.page.goto(program.url)
    const form = this.page.getByRole('search')
    await form.locator('[name="q"]').fill(asked)
    await this.goOn(form.getByRole('button'), /\/kerko\?/)
  }

  words(): Promise<string> {
    return this.page.getByRole('main').innerText()
  }

  relation(kind: string): Locator {
    const group = this.page.getByRole('heading', { name: kind, exact: true, level: 3 })
    return group.locator('xpath=following-sibling::ul[1]')
  }
}

type Asked = {
  town: Town
  asked: string
  title: string
  /** What a family pays today, and what it paid before or after the act that changed it. */
  fee: string
  change: readonly [string, string]
  /** From the act in force to the one whose words were changed, if it is another. */
  before: string | null
}

const QUESTIONS: readonly Asked[] = [
  {
    town: 'bregas',
    asked: 'tarifa mbetje',
    title: 'Për tarifat dhe taksat vendore',
    fee: '1 200 lekë në vit',
    change: ['200', '500'],
    before: words.relations.repeals.forth,
  },
  {
    town: 'fushas',
    asked: 'tarifën e pastrimit',
    title: 'Për taksat, tarifat dhe gjobat komunale',
    fee: '15 euro në vit',
    change: ['12', '15'],
    before: null,
  },
]

describe.each(QUESTIONS)('what a family pays for waste in $town', ({ town, asked, title, fee, change, before }) => {
  it(
    'is found from the first page: what holds, who voted how, what changed and because of which act',
    { timeout: LONG },
    async () => {
      await indexStands()
      const reader = new Journalist(await browser.open({ viewport: { width: 1280, height: 900 } }))
      const { page } = reader
      await reader.search(asked)
      const found = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: link(page, title) })
        .filter({ hasText: TOWNS[town].name.sq })
        .filter({ hasText: words.forces['in-force'] })
      await reader.goOn(link(found, title), /\/aktet\/[a-z0-9-]+$/)
      const act = await reader.words()
      for (const one of [title, words.forces['in-force'], fee, TOWNS[town].name.sq]) expect(act).toContain(one)
      const holds = reader.clicks
      expect(holds).toBeLessThanOrEqual(2)
      expect(await accessibilityFaults(page)).toEqual([])

      const names = page.getByText(new RegExp(`^${t.vote.names(0).replace('(0)', String.raw`\(\d+\)`)}$`))
      await reader.click(names)
      const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
      const choices = await rows.locator(`td[data-label="${t.vote.choice}"]`).allInnerTexts()
      const count = (choice: string) => choices.filter((one) => one === choice).length
      const { choices: said } = t.vote
      const counted = t.vote.counts(count(said.for ?? ''), count(said.against ?? ''), count(said.abstain ?? ''))
      expect(act).toContain(counted)
      expect(count(said.for ?? '')).toBeGreaterThan(0)
      const voted = reader.clicks - holds
      expect(voted).toBe(1)

      await backFromVote(page)
      if (before !== null) await reader.goOn(reader.relation(before).getByRole('link').first(), /\/aktet\//)
      const changedBy = reader.relation(words.relations.amends.back)
      const because = await changedBy.getByRole('link').first().innerText()
      await reader.goOn(link(changedBy, t.relations.wordsChanged), /\/krahasimi/)
      const compared = await reader.words()
      for (const one of change) expect(compared).toContain(one)
      await page.goBack()
      await reader.goOn(link(changedBy, because), /\/aktet\//)
      for (const one of [words.relations.amends.forth, 'fjalët', 'zëvendësohen'])
        expect(await reader.words()).toContain(one)
      const changed = reader.clicks - holds - voted
      expect(changed).toBeLessThanOrEqual(3)
      console.log(
        `${town}, «${asked}»: in force ${holds} clicks, who voted how ${voted}, what changed and why ${changed}`,
      )
    },
  )
})

it(
  'an archive of sixty acts without number 57 is taken in, and the register says what it lacks',
  { timeout: LONG },
  async () => {
    const numbers = Array.from({ length: 61 }, (_, n) => n + 1).filter((n) => n !== 57)
    const rows = numbers.map((n) => ({
      id: `fushas-2018-${n}`,
      title: `Vendim nr. ${n}, datë 14.06.2018, “Për çështjen ${n} të arkivit”`,
      type: 'vendim',
      year: 2018,
      date: '2018-06-14',
      status: 'ne-fuqi',
    }))
    const page = await browser.open()
    await signInAs(page, { url: program.url, lang: 'sq' }, 'Burim Demo', archiveUrls.list())
    const desk = new Desk(page, program.url)
    const buffer = Buffer.from(linesOfRows(rows))
    await desk.deed('/arkivi', { skedari: { name: 'vendimet-2018.jsonl', mimeType: 'application/jsonl', buffer } })
    const { states } = archiveTexts('sq')
    const standing = async () => {
      await desk.open(archiveUrls.list())
      return page.getByRole('row').filter({ hasText: 'vendimet-2018.jsonl' }).innerText()
    }
    await expect.poll(standing, { timeout: 90_000, interval: 500 }).toContain(states.done)
    expect(await standing()).toContain('60')

    const visitor = await browser.open()
    await visitor.goto(program.url + actUrls.register())
    const { gaps } = registerTexts('sq')
    await link(visitor, gaps.link).first().click()
    const form = visitor.locator(`main form[action="${actUrls.gaps()}"]`)
    await form.locator('[name="institucioni"]').selectOption('fushas')
    await form.locator('[name="viti"]').fill('2018')
    await form.getByRole('button').click()
    await visitor.waitForURL(/viti=2018/)
    const said = await visitor.getByRole('main').innerText()
    expect(said).toContain(`${gaps.in('2018')} ${gaps.missing('57', 1)}`)
    expect(await visitor.getByRole('rowheader', { name: /^57 / }).count()).toBe(1)
    expect(await visitor.getByRole('rowheader').count()).toBe(1)
  },
)
