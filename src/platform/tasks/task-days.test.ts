import { describe, expect, it } from 'vitest'
import type { Official } from '../auth/visitor.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { listDuties } from './duty-queries.ts'
import { giveTask } from './give-task.ts'
import { handOverTasks } from './hand-over-tasks.ts'
import { moveTask, type Move } from './move-task.ts'
import { HOUSE_ROLES } from '../auth/visitor.ts'

const db = await testDatabase()
const services = testServices(db)
const ilirId = await givenPerson(services, people.albanianCoordinator)
const mimozaId = await givenPerson(services, people.albanianModerator)
const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const institutionId = prova?.id ?? ''
const ilir: Official = {
  kind: 'staff',
  level: 2,
  sessionId: '00000000-0000-4000-8000-000000000001',
  accountId: ilirId,
  name: people.albanianCoordinator.name,
  email: people.albanianCoordinator.email,
  roles: [{ role: 'consultation-coordinator', institutionId }],
}

const give = async (dueOn: string | null) =>
  (
    await db.begin((tx) =>
      giveTask(tx, services, {
        institutionId,
        subject: null,
        title: 'Raporti',
        to: { accountId: ilirId },
        dueOn,
        by: 'program',
      }),
    )
  ).id
const clockOf = (id: string) => findDeadline(db, `tasks.task:${id}`, 'task')
const move = async (id: string, what: Move) => {
  const [task] = await db<{ version: number }[]>`select version from platform.tasks where id = ${id}`
  expect((await moveTask(services, ilir, id, task?.version ?? 0, what)).kind).toBe('done')
}
const changeTo = (dueOn: string | null): Move => ({ move: 'change', title: 'Raporti', words: '', dueOn })

describe('the day of a task', () => {
  it('stands among the deadlines, on no public board, and goes with the task from hand to hand', async () => {
    const id = await give('2026-12-04')
    const day = { basis: 'day', dueOn: '2026-12-04', state: 'running', public: false }
    expect(await clockOf(id)).toMatchObject({ ...day, holderId: ilirId })
    await move(id, { move: 'reassign', to: { role: 'clerk' } })
    expect(await clockOf(id)).toMatchObject({ ...day, holderId: null, role: 'clerk' })
    await move(id, { move: 'take' })
    expect(await clockOf(id)).toMatchObject({ ...day, holderId: ilirId })
    const order = { from: ilirId, to: mimozaId, byAccountId: mimozaId, at: services.clock.now() }
    await db.begin((tx) => handOverTasks(tx, order))
    expect(await clockOf(id)).toMatchObject({ ...day, holderId: mimozaId })
  })

  it('is set, moved, taken away and set again', async () => {
    const id = await give(null)
    expect(await clockOf(id)).toBeNull()
    await move(id, changeTo('2026-12-04'))
    await move(id, changeTo('2026-12-07'))
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-12-07', state: 'running' })
    await move(id, changeTo(null))
    expect(await clockOf(id)).toMatchObject({ state: 'cancelled' })
    await move(id, { move: 'finish' })
    await move(id, { move: 'reopen' })
    expect(await clockOf(id)).toMatchObject({ state: 'cancelled' })
    await move(id, changeTo('2026-12-09'))
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-12-09', state: 'running' })
  })

  it('is met when the task is done, cancelled with it, and runs again when it is reopened', async () => {
    const [done, cancelled] = [await give('2026-12-04'), await give('2026-12-04')]
    await move(done, { move: 'finish' })
    await move(cancelled, { move: 'cancel', reason: 'U krye ndryshe.' })
    expect([(await clockOf(done))?.state, (await clockOf(cancelled))?.state]).toEqual(['met', 'cancelled'])
    for (const id of [done, cancelled]) {
      await move(id, { move: 'reopen' })
      expect(await clockOf(id)).toMatchObject({ dueOn: '2026-12-04', state: 'running' })
    }
  })
})

describe('the morning’s letter', () => {
  it('names no task of an institution in which somebody works no more', async () => {
    const id = await give('2026-12-04')
    const now = new Date(services.clock.now().getTime() + 60_000)
    const mine = async () => (await listDuties(db, ilirId, HOUSE_ROLES, now)).map((duty) => duty.id)
    expect(await mine()).toContain(id)
    await db`update platform.roles set valid_to = ${now} where account_id = ${ilirId}`
    expect(await mine()).toEqual([])
    await db`update platform.roles set valid_to = null where account_id = ${ilirId}`
  })
})
