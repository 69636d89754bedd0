import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusals } from '#modules/council/sitting/refusal-texts.sq.ts'
import { documentTexts } from '#modules/council/minutes/document/saying-texts.ts'
import { minutesTexts } from '#modules/council/minutes/texts.ts'
import { minutesOfficeUrls, minutesUrls } from '#modules/council/minutes/urls.ts'
import { councilOfficeUrls, councilUrls } from '#modules/council/urls.ts'
import { accessibilityFaults, sidewaysFaults, testBrowser } from '../browser.ts'
import { go, Recording, unplugMouse } from './council-steps.ts'
import { hasJava, htmlFaults } from './html-checker.ts'
import { tabTo } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'

const LONG = 300_000
const SECRET = 'Emri i punonjësit që u ankua'
const AMENDMENT = 'Tarifa e dytë ulet për familjet me tre fëmijë'
const t = minutesTexts('sq').office

// The program dies once on the way: whoever is connected then is told so by the browser.
const browser = testBrowser({ expected: /ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|SOCKET)/ })
let program: Program
let meeting: { id: string; slug: string }
const documents = new Map<string, string>()
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
  const [row] = await program.db<{ id: string; slug: string }[]>`
    select id, slug from council.meetings where state = 'under-way'`
  if (!row) throw new Error('nothing is under way in the demonstration')
  meeting = row
}, LONG)
afterAll(() => program?.stop())

const LAPTOP = { viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Tirane' }
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true }

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

async function laptopOf(name: string, clock: Date | null = null): Promise<Page> {
  const page = await browser.open(LAPTOP)
  await unplugMouse(page)
  if (clock) await page.context().clock.install({ time: clock })
  await page.goto(`${program.url}/zyra`)
  await tabTo(page, page.getByRole('row').filter({ hasText: name }).getByRole('button'))
  await Promise.all([page.waitForURL(/\/zyra$/), page.keyboard.press('Enter')])
  return page
}

/** As everybody looks at it who comes for the first time. */
async function lookAt(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page), name).toEqual([])
  expect(await sidewaysFaults(page), name).toEqual([])
  const source = await page.request.get(page.url().split('#')[0] ?? '')
  documents.set(name, await source.text())
}

type Row = { kind: string; state: string; refusal: string | null; words: string | null }
const recorded = (): Promise<Row[]> => program.db<Row[]>`
  select kind, state, refusal, body ->> 'words' as words from council.sitting_events
  where meeting_id = ${meeting.id} order by ordinal`
const kindsIn = async (): Promise<string[]> => (await recorded()).map(({ kind }) => kind)

type Vote = {
  method: string
  stage: string
  present: number
  entitled: number
  for: number
  against: number
  abstain: number
  none: number
}
const votesIn = (): Promise<Vote[]> => program.db<Vote[]>`
  select method, stage, present, entitled, votes_for as for, votes_against as against, votes_abstain as abstain,
         not_voting as none
  from council.votes where meeting_id = ${meeting.id} order by ordinal`

const digits = (count: number, ...last: string[]): string[] => [
  ...Array.from({ length: count - last.length }, () => '1'),
  ...last,
]

/** With the network: who comes and goes, a speaker, an amendment that is voted first. */
async function recordTogether(one: Recording): Promise<number> {
  const before = await one.there()
  await one.person('left', 3)
  expect(await one.there()).toBe(before - 1)
  await one.person('arrived', 0)
  await one.begin('roll-called')
  await one.page.keyboard.press('1')
  await one.send('roll-called')
  const there = await one.there()
  await one.just('item-opened')
  await one.begin('speaker-called')
  await one.down('person', 2)
  await one.type('minutes', '3')
  await one.send('speaker-called')
  await one.just('speaker-ended')
  await one.begin('motion-moved')
  await one.type('article', '3')
  await one.type('words', AMENDMENT)
  await one.down('person', 4)
  await one.send('motion-moved')
  await one.begin('vote-opened')
  await one.choose('stage', 'as-a-whole')
  await one.refused(refusals['motions-first'])
  await one.page.keyboard.press('Escape')
  await one.openVote('by-name')
  await lookAt(one.page, 'the recorder with a vote by name')
  await one.byName(digits(there, '2', '2', '3', '4'))
  return there
}

