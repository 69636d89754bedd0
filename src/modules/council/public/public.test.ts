import { randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { pdfWith } from '#platform/documents/reading/pdf-testing.ts'
import { listDocuments } from '#platform/documents/document-queries.ts'
import { withLocalFile } from '#platform/files/temporary-files.ts'
import { findCompiler } from '#platform/papers/typst.ts'
import { everyDoor } from '#test/doors.ts'
import { testDatabase } from '#test/database.ts'
import { entered, entriesOf, UNENTERED } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { givenBody, givenMeeting, givenPaper } from '../convening/testing.ts'
import { addPaperDocument } from '../convening/keep-documents.ts'
import { MEETING_KIND, PAPER_KIND } from '../council-rules.ts'
import { councilUrls } from '../urls.ts'
import { calendarOf, homeEntries } from './calendar-view.ts'
import { meetingSearch, paperSearch } from './found-view.ts'
import { enterCouncilMeeting, enterPaper, publishedCouncilMeetings, publishedPapers } from './meeting-records.ts'
import { meetingRegisters } from './meeting-register.ts'
import { weeksOf } from './public-rules.ts'
import { publicUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

/** Planted in every field that closed doors hide. */
const SECRET = 'Zxqfsheh'
const HIDDEN = `${SECRET} e fshehtë`
const PUBLIC_TITLE = 'Çështje personeli'
const ASKED = 'Një e pesta e anëtarëve'
const GROUND = 'Mbrohen të dhënat personale'

const given = { open: '', secret: '', openPaper: '', secretPaper: '', closed: '', earlier: '' }
let meeting = { id: '', slug: '' }
let closedMeeting = { id: '', slug: '' }
let earlier = { id: '', slug: '' }
let commissionId = ''

async function withFile(paper: string, name: string, title: string, content: Buffer): Promise<void> {
  // Files stand in the order in which they came.
  services.clock.passMinutes(1)
  const path = join(await mkdtemp(join(tmpdir(), 'kuvend-pako-')), name)
  await writeFile(path, content)
  const done = await withLocalFile(services.settings, path, (file) => {
    if (!file) throw new Error(`no file ${name}`)
    return addPaperDocument(services, paper, { title, role: 'reasoning', lang: 'sq', file }, { by: 'command-line' })
  })
  if (done !== 'done') throw new Error(done)
}

beforeAll(async () => {
  const council = await givenBody(services)
  const commission = await givenBody(services, { kind: 'commission' })
  commissionId = commission.id
  const { institutionId } = council
  const openPaper = await givenPaper(services, {
    institutionId,
    title: 'Projektvendim për parkimin',
    reference: '14/2026',
  })
  const secretPaper = await givenPaper(services, { institutionId, title: HIDDEN, summary: HIDDEN, reference: SECRET })
  await withFile(
    openPaper.id,
    'relacioni.pdf',
    'Relacioni i parkimit',
    pdfWith([{ words: 'Relacioni faqja 1' }, { words: 'Faqja 2' }]),
  )
  await withFile(openPaper.id, 'shtojca.txt', 'Shtojca e parkimit', Buffer.from('Tarifat e parkimit'))
  await withFile(secretPaper.id, 'fshehur.txt', HIDDEN, Buffer.from(HIDDEN))
  const closedFields = { closed: true, closedAskedBy: ASKED, closedReason: GROUND }
  const secretItem = {
    title: HIDDEN,
    titleEn: HIDDEN,
    rapporteur: HIDDEN,
    paperId: secretPaper.id,
    publicTitle: PUBLIC_TITLE,
    ...closedFields,
  }
  earlier = await givenMeeting(services, {
    bodyId: commission.id,
    inDays: 5,
    items: [{ title: 'Parkimi në komision', paperId: openPaper.id }, secretItem],
  })
  meeting = await givenMeeting(services, {
    bodyId: council.id,
    inDays: 12,
    items: [
      { title: 'Parkimi në qendër', paperId: openPaper.id, rapporteur: 'Drejtori i transportit' },
      secretItem,
      { title: 'Dëgjesë për parkimin', kind: 'hearing', speakerMinutes: 5 },
      { title: 'Parkimi, me dyer të mbyllura', paperId: openPaper.id, ...closedFields, publicTitle: PUBLIC_TITLE },
    ],
  })
  closedMeeting = await givenMeeting(services, {
    bodyId: council.id,
    inDays: 15,
    kind: 'extraordinary',
    title: HIDDEN,
    callReason: HIDDEN,
    ...closedFields,
    items: [{ title: HIDDEN, rapporteur: HIDDEN }],
  })
  given.openPaper = openPaper.id
  given.secretPaper = secretPaper.id
  await plant()
})

/** What other deeds write later of what is closed: results, reasons, events, opinions, what a source knew. */
async function plant(): Promise<void> {
  await db.begin(async (tx) => {
    await tx`
      update council.agenda_items set state_reason = ${HIDDEN}, result = ${HIDDEN}, source = ${tx.json({ words: HIDDEN })},
        label = ${SECRET}, import_key = ${HIDDEN} || id::text, sent_back_to = ${commissionId}, hearing_at = now(), act_kind = ${SECRET.toLowerCase()}
      where closed or meeting_id = ${closedMeeting.id}`
    await tx`
      update council.meetings set short_notice_reason = ${HIDDEN}, source = ${tx.json({ words: HIDDEN })}, import_key = ${HIDDEN}
      where id = ${closedMeeting.id}`
    await tx`
      insert into council.meeting_events (institution_id, meeting_id, kind, item_id, changes, reason, version, at)
      select institution_id, meeting_id, 'item-changed', id, ${tx.json({ title: [HIDDEN, HIDDEN] })}, ${HIDDEN}, 9, now()
      from council.agenda_items where closed or meeting_id = ${closedMeeting.id}`
    await tx`
      insert into council.meeting_events (institution_id, meeting_id, kind, changes, reason, version, at)
      select institution_id, id, 'document-added', ${tx.json({ document: [null, HIDDEN], title: [null, HIDDEN] })}, ${HIDDEN}, 9, now()
      from council.meetings where id = ${closedMeeting.id}`
    await tx`
      insert into council.opinions (institution_id, paper_id, body_id, stance, words, given_on, created_at, changed_at)
      select institution_id, id, ${commissionId}, 'for', ${HIDDEN}, '2026-11-20', now(), now() from council.papers where id = ${given.secretPaper}`
    // The commission gave it in a meeting in which that very paper lay on a closed item.
    await tx`
      insert into council.opinions (institution_id, paper_id, body_id, meeting_id, stance, words, given_on, created_at, changed_at)
      select institution_id, id, ${commissionId}, ${meeting.id}, 'against', ${HIDDEN}, '2026-11-21', now(), now() from council.papers where id = ${given.openPaper}`
    await tx`
      insert into council.opinions
        (institution_id, paper_id, body_id, meeting_id, stance, words, given_on, votes_for, votes_against, votes_abstain, created_at, changed_at)
      select institution_id, id, ${commissionId}, ${earlier.id}, 'for', 'Komisioni është dakord', '2026-11-19', 4, 1, 0, now(), now()
      from council.papers where id = ${given.openPaper}`
    for (const { id } of [meeting, closedMeeting, earlier]) await enterCouncilMeeting(tx, services, id)
    await enterPaper(tx, services, given.openPaper)
  })
}

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const answer = await web.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await bytesOf(path))

async function pdfWords(bytes: Uint8Array): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(bytes)
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return Promise.all(pages)
}

