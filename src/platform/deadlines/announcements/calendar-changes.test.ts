import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { listCalendarChanges } from './calendar-queries.ts'
import { findDeadline } from '../deadline-queries.ts'
import { noticeOrder, someRecord } from '../deadlines-testing.ts'
import { enterCalendarChange } from './enter-calendar-change.ts'
import { runOfEntry, runOfWithdrawal } from './calendar-change-rules.ts'
import { countMoves } from '../recomputing/move-queries.ts'
import { previewMoves } from '../recomputing/moves-preview.ts'
import { readRecomputeOrder, recomputeDeadlines } from '../recomputing/recompute-deadlines.ts'
import { startDeadline } from '../start-deadline.ts'
import { withdrawCalendarChange } from './withdraw-calendar-change.ts'

const db = await testDatabase()
const services = testServices(db)
const prova = (await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`)[0]?.id ?? ''

const basis = 'VKM nr. 718, datë 20.11.2026, qbz.gov.al'
const names = { sq: 'Ditë zie', en: 'Day of mourning' }
const dayOff = (day: string): CalendarChange => ({ kind: 'added', day, names, basis })
const enter = (change: CalendarChange, jurisdiction: Jurisdiction = 'AL', formId = randomUUID()) =>
  enterCalendarChange(services, 'program', { jurisdiction, change, formId })
const refusal = async (change: CalendarChange, jurisdiction: Jurisdiction = 'AL') => {
  const outcome = await enter(change, jurisdiction)
  return outcome.kind === 'refused' ? outcome.refusal : outcome.kind
}
const started = async (startedOn: string) => {
  const subject = someRecord()
  await db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject, { startedOn })))
  return subject
}
const dueOf = async (subject: string) => (await findDeadline(db, subject, 'comments'))?.dueOn

/** The job as the worker runs it; no module is asked, for a consultation holds to a day that was told. */
async function runJobs(): Promise<void> {
  const rows = await db<{ payload: Record<string, string> }[]>`
    delete from graphile_worker._private_jobs as job using graphile_worker._private_tasks as task
    where task.id = job.task_id and task.identifier = 'deadlines.recompute' returning job.payload`
  for (const { payload } of rows) await recomputeDeadlines(services, [], readRecomputeOrder(payload))
}

describe('an announcement', () => {
  it('that arrives twice counts once; the page of before with another day typed into it announces another', async () => {
    const form = randomUUID()
    const first = await enter(dayOff('2026-12-03'), 'AL', form)
    expect(await enter(dayOff('2026-12-03'), 'AL', form)).toEqual(first)
    const other = await enter(dayOff('2026-12-04'), 'AL', form)
    expect(other.kind).toBe('entered')
    expect(other).not.toEqual(first)
    for (const outcome of [first, other])
      if (outcome.kind === 'entered') await withdrawCalendarChange(services, 'program', outcome.id, 'Ishte provë.')
    await runJobs()
  })

  it('moves exactly what the look at it before has said, and taking it back moves it back', async () => {
    const subjects = [await started('2026-11-23'), await started('2026-11-24'), await started('2026-10-01')]
    const before = await Promise.all(subjects.map(dueOf))
    const change = dayOff('2026-12-22')
    const said = await previewMoves(services, { jurisdiction: 'AL', change, deed: 'enter' })
    expect(said).toEqual({ moved: 2, institutions: 1, earliest: { from: '2026-12-24', to: '2026-12-28' } })
    const entered = await enter(change)
    if (entered.kind !== 'entered') throw new Error(entered.kind)
    expect(await Promise.all(subjects.map(dueOf))).toEqual(before)
    await runJobs()
    expect(await countMoves(db, runOfEntry(entered.id), null)).toEqual({ moved: 2, institutions: 1 })
    expect(await dueOf(subjects[0] ?? '')).toBe('2026-12-28')

    const back = await previewMoves(services, { jurisdiction: 'AL', change, deed: 'withdraw' })
    expect(back).toMatchObject({ moved: 2, institutions: 1 })
    expect(await withdrawCalendarChange(services, 'program', entered.id, 'U shënua gabim')).toEqual({
      kind: 'withdrawn',
    })
    await runJobs()
    expect(await Promise.all(subjects.map(dueOf))).toEqual(before)
    expect(await countMoves(db, runOfWithdrawal(entered.id), null)).toMatchObject({ moved: 2 })
    expect(await withdrawCalendarChange(services, 'program', entered.id, 'U shënua gabim')).toEqual({
      kind: 'withdrawn-already',
    })
    expect(await listCalendarChanges(db, 'AL')).toEqual([])
  })

  it('counts once when the form arrives twice, and stands in the history of the installation', async () => {
    const formId = randomUUID()
    const first = await enter(dayOff('2030-05-08'), 'XK', formId)
    expect(await enter(dayOff('2030-05-08'), 'XK', formId)).toEqual(first)
    expect(await listCalendarChanges(db, 'XK')).toHaveLength(1)
    const [line] = await db`
      select institution_id, kind, reason from platform.changes where subject like 'deadlines.calendar:%' order by id desc limit 1`
    expect(line).toMatchObject({ institutionId: null, kind: 'calendar-changed', reason: basis })
  })

  it('is refused where it cannot be true', async () => {
    expect(await refusal(dayOff('2027-11-29'))).toBe('off-already')
    expect(await refusal(dayOff('2041-01-09'))).toBe('outside-calendar')
    const move = (holiday: string, year: number, day: string): CalendarChange => ({
      kind: 'moved',
      holiday,
      year,
      day,
      basis,
    })
    expect(await refusal(move('eid-al-fitr', 2027, '2027-11-03'))).toBe('far-from-feast')
    expect(await refusal(move('europe-day', 2027, '2027-05-10'))).toBe('no-such-feast')
    expect(await refusal(move('mother-teresa', 2027, '2027-10-20'))).toBe('not-of-that-year')
    expect(await refusal(move('liberation', 2027, '2027-11-29'))).toBe('there-already')
    expect(await refusal({ kind: 'dropped', holiday: 'alphabet', year: 2023, basis })).toBe('not-of-that-year')
    expect(await listCalendarChanges(db, 'AL')).toEqual([])
  })

  it('may confirm the estimated date of a feast, once', async () => {
    const change: CalendarChange = { kind: 'moved', holiday: 'eid-al-fitr', year: 2028, day: '2028-02-27', basis }
    expect(await refusal(change)).toBe('entered')
    expect(await refusal({ ...change, day: '2028-02-28' })).toBe('changed-already')
    expect(await refusal({ kind: 'dropped', holiday: 'eid-al-fitr', year: 2028, basis })).toBe('changed-already')
  })
})
