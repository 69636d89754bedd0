import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { givenConsultation, staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { councilUrls } from '../urls.ts'
import { cancelMeeting } from './change-meeting.ts'
import { findMeeting, listAgenda, listMeetingEvents } from './meeting-queries.ts'
import { findPaper, listOpinions } from './paper-queries.ts'
import { aMeetingForm, aPaperForm, givenBody, givenMeeting, givenPaper } from './testing.ts'
import { conveningUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
const post = (path: string, fields: Parameters<typeof web.post>[1]) => web.post(path, fields, { cookie })
const page = async (path: string) => (await web.get(path, { cookie })).text()
const idIn = (answer: Response): string => /([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const council = await givenBody(services)
const kinds = async (id: string) => (await listMeetingEvents(db, id)).map(({ kind }) => kind)
const versionOf = async (id: string) => String((await findMeeting(db, id))?.version)

describe('a meeting', () => {
  it('is written once however often its form arrives, and read by everybody from its notice on', async () => {
    const form = aMeetingForm(council.id)
    const answers = [await post(urls.create(), form), await post(urls.create(), form)]
    expect(new Set(answers.map(idIn)).size).toBe(1)
    const id = idIn(answers[0] ?? new Response())
    const paper = await givenPaper(services, council)
    const added = { versioni: await versionOf(id), materialet: paper.id }
    expect((await post(urls.addPapers(id), added)).status).toBe(303)
    expect((await post(urls.convene(id), { versioni: await versionOf(id) })).status).toBe(303)
    const meeting = await findMeeting(db, id)
    expect([meeting?.state, meeting?.slug]).toEqual(['convened', `prova-keshilli-i-proves-${meeting?.numberYear}-1`])
    expect((await findPaper(db, paper.id))?.state).toBe('published')
    expect(await (await web.get(councilUrls.meeting(meeting?.slug ?? ''))).text()).toContain(paper.title)
    expect((await entriesOf(db, `council.meeting:${id}`)).length).toBe(1)
    expect((await post(urls.convene(id), { versioni: await versionOf(id) })).status).toBe(409)
    expect(await kinds(id)).toEqual(['convened'])
  })

  it('called later than the clock asks is convened all the same, and says why', async () => {
    const { id, version } = await givenMeeting(services, { bodyId: council.id, state: 'draft', inDays: 2 })
    const refused = await post(urls.convene(id), { versioni: String(version) })
    expect([refused.status, (await refused.text()).includes('Afati i njoftimit ka kaluar')]).toEqual([422, true])
    expect((await findMeeting(db, id))?.number).toBe(null)
    const reason = { versioni: String(version), 'arsyeja-vonese': 'Përmbytja e së hënës' }
    expect((await post(urls.convene(id), reason)).status).toBe(303)
    expect((await findMeeting(db, id))?.shortNoticeReason).toBe('Përmbytja e së hënës')
  })

  it('in Kosovo, and in a commission, has no clock until the institution sets one', async () => {
    const assembly = await givenBody(services, { institution: 'provas' })
    const commission = await givenBody(services, { kind: 'commission' })
    for (const { id: bodyId } of [assembly, commission]) {
      const meeting = await givenMeeting(services, { bodyId, inDays: 1 })
      expect([meeting.shortNoticeReason, meeting.number]).toEqual([null, 1])
      expect(await db`select from platform.deadlines where subject = ${`council.meeting:${meeting.id}`}`).toEqual([])
    }
  })

  it('keeps its number when it is cancelled; the next one follows without a gap', async () => {
    const first = await givenMeeting(services, { bodyId: council.id })
    await cancelMeeting(services, first.id, { by: 'command-line', seen: first.version, reason: 'Nuk mbahet' })
    const draft = await givenMeeting(services, { bodyId: council.id, state: 'draft', items: 0 })
    expect((await post(urls.convene(draft.id), { versioni: String(draft.version) })).status).toBe(422)
    const second = await givenMeeting(services, { bodyId: council.id })
    expect([(await findMeeting(db, first.id))?.number, second.number]).toEqual([first.number, (first.number ?? 0) + 1])
  })

  it('put right by two officials at once: the second is told, and nothing of theirs is written', async () => {
    const { id, version } = await givenMeeting(services, { bodyId: council.id, state: 'draft' })
    const send = (vendi: string) =>
      post(urls.change(id), { ...aMeetingForm(council.id, { vendi }), versioni: String(version) })
    expect((await send('Salla e parë')).status).toBe(303)
    const second = await send('Salla e dytë')
    expect([second.status, (await second.text()).includes('Salla e dytë')]).toEqual([409, true])
    expect((await findMeeting(db, id))?.place).toBe('Salla e parë')
  })

  it('with mistakes comes back with everything typed, and nothing is written', async () => {
    const before = await db`select id from council.meetings`
    const wrong = { 'dita-day': '31', 'dita-month': '2', ora: 'në mëngjes', vendi: 'S', mbyllur: 'po', lidhja: 'jo' }
    const answer = await post(urls.create(), aMeetingForm(council.id, wrong))
    const words = await answer.text()
    expect(answer.status).toBe(422)
    for (const one of ['Kjo ditë nuk ekziston', 'në mëngjes', 'Shkruani arsyen e mbylljes', 'https://'])
      expect(words).toContain(one)
    expect(await db`select id from council.meetings`).toEqual(before)
  })

  it('moved, postponed and called again tells each step with its time', async () => {
    const { id, version } = await givenMeeting(services, { bodyId: council.id })
    const form = aMeetingForm(council.id, { versioni: String(version), vendi: 'Pallati i kulturës' })
    expect((await post(urls.change(id), form)).status).toBe(422)
    expect((await post(urls.change(id), { ...form, arsyeja: 'Salla po riparohet' })).status).toBe(303)
    const moved = (await listMeetingEvents(db, id)).at(-1)
    expect(moved?.changes.place).toEqual(['Salla e këshillit', 'Pallati i kulturës'])
    const stop = async (reason: string) => ({ versioni: await versionOf(id), 'arsyeja-shtyrjes': reason })
    expect((await post(urls.postpone(id), await stop(''))).status).toBe(422)
    expect((await post(urls.postpone(id), await stop('Mungon relacioni'))).status).toBe(303)
    expect((await post(urls.convene(id), { versioni: await versionOf(id) })).status).toBe(422)
    const again = { ...form, versioni: await versionOf(id), arsyeja: 'Dita e re' }
    expect((await post(urls.change(id), again)).status).toBe(303)
    expect((await post(urls.convene(id), { versioni: await versionOf(id) })).status).toBe(303)
    expect(await kinds(id)).toEqual(['convened', 'moved', 'postponed', 'changed', 'moved'])
  })
})

describe('the agenda', () => {
  it('is ordered by buttons and as it was dragged; what is stale moves nothing', async () => {
    const { id, version } = await givenMeeting(services, { bodyId: council.id, state: 'draft', items: 3 })
    const ids = (await listAgenda(db, id)).map((one) => one.id)
    const [first = '', second = '', third = ''] = ids
    const radha = ids.join(' ')
    expect((await post(urls.order(id), { versioni: String(version), radha, lart: third })).status).toBe(303)
    expect((await listAgenda(db, id)).map((one) => one.id)).toEqual([first, third, second])
    expect((await post(urls.order(id), { versioni: String(version), radha, lart: third })).status).toBe(409)
    const dragged = { versioni: await versionOf(id), radha: [second, first, third].join(' ') }
    expect((await post(urls.order(id), dragged)).status).toBe(303)
    expect((await listAgenda(db, id)).map((one) => [one.id, one.ordinal])).toEqual([
      [second, 1],
      [first, 2],
      [third, 3],
    ])
    const half = { versioni: await versionOf(id), radha: second }
    expect((await post(urls.order(id), half)).status).toBe(409)
  })

  it('changes after the notice with a reason, visibly, and once', async () => {
    const { id } = await givenMeeting(services, { bodyId: council.id })
    const item = { dergesa: randomUUID(), titulli: 'Ndihma për përmbytjen', lloji: 'act' }
    expect((await post(urls.agenda(id), item)).status).toBe(422)
    const reasoned = { ...item, arsyeja: 'Emergjencë civile' }
    for (let n = 0; n < 2; n += 1) expect((await post(urls.agenda(id), reasoned)).status).toBe(303)
    const added = (await listAgenda(db, id)).filter((one) => one.title === 'Ndihma për përmbytjen')
    expect(added.map(({ origin }) => origin)).toEqual(['added'])
    const path = urls.withdraw(id, added[0]?.id ?? '')
    const gone = { versioni: await versionOf(id), 'arsyeja-heqjes': 'Nuk është gati' }
    expect((await post(path, { versioni: await versionOf(id) })).status).toBe(422)
    expect((await post(path, gone)).status).toBe(303)
    expect((await post(path, { ...gone, versioni: await versionOf(id) })).status).toBe(404)
    expect(await kinds(id)).toEqual(['convened', 'item-added', 'item-withdrawn'])
    expect((await listMeetingEvents(db, id))[1]).toMatchObject({ reason: 'Emergjencë civile' })
  })

  it('hides what is asked to be behind closed doors: title, paper, and what the history says of it', async () => {
    const paper = await givenPaper(services, { ...council, title: 'Dosja e punonjësit Zefirin' })
    const closed = { closed: true, publicTitle: 'Çështje personeli', closedReason: 'Të dhëna personale' }
    const items = [{}, { title: 'Dosja e punonjësit Zefirin', paperId: paper.id, ...closed }]
    const { id, slug } = await givenMeeting(services, { bodyId: council.id, items })
    expect((await findPaper(db, paper.id))?.state).toBe('draft')
    const read = await Promise.all(
      [councilUrls.meeting(slug), councilUrls.meetingData(slug)].map(async (path) => (await web.get(path)).text()),
    )
    expect(read.join()).toContain('Çështje personeli')
    expect(read.join()).not.toContain('Zefirin')
    const docx = await web.get(urls.noticeFile(id, 'njoftimi.docx'), { cookie })
    const words = strFromU8(
      unzipSync(new Uint8Array(await docx.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(words).toContain('Çështje personeli')
    expect(words).not.toContain('Zefirin')
    expect(words).toContain('139/2015')
  }, 60_000)

  it('takes on what earlier meetings left, bound to where it was, and begins as the last one did', async () => {
    const commission = await givenBody(services, { kind: 'commission' })
    const earlier = await givenMeeting(services, { bodyId: commission.id, items: 2, inDays: 3 })
    const [left] = await listAgenda(db, earlier.id)
    await cancelMeeting(services, earlier.id, { by: 'command-line', seen: earlier.version, reason: 'Pa kuorum' })
    const created = await post(urls.create(), aMeetingForm(commission.id, { kopjo: 'po' }))
    const id = idIn(created)
    expect((await listAgenda(db, id)).length).toBe(2)
    const carry = { versioni: await versionOf(id), bartur: left?.id ?? '' }
    expect(await page(urls.agenda(id))).toContain('Nga mbledhjet e mëparshme')
    expect((await post(urls.carry(id), carry)).status).toBe(303)
    expect((await listAgenda(db, id)).at(-1)).toMatchObject({ title: left?.title, carriedFrom: left?.id })
    expect((await post(urls.carry(id), { ...carry, versioni: await versionOf(id) })).status).toBe(409)
  })
})

describe('a paper', () => {
  it('is written once, with its files, its opinions and the consultation that it comes from', async () => {
    const commission = await givenBody(services, { kind: 'commission' })
    const form = aPaperForm(council.institutionId)
    const id = idIn(await post(urls.createPaper(), form))
    expect(idIn(await post(urls.createPaper(), form))).toBe(id)
    const meeting = await givenMeeting(services, { bodyId: council.id, items: [{ paperId: id }] })
    const opinion = {
      dergesa: randomUUID(),
      komisioni: commission.id,
      mendimi: 'for-with-amendments',
      pro: '5',
      kunder: '1',
      'mendimi-dita-day': '20',
      'mendimi-dita-month': '11',
      'mendimi-dita-year': '2026',
    }
    for (let n = 0; n < 2; n += 1) expect((await post(urls.opinions(id), opinion)).status).toBe(303)
    const corrected = { ...opinion, dergesa: randomUUID(), mendimi: 'against' }
    expect((await post(urls.opinions(id), corrected)).status).toBe(303)
    expect((await listOpinions(db, [id])).map(({ stance, votesFor }) => [stance, votesFor])).toEqual([['against', 5]])
    const file = new File(['Relacion'], 'relacioni.txt', { type: 'text/plain' })
    const paper = { 'titulli-dok': 'Relacioni', 'lloji-dok': 'reasoning', 'gjuha-dok': 'sq', dokumenti: file }
    expect((await post(urls.paperDocuments(id), paper)).status).toBe(303)
    expect(await kinds(meeting.id)).toEqual(['convened', 'opinion-added', 'opinion-added', 'document-added'])
    const consultation = await givenConsultation(services)
    const me = `consultations.consultation:${consultation.id}`
    expect(await page(`${urls.paper(id)}?kerkimi=asgje-e-tille`)).not.toContain(me)
    const [named] = await db`select title from consultations.consultations where id = ${consultation.id}`
    expect(await page(`${urls.paper(id)}?kerkimi=${encodeURIComponent(String(named?.title))}`)).toContain(me)
    expect((await post(urls.links(id), { me })).status).toBe(303)
    expect((await post(urls.links(id), { me: 'asgjë' })).status).toBe(422)
    expect((await findPaper(db, id))?.aboutRef).toBe(me)
  })

  it('leaves the public at once, and comes back as it was', async () => {
    const paper = await givenPaper(services, council)
    const meeting = await givenMeeting(services, { bodyId: council.id, items: [{ paperId: paper.id }] })
    const administrator = await web.signedInAs(staffWith('administrator', 'prova'))
    for (const [ref, path] of [
      [`council.paper:${paper.id}`, councilUrls.paper(paper.id)],
      [`council.meeting:${meeting.id}`, councilUrls.meeting(meeting.slug)],
    ] as const) {
      expect((await web.get(path)).status).toBe(200)
      const order = { rekordi: ref, arsyeja: 'published-by-mistake', konfirmimi: 'po', dergesa: randomUUID() }
      const answer = await web.post('/zyra/heqjet/e-re', order, { cookie: administrator })
      expect([answer.status, (await web.get(path)).status]).toEqual([303, 410])
    }
  })
})

it('proof of posting is kept once, with place and time', async () => {
  const { id } = await givenMeeting(services, { bodyId: council.id })
  const form = {
    dergesa: randomUUID(),
    'vendi-afishimit': 'Këndi i njoftimeve',
    'ora-afishimit': '9.30',
    'afishuar-day': '22',
    'afishuar-month': '11',
    'afishuar-year': '2026',
  }
  for (let n = 0; n < 2; n += 1) expect((await post(urls.postings(id), form)).status).toBe(303)
  expect((await post(urls.postings(id), { ...form, 'ora-afishimit': '27' })).status).toBe(422)
  const rows = await db`select place, posted_at from council.postings where meeting_id = ${id}`
  expect([...rows]).toEqual([{ place: 'Këndi i njoftimeve', postedAt: new Date('2026-11-22T08:30:00Z') }])
})

it('an auditor reads and changes nothing; another institution sees nothing', async () => {
  const { id, version } = await givenMeeting(services, { bodyId: council.id, state: 'draft' })
  const auditor = await web.signedInAs(staffWith('auditor', 'prova'))
  expect((await web.get(urls.meeting(id), { cookie: auditor })).status).toBe(200)
  const order = { versioni: String(version) }
  expect((await web.post(urls.convene(id), order, { cookie: auditor })).status).toBe(403)
  const foreign = await web.signedInAs(staffWith('council-secretary', 'provas'))
  expect((await web.get(urls.meeting(id), { cookie: foreign })).status).toBe(404)
  expect((await web.post(urls.convene(id), order, { cookie: foreign })).status).toBe(404)
})
