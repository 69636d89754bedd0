import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#law/calendar/calendar.ts'
import { reckon } from '#law/clocks/reckon.ts'
import { findRule } from '#law/rules/rules.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import type { Official } from '../../auth/visitor.ts'
import { confirmRule } from './confirm-rule.ts'
import { noticeOrder, someRecord } from '../deadlines-testing.ts'
import { endTerm } from './end-term.ts'
import { setOwnTerm } from './set-own-term.ts'
import { startDeadline } from '../start-deadline.ts'
import { findTerm, listPublicTerms, listTerms, standingTerm } from './term-queries.ts'
import { deedFor, ownTerms } from './term-rules.ts'
import type { TermOrder } from './write-term.ts'

const db = await testDatabase()
const services = testServices(db)
const idOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
const [prova, provas] = [await idOf('prova'), await idOf('provas')]

const officialOf = async (person: (typeof people)[keyof typeof people], institutionId: string): Promise<Official> => ({
  kind: 'staff',
  sessionId: randomUUID(),
  level: 2,
  accountId: await givenPerson(services, person),
  name: person.name,
  email: person.email,
  roles: person.roles.map(({ role }) => ({ role, institutionId })),
})
const drita = await officialOf(people.albanianAdministrator, prova)
const arben = await officialOf(people.kosovarAdministrator, provas)

const order = (ruleId: string, more: Partial<TermOrder> = {}): TermOrder => ({
  ruleId,
  basis: 'Rregullorja e këshillit nr. 12, neni 18',
  fromOn: '2026-11-22',
  seen: null,
  formId: randomUUID(),
  ...more,
})
const TWENTY = { n: 20, unit: 'wd', firstDay: null, roll: null } as const
const standing = (ruleId: string, onDay = '2026-11-23') => standingTerm(db, prova, ruleId, onDay)
const idStanding = async (ruleId: string) => (await standing(ruleId))?.id ?? null
const history = async (institutionId: string) =>
  (
    await db<{ kind: string }[]>`
      select kind from platform.changes where subject = ${`institutions.institution:${institutionId}`} order by id`
  ).map(({ kind }) => kind)
const start = (ruleId: string, startedOn = '2026-11-23') =>
  db.begin((tx) =>
    startDeadline(tx, services, noticeOrder(prova, someRecord(), { basis: { rule: ruleId }, startedOn })),
  )
const waiting = async () =>
  (
    await db<{ payload: { institutionId: string; cause: string } }[]>`
      select payload from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
      where task.identifier = 'deadlines.recompute' order by job.id`
  ).map(({ payload }) => payload)

it('a form that arrives twice counts once; with another number typed into the page of before it sets nothing', async () => {
  const form = order('AL-LSG-PETITION')
  expect(await setOwnTerm(services, drita, prova, form, TWENTY)).toEqual({ kind: 'done' })
  expect(await setOwnTerm(services, drita, prova, form, TWENTY)).toEqual({ kind: 'done' })
  const again = await setOwnTerm(services, drita, prova, form, { ...TWENTY, n: 40 })
  expect(again).toEqual({ kind: 'refused', refusal: 'set-meanwhile' })
  expect(await standing('AL-LSG-PETITION')).toMatchObject({ n: 20 })
  expect((await listTerms(db, prova)).filter(({ ruleId }) => ruleId === 'AL-LSG-PETITION')).toHaveLength(1)
})

describe('a rule from a secondary source', () => {
  it('starts no clock before the administrator has confirmed it, and starts one afterwards', async () => {
    expect(await start('AL-LSG-PUBLISH')).toEqual({ kind: 'off', reason: 'not-confirmed' })
    expect(await confirmRule(services, drita, prova, order('AL-LSG-PUBLISH'))).toEqual({ kind: 'done' })
    expect(await start('AL-LSG-PUBLISH')).toMatchObject({ kind: 'started', deadline: { n: 10, dueOn: '2026-12-03' } })
    // Confirmed from that day on, and only here.
    expect(await start('AL-LSG-PUBLISH', '2026-11-21')).toEqual({ kind: 'off', reason: 'not-confirmed' })
    expect(await listTerms(db, provas)).toEqual([])
    expect(await history(prova)).toContain('rule-confirmed')
    expect((await waiting()).at(-1)).toMatchObject({
      institutionId: prova,
      cause: expect.stringContaining('AL-LSG-PUBLISH'),
    })
  })

  it('counts once when the form arrives twice, and is public with its basis and without a name', async () => {
    const twice = order('AL-COURT')
    for (let n = 0; n < 2; n++) expect(await confirmRule(services, drita, prova, twice)).toEqual({ kind: 'done' })
    const rows = await listPublicTerms(db, 'sq', { ruleId: 'AL-COURT', onDay: '2026-11-23', limit: 10 })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ slug: 'prova', kind: 'confirmed', basis: twice.basis, n: null })
    expect(JSON.stringify(rows)).not.toContain(drita.name)
  })
})

