import { describe, expect, it } from 'vitest'
import { listPoints } from '#platform/intake/point-queries.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import type { CounterEntry } from '#platform/intake/enter-at-counter.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { caseNow, clerkOf, givenCase, institutionId, staffOf, type GivenCase } from './testing.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = officeIntakeTexts('sq')
const there = await institutionId(services, 'provas')

const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    get: (path: string) => web.get(path, { cookie }),
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    /** A deed as the page that shows this case sends it. */
    deed: (path: (id: string) => string, seen: GivenCase, fields: Record<string, string> = {}) =>
      web.post(path(seen.id), { versioni: String(seen.version), ...fields }, { cookie }),
  }
}
const clerk = await as(clerkOf('prova'))
const secretary = await as(staffOf('council-secretary', 'prova'))
const given = (changes: Partial<CounterEntry> = {}) => givenCase(services, 'prova', changes)

const stateOf = async () => {
  const rows = await db`
    select (select count(*) from platform.cases) as cases, (select sum(version) from platform.cases) as versions,
      (select count(*) from platform.changes) as changes, (select count(*) from platform.mail_messages) as letters,
      (select count(*) from platform.tasks) as tasks`
  return JSON.stringify(rows)
}

describe('assigning', () => {
  it('gives the case to a role, with a day, and its holders get a task', async () => {
    const one = await given()
    const due = { 'afati-day': '30', 'afati-month': '11', 'afati-year': '2026' }
    const response = await clerk.deed(intakeUrls.assign, one, { kujt: 'rol:council-secretary', ...due })
    expect(response.status).toBe(303)
    expect(await caseNow(services, one.id)).toMatchObject({
      state: 'assigned',
      ownerRole: 'council-secretary',
      workBy: '2026-11-30',
      // The law's own day stays: within it the house may be quicker.
      dueOn: '2027-01-21',
    })
    const tasks = await db`select task.role, deadline.due_on, task.title from platform.tasks as task
      join platform.deadlines as deadline on deadline.subject = 'tasks.task:' || task.id
      where task.subject = ${`intake.case:${one.id}`}`
    expect(tasks).toMatchObject([
      { role: 'council-secretary', dueOn: '2026-11-30', title: `Çështja ${caseNumber(one)}` },
    ])
  })

  it('to nobody, or to somebody of another institution, changes nothing', async () => {
    const one = await given()
    const before = await stateOf()
    const [stranger] = await db<{ id: string }[]>`
      select id from platform.accounts where email = ${clerkOf('provas').email}`
    await givenCase(services, 'provas')
    const [foreign] = await db<
      { id: string }[]
    >`select id from platform.accounts where email = ${clerkOf('provas').email}`
    const after = await stateOf()
    expect((await clerk.deed(intakeUrls.assign, one, { kujt: '' })).status).toBe(422)
    const refused = await clerk.deed(intakeUrls.assign, one, { kujt: `llogari:${(stranger ?? foreign)?.id}` })
    expect([refused.status, (await refused.text()).includes(t.refusals['no-such-owner'])]).toEqual([409, true])
    expect([before === after, await stateOf()]).toEqual([false, after])
  })

  it('by two clerks at once: one is told what the other did', async () => {
    const one = await given()
    const second = await as(people.albanianAdministrator)
    const responses = await Promise.all([
      clerk.deed(intakeUrls.assign, one, { kujt: 'rol:clerk' }),
      second.deed(intakeUrls.assign, one, { kujt: 'rol:administrator' }),
    ])
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const loser = responses.find(({ status }) => status === 409)
    expect(await loser?.text()).toContain(t.meanwhile)
    expect(await db`select from platform.tasks where subject = ${`intake.case:${one.id}`}`).toHaveLength(1)
  })
})

