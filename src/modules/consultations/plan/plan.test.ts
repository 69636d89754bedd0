import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { givenConsultation, givenInstitution, officialWith } from '../testing.ts'
import { emptySections } from './content-rules.ts'
import { linkPlan } from './link-plan.ts'
import { listMeasures } from './measure-queries.ts'
import { findPlanOf, listOwnWords, listSections } from './plan-queries.ts'
import { lockOf } from './plan-rules.ts'
import { given, givenPlan, givenVersion, planRow, sectionOf, SMALL_SCOPE, TITLE } from './plan-testing.ts'
import { findPublishedPlan } from './published-plan-queries.ts'
import { publishPlan } from './publish-plan.ts'
import { chooseMeasure, saveSection } from './save-section.ts'
import { startPlan } from './start-plan.ts'

const db = await testDatabase()
const services = testServices(db)
const stranger = await officialWith(services, ['consultation-coordinator', 'provas'])
const administrator = await officialWith(services, ['administrator', 'prova'])
const { id: institutionId } = await givenInstitution(services, 'prova')

const historyOf = async (id: string): Promise<string[]> =>
  (
    await db<{ kind: string }[]>`
      select kind from platform.changes where subject = ${`consultations.plan:${id}`} order by id`
  ).map(({ kind }) => kind)

const entriesOf = (id: string) => db<{ version: number }[]>`
  select version from platform.ledger_entries where subject = ${`consultations.plan:${id}`} order by version`

describe('a plan in the office', () => {
  const order = {
    id: randomUUID(),
    institutionId,
    title: TITLE,
    actKind: 'strategy',
    copyFrom: null,
    consultationId: null,
  } as const

  it('begins with five empty sections, once however often the form comes', async () => {
    expect(await startPlan(services, administrator, order)).toEqual({ kind: 'started', id: order.id })
    expect(await startPlan(services, administrator, order)).toEqual({ kind: 'started', id: order.id })
    expect((await listSections(db, order.id)).map(({ section }) => section)).toEqual([1, 2, 3, 4, 5])
    expect(await historyOf(order.id)).toEqual(['created'])
    expect(await entriesOf(order.id)).toEqual([])
  })

  it('is nobody’s of another institution to begin, to write or to publish', async () => {
    expect(await startPlan(services, stranger, { ...order, id: randomUUID() })).toEqual({ kind: 'not-permitted' })
    const part = { section: 1, content: SMALL_SCOPE } as const
    expect(await saveSection(services, stranger, { ...part, id: order.id, fromVersion: 1 })).toEqual({
      kind: 'not-permitted',
    })
    const wish = { id: order.id, lock: '1.1.1.1.1', reason: null }
    expect(await publishPlan(services, stranger, wish)).toEqual({ kind: 'not-permitted' })
    // An administrator writes, a coordinator publishes.
    expect(await publishPlan(services, administrator, wish)).toEqual({ kind: 'not-permitted' })
  })

  it('keeps what the second of two coordinators did not see', async () => {
    const part = { id: order.id, section: 4, fromVersion: 1 } as const
    const [mine, theirs] = [
      { ...emptySections(TITLE, 'strategy')[4], words: 'Në sportel dhe me postë.' },
      { ...emptySections(TITLE, 'strategy')[4], words: 'Vetëm me e-mail.' },
    ]
    expect(await saveSection(services, administrator, { ...part, content: theirs })).toMatchObject({ kind: 'saved' })
    expect(await saveSection(services, administrator, { ...part, content: mine })).toEqual({
      kind: 'changed-meanwhile',
      version: 2,
    })
    // The same form twice is one deed.
    expect(await saveSection(services, administrator, { ...part, content: theirs })).toEqual({
      kind: 'saved',
      version: 2,
    })
    expect((await sectionOf(services, order.id, 4)).words).toBe('Vetëm me e-mail.')
    expect((await sectionOf(services, order.id, 3)).people).toEqual([])
  })
})

describe('publication', async () => {
  const { id, coordinator } = await givenPlan(services)

  it('makes a version that stands for ever, with its rows, its history, its entry and its news', async () => {
    expect(await givenVersion(services, coordinator, id)).toBe(1)
    expect(await planRow(services, id)).toMatchObject({ state: 'published', version: 1, title: TITLE })
    const rows = await db`
      select audience, kind, planned_count from consultations.plan_activities where plan_id = ${id} order by ordinal`
    expect([...rows]).toEqual([
      { audience: 2, kind: 'group-meeting', plannedCount: 2 },
      { audience: 2, kind: 'workshop', plannedCount: 1 },
    ])
    const [counted] = await db`
      select audiences, planned_activities, indicators, measures, consultation
      from consultations.open_plans where id = ${id}`
    expect(counted).toEqual({ audiences: 2, plannedActivities: 3, indicators: 4, measures: 0, consultation: null })
    expect(await historyOf(id)).toEqual(['created', 'changed', 'published'])
    expect(await entriesOf(id)).toEqual([{ version: 1 }])
    const news = await db`select kind, matter from platform.happenings where subject = ${`consultations.plan:${id}`}`
    expect([...news]).toEqual([{ kind: 'consultations.plan-published', matter: `consultations.plan:${id}` }])
    await expect(
      db`update consultations.plan_versions set title = 'Tjetër titull' where plan_id = ${id}`,
    ).rejects.toMatchObject({ constraint_name: 'plan_version_is_final' })
  })

  it('asks for a reason, for something new, and for what was seen', async () => {
    const lock = async () => lockOf(await listSections(db, id))
    const wish = { id, reason: null }
    expect(await publishPlan(services, coordinator, { ...wish, lock: await lock() })).toEqual({
      kind: 'nothing-changed',
    })
    const seen = await lock()
    await given(services, coordinator, id, { section: 1, content: { ...SMALL_SCOPE, title: 'Strategjia e pyjeve' } })
    expect(await publishPlan(services, coordinator, { ...wish, lock: seen })).toEqual({ kind: 'changed-meanwhile' })
    expect(await publishPlan(services, coordinator, { ...wish, lock: await lock() })).toEqual({
      kind: 'reason-missing',
    })
    expect((await findPublishedPlan(db, id, null))?.title).toBe(TITLE)
    expect(await givenVersion(services, coordinator, id, 'U ndryshua emri.')).toBe(2)
    expect(await findPublishedPlan(db, id, 1)).toMatchObject({ title: TITLE, newest: 2, reason: null })
    expect(await findPublishedPlan(db, id, 2)).toMatchObject({
      title: 'Strategjia e pyjeve',
      reason: 'U ndryshua emri.',
    })
    expect(await entriesOf(id)).toEqual([{ version: 1 }, { version: 2 }])
  })

  it('leaves what was reached so far with its indicator', async () => {
    const other = await givenPlan(services, { published: true })
    await expect(
      db`update consultations.plan_indicators set achieved_number = 12 where plan_id = ${other.id} and key = 'parties'`,
    ).rejects.toMatchObject({ constraint_name: 'public_change_in_ledger' })
  })
})

