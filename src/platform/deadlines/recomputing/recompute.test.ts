import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import type { Door } from '../../door.ts'
import { checkLaw } from './check-law.ts'
import type { DeadlineMove } from '../deadline-kind.ts'
import type { DeadlineOrder } from '../deadline-order.ts'
import { findDeadline } from '../deadline-queries.ts'
import { doneOf, happened, noticeOrder, someRecord } from '../deadlines-testing.ts'
import { meetDeadline } from '../end-deadline.ts'
import { extendDeadline } from '../extend-deadline.ts'
import { groundWords } from './move-rules.ts'
import { readRecomputeOrder, recomputeDeadlines } from './recompute-deadlines.ts'
import { startDeadline } from '../start-deadline.ts'
import { entered } from '#test/ledger.ts'
import { calendarChangeRecords } from '../announcements/calendar-records.ts'
import { deadlineRecords } from '../deadline-records.ts'
import { closureRecords } from '../../institutions/institution-records.ts'

const db = await testDatabase()
const services = testServices(db)
const ilirId = await givenPerson(services, people.albanianCoordinator)
await givenPerson(services, people.albanianAdministrator)
await givenPerson(services, people.kosovarAdministrator)
const idOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
const prova = await idOf('prova')
const provas = await idOf('provas')
const by = { accountId: ilirId }
const MONDAY = new Date('2026-11-23T11:00:00Z')

let followed: DeadlineMove[]
const failing = { on: false }
const door: Door = {
  name: 'clocks',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes() {},
  deadlines: {
    comments: {
      kind: 'consultations.consultation',
      words: { sq: 'Komentet', en: 'Comments' },
      publicBoard: true,
      readers: [],
      async moved(_tx, _services, moves) {
        followed.push(...moves)
        if (failing.on) throw new Error('the module could not follow')
      },
    },
  },
}

const start = async (more: Partial<DeadlineOrder> = {}): Promise<string> => {
  const subject = someRecord()
  doneOf(await db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject, more))))
  return subject
}
const dueOf = async (subject: string) => (await findDeadline(db, subject, 'comments'))?.dueOn
const addHoliday = (day: string) =>
  entered(
    db,
    calendarChangeRecords,
    (tx) => tx`
      insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
      values ('AL', 'added', ${day}, ${db.json({ sq: 'Ditë zie', en: 'Day of mourning' })}, 'VKM 1/2026', now())
      returning id`,
  )
const addClosure = (from: string, to: string, stops: boolean) =>
  entered(
    db,
    closureRecords,
    (tx) => tx`
      insert into platform.institution_closures (institution_id, from_on, to_on, reason, source, stops_clocks, created_at)
      values (${prova}, ${from}, ${to}, 'Përmbytje', 'Urdhri 7', ${stops}, now()) returning id`,
  )
const CAUSE = { sq: 'U shpall ditë zie', en: 'A day of mourning was announced' }
const recompute = (run: string, scope: object = { jurisdiction: 'AL' }) =>
  recomputeDeadlines(services, [door], readRecomputeOrder({ ...scope, cause: JSON.stringify(CAUSE), run }))

beforeEach(async () => {
  followed = []
  failing.on = false
  services.clock.set(MONDAY)
  await db`delete from platform.deadline_events`
  await entered(db, deadlineRecords, (tx) => tx`delete from platform.deadlines returning id`)
  await entered(db, calendarChangeRecords, (tx) => tx`delete from platform.calendar_changes returning id`)
  await entered(db, closureRecords, (tx) => tx`delete from platform.institution_closures returning id`)
  await db`delete from platform.mail_messages`
  await db`delete from platform.law_versions`
})

