import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { institutionRecords } from '#platform/institutions/institution-records.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { indexed } from '#test/indexed.ts'
import { entered } from '#test/ledger.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { LEAST } from '../closing/closing-testing.ts'
import { tellParticipants } from '../closing/tell-participants.ts'
import { stateOf } from '../counts-testing.ts'
import { cancelConsultation, publishConsultation } from '../drafting/publish-consultation.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { givenComment, givenConsultation, givenInstitution, officialWith, staffWith } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { addCoLeader, endCoLeader } from './lead-together.ts'
import { listCoLeaders } from './notice-queries.ts'
import { givenPreliminary, givenPreliminaryDraft } from './notices-testing.ts'
import { openOnDraft } from './open-on-draft.ts'
import { noticeUrls } from './urls.ts'
import { changeConsultation } from '../drafting/write-consultation.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq').notices
const cookie = await web.signedInAs(people.albanianCoordinator)
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
const read = async (path: string, as?: string) => (await web.get(path, as ? { cookie: as } : {})).text()
const jobsOf = (event: string) => tellParticipants(services, event)

async function eventOf(id: string, kind: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    select id from consultations.consultation_events where consultation_id = ${id} and kind = ${kind}`
  return row?.id ?? ''
}

const tasksOf = (id: string) => db<{ state: string; title: string }[]>`
  select state, title from platform.tasks where subject = ${`consultations.consultation:${id}`} order by id`

describe('a preliminary consultation', () => {
  it('is published without a text or a paper, and says in words which stage it is', async () => {
    const { slug } = await givenPreliminary(services)
    const [page, list] = [await read(consultationUrls.one(slug)), await read(consultationUrls.list())]
    expect(page).toContain(t.stage.names.preliminary)
    expect(page).toContain(t.stage.howTo[0])
    expect(page).not.toContain(textsIn('sq').page.noText)
    expect(list).toContain(t.stage.names.preliminary)
    expect(await (await web.get(consultationUrls.data(slug))).json()).toMatchObject({ stage: 'preliminary' })
  })

  it('takes comments for twenty working days by law 146/2014, and cannot close a day earlier', async () => {
    const { id } = await givenPreliminary(services)
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ closesOn: LEAST, stage: 'preliminary' })
    const draft = await givenPreliminaryDraft(services)
    const form = { ...draft.form, closesOn: '2026-12-23', fromVersion: 1 }
    const before = await stateOf(db)
    const outcome = await changeConsultation(services, coordinator, draft.id, form)
    expect(outcome).toEqual({ kind: 'too-early', least: LEAST, field: 'closing' })
    expect(await stateOf(db)).toBe(before)
  })

  it('is found in the list by its stage, and the list of the others is without it', async () => {
    const { slug } = await givenPreliminary(services)
    const other = await givenConsultation(services)
    const [first, second] = [await read('/konsultime?faza=preliminary'), await read('/konsultime?faza=on-draft')]
    expect([first.includes(`/konsultime/${slug}"`), first.includes(`/konsultime/${other.slug}"`)]).toEqual([
      true,
      false,
    ])
    expect([second.includes(`/konsultime/${slug}"`), second.includes(`/konsultime/${other.slug}"`)]).toEqual([
      false,
      true,
    ])
    expect(first).toContain('<option value="preliminary" selected')
  })

  it('in Kosovo has the day that its institution sets, and its own register’s name', async () => {
    const given = { institution: 'provas', basisRule: null, closesOn: '2026-12-05' }
    const { slug } = await givenPreliminary(services, given)
    const page = await read(noticeUrls.page(slug))
    expect(page).toContain('5 dhjetor 2026')
    expect(page).not.toContain('RENJK')
  })

  it('has no page for a text in the office', async () => {
    const { id } = await givenPreliminary(services)
    expect((await web.get(officeUrls.text(id), { cookie })).status).toBe(404)
    expect((await web.get(noticeUrls.office(id), { cookie })).status).toBe(200)
  })

  it('is begun by its own form, whose choice of the law takes its own rule', async () => {
    const fresh = await read(`${officeUrls.newConsultation()}?faza=paraprak`, cookie)
    expect(fresh).toContain('name="faza" value="paraprak"')
    const { id: institucioni } = await givenInstitution(services, 'prova')
    const id = randomUUID()
    const fields = {
      institucioni,
      titulli: 'Plani për parkun e ri',
      permbledhja: 'Bashkia mendon të bëjë një park të ri pranë lumit.',
      lloji: 'plan',
      baza: 'Ligji nr. 146/2014, neni 11',
      mbeshtetja: 'law-146',
      posta: 'konsultime@zyra.example',
      faza: 'paraprak',
      versioni: '1',
      dergesa: id,
    }
    const sent = await web.post(officeUrls.newConsultation(), fields, { cookie })
    expect(sent.headers.get('location')).toBe(`${noticeUrls.office(id)}?u=krijua`)
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ stage: 'preliminary', basisRule: 'AL-CONS-PRIOR' })
  })
})

/** Its words and who leads it, then the consultation on the draft out of it, public. */
async function grown() {
  const first = await givenPreliminary(services)
  const comment = await givenComment(services, first)
  await web.post(noticeUrls.office(first.id), { arsyet: 'Parku mungon.', pyetjet: 'Ku?', gjendja: '0' }, { cookie })
  const opened = await openOnDraft(services, coordinator, first.id, randomUUID())
  if (opened.kind !== 'opened') throw new Error(opened.kind)
  const days = { 'hapet-day': '22', 'hapet-month': '11', 'hapet-year': '2026' }
  await db`update consultations.consultations set opens_on = '2026-11-22' where id = ${opened.id}`
  const paper = { 'titulli-dok': 'Projekti', 'lloji-dok': 'draft', dokumenti: new File(['Projekti'], 'p.txt') }
  await web.post(officeUrls.documents(opened.id), { ...paper, ...days }, { cookie })
  const published = await publishConsultation(services, coordinator, opened.id)
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
  return { first, comment, id: opened.id, slug: published.slug }
}

describe('the consultation on the draft', () => {
  it('takes over why, and no days; both pages show each other', async () => {
    const { first, id, slug } = await grown()
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ followsId: first.id, stage: 'on-draft' })
    const [before, after] = [await read(consultationUrls.one(first.slug)), await read(consultationUrls.one(slug))]
    expect([before.includes(`href="${consultationUrls.one(slug)}"`), after.includes('Parku mungon.')]).toEqual([
      true,
      true,
    ])
    expect(after).toContain(`href="${consultationUrls.one(first.slug)}"`)
    expect(after).not.toContain('Ku?')
    const [link] = await db`
      select kind from platform.links where from_ref = ${`consultations.consultation:${id}`}`
    expect(link).toEqual({ kind: 'follows' })
  })

  it('is told to those who wrote in the first stage once, however often the job runs', async () => {
    const { comment, id, first, slug } = await grown()
    const event = await eventOf(id, 'published')
    await jobsOf(event)
    await jobsOf(event)
    const told = (await lettersTo(db, comment.email)).filter(({ body }) => body?.includes(consultationUrls.one(slug)))
    expect(told).toHaveLength(1)
    const happenings = await db`
      select kind from platform.happenings
      where matter = ${`consultations.consultation:${first.id}`} and kind = 'consultations.drafted'`
    expect(happenings).toHaveLength(1)
  })
})

describe('a cancelled consultation', () => {
  it('tells everybody who wrote, once; its comments and its number stay, with the reason', async () => {
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation)
    const reason = 'Projekti u tërhoq nga propozuesi.'
    await cancelConsultation(services, coordinator, consultation.id, reason)
    const event = await eventOf(consultation.id, 'cancelled')
    await jobsOf(event)
    await jobsOf(event)
    const told = (await lettersTo(db, comment.email)).filter(({ body }) => body?.includes(reason))
    expect(told).toHaveLength(1)
    expect(await read(consultationUrls.comment(consultation.slug, comment.code))).toContain(comment.code)
    const notice = await read(noticeUrls.page(consultation.slug))
    const number = `${consultation.slug.split('-').at(-1)}/2026`
    expect([notice.includes(reason), notice.includes(t.notice.number(number))]).toEqual([true, true])
    expect(await read(consultationUrls.one(consultation.slug))).toContain(reason)
  })
})

describe('the notice', () => {
  it('says what the law asks, as a page, as text for a message and as a poster', async () => {
    const { id, slug } = await givenConsultation(services)
    const words = { arsyet: 'Tregu është i rrezikshëm.', pasojat: 'Tregtarët do të kenë vende.', gjendja: '0' }
    expect((await web.post(noticeUrls.office(id), words, { cookie })).status).toBe(303)
    const page = await read(noticeUrls.page(slug))
    for (const said of [words.arsyet, words.pasojat, 'konsultime@zyra.example', t.notice.noMeetings])
      expect(page).toContain(said)
    expect(await read(noticeUrls.words(slug))).toContain(`http://kuvend.test${consultationUrls.one(slug)}`)
    const poster = await web.get(`${noticeUrls.poster(slug)}?madhesia=a3`)
    const bytes = Buffer.from(await poster.arrayBuffer())
    expect([poster.headers.get('content-type'), bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
  })

  it('names in the office what it lacks, and does not stop publication', async () => {
    const draft = await givenPreliminaryDraft(services)
    const before = await read(officeUrls.consultation(draft.id), cookie)
    expect([before.includes(t.office.missing.reasons), before.includes(t.office.missing.questions)]).toEqual([
      true,
      true,
    ])
    await web.post(noticeUrls.office(draft.id), { arsyet: 'Arsye', pyetjet: 'A?', gjendja: '0' }, { cookie })
    expect(await read(officeUrls.consultation(draft.id), cookie)).not.toContain(t.office.missing.reasons)
    expect((await publishConsultation(services, coordinator, draft.id)).kind).toBe('published')
  })

  it('changed by two at once keeps the first and gives the second their words back', async () => {
    const { id } = await givenConsultation(services)
    const send = (arsyet: string) => web.post(noticeUrls.office(id), { arsyet, gjendja: '0' }, { cookie })
    expect((await send('E para')).status).toBe(303)
    const second = await send('E dyta')
    expect([second.status, (await second.text()).includes('E dyta')]).toEqual([409, true])
    const long = await send('x'.repeat(4001))
    expect([long.status, (await long.text()).includes('href="#arsyet"')]).toEqual([422, true])
  })

  it('of an institution renamed meanwhile says the name of the day, and both', async () => {
    const { slug } = await givenConsultation(services, { institution: 'riquajtur' })
    const { id } = await givenInstitution(services, 'riquajtur')
    await entered(
      db,
      institutionRecords,
      (tx) => tx<{ id: string }[]>`
        insert into platform.institution_names (institution_id, lang, name, valid_from)
        values (${id}, 'sq', 'Bashkia e Re', '2026-11-21') returning institution_id as id`,
    )
    const page = await read(noticeUrls.page(slug))
    expect(page).toContain(t.notice.renamed('Bashkia riquajtur', 'Bashkia e Re'))
    expect(await read(noticeUrls.words(slug))).toContain('Bashkia e Re')
  })
})

