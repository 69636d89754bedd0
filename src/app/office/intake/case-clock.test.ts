import { describe, expect, it } from 'vitest'
import { eventsOf, findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { startOfDay } from '#platform/time/civil-date.ts'
import { givenOwnTerm } from '#test/own-terms.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { givenPerson, people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import type { CounterEntry } from '#platform/intake/enter-at-counter.ts'
import { handOverCases } from '#platform/intake/hand-over-cases.ts'
import { listPoints } from '#platform/intake/point-queries.ts'
import { caseNow, clerkOf, givenCase, institutionId, officialOf, staffOf, type GivenCase } from './testing.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'
import { writeUrls } from '../../public/intake/urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = officeIntakeTexts('sq')

/** Weeks go by in these tests: everybody is there from the beginning of the year, and signs in for each deed. */
services.clock.set(new Date('2026-01-02T09:00:00Z'))
const as = async (person: TestPerson) => {
  await givenPerson(services, person)
  return {
    read: async (path: string) => (await web.get(path, { cookie: await web.signedInAs(person) })).text(),
    deed: async (path: (id: string) => string, { id }: GivenCase, fields: Record<string, string> = {}) => {
      const { version } = await caseNow(services, id)
      return web.post(path(id), { versioni: String(version), ...fields }, { cookie: await web.signedInAs(person) })
    },
  }
}
const clerk = await as(clerkOf('prova'))
const secretary = await as(staffOf('council-secretary', 'prova'))
const kosovan = await as(clerkOf('provas'))
await givenPerson(services, people.albanianAdministrator)

const on = (day: string) => services.clock.set(new Date(startOfDay(day, 'Europe/Tirane').getTime() + 9 * 3_600_000))
const givenOn = (day: string, slug = 'prova', changes: Partial<CounterEntry> = {}) => {
  on(day)
  return givenCase(services, slug, changes)
}
const clockOf = ({ id }: { id: string }) => findDeadline(db, `intake.case:${id}`, 'answer')
const choice = (lloji: string, more: Record<string, string> = {}) => ({
  lloji,
  'arsyeja-afatit': 'Kështu e lexon zyra.',
  ...more,
})
const day = (name: string, date: string) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('the clock of a paper in Albania', () => {
  it('starts with its number, by the Code: 60 days, and the last one moves on from a Sunday and two days off', async () => {
    const one = await givenOn('2026-09-30')
    expect(await clockOf(one)).toMatchObject({
      ruleId: 'AL-CPA-DECIDE',
      startedOn: '2026-09-30',
      dueOn: '2026-12-02',
      workBy: '2026-12-02',
      state: 'running',
      role: 'clerk',
      public: true,
    })
    const page = await clerk.read(intakeUrls.one(one.id))
    for (const words of [t.clock.label, '2 dhjetor 2026', 'AL-CPA-DECIDE', 'Flamurit']) expect(page).toContain(words)
  })

  it('counts a registered letter from the day it was posted', async () => {
    const posted = { channel: 'paper', happenedOn: '2026-09-30', registeredPost: true } as const
    const one = await givenOn('2026-10-05', 'prova', posted)
    expect(await clockOf(one)).toMatchObject({ startedOn: '2026-09-30', dueOn: '2026-12-02' })
  })

  it('is told to who handed it in: on the receipt with the reasons, and in the letter', async () => {
    const email = 'dorezuese@posta.example'
    const sender = { name: 'Hatixhe Shembull', postal: null, telephone: null, email }
    const one = await givenOn('2026-09-30', 'prova', { sender })
    const receipt = await clerk.read(intakeUrls.receipt(one.id))
    for (const words of [t.receipt.due, '2 dhjetor 2026', 'Kodi']) expect(receipt).toContain(words)
    expect((await lettersTo(db, email))[0]?.body).toContain('deri më 2 dhjetor 2026')
    const lookup = `${writeUrls.lookup()}?numri=${one.registerNumber}/${one.registerYear}&kodi=${one.code}`
    const own = await (await web.get(lookup)).text()
    for (const words of ['Përgjigjen e merrni deri më', '2 dhjetor 2026', 'Pse']) expect(own).toContain(words)
  })

  it('runs 10 working days once an official says that it asks for information', async () => {
    const one = await givenOn('2026-11-20')
    expect((await clerk.deed(intakeUrls.clock, one, choice('information'))).status).toBe(303)
    expect(await clockOf(one)).toMatchObject({ ruleId: 'AL-FOI-ANSWER', dueOn: '2026-12-10', state: 'running' })
  })

  it('has no petition to choose before the institution has set its term, and then it has', async () => {
    const one = await givenOn('2026-11-20')
    const before = await clockOf(one)
    const refused = await clerk.deed(intakeUrls.clock, one, choice('petition'))
    expect([refused.status, (await refused.text()).includes(t.refusals['no-term'])]).toEqual([409, true])
    expect(await clockOf(one)).toEqual(before)
    await givenOwnTerm(db, await institutionId(services, 'prova'), 'AL-LSG-PETITION', 30)
    expect((await clerk.deed(intakeUrls.clock, one, choice('petition'))).status).toBe(303)
    expect(await clockOf(one)).toMatchObject({ basis: 'own', ruleId: 'AL-LSG-PETITION', n: 30, dueOn: '2026-12-21' })
  })

  it('goes to a day set by hand, and away, each with its ground', async () => {
    const one = await givenOn('2026-11-20')
    expect((await clerk.deed(intakeUrls.clock, one, choice('day', day('dita', '2026-12-15')))).status).toBe(303)
    expect(await clockOf(one)).toMatchObject({ basis: 'day', dueOn: '2026-12-15', state: 'running' })
    expect((await clerk.deed(intakeUrls.clock, one, choice('none'))).status).toBe(303)
    expect(await clockOf(one)).toMatchObject({ state: 'cancelled' })
    expect(await caseNow(services, one.id)).toMatchObject({ dueOn: null, workBy: null })
    const page = await clerk.read(intakeUrls.one(one.id))
    expect(page).toContain(`${t.clock.none} Kështu e lexon zyra.`)
  })

  it('without a ground, or to a day that does not exist, stays as it is, and what was typed comes back', async () => {
    const one = await givenOn('2026-11-20')
    const before = await clockOf(one)
    const wrong = await clerk.deed(intakeUrls.clock, one, { lloji: 'day', ...day('dita', '2026-02-30') })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const words of [t.clock.dayError, t.page.reasonError, 'value="30"']) expect(html).toContain(words)
    expect(await clockOf(one)).toEqual(before)
  })

  it('begins anew when the day of filing is corrected', async () => {
    const one = await givenOn('2026-10-05', 'prova', { happenedOn: '2026-09-30', channel: 'paper' })
    expect(await clockOf(one)).toMatchObject({ startedOn: '2026-10-05' })
    await clerk.deed(intakeUrls.correct, one, {
      emri: 'Hatixhe Shembull',
      lenda: 'Ndriçimi',
      fjalet: 'Llamba.',
      arsyeja: 'Zarfi ka vulën.',
      regjistruar: 'po',
      ...day('shkruar', '2026-09-30'),
    })
    expect(await clockOf(one)).toMatchObject({ startedOn: '2026-09-30', dueOn: '2026-12-02', state: 'running' })
  })
})

