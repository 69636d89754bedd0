import { expect, it } from 'vitest'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { readRecomputeOrder, recomputeDeadlines } from '#platform/deadlines/recomputing/recompute-deadlines.ts'
import type { Door } from '#platform/door.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { assignCase } from '#platform/intake/assign-case.ts'
import { holdCase } from '#platform/intake/case-queries.ts'
import { chooseCaseClock } from '#platform/intake/choose-case-clock.ts'
import { refileCaseClock } from '#platform/intake/refile-case-clock.ts'
import { closeCase } from '#platform/intake/settle-case.ts'
import { tellOfMove } from '#platform/intake/tell-of-move.ts'
import type { JobPayload } from '#platform/jobs/jobs.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { caseDeadlines } from './case-deadlines-view.ts'
import { caseNow, clerkOf, givenCase, officialOf, staffOf, type GivenCase } from './testing.ts'
import { entered } from '#test/ledger.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'
import { calendarChangeRecords } from '#platform/deadlines/announcements/calendar-records.ts'

const db = await testDatabase()
const services = testServices(db)
services.clock.set(new Date('2026-11-20T09:00:00Z'))
const clerk = await officialOf(services, clerkOf('prova'))
const secretary = await officialOf(services, staffOf('council-secretary', 'prova'))
const door: Door = {
  name: 'cases',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes() {},
  deadlines: caseDeadlines,
}

const refOf = ({ id }: GivenCase) => `intake.case:${id}`
const clockOf = (one: GivenCase) => findDeadline(db, refOf(one), 'answer')
const orderOf = async ({ id }: GivenCase) => ({ caseId: id, version: (await caseNow(services, id)).version })
const toClerk = async (one: GivenCase, dueOn: string | null) =>
  assignCase(services, clerk, { ...(await orderOf(one)), to: { role: 'clerk' }, dueOn })
const taskDays = async (one: GivenCase) =>
  (
    await db<{ dueOn: string }[]>`
      select deadline.due_on from platform.tasks as task
      join platform.deadlines as deadline on deadline.subject = 'tasks.task:' || task.id
      where task.subject = ${refOf(one)} order by deadline.due_on`
  ).map(({ dueOn }) => dueOn)

it('a case is held, then its clock, then its tasks: what computes the clock anew has the tasks follow', async () => {
  const one = await givenCase(services, 'prova')
  await toClerk(one, null)
  const order = { ...(await orderOf(one)), reason: 'U përgjigj me letër.' }
  const ended = await db.begin(async (tx) => {
    await tx`select from platform.deadlines where subject = ${refOf(one)} for update`
    const outcome = closeCase(services, secretary, order)
    const waiting = () => db`select from pg_locks where not granted and locktype = 'transactionid'`
    await expect.poll(async () => (await waiting()).length).toBe(1)
    expect(await tx`select id from platform.tasks where subject = ${refOf(one)} for update nowait`).toHaveLength(1)
    return { outcome }
  })
  expect(await ended.outcome).toEqual({ kind: 'done' })
  expect(await clockOf(one)).toMatchObject({ state: 'met' })
})

it('a day off moves the tasks that were to be done by the day to work to, and none that has a day of its own', async () => {
  const [plain, sooner] = [await givenCase(services, 'prova'), await givenCase(services, 'prova')]
  for (const one of [plain, sooner]) {
    const choice = { clock: 'information', ground: 'Kërkon një dokument.' } as const
    expect(await chooseCaseClock(services, clerk, { ...(await orderOf(one)), choice })).toEqual({ kind: 'done' })
  }
  await toClerk(plain, null)
  await toClerk(sooner, '2026-12-04')
  const own = {
    institutionId: plain.institutionId,
    subject: refOf(sooner),
    title: 'Tjetër',
    to: { role: 'clerk' },
  } as const
  await db.begin((tx) => giveTask(tx, services, { ...own, dueOn: '2026-12-10', by: 'program' }))
  await entered(
    db,
    calendarChangeRecords,
    (tx) => tx`
      insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
      values ('AL', 'added', '2026-12-07', ${db.json({ sq: 'Ditë zie', en: 'Day of mourning' })}, 'VKM 1/2026', now())
      returning id`,
  )
  await recomputeDeadlines(services, [door], readRecomputeOrder({ jurisdiction: 'AL', cause: '', run: 'first' }))
  expect(await clockOf(plain)).toMatchObject({ dueOn: '2026-12-11', workBy: '2026-12-11' })
  expect(await taskDays(plain)).toEqual(['2026-12-11'])
  expect(await clockOf(sooner)).toMatchObject({ dueOn: '2026-12-11', workBy: '2026-12-04' })
  expect(await taskDays(sooner)).toEqual(['2026-12-04', '2026-12-10'])
})

it('whoever wrote is told of the moved day, once, and nobody whose case is closed', async () => {
  const sender = (email: string) => ({ name: 'Hatixhe Shembull', postal: null, telephone: null, email })
  const written = (email: string) => db<{ subject: string; body: string }[]>`
    select subject, body from platform.mail_messages where recipient = ${email} and subject like 'Afati%'`
  const open = await givenCase(services, 'prova', { sender: sender('hatixhe@posta.example') })
  const closed = await givenCase(services, 'prova', { sender: sender('tjeter@posta.example') })
  for (const one of [open, closed]) {
    const choice = { clock: 'information', ground: 'Kërkon një dokument.' } as const
    await chooseCaseClock(services, clerk, { ...(await orderOf(one)), choice })
  }
  const before = (await clockOf(open))?.dueOn
  await entered(
    db,
    calendarChangeRecords,
    (tx) => tx`
      insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
      values ('AL', 'added', '2026-12-03', ${db.json({ sq: 'Ditë feste', en: 'Holiday' })}, 'VKM 2/2026', now())
      returning id`,
  )
  const order = { jurisdiction: 'AL', cause: '', run: 'told' }
  await recomputeDeadlines(services, [door], readRecomputeOrder(order))
  await closeCase(services, secretary, { ...(await orderOf(closed)), reason: 'U përgjigj me letër.' })
  const jobs = await db<{ payload: JobPayload }[]>`
    select job.payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id where task.identifier = 'intake.tell-of-move'`
  for (const { payload } of [...jobs, ...jobs]) await tellOfMove(services, payload)
  const after = (await clockOf(open))?.dueOn ?? ''
  expect(after > (before ?? '')).toBe(true)
  const [letter, ...more] = await written('hatixhe@posta.example')
  expect(more).toEqual([])
  expect(letter?.subject).toContain(formatDate('sq', after))
  expect(letter?.body).toContain(`Ishte deri më ${formatDate('sq', before ?? '')}`)
  expect(await written('tjeter@posta.example')).toEqual([])
})

it('a case whose day is corrected to one from which its rule gives no date keeps the clock that it has', async () => {
  await entered(
    db,
    termRecords,
    (tx) => tx`
      insert into platform.institution_terms (institution_id, rule_id, rule_version, kind, n, unit, basis, from_on, set_at)
      select id, 'XK-LGAP', 1, 'own', 30, 'd', 'Rregullorja, neni 12', '2026-11-01', now()
      from platform.institutions where slug = 'provas' returning id`,
  )
  const one = await givenCase(services, 'provas')
  const before = await clockOf(one)
  expect(before).toMatchObject({ basis: 'own', state: 'running', startedOn: '2026-11-20' })
  await db.begin(async (tx) => {
    const held = await holdCase(tx, one.id)
    if (held) await refileCaseClock(tx, services, held, '2026-10-20', 'program')
  })
  expect(await clockOf(one)).toEqual(before)
})