describe('a plan and its consultation', () => {
  it('belong together once both are there; a consultation has one plan', async () => {
    const { id: consultationId } = await givenConsultation(services)
    const { id, coordinator } = await givenPlan(services, { published: true })
    const second = await givenPlan(services)
    expect(await linkPlan(services, coordinator, { id, consultationId, move: 'link' })).toEqual({ kind: 'linked' })
    expect(await linkPlan(services, coordinator, { id, consultationId, move: 'link' })).toEqual({ kind: 'linked' })
    expect(await linkPlan(services, coordinator, { id: second.id, consultationId, move: 'link' })).toEqual({
      kind: 'has-a-plan',
      planId: id,
    })
    expect(await findPlanOf(db, consultationId)).toMatchObject({ id })
    const order = { institutionId, title: TITLE, actKind: 'strategy', copyFrom: null, consultationId } as const
    expect(await startPlan(services, coordinator, { ...order, id: randomUUID() })).toMatchObject({ kind: 'has-a-plan' })
    expect(await linkPlan(services, stranger, { id, consultationId, move: 'unlink' })).toEqual({
      kind: 'not-permitted',
    })
    expect(await linkPlan(services, coordinator, { id, consultationId, move: 'unlink' })).toEqual({ kind: 'unlinked' })
    expect(await findPlanOf(db, consultationId)).toBeNull()
    expect(await historyOf(id)).toEqual(['created', 'changed', 'published', 'linked', 'unlinked'])
  })

  it('tells whoever follows the consultation of a plan that is published with it', async () => {
    const { id: consultationId } = await givenConsultation(services)
    const { id, coordinator } = await givenPlan(services)
    await linkPlan(services, coordinator, { id, consultationId, move: 'link' })
    await givenVersion(services, coordinator, id)
    const [news] = await db`select matter from platform.happenings where subject = ${`consultations.plan:${id}`}`
    expect(news).toEqual({ matter: `consultations.consultation:${consultationId}` })
  })
})

describe('the next plan', async () => {
  const earlier = await givenPlan(services, { published: true, measure: 'Ftesat dalin tre javë përpara.' })
  const { coordinator } = earlier

  it('is offered the measures of the earlier ones, and takes one over with a press, once', async () => {
    const next = await givenPlan(services)
    const [measure] = await listMeasures(db, institutionId, { besides: next.id, limit: 10 })
    expect(measure).toMatchObject({ planId: earlier.id, about: 'on-time', words: 'Ftesat dalin tre javë përpara.' })
    const order = { id: next.id, from: earlier.id, about: 'on-time', choice: 'adopted' } as const
    expect(await chooseMeasure(services, stranger, order)).toEqual({ kind: 'not-permitted' })
    for (const _ of [1, 2]) expect(await chooseMeasure(services, coordinator, order)).toEqual({ kind: 'adopted' })
    expect((await sectionOf(services, next.id, 5)).process['on-time']).toEqual({
      answer: null,
      measure: 'Ftesat dalin tre javë përpara.',
    })
    expect(await chooseMeasure(services, coordinator, { ...order, about: 'on-staff' })).toEqual({
      kind: 'no-such-measure',
    })
    expect(await listMeasures(db, institutionId, { besides: earlier.id, limit: 10 })).toEqual([])
  })

  it('copies the ways and the means of an earlier one, never its days and answers', async () => {
    const id = randomUUID()
    const order = { id, institutionId, title: 'Plani i gjelbërimit', actKind: 'plan', consultationId: null } as const
    await startPlan(services, coordinator, { ...order, copyFrom: earlier.id })
    expect(await sectionOf(services, id, 1)).toMatchObject({
      title: 'Plani i gjelbërimit',
      periods: [],
      audiences: SMALL_SCOPE.audiences,
    })
    expect((await sectionOf(services, id, 5)).process['on-time']).toEqual({ answer: null, measure: null })
    expect(await planRow(services, id)).toMatchObject({ copiedFromId: earlier.id })
    const foreign = { ...order, id: randomUUID(), institutionId: (await givenInstitution(services, 'provas')).id }
    expect(await startPlan(services, stranger, { ...foreign, copyFrom: earlier.id })).toEqual({
      kind: 'no-such-plan-to-copy',
    })
  })

  it('offers own words of earlier plans: the lists grow', async () => {
    expect(await listOwnWords(db, institutionId)).toEqual({
      methods: ['ekspozitë në shesh'],
      channels: ['radioja e qytetit'],
    })
  })
})
