import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import type { Door } from '../../door.ts'
import { sendDutyLetters } from '../../tasks/send-duty-letters.ts'
import type { DeadlineOrder } from '../deadline-order.ts'
import { doneOf, happened, noticeOrder, someRecord } from '../deadlines-testing.ts'
import { meetDeadline } from '../end-deadline.ts'
import { remindOfDeadlines } from './remind-of-deadlines.ts'
import { startDeadline } from '../start-deadline.ts'
import { entered } from '#test/ledger.ts'
import { deadlineRecords } from '../deadline-records.ts'
import { closureRecords } from '../../institutions/institution-records.ts'

const db = await testDatabase()
const services = testServices(db)
const ilir = people.albanianCoordinator
const ilirId = await givenPerson(services, ilir)
const mimoza = people.albanianModerator
const mimozaId = await givenPerson(services, mimoza)
const drita = people.albanianAdministrator
await givenPerson(services, drita)
const prova = (await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`)[0]?.id ?? ''

const door: Door = {
  name: 'clocks',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes() {},
  deadlines: {
    comments: {
      kind: 'consultations.consultation',
      words: { sq: 'Afati i komenteve', en: 'Time for comments' },
      publicBoard: true,
      readers: [],
    },
  },
}

/** A quarter past seven in Tirana. */
const morning = (day: string) => new Date(`${day}T06:12:00Z`)
const start = async (due: string, more: Partial<DeadlineOrder> = {}): Promise<string> => {
  const subject = someRecord()
  const order = { basis: { day: due }, startedOn: '2026-11-16', holder: { accountId: ilirId }, ...more }
  doneOf(await db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject, order))))
  return subject
}
const setting = (key: string, value: boolean | string) => db`
  insert into platform.institution_settings (institution_id, key, value, set_at)
  values (${prova}, ${key}, ${db.json(value)}, now())
  on conflict (institution_id, key) do update set value = excluded.value`
const remindOn = async (day: string) => {
  services.clock.set(morning(day))
  await remindOfDeadlines(services, [door])
}
const lettersOf = async ({ email }: { email: string }) => (await lettersTo(db, email)).map(({ subject }) => subject)
const reminders = async (subject: string) =>
  (await happened(db, subject)).filter(({ kind }) => kind === 'reminded').length

beforeEach(async () => {
  for (const table of ['deadline_events', 'signs', 'mail_messages', 'institution_settings', 'substitutions'])
    await db`delete from ${db(`platform.${table}`)}`
  await entered(db, deadlineRecords, (tx) => tx`delete from platform.deadlines returning id`)
  await db`delete from platform.duty_letters`
  await entered(db, closureRecords, (tx) => tx`delete from platform.institution_closures returning id`)
  await setting('duty-digest', false)
  services.clock.set(new Date('2026-11-16T11:00:00Z'))
})

describe('reminders of deadlines', () => {
  it('go out once, even if two runs come at the same moment', async () => {
    const subject = await start('2026-11-26')
    services.clock.set(morning('2026-11-25'))
    await Promise.all([remindOfDeadlines(services, [door]), remindOfDeadlines(services, [door])])
    expect(await reminders(subject)).toBe(1)
    expect(await lettersOf(ilir)).toHaveLength(1)
  })

  it('come three days, one day and on the day before the end, and one and seven days after it', async () => {
    const subject = await start('2026-12-17')
    const days = ['11', '14', '15', '16', '17', '18', '21', '22', '23', '24', '28']
    const told: string[] = []
    for (const day of days) {
      const before = await reminders(subject)
      await remindOn(`2026-12-${day}`)
      if ((await reminders(subject)) > before) told.push(day)
    }
    expect(told).toEqual(['14', '16', '17', '18', '24'])
    expect(await lettersOf(ilir)).toEqual([
      '1 afat pranë mbarimit',
      '1 afat pranë mbarimit',
      '1 afat pranë mbarimit',
      '1 afat me vonesë',
      '1 afat me vonesë',
    ])
    expect(await lettersOf(drita)).toEqual([])
  })

  it('make one letter of all that one person holds, with the words of each clock and its day', async () => {
    await start('2026-11-26')
    await start('2026-11-20')
    await remindOn('2026-11-24')
    await remindOn('2026-11-24')
    const [letter, ...more] = await lettersTo(db, ilir.email)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('1 afat me vonesë, 1 afat pranë mbarimit')
    expect(letter?.body).toContain('Afati i komenteve: 20 nëntor 2026')
    expect(letter?.body).toContain('Afati i komenteve: 26 nëntor 2026')
  })

  it('are made up for on the next working day: not on a weekend, on a holiday, nor when the house is closed', async () => {
    const subject = await start('2026-11-24')
    await remindOn('2026-11-21')
    await remindOn('2026-11-22')
    // It stands in for the Day of the Alphabet, which was the Sunday.
    await remindOn('2026-11-23')
    expect(await reminders(subject)).toBe(0)
    await entered(
      db,
      closureRecords,
      (tx) => tx`
        insert into platform.institution_closures (institution_id, from_on, to_on, reason, created_at)
        values (${prova}, '2026-11-24', '2026-11-24', 'Zi kombëtare', now()) returning id`,
    )
    await remindOn('2026-11-24')
    expect(await reminders(subject)).toBe(0)
    await remindOn('2026-11-25')
    expect(await reminders(subject)).toBe(1)
    const holiday = await start('2026-12-02')
    // The 28th and the 29th were a weekend: the two days after it are off instead.
    await remindOn('2026-11-30')
    expect(await reminders(holiday)).toBe(0)
    await remindOn('2026-12-02')
    expect(await reminders(holiday)).toBe(1)
  })

  it('do not come at night, nor before the hour of the institution', async () => {
    const subject = await start('2026-11-24')
    for (const hour of ['04:12', '19:12', '23:12']) {
      services.clock.set(new Date(`2026-11-24T${hour}:00Z`))
      await remindOfDeadlines(services, [door])
    }
    expect(await reminders(subject)).toBe(0)
  })

  it('go to the holders of the role, and to the administrator where nobody holds it', async () => {
    await start('2026-11-24', { holder: { role: 'moderator' } })
    await start('2026-11-24', { holder: { role: 'clerk' } })
    await start('2026-11-24', { holder: {} })
    await remindOn('2026-11-24')
    expect(await lettersOf(mimoza)).toEqual(['1 afat pranë mbarimit'])
    expect(await lettersOf(drita)).toEqual(['2 afate pranë mbarimit'])
    expect(await lettersOf(ilir)).toEqual([])
  })

  it('reach who stands in for the holder too', async () => {
    await db`
      insert into platform.substitutions (institution_id, absent_account_id, substitute_account_id, starts_on, ends_on,
        valid_from, valid_to, created_at)
      values (${prova}, ${ilirId}, ${mimozaId}, '2026-11-20', '2026-11-30', '2026-11-19T23:00:00Z', '2026-11-30T23:00:00Z', now())`
    await start('2026-11-24')
    await remindOn('2026-11-24')
    expect(await lettersOf(mimoza)).toHaveLength(1)
    expect(await lettersOf(ilir)).toHaveLength(1)
  })

  it('say nothing of what is met, paused or of a task, which the letter of the morning tells', async () => {
    const met = await start('2026-11-24')
    await db.begin((tx) => meetDeadline(tx, services, { subject: met, slot: 'comments', by: 'program' }))
    await start('2026-11-24', { slot: 'task' })
    await start('2026-11-24', { planned: true })
    await remindOn('2026-11-24')
    expect(await lettersOf(ilir)).toEqual([])
  })

  it('follow what the institution has set', async () => {
    await setting('deadline-reminders', '10')
    const subject = await start('2026-12-03')
    await remindOn('2026-11-24')
    expect(await reminders(subject)).toBe(1)
    await remindOn('2026-12-02')
    await remindOn('2026-12-03')
    expect(await reminders(subject)).toBe(1)
  })
})

describe('beside the letter of the morning', () => {
  const both = async (day: string) => {
    services.clock.set(new Date(`${day}T06:02:00Z`))
    await sendDutyLetters(services, [door])
    await remindOn(day)
  }

  it('there is one letter, with the deadlines in it, and it counts as reminded', async () => {
    await setting('duty-digest', true)
    const subject = await start('2026-11-24')
    await both('2026-11-24')
    const [letter, ...more] = await lettersTo(db, ilir.email)
    expect(more).toEqual([])
    expect(letter).toMatchObject({ kind: 'digest', subject: 'Puna juaj sot: kujtesë për 1 afat' })
    expect(letter?.body).toContain('Afati i komenteve: 24 nëntor 2026')
    expect(await reminders(subject)).toBe(1)
    await both('2026-11-25')
    expect((await lettersOf(ilir)).at(-1)).toBe('Puna juaj sot: kujtesë për 1 afat')
  })

  it('who switched that letter off is reminded by a letter of its own', async () => {
    await setting('duty-digest', true)
    await db`insert into platform.duty_choices (account_id, wanted, lang, changed_at) values (${ilirId}, false, 'en', now())`
    await start('2026-11-24')
    await both('2026-11-24')
    expect(await lettersOf(ilir)).toEqual(['1 deadline about to end'])
  })

  it('the reminder waits for that letter, where one is to come', async () => {
    await setting('duty-digest', true)
    const subject = await start('2026-11-24')
    await remindOn('2026-11-24')
    expect(await reminders(subject)).toBe(0)
  })
})
