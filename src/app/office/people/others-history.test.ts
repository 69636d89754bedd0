import { expect, it } from 'vitest'
import { giveTask } from '#platform/tasks/give-task.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const both = {
  email: 'dyvende@prova.example',
  name: 'Dyvende Prove',
  roles: [
    { role: 'clerk', institution: 'prova' },
    { role: 'legal-drafter', institution: 'provas' },
  ],
} as const
const id = await givenPerson(services, both)

it('of a colleague who works in two institutions, each reads in the history what happened in its own', async () => {
  const read = async (person: Parameters<typeof web.signedInAs>[0]) => {
    const cookie = await web.signedInAs(person)
    return (await web.get(`/zyra/historiku.json?rekordi=people.account:${id}`, { cookie })).text()
  }
  const here = await read(people.albanianAdministrator)
  expect([here.includes('clerk'), here.includes('legal-drafter')]).toEqual([true, false])
  const whole = await read(people.auditor)
  expect([whole.includes('clerk'), whole.includes('legal-drafter')]).toEqual([true, true])
})

it('whoever works in an institution no more does not read the tasks that they hold there', async () => {
  const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
  const order = { institutionId: prova?.id ?? '', subject: null, title: 'Detyrë e brendshme', dueOn: null } as const
  await db.begin((tx) => giveTask(tx, services, { ...order, to: { accountId: id }, by: 'program' }))
  const cookie = await web.signedInAs(both)
  const office = async () => (await web.get('/zyra', { cookie })).text()
  expect(await office()).toContain('Detyrë e brendshme')
  services.clock.passMinutes(5)
  await db`update platform.roles set valid_to = ${services.clock.now()} where account_id = ${id} and role = 'clerk'`
  expect(await office()).not.toContain('Detyrë e brendshme')
})
