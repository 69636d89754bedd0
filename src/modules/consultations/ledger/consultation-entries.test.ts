import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { correctDocument } from '#platform/documents/correct-document.ts'
import { stateWord } from '#platform/documents/document-rules.ts'
import type { HeldDocument } from '#platform/documents/document-writing-queries.ts'
import { liftTakedown } from '#platform/takedowns/lift-takedown.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import type { TakedownGround } from '#platform/takedowns/takedown-rules.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { extensionFields, givenByLaw, MOST } from '../closing/closing-testing.ts'
import { keepMove } from '../closing/follow-moves.ts'
import { repeatConsultation } from '../closing/repeat-consultation.ts'
import { cancelConsultation } from '../drafting/publish-consultation.ts'
import { changeConsultation } from '../drafting/write-consultation.ts'
import { importConsultationPlan } from '../history/import-consultation-plan.ts'
import { givenConsultation, givenDraft, givenInstitution, officialWith, type GivenConsultation } from '../testing.ts'
import { officeUrls } from '../urls.ts'
import { findPublicConsultations } from './consultation-record-queries.ts'
import { endsOf, entriesOf } from './ledger-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
const administrator = await officialWith(services, ['administrator', 'prova'])
const cookie = await web.signedInAs(people.albanianCoordinator)

const refOf = ({ id }: { id: string }) => `consultations.consultation:${id}`
const entries = (one: { id: string }) => entriesOf(db, refOf(one))
const recordOf = async ({ id }: { id: string }) => (await findPublicConsultations(db, [id]))[0]?.record

async function addPaper({ id }: { id: string }, title = 'Relacioni'): Promise<string> {
  const fields = { 'titulli-dok': title, 'lloji-dok': 'reasoning', dokumenti: new File([title], `${title}.txt`) }
  expect((await web.post(`${officeUrls.consultation(id)}/dokumente`, fields, { cookie })).status).toBe(303)
  const [row] = await db<{ id: string }[]>`
    select id from platform.documents where subject = ${refOf({ id })} and title = ${title}`
  return row?.id ?? ''
}

const take = (subject: string, ground: TakedownGround) =>
  takeDown(services, doors, administrator, { submissionId: randomUUID(), subject, ground, note: null })