describe('the state’s register', () => {
  it('is a task of the coordinator from the day of publication until the posting is noted', async () => {
    const { id, form } = await givenPreliminary(services)
    expect(await tasksOf(id)).toMatchObject([{ state: 'open' }])
    const current = await findForOffice(db, 'sq', id)
    const noted = { officialPostedOn: '2026-11-22', officialPostingUrl: 'https://regjistri.example/1' }
    const change = { ...form, ...noted, closesOn: current?.closesOn ?? null, reason: 'U publikua në regjistër.' }
    const outcome = await changeConsultation(services, coordinator, id, {
      ...change,
      fromVersion: current?.version ?? 0,
    })
    expect(outcome.kind).toBe('written')
    expect(await tasksOf(id)).toMatchObject([{ state: 'done' }])
  })

  it('gets its fields from a sheet, and the public reads that the posting is missing', async () => {
    const { id, slug, form } = await givenConsultation(services)
    const sheet = await read(noticeUrls.sheet(id), cookie)
    expect([sheet.includes(form.title), sheet.includes('data-copy-words')]).toEqual([true, true])
    expect(await read(noticeUrls.sheetFile(id), cookie)).toContain(`${t.sheet.fields.title}\n${form.title}`)
    expect(await read(noticeUrls.page(slug))).toContain(t.notice.officialMissing)
  })
})