describe('a new day off', () => {
  it('moves what it lies in by a day, says why, and has the module follow', async () => {
    const inside = await start({ holder: { accountId: ilirId } })
    const before = await start({ basis: { rule: 'AL-FOI-ANSWER' } })
    await addHoliday('2026-12-14')
    expect(await recompute('first')).toEqual({ looked: 2, moved: 1 })
    expect(await dueOf(inside)).toBe('2026-12-28')
    expect(await dueOf(before)).toBe('2026-12-10')
    expect(await happened(db, before)).toHaveLength(1)
    const [, moved] = await happened(db, inside)
    expect(moved).toMatchObject({ kind: 'moved', fromDue: '2026-12-24', toDue: '2026-12-28' })
    expect(groundWords('en', moved?.ground ?? null)).toBe(CAUSE.en)
    expect(groundWords('sq', moved?.ground ?? null)).toBe(CAUSE.sq)
    expect(followed).toMatchObject([{ from: '2026-12-24', to: '2026-12-28', cause: CAUSE }])
  })

  it('is computed once: run again it moves nothing and tells nobody twice', async () => {
    await start({ holder: { accountId: ilirId } })
    await start({ holder: { accountId: ilirId } })
    await addHoliday('2026-12-14')
    await recompute('once')
    expect(await recompute('once')).toEqual({ looked: 2, moved: 0 })
    const [letter, ...more] = await lettersTo(db, people.albanianCoordinator.email)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('U zhvendosën 2 afate')
    expect(letter?.body).toContain('U shpall ditë zie')
    expect(letter?.body).toContain('http://kuvend.test/zyra/afate')
    const [toAdministrator, ...others] = await lettersTo(db, people.albanianAdministrator.email)
    expect(toAdministrator?.body).not.toContain('përgjegjësinë')
    expect(others).toEqual([])
    expect(await lettersTo(db, people.kosovarAdministrator.email)).toEqual([])
  })

  it('of Albania leaves Kosovo, what is over, days that were set and hours alone', async () => {
    const kosovo = await start({ institutionId: provas, basis: { rule: 'XK-FOI-ANSWER' } })
    const set = await start({ basis: { day: '2026-12-14' } })
    const met = await start()
    await db.begin((tx) => meetDeadline(tx, services, { subject: met, slot: 'comments', by }))
    await addHoliday('2026-12-14')
    expect(await recompute('second')).toEqual({ looked: 0, moved: 0 })
    expect(await dueOf(set)).toBe('2026-12-14')
    expect(await dueOf(met)).toBe('2026-12-24')
    expect(await happened(db, kosovo)).toHaveLength(1)
    expect(await lettersTo(db, people.albanianAdministrator.email)).toEqual([])
  })

  it('moves a draft in silence', async () => {
    const draft = await start({ planned: true })
    await addHoliday('2026-12-14')
    await recompute('third')
    expect(await dueOf(draft)).toBe('2026-12-28')
    expect(await happened(db, draft)).toEqual([])
    expect(followed).toEqual([])
  })

  it('that was taken back gives the day back, but never ends what still runs', async () => {
    const subject = await start()
    await addHoliday('2026-12-14')
    await recompute('there')
    services.clock.set(new Date('2026-12-26T11:00:00Z'))
    const late = await dueOf(subject)
    await entered(
      db,
      calendarChangeRecords,
      (tx) => tx`update platform.calendar_changes set withdrawn_at = now() returning id`,
    )
    await recompute('back-too-late')
    expect(await dueOf(subject)).toBe(late)
    services.clock.set(MONDAY)
    await recompute('back')
    expect(await dueOf(subject)).toBe('2026-12-24')
  })

  it('follows a feast whose true date was announced, and does not call it estimated any more', async () => {
    const order = { basis: { rule: 'AL-FOI-ANSWER' }, startedOn: '2027-02-23' }
    const subject = await start(order)
    const aside = await start({ ...order, startedOn: '2027-02-25' })
    expect(await findDeadline(db, subject, 'comments')).toMatchObject({ dueOn: '2027-03-10', estimated: true })
    await entered(
      db,
      calendarChangeRecords,
      (tx) => tx`
        insert into platform.calendar_changes (jurisdiction, kind, holiday, year, day, basis, entered_at)
        values ('AL', 'moved', 'eid-al-fitr', 2027, '2027-03-11', 'Njoftimi i Komunitetit Mysliman', now()) returning id`,
    )
    await recompute('feast')
    expect(await findDeadline(db, subject, 'comments')).toMatchObject({ dueOn: '2027-03-09', estimated: false })
    // Off is off, on the 9th or on the 11th: it is surer now, and has not moved.
    expect(await findDeadline(db, aside, 'comments')).toMatchObject({ dueOn: '2027-03-12', estimated: false })
    expect(await happened(db, aside)).toHaveLength(1)
    expect(followed).toMatchObject([{ from: '2027-03-10', to: '2027-03-09' }])
  })

  it('keeps a later day that the institution chose', async () => {
    const subject = await start({ chosenOn: '2027-01-15' })
    await addHoliday('2026-12-14')
    await recompute('chosen')
    expect(await dueOf(subject)).toBe('2027-01-15')
    expect(await happened(db, subject)).toHaveLength(1)
  })
})

