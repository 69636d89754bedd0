import { describe, expect, it } from 'vitest'
import { jobHandlers } from '../../worker.ts'
import { raiseAlarm } from '#platform/health/raise-alarm.ts'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { showSign } from '#platform/signs/show-sign.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { givenPerson, people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { givenEntries } from '../../public/ledger/ledger-testing.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
await givenPerson(services, people.operator)
await sequenceLedger(services)

const page = async () => (await web.get('/zyra/gjendja', { cookie: await web.signedInAs(people.operator) })).text()

describe('the state of the installation', () => {
  it('says that nothing is stuck, that there is no backup, and that no mailbox was read', async () => {
    const words = await page()
    for (const one of [sq.fine, sq.backupNone, sq.imapNone, sq.filesOk]) expect(words).toContain(one)
  })

  it('shows when scheduled work last ran, and a mailbox that could not be read', async () => {
    await jobHandlers(services)['mail.find-forgotten']?.({})
    await showSign(services, 'imap', { ok: false })
    const words = await page()
    expect(words).toMatch(
      /mail\.find-forgotten<\/code><\/th><td[^>]*><code>\*\/5 \* \* \* \*<\/code><\/td><td[^>]*>22 nëntor 2026/,
    )
    expect(words).toContain(sq.imapFailed)
  })

  it('names what is stuck, writes to the operator once a day, and gives the same figures to machines', async () => {
    const draft = {
      kind: 'service',
      recipient: 'ana@shembull.example',
      lang: 'sq',
      subject: 'Letër',
      body: 'Fjalë',
    } as const
    await db.begin((tx) => queueLetter(tx, services, { ...draft, institutionId: null }))
    // Jobs are due by the database's own clock, which is not that of the test.
    await db`delete from graphile_worker._private_jobs`
    await raiseAlarm(services)
    expect(await lettersTo(db, people.operator.email)).toEqual([])
    services.clock.passMinutes(61)
    expect(await page()).toContain(sq.lettersWaiting)
    await raiseAlarm(services)
    services.clock.passMinutes(60)
    await raiseAlarm(services)
    const letters = await lettersTo(db, people.operator.email)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain('http://kuvend.test/zyra/gjendja')
    services.clock.passMinutes(24 * 60)
    await raiseAlarm(services)
    expect(await lettersTo(db, people.operator.email)).toHaveLength(2)
    const metrics = await (await web.get('/metrics')).text()
    expect(metrics).toContain('kuvend_letters{state="queued"} 3')
    expect(metrics).toContain('kuvend_tasks_overdue 0')
  })
})

describe('the log that only grows', () => {
  const alarms = async () => {
    await raiseAlarm(services)
    return lettersTo(db, people.operator.email)
  }
  const figure = async (name: string) =>
    (await (await web.get('/metrics')).text()).split('\n').find((line) => line.startsWith(`${name} `))

  it('shows how far it is, and that nobody else signs it', async () => {
    const words = await page()
    for (const one of [sq.ledgerSigns, sq.noWitness, '22 nëntor 2026, ora 12:00']) expect(words).toContain(one)
    expect(await figure('kuvend_ledger_signing_refused')).toBe('kuvend_ledger_signing_refused 0')
    expect(await figure('kuvend_ledger_oldest_waiting_seconds')).toBe('kuvend_ledger_oldest_waiting_seconds 0')
  })

  it('raises an alarm when entries wait for minutes, even on a day that had another one', async () => {
    await givenEntries(services, 3)
    const before = (await alarms()).length
    services.clock.passMinutes(4)
    expect(await alarms()).toHaveLength(before)
    services.clock.passMinutes(2)
    const letters = await alarms()
    expect(letters).toHaveLength(before + 1)
    expect(letters.some(({ body }) => body?.includes('prej më shumë se pesë minutash: 3'))).toBe(true)
    expect(await page()).toContain(sq.entriesWaiting)
    expect(await figure('kuvend_ledger_oldest_waiting_seconds')).toBe('kuvend_ledger_oldest_waiting_seconds 360')
    services.clock.passMinutes(10)
    expect(await alarms()).toHaveLength(before + 1)
    await sequenceLedger(services)
    expect(await page()).not.toContain(sq.entriesWaiting)
  })

  it('counts as waiting what has its place and was not shown to anybody', async () => {
    await givenEntries(services, 2)
    await sequenceLedger(services)
    await db`update platform.ledger_checkpoints set published_at = null where size = (select max(size) from platform.ledger_checkpoints)`
    expect(await figure('kuvend_ledger_entries{state="waiting"}')).toBe('kuvend_ledger_entries{state="waiting"} 2')
    await sequenceLedger(services)
    expect(await figure('kuvend_ledger_entries{state="waiting"}')).toBe('kuvend_ledger_entries{state="waiting"} 0')
  })

  it('says why it is not signed any more, and raises an alarm at once', async () => {
    const before = (await alarms()).length
    await showSign(services, 'ledger', { ok: false, why: 'shorter' })
    const letters = await alarms()
    expect(letters).toHaveLength(before + 1)
    expect(letters.some(({ body }) => body?.includes('ditari nuk nënshkruhet më'))).toBe(true)
    expect(await page()).toContain(sq.refusals.shorter)
    expect(await figure('kuvend_ledger_signing_refused')).toBe('kuvend_ledger_signing_refused 1')
    await showSign(services, 'ledger', { ok: true, why: null })
    expect(await page()).not.toContain(sq.signingRefused)
  })

  it('raises an alarm when a witness has been away for a day, not for a night', async () => {
    const now = services.clock.now()
    await db`
      insert into platform.ledger_witnesses (vkey, url, since, failing_since, failure)
      values ('larg.example+00000000+AQ==', 'https://larg.example/', ${now}, ${now}, 'nuk përgjigjet')`
    services.clock.passMinutes(12 * 60)
    expect(await page()).not.toContain(sq.witnessesFailing)
    services.clock.passMinutes(13 * 60)
    expect(await page()).toContain(sq.witnessesFailing)
    expect((await alarms()).some(({ body }) => body?.includes('dëshmitarë të ditarit që nuk përgjigjen: 1'))).toBe(true)
  })
})

describe('the backup', () => {
  it('is shown with the last one that was checked, and with the one that failed since', async () => {
    await db`
      insert into platform.backup_runs (started_at, ended_at, state, path, bytes, digest)
      values ('2026-11-20T01:00:00Z', '2026-11-20T01:05:00Z', 'verified', '/kopje/nje', 10, ${'a'.repeat(64)})`
    expect(await page()).toContain('20 nëntor 2026, ora 02:05')
    await db`
      insert into platform.backup_runs (started_at, ended_at, state, failure)
      values ('2026-11-21T01:00:00Z', '2026-11-21T01:05:00Z', 'failed', 'disku plot')`
    const words = await page()
    expect(words).toContain('20 nëntor 2026, ora 02:05')
    expect(words).toContain(sq.backupFailed('21 nëntor 2026, ora 02:00'))
  })
})
