import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor } from '#test/doors.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { indexed } from '#test/indexed.ts'
import { testWeb } from '#test/web.ts'
import { ACT_KINDS, forceOn, type ForceFacts } from '../act-rules.ts'
import { enterActs } from '../act-records.ts'
import { givenAct } from '../testing.ts'
import { actOfficeUrls, actUrls } from '../urls.ts'
import { calendarOf, homeEntries } from './calendar-view.ts'
import { readRange } from './gap-rules.ts'
import { readNumberSearch } from './number-search-rules.ts'
import { lastPageOf, pagesAround } from './register-question-rules.ts'
import { textsIn } from './texts.ts'
import { registerUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')
const read = async (path: string) => (await web.get(path)).text()
const list = actUrls.register()
/** The titles of the acts that a page of the register has. */
const titlesIn = (page: string) =>
  [...page.matchAll(/<a href="(?:\/en)?\/aktet\/[a-z0-9-]*\d[a-z0-9-]*"(?: lang="\w+")?>([^<]+)<\/a>/g)].map(
    ([, title]) => title,
  )
const titlesOf = async (query: string) => titlesIn(await read(list + query))
const dataOf = async (query = '') => JSON.parse(await read(registerUrls.file('json') + query)) as Data[]
type Data = { id: string; number: string; title: string; days_late: number | null; proposer: string | null }

/** As a deed writes it: with its entry in the ledger. */
const changed = (id: string, change: Record<string, string | null>) =>
  db.begin(async (tx) => {
    await tx`update council_acts.acts set ${tx(change)} where id = ${id}`
    await enterActs(tx, services, [id])
  })

const waste = await givenAct(services, {
  serial: 55,
  title: 'Për tarifën e mbetjeve',
  kind: 'decision',
  inForceFrom: '2026-10-17',
  summary: 'Sa paguan çdo familje për pastrimin e lagjes.',
})
const market = await givenAct(services, {
  serial: 56,
  title: 'Rregullore e tregut të gjelbër',
  titleEn: 'Regulation of the green market',
  kind: 'regulation',
  inForceFrom: '2027-01-01',
  proposerKind: 'commission',
})
const budget = await givenAct(services, {
  serial: 58,
  title: 'Për buxhetin e vitit',
  inForceFrom: '2026-01-01',
  inForceTo: '2026-06-01',
})
const hidden = await givenAct(services, {
  serial: 59,
  title: 'Ndihmë për Teuta Fshehuren',
  restricted: true,
  publicTitle: 'Ndihmë për një familje',
  restrictedGround: 'Përmend një person privat',
  nature: 'individual',
  proposerKind: 'citizens',
  proposer: 'Teuta Fshehura',
})
await givenAct(services, { serial: 60, title: 'Ende i pashpallur', state: 'numbered' })
await givenAct(services, { state: 'draft', title: 'Projekt i fshehtë' })
const gone = await givenAct(services, { serial: 61, title: 'Akt i hequr nga publiku' })
await givenAct(services, {
  institution: 'provas',
  serial: 12,
  title: 'Rregullore e ujit në komunë',
  kind: 'regulation',
})
await changed(gone.id, { state: 'taken-down', state_before: 'announced' })
await changed(waste.id, { announce_by: '2026-10-01', announced_on: '2026-10-07', adopted_on: '2026-09-20' })
const twelve = await givenAct(services, {
  serial: 12,
  year: 2025,
  title: 'Për shkollat',
  history: true,
  adoptedOn: '2025-03-04',
})
await givenAct(services, {
  serial: 13,
  year: 2025,
  title: 'Për kopshtet 2025',
  history: true,
  adoptedOn: '2025-03-05',
  numberWords: '12/a',
})

describe('the register of acts', () => {
  it('lists what has a number, newest first, with kind, force today and days late', async () => {
    const page = await read(list)
    expect(titlesIn(page)).toEqual(
      expect.arrayContaining([waste.title, market.title, budget.title, 'Ende i pashpallur', 'Ndihmë për një familje']),
    )
    expect(titlesIn(page).at(-1)).toBe('Për shkollat')
    expect(page).toContain(t.late('6'))
    expect(page).toContain(t.notAnnounced)
    const english = await read(`/en${list}`)
    expect(english).toContain('Regulation of the green market')
    expect(english).toContain(textsIn('en').lead)
  })

  it('never shows a draft, a taken-down act, nor the words of a restricted one, and is not narrowed by them', async () => {
    for (const path of [
      list,
      `${list}?q=Teuta`,
      `${list}?q=fshehtë`,
      `${list}?q=hequr`,
      registerUrls.file('json'),
      registerUrls.file('csv'),
      registerUrls.file('atom'),
    ]) {
      const words = await read(path)
      for (const secret of ['Teuta Fsheh', 'Fshehura', 'Projekt i fshehtë', 'Akt i hequr'])
        expect(words, path).not.toContain(secret)
    }
    expect(await titlesOf('?propozuesi=citizens')).toEqual([])
    expect(await titlesOf('?natyra=individual')).toEqual([hidden.publicTitle])
  })

  it('is narrowed by each choice, and all of them stand in the address', async () => {
    expect(await titlesOf('?lloji=regulation&institucioni=prova')).toEqual([market.title])
    expect(await titlesOf('?shteti=XK')).toEqual(['Rregullore e ujit në komunë'])
    expect(await titlesOf('?viti=2025')).toHaveLength(2)
    expect(await titlesOf('?propozuesi=commission')).toEqual([market.title])
    expect(await titlesOf('?fuqia=repealed')).toEqual([budget.title])
    expect(await titlesOf('?fuqia=not-yet&lloji=regulation')).toEqual([market.title])
    expect(await titlesOf('?ligjshmeria=conform')).toEqual([])
    await changed(market.id, { legality: 'conform' })
    expect(await titlesOf('?ligjshmeria=conform')).toEqual([market.title])
    expect((await web.get(`${list}?institucioni=asgje`)).status).toBe(404)
    expect(await titlesOf('?lloji=asgje&faqja=x')).toHaveLength(8)
  })

  it('is narrowed by topic and place, but never finds a restricted act by them', async () => {
    const [topic] = await db<{ id: string }[]>`select id from platform.topics order by id limit 1`
    const id = topic?.id ?? ''
    await db.begin(async (tx) => {
      for (const act of [waste, hidden])
        await tx`insert into platform.subject_topics (subject, topic_id, institution_id) values (${`council-acts.act:${act.id}`}, ${id}, ${act.institutionId})`
      await enterActs(tx, services, [waste.id, hidden.id])
    })
    expect(await titlesOf(`?fusha=${id}`)).toEqual([waste.title])
  })

  it('finds a number as people write it, and exactly that', async () => {
    for (const typed of ['55/2026', '55', 'nr. 55', 'vendim 55', 'Vendimi nr. 55/2026', 'decision 55'])
      expect(await titlesOf(`?q=${encodeURIComponent(typed)}`), typed).toEqual([waste.title])
    expect(await titlesOf('?q=rregullore+55')).toEqual([])
    expect((await titlesOf('?q=12')).toSorted()).toEqual(['Për shkollat', 'Rregullore e ujit në komunë'])
    expect(await titlesOf('?q=12%2F2025')).toEqual([twelve.title])
    expect(await titlesOf('?q=12%2Fa')).toEqual(['Për kopshtet 2025'])
    // No act has it as its number: then it is looked for as a word.
    expect(await titlesOf('?q=2025')).toEqual(['Për kopshtet 2025'])
  })

  it('finds words in titles, without accents and by their part, and in what the search has of them', async () => {
    expect(await titlesOf('?q=tarifen')).toEqual([waste.title])
    expect(await titlesOf('?q=gjelb+treg')).toEqual([market.title])
    expect(await read(`${list}?q=%25%25%25`)).toContain(t.wordsShort)
    await indexed(services)
    expect(await titlesOf('?q=familjeve+pastrim')).toEqual([waste.title])
    expect((await dataOf('?q=familjeve+pastrim')).map(({ title }) => title)).toEqual([waste.title])
    expect(await read(`${list}?q=x`)).toContain(t.wordsShort)
  })

  it('says what to do when nothing is there', async () => {
    expect(await read(`${list}?viti=1999`)).toContain(t.empty)
    expect(await read(`${list}?faqja=900`)).toContain(t.noPage)
  })

  it('is sent once: whoever has it is told that nothing changed', async () => {
    const first = await web.get(list)
    expect(first.headers.get('cache-control')).toContain('public')
    const again = await web.get(list, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it('reckons force in the database as the program does', async () => {
    const days = [null, '2026-01-01', '2026-11-22', '2027-01-01']
    for (const state of ['numbered', 'announced', 'void'] as const)
      for (const inForceFrom of days)
        for (const inForceTo of days)
          for (const suspendedFrom of days)
            for (const statedForce of [null, 'amended', 'repealed', 'suspended'] as const) {
              const facts: ForceFacts = { state, inForceFrom, inForceTo, suspendedFrom, statedForce, legality: 'none' }
              const [row] = await db<{ force: string }[]>`
                select council_acts.force_on('2026-11-22', ${state}, ${inForceFrom}::date, ${inForceTo}::date,
                                             ${suspendedFrom}::date, ${statedForce}) as force`
              expect(row?.force, JSON.stringify(facts)).toBe(forceOn('2026-11-22', facts))
            }
  })
})

describe('the gaps of the register', () => {
  const gapsOf = (query: string) => read(actUrls.gaps() + query)
  const prova = '?institucioni=prova&viti=2026'

  it('says that number 57 is missing, on the register itself and on a page of its own', async () => {
    const register = await read(`${list}?institucioni=prova`)
    expect(register).toContain('1–54')
    expect(register).toContain('57')
    expect(register).toContain(t.gaps.late('1'))
    const page = await gapsOf(prova)
    expect(page).toContain('57 / 2026')
    expect(page).toContain('1–54 / 2026')
    // What was taken down is not missing, and shows nothing but its number.
    expect(page).not.toContain('61 / 2026')
    expect(page).toContain('61/2026')
    expect(page).not.toContain('Akt i hequr')
    // Of an archive numbers are counted from the first that is known.
    expect(await gapsOf('?institucioni=prova&viti=2025')).toContain(t.gaps.noGaps)
  })

  it('names double numbers, numbers taken back with their reason, and what is late or still waits', async () => {
    await givenAct(services, {
      serial: 12,
      year: 2025,
      title: 'Për shkollat, i dyti',
      history: true,
      series: '',
      kind: 'order',
    })
    const back = await givenAct(services, { serial: 62, title: 'Numër i gabuar', state: 'numbered' })
    await changed(back.id, { state: 'void', void_reason: 'Numri u dha dy herë gabimisht.' })
    const waits = await givenAct(services, { serial: 63, title: 'Pret shpalljen', state: 'numbered' })
    await changed(waits.id, { announce_by: '2026-11-12' })
    expect(await gapsOf('?institucioni=prova&viti=2025')).toContain('Për shkollat, i dyti')
    const page = await gapsOf(prova)
    expect(page).toContain('Numri u dha dy herë gabimisht.')
    expect(page).toContain('Pret shpalljen')
    expect(page).toContain(t.gaps.waiting('1'))
    expect((await dataOf()).find(({ title }) => title === waste.title)?.days_late).toBe(6)
  })

  it('shows what the institution says about a gap, once it is entered, and refuses it for a number that is not missing', async () => {
    const secretary = { cookie: await web.signedInAs(staffWith('council-secretary', 'prova')) }
    const clerk = { cookie: await web.signedInAs(staffWith('clerk', 'prova')) }
    const fields = { institucioni: 'prova', viti: '2026', radha: '', boshlleku: '57', versioni: '0', numrat: '57' }
    const words = 'Numri u la bosh kur u ndryshua rendi i ditës.'
    const post = (more: Record<string, string>, who = secretary) =>
      web.post(actOfficeUrls.gaps(), { ...fields, fjalet: words, ...more }, who)
    expect((await post({}, clerk)).status).toBe(403)
    expect((await post({ fjalet: 'jo' })).status).toBe(422)
    const wrong = await post({ numrat: '58' })
    expect(wrong.status).toBe(409)
    expect(await wrong.text()).toContain(words)
    expect((await post({ institucioni: 'provas' })).status).toBe(404)
    expect((await post({})).status).toBe(303)
    expect((await post({})).status).toBe(303)
    expect((await post({ fjalet: 'Diçka tjetër u tha.' })).status).toBe(409)
    expect(await gapsOf(prova)).toContain(words)
    expect((await post({ versioni: '1', fjalet: 'Numri u la bosh gabimisht.' })).status).toBe(303)
    const notes = await db<{ version: number }[]>`select version from council_acts.gap_notes`
    expect(notes).toEqual([{ version: 2 }])
    const office = await (await web.get(`${actOfficeUrls.gaps()}?u=shenimi`, secretary)).text()
    expect(office).toContain(t.office.done.shenimi)
    expect(office).toContain('Numri u la bosh gabimisht.')
    expect(await (await web.get(actOfficeUrls.gaps(), clerk)).text()).not.toContain('<textarea')
  })

  it('gives gaps, acts and relations as open data', async () => {
    const rowsOf = async (name: string) =>
      (await web.get(`/api/v1/${name}?institucioni=prova`)).json() as Promise<{ data?: unknown }>
    expect(JSON.stringify(await rowsOf('boshlleqet-e-akteve'))).toContain('"first":57')
    expect(JSON.stringify(await rowsOf('aktet'))).toContain(market.title)
    expect((await web.get('/te-dhena/lidhjet-e-akteve')).status).toBe(200)
  })
})

describe('beside the register', () => {
  it('leads from the site of an institution, to the home page, and to the calendar of what comes into force', async () => {
    expect((await web.get(registerUrls.ofInstitution('prova'))).headers.get('location')).toContain(
      `${list}?institucioni=prova`,
    )
    const home = await homeEntries(services, 'sq', null)
    expect(home.items).toHaveLength(6)
    const wish = {
      from: '2027-01-01',
      to: '2027-12-31',
      institutionId: null,
      attendance: null,
      topic: null,
      place: null,
    }
    expect((await calendarOf(services, 'sq', wish)).map(({ from, href }) => [from, href])).toEqual([
      ['2027-01-01', actUrls.act(market.slug ?? '')],
    ])
    expect(everyDoor.some(({ menu }) => menu?.public?.some(({ href }) => href === list))).toBe(true)
  })
})

describe('very many acts', () => {
  it('are counted no further than ten thousand, paged by number, and their gaps are ranges', async () => {
    await db.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`
        insert into council_acts.acts (institution_id, kind, nature, year, serial, slug, title, adopted_on, state, history,
          created_at, changed_at, published_at)
        select institution.id, 'order', 'normative', 2000 + n / 2000, 1 + n % 2000, 'provas-order-' || n, 'Urdhër i shumtë ' || n,
               date '2000-01-01' + n / 10, 'announced', true, ${services.clock.now()}, ${services.clock.now()}, ${services.clock.now()}
        from platform.institutions as institution cross join generate_series(1, 12000) as n
        where institution.slug = 'provas' and n not between 3001 and 3500`
    })
    const page = await read(`${list}?institucioni=provas&faqja=2`)
    expect(page).toContain(t.count(formatNumber(10_000), true))
    expect(titlesIn(page)).toHaveLength(25)
    const words = await read(`${list}?q=shumte&viti=2001&faqja=3`)
    expect(words).toContain(t.count(formatNumber(1500), false))
    expect(titlesIn(words)).toHaveLength(25)
    const common = await read(`${list}?q=shumte`)
    expect(common).toContain(t.titlesOnly)
    expect(titlesIn(common)[0]).toBe('Urdhër i shumtë 12000')
    expect(await titlesOf('?institucioni=provas&renditja=numri&lloji=order')).toContain('Urdhër i shumtë 11999')
    expect(await read(`${actUrls.gaps()}?institucioni=provas&viti=2001`)).toContain('1002–1501 / 2001')
  })
})

describe('the rules of the register', () => {
  it('read numbers, ranges and pages', () => {
    const kinds = ACT_KINDS.map((kind) => ({ kind, name: kind }))
    expect(readNumberSearch('decision 12/2026', kinds)).toMatchObject({ serial: 12, year: 2026, kind: 'decision' })
    expect(readNumberSearch('12/a/2026', kinds)).toMatchObject({ serial: null, year: 2026, printed: '12/a/2026' })
    expect(readNumberSearch('buxheti 2026 i ri', kinds)).toBeNull()
    expect(readRange('12–340')).toEqual({ first: 12, last: 340 })
    expect(readRange('9-3')).toBeNull()
    expect(pagesAround(500, 1000)).toEqual([1, null, 498, 499, 500, 501, 502, null, 1000])
    expect([lastPageOf(0), lastPageOf(26), lastPageOf(10_001)]).toEqual([1, 2, 1000])
  })
})
