import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { changeDeadlineDay } from './change-deadline-day.ts'
import type { DeadlineOrder } from './deadline-order.ts'
import { findDeadline } from './deadline-queries.ts'
import { doneOf, happened, historyOf, noticeOrder, someRecord } from './deadlines-testing.ts'
import { cancelDeadline, lapseDeadline, meetDeadline, reopenDeadline } from './end-deadline.ts'
import { extendDeadline, type ExtendOrder } from './extend-deadline.ts'
import { giveDeadlineTo } from './give-deadline.ts'
import { pauseDeadline } from './pause-deadline.ts'
import { reckonDeadline } from './reckoning/reckon-deadline.ts'
import { resumeDeadline } from './resume-deadline.ts'
import { startDeadline } from './start-deadline.ts'
import { entered } from '#test/ledger.ts'
import { termRecords } from './terms/term-records.ts'

const db = await testDatabase()
const services = testServices(db)
const ilirId = await givenPerson(services, people.albanianCoordinator)
const idOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
const prova = await idOf('prova')
const provas = await idOf('provas')
const by = { accountId: ilirId }

/** Monday at noon in Tirana. */
const MONDAY = new Date('2026-11-23T11:00:00Z')

let subject: string
beforeEach(() => {
  subject = someRecord()
  services.clock.set(MONDAY)
})

const start = (more: Partial<DeadlineOrder> = {}) =>
  db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject, more)))
const at = () => ({ subject, slot: 'comments', by })
const setTerm = (institutionId: string, rule: string, term: object) =>
  entered(
    db,
    termRecords,
    (tx) => tx`
  insert into platform.institution_terms ${tx({
    institution_id: institutionId,
    rule_id: rule,
    rule_version: 1,
    basis: 'Rregullorja e këshillit, neni 7',
    from_on: '2026-01-01',
    set_at: MONDAY,
    ...term,
  })} returning id`,
  )