describe('made longer', () => {
  const told = { 'zgjatja-njoftimi': 'Me shkresën nr. 7.' }

  it('by the Code once, with reasons, inside the first term; the person with an e-mail is told', async () => {
    const email = 'zgjatje@posta.example'
    const sender = { name: 'Hatixhe Shembull', postal: null, telephone: null, email }
    const one = await givenOn('2026-09-30', 'prova', { sender })
    const extended = { zgjatja: 'Çështja është e ndërlikuar.', 'zgjatja-dite': '20', ...told }
    expect((await secretary.deed(intakeUrls.extend, one, extended)).status).toBe(303)
    const clock = await clockOf(one)
    expect(clock).toMatchObject({ n: 80, dueOn: '2026-12-21' })
    const last = (await eventsOf(db, clock?.id ?? '')).at(-1)
    expect(last).toMatchObject({
      kind: 'extended',
      ground: extended.zgjatja,
      ruleId: 'AL-CPA-EXT',
      notice: told['zgjatja-njoftimi'],
    })
    const bodies = (await lettersTo(db, email)).map(({ body }) => body)
    expect(bodies.filter((body) => body?.includes('tani është deri më 21 dhjetor 2026'))).toHaveLength(1)
    const again = await secretary.deed(intakeUrls.extend, one, extended)
    expect([again.status, (await again.text()).includes(t.refusals['cannot-extend'])]).toEqual([409, true])
    expect((await clockOf(one))?.dueOn).toBe('2026-12-21')
  })

  it('not by more than the first term, nor after it has ended', async () => {
    const one = await givenOn('2026-09-30')
    const longer = { zgjatja: 'Çështja është e ndërlikuar.', 'zgjatja-dite': '61', ...told }
    expect((await secretary.deed(intakeUrls.extend, one, longer)).status).toBe(409)
    on('2026-12-03')
    const late = await secretary.deed(intakeUrls.extend, one, { ...longer, 'zgjatja-dite': '10' })
    expect([late.status, (await late.text()).includes(t.refusals['extended-too-late'])]).toEqual([409, true])
    expect((await clockOf(one))?.dueOn).toBe('2026-12-02')
  })

  it('of a request for information by five working days, for one of the three grounds of the law alone', async () => {
    const one = await givenOn('2026-11-20')
    await clerk.deed(intakeUrls.clock, one, choice('information'))
    const free = await secretary.deed(intakeUrls.extend, one, { zgjatja: 'Kemi shumë punë.', ...told })
    expect([free.status, (await free.text()).includes(t.refusals['ground-not-listed'])]).toEqual([409, true])
    const listed = { arsye: 'lista', 'zgjatja-arsyeja': 'apart', ...told }
    expect((await secretary.deed(intakeUrls.extend, one, listed)).status).toBe(303)
    expect(await clockOf(one)).toMatchObject({ n: 15, dueOn: '2026-12-17' })
  })
})

