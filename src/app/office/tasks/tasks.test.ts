import { describe, expect, it } from 'vitest'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import { giveTask, closeTasksOf } from '#platform/tasks/give-task.ts'
import { handOverTasks } from '#platform/tasks/hand-over-tasks.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const TODAY = '2026-11-22'

const clerk = {
  email: 'clerk@prova.example',
  name: 'Shpresa Prove',
  roles: [{ role: 'clerk', institution: 'prova' }],
} as const
const councillor = {
  email: 'keshilltar@prova.example',
  name: 'Liri Prove',
  roles: [{ role: 'councillor', institution: 'prova' }],
} as const
const ids = {
  coordinator: await givenPerson(services, people.albanianCoordinator),
  moderator: await givenPerson(services, people.albanianModerator),
  administrator: await givenPerson(services, people.albanianAdministrator),
  clerk: await givenPerson(services, clerk),
}
const prova = (await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`)[0]?.id ?? ''

type Order = Partial<Parameters<typeof giveTask>[2]>
const given = async (order: Order = {}): Promise<string> => {
  const whole = {
    subject: null,
    title: 'Lexoni komentet',
    to: { accountId: ids.coordinator },
    dueOn: null,
    by: 'program',
  } as const
  return (await db.begin((tx) => giveTask(tx, services, { institutionId: prova, ...whole, ...order }))).id
}
const taskOf = async (id: string) =>
  (
    await db<{ state: string; holderId: string | null; role: string | null; version: number; reason: string | null }[]>`
      select state, holder_id, role, version, reason from platform.tasks where id = ${id}`
  )[0]
const historyOf = async (id: string) =>
  (
    await db<{ kind: string }[]>`select kind from platform.changes where subject = ${`tasks.task:${id}`} order by id`
  ).map(({ kind }) => kind)
const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    get: (path: string) => web.get(path, { cookie }),
    post: (path: string, fields: Record<string, string> = {}) => web.post(path, fields, { cookie }),
  }
}

describe('my work today', () => {
  it('shows what is overdue, due today, this week and without a day, each in its group', async () => {
    const me = await as(people.albanianCoordinator)
    for (const [title, dueOn] of [
      ['Detyra e vonuar', '2026-11-19'],
      ['Detyra e sotme', TODAY],
      ['Detyra e javës', '2026-11-28'],
      ['Detyra e largët', '2026-11-29'],
      ['Detyra pa afat', null],
    ] as const)
      await given({ title, dueOn })
    const page = await me.read('/zyra')
    const order = [
      sq.groups.overdue,
      'Detyra e vonuar',
      sq.groups.today,
      'Detyra e sotme',
      sq.groups.week,
      'Detyra e javës',
      sq.groups.later,
      'Detyra e largët',
      sq.groups.undated,
      'Detyra pa afat',
    ].map((words) => page.indexOf(words))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(page).toContain(explanationTexts('sq').left.late(3))
  })

  it('shows what was given to my role and taken by nobody, and to no other role', async () => {
    await given({ title: 'Për moderatorin', to: { role: 'moderator' } })
    expect(await (await as(people.albanianModerator)).read('/zyra')).toContain('Për moderatorin')
    expect(await (await as(people.albanianCoordinator)).read('/zyra')).not.toContain('Për moderatorin')
    expect(await (await as(people.kosovarModerator)).read('/zyra')).not.toContain('Për moderatorin')
  })

  it('is not there for a guest of the house', async () => {
    const page = await (await as(councillor)).read('/zyra')
    expect(page).not.toContain(sq.mine.title)
    expect(page).not.toContain(sq.mine.give)
  })

  it('takes a task in one press, says so, and offers the way back', async () => {
    const id = await given({ title: 'Një shtypje', to: { role: 'moderator' } })
    const me = await as(people.albanianModerator)
    const taken = await me.post(taskUrls.take(id), { versioni: '1', kthehu: '/zyra' })
    expect(taken.status).toBe(303)
    expect(await taskOf(id)).toMatchObject({ state: 'taken', holderId: ids.moderator, role: 'moderator' })
    const page = await me.read(taken.headers.get('location') ?? '')
    expect(page).toContain(sq.done.marre)
    expect(page).toContain(`action="${taskUrls.reopen(id)}"`)
    await me.post(taskUrls.reopen(id), { versioni: '2', kthehu: '/zyra' })
    expect(await taskOf(id)).toMatchObject({ state: 'open', holderId: null, role: 'moderator' })
    expect(await historyOf(id)).toEqual(['given', 'taken', 'reopened'])
  })

  it('leads back to our own pages alone', async () => {
    const id = await given()
    const me = await as(people.albanianCoordinator)
    const answer = await me.post(taskUrls.finish(id), { versioni: '1', kthehu: '//evil.example/zyra' })
    expect(answer.headers.get('location')).toBe(`${taskUrls.one(id)}?pune=kryer&detyra=${id}`)
  })
})

describe('a task', () => {
  it('is given by a form that counts once, to a colleague, with a day', async () => {
    const me = await as(people.albanianAdministrator)
    const fields = {
      institucioni: prova,
      dergesa: crypto.randomUUID(),
      titulli: 'Përgatitni raportin',
      kujt: `llogari:${ids.clerk}`,
      'afati-day': '30',
      'afati-month': '11',
      'afati-year': '2026',
    }
    const first = await me.post(taskUrls.newTask(), fields)
    const again = await me.post(taskUrls.newTask(), fields)
    expect(first.status).toBe(303)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await (await as(clerk)).read('/zyra')).toContain('Përgatitni raportin')
    const rows = await db`select from platform.tasks where form_id = ${fields.dergesa}`
    expect(rows).toHaveLength(1)
  })

  it('comes back with what was typed when something is missing, and nothing is given', async () => {
    const me = await as(people.albanianAdministrator)
    const fields = {
      institucioni: prova,
      dergesa: crypto.randomUUID(),
      titulli: '',
      shpjegimi: 'Me kujdes',
      'afati-day': '31',
      'afati-month': '2',
      'afati-year': '2026',
    }
    const answer = await me.post(`/en${taskUrls.newTask()}`, fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [en.form.errors.what, en.form.errors.due, en.form.errors.to, 'Me kujdes'])
      expect(page).toContain(words)
    expect(await db`select from platform.tasks where form_id = ${fields.dergesa}`).toHaveLength(0)
  })

  it('is given to nobody from elsewhere', async () => {
    const stranger = await givenPerson(services, people.kosovarModerator)
    const me = await as(people.albanianAdministrator)
    const fields = { institucioni: prova, dergesa: crypto.randomUUID(), titulli: 'Detyrë', kujt: `llogari:${stranger}` }
    const answer = await me.post(taskUrls.newTask(), fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sq.form.errors.noSuchPerson)
  })

  it('taken by two at once is the first one’s, and the second reads whose it is', async () => {
    const id = await given({ to: { role: 'moderator' } })
    const [one, other] = await Promise.all([as(people.albanianModerator), as(people.albanianCoordinator)])
    const answers = await Promise.all([
      one.post(taskUrls.take(id), { versioni: '1' }),
      other.post(taskUrls.take(id), { versioni: '1' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const holder = (await taskOf(id))?.holderId === ids.moderator ? 'Mimoza Prove' : 'Ilir Prove'
    const late = answers.find(({ status }) => status === 409)
    expect(await late?.text()).toContain(sq.task.meanwhile(sq.states.taken, holder))
    expect(await historyOf(id)).toEqual(['given', 'taken'])
  })

  it('is cancelled with a reason only, reassigned and reopened, and its history says all of it', async () => {
    const id = await given()
    const me = await as(people.albanianAdministrator)
    expect((await me.post(taskUrls.cancel(id), { versioni: '1', arsyeja: '' })).status).toBe(422)
    expect(await taskOf(id)).toMatchObject({ state: 'open', version: 1 })
    await me.post(taskUrls.reassign(id), { versioni: '1', kujt: `llogari:${ids.clerk}` })
    await me.post(taskUrls.cancel(id), { versioni: '2', arsyeja: 'U bë ndryshe.' })
    expect(await taskOf(id)).toMatchObject({ state: 'cancelled', holderId: ids.clerk, reason: 'U bë ndryshe.' })
    await me.post(taskUrls.reopen(id), { versioni: '3' })
    const page = await me.read(taskUrls.one(id))
    expect(page).toContain('Ilir Prove → Shpresa Prove')
    expect(page).toContain('U bë ndryshe.')
    expect(await historyOf(id)).toEqual(['given', 'assigned', 'cancelled', 'reopened'])
  })

  it('keeps its title out of the history, which cannot be erased', async () => {
    const id = await given()
    const me = await as(people.albanianAdministrator)
    await me.post(taskUrls.change(id), { versioni: '1', titulli: 'Thirrni Ana Shembullin' })
    const [change] = await db<{ fields: unknown }[]>`
      select fields from platform.changes where subject = ${`tasks.task:${id}`} and kind = 'changed'`
    expect(change?.fields).toEqual([{ field: 'title', from: null, to: null }])
  })

  it('names its record only to those who may know of it', async () => {
    const { id } = await givenConsultation(services, { institution: 'prova', title: 'Rregullore e fshehtë' })
    const task = await given({ subject: `consultations.consultation:${id}`, to: { role: 'clerk' } })
    const page = await (await as(clerk)).read(taskUrls.one(task))
    expect(page).toContain(sq.task.hiddenSubject)
    expect(page).not.toContain('Rregullore e fshehtë')
    expect(await (await as(people.albanianCoordinator)).read(taskUrls.one(task))).toContain('Rregullore e fshehtë')
  })

  it('is not there for another institution, nor for a guest', async () => {
    const id = await given()
    expect((await (await as(people.kosovarAdministrator)).get(taskUrls.one(id))).status).toBe(404)
    expect((await (await as(councillor)).get(taskUrls.one(id))).status).toBe(403)
  })

  it('ends with the deed that ends its record', async () => {
    const subject = `consultations.consultation:${crypto.randomUUID()}`
    const open = await given({ subject })
    const other = await given()
    expect(await db.begin((tx) => closeTasksOf(tx, services, subject, 'program'))).toBe(1)
    expect(await taskOf(open)).toMatchObject({ state: 'done' })
    expect(await taskOf(other)).toMatchObject({ state: 'open' })
  })

  it('goes to the successor of who leaves', async () => {
    const leaving = await givenPerson(services, { ...clerk, email: 'ikes@prova.example', name: 'Ikës Prove' })
    const id = await given({ to: { accountId: leaving } })
    const order = { from: leaving, to: ids.clerk, byAccountId: ids.administrator, at: services.clock.now() }
    expect(await db.begin((tx) => handOverTasks(tx, order))).toBe(1)
    expect(await taskOf(id)).toMatchObject({ state: 'open', holderId: ids.clerk })
    expect(await historyOf(id)).toEqual(['given', 'handed-over'])
  })
})

describe('the board', () => {
  it('shows the head who has how much, narrows by person and day, and stays in the house', async () => {
    const head = {
      email: 'head@prova.example',
      name: 'Skënder Prove',
      roles: [{ role: 'head', institution: 'prova' }],
    } as const
    const me = await as(head)
    await given({ title: 'Vetëm për protokollin', to: { accountId: ids.clerk }, dueOn: '2026-11-01' })
    const page = await me.read(`${taskUrls.board()}?kush=${ids.clerk}&afati=overdue`)
    expect(page).toContain('Vetëm për protokollin')
    expect(page).not.toContain('Detyra e largët')
    expect(await (await as(people.kosovarAdministrator)).read(taskUrls.board())).not.toContain('Vetëm për protokollin')
  })

  it('is paged by key: every task stands on one page and none on two', async () => {
    for (let n = 0; n < 60; n++) await given({ title: `Faqja ${n}.`, dueOn: n % 2 === 0 ? '2027-01-01' : null })
    const me = await as(people.albanianAdministrator)
    const seen: string[] = []
    let next: string | null = taskUrls.board()
    while (next) {
      const page: string = await me.read(next)
      seen.push(...[...page.matchAll(/Faqja (\d+)\./g)].map(([, n]) => n ?? ''))
      next = (/href="(\/zyra\/puna\?pas=[^"]+)" rel="next"/.exec(page)?.[1] ?? null)?.replaceAll('&amp;', '&') ?? null
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
  })

  it('is taken along as a file that no spreadsheet runs', async () => {
    await given({ title: '=HYPERLINK("http://evil.example"), po' })
    const answer = await (await as(people.albanianAdministrator)).get(taskUrls.boardCsv())
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await answer.text()).toContain(`"'=HYPERLINK(""http://evil.example""), po"`)
  })
})