describe('a closure of the institution', () => {
  it('moves its own clocks when it stops them, and back when it is called off', async () => {
    const own = await start()
    await addClosure('2026-12-14', '2026-12-16', true)
    expect(await recompute('closed', { institutionId: prova })).toEqual({ looked: 1, moved: 1 })
    expect(await dueOf(own)).toBe('2026-12-30')
    await entered(
      db,
      closureRecords,
      (tx) => tx`update platform.institution_closures set removed_at = now() returning id`,
    )
    await recompute('open', { institutionId: prova })
    expect(await dueOf(own)).toBe('2026-12-24')
    expect((await happened(db, own)).map(({ kind }) => kind)).toEqual(['started', 'moved', 'moved'])
  })

  it('moves nothing where it does not stop them', async () => {
    const own = await start()
    await addClosure('2026-12-14', '2026-12-16', false)
    expect(await recompute('closed', { institutionId: prova })).toEqual({ looked: 1, moved: 0 })
    expect(await happened(db, own)).toHaveLength(1)
  })
})

describe('beside other deeds', () => {
  it('an extension at the same time loses nothing: both the new day off and the longer term stand', async () => {
    const subjects: string[] = []
    for (let n = 0; n < 10; n++) subjects.push(await start({ basis: { rule: 'AL-FOI-ANSWER' } }))
    await addHoliday('2026-12-04')
    const extensions = subjects.map((subject) =>
      db.begin((tx) =>
        extendDeadline(tx, services, {
          subject,
          slot: 'comments',
          by,
          rule: 'AL-FOI-EXT',
          n: 5,
          ground: 'Dokumentet janë të shumta',
          notice: 'Me letër',
        }),
      ),
    )
    await Promise.all([recompute('beside'), ...extensions])
    for (const subject of subjects) {
      // Ten and five working days from the 23rd, over the 4th.
      expect(await findDeadline(db, subject, 'comments')).toMatchObject({ n: 15, dueOn: '2026-12-18' })
    }
  })

  it('one that starts while the day off is being announced is seen too', async () => {
    const subject = someRecord()
    const begun = Promise.withResolvers<void>()
    const announced = Promise.withResolvers<void>()
    const starting = db.begin(async (tx) => {
      await startDeadline(tx, services, noticeOrder(prova, subject))
      begun.resolve()
      await announced.promise
    })
    await begun.promise
    await addHoliday('2026-12-14')
    const recomputing = recompute('meanwhile')
    announced.resolve()
    await Promise.all([starting, recomputing])
    expect(await dueOf(subject)).toBe('2026-12-28')
  })

  it('a batch whose module cannot follow is not moved at all, and is moved the next time', async () => {
    const subject = await start()
    await addHoliday('2026-12-14')
    failing.on = true
    await expect(recompute('fails')).rejects.toThrow('could not follow')
    expect(await dueOf(subject)).toBe('2026-12-24')
    expect(await happened(db, subject)).toHaveLength(1)
    failing.on = false
    expect(await recompute('fails')).toMatchObject({ moved: 1 })
    expect(await dueOf(subject)).toBe('2026-12-28')
  })
})

describe('another version of the rules', () => {
  const asked = async () =>
    (
      await db<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id where task.identifier = 'deadlines.recompute'`
    )[0]?.n

  it('has all open deadlines computed anew once, and nothing when the law is the same', async () => {
    await start()
    await checkLaw(services)
    expect(await asked()).toBe(1)
    await checkLaw(services)
    expect(await asked()).toBe(1)
    await db`update platform.law_versions set digest = 'older' where jurisdiction = 'XK'`
    await checkLaw(services)
    // Nothing is open in Kosovo.
    expect(await asked()).toBe(1)
    await db`update platform.law_versions set digest = 'older'`
    await checkLaw(services)
    expect(await asked()).toBe(2)
  })
})