describe('stopped', () => {
  it('with a ground, it stands still; resumed, the days between do not count, and the tasks follow', async () => {
    const one = await givenOn('2026-11-20')
    await clerk.deed(intakeUrls.clock, one, choice('information'))
    await clerk.deed(intakeUrls.assign, one, { kujt: 'rol:council-secretary', ...day('afati', '2026-12-10') })
    on('2026-11-24')
    await secretary.deed(intakeUrls.pause, one, { pezullimi: 'Pritet saktësimi.' })
    expect(await clockOf(one)).toMatchObject({ state: 'paused', pausedOn: '2026-11-24' })
    on('2026-11-26')
    await secretary.deed(intakeUrls.resume, one, { vijimi: 'U saktësua.' })
    const clock = await clockOf(one)
    expect(clock).toMatchObject({ state: 'running', dueOn: '2026-12-14' })
    const [task] = await db`
      select deadline.due_on from platform.tasks as task join platform.deadlines as deadline
        on deadline.subject = 'tasks.task:' || task.id where task.subject = ${`intake.case:${one.id}`}`
    expect(task?.dueOn).toBe(clock?.workBy)
  })
})

describe('in Kosovo, where the clocks of law 05/L-031 could not be read,', () => {
  it('a paper has no clock until a day is set by hand', async () => {
    const one = await givenOn('2026-11-20', 'provas')
    expect(await clockOf(one)).toBeNull()
    const page = await kosovan.read(intakeUrls.one(one.id))
    for (const words of [t.clock.none, t.clock.notSet([t.clock.request.XK, t.clock.kinds.petition])])
      expect(page).toContain(words)
    await kosovan.deed(intakeUrls.assign, one, { kujt: 'rol:clerk', ...day('afati', '2026-12-15') })
    expect(await clockOf(one)).toMatchObject({ basis: 'day', dueOn: '2026-12-15', role: 'clerk' })
  })

  it('a request for information has two dates, and is late only after the later one', async () => {
    // Seven days from Thursday 2 April 2026 end on a holiday.
    const one = await givenOn('2026-04-02', 'provas')
    await kosovan.deed(intakeUrls.clock, one, choice('information'))
    const clock = await clockOf(one)
    expect(clock).toMatchObject({ ruleId: 'XK-FOI-ANSWER', dueOn: '2026-04-10' })
    expect((clock?.workBy ?? '') < '2026-04-10').toBe(true)
    on('2026-04-10')
    expect(await kosovan.read('/zyra/hyrjet?vonese=po')).not.toContain(intakeUrls.one(one.id))
    on('2026-04-11')
    expect(await kosovan.read('/zyra/hyrjet?vonese=po')).toContain(intakeUrls.one(one.id))
  })

  it('the term that the institution has set itself starts with the number', async () => {
    await givenOwnTerm(db, await institutionId(services, 'provas'), 'XK-LGAP', 30)
    expect(await clockOf(await givenOn('2026-11-20', 'provas'))).toMatchObject({
      basis: 'own',
      ruleId: 'XK-LGAP',
      n: 30,
    })
  })
})