const ADDRESSES = () =>
  [meeting.slug, closedMeeting.slug, earlier.slug].flatMap((slug) => [
    councilUrls.meeting(slug),
    `/en${councilUrls.meeting(slug)}`,
    councilUrls.meetingData(slug),
    publicUrls.meetingCalendar(slug),
    councilUrls.package(slug),
    `/en${councilUrls.package(slug)}`,
  ])

const LISTS = [
  councilUrls.meetings(),
  `${councilUrls.meetings()}?muaji=2026-12&institucioni=prova`,
  `/en${councilUrls.meetings()}`,
  councilUrls.hearings(),
  publicUrls.calendar(),
  `${publicUrls.calendar()}?institucioni=prova`,
  publicUrls.feed(),
  '/kalendari/2026',
  '/',
]

describe('what is behind closed doors', () => {
  it('stands in no byte of any page, data, calendar or feed, while the ground and who asked do', async () => {
    for (const path of [
      ...ADDRESSES(),
      ...LISTS,
      councilUrls.paper(given.openPaper),
      `/mbledhje/materiale/${given.openPaper}.json`,
    ])
      expect([path, (await textOf(path)).includes(SECRET)]).toEqual([path, false])
    const page = await textOf(councilUrls.meeting(meeting.slug))
    for (const words of [PUBLIC_TITLE, ASKED, GROUND]) expect(page).toContain(words)
    expect(page).not.toContain('Parkimi, me dyer')
    const closed = await textOf(councilUrls.meeting(closedMeeting.slug))
    for (const words of ['me dyer të mbyllura', ASKED, GROUND, 'Salla e këshillit']) expect(closed).toContain(words)
  })

  it('is in no file of the package: not in the archive, not in the PDF', async () => {
    for (const { slug } of [meeting, closedMeeting, earlier]) {
      const members = unzipSync(await bytesOf(publicUrls.packageZip(slug)))
      for (const [name, content] of Object.entries(members))
        expect([name, `${name} ${new TextDecoder().decode(content)}`.includes(SECRET)]).toEqual([name, false])
      if (findCompiler() === null) continue
      const words = (await pdfWords(await bytesOf(publicUrls.packagePdf(slug)))).join(' ')
      expect([slug, words.includes(SECRET)]).toEqual([slug, false])
    }
  })

  it('is in no register, no record of the ledger, no search document, no calendar, and no thread', async () => {
    const ids = [meeting.id, closedMeeting.id, earlier.id]
    const papers = [given.openPaper, given.secretPaper]
    const rows = await Promise.all(
      meetingRegisters.map((one) => one.page(db, { filters: {}, after: null, limit: 100 })),
    )
    const year = {
      from: '2026-01-01',
      to: '2027-12-31',
      institutionId: null,
      attendance: null,
      topic: null,
      place: null,
    }
    const everything = JSON.stringify([
      rows,
      await publishedCouncilMeetings.find(db, ids),
      await publishedPapers.find(db, papers),
      await meetingSearch.find(db, ids, services.clock.now()),
      await paperSearch.find(db, papers, services.clock.now()),
      await calendarOf(services, 'sq', year),
      await homeEntries(services, 'en', null),
      await Promise.all(everyDoor.flatMap(({ subjects }) => subjects?.[MEETING_KIND]?.find(services, 'en', ids) ?? [])),
      await db`select row::text from council.published_meetings as row`,
      await db`select row::text from council.published_agenda_items as row`,
      await db`select row::text from council.published_papers as row`,
      await db`select row::text from council.shown_opinions as row where paper_id = ${given.openPaper}`,
      await db`select row::text from council.shown_meeting_events as row`,
    ])
    expect(everything.includes(SECRET)).toBe(false)
    expect(everything).toContain('Parkimi në qendër')
  })

  it('hides the paper and its files, and nothing tells that they are there', async () => {
    const refs = [refOf(PAPER_KIND, given.secretPaper)]
    const [document] = await listDocuments(db, refs)
    expect((await web.get(councilUrls.paper(given.secretPaper))).status).toBe(404)
    expect((await web.get(`/dokumente/${document?.id}/skedari`)).status).toBe(404)
    expect(await entriesOf(db, refs[0] ?? '')).toEqual([])
  })

  it('takes a paper out of the public with its entry, and brings it back', async () => {
    const close = (closed: boolean, enter: boolean) =>
      db.begin(async (tx) => {
        await tx`
          update council.agenda_items set closed = ${closed}, public_title = ${PUBLIC_TITLE}, closed_reason = ${GROUND}
          where paper_id = ${given.openPaper} and title in ('Parkimi në qendër', 'Parkimi në komision')`
        if (enter) for (const { id } of [meeting, earlier]) await enterCouncilMeeting(tx, services, id)
        if (enter && !closed) await enterPaper(tx, services, given.openPaper)
      })
    await expect(close(true, false)).rejects.toMatchObject(UNENTERED)
    await close(true, true)
    expect((await web.get(councilUrls.paper(given.openPaper))).status).toBe(404)
    expect((await entriesOf(db, refOf(PAPER_KIND, given.openPaper))).at(-1)).toMatchObject({ ended: 'removed' })
    await close(false, true)
    expect((await web.get(councilUrls.paper(given.openPaper))).status).toBe(200)
  })
})