describe('starting a deadline', () => {
  it('computes its days by the rule and says so in its events and in the history of the record', async () => {
    const deadline = doneOf(await start())
    expect(deadline).toMatchObject({
      basis: 'rule',
      ruleId: 'AL-CONS-NOTICE',
      ruleVersion: 1,
      n: 20,
      unit: 'wd',
      startedOn: '2026-11-23',
      dueOn: '2026-12-24',
      workBy: '2026-12-24',
      state: 'running',
    })
    expect(deadline.dueAt.toISOString()).toBe('2026-12-24T23:00:00.000Z')
    expect(await happened(db, subject)).toMatchObject([{ kind: 'started', fromDue: null, toDue: '2026-12-24' }])
    expect(await historyOf(db, subject)).toEqual(['deadline-started'])
  })

  it('leaves one that runs as it is, however the second order differs', async () => {
    const first = doneOf(await start())
    const again = doneOf(await start({ startedOn: '2026-12-01', basis: { day: '2026-12-31' } }))
    expect(again).toEqual(first)
    expect(await happened(db, subject)).toHaveLength(1)
  })

  it('counts once when it is asked twice at once', async () => {
    const both = await Promise.all([start(), start(), start()])
    expect(new Set(both.map((outcome) => doneOf(outcome).id)).size).toBe(1)
    expect(await happened(db, subject)).toHaveLength(1)
    expect(await historyOf(db, subject)).toEqual(['deadline-started'])
  })

  it('plans in silence, changes what is planned, and tells only when it starts', async () => {
    await start({ planned: true })
    const moved = doneOf(await start({ planned: true, startedOn: '2026-11-30' }))
    expect(moved).toMatchObject({ state: 'planned', startedOn: '2026-11-30' })
    expect(await happened(db, subject)).toEqual([])
    const running = doneOf(await start())
    expect(running).toMatchObject({ id: moved.id, state: 'running', startedOn: '2026-11-23', dueOn: '2026-12-24' })
    expect(await happened(db, subject)).toMatchObject([{ kind: 'started', toDue: '2026-12-24' }])
  })

  it('takes a later day chosen for a least, and refuses an earlier one with the day it would have to be', async () => {
    expect(await start({ chosenOn: '2026-12-18' })).toEqual({ kind: 'too-early', least: '2026-12-24' })
    expect(await findDeadline(db, subject, 'comments')).toBeNull()
    expect(doneOf(await start({ chosenOn: '2027-01-15' }))).toMatchObject({ dueOn: '2027-01-15', workBy: '2027-01-15' })
  })

  it('does not let a most be chosen longer, and works to a day chosen within it', async () => {
    const basis = { rule: 'AL-FOI-ANSWER' }
    expect(await start({ basis, chosenOn: '2026-12-31' })).toEqual({ kind: 'too-late', latest: '2026-12-10' })
    expect(doneOf(await start({ basis, chosenOn: '2026-12-04' }))).toMatchObject({
      workBy: '2026-12-04',
      dueOn: '2026-12-10',
    })
  })

  it('gives no date by a rule that nobody has confirmed, and one after the institution has', async () => {
    const basis = { rule: 'AL-LSG-PUBLISH' }
    expect(await start({ basis })).toEqual({ kind: 'off', reason: 'not-confirmed' })
    await setTerm(prova, 'AL-LSG-PUBLISH', { kind: 'confirmed' })
    expect(doneOf(await start({ basis }))).toMatchObject({ basis: 'rule', dueOn: '2026-12-03', n: 10 })
  })

  it('gives no date where the law gives no number, and the institution’s own after it set one', async () => {
    const basis = { rule: 'AL-LSG-CONSULT' }
    expect(await start({ basis })).toMatchObject({ kind: 'off' })
    await setTerm(prova, 'AL-LSG-CONSULT', { kind: 'own', n: 15, unit: 'wd' })
    expect(doneOf(await start({ basis }))).toMatchObject({ basis: 'own', n: 15, dueOn: '2026-12-17' })
  })

  it('knows no rule of another country, and none that is not there', async () => {
    expect(await start({ basis: { rule: 'XK-FOI-ANSWER' } })).toEqual({ kind: 'off', reason: 'no-such-rule' })
    expect(await start({ basis: { rule: 'AL-NO-SUCH' } })).toEqual({ kind: 'off', reason: 'no-such-rule' })
  })

  it('gives two days in Kosovo: the earlier to work to, the later before which nobody is late', async () => {
    const order = { institutionId: provas, basis: { rule: 'XK-FOI-ANSWER' }, startedOn: '2026-11-21' }
    const deadline = doneOf(await start(order))
    expect(deadline.workBy < deadline.dueOn).toBe(true)
    expect(deadline.workBy).toBe('2026-11-27')
    expect(deadline.dueOn).toBe('2026-11-30')
  })

  it('counts hours from the instant, over the night on which the clocks change', async () => {
    await setTerm(prova, 'AL-FOI-CLARIFY', { kind: 'confirmed' })
    const startedAt = new Date('2027-03-27T09:30:00Z')
    const deadline = doneOf(await start({ basis: { rule: 'AL-FOI-CLARIFY' }, startedOn: '2027-03-27', startedAt }))
    expect(deadline.dueAt.toISOString()).toBe('2027-03-29T09:30:00.000Z')
    expect(deadline.dueOn).toBe('2027-03-29')
  })

  it('says nothing beyond the years that the calendar knows', async () => {
    expect(await start({ startedOn: '2060-01-01' })).toEqual({ kind: 'off', reason: 'outside-calendar' })
  })

  it('shows the same in a preview and writes nothing', async () => {
    const preview = await reckonDeadline(db, services, { institutionId: prova, rule: 'AL-CONS-NOTICE' })
    expect(preview).toMatchObject({ days: { dueOn: '2026-12-24' }, reckoned: { from: '2026-11-23' } })
    expect(await findDeadline(db, subject, 'comments')).toBeNull()
  })
})

describe('a day that somebody set', () => {
  const day = (to: string | null) => db.begin((tx) => changeDeadlineDay(tx, services, { ...at(), day: to }))

  it('is moved, taken away, and set again', async () => {
    await start({ basis: { day: '2026-12-01' } })
    expect(doneOf(await day('2026-12-05'))).toMatchObject({ dueOn: '2026-12-05', state: 'running' })
    expect(doneOf(await day('2026-12-05'))).toMatchObject({ version: 2 })
    expect(doneOf(await day(null))).toMatchObject({ state: 'cancelled' })
    expect(doneOf(await day('2026-12-09'))).toMatchObject({ dueOn: '2026-12-09', state: 'running', endedAt: null })
    expect((await happened(db, subject)).map(({ kind }) => kind)).toEqual(['started', 'chosen', 'cancelled', 'started'])
  })

  it('keeps to the least of a rule, and gives the rule’s own day back when it is taken away', async () => {
    await start()
    expect(await day('2026-12-01')).toEqual({ kind: 'too-early', least: '2026-12-24' })
    expect(doneOf(await day('2027-01-08'))).toMatchObject({ dueOn: '2027-01-08' })
    expect(doneOf(await day(null))).toMatchObject({ dueOn: '2026-12-24', state: 'running' })
  })

  it('cannot be changed once it is over', async () => {
    await start({ basis: { day: '2026-12-01' } })
    await db.begin((tx) => meetDeadline(tx, services, at()))
    expect(await day('2026-12-09')).toEqual({ kind: 'not-possible', state: 'met' })
    expect((await findDeadline(db, subject, 'comments'))?.dueOn).toBe('2026-12-01')
  })
})

