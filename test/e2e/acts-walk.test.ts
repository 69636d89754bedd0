import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SMALL_DECISION, givenAdoptedAct, secretaryOf } from '#modules/council-acts/making/testing.ts'
import { makingUrls } from '#modules/council-acts/making/urls.ts'
import { textsIn as readingTexts } from '#modules/council-acts/reading/texts.ts'
import { deskUrls, reviewUrls } from '#modules/council-acts/review/urls.ts'
import { textsIn } from '#modules/council-acts/texts.ts'
import { actOfficeUrls as office, actUrls } from '#modules/council-acts/urls.ts'
import { givenAdoptedVote } from '#modules/council/sitting/testing.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { aPdf, makeSigner, signPdf } from '#platform/signatures/signatures-testing.ts'
import { addDays } from '#platform/time/civil-date.ts'
import { accessibilityFaults, testBrowser } from '../browser.ts'
import { givenPerson } from '../people.ts'
import { addTestInstitution, INSTITUTIONS } from '../template.ts'
import {
  announce,
  answer,
  daysOf,
  giveNumber,
  numbered,
  readAll,
  receive,
  relate,
  rewrite,
  transmit,
  type Days,
  type Numbered,
  type Place,
} from './acts-steps.ts'
import { Desk, onDay } from './office-desk.ts'
import { startProgram, type Program } from './program.ts'
import { signInAs } from './steps.ts'

const LONG = 300_000
const PREFECT = 'Zana Demo'
const [LAID, ADOPTED, LATER] = ['200 lekë', '150 lekë', '180 lekë']
const HIDDEN = 'Ndihma për Agim Shembullin'
const t = readingTexts('sq')
const words = textsIn('sq')

const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
  const prefecture = { slug: 'qarku', names: { sq: 'Prefekti i Provës', en: 'Prefect of the Test' } }
  await addTestInstitution(program.db, { ...INSTITUTIONS.albania, ...prefecture })
}, LONG)
afterAll(() => program?.stop())

const PLACES: readonly Place[] = [
  { institution: 'bregas', secretary: 'Lule Demo', zone: 'Europe/Tirane', country: 'AL' },
  { institution: 'fushas', secretary: 'Burim Demo', zone: 'Europe/Belgrade', country: 'XK' },
]

