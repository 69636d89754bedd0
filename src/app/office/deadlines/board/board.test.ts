import { describe, expect, it } from 'vitest'
import { givenConsultation } from '#modules/consultations/testing.ts'
import type { DeadlineOrder } from '#platform/deadlines/deadline-order.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { TASK_KIND, TASK_SLOT } from '#platform/tasks/task-rules.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { boardTexts } from './board-texts.ts'
import { boardUrls } from './board-urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = boardTexts('sq')

const staff = (name: string, role: TestPerson['roles'][number]['role'], institution: string): TestPerson => ({
  email: `${role}.${institution}@prova.example`,
  name,
  roles: [{ role, institution }],
})
const head = staff('Skënder Prove', 'head', 'prova')
const clerk = staff('Shpresa Prove', 'clerk', 'prova')

const institutionOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
const [prova, provas] = [await institutionOf('prova'), await institutionOf('provas')]

/** The day of a task that was given to somebody; today is 22 November 2026. */
async function given(
  title: string,
  dueOn: string,
  {
    institutionId = prova,
    to = { role: 'clerk' },
  }: { institutionId?: string; to?: Parameters<typeof giveTask>[2]['to'] } = {},
): Promise<Deadline> {
  const { id } = await db.begin((tx) =>
    giveTask(tx, services, { institutionId, subject: null, title, to, dueOn, by: 'program' }),
  )
  return deadlineOf(refOf(TASK_KIND, id), TASK_SLOT)
}

async function deadlineOf(subject: string, slot: string): Promise<Deadline> {
  const [row] = await db<Deadline[]>`select * from platform.deadlines where subject = ${subject} and slot = ${slot}`
  if (!row) throw new Error(`no deadline ${subject} ${slot}`)
  return row
}

const again = (id: string) => db<Deadline[]>`select * from platform.deadlines where id = ${id}`.then(([row]) => row)

/** A clock of a case that no letter stands behind: as the boards meet it. */
async function caseClock(order: Partial<DeadlineOrder> = {}): Promise<Deadline> {
  const whole: DeadlineOrder = {
    institutionId: prova,
    subject: `intake.case:${crypto.randomUUID()}`,
    slot: 'answer',
    basis: { day: '2026-11-20' },
    startedOn: '2026-11-02',
    public: true,
    by: 'program',
    ...order,
  }
  const outcome = await db.begin((tx) => startDeadline(tx, services, whole))
  if (outcome.kind !== 'started') throw new Error(outcome.kind)
  return outcome.deadline
}

const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    get: (path: string) => web.get(path, { cookie }),
    post: (path: string, fields: Record<string, string> = {}) => web.post(path, fields, { cookie }),
  }
}

