import { randomUUID } from 'node:crypto'
import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { staffWith, officialWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { givenMeeting } from '../convening/testing.ts'
import { recordEvents } from '../sitting/record-events.ts'
import type { SittingEvent, SittingEventBody } from '../sitting/sitting-event-rules.ts'
import { councilUrls } from '../urls.ts'
import { approveMinutes } from './approve-minutes.ts'
import { draftMinutes } from './draft-minutes.ts'
import { findMinutes } from './minutes-queries.ts'
import { SECRET, givenApprovedMinutes, givenPlayedMeeting } from './testing.ts'
import { minutesOfficeUrls as office, minutesUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const secretary = await officialWith(services, ['council-secretary', 'prova'])
const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
const played = await givenPlayedMeeting(services)
const { meeting, votes, items } = played
const { slug, id } = meeting
const textOf = async (path: string, as?: string) => (await web.get(path, as ? { cookie: as } : {})).text()
const jsonOf = async (path: string) => JSON.parse(await textOf(path)) as Record<string, unknown>
const versionNow = async () => String((await findMinutes(db, id))?.version ?? 0)

describe('the minutes of a meeting that was played', () => {
  it('are drafted once, from the record alone, and say what still has no words', async () => {
    expect(await draftMinutes(services, id, 'program')).toBe('done')
    expect(await draftMinutes(services, id, 'program')).toBe('done')
    expect(await db`select from council.minutes where meeting_id = ${id}`).toHaveLength(1)
    const page = await textOf(office.one(id), cookie)
    expect(page).toContain('Pika 2 nuk ka fjalë.')
    expect(page).toContain('U lexua relacioni i plotë.')
    expect(page).toContain('2 pro, 1 kundër, 0 abstenime')
    expect((await web.get(urls.one(slug))).status).toBe(404)
  })

  it('are written by two officials at once: the second is told, with their words kept', async () => {
    const [version] = [await versionNow()]
    const send = (words: string) =>
      web.post(office.one(id), { versioni: version, [`pika-${items[1]}`]: words }, { cookie })
    expect((await send('Fjalët e të parit.')).status).toBe(303)
    const second = await send('Fjalët e të dytit.')
    expect([second.status, (await second.text()).includes('Fjalët e të dytit.')]).toEqual([409, true])
    const bad = { versioni: await versionNow(), nenshkrimet: 'Vetëm një emër' }
    expect((await web.post(office.one(id), bad, { cookie })).status).toBe(422)
    expect(await textOf(office.one(id), cookie)).toContain('Fjalët e të parit.')
  })

  it('are shown before approval only when the institution says so, and marked', async () => {
    const before = { versioni: await versionNow(), dergesa: randomUUID(), boto: 'po' }
    expect((await web.post(office.propose(id), before, { cookie })).status).toBe(303)
    expect(await textOf(urls.one(slug))).toContain('Ende i pamiratuar')
    const back = { versioni: await versionNow(), dergesa: randomUUID(), 'arsyeja-kthimit': 'Gabim në emër' }
    expect((await web.post(office.withdraw(id), back, { cookie })).status).toBe(303)
    expect((await web.get(urls.one(slug))).status).toBe(404)
  })

  it('approved, everybody reads them; a correction is the next version, with its reason', async () => {
    const order = { versioni: await versionNow(), dergesa: randomUUID(), votimi: '', ...dayOf(TODAY) }
    expect((await web.post(office.approve(id), { ...order, 'dita-year': '1999' }, { cookie })).status).toBe(422)
    expect((await web.post(office.approve(id), order, { cookie })).status).toBe(303)
    const page = await textOf(urls.one(slug))
    expect(page).toContain('Fjalët e të parit.')
    const fields = { versioni: await versionNow(), dergesa: randomUUID(), arsyeja: 'Mungonte një fjalë' }
    expect((await web.post(office.correct(id), { ...fields, arsyeja: '' }, { cookie })).status).toBe(422)
    expect((await web.post(office.correct(id), fields, { cookie })).status).toBe(303)
    expect(await textOf(urls.one(slug))).toContain('Mungonte një fjalë')
    expect((await web.get(urls.version(slug, 2))).status).toBe(200)
    expect((await entriesOf(db, `council.minutes:${id}`)).length).toBe(4)
    await expect(db`update council.minutes_versions set title = 'Tjetër' where meeting_id = ${id}`).rejects.toThrow(
      /never changes/,
    )
  })

  it('show who came late and who left before item 4, in words, tables and votes', async () => {
    const page = await textOf(urls.one(slug))
    expect(page).toContain(`${played.late} erdhi, ora 10:15.`)
    expect(page).toContain(`${played.left} u largua, ora 10:35.`)
    const last = await jsonOf(urls.voteData(slug, votes.last))
    expect([last.present, last.entitled]).toEqual([3, 3])
    expect(JSON.stringify(last.ballots)).not.toContain(played.left)
    const attendance = await jsonOf(urls.attendanceFile(slug, 'json'))
    const members = attendance.members as { name: string; minutes: number; votesTakenPart: number; state: string }[]
    const of = (name: string) => members.find((one) => one.name === name)
    expect([of(played.late)?.minutes, of(played.late)?.votesTakenPart]).toEqual([26, 4])
    expect([of(played.left)?.minutes, of(played.left)?.votesTakenPart]).toEqual([34, 4])
    expect(members.filter(({ state }) => state === 'absent')).toHaveLength(1)
  })

  it('say of a closed item that it was closed, who asked, the ground and the votes, and nothing else anywhere', async () => {
    const page = await textOf(urls.one(slug))
    for (const words of ['Çështje personale', 'Kryetari i bashkisë', 'Të dhëna personale të palës', '3 pro, 1 kundër'])
      expect(page).toContain(words)
    const open = [urls.one(slug), urls.file(slug, 'json'), urls.versionFile(slug, 2, 'json'), urls.votes(slug)]
    const more = [urls.votesData(slug), urls.vote(slug, votes.inside), urls.vote(slug, votes.doors), urls.allVotes()]
    const sets = ['votimet', 'votat', 'pjesemarrja'].map((name) => `/te-dhena/${name}.csv`)
    for (const path of [...open, ...more, ...sets, urls.attendance(slug), urls.voteData(slug, votes.inside)]) {
      const answer = await web.get(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(await answer.text()).not.toContain(SECRET)
    }
    expect((await jsonOf(urls.voteData(slug, votes.inside))).ballots).toEqual([])
    expect(await wordsOfDocx(urls.file(slug, 'docx'))).not.toContain(SECRET)
    const whole = await wordsOfDocx(`${office.file(id, 'docx')}?pamja=e-plote`, cookie)
    expect(whole).toContain(SECRET)
    expect(whole).toContain('Jo publike')
    expect(await textOf(`${office.preview(id)}?pamja=e-plote`, cookie)).toContain(SECRET)
  })

  it('give the same figures on the page, as data, in DOCX and PDF, as the tables', async () => {
    const rows = await db<{ f: number; a: number; b: number; present: number }[]>`
      select votes_for as f, votes_against as a, votes_abstain as b, present from council.votes
      where meeting_id = ${id} order by ordinal`
    expect(rows).toHaveLength(5)
    const [page, docx] = [await textOf(urls.one(slug)), await wordsOfDocx(urls.file(slug, 'docx'))]
    const data = await textOf(urls.file(slug, 'json'))
    for (const { f, a, b, present } of rows) {
      const words = `${f} pro, ${a} kundër, ${b} abstenim`
      expect([page.includes(words), docx.includes(words)]).toEqual([true, true])
      expect(data).toContain(`"present": ${present}`)
    }
    const pdf = await web.get(urls.file(slug, 'pdf'))
    expect([200, 501]).toContain(pdf.status)
    if (pdf.status === 200) expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toContain('/StructTreeRoot')
  })
})

it('the sheet of the month for finance adds up minutes and votes; the year counts council and commissions', async () => {
  const [row] = await db<{ month: string; year: string }[]>`
    select to_char(day, 'YYYY-MM') as month, to_char(day, 'YYYY') as year from council.meetings where id = ${id}`
  const query = `?institucioni=prova&muaji=${row?.month}`
  const csv = await textOf(office.attendanceFile('csv') + query, cookie)
  expect(csv).toMatch(new RegExp(`${played.late},26,1,26,4,5,80`))
  expect((await web.get(office.attendanceFile('xlsx') + query, { cookie })).status).toBe(200)
  expect(await textOf(office.attendance() + query, cookie)).toContain('26 min, 4/5')
  expect(await textOf(urls.yearFile(row?.year ?? ''))).toContain(`${played.left},1,1,0,0,0,0,34,5,4`)
  expect(await textOf(urls.year(row?.year ?? ''))).toContain(played.left)
})

it('extracts are numbered without gaps, a cancelled number stays, and a code says whether one is ours', async () => {
  const make = (fields: Record<string, string>) =>
    web.post(office.copiesOf(id), { dergesa: randomUUID(), pika: '', ...fields }, { cookie })
  const first = await make({ pika: items[1] ?? '', 'kerkuar-nga': 'Qytetari Provë' })
  expect(first.status).toBe(303)
  expect((await make({ pika: randomUUID() })).status).toBe(422)
  const copyId = /kopjet\/([0-9a-f-]{36})/.exec(first.headers.get('location') ?? '')?.[1] ?? ''
  expect((await web.post(office.cancelCopy(copyId), { arsyeja: 'Gabim në emër' }, { cookie })).status).toBe(303)
  expect((await make({})).status).toBe(303)
  const copies = await db<{ number: number; code: string; kind: string }[]>`
    select number, code, kind from council.certified_copies where meeting_id = ${id} order by number`
  expect(copies.map(({ number, kind }) => [number, kind])).toEqual([
    [1, 'extract'],
    [2, 'copy'],
  ])
  expect(await textOf(urls.checkOf(copies[1]?.code ?? ''))).toContain('Kjo kopje është lëshuar nga institucioni.')
  const cancelled = await textOf(urls.checkOf(copies[0]?.code ?? ''))
  expect([cancelled.includes('është anuluar'), cancelled.includes('Qytetari Provë')]).toEqual([true, false])
  const extract = await wordsOfDocx(office.copyFile(copyId, 'docx'), cookie)
  expect([extract.includes('Fjalët e të parit.'), extract.includes('Emërtimi i rrugës')]).toEqual([true, false])
})

it('a later meeting approves them by its own vote, and what its minutes say stands in them', async () => {
  const other = await givenApprovedMinutes(services, secretary, { daysAgo: 9 })
  const page = await textOf(urls.one(other.meeting.slug))
  expect(page).toContain('U miratua më')
  expect(await textOf(councilUrls.meeting(other.meeting.slug))).not.toContain(SECRET)
})

const TODAY = services.clock.now()
const dayOf = (at: Date) => ({
  'dita-day': String(at.getUTCDate()),
  'dita-month': String(at.getUTCMonth() + 1),
  'dita-year': String(at.getUTCFullYear()),
})

async function wordsOfDocx(path: string, as?: string): Promise<string> {
  const answer = await web.get(path, as ? { cookie: as } : {})
  expect([path, answer.status]).toEqual([path, 200])
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

it('what goes behind closed doors by a later correction leaves the minutes, their earlier versions and the recording', async () => {
  const hidden = 'Fshehtësia'
  const { council } = played
  const later = await givenMeeting(services, { bodyId: council.bodyId, items: [{ title: hidden }], inDays: -2 })
  const [row] = await db<{ id: string }[]>`select id from council.agenda_items where meeting_id = ${later.id}`
  const [item, doors, speech] = [row?.id ?? '', randomUUID(), randomUUID()]
  const there = council.members.map((one) => one.id)
  const majority = { of: 'present', numerator: 1, denominator: 2, strict: true, id: null, basis: 'Neni 7' } as const
  const asked = {
    vote: doors,
    item,
    motion: null,
    stage: 'closing-doors',
    article: null,
    question: `A mbyllen dyert për ${hidden}?`,
  } as const
  const at = (minute: number) => new Date((later.startsAt?.getTime() ?? 0) + minute * 60_000).toISOString()
  const event = (minute: number, body: SittingEventBody) => ({ ...body, id: randomUUID(), at: at(minute) })
  const record = async (...events: SittingEvent[]) => {
    const order = { pen: null, device: null, events, refuse: true } as const
    expect((await recordEvents(services, 'command-line', later.id, order)).kind).toBe('recorded')
  }
  const called = event(3, {
    kind: 'speaker-called',
    body: { speech, person: null, name: `${hidden} avokati`, minutes: null },
  })
  await record(
    event(0, { kind: 'opened', body: { chair: there[0] ?? null } }),
    event(0, { kind: 'roll-called', body: { present: there, remote: [], excused: [] } }),
    event(1, { kind: 'item-opened', body: { item } }),
    event(2, { kind: 'vote-opened', body: { ...asked, method: 'by-hands', majority } }),
    event(2, { kind: 'vote-taken', body: { vote: doors, ballots: null, counts: { for: 5, against: 0, abstain: 0 } } }),
    called,
    event(4, { kind: 'suspended', body: { until: null, reason: `${hidden} u lexua` } }),
    event(5, { kind: 'resumed', body: {} }),
    event(6, { kind: 'item-closed', body: { item, outcome: 'done', reason: null, to: null } }),
    event(7, { kind: 'closed', body: {} }),
  )
  await draftMinutes(services, later.id, 'program')
  const order = { approval: { on: '2026-11-22', note: null }, by: secretary, formId: randomUUID() }
  expect(await approveMinutes(services, later.id, { ...order, seen: 1 })).toBe('done')
  expect(await textOf(urls.one(later.slug))).toContain(hidden)
  const said = { askedBy: 'Kryetari', vote: doors, reason: 'Të dhëna personale', publicTitle: 'Çështje personale' }
  const instead = { kind: 'doors-closed', at: at(3), body: { item, ...said } } as const
  await record(
    event(9, { kind: 'corrected', body: { event: called.id, place: 'before', instead, reason: 'U harrua' } }),
  )
  for (const path of [urls.one(later.slug), `${urls.one(later.slug)}.json`, urls.versionFile(later.slug, 2, 'docx')]) {
    const answer = await web.get(path)
    expect([path, answer.status, (await answer.text()).includes(hidden)]).toEqual([path, 200, false])
  }
  expect((await web.get(urls.version(later.slug, 1))).status).toBe(404)
  expect(await textOf(urls.version(later.slug, 2))).toContain('Një pjesë e mbledhjes qëndron me dyer të mbyllura.')
})