describe('a pause', () => {
  const pause = () => db.begin((tx) => pauseDeadline(tx, services, { ...at(), ground: 'Pritet sqarimi i kërkuesit' }))
  const resume = () => db.begin((tx) => resumeDeadline(tx, services, at()))

  it('does not count the days between, and keeps the days it had meanwhile', async () => {
    await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    services.clock.set(new Date('2026-11-25T09:00:00Z'))
    expect(doneOf(await pause())).toMatchObject({ state: 'paused', pausedOn: '2026-11-25', dueOn: '2026-12-10' })
    services.clock.set(new Date('2026-12-03T09:00:00Z'))
    // One day was counted before it; the other nine begin with the day on which it goes on, over the 8th.
    expect(doneOf(await resume())).toMatchObject({
      state: 'running',
      pausedOn: null,
      pauses: [{ from: '2026-11-25', to: '2026-12-02' }],
      dueOn: '2026-12-16',
    })
    expect((await happened(db, subject)).at(-1)).toMatchObject({
      kind: 'resumed',
      fromDue: '2026-12-10',
      toDue: '2026-12-16',
    })
  })

  it('that outlasts the last day makes nobody late: the window goes on where it stopped', async () => {
    await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    services.clock.set(new Date('2026-12-09T09:00:00Z'))
    await pause()
    services.clock.set(new Date('2027-01-11T09:00:00Z'))
    expect(await pause()).toEqual({ kind: 'not-possible', state: 'paused' })
    const deadline = doneOf(await resume())
    expect(deadline.dueAt > services.clock.now()).toBe(true)
    expect(deadline.dueOn).toBe('2027-01-12')
  })

  it('moves on a day that somebody set by as many days', async () => {
    await start({ basis: { day: '2026-12-01' } })
    await pause()
    services.clock.set(new Date('2026-11-28T09:00:00Z'))
    expect(doneOf(await resume())).toMatchObject({ dueOn: '2026-12-06', chosenOn: '2026-12-06' })
  })

  it('cannot begin when the last day is over', async () => {
    await start({ basis: { day: '2026-12-01' } })
    services.clock.set(new Date('2026-12-02T09:00:00Z'))
    expect(await pause()).toEqual({ kind: 'over' })
    expect((await findDeadline(db, subject, 'comments'))?.state).toBe('running')
  })
})

