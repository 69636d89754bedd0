import { expect, it } from 'vitest'
import { endAccount } from '#platform/auth/accounts.ts'
import { assignCase } from '#platform/intake/assign-case.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor } from '#test/doors.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { caseNow, clerkOf, givenCase, officialOf, staffOf } from '../intake/testing.ts'

const db = await testDatabase()
const services = testServices(db)

it('who leaves hands on the open cases that they own, and the history says from whom to whom', async () => {
  const secretary = staffOf('council-secretary', 'prova')
  const [from, to] = [await givenPerson(services, secretary), await givenPerson(services, clerkOf('prova'))]
  const one = await givenCase(services, 'prova')
  const clerk = await officialOf(services, clerkOf('prova'))
  const order = { caseId: one.id, version: one.version, to: { accountId: from }, dueOn: null }
  expect((await assignCase(services, clerk, order)).kind).toBe('done')
  await givenPerson(services, people.albanianAdministrator)
  const administrator = await officialOf(services, people.albanianAdministrator)
  const successor = { services, doors: everyDoor, accountId: to }
  expect((await endAccount(services, administrator, from, successor)).kind).toBe('ended')
  expect(await caseNow(services, one.id)).toMatchObject({ ownerAccountId: to, state: 'assigned' })
  const [change] = await db`
    select kind, fields from platform.changes where subject = ${`intake.case:${one.id}`} order by id desc limit 1`
  expect(change).toEqual({ kind: 'assigned', fields: [{ field: 'owner', from, to }] })
})
