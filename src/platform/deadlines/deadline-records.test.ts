import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf, UNENTERED } from '#test/ledger.ts'
import { givenPerson } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { calendarChangeRecords } from './announcements/calendar-records.ts'
import { enterCalendarChange } from './announcements/enter-calendar-change.ts'
import { withdrawCalendarChange } from './announcements/withdraw-calendar-change.ts'
import type { DeadlineOrder } from './deadline-order.ts'
import { deadlineRecords } from './deadline-records.ts'
import { doneOf, noticeOrder, someRecord } from './deadlines-testing.ts'
import { cancelDeadline, meetDeadline } from './end-deadline.ts'
import { giveDeadlineTo } from './give-deadline.ts'
import { pauseDeadline } from './pause-deadline.ts'
import { readRecomputeOrder, recomputeDeadlines } from './recomputing/recompute-deadlines.ts'
import { resumeDeadline } from './resume-deadline.ts'
import { startDeadline } from './start-deadline.ts'
import { endTerm } from './terms/end-term.ts'
import { setOwnTerm } from './terms/set-own-term.ts'
import { termRecords } from './terms/term-records.ts'

const db = await testDatabase()
const services = testServices(db)
services.clock.set(new Date('2026-11-23T11:00:00Z'))
const prova = (await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`)[0]?.id ?? ''

const start = async (subject: string, more: Partial<DeadlineOrder> = {}): Promise<string> =>
  doneOf(await db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject, more)))).id
const saidOf = async (id: string) =>
  (await entriesOf(db, `platform.deadline:${id}`)).map(({ version, ended }) => [version, ended])

describe('a public deadline', () => {
  it('is entered by each deed that changes it, and never by whose it is', async () => {
    const subject = someRecord()
    const at = { subject, slot: 'comments', by: 'program' as const }
    const accountId = await givenPerson(services, { email: 'liri@afatet.example', name: 'Liri e Fshehur', roles: [] })
    const id = await start(subject)
    expect(await entriesOf(db, `platform.deadline:${id}`)).toEqual([
      { kind: 'platform.deadline', version: 1, ended: null, institution: 'prova' },
    ])
    await db.begin((tx) => giveDeadlineTo(tx, subject, 'comments', { accountId, role: 'moderator' }))
    expect(await saidOf(id)).toEqual([[1, null]])
    await db.begin((tx) => pauseDeadline(tx, services, { ...at, ground: 'Pritet sqarimi' }))
    await db.begin((tx) => resumeDeadline(tx, services, at))
    await db.begin((tx) => meetDeadline(tx, services, at))
    expect(await saidOf(id)).toEqual([1, 2, 3, 4].map((version) => [version, null]))
    const record = await recordOf(db, deadlineRecords, id)
    expect(record).toMatchObject({ subject, slot: 'comments', state: 'met', rule_id: 'AL-CONS-NOTICE' })
    for (const hidden of [accountId, 'Liri e Fshehur', 'moderator', 'Pritet sqarimi'])
      expect(JSON.stringify(record)).not.toContain(hidden)
  })

  it('covers every column of the published view but the days that depend on today', async () => {
    const columns = await db<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = 'platform.published_deadlines'::regclass and attnum > 0 and not attisdropped`
    expect(columns.map(({ name }) => name).filter((name) => !deadlineRecords.shapes.at(-1)?.includes(name))).toEqual([
      'days_late',
    ])
  })

  it('of a draft is entered when it begins; one called off before was never public; a private one never is', async () => {
    const [draft, off, hidden] = [someRecord(), someRecord(), someRecord()]
    const ids = [await start(draft, { planned: true }), await start(off, { planned: true })]
    const secret = await start(hidden, { public: false })
    await db.begin((tx) => cancelDeadline(tx, services, { subject: off, slot: 'comments', by: 'program' }))
    await start(draft)
    await db.begin((tx) => meetDeadline(tx, services, { subject: hidden, slot: 'comments', by: 'program' }))
    expect(await Promise.all([...ids, secret].map(saidOf))).toEqual([[[1, null]], [], []])
    expect(await deadlineRecords.find(db, [ids[1] ?? '', secret])).toEqual([])
  })
})