describe.each(PLACES)('in $institution', (place) => {
  const { institution, country } = place
  let days: Days
  let desk: Desk
  const sitDown = async (name: string): Promise<Desk> => {
    const page = await browser.open({ viewport: { width: 1280, height: 900 } })
    await signInAs(page, { url: program.url, lang: 'sq' }, name)
    return new Desk(page, program.url)
  }
  const visit = async (path: string): Promise<Desk> => {
    const visitor = new Desk(await browser.open({ script: false }), program.url)
    await visitor.open(path)
    return visitor
  }
  /** In Kosovo the act names its own day; in Albania the clock of the law gives it. */
  const ownDay = (announced: string) => (country === 'XK' ? addDays(announced, 10) : null)
  const forceOf = async (id: string, announced: string): Promise<string> => {
    const [row] = await program.db<{ day: string }[]>`
      select in_force_from::text as day from council_acts.acts where id = ${id}`
    const day = row?.day ?? ''
    // A day off at the end moves it on.
    expect(day >= addDays(announced, 10) && day <= days.today, `${announced} to ${day}`).toBe(true)
    return day
  }
  const announceOn = (id: string, on: string) => announce(desk, id, { on, force: ownDay(on) })
  /** Of a later meeting, with its number already. */
  const later = async (title: string, ago: number, wish: { nature?: 'individual'; text?: string } = {}) => {
    const there = days.services(ago)
    const asked = { institution, until: 'numbered', title: `Projektvendim ${title}`, ...wish } as const
    const { id } = await givenAdoptedAct(there, await secretaryOf(there, institution), asked)
    return numbered(program, id)
  }

  it(
    'an act goes from the vote into force, is changed and ends; everybody reads what may be read, on each day',
    { timeout: LONG },
    async () => {
      days = daysOf(program, place)
      desk = await sitDown(place.secretary)
      const act = await makeIt()
      await signIt(act)
      await announceIt(act)
      await (country === 'AL' ? reviewAtDesk(act) : reviewOnPaper(act))
      const change = await changeIt(act)
      await repealIt(act, change)
    },
  )

  /** The vote waits; text, amendment, comparison, confirmation, number. */
  async function makeIt(): Promise<Numbered> {
    const amendments = [{ article: 'Neni 2', words: `Tarifa e një vendi bëhet ${ADOPTED} në ditë.` }]
    const wish = { institution, title: 'Projektvendim për tarifat e panairit', amendments }
    const { voteId } = await givenAdoptedVote(days.services(60), wish)
    await desk.open(office.list())
    await desk.follow(`main a[href="${office.adopted()}"]`)
    await desk.deed(office.adopted(), { [`natyra-${voteId}`]: 'normative' }, `[value="${voteId}"]`)
    const id = /aktet\/([0-9a-f-]{36})/.exec(desk.page.url())?.[1] ?? ''
    await desk.follow(`main a[href="${office.text(id)}"]`)
    await desk.deed('/teksti', { teksti: SMALL_DECISION })
    const keep = desk.form('/dyshimet')
    if ((await keep.count()) > 0) await desk.deed('/dyshimet')
    await desk.open(office.amendments(id))
    await desk.deed('/i-paraqituri')
    await desk.deed('/versioni')
    await rewrite(desk, 'Neni 2', [LAID, ADOPTED])
    await desk.open(office.amendments(id))
    await desk.follow('main a[href$="/teksti/ndryshimet"]')
    for (const one of ['200', '150']) expect(await desk.words()).toContain(one)
    await desk.open(office.amendments(id))
    expect(await desk.page.locator('[name^="si-"][value="made"]').isChecked()).toBe(true)
    expect(await desk.page.locator('[name^="vendet-"]').isChecked()).toBe(true)
    const amendment = await desk.page.locator('[name^="si-"]').first().getAttribute('name')
    await desk.deed(makingUrls.amendment(id, amendment?.slice(3) ?? ''))
    await desk.deed('/konfirmimi')
    const secret = await fetch(`${program.url}${actUrls.register()}?institucioni=${institution}`)
    expect(await secret.text()).not.toContain('tarifat e panairit')
    const next = await giveNumber(desk, id)
    const act = await numbered(program, id)
    expect(act.number).toBe(next)
    await gapless()
    const all = await readAll(program, act.slug)
    for (const one of [act.title, t.numberedOnly]) expect(all).toContain(one)
    for (const one of [LAID, ADOPTED]) expect(all).not.toContain(one)
    return act
  }

  async function gapless(): Promise<void> {
    const rows = await program.db<{ series: string; serials: number[] }[]>`
      select act.year || act.series as series, array_agg(act.serial order by act.serial) as serials
      from council_acts.acts as act join platform.institutions as institution on institution.id = act.institution_id
      where institution.slug = ${institution} and act.serial is not null and not act.history
      group by act.year, act.series`
    for (const { series, serials } of rows) expect([series, serials]).toEqual([series, serials.map((_, n) => n + 1)])
  }

  async function signIt({ id }: Numbered): Promise<void> {
    await desk.follow(`main a[href="${office.signing(id)}"]`)
    expect(await desk.page.locator('[name="kryesuesi"]').inputValue()).toBe('Arbla Vjenësi')
    await desk.deed('/nenshkrimi', { sekretari: 'Ëma Çela', ...onDay('nenshkruar', days.ago(58)) })
    const root = await makeSigner({ name: 'Autoriteti Provë', organisation: 'Lëshuesi', authority: true })
    const buffer = await signPdf(aPdf(), await makeSigner({ name: 'Lule Kryesuese', issuer: root }))
    const file = { name: 'vendimi-i-nënshkruar.pdf', mimeType: 'application/pdf', buffer }
    await desk.deed('/skedari', { menyra: 'electronic', skedari: file })
    for (const one of ['I rregullt', 'Lule Kryesuese']) expect(await desk.words()).toContain(one)
  }

  async function announceIt({ id, slug, title }: Numbered): Promise<void> {
    const on = days.ago(57)
    await announceOn(id, on)
    const standing = await desk.words()
    for (const one of [formatDate('sq', on), formatDate('sq', await forceOf(id, on)), words.forces['in-force']])
      expect(standing).toContain(one)
    await desk.deed('/afishimet', { 'vendi-afishimit': 'Tabela e bashkisë', ...onDay('afishuar', on) })
    const visitor = await visit(actUrls.register())
    await visitor.page
      .locator(`main a[href="${actUrls.act(slug)}"]`)
      .first()
      .click()
    const page = await visitor.words()
    const shown = [
      title,
      ADOPTED,
      words.forces['in-force'],
      'Arbla Vjenësi',
      'I rregullt',
      'Tabela e bashkisë',
      '4 pro',
    ]
    for (const one of shown) expect(page).toContain(one)
    expect(page).not.toContain(LAID)
    expect(await accessibilityFaults(visitor.page)).toEqual([])
    await visitor.follow('main a[href*="/krahasimi"]')
    for (const one of ['200', '150']) expect(await visitor.words()).toContain(one)
  }

  async function reviewAtDesk(act: Numbered): Promise<void> {
    const other = await later('për orarin e panairit', 59)
    await announceOn(other.id, days.ago(56))
    const services = days.services(1)
    const roles = [{ role: 'supervising-authority', institution: 'qarku' }] as const
    await givenPerson(services, { email: 'zana@qarku.example', name: PREFECT, roles, demonstration: true })
    const [row] = await program.db<{ id: string }[]>`select id from platform.institutions where slug = 'qarku'`
    await desk.open(office.settings())
    const chosen = desk.page.locator('main form').filter({ has: desk.page.locator(`option[value="${row?.id}"]`) })
    const authority = await chosen.locator(`select:has(option[value="${row?.id}"])`).getAttribute('name')
    await desk.deed(office.settings(), { [authority ?? '']: row?.id ?? '' })
    const letter = await transmit(desk, [act.id, other.id], { on: days.ago(55), channel: 'desk' })
    await takeLetter(reviewUrls.letter(letter, 'docx'), reviewUrls.bundle(letter))
    const prefect = await sitDown(PREFECT)
    await prefect.open(deskUrls.list())
    await prefect.follow(`main a[href="${deskUrls.one(letter)}"]`)
    await receive(prefect, days.ago(53), '77/1')
    await prefect.follow(`main a[href="${deskUrls.act(letter, act.id)}"]`)
    expect(await prefect.words()).toContain(ADOPTED)
    await prefect.open(deskUrls.one(letter))
    await answer(prefect, [act.id], { kind: 'conform', on: days.ago(50) })
    await answer(prefect, [other.id], { kind: 'returned', on: days.ago(50), reasons: 'Orari bie ndesh me ligjin.' })
    await legalityIs(act, words.legalities.conform)
    await legalityIs(other, 'Orari bie ndesh me ligjin.')

    await desk.open(office.review(other.id))
    const looked = { si: 'kept', pershkrimi: 'Këshilli e shpjegoi orarin.', ...onDay('rishqyrtimi', days.ago(48)) }
    await desk.deed('/rishqyrtimi', looked)
    const again = await transmit(desk, [other.id], { on: days.ago(47), channel: 'desk' })
    await prefect.open(deskUrls.one(again))
    await receive(prefect, days.ago(46), '77/2')
    await answer(prefect, [other.id], { kind: 'conform', on: days.ago(45) })
    await legalityIs(other, words.legalities.conform)
  }

  async function reviewOnPaper(act: Numbered): Promise<void> {
    const letter = await transmit(desk, [act.id], { on: days.ago(55), channel: 'hand' })
    await takeLetter(reviewUrls.letter(letter, 'docx'), reviewUrls.bundle(letter))
    await receive(desk, days.ago(53), '01-77')
    await legalityIs(act, words.legalities.registered)
    await answer(desk, [act.id], { kind: 'conform', on: days.ago(50) })
    await legalityIs(act, words.legalities.conform)
  }

  async function takeLetter(letter: string, bundle: string): Promise<void> {
    expect((await desk.download(`main a[href="${letter}"]`)).subarray(0, 2).toString()).toBe('PK')
    const names = Object.keys(unzipSync(new Uint8Array(await desk.download(`main a[href="${bundle}"]`))))
    expect(names.some((name) => name.endsWith('.pdf'))).toBe(true)
  }

  async function legalityIs({ slug }: Numbered, said: string): Promise<void> {
    const visitor = await visit(actUrls.act(slug))
    expect(await visitor.words()).toContain(said)
    await visitor.page.context().close()
  }

  /** Another act changes it: the new words are written and confirmed by a person, and both can be read. */
  async function changeIt(act: Numbered): Promise<Numbered> {
    const text = `VENDIM\n\nNeni 1\nTarifa e vendit bëhet ${LATER} në ditë.\n\nNeni 3\nVendimi hyn në fuqi sipas ligjit.`
    const change = await later('për një ndryshim në tarifat e panairit', 40, { text })
    await relate(desk, change.id, { kind: 'amends', other: act })
    await announceOn(change.id, days.ago(38))
    const holds = await forceOf(change.id, days.ago(38))
    const lacking = await visit(actUrls.act(act.slug))
    for (const one of [t.text.lacks, change.title, ADOPTED]) expect(await lacking.words()).toContain(one)

    await desk.open(office.states(act.id))
    await desk.deed('/redaksite')
    await desk.follow(`main a[href="${office.text(act.id)}"].govuk-button`)
    await rewrite(desk, 'Neni 2', [ADOPTED, LATER])
    expect(await readAll(program, act.slug)).not.toContain(`Tarifa e një vendi është ${LATER}`)
    await desk.open(`${office.text(act.id)}/publikimi`)
    await desk.deed('/publikimi', { permbledhja: `Tarifa e panairit bëhet ${LATER}.` })
    const before = await visit(actUrls.inForce(act.slug, addDays(holds, -1)))
    const then = await before.words()
    expect([then.includes(ADOPTED), then.includes(LATER)]).toEqual([true, false])
    await before.page.locator('main [name="data"]').fill(holds)
    await before.page.locator('main form button').first().click()
    await before.page.waitForURL(/data=/)
    const after = await before.words()
    expect([after.includes(ADOPTED), after.includes(LATER)]).toEqual([false, true])
    await before.follow('main a[href*="/krahasimi"]')
    for (const one of ['150', '180']) expect(await before.words()).toContain(one)
    return change
  }

  async function repealIt(act: Numbered, change: Numbered): Promise<void> {
    const repeal = await later('për shfuqizimin e tarifave të panairit', 20)
    await relate(desk, repeal.id, { kind: 'repeals', other: act })
    await announceOn(repeal.id, days.ago(18))
    const ended = await forceOf(repeal.id, days.ago(18))
    const visitor = await visit(actUrls.act(act.slug))
    const page = await visitor.words()
    for (const one of [words.forces.repealed, formatDate('sq', ended), repeal.title, change.title])
      expect(page).toContain(one)
    await visitor.open(actUrls.inForce(act.slug, addDays(ended, -1)))
    expect(await visitor.words()).toContain(t.inForce.forces['in-force'])
    await visitor.open(actUrls.inForce(act.slug, ended))
    expect(await visitor.words()).toContain(t.inForce.forces.repealed)
    await gapless()
  }

  it('an act that names a person is never read by anybody outside', { timeout: LONG }, async () => {
    days = daysOf(program, place)
    const text = `VENDIM\n\nNeni 1\n${HIDDEN} është 90 000 lekë.\n\nNeni 2\nVendimi i njoftohet atij.`
    const act = await later(`për ${HIDDEN.toLowerCase()}`, 30, { nature: 'individual', text })
    desk = await sitDown(place.secretary)
    const open = async () => (await readAll(program, act.slug, [days.today])).toLowerCase()
    expect(await open()).not.toContain('agim')
    await announceOn(act.id, days.ago(28))
    await desk.deed('/njoftimet', { menyra: 'hand', marresi: 'Agim Shembulli', ...onDay('njoftuar', days.ago(27)) })
    expect(await desk.words()).toContain('Agim Shembulli')
    const all = await open()
    expect(all).not.toContain('agim')
    expect(all).not.toContain('90 000')
    expect(all).toContain(t.restricted.title.toLowerCase())
  })
})