/** Without it: the item as a whole, somebody leaves, a conflict, ten minutes, closed doors with a secret vote. */
async function recordAlone(one: Recording, there: number): Promise<void> {
  await one.openVote('by-name')
  await one.byName(digits(there, '2', '2', '2', '2', '2', '3'))
  await one.just('item-closed')
  await one.person('left', 5)
  await one.just('item-opened')
  await one.begin('conflict-declared')
  await one.down('person', 7)
  await one.type('ground', 'Ka pronë në atë rrugë')
  await one.send('conflict-declared')
  await one.openVote('by-hands')
  await one.page.keyboard.type(String(there))
  await one.type('against', '0')
  await one.type('abstain', '0')
  await one.refused(refusals['too-many-votes'])
  await one.page.keyboard.press('Escape')
  await one.begin('vote-taken')
  await one.byCount({ for: there - 6, against: 3, abstain: 1 })
  await one.just('item-closed')
  await one.page.clock.fastForward('10:00')
  await one.just('item-opened')
  await one.openVote('by-hands', 'closing-doors')
  await one.byCount({ for: there - 1, against: 0, abstain: 0 })
  await one.begin('doors-closed')
  await one.type('askedBy', 'Kryetari i bashkisë')
  await one.type('reason', 'Të dhëna personale')
  await one.type('publicTitle', 'Një çështje personeli')
  await one.send('doors-closed')
  await one.note(SECRET)
  await one.openVote('secret')
  await one.byCount({ for: there - 3, against: 1, abstain: 1 })
  await one.just('doors-opened')
  await one.just('item-closed')
}

/** The program is killed in the moment in which it is told everything at once; after that its first answer gets lost. */
async function killWhileTold(page: Page): Promise<void> {
  const sent = page.waitForRequest((request) => request.url().endsWith('/ngjarje'))
  await page.context().setOffline(false)
  await sent
  let lost = false
  await page.route('**/ngjarje', async (route) => {
    if (lost) return route.continue()
    lost = await route.fetch().then(
      (answer) => answer.status() === 200,
      () => false,
    )
    await route.abort('connectionreset')
  })
  await program.crash()
  await expect.poll(() => lost, { timeout: 60_000 }).toBe(true)
}

/** The second laptop: one button, then what is left, and the end. */
async function finish(two: Recording, there: number): Promise<void> {
  for (const left of [2, 1, 0]) {
    await two.just('item-opened')
    await two.openVote('by-hands')
    await two.byCount({ for: there - left, against: left, abstain: 0 })
    await two.just('item-closed')
  }
  await two.just('closed')
}