describe('a consultation in the ledger', () => {
  it('is entered when it is published, and as a draft not at all', async () => {
    const draft = await givenDraft(services)
    await addPaper(draft)
    expect(await entries(draft)).toEqual([])
    const published = await givenConsultation(services)
    expect(await entries(published)).toEqual(['consultation 1'])
  })

  it('has its words in every language, its text as one digest and what happened to it in its record', async () => {
    const record = await recordOf(await givenConsultation(services))
    expect(record).toMatchObject({
      title: 'Rregullore për tregun e fshatit',
      translations: [{ field: 'summary' }, { field: 'title', lang: 'en', words: 'Regulation on the village market' }],
      events: [{ kind: 'published', reason: null }],
      texts: [{ n: 1, lang: 'sq', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      documents: [],
    })
    for (const field of ['closes_on', 'closes_at', 'institution_slug', 'zone']) expect(record).not.toHaveProperty(field)
  })

  it('is entered anew for a correction, and for a form that arrives twice once', async () => {
    const one = await givenConsultation(services)
    const form = { ...one.form, title: 'Rregullore e korrigjuar', reason: 'U ndreq titulli.', fromVersion: 1 }
    expect((await changeConsultation(services, coordinator, one.id, form)).kind).toBe('written')
    expect((await changeConsultation(services, coordinator, one.id, form)).kind).toBe('changed-meanwhile')
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2'])
  })

  it('is entered anew when a paper is added, and when it is removed', async () => {
    const one = await givenConsultation(services)
    const paper = await addPaper(one)
    expect((await recordOf(one))?.documents).toMatchObject([{ id: paper, title: 'Relacioni', files: [{ version: 1 }] }])
    await web.post(officeUrls.removeDocument(one.id, paper), {}, { cookie })
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2', 'consultation 3'])
    expect((await recordOf(one))?.documents).toEqual([])
  })

  it('is entered anew when its closing day is put off, and when the calendar moves it, twice told or not', async () => {
    const one = await givenByLaw(services)
    const fields = await extensionFields(services, one.id, MOST)
    await web.post(officeUrls.extension(one.id), fields, { cookie })
    await web.post(officeUrls.extension(one.id), fields, { cookie })
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2'])
    const move = {
      run: randomUUID(),
      consultation: one.id,
      from: MOST,
      to: '2027-01-27',
      reason: 'Ditë zie',
      reasonEn: 'Mourning',
    }
    await keepMove(services, move)
    await keepMove(services, move)
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2', 'consultation 3'])
  })

  it('is entered anew when it is cancelled: its place stays', async () => {
    const one = await givenConsultation(services)
    await cancelConsultation(services, coordinator, one.id, 'Projekti u tërhoq nga bashkia.')
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2'])
    expect(await recordOf(one)).toMatchObject({ state: 'cancelled', events: [{}, { kind: 'cancelled' }] })
  })

  it('is left alone when it is repeated: the draft is nobody’s yet', async () => {
    const one = await givenConsultation(services)
    const outcome = await repeatConsultation(services, coordinator, one.id, randomUUID())
    expect(await entries(one)).toEqual(['consultation 1'])
    expect(outcome.kind === 'repeated' && (await entries(outcome))).toEqual([])
  })

  it('of the past is entered when its plan is taken in, and not again', async () => {
    const institution = await givenInstitution(services, 'mb')
    const plan = await readFile('db/demo/migration-strategy.json')
    await importConsultationPlan(services, institution.id, plan)
    await importConsultationPlan(services, institution.id, plan)
    const [row] = await db<{ id: string }[]>`select id from consultations.consultations where history`
    expect(await entries({ id: row?.id ?? '' })).toEqual(['consultation 1'])
    expect((await recordOf({ id: row?.id ?? '' }))?.activities).toHaveProperty('length', 40)
  })
})

describe('a takedown in the ledger', () => {
  it('of a consultation ends its record with the ground, and lifted it stands again', async () => {
    const one = await givenConsultation(services)
    const taken = await take(refOf(one), 'court-order')
    expect(await recordOf(one)).toBeUndefined()
    expect(await endsOf(db, refOf(one))).toEqual([{ why: 'taken-down', ground: 'court-order' }])
    const lifted = taken.kind === 'taken-down' ? taken.id : ''
    expect((await liftTakedown(services, doors, administrator, lifted, 'U sqarua.')).kind).toBe('lifted')
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2 taken-down', 'consultation 3'])
  })

  it('of a paper leaves its place in the record, and no salt where its bytes are gone for good', async () => {
    const one = await givenConsultation(services)
    const [hidden, gone] = [await addPaper(one, 'Njëra'), await addPaper(one, 'Tjetra')]
    await take(`platform.document:${hidden}`, 'unlawful')
    expect(await entries(one)).toEqual(['consultation 1', 'consultation 2', 'consultation 3', 'consultation 4'])
    await take(`platform.document:${gone}`, 'personal-data')
    const before = ['consultation 1 –', 'consultation 2 –', 'consultation 3 –', 'consultation 4 –']
    expect(await entries(one)).toEqual([...before, 'consultation 5 erased', 'consultation 6'])
    const documents = (await recordOf(one))?.documents as unknown as { taken_down_ground: string }[]
    expect(documents.map((paper) => paper.taken_down_ground).toSorted()).toEqual(['personal-data', 'unlawful'])
  })
})

describe('what the platform writes of a consultation', () => {
  it('a file in another language and a corrected title are entered with it', async () => {
    const one: GivenConsultation = await givenConsultation(services)
    const paper = await addPaper(one)
    const file = { 'gjuha-skedari': 'en', arsyeja: '', skedari: new File(['Words'], 'reasoning.txt') }
    expect((await web.post(`/zyra/dokumentet/${paper}/skedaret`, file, { cookie })).status).toBe(303)
    const [before] = await db<HeldDocument[]>`
      select title, role, class, lang, decorative from platform.documents where id = ${paper}`
    if (!before) throw new Error('no paper')
    const words = [{ lang: 'en', title: 'Reasoning', alt: null }]
    const correction = { ...before, title: 'Relacioni i ri', words, reason: null, seen: stateWord(before) }
    expect((await correctDocument(services, doors, coordinator, paper, correction)).kind).toBe('done')
    expect(await entries(one)).toHaveLength(4)
    expect((await recordOf(one))?.documents).toMatchObject([
      { title: 'Relacioni i ri', words: [{ title: 'Reasoning' }], files: [{ lang: 'en' }, { lang: 'sq' }] },
    ])
  })
})