describe('a meeting as everybody reads it', () => {
  it('shows agenda, papers with their way through the bodies, opinions, and an ETag that is known again', async () => {
    const answer = await web.get(councilUrls.meeting(meeting.slug))
    const page = await answer.text()
    for (const words of [
      'Parkimi në qendër',
      'Relacioni i parkimit',
      'Drejtori i transportit',
      '4 pro, 1 kundër',
      '14/2026',
    ])
      expect(page).toContain(words)
    expect(page).toContain(councilUrls.register(meeting.slug))
    const known = await web.get(councilUrls.meeting(meeting.slug), {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(known.status).toBe(304)
    const paper = await textOf(councilUrls.paper(given.openPaper))
    expect(paper).toContain(councilUrls.meeting(meeting.slug))
    expect(paper).toContain(councilUrls.meeting(earlier.slug))
  })

  it('tells what changed since the notice, with the time', async () => {
    await entered(
      db,
      publishedCouncilMeetings,
      (tx) => tx<{ id: string }[]>`
      insert into council.meeting_events (institution_id, meeting_id, kind, changes, reason, version, at)
      select institution_id, id, 'moved', ${tx.json({ place: ['Salla e vogël', 'Salla e madhe'] })}, 'Salla ishte e zënë', 9, now()
      from council.meetings where id = ${meeting.id} returning meeting_id as id`,
    )
    for (const path of [councilUrls.meeting(meeting.slug), councilUrls.package(meeting.slug)])
      expect(await textOf(path)).toContain('Vendi: Salla e vogël → Salla e madhe. Arsyeja: Salla ishte e zënë')
  })

  it('is one package: files in the order of the agenda in the archive, every page in the PDF', async () => {
    const names = Object.keys(unzipSync(await bytesOf(publicUrls.packageZip(meeting.slug))))
    expect(names).toEqual(names.toSorted())
    expect(names.slice(1)).toEqual(['01-parkimi-ne-qender/01-relacioni.pdf', '01-parkimi-ne-qender/02-shtojca.txt'])
    if (findCompiler() === null) return
    const pages = await pdfWords(await bytesOf(publicUrls.packagePdf(meeting.slug)))
    expect(pages.slice(-2)).toEqual(['Relacioni faqja 1', 'Faqja 2'])
    expect(pages[0]).toContain('Parkimi në qendër')
  })

  it('is counted alike everywhere: list, calendar, registers', async () => {
    const data = JSON.parse(await textOf(councilUrls.meetingData(meeting.slug))) as { agenda: unknown[] }
    const [meetings = [], items = []] = await Promise.all(
      meetingRegisters.map((one) => one.page(db, { filters: {}, after: null, limit: 1000 })),
    )
    const ics = await textOf(publicUrls.calendar())
    expect(meetings).toHaveLength(3)
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect(data.agenda).toHaveLength(4)
    expect(items.filter(({ row }) => row.meeting === meeting.id)).toHaveLength(4)
    expect(meetings.reduce((sum, { row }) => sum + Number(row.items), 0)).toBe(items.length)
    expect(meetings.reduce((sum, { row }) => sum + Number(row.closed_items), 0)).toBe(
      items.filter(({ row }) => row.closed === true).length,
    )
  })

  it('is in the calendar of its month and body, and not in that of another', async () => {
    const list = councilUrls.meetings()
    const month = /<section aria-labelledby="muaji">[\s\S]*?<\/section>/
    const inMonth = async (query: string) => month.exec(await textOf(`${list}?${query}`))?.[0] ?? ''
    expect(await inMonth('muaji=2026-12')).toContain(councilUrls.meeting(meeting.slug))
    expect(await inMonth('muaji=2027-01')).not.toContain(meeting.slug)
    expect(await inMonth(`muaji=2026-12&organi=${commissionId}`)).not.toContain(meeting.slug)
    expect(await inMonth(`muaji=2026-11&organi=${commissionId}`)).toContain(councilUrls.meeting(earlier.slug))
    for (const query of ['muaji=2026-13', 'organi=asgje', 'pas=asgje', 'lloji=x&viti=y'])
      expect((await web.get(`${list}?${query}`)).status).toBe(200)
    expect(weeksOf('2026-12').flat().filter(Boolean)).toHaveLength(31)
  })

  it('is not there as a draft', async () => {
    const draft = await givenMeeting(services, { bodyId: (await givenBody(services)).id, state: 'draft' })
    for (const path of [
      councilUrls.meeting(draft.slug),
      councilUrls.package(draft.slug),
      councilUrls.paper(randomUUID()),
    ])
      expect([path, (await web.get(path)).status]).toEqual([path, 404])
    expect(await entriesOf(db, refOf(MEETING_KIND, draft.id))).toEqual([])
  })
})