describe('an announcement of a government', () => {
  it('is entered, ends when it is taken back, and so is each public deadline that it moves', async () => {
    const [open, secret] = [await start(someRecord()), await start(someRecord(), { public: false })]
    const change = { kind: 'added', day: '2026-12-10', names: { sq: 'Ditë zie', en: 'Mourning' }, basis: 'VKM nr. 718' }
    const order = { jurisdiction: 'AL', change, formId: randomUUID() } as const
    const outcome = await enterCalendarChange(services, 'program', order as Parameters<typeof enterCalendarChange>[2])
    const id = outcome.kind === 'entered' ? outcome.id : ''
    expect(await recordOf(db, calendarChangeRecords, id)).toMatchObject({ day: '2026-12-10', basis: 'VKM nr. 718' })
    await recomputeDeadlines(services, [], readRecomputeOrder({ jurisdiction: 'AL', cause: '', run: 'ledger' }))
    expect([await saidOf(open), await saidOf(secret)]).toEqual([
      [
        [1, null],
        [2, null],
      ],
      [],
    ])
    await withdrawCalendarChange(services, 'program', id, 'U shënua gabim')
    const said = await entriesOf(db, `deadlines.calendar:${id}`)
    expect(said).toEqual([
      { kind: 'platform.calendar-change', version: 1, ended: null, institution: null },
      { kind: 'platform.calendar-change', version: 2, ended: 'withdrawn', institution: null },
    ])
  })
})

describe('a term of an institution', () => {
  it('is entered; one that follows enters the end of the first; so does its own end', async () => {
    const rule = { ruleId: 'AL-LSG-PETITION', basis: 'Rregullorja, neni 12', formId: randomUUID() }
    const number = { n: 30, unit: 'd', firstDay: null, roll: null } as const
    await setOwnTerm(services, 'program', prova, { ...rule, fromOn: '2026-01-01', seen: null }, number)
    const [first] = await db<{ id: string }[]>`select id from platform.institution_terms where form_id = ${rule.formId}`
    const again = { ...rule, formId: randomUUID(), fromOn: '2026-06-01', seen: first?.id ?? '' }
    await setOwnTerm(services, 'program', prova, again, { ...number, n: 20 })
    const [second] = await db<
      { id: string }[]
    >`select id from platform.institution_terms where form_id = ${again.formId}`
    await endTerm(services, 'program', prova, {
      termId: second?.id ?? '',
      untilOn: '2026-12-31',
      reason: 'U shfuqizua.',
    })
    const said = async (id = '') =>
      (await entriesOf(db, `platform.institution-term:${id}`)).map(({ version }) => version)
    expect([await said(first?.id), await said(second?.id)]).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(await recordOf(db, termRecords, first?.id ?? '')).toMatchObject({ until_on: '2026-05-31', n: 30 })
  })
})

describe('a change that nobody entered', () => {
  it('of a public deadline, an announcement or a term does not stand', async () => {
    const open = await start(someRecord())
    const changes = [
      db`update platform.deadlines set due_on = due_on + 1 where id = ${open}`,
      db`update platform.deadlines set public = false where id = ${open}`,
      db`update platform.institution_terms set basis = 'Ndryshe krejt'`,
      db`insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
         values ('XK', 'added', '2026-12-11', '{"sq": "Ditë", "en": "Day"}', 'VKM 1/2026', now())`,
    ]
    for (const change of changes) await expect(change).rejects.toMatchObject(UNENTERED)
  })

  it('of what is private, planned or nobody’s to read stands', async () => {
    const subject = someRecord()
    const secret = await start(someRecord(), { public: false })
    const planned = await start(subject, { planned: true })
    await db`update platform.deadlines set due_on = due_on + 1 where id = any(${[secret, planned]}::uuid[])`
    await db`update platform.deadlines set reminded = '{3}', role = 'clerk', version = version + 1`
    await expect(db`update platform.deadlines set state = 'running' where id = ${planned}`).rejects.toMatchObject(
      UNENTERED,
    )
  })
})