describe('a term of the institution', () => {
  it('fills a rule for which the law gives no number', async () => {
    expect(await start('AL-LSG-CONSULT')).toEqual({ kind: 'off', reason: 'no-number' })
    expect(await setOwnTerm(services, drita, prova, order('AL-LSG-CONSULT'), TWENTY)).toEqual({ kind: 'done' })
    const started = await start('AL-LSG-CONSULT')
    expect(started).toMatchObject({
      kind: 'started',
      deadline: { basis: 'own', n: 20, unit: 'wd', dueOn: '2026-12-24' },
    })
  })

  it('ends the older one when a further one is set, and leaves what runs by it', async () => {
    const seen = await idStanding('AL-LSG-CONSULT')
    const later = order('AL-LSG-CONSULT', { seen, fromOn: '2026-12-01' })
    expect(await setOwnTerm(services, drita, prova, later, { ...TWENTY, n: 30 })).toEqual({ kind: 'done' })
    expect(await standing('AL-LSG-CONSULT', '2026-11-30')).toMatchObject({ n: 20, untilOn: '2026-11-30' })
    expect(await standing('AL-LSG-CONSULT', '2026-12-01')).toMatchObject({ n: 30, untilOn: null })
    const running = await db`select n from platform.deadlines where term_id = ${seen}`
    expect(running).toMatchObject([{ n: 20 }])
  })

  it('is refused when somebody else has changed it since, or when it would begin before the present one', async () => {
    const blind = order('AL-LSG-CONSULT', { fromOn: '2026-12-05' })
    expect(await setOwnTerm(services, drita, prova, blind, TWENTY)).toEqual({
      kind: 'refused',
      refusal: 'set-meanwhile',
    })
    const seen = (await standing('AL-LSG-CONSULT', '2026-12-05'))?.id ?? ''
    const earlier = order('AL-LSG-CONSULT', { seen, fromOn: '2026-11-25' })
    expect(await setOwnTerm(services, drita, prova, earlier, TWENTY)).toEqual({
      kind: 'refused',
      refusal: 'before-standing',
    })
  })

  it('never stands over what the law settles, nor over a rule that only wants confirming, nor abroad', async () => {
    const refused = (ruleId: string) => setOwnTerm(services, drita, prova, order(ruleId), TWENTY)
    expect(await refused('AL-FOI-ANSWER')).toEqual({ kind: 'refused', refusal: 'settled' })
    expect(await refused('AL-CONS-NOTICE')).toEqual({ kind: 'refused', refusal: 'settled' })
    expect(await refused('AL-LSG-ORDINARY')).toEqual({ kind: 'refused', refusal: 'settled' })
    expect(await refused('AL-LSG-FIRST')).toEqual({ kind: 'refused', refusal: 'other-deed' })
    expect(await refused('XK-CONS-MUN')).toEqual({ kind: 'refused', refusal: 'no-such-rule' })
    expect(await confirmRule(services, drita, prova, order('AL-FOI-ANSWER'))).toMatchObject({ refusal: 'settled' })
    expect(await confirmRule(services, drita, prova, order('AL-CONS-ANNUAL'))).toMatchObject({ refusal: 'other-deed' })
  })

  it('is not another institution’s to set', async () => {
    expect(await setOwnTerm(services, arben, prova, order('AL-CONS-ANNUAL'), TWENTY)).toEqual({ kind: 'not-permitted' })
    expect(await idStanding('AL-CONS-ANNUAL')).toBeNull()
  })
})

describe('the end of what was set', () => {
  it('has a day, after which no clock starts by it, and a reason', async () => {
    await confirmRule(services, drita, prova, order('AL-LSG-FORCE'))
    const termId = (await idStanding('AL-LSG-FORCE')) ?? ''
    const end = { termId, untilOn: '2026-11-30', reason: 'Teksti zyrtar thotë ndryshe' }
    expect(await endTerm(services, drita, prova, { ...end, untilOn: '2026-11-01' })).toMatchObject({
      refusal: 'before-its-start',
    })
    for (let n = 0; n < 2; n++) expect(await endTerm(services, drita, prova, end)).toEqual({ kind: 'done' })
    expect(await endTerm(services, drita, prova, { ...end, untilOn: '2026-12-31' })).toMatchObject({
      refusal: 'ended-already',
    })
    expect(await start('AL-LSG-FORCE', '2026-11-30')).toMatchObject({ kind: 'started' })
    expect(await start('AL-LSG-FORCE', '2026-12-01')).toEqual({ kind: 'off', reason: 'not-confirmed' })
    expect((await findTerm(db, prova, termId))?.endedAt).not.toBeNull()
    expect((await history(prova)).filter((kind) => kind === 'term-ended')).toHaveLength(1)
  })
})

describe('how days are counted', () => {
  const kosovar = findRule('XK-CONS-MUN')
  const dates = (firstDay: 'excluded' | 'counted' | null, roll: 'forward' | 'none' | null) => {
    if (!kosovar) throw new Error('no such rule')
    const { workBy, due } = reckon(
      ownTerms(kosovar, { n: 30, unit: 'd', firstDay, roll }),
      '2026-11-20',
      calendarOf('XK'),
    )
    return [workBy, due]
  }

  it('is the institution’s to say where Kosovo’s law could not be read; until then both dates stand', () => {
    expect(dates(null, null)).toEqual(['2026-12-19', '2026-12-21'])
    expect(dates('excluded', 'none')).toEqual(['2026-12-20', '2026-12-20'])
    expect(dates('excluded', 'forward')).toEqual(['2026-12-21', '2026-12-21'])
    expect(dates('counted', 'none')).toEqual(['2026-12-19', '2026-12-19'])
  })

  it('goes back from the day of a meeting, for a notice of it that the institution has set', () => {
    const rule = findRule('XK-LSG-MEETINGS')
    const set = rule && ownTerms(rule, { n: 7, unit: 'wd', firstDay: 'excluded', roll: null })
    expect(set).toMatchObject({ direction: 'before', kind: 'min' })
    // Seven working days before a Thursday, without the holiday of 17 February.
    expect(set && reckon(set, '2026-02-26', calendarOf('XK')).due).toBe('2026-02-16')
  })

  it('is not asked in Albania: law 44/2015 says it', () => {
    const rule = findRule('AL-LSG-CONSULT')
    expect(rule && deedFor(rule)).toBe('set')
    expect(rule && ownTerms(rule, { n: 30, unit: 'd', firstDay: 'counted', roll: 'none' })).toMatchObject({
      firstDay: 'excluded',
      roll: 'forward',
    })
  })
})