it(
  'a newcomer holds the meeting by keys alone, ten minutes without network, and hands over minutes to sign',
  { timeout: LONG },
  async () => {
    // Its clock is that much behind, so that ten minutes can pass on it while the server waits some seconds.
    const one = new Recording(await laptopOf('Shpresa Demo', minutesAgo(11)))
    await lookAt(one.page, 'the office')
    await go(one.page, `a[href="${councilOfficeUrls.home()}"]`)
    await lookAt(one.page, 'the council')
    await go(one.page, `main a[href="${councilOfficeUrls.sitting(meeting.id)}"]`)
    await one.page.locator('[data-recorder]:not([hidden])').waitFor()
    await tabTo(one.page, one.page.locator('[data-take-pen]'))
    await one.page.keyboard.press('Enter')
    await one.page.locator('[data-do="item-opened"]').waitFor()

    const phone = await browser.open(PHONE)
    const plain = await browser.open({ ...PHONE, script: false })
    for (const page of [phone, plain]) await page.goto(program.url + councilUrls.live(meeting.slug))
    const shown = (page: Page): Promise<string> => page.locator('[data-live]').innerText()

    const begun = await kindsIn()
    const there = await recordTogether(one)
    await expect.poll(() => one.waiting()).toBe('0')
    await expect.poll(() => shown(phone)).toContain(AMENDMENT)
    await expect.poll(() => shown(phone)).toContain(`${there - 4} për, 2 kundër, 1 abstenim`)
    expect(await shown(plain)).not.toContain(AMENDMENT)
    await plain.reload()
    expect(await shown(plain)).toContain(AMENDMENT)

    const known = await kindsIn()
    expect(known).toEqual([...begun, ...one.kinds])
    await one.page.context().setOffline(true)
    const told = one.kinds.length
    await recordAlone(one, there)
    expect(await one.waiting()).toBe(String(one.kinds.length - told))
    expect(await kindsIn()).toEqual(known)

    await killWhileTold(one.page)
    await expect.poll(() => one.waiting(), { timeout: 60_000 }).toBe('0')
    const rows = await recorded()
    expect(rows.map(({ kind }) => kind)).toEqual([...begun, ...one.kinds])
    expect(rows.filter(({ state }) => state !== 'applied')).toEqual([])
    const counted = (method: string, stage: string, [present, entitled]: [number, number], votes: number[]) => {
      const [yes = 0, against = 0, abstain = 0] = votes
      const none = entitled - yes - against - abstain
      return { method, stage, present, entitled, for: yes, against, abstain, none }
    }
    const votes = [
      counted('by-name', 'amendment', [there, there], [there - 4, 2, 1]),
      counted('by-name', 'as-a-whole', [there, there], [there - 6, 5, 1]),
      counted('by-hands', 'as-a-whole', [there - 1, there - 2], [there - 6, 3, 1]),
      counted('by-hands', 'closing-doors', [there - 1, there - 1], [there - 1, 0, 0]),
      counted('secret', 'as-a-whole', [there - 1, there - 1], [there - 3, 1, 1]),
    ]
    expect((await votesIn()).slice(-votes.length)).toEqual(votes)
    await one.page.reload()
    await one.page.locator('[data-do="item-opened"]').waitFor()
    expect(await kindsIn()).toEqual([...begun, ...one.kinds])
    await expect.poll(() => shown(phone), { timeout: 60_000 }).toContain('Një çështje personeli')

    // Away again, while the secretary takes the pen on another laptop.
    await one.page.context().setOffline(true)
    await one.person('left', 9)
    await one.note('Shkruar kur pena ishte gjetkë')
    // Its clock is behind by more than two clocks may differ.
    const lule = await laptopOf('Lule Demo', minutesAgo(5))
    const two = new Recording(lule)
    await go(lule, `a[href="${councilOfficeUrls.home()}"]`)
    await go(lule, `main a[href="${councilOfficeUrls.sitting(meeting.id)}"]`)
    await lule.locator('[data-take-pen]').waitFor()
    expect(await lule.locator('[data-rec="pen"]').innerText()).toContain('Shpresa Demo')
    await tabTo(lule, lule.locator('[data-take-pen]'))
    await lule.keyboard.press('Enter')
    await lule.locator('[data-do="item-opened"]').waitFor()
    // The laptop is shut in the meantime, and opened when there is network again.
    await one.page.goto('about:blank')
    await one.page.context().setOffline(false)
    await one.page.goto(program.url + councilOfficeUrls.sitting(meeting.id))
    await expect.poll(() => one.waiting(), { timeout: 40_000 }).toBe('0')
    expect(await one.page.locator('[data-rec="aside"] li').count()).toBe(2)
    const aside = (await recorded()).filter(({ state }) => state === 'set-aside')
    expect(aside.map(({ kind, refusal }) => [kind, refusal])).toEqual([
      ['left', 'pen-elsewhere'],
      ['noted', 'pen-elsewhere'],
    ])

    await decide(lule)
    expect((await recorded()).filter(({ state }) => state === 'set-aside')).toEqual([])
    await go(lule, `main a[href="${councilOfficeUrls.sitting(meeting.id)}"]`)
    await lule.locator('[data-do="item-opened"]').waitFor()
    expect(await two.there()).toBe(there - 2)
    await finish(two, there - 2)
    await expect.poll(() => two.waiting()).toBe('0')
    await expect.poll(() => shown(phone), { timeout: 40_000 }).toContain('U mbyll mbledhja')
    await plain.reload()
    expect(await shown(plain)).toContain('U mbyll mbledhja')
    await lookAt(phone, 'live, in public')
    expect((await votesIn()).at(-1)).toEqual(
      counted('by-hands', 'as-a-whole', [there - 2, there - 2], [there - 2, 0, 0]),
    )

    await writeMinutes(one.page)
    await signThem(one.page)
    await nothingClosed()
  },
)

