import { describe, expect, it } from 'vitest'
import { jobHandlers } from '../../worker.ts'
import { raiseAlarm } from '#platform/health/raise-alarm.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { showSign } from '#platform/signs/show-sign.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { givenPerson, people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
await givenPerson(services, people.operator)

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
