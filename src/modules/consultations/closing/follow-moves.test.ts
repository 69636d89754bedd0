import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CalendarChange } from '#law/calendar/day-off.ts'
import { changeDeadlineDay } from '#platform/deadlines/change-deadline-day.ts'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { enterCalendarChange } from '#platform/deadlines/announcements/enter-calendar-change.ts'
import { recomputeDeadlines } from '#platform/deadlines/recomputing/recompute-deadlines.ts'
import { withdrawCalendarChange } from '#platform/deadlines/announcements/withdraw-calendar-change.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor } from '#test/doors.ts'
import { lettersTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { stateOf } from '../counts-testing.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { givenDelivery } from '../entry/testing.ts'
import { givenComment, givenConsultation, givenDraft } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { clockOf, NOTICE_RULE } from './closing-rules.ts'
import { givenByLaw, LEAST } from './closing-testing.ts'
import { keepMove } from './follow-moves.ts'
import { tellParticipants } from './tell-participants.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq').closing

const CAUSE = { sq: 'U shpall ditë zie: 15 dhjetor 2026', en: 'A day of mourning was announced: 15 December 2026' }
const recompute = () =>
  recomputeDeadlines(services, everyDoor, { scope: { jurisdiction: 'AL' }, cause: CAUSE, run: randomUUID() })
const clockRow = (id: string) => findDeadline(db, clockOf(id).subject, clockOf(id).slot)

/** Runs what waits in the queue under this name, twice each: a job may run again. */
async function runWaiting(name: string, run: (payload: Record<string, string>) => Promise<void>): Promise<number> {
  const jobs = await db<{ payload: Record<string, string> }[]>`
    select job.payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id where task.identifier = ${name}`
  for (const { payload } of [...jobs, ...jobs]) await run(payload)
  return jobs.length
}

async function announce(day: string): Promise<string> {
  const change: CalendarChange = {
    kind: 'added',
    day,
    names: { sq: 'Ditë zie', en: 'Day of mourning' },
    basis: 'VKM nr. 1, datë 20.11.2026',
  }
  const entered = await enterCalendarChange(services, 'command-line', {
    jurisdiction: 'AL',
    change,
    formId: randomUUID(),
  })
  if (entered.kind !== 'entered') throw new Error(JSON.stringify(entered))
  return entered.id
}

describe('a day off that is announced while the window is open', () => {
  it('puts off the closing day, tells it on the page and by letter, and taken back leaves what was promised', async () => {
    const consultation = await givenByLaw(services)
    const { id, slug } = consultation
    const { email } = await givenComment(services, consultation)
    const byHand = await givenConsultation(services)
    const planned = await givenDraft(services, { basisRule: NOTICE_RULE, opens: 0, closesOn: null })
    const change = await announce('2026-12-15')
    await recompute()
    expect(await clockRow(id)).toMatchObject({ state: 'running', dueOn: '2026-12-28', chosenOn: '2026-12-28' })
    expect(await clockRow(byHand.id)).toMatchObject({ dueOn: '2026-12-02' })
    expect(await clockRow(planned.id)).toMatchObject({ state: 'planned', dueOn: '2026-12-28' })

    expect(await runWaiting('consultations.keep-move', (payload) => keepMove(services, payload))).toBe(1)
    await runWaiting('consultations.tell-participants', ({ event }) => tellParticipants(services, String(event)))
    expect(await findForOffice(db, 'sq', id)).toMatchObject({ version: 2, closesOn: '2026-12-28' })
    const page = await (await web.get(consultationUrls.one(slug))).text()
    expect(page).toContain(t.movedOn('22 nëntor 2026', CAUSE.sq, '24 dhjetor 2026', '28 dhjetor 2026'))
    const data = await (await web.get(`/en${consultationUrls.data(slug)}`)).json()
    expect(data).toMatchObject({
      events: [{}, { kind: 'moved', reason: CAUSE.en, fromDay: LEAST, toDay: '2026-12-28' }],
    })
    const letters = (await lettersTo(db, email)).filter(({ body }) => (body ?? '').includes(CAUSE.sq))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.subject).toBe(t.letter.extendedSubject('28 dhjetor 2026'))

    await withdrawCalendarChange(services, 'command-line', change, 'U shënua gabimisht.')
    const before = await findForOffice(db, 'sq', id)
    await recompute()
    expect(await clockRow(id)).toMatchObject({ dueOn: '2026-12-28' })
    expect(await clockRow(planned.id)).toMatchObject({ dueOn: LEAST })
    expect(await findForOffice(db, 'sq', id)).toEqual(before)
  })

  it('changes nothing where the promised day is late enough already', async () => {
    const { id } = await givenConsultation(services, { basisRule: NOTICE_RULE, opens: 0, closesOn: '2027-01-15' })
    await announce('2026-12-16')
    await recompute()
    expect(await clockRow(id)).toMatchObject({ dueOn: '2027-01-15' })
    const before = await stateOf(db)
    await keepMove(services, {})
    expect(await stateOf(db)).toBe(before)
  })
})

describe('what came after the old closing day', () => {
  it('is in time once the day is put off beyond it, and says when it became so', async () => {
    const consultation = await givenConsultation(services)
    const before = services.clock.now()
    services.clock.set(new Date('2026-12-04T11:00:00Z'))
    const { id } = await givenDelivery(services, 'prova', {}, consultation)
    const late = () => db`
      select late from consultations.comments where delivery_id = ${id}`
    expect(await late()).toEqual([{ late: true }])
    const { subject, slot } = clockOf(consultation.id)
    await db.begin((tx) =>
      changeDeadlineDay(tx, services, { subject, slot, day: '2026-12-07', by: 'program', ground: CAUSE.sq }),
    )
    const move = {
      consultation: consultation.id,
      from: '2026-12-02',
      to: '2026-12-07',
      reason: CAUSE.sq,
      reasonEn: CAUSE.en,
    }
    await keepMove(services, { run: randomUUID(), ...move })
    expect(await late()).toEqual([{ late: false }])
    const events = await db`
      select 1 from consultations.comment_events as event
      join consultations.comments as comment on comment.id = event.comment_id
      where comment.delivery_id = ${id} and event.kind = 'in-time'`
    expect(events).toHaveLength(1)
    services.clock.set(before)
  })
})