describe('an extension', () => {
  const extend = (more: Partial<ExtendOrder> = {}) =>
    db.begin((tx) =>
      extendDeadline(tx, services, { ...at(), ground: 'Akti është i ndërlikuar', notice: 'Me letër', ...more }),
    )

  it('counts from the notice where the law says so: 40 working days in all', async () => {
    await start()
    const deadline = doneOf(await extend({ rule: 'AL-CONS-EXT' }))
    expect(deadline).toMatchObject({ n: 40, dueOn: '2027-01-26' })
    expect((await happened(db, subject)).at(-1)).toMatchObject({
      kind: 'extended',
      ruleId: 'AL-CONS-EXT',
      ground: 'Akti është i ndërlikuar',
      fromDue: '2026-12-24',
      toDue: '2027-01-26',
    })
    expect(await extend({ rule: 'AL-CONS-EXT' })).toEqual({ kind: 'not-longer' })
  })

  it('goes to a day as well, and not beyond the 40th', async () => {
    await start()
    expect(await extend({ rule: 'AL-CONS-EXT', chosenOn: '2027-01-27' })).toEqual({
      kind: 'too-late',
      latest: '2027-01-26',
    })
    expect(await extend({ rule: 'AL-CONS-EXT', n: 41 })).toEqual({ kind: 'too-long', most: 40 })
    expect(doneOf(await extend({ rule: 'AL-CONS-EXT', chosenOn: '2027-01-20' }))).toMatchObject({ dueOn: '2027-01-20' })
  })

  it('adds to a most once, and no more than the law allows', async () => {
    await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    expect(await extend({ rule: 'AL-FOI-EXT', n: 6 })).toEqual({ kind: 'too-long', most: 5 })
    expect(doneOf(await extend({ rule: 'AL-FOI-EXT', n: 3 }))).toMatchObject({ n: 13, dueOn: '2026-12-15' })
    expect(await extend({ rule: 'AL-FOI-EXT', n: 2 })).toEqual({ kind: 'extended-before' })
  })

  it('of a decision is as long as its first term', async () => {
    await start({ basis: { rule: 'AL-CPA-DECIDE' } })
    expect(await extend({ rule: 'AL-CPA-EXT', n: 61 })).toEqual({ kind: 'too-long', most: 60 })
    expect(doneOf(await extend({ rule: 'AL-CPA-EXT' }))).toMatchObject({ n: 120, unit: 'd' })
  })

  it('needs a rule that extends this one: a most cannot be made longer by hand', async () => {
    await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    expect(await extend({ chosenOn: '2026-12-31' })).toEqual({ kind: 'no-such-extension' })
    expect(await extend({ rule: 'AL-CONS-EXT' })).toEqual({ kind: 'no-such-extension' })
    expect((await findDeadline(db, subject, 'comments'))?.dueOn).toBe('2026-12-10')
  })

  it('comes in time or was decided in time', async () => {
    await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    services.clock.set(new Date('2026-12-10T23:00:00Z'))
    expect(await extend({ rule: 'AL-FOI-EXT' })).toEqual({ kind: 'over' })
    expect(await extend({ rule: 'AL-FOI-EXT', decidedOn: '2026-12-11' })).toEqual({ kind: 'over' })
    expect(doneOf(await extend({ rule: 'AL-FOI-EXT', decidedOn: '2026-12-10' }))).toMatchObject({ n: 15 })
  })

  it('of two officials at once happens once', async () => {
    await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    const outcomes = await Promise.all([extend({ rule: 'AL-FOI-EXT', n: 5 }), extend({ rule: 'AL-FOI-EXT', n: 5 })])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'extended-before'])
    expect(await findDeadline(db, subject, 'comments')).toMatchObject({ n: 15, dueOn: '2026-12-17' })
    expect((await happened(db, subject)).filter(({ kind }) => kind === 'extended')).toHaveLength(1)
  })
})

describe('an end', () => {
  it.each([
    ['met', meetDeadline],
    ['lapsed', lapseDeadline],
    ['cancelled', cancelDeadline],
  ] as const)('%s, leads nowhere but back', async (state, deed) => {
    await start()
    expect(doneOf(await db.begin((tx) => deed(tx, services, at())))).toMatchObject({ state, endedAt: MONDAY })
    expect(await db.begin((tx) => meetDeadline(tx, services, at()))).toEqual({ kind: 'not-possible', state })
    const open = doneOf(await db.begin((tx) => reopenDeadline(tx, services, at())))
    expect(open).toMatchObject({ state: 'running', endedAt: null, dueOn: '2026-12-24' })
    expect(await historyOf(db, subject)).toEqual(['deadline-started', `deadline-${state}`, 'deadline-reopened'])
  })

  it('of what was never there is said, not thrown', async () => {
    expect(await db.begin((tx) => meetDeadline(tx, services, at()))).toEqual({ kind: 'no-such-deadline' })
  })

  it('leaves nothing behind when its deed fails after it', async () => {
    await start()
    const failing = db.begin(async (tx) => {
      await meetDeadline(tx, services, at())
      throw new Error('the letter could not be written')
    })
    await expect(failing).rejects.toThrow('the letter')
    expect((await findDeadline(db, subject, 'comments'))?.state).toBe('running')
    expect(await happened(db, subject)).toHaveLength(1)
  })
})

describe('whose it is', () => {
  it('follows who has the record, as long as it is open', async () => {
    await start({ holder: { role: 'clerk' } })
    expect(await db.begin((tx) => giveDeadlineTo(tx, subject, 'comments', { accountId: ilirId }))).toBe(true)
    expect(await findDeadline(db, subject, 'comments')).toMatchObject({ holderId: ilirId, role: null })
    await db.begin((tx) => cancelDeadline(tx, services, at()))
    expect(await db.begin((tx) => giveDeadlineTo(tx, subject, 'comments', { role: 'clerk' }))).toBe(false)
    expect(await db.begin((tx) => giveDeadlineTo(tx, `x.y:${randomUUID()}`, 'comments', {}))).toBe(false)
  })
})