/** A photograph as a telephone writes it: among its facts the place where it was taken. */
function jpegWithPlace(): Buffer<ArrayBuffer> {
  const segment = (marker: number, content: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  }
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0x56])])
  const facts = segment(0xe1, Buffer.from('Exif\0\0II*\0\b\0\0\0\0\0\0\0\0\0GPS 41.33N 19.82E'))
  const tables = segment(0xdb, Buffer.alloc(65, 7))
  return Buffer.concat([Buffer.from([0xff, 0xd8]), facts, tables, scan, Buffer.from([0xff, 0xd9])])
}

describe('a posting on a board', () => {
  const day = (name: string, on: string) => ({
    [`${name}-day`]: on,
    [`${name}-month`]: '11',
    [`${name}-year`]: '2026',
  })
  const post = (id: string, fields: Record<string, string | File>) =>
    web.post(noticeUrls.postings(id), { dergesa: randomUUID(), ...fields }, { cookie })

  it('stands on the notice with its days, and twice sent counts once', async () => {
    const { id, slug } = await givenConsultation(services)
    const fields = {
      vendi: 'Tabela në hyrje',
      ...day('afishuar', '20'),
      fotografia: new File([], ''),
      dergesa: randomUUID(),
    }
    await post(id, fields)
    expect((await post(id, fields)).status).toBe(303)
    expect((await read(noticeUrls.page(slug))).split('Tabela në hyrje')).toHaveLength(2)
    expect(await read(noticeUrls.page(slug))).toContain(t.notice.posted('Tabela në hyrje', '20 nëntor 2026'))
  })

  it('shows its photograph to everybody, with words for who cannot see it and without where it was taken', async () => {
    const { id, slug } = await givenConsultation(services)
    const photograph = new File([jpegWithPlace()], 'tabela.jpg', { type: 'image/jpeg' })
    const sent = await post(id, { vendi: 'Tabela e hollit', ...day('afishuar', '20'), fotografia: photograph })
    expect(sent.status).toBe(303)
    const [picture] = await db<{ id: string; alt: string | null }[]>`
      select document.id, words.alt from platform.documents as document
      left join platform.document_words as words on words.document_id = document.id and words.lang = 'sq'
      where document.subject = ${`consultations.consultation:${id}`} and document.role = 'picture'`
    expect(picture?.alt).toBe(t.office.photographTitle('Tabela e hollit'))
    const path = consultationUrls.document(slug, picture?.id ?? '')
    expect(await read(noticeUrls.page(slug))).toContain(path)
    const file = await web.get(path)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect([bytes.includes('GPS 41.33N'), bytes.subarray(0, 2)]).toEqual([false, Buffer.from([0xff, 0xd8])])
    // Entered by mistake: the posting goes, and its photograph with it.
    const [posting] = await db<{ id: string }[]>`select id from consultations.postings where consultation_id = ${id}`
    expect((await web.post(noticeUrls.removePosting(id, posting?.id ?? ''), {}, { cookie })).status).toBe(303)
    expect((await web.get(path)).status).toBe(404)
  })

  it('with a wrong day is refused and gives the place back', async () => {
    const { id } = await givenConsultation(services)
    const before = await stateOf(db)
    const refused = await post(id, { vendi: 'Tabela e pasme', ...day('afishuar', '29'), fotografia: new File([], '') })
    const page = await refused.text()
    expect([refused.status, page.includes('href="#afishuar"'), page.includes('Tabela e pasme')]).toEqual([
      422,
      true,
      true,
    ])
    expect(await stateOf(db)).toBe(before)
  })
})