describe('the board over all modules', () => {
  it('says what it means when nothing is open', async () => {
    const page = await (await as(people.kosovarModerator)).read(boardUrls.board())
    expect(page).toContain(t.board.none)
  })

  it('shows late, today, this week and later with counts, the most pressing first, and the other country nothing', async () => {
    for (const [title, day] of [
      ['Detyra e vonuar', '2026-11-19'],
      ['Detyra e sotme', '2026-11-22'],
      ['Detyra e javës', '2026-11-28'],
      ['Detyra e largët', '2026-12-30'],
    ] as const)
      await given(title, day)
    await given('Detyrë e komunës', '2026-11-19', { institutionId: provas })
    const me = await as(clerk)
    const page = await me.read(boardUrls.board())
    const order = ['Detyra e vonuar', 'Detyra e sotme', 'Detyra e javës', 'Detyra e largët']
    const places = order.map((title) => page.indexOf(title))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(page).not.toContain('Detyrë e komunës')
    for (const [words, count] of [
      [t.groups.late, 1],
      [t.groups.today, 1],
      [t.groups.week, 1],
      [t.groups.later, 1],
    ] as const)
      expect(page).toMatch(new RegExp(`${words}<span class="kv-subnav__count"> ${count}</span>`))
    expect(page).toContain('30 dhjetor 2026')
    const late = await me.read(`${boardUrls.board()}?kur=late`)
    expect(late).toContain('Detyra e vonuar')
    expect(late).not.toContain('Detyra e sotme')
    const kosovo = await (await as(people.kosovarAdministrator)).read(boardUrls.board())
    expect(kosovo).toContain('Detyrë e komunës')
    expect(kosovo).not.toContain('Detyra e vonuar')
  })

  it('finds words in titles whatever their accents, and says so when there are none', async () => {
    await given('Përgatitja e çertifikatës', '2026-12-01')
    const me = await as(clerk)
    const found = await me.read(`${boardUrls.board()}?fjale=CERTIFIKATES`)
    expect(found).toContain('Përgatitja e çertifikatës')
    expect(found).not.toContain('Detyra e largët')
    expect(await me.read(`${boardUrls.board()}?fjale=zzzz`)).toContain(t.board.noneSo)
  })

  it('shows mine alone: what I hold, and what waits for my role', async () => {
    const moderator = await givenPerson(services, people.albanianModerator)
    await given('E moderatores', '2026-12-02', { to: { accountId: moderator } })
    const me = await as(people.albanianModerator)
    const mine = await me.read(`${boardUrls.board()}?kush=mine`)
    expect(mine).toContain('E moderatores')
    expect(mine).not.toContain('Detyra e largët')
    expect(await me.read(boardUrls.board())).toContain('Detyra e largët')
  })

  it('shows a kind of records to its readers alone; who leads the house learns the number, not the sender', async () => {
    const clock = await caseClock()
    const link = boardUrls.one(clock.id)
    expect(await (await as(clerk)).read(boardUrls.board())).toContain(link)
    expect(await (await as(head)).read(boardUrls.board())).toContain(link)
    const moderator = await as(people.albanianModerator)
    expect(await moderator.read(boardUrls.board())).not.toContain(link)
    expect((await moderator.get(link)).status).toBe(404)
    expect((await (await as(people.kosovarAdministrator)).get(link)).status).toBe(404)
  })

  it('goes on by key, page after page, without losing or repeating one', async () => {
    for (let n = 0; n < 60; n++)
      await given(`Radhë ${String(n).padStart(2, '0')}`, '2027-03-01', { institutionId: provas })
    const me = await as(people.kosovarAdministrator)
    const first = await me.read(`${boardUrls.board()}?lloji=task`)
    const next = /href="([^"]*pas=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await me.read(next)
    const titles = (page: string) => [...page.matchAll(/>(Radhë \d\d)</g)].map(([, title]) => title)
    const all = [...titles(first), ...titles(second)]
    expect(new Set(all).size).toBe(60)
    expect(all.length).toBe(60)
  })

  it('is a file too, with the days as machines sort them', async () => {
    const answer = await (await as(clerk)).get(`${boardUrls.csv()}?kur=late&lloji=task`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const words = await answer.text()
    expect(words).toContain('Detyra e vonuar')
    expect(words).toContain('2026-11-19')
    expect(words).not.toContain('Detyra e sotme')
  })

  it('stands on the first page of the office: what is late and what is for today', async () => {
    const page = await (await as(head)).read('/zyra')
    expect(page).toContain(t.tiles.late)
    expect(page).toContain(t.tiles.today)
    expect(page).toContain(`href="${boardUrls.board()}"`)
  })
})