describe('the clock follows its case', () => {
  it('passed on it ends here, and the other body’s begins with its own receipt', async () => {
    const one = await givenOn('2026-11-18')
    on('2026-11-23')
    const page = await clerk.read(intakeUrls.one(one.id))
    expect(page).toContain(t.clock.forward('20 nëntor 2026'))
    expect(page).toContain(t.clock.forwardOver)
    const to = await institutionId(services, 'provas')
    await clerk.deed(intakeUrls.transfer, one, { institucioni: to, kalimi: 'Nuk na takon.' })
    expect(await clockOf(one)).toMatchObject({ state: 'cancelled' })
    const [theirs] = await db<{ id: string }[]>`
      select transferred_to as id from platform.cases where id = ${one.id}`
    expect(await clockOf({ id: theirs?.id ?? '' })).toMatchObject({ startedOn: '2026-11-23', jurisdiction: 'XK' })
  })

  it('answered it is met on that day; reopened it runs again', async () => {
    const one = await givenOn('2026-11-18')
    const [point] = await listPoints(db, one.id)
    const id = point?.id ?? ''
    await secretary.deed((of) => intakeUrls.answer(of, id), one, { versioni: '1', [`pergjigjja-${id}`]: 'Po.' })
    expect(await clockOf(one)).toMatchObject({ state: 'met', endedAt: services.clock.now() })
    await secretary.deed(intakeUrls.reopen, one, { rihapja: 'Mungonte diçka.' })
    expect(await clockOf(one)).toMatchObject({ state: 'running', endedAt: null, dueOn: '2027-01-18' })
  })

  it('set aside or a duplicate it is cancelled; one that was taken off stays off when the case opens again', async () => {
    const [first, second] = [await givenOn('2026-11-18'), await givenOn('2026-11-18')]
    await clerk.deed(intakeUrls.duplicate, second, { origjinali: first.code })
    expect(await clockOf(second)).toMatchObject({ state: 'cancelled' })
    await clerk.deed(intakeUrls.discard, first, { menjanimi: 'Reklamë.' })
    await clerk.deed(intakeUrls.reopen, first, { rihapja: 'Nuk ishte.' })
    expect(await clockOf(first)).toMatchObject({ state: 'running' })
    const third = await givenOn('2026-11-18')
    await clerk.deed(intakeUrls.clock, third, choice('none'))
    on('2026-11-19')
    await clerk.deed(intakeUrls.discard, third, { menjanimi: 'Reklamë.' })
    await clerk.deed(intakeUrls.reopen, third, { rihapja: 'Nuk ishte.' })
    expect(await clockOf(third)).toMatchObject({ state: 'cancelled' })
  })

  it('assigned it is theirs; a day after the law’s is refused and nothing changes', async () => {
    const one = await givenOn('2026-11-20')
    const late = { kujt: 'rol:administrator', ...day('afati', '2027-06-01') }
    const refused = await clerk.deed(intakeUrls.assign, one, late)
    expect([refused.status, (await refused.text()).includes(t.refusals['after-deadline'])]).toEqual([409, true])
    expect(await caseNow(services, one.id)).toMatchObject({ state: 'new', version: one.version })
    const [from, to] = [staffOf('clerk', 'prova'), people.albanianAdministrator]
    const [leaver, heir] = [await officialOf(services, from), await officialOf(services, to)]
    await clerk.deed(intakeUrls.assign, one, { kujt: `llogari:${leaver.accountId}` })
    expect(await clockOf(one)).toMatchObject({ holderId: leaver.accountId, role: null })
    const order = { from: leaver.accountId, to: heir.accountId, byAccountId: heir.accountId, at: services.clock.now() }
    await db.begin((tx) => handOverCases(tx, order))
    expect(await clockOf(one)).toMatchObject({ holderId: heir.accountId })
  })

  it('says nothing of the letter or of who wrote it, in its events and on the public board', async () => {
    const sender = { name: 'Zanafilla Askushi', postal: 'Rruga e Fshehtë 1', telephone: null, email: null }
    const one = await givenOn('2026-11-20', 'prova', { about: 'Fjalë të fshehta', words: 'Krejt e fshehtë.', sender })
    await clerk.deed(intakeUrls.clock, one, choice('information'))
    await clerk.deed(intakeUrls.close, one, { mbyllja: 'U përgjigj.' })
    const [kept] = await db<{ all: string }[]>`
      select coalesce(string_agg(row_to_json(deadline)::text || coalesce(row_to_json(event)::text, ''), ' '), '') as all
      from platform.deadlines as deadline left join platform.deadline_events as event on event.deadline_id = deadline.id`
    expect(kept?.all).toContain(one.id)
    for (const words of ['fshehta', 'fshehtë', 'Zanafilla', 'Fshehtë']) expect(kept?.all).not.toContain(words)
    const { caseDeadlines } = await import('./case-deadlines-view.ts')
    const titles = await caseDeadlines.answer?.publicTitles?.(services, 'sq', [one.id])
    expect(titles?.get(one.id)).toBe(`Kërkesë ${one.registerNumber}/2026`)
  })
})