describe('several institutions together', () => {
  async function together(readsComments: boolean) {
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation)
    const partner = await givenInstitution(services, 'provas')
    const form = { partnerId: partner.id, name: null, contactRole: null, readsComments, formId: null }
    await addCoLeader(services, coordinator, consultation.id, form)
    return { ...consultation, comment, partner }
  }

  it('stand first on page, notice, list and data', async () => {
    const { slug, partner } = await together(false)
    for (const path of [consultationUrls.one(slug), noticeUrls.page(slug), consultationUrls.list()])
      expect(await read(path)).toContain(partner.name)
    expect(await (await web.get(consultationUrls.data(slug))).json()).toMatchObject({
      coLeaders: [{ name: partner.name, readsComments: false }],
    })
  })

  it('are found by the search under the name of each, until they leave', async () => {
    const { id, form } = await givenConsultation(services)
    const leader = { partnerId: null, name: 'Agjencia e Provave të Bashkuara', contactRole: null }
    await addCoLeader(services, coordinator, id, { ...leader, readsComments: false, formId: null })
    await indexed(services)
    const found = '/kerko?q=Agjencia+e+Provave'
    expect(await read(found)).toContain(form.title)
    const [added] = await listCoLeaders(db, 'sq', id)
    await endCoLeader(services, coordinator, id, added?.id ?? '')
    await indexed(services)
    expect(await read(found)).not.toContain(form.title)
  })

  it('read the comments only where the lead says so, and nothing else crosses', async () => {
    const kosovar = await web.signedInAs(staffWith('consultation-coordinator', 'provas'))
    const [closed, open] = [await together(false), await together(true)]
    expect((await web.get(noticeUrls.coLedOne(closed.id), { cookie: kosovar })).status).toBe(404)
    const page = await read(noticeUrls.coLedOne(open.id), kosovar)
    expect([page.includes(open.comment.code), page.includes(open.comment.email)]).toEqual([true, false])
    const others = [officeUrls.consultation(open.id), noticeUrls.office(open.id), officeUrls.comment(open.comment.id)]
    for (const path of others) expect((await web.get(path, { cookie: kosovar })).status).toBe(404)
    const held = await web.post(officeUrls.hold(open.comment.id), { arsyeja: 'insult' }, { cookie: kosovar })
    expect(held.status).toBe(403)
    // Another institution still has nothing of it, and the partner loses it when it leaves.
    await givenInstitution(services, 'tjeter')
    const stranger = await web.signedInAs(staffWith('consultation-coordinator', 'tjeter'))
    expect((await web.get(noticeUrls.coLedOne(open.id), { cookie: stranger })).status).toBe(404)
    const [leader] = await listCoLeaders(db, 'sq', open.id)
    await endCoLeader(services, coordinator, open.id, leader?.id ?? '')
    expect((await web.get(noticeUrls.coLedOne(open.id), { cookie: kosovar })).status).toBe(404)
  })

  it('an organisation by name never reads them, and neither both nor none is taken', async () => {
    const { id } = await givenConsultation(services)
    const { id: partneri } = await givenInstitution(services, 'provas')
    const send = (fields: Record<string, string>) => web.post(noticeUrls.coLeaders(id), fields, { cookie })
    const wrong = [{}, { partneri, emri: 'Shoqata e Provës' }, { emri: 'Shoqata e Provës', lexon: 'po' }]
    for (const fields of wrong) expect((await send(fields)).status).toBe(422)
    expect(await listCoLeaders(db, 'sq', id)).toEqual([])
  })
})
