import { beforeEach, describe, expect, it } from 'vitest'
import { lettersTo } from '#test/mailbox.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { writeDutyChoice } from './duty-queries.ts'
import { giveTask } from './give-task.ts'
import { sendDutyLetters } from './send-duty-letters.ts'
import { entered } from '#test/ledger.ts'
import { closureRecords } from '../institutions/institution-records.ts'

const db = await testDatabase()
const services = testServices(db)
const ilir = people.albanianCoordinator
const ilirId = await givenPerson(services, ilir)
const mimozaId = await givenPerson(services, people.albanianModerator)
const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const institutionId = prova?.id ?? ''

/** Tuesday, a quarter to seven in Tirana; the Monday before it stands in for the Day of the Alphabet. */
const EARLY = new Date('2026-11-24T05:45:00Z')
const SEVEN = new Date('2026-11-24T06:02:00Z')

const give = (title: string, dueOn: string | null, to: Parameters<typeof giveTask>[2]['to'] = { accountId: ilirId }) =>
  db.begin((tx) => giveTask(tx, services, { institutionId, subject: null, title, to, dueOn, by: 'program' }))

beforeEach(async () => {
  await db`delete from platform.duty_letters`
  await db`delete from platform.duty_choices`
  await db`delete from platform.signs`
  await db`delete from platform.mail_messages`
  await db`delete from platform.tasks`
  await db`delete from platform.institution_settings`
  await entered(db, closureRecords, (tx) => tx`delete from platform.institution_closures returning id`)
  services.clock.set(EARLY)
})

describe('the morning’s letter', () => {
  it('comes at the hour of the institution, once, with what is overdue, due today and new', async () => {
    await give('Raporti i vonuar', '2026-11-20')
    await give('Mbledhja e sotme', '2026-11-24')
    await give('Puna e largët', '2026-12-20')
    await give('Për rolin', null, { role: 'consultation-coordinator' })
    await sendDutyLetters(services)
    expect(await lettersTo(db, ilir.email)).toEqual([])
    services.clock.set(SEVEN)
    await sendDutyLetters(services)
    await sendDutyLetters(services)
    const [letter, ...more] = await lettersTo(db, ilir.email)
    expect(more).toEqual([])
    expect(letter).toMatchObject({ kind: 'digest', subject: 'Puna juaj sot: 1 me afat të kaluar, 1 për sot' })
    const body = letter?.body ?? ''
    const order = ['Raporti i vonuar', 'Mbledhja e sotme', 'Puna e largët', 'Për rolin'].map((words) =>
      body.indexOf(words),
    )
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(body).toContain('afati 20 nëntor 2026')
    expect(body).toContain('http://kuvend.test/zyra/puna/letra')
  })

  it('tells on the next day what is still late, and no more what was new', async () => {
    await give('Raporti i vonuar', '2026-11-20')
    await give('Puna e largët', '2026-12-20')
    services.clock.set(SEVEN)
    await sendDutyLetters(services)
    services.clock.set(new Date('2026-11-25T06:02:00Z'))
    await sendDutyLetters(services)
    const letters = await lettersTo(db, ilir.email)
    expect(letters).toHaveLength(2)
    expect(letters[1]?.body).toContain('Raporti i vonuar')
    expect(letters[1]?.body).not.toContain('Puna e largët')
  })

  it('does not come when nothing is there, on a Sunday, on a holiday, nor when the house is closed', async () => {
    services.clock.set(SEVEN)
    await sendDutyLetters(services)
    await give('Punë', '2026-11-20')
    await db`delete from platform.signs`
    services.clock.set(new Date('2026-11-22T06:02:00Z'))
    await sendDutyLetters(services)
    services.clock.set(new Date('2026-11-23T06:02:00Z'))
    await sendDutyLetters(services)
    await entered(
      db,
      closureRecords,
      (tx) => tx`
        insert into platform.institution_closures (institution_id, from_on, to_on, reason, created_at)
        values (${institutionId}, '2026-11-24', '2026-11-24', 'Festë', now()) returning id`,
    )
    services.clock.set(SEVEN)
    await sendDutyLetters(services)
    expect(await lettersTo(db, ilir.email)).toEqual([])
  })

  it('does not come to who switched it off, and comes in English to who chose that', async () => {
    await give('Punë', '2026-11-24')
    await give('Punë tjetër', '2026-11-24', { accountId: mimozaId })
    const now = services.clock.now()
    await db.begin((tx) => writeDutyChoice(tx, ilirId, { wanted: false, lang: 'sq' }, now))
    await db.begin((tx) => writeDutyChoice(tx, mimozaId, { wanted: true, lang: 'en' }, now))
    services.clock.set(SEVEN)
    await sendDutyLetters(services)
    expect(await lettersTo(db, ilir.email)).toEqual([])
    const [letter] = await lettersTo(db, people.albanianModerator.email)
    expect(letter?.subject).toBe('Your work today: 1 due today')
    expect(letter?.body).toContain('http://kuvend.test/en/zyra')
  })

  it('follows what the institution has set: another hour, or none', async () => {
    await give('Punë', '2026-11-24')
    const set = (key: string, value: boolean | number) => db`
      insert into platform.institution_settings (institution_id, key, value, set_at)
      values (${institutionId}, ${key}, ${db.json(value)}, now())
      on conflict (institution_id, key) do update set value = excluded.value`
    await set('duty-digest-hour', 9)
    services.clock.set(SEVEN)
    await sendDutyLetters(services)
    expect(await lettersTo(db, ilir.email)).toEqual([])
    await set('duty-digest', false)
    services.clock.set(new Date('2026-11-24T08:02:00Z'))
    await sendDutyLetters(services)
    expect(await lettersTo(db, ilir.email)).toEqual([])
    await set('duty-digest', true)
    await sendDutyLetters(services)
    expect(await lettersTo(db, ilir.email)).toHaveLength(1)
  })
})