describe('one letter of several points', () => {
  const split = (one: GivenCase, titles: readonly string[]) => {
    const rows = Object.fromEntries(titles.map((title, index) => [`titulli-${index + 1}`, title]))
    return secretary.deed(intakeUrls.split, one, { rreshta: String(titles.length), ...rows })
  }
  const answer = (one: GivenCase, pointId: string, words: string, versioni = '1') =>
    secretary.deed((id) => intakeUrls.answer(id, pointId), one, { versioni, [`pergjigjja-${pointId}`]: words })

  it('is taken apart into forty, each answered by itself; the last answer answers the letter', async () => {
    const one = await given({ words: 'Dyzet vërejtje.' })
    const titles = Array.from({ length: 40 }, (_, index) => `Vërejtja ${index + 1}`)
    expect((await split(one, titles)).status).toBe(303)
    const points = await listPoints(db, one.id)
    expect(points.map(({ title }) => title)).toEqual(titles)
    const [first, ...others] = points
    await answer(one, first?.id ?? '', 'Po.')
    expect((await caseNow(services, one.id)).state).toBe('in-work')
    for (const point of others) await answer(one, point.id, 'Jo.')
    expect(await caseNow(services, one.id)).toMatchObject({ state: 'answered', answeredAt: services.clock.now() })
  })

  it('two officials answer two points at the same time, and the same point only once', async () => {
    const one = await given()
    await split(one, ['Uji', 'Rruga'])
    const [water, road] = (await listPoints(db, one.id)).map(({ id }) => id)
    const both = await Promise.all([answer(one, water ?? '', 'A.'), answer(one, road ?? '', 'B.')])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const again = await answer(one, water ?? '', 'Tjetër.')
    expect(again.status).toBe(409)
    expect((await listPoints(db, one.id)).map((point) => point.answer)).toEqual(['A.', 'B.'])
  })

  it('cut anew keeps what was answered', async () => {
    const one = await given()
    await split(one, ['Uji', 'Rruga'])
    const [water] = await listPoints(db, one.id)
    await answer(one, water?.id ?? '', 'A.')
    await split(await caseNow(services, one.id), ['Ura', 'Varrezat'])
    expect((await listPoints(db, one.id)).map(({ title }) => title)).toEqual(['Uji', 'Ura', 'Varrezat'])
  })

  it('is filled from the paragraphs of the letter', async () => {
    const one = await given({ words: 'Nderuar bashki,\n\n1. Uji mungon.\n2. Ura është prishur.' })
    const page = await secretary.read(`${intakeUrls.split(one.id)}?sipas=paragrafeve`)
    expect(page).toContain('value="Uji mungon."')
    expect(page).toContain('value="Ura është prishur."')
  })
})

