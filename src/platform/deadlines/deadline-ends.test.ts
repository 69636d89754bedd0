import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { doneOf, noticeOrder, someRecord } from './deadlines-testing.ts'
import type { DeadlineOrder } from './deadline-order.ts'
import { cancelDeadline, lapseDeadline, meetDeadline, reopenDeadline } from './end-deadline.ts'
import { extendDeadline } from './extend-deadline.ts'
import { pauseDeadline } from './pause-deadline.ts'
import { startDeadline } from './start-deadline.ts'
import { entered } from '#test/ledger.ts'
import { calendarChangeRecords } from './announcements/calendar-records.ts'
import { termRecords } from './terms/term-records.ts'

const db = await testDatabase()
const services = testServices(db)
const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const prova = institution?.id ?? ''
const MONDAY = new Date('2026-11-23T11:00:00Z')
const INFORMATION = { basis: { rule: 'AL-FOI-ANSWER' } }

let subject: string
beforeEach(async () => {
  services.clock.set(MONDAY)
  subject = someRecord()
  await entered(db, calendarChangeRecords, (tx) => tx`delete from platform.calendar_changes returning id`)
})
const at = () => ({ subject, slot: 'comments', by: 'program' as const })
const start = async (more: Partial<DeadlineOrder> = {}) =>
  doneOf(await db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject, more))))
const pause = () => db.begin((tx) => pauseDeadline(tx, services, { ...at(), ground: 'Pritet sqarimi i kërkuesit' }))
const meet = () => db.begin((tx) => meetDeadline(tx, services, at()))
const reopen = async () => doneOf(await db.begin((tx) => reopenDeadline(tx, services, at())))
const addHoliday = (day: string) =>
  entered(
    db,
    calendarChangeRecords,
    (tx) => tx`
      insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
      values ('AL', 'added', ${day}, ${db.json({ sq: 'Ditë zie', en: 'Day of mourning' })}, 'VKM 1/2026', now())
      returning id`,
  )

describe('what ends while it stands still', () => {
  it('is not late by the days of the pause, which ends with it', async () => {
    await start(INFORMATION)
    services.clock.set(new Date('2026-11-25T09:00:00Z'))
    await pause()
    services.clock.set(new Date('2026-12-20T09:00:00Z'))
    const met = doneOf(await meet())
    expect(met).toMatchObject({ state: 'met', pausedOn: null, pauses: [{ from: '2026-11-25', to: '2026-12-19' }] })
    expect(met.endedAt && met.endedAt < met.dueAt).toBe(true)
  })

  it('has the days of the pause when it was a mistake and runs again', async () => {
    await start(INFORMATION)
    services.clock.set(new Date('2026-11-25T09:00:00Z'))
    await pause()
    services.clock.set(new Date('2026-12-03T09:00:00Z'))
    await db.begin((tx) => lapseDeadline(tx, services, at()))
    expect(await reopen()).toMatchObject({ state: 'running', dueOn: '2026-12-16' })
  })
})

describe('what runs again', () => {
  it('has the days off that were announced meanwhile; as long as it was met it had not', async () => {
    await start(INFORMATION)
    expect(doneOf(await meet())).toMatchObject({ dueOn: '2026-12-10' })
    await addHoliday('2026-12-02')
    expect(await reopen()).toMatchObject({ state: 'running', dueOn: '2026-12-11' })
  })

  it('keeps its day where a day was set', async () => {
    await start({ basis: { day: '2026-12-02' } })
    await meet()
    await addHoliday('2026-12-02')
    expect(await reopen()).toMatchObject({ dueOn: '2026-12-02' })
  })
})

it('a draft that is called off was never public, and is when it begins after all', async () => {
  await start({ planned: true })
  expect(doneOf(await db.begin((tx) => cancelDeadline(tx, services, at())))).toMatchObject({ public: false })
  expect(await start()).toMatchObject({ public: true, state: 'running' })
})

it('a term of the institution is not made longer than any term can be', async () => {
  await entered(
    db,
    termRecords,
    (tx) => tx`
      insert into platform.institution_terms (institution_id, rule_id, rule_version, kind, n, unit, basis, from_on, set_at)
      values (${prova}, 'AL-LSG-CONSULT', 1, 'own', 3600, 'd', 'Rregullorja, neni 12', '2020-01-01', now()) returning id`,
  )
  await start({ basis: { rule: 'AL-LSG-CONSULT' } })
  const extend = (n: number) =>
    db.begin((tx) => extendDeadline(tx, services, { ...at(), n, ground: 'I ndërlikuar', notice: 'Me letër' }))
  expect(await extend(61)).toEqual({ kind: 'too-long', most: 60 })
  expect(await extend(60)).toMatchObject({ kind: 'done', deadline: { n: 3660 } })
})