describe('one deadline', () => {
  const extension = (form: string, version = '1') => ({
    versioni: version,
    dergesa: form,
    menyra: 'dite',
    'dita-day': '21',
    'dita-month': '12',
    'dita-year': '2026',
    'arsyeja-zgjatja': 'Pritet një dokument nga prefektura.',
    njoftimi: 'Me letrën nr. 214.',
  })

  it('is extended with a ground and a notice; both stand in its history, and a form that arrives twice counts once', async () => {
    const { id } = await given('Për t’u zgjatur', '2026-12-10')
    const me = await as(clerk)
    const form = crypto.randomUUID()
    const first = await me.post(boardUrls.deed(id, 'extend'), extension(form))
    expect([first.status, first.headers.get('location')]).toEqual([303, `${boardUrls.one(id)}?u=zgjatur`])
    expect((await me.post(boardUrls.deed(id, 'extend'), extension(form))).status).toBe(303)
    expect(await again(id)).toMatchObject({ dueOn: '2026-12-21', version: 2, state: 'running' })
    const events = await db`select kind from platform.deadline_events where deadline_id = ${id} order by id`
    expect(events.map(({ kind }) => kind as string)).toEqual(['started', 'extended'])
    const page = await me.read(`${boardUrls.one(id)}?u=zgjatur`)
    for (const words of [
      '21 dhjetor 2026',
      'nga data 10 dhjetor 2026 në datën 21 dhjetor 2026',
      'Pritet një dokument nga prefektura.',
      'Me letrën nr. 214.',
      'Shpresa Prove',
      t.done.zgjatur ?? '',
    ])
      expect(page).toContain(words)
  })

  it('tells the second of two officials what the first has done, and changes nothing', async () => {
    const { id } = await given('Për të dy', '2026-12-10')
    const [one, other] = [await as(clerk), await as(people.albanianAdministrator)]
    await one.post(boardUrls.deed(id, 'extend'), extension(crypto.randomUUID()))
    const before = await again(id)
    const answer = await other.post(boardUrls.deed(id, 'pause'), {
      versioni: '1',
      dergesa: crypto.randomUUID(),
      'arsyeja-pezullimi': 'Pritet plotësimi.',
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(t.form.errors.meanwhile(t.states.running))
    expect(await again(id)).toEqual(before)
  })

  it('stops with a ground and goes on by as many days as it stood', async () => {
    const { id } = await given('Për t’u pezulluar', '2026-12-10')
    const me = await as(clerk)
    const pause = { versioni: '1', dergesa: crypto.randomUUID(), 'arsyeja-pezullimi': 'Pritet plotësimi i kërkesës.' }
    expect((await me.post(boardUrls.deed(id, 'pause'), pause)).status).toBe(303)
    expect(await me.read(`${boardUrls.board()}?gjendja=paused`)).toContain('Për t’u pezulluar')
    services.clock.passMinutes(5 * 24 * 60)
    const later = await as(clerk)
    const resume = { versioni: '2', dergesa: crypto.randomUUID() }
    expect((await later.post(boardUrls.deed(id, 'resume'), resume)).status).toBe(303)
    services.clock.passMinutes(-5 * 24 * 60)
    expect(await again(id)).toMatchObject({ state: 'running', dueOn: '2026-12-15', pausedOn: null })
  })

  it('comes back with everything typed when something is missing, and nothing has changed', async () => {
    const { id } = await given('E pandryshuar', '2026-12-10')
    const before = await again(id)
    const fields = { ...extension(crypto.randomUUID()), 'dita-day': '31', 'dita-month': '2', njoftimi: '' }
    const answer = await (await as(clerk)).post(boardUrls.deed(id, 'extend'), fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [t.form.errors.day, t.form.errors.notice, 'Pritet një dokument nga prefektura.', 'value="31"'])
      expect(page).toContain(words)
    expect(await again(id)).toEqual(before)
  })

  it('is never made shorter: an earlier day is refused with the reason', async () => {
    const { id } = await given('Jo më shkurt', '2026-12-30')
    const answer = await (await as(clerk)).post(boardUrls.deed(id, 'extend'), extension(crypto.randomUUID()))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(t.form.errors.notLonger)
    expect(await again(id)).toMatchObject({ dueOn: '2026-12-30', version: 1 })
  })

  it('is moved by its holder, their role and who leads the house, and by nobody else', async () => {
    const { id } = await given('E nëpunëses', '2026-12-10')
    const moderator = await as(people.albanianModerator)
    const page = await moderator.read(boardUrls.one(id))
    expect(page).toContain(t.one.notYours)
    expect(page).not.toContain(boardUrls.deed(id, 'extend'))
    expect((await moderator.post(boardUrls.deed(id, 'extend'), extension(crypto.randomUUID()))).status).toBe(403)
    expect(await again(id)).toMatchObject({ version: 1 })
    expect(await (await as(head)).read(boardUrls.one(id))).toContain(boardUrls.deed(id, 'extend'))
    const auditor = await as(people.auditor)
    expect((await auditor.get(boardUrls.one(id))).status).toBe(200)
    expect((await auditor.post(boardUrls.deed(id, 'extend'), extension(crypto.randomUUID()))).status).toBe(403)
  })

  it('sends to the page of its record what is done there', async () => {
    const { id, subject } = await given('Me faqen e vet', '2026-12-10')
    const me = await as(clerk)
    const task = `/zyra/puna/${subject.split(':')[1]}`
    const page = await me.read(boardUrls.one(id))
    expect(page).toContain(t.one.elsewhere)
    expect(page).toContain(`href="${task}"`)
    const answer = await me.post(boardUrls.deed(id, 'meet'), { versioni: '1', dergesa: crypto.randomUUID() })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, task])
    expect(await again(id)).toMatchObject({ state: 'running', version: 1 })
  })

  it('of a consultation leads to the consultation, where its participants are told', async () => {
    const consultation = await givenConsultation(services, { institution: 'prova' })
    const { id } = await deadlineOf(`consultations.consultation:${consultation.id}`, 'comments')
    const page = await (await as(people.albanianCoordinator)).read(boardUrls.one(id))
    expect(page).toContain(consultation.form.title)
    expect(page).toContain(t.one.elsewhere)
    expect(page).not.toContain(boardUrls.deed(id, 'extend'))
  })
})