describe('ending', () => {
  it('needs a reason; a discarded number stays in the register with it, and reopening brings the case back', async () => {
    const one = await given()
    const before = await stateOf()
    expect((await clerk.deed(intakeUrls.discard, one, { menjanimi: '' })).status).toBe(422)
    expect(await stateOf()).toBe(before)
    expect((await clerk.deed(intakeUrls.discard, one, { menjanimi: 'Reklamë për tapete.' })).status).toBe(303)
    const list = await clerk.read(`${intakeUrls.inbox()}?gjendja=discarded`)
    expect(list).toContain(`>${caseNumber(one)}<`)
    const gone = await caseNow(services, one.id)
    expect(gone.stateReason).toBe('Reklamë për tapete.')
    expect((await clerk.deed(intakeUrls.reopen, gone, { rihapja: 'Ishte letër.' })).status).toBe(303)
    expect((await caseNow(services, one.id)).state).toBe('new')
  })

  it('as a duplicate is suggested by the program for the same sender in similar words, and leads to the first', async () => {
    const words = 'Kanali pranë shtëpisë sime në lagjen e re mbushet me ujë kur bie shi.'
    const sender = { name: 'Zymber Shembull', postal: null, telephone: null, email: null }
    const first = await given({ about: 'Kanali', words, sender })
    const second = await given({ about: 'Kanali përsëri', words: `${words} Ju lutem.`, sender })
    await given({ about: 'Kanali', words, sender: { ...sender, name: 'Tjetër Shembull' } })
    const page = await clerk.read(intakeUrls.one(second.id))
    expect(page).toContain(t.page.sameAsThis(caseNumber(first)))
    expect(page.match(/kv-likeness/g)).toHaveLength(1)
    expect((await clerk.deed(intakeUrls.duplicate, second, { origjinali: first.code })).status).toBe(303)
    expect(await caseNow(services, second.id)).toMatchObject({ state: 'duplicate', duplicateOf: first.id })
    const [left, right] = [await given(), await given()]
    const each = await Promise.all([
      clerk.deed(intakeUrls.duplicate, left, { origjinali: right.code }),
      clerk.deed(intakeUrls.duplicate, right, { origjinali: left.code }),
    ])
    expect(each.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  })

  it('by passing it on opens it in the other institution, closes it here and tells the person', async () => {
    const sender = { name: 'Arta Shembull', postal: null, telephone: null, email: 'kalim@posta.example' }
    const one = await given({ sender })
    const fields = { institucioni: there, kalimi: 'Rruga është e komunës.' }
    expect((await clerk.deed(intakeUrls.transfer, one, fields)).status).toBe(303)
    expect((await clerk.deed(intakeUrls.transfer, one, fields)).status).toBe(409)
    const here = await caseNow(services, one.id)
    const theirs = await caseNow(services, here.transferredTo ?? '')
    expect([here.state, theirs.state, theirs.institutionId]).toEqual(['closed', 'new', there])
    const letters = await lettersTo(db, 'kalim@posta.example')
    expect(letters.filter(({ body }) => body?.includes(theirs.code))).toHaveLength(1)
    expect((await clerk.get(intakeUrls.one(theirs.id))).status).toBe(404)
  })
})

describe('correcting', () => {
  it('changes the data and leaves no trace of the former words and names in history', async () => {
    const one = await given({
      about: 'Fjala rrokullima',
      sender: { name: 'Emri Gabuar', postal: null, telephone: null, email: null },
    })
    const fields = { emri: 'Emri Shembull', lenda: 'Fjala e drejtë', fjalet: 'x', arsyeja: 'Gabim shtypi.' }
    expect((await clerk.deed(intakeUrls.correct, one, fields)).status).toBe(303)
    expect(await caseNow(services, one.id)).toMatchObject({ senderName: 'Emri Shembull', about: 'Fjala e drejtë' })
    const history = JSON.stringify(
      await db`select fields, reason from platform.changes where subject = ${`intake.case:${one.id}`}`,
    )
    expect(history).toContain('{"to":null,"from":null,"field":"name"}')
    for (const word of ['Gabuar', 'Shembull', 'rrokullima', 'drejtë']) expect(history).not.toContain(word)
    expect((await clerk.deed(intakeUrls.correct, one, fields)).status).toBe(409)
  })

  it('a later paper joins its case, and the same form twice is one', async () => {
    const one = await given()
    const fields = { dergesa: crypto.randomUUID(), fjalet: 'Shtojcë.', lenda: '' }
    for (let n = 0; n < 2; n++) expect((await clerk.deed(intakeUrls.papers, one, fields)).status).toBe(303)
    expect(await db`select words from platform.case_papers where case_id = ${one.id}`).toHaveLength(1)
  })
})

describe('the list', () => {
  it('finds a case by name without accents, words, number, code and protocol; other institutions never', async () => {
    const one = await given({
      about: 'Përmbytja',
      words: 'Çatia pikon.',
      sender: { name: 'Çelnike Shembull', postal: null, telephone: null, email: null },
      protocolNumber: '12-99/k',
    })
    const foreign = await givenCase(services, 'provas', { about: 'Përmbytja e huaj' })
    for (const q of ['celnike', 'CATIA', 'permbytja', caseNumber(one), one.code.toLowerCase(), '12-99/k']) {
      const page = await clerk.read(`${intakeUrls.inbox()}?q=${encodeURIComponent(q)}`)
      expect([q, page.includes(`/zyra/hyrjet/${one.id}`), page.includes(foreign.id)]).toEqual([q, true, false])
    }
    expect(await clerk.read(`${intakeUrls.inbox()}?q=%25`)).not.toContain(one.id)
    expect((await clerk.get(intakeUrls.one(foreign.id))).status).toBe(404)
    expect([403, 404]).toContain((await clerk.deed(intakeUrls.start, foreign)).status)
  })

  it('is a file for those with the right, with formulas made harmless, and the log says who took what', async () => {
    const one = await given({
      about: '=cmd()',
      sender: { name: 'Eksport Shembull', postal: null, telephone: null, email: null },
    })
    const csv = await clerk.read(`${intakeUrls.csv()}?gjendja=te-gjitha`)
    expect(csv).toContain(`'=cmd()`)
    expect(csv).toContain('Eksport Shembull')
    expect((await secretary.get(intakeUrls.csv())).status).toBe(403)
    const log = await db`select what from platform.accesses where subject = ${`intake.case:${one.id}`}`
    expect(log).toEqual([{ what: 'exported' }])
  })

  it('and the page of a case are noted: who saw the data of a person can be told', async () => {
    const one = await given()
    await secretary.get(intakeUrls.one(one.id))
    const log = await db`select what from platform.accesses where subject = ${`intake.case:${one.id}`}`
    expect(log).toEqual([{ what: 'opened' }])
  })
})