/** Of what was set aside the first counts after all, the second does not. */
async function decide(page: Page): Promise<void> {
  const waiting = page.locator('section[aria-labelledby="te-vecuara"] li')
  await page.locator('[data-rec="aside"] a').waitFor({ timeout: 40_000 })
  await go(page, '[data-rec="aside"] a')
  await lookAt(page, 'what waits for a decision')
  await tabTo(page, page.locator('button[name="decision"][value="enter"]').first())
  await page.keyboard.press('Enter')
  await expect.poll(() => waiting.count()).toBe(1)
  await page.waitForLoadState()
  await tabTo(page, page.locator('input[name="reason"]').first())
  await page.keyboard.type('E shkroi dikush pa penën')
  await tabTo(page, page.locator('button[name="decision"][value="drop"]'))
  await page.keyboard.press('Enter')
  await expect.poll(() => waiting.count()).toBe(0)
  await page.waitForLoadState()
}

/** From the recorder to minutes of which nothing is missing. */
async function writeMinutes(page: Page): Promise<void> {
  const minutes = councilOfficeUrls.minutes(meeting.id)
  await page.locator(`[data-rec="now"] a[href="${minutes}"]`).waitFor({ timeout: 40_000 })
  await go(page, `[data-rec="now"] a[href="${minutes}"]`)
  await expect
    .poll(async () => {
      const there = await page.locator('[name="hapja"]').count()
      if (there === 0) await page.reload()
      return there
    })
    .toBe(1)
  expect(await page.getByRole('main').innerText()).toContain(t.missingTitle)
  const items = await page.locator('textarea[name^="pika-"]').count()
  const write = async (name: string, words: string): Promise<void> => {
    await tabTo(page, page.locator(name))
    await page.keyboard.type(words)
  }
  await write('[name="hapja"]', 'Mbledhja u mbajt në sallën e këshillit.')
  for (let n = 0; n < items; n++) await write(`textarea[name^="pika-"] >> nth=${n}`, `U diskutua pika ${n + 1}.`)
  await tabTo(page, page.locator('[name="nenshkrimet"]'))
  expect(await page.locator('[name="nenshkrimet"]').inputValue()).toContain('kryesues i mbledhjes')
  await go(page, `main form[action="${minutes}"] button[type="submit"]`)
  await page.getByText(t.done.ruajtja).waitFor()
  expect(await page.getByRole('main').innerText()).toContain(t.nothingMissing)
  await lookAt(page, 'the minutes')
}

/** Both files hold every vote as the database has it, and the lines on which it is signed. */
async function signThem(page: Page): Promise<void> {
  const files = { docx: wordsOfDocx, pdf: wordsOfPdf }
  for (const [format, wordsOf] of Object.entries(files)) {
    const path = minutesOfficeUrls.file(meeting.id, format)
    expect(await page.locator(`a[href="${path}"]`).count()).toBe(1)
    const answer = await page.request.get(program.url + path)
    expect([format, answer.status()]).toEqual([format, 200])
    const words = (await wordsOf(await answer.body())).replace(/\s+/g, ' ')
    for (const vote of await votesIn()) {
      const { present, entitled, for: yes, against: no, abstain, none } = vote
      expect(words).toContain(documentTexts('sq').counts({ present, entitled, yes, no, abstain, none }))
    }
    for (const one of [AMENDMENT, 'U diskutua pika 3.', documentTexts('sq').signatures, 'Lule Demo'])
      expect(words).toContain(one)
    expect(words).not.toContain(SECRET)
  }
}

async function wordsOfDocx(bytes: Buffer): Promise<string> {
  const xml = new TextDecoder().decode(unzipSync(new Uint8Array(bytes))['word/document.xml'])
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')
}

async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
}

async function nothingClosed(): Promise<void> {
  const { slug } = meeting
  const open = [
    councilUrls.live(slug),
    councilUrls.screen(slug),
    councilUrls.meeting(slug),
    councilUrls.meetingData(slug),
    councilUrls.votes(slug),
    minutesUrls.votesData(slug),
    minutesUrls.attendance(slug),
  ]
  for (const path of open) {
    const answer = await fetch(program.url + path)
    expect([path, answer.status, (await answer.text()).includes(SECRET)]).toEqual([path, 200, false])
  }
}

it.runIf(hasJava())('the HTML checker finds no mistake on the way', { timeout: LONG }, async () => {
  expect(documents.size).toBeGreaterThan(4)
  expect(await htmlFaults(documents)).toEqual([])
})
