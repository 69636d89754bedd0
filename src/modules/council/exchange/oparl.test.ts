import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenInstitution, officialWith } from '#modules/consultations/testing.ts'
import type { Database, Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { everyDoor } from '#test/doors.ts'
import { testDatabase } from '#test/database.ts'
import { entered } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { givenMeeting, givenPaper } from '../convening/testing.ts'
import type { CouncilMeeting } from '../convening/meeting-queries.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'
import { publishedPapers } from '../public/meeting-records.ts'
import { publishedVotes } from '../sitting/sitting-records.ts'
import { inventedCity, openOparlServer, type OparlServer, type Source } from './oparl-server-testing.ts'
import {
  addressesIn,
  BODY,
  compare,
  countByType,
  crawl,
  embedded,
  get,
  SCHEMA,
  walk,
  type Emitted,
} from './oparl-crawl-testing.ts'
import type { JsonObject } from './oparl/oparl-rules.ts'
import { compareOne } from './oparl/compare-index.ts'
import { isPrivate } from './taking-in/fetch-json.ts'
import { followOparl } from './taking-in/follow-oparl.ts'
import { importOparl } from './taking-in/import-oparl.ts'

/** What Kuvend gives to other programs in OParl 1.1, and what it takes from them. */

const FROM_HERE = { privateAddresses: true, waits: 1 }

async function publishPaperNow(tx: Transaction, services: Services, id: string): Promise<void> {
  await tx`update council.papers set state = 'published', published_at = ${services.clock.now()} where id = ${id} and state = 'draft'`
  await appendToLedger(tx, services, { kind: publishedPapers, ids: [id] })
}

/** Of the open item by name, of the closed one by hands. */
const givenVotes = (db: Database, meeting: CouncilMeeting, council: GivenCouncil) =>
  entered(db, publishedVotes, async (tx) => {
    const votes = await tx<{ id: string; closed: boolean }[]>`
      insert into council.votes
        (id, institution_id, meeting_id, item_id, ordinal, stage, question, method, majority_of, majority_numerator,
         majority_denominator, majority_strict, members, quorum, present, entitled, needed, votes_for, votes_against,
         votes_abstain, not_voting, result, opened_at, taken_at, closed)
      select gen_random_uuid(), item.institution_id, item.meeting_id, item.id, item.ordinal, 'as-a-whole', item.title,
             case when item.closed then 'by-hands' else 'by-name' end, 'present', 1, 2, true, 5, 3, 5, 5, 3,
             case when item.closed then 3 else 4 end, case when item.closed then 2 else 1 end, 0, 0, 'adopted', now(), now(), item.closed
      from council.agenda_items as item where item.meeting_id = ${meeting.id} returning id, closed`
    const open = votes.find((one) => !one.closed)?.id ?? ''
    for (const [n, { id }] of council.members.entries())
      await tx`
        insert into council.ballots (institution_id, vote_id, person_id, choice)
        values (${council.institutionId}, ${open}, ${id}, ${n === 0 ? 'against' : 'for'})`
    return votes
  })

async function rowsOf(db: Database): Promise<JsonObject[]> {
  return db<JsonObject[]>`
    select 'meeting' as of, id, title, day::text, state, body_id, version from council.meetings where history
    union all select 'item', id, title, ordinal::text, state, paper_id, version from council.agenda_items
    union all select 'paper', id, title, reference, state, null, version from council.papers
    order by 1, 2`
}

describe('A council of another city, from its OParl server', async () => {
  const db = await testDatabase()
  const web = testWeb(db)
  const city = inventedCity()
  let server: OparlServer
  let institution: string
  const follow = (more = {}) =>
    followOparl(web.services, institution, `${server.url}/system`, { ...FROM_HERE, ...more })

  beforeAll(async () => {
    server = await openOparlServer(city, 2)
    institution = (await givenInstitution(web.services, 'qyteti')).id
  })
  afterAll(() => server.close())

  it('is refused where its address lies in an inner network, or it answers no OParl', async () => {
    const outcome = await followOparl(web.services, institution, `${server.url}/system`)
    expect(outcome).toMatchObject({ kind: 'refused', why: expect.stringContaining('inner network') as string })
    expect(await followOparl(web.services, institution, `${server.url}/person`, FROM_HERE)).toMatchObject({
      kind: 'refused',
    })
    for (const host of [
      '10.1.2.3',
      '192.168.1.1',
      '169.254.169.254',
      '::1',
      '::ffff:127.0.0.1',
      'fd00::1',
      'localhost',
    ])
      expect(isPrivate(host), host).toBe(true)
    expect(isPrivate('93.184.216.34')).toBe(false)
    expect(await rowsOf(db)).toEqual([])
  })

  it('goes on where a run died, after answers that broke', async () => {
    for (const how of ['500', 'cut', 'html'] as const) server.broken.push({ to: '/organization', how })
    server.broken.push({ to: '/paper?page=2', how: '404' })
    expect(await follow()).toMatchObject({ kind: 'refused', why: expect.stringContaining('it goes on') as string })
    // What was read before stands: two of four papers, and none twice.
    expect(await rowsOf(db)).toHaveLength(2)
    const before = server.asked.length
    expect(await follow()).toMatchObject({ kind: 'imported' })
    const lists = server.asked.slice(before).filter((path) => !/^\/(system|bod)/.test(path))
    expect(lists[0]).toBe('/paper?page=2')
    expect(await rowsOf(db)).toHaveLength(3 + 5 + 4)
  })

  it('stands in the register of the council, with bodies, agenda and papers', async () => {
    const meetings = await db`
      select meeting.title, meeting.day::text, meeting.place, meeting.state, meeting.history, body.name, body.kind
      from council.meetings as meeting join platform.bodies as body on body.id = meeting.body_id order by meeting.day`
    expect([...meetings]).toEqual([
      {
        title: 'Sitzung des Gemeinderats',
        day: '2014-05-06',
        place: 'Großer Saal',
        state: 'closed',
        history: true,
        name: 'Gemeinderat',
        kind: 'council',
      },
      {
        title: 'Bauausschuss',
        day: '2015-01-20',
        place: null,
        state: 'closed',
        history: true,
        name: 'Bauausschuss',
        kind: 'commission',
      },
      {
        title: 'Sitzung',
        day: '2016-01-20',
        place: null,
        state: 'cancelled',
        history: true,
        name: 'Gemeinderat',
        kind: 'council',
      },
    ])
    const items = await db`
      select item.title, item.ordinal, paper.reference from council.agenda_items as item
      left join council.papers as paper on paper.id = item.paper_id order by item.meeting_id, item.ordinal`
    expect(items.filter((one) => one.reference !== null)).toHaveLength(4)
    expect(items.find((one) => one.title === 'Punkt 22')).toMatchObject({ ordinal: 2, reference: '2013/0143' })
  })

  it('is given out again as it came, apart from ids, and valid', async () => {
    const { objects, invalid } = await crawl(web)
    expect(invalid).toEqual([])
    expect(compare(city, objects)).toEqual([])
    const sources = city.flatMap(embedded)
    const taken = [...objects.values()].filter((one) => 'al:equivalent' in one)
    expect(countByType(taken)).toEqual(countByType(sources))
  })

  it('answers at every address that it names, with the class it should have', async () => {
    const { objects } = await crawl(web)
    const named = new Set([...objects.values()].flatMap(addressesIn))
    for (const address of named) {
      const { status, body } = await get(web, address)
      expect(status, address).toBe(200)
      if (!('data' in body)) expect(body.id, address).toBe(address)
      const known = objects.get(address)
      if (known) expect(body).toEqual(known)
    }
    for (const one of objects.values())
      if (one.type === `${SCHEMA}Meeting`)
        for (const item of (one.agendaItem ?? []) as Emitted[]) expect(item.meeting).toBe(one.id)
  })

  it('changes nothing when it is asked again, and follows one change and one deletion', async () => {
    const before = await rowsOf(db)
    const entries = await db`select count(*)::int as n from platform.ledger_entries`
    expect(await follow({ whole: true })).toMatchObject({
      kind: 'imported',
      lines: [
        expect.anything(),
        expect.stringMatching(/^0 objects taken in, 0 changed, \d+ stood already, 0 withdrawn$/),
      ],
    })
    const zipped = Buffer.from(city.map((one) => JSON.stringify(one)).join('\n'))
    expect(await importOparl(web.services, institution, zipped)).toMatchObject({
      kind: 'imported',
      lines: [expect.stringMatching(/^0 objects taken in, 0 changed/)],
    })
    expect(await rowsOf(db)).toEqual(before)
    expect(await db`select count(*)::int as n from platform.ledger_entries`).toEqual(entries)

    const crawled = await crawl(web)
    web.services.clock.passMinutes(180)
    const now = web.services.clock.now().toISOString()
    const [paper, other] = [city[3], city[4]] as [Source, Source]
    server.objects.set(paper.id, {
      id: paper.id,
      type: paper.type ?? null,
      created: paper.created ?? null,
      modified: now,
      deleted: true,
    })
    server.objects.set(other.id, { ...other, name: 'Vorlage 2, neu', modified: now })
    expect(await follow()).toMatchObject({
      kind: 'imported',
      lines: [
        expect.stringContaining('changes since'),
        expect.stringMatching(/^0 objects taken in, 1 changed, \d+ stood already, 1 withdrawn$/),
      ],
    })

    const papers = `${BODY}/papers`
    const changed = await walk(web, `${papers}?modified_since=${encodeURIComponent(now)}&limit=1`)
    const ours = [...crawled.objects.values()].find((one) =>
      ((one['al:equivalent'] ?? []) as string[]).includes(paper.id),
    )
    expect(changed.map((one) => [one.name ?? null, one.deleted ?? false])).toEqual(
      expect.arrayContaining([
        ['Vorlage 2, neu', false],
        [null, true],
      ]),
    )
    expect(changed).toHaveLength(2)
    const { status, body } = await get(web, ours?.id ?? '')
    expect(status).toBe(200)
    expect(body).toEqual({
      id: ours?.id,
      type: `${SCHEMA}Paper`,
      created: ours?.created,
      modified: expect.anything() as string,
      deleted: true,
    })
    expect((await walk(web, papers)).map((one) => one.id)).not.toContain(ours?.id)
    // Its files went with it; the meeting that only mentions it stands.
    const files = await walk(web, `${BODY}/files?modified_since=${encodeURIComponent(now)}`)
    expect(files.every((one) => one.deleted === true)).toBe(true)
    expect(files).toHaveLength(2)
    const ended = await db`select ended from platform.ledger_entries where kind = 'council.paper' and ended is not null`
    expect([...ended]).toEqual([{ ended: 'withdrawn' }])
  })
})

describe('A council of our own in OParl', async () => {
  const db = await testDatabase()
  const web = testWeb(db)
  const HERE = BODY.replace('qyteti', 'prova')
  let meeting: CouncilMeeting
  let council: GivenCouncil

  beforeAll(async () => {
    await givenInstitution(web.services, 'prova')
    council = await givenCouncil(web.services)
    const { institutionId, bodyId } = council
    const paper = await givenPaper(web.services, { institutionId, title: 'Tarifat e tregut' })
    const secret = await givenPaper(web.services, { institutionId, title: 'Padia e fshehur' })
    const behind = {
      closed: true,
      publicTitle: 'Çështje gjyqësore',
      closedAskedBy: 'Kryetari',
      closedReason: 'Çështje në gjyq',
    }
    meeting = await givenMeeting(web.services, {
      bodyId,
      items: [
        { title: 'Tarifat', paperId: paper.id },
        { title: 'Padia e fshehur kundër bashkisë', paperId: secret.id, ...behind },
      ],
    })
    await db.begin((tx) => publishPaperNow(tx, web.services, paper.id))
    await givenVotes(db, meeting, council)
    await compareOne(web.services, institutionId)
  })

  it('is valid, leads nowhere but to what answers, and hides what is behind closed doors', async () => {
    const { objects, invalid } = await crawl(web, HERE)
    expect(invalid).toEqual([])
    expect(countByType([...objects.values()])).toMatchObject({
      Person: 5,
      LegislativeTerm: 1,
      Meeting: 1,
      AgendaItem: 2,
      Paper: 1,
      Consultation: 1,
      Location: 1,
    })
    for (const address of new Set([...objects.values()].flatMap(addressesIn)))
      expect((await get(web, address)).status, address).toBe(200)
    const items = [...objects.values()].filter((one) => one.type === `${SCHEMA}AgendaItem`)
    const [open, closed] = [items.find((one) => one.public), items.find((one) => !one.public)]
    expect(open?.['al:votes']).toMatchObject([
      { method: 'by-name', result: 'adopted', for: 4, against: 1, ballots: { length: 5 } },
    ])
    expect(closed).toMatchObject({ name: 'Çështje gjyqësore', 'al:votes': [{ for: 3, against: 2, result: 'adopted' }] })
    expect(JSON.stringify(closed)).not.toMatch(/ballots|question/)
    const popolo = await (await web.get('/popolo/prova.json')).text()
    expect(JSON.stringify([...objects.values()]) + popolo).not.toMatch(/Padia|fshehur|prova\.example|\+355 69/)
    const votes = (await (await web.get('/popolo/prova/votimet.json')).json()) as {
      vote_events: { votes?: unknown[]; counts: { value: number }[] }[]
    }
    expect(votes.vote_events.map((one) => [one.votes?.length ?? 0, one.counts.map(({ value }) => value)])).toEqual(
      expect.arrayContaining([
        [5, [4, 1, 0, 0]],
        [0, [3, 2, 0, 0]],
      ]),
    )
    for (const bad of ['meetings?modified_since=yesterday', 'meetings?after=x']) {
      const { status, body } = await get(web, `${HERE}/${bad}`)
      expect([status, body.type]).toEqual([400, `${SCHEMA}Error`])
    }
    expect(await get(web, `${HERE}/nothing`)).toMatchObject({ status: 404, body: { type: `${SCHEMA}Error` } })
    expect((await web.get('/oparl/v1.1/system')).headers.get('access-control-allow-origin')).toBe('*')
  })

  it('leaves a tombstone of what was taken down, and moves no time that did not change', async () => {
    const before = await crawl(web, HERE)
    web.services.clock.passMinutes(60)
    const since = web.services.clock.now()
    expect(await compareOne(web.services, council.institutionId)).toBe(0)
    const official = await officialWith(web.services, ['moderator', 'prova'])
    const order = {
      submissionId: randomUUID(),
      subject: `council.meeting:${meeting.id}`,
      ground: 'unlawful',
      note: null,
    } as const
    await takeDown(web.services, everyDoor, official, order)
    const address = `http://kuvend.test/oparl/v1.1/meetings/${meeting.id}`
    // At once, before anything was compared.
    expect((await get(web, address)).body).toMatchObject({ id: address, deleted: true })
    await compareOne(web.services, council.institutionId)
    const asked = encodeURIComponent(since.toISOString())
    const [gone] = await walk(web, `${HERE}/meetings?modified_since=${asked}`)
    expect(Object.keys(gone ?? {}).toSorted()).toEqual(['created', 'deleted', 'id', 'modified', 'type'])
    expect(await walk(web, `${HERE}/meetings`)).toEqual([])
    expect(await walk(web, `${HERE}/people?modified_since=${asked}`)).toEqual([])
    const after = await crawl(web, HERE)
    const people = [...before.objects.values()].filter((one) => one.type === `${SCHEMA}Person`)
    for (const person of people) expect(after.objects.get(person.id)).toEqual(person)
  })
})

describe.runIf(process.env.KUVEND_REAL_DATA)('The council of Karlsruhe, whole', async () => {
  const db = await testDatabase()
  const web = testWeb(db)
  const folder = join(process.env.KUVEND_REAL_DATA ?? '', 'karlsruhe_oparl')
  const read = (name: string): Source[] =>
    gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`)))
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Source)
  const city = existsSync(folder) ? ['organizations', 'papers', 'meetings'].flatMap(read) : []

  it('comes in whole, again without a change, and goes out equal', { timeout: 900_000 }, async () => {
    const server = await openOparlServer(city)
    const { id } = await givenInstitution(web.services, 'qyteti')
    const follow = (more = {}) => followOparl(web.services, id, `${server.url}/system`, { ...FROM_HERE, ...more })
    const seconds = async (work: () => Promise<unknown>): Promise<number> => {
      const begun = performance.now()
      await work()
      return Math.round((performance.now() - begun) / 100) / 10
    }
    const figures: Record<string, unknown> = { source: countByType(city.flatMap(embedded)) }
    figures.first = await seconds(async () => expect(await follow()).toMatchObject({ kind: 'imported' }))
    const before = await rowsOf(db)
    figures.again = await seconds(async () =>
      expect(await follow({ whole: true })).toMatchObject({
        lines: [expect.anything(), expect.stringMatching(/^0 objects taken in, 0 changed/)],
      }),
    )
    expect(await rowsOf(db)).toEqual(before)
    let objects = new Map<string, Emitted>()
    figures.crawl = await seconds(async () => {
      const crawled = await crawl(web)
      expect(crawled.invalid.slice(0, 5)).toEqual([])
      objects = crawled.objects
    })
    const taken = [...objects.values()].filter((one) => 'al:equivalent' in one)
    figures.emitted = countByType(taken)
    expect(figures.emitted).toEqual(figures.source)
    expect(compare(city, objects).slice(0, 10)).toEqual([])
    await server.close()
    if (process.env.OPARL_FIGURES) writeFileSync(process.env.OPARL_FIGURES, JSON.stringify(figures))
  })
})
