import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { runJobsUntilIdle } from '#platform/jobs/worker.ts'
import { mailJobs } from '#platform/mail/mail-jobs.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo, pathIn } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { stateOf } from '../counts-testing.ts'
import { givenConsultation, givenInstitution, officialWith } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { inviteStakeholders } from './invite-stakeholders.ts'
import { givenStakeholder } from './notices-testing.ts'
import { stakeholderTable } from './take-stakeholders.ts'
import { noticeUrls } from './urls.ts'
import { forgetStakeholders } from './write-stakeholder.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const NOW = services.clock.now()
const t = textsIn('sq').notices
const cookie = await web.signedInAs(people.albanianCoordinator)
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
const { id: institutionId } = await givenInstitution(services, 'prova')

async function publishedEvent(id: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    select id from consultations.consultation_events where consultation_id = ${id} and kind = 'published'`
  return row?.id ?? ''
}

const countLetters = async (): Promise<number> => {
  const [row] = await db<{ n: number }[]>`
    select count(*)::int as n from platform.mail_messages where recipient like '%@shoqata.example'`
  return row?.n ?? 0
}

const form = (changes: Record<string, string> = {}) => ({
  institucioni: institutionId,
  emri: 'Shoqata e Lumit',
  lloji: 'civil-society',
  posta: `${randomUUID()}@shoqata.example`,
  gjuha: 'sq',
  burimi: 'Faqja e saj',
  baza: 'public-role',
  'ruhet-day': '1',
  'ruhet-month': '6',
  'ruhet-year': '2027',
  versioni: '1',
  dergesa: randomUUID(),
  ...changes,
})

describe('letters to stakeholders', () => {
  it('to 200 of them, pressed twice at once, are 200, and the mail server that is down loses none', async () => {
    const given = []
    for (let n = 0; n < 200; n++) given.push(await givenStakeholder(services, 'prova'))
    const { id } = await givenConsultation(services)
    const order = { eventId: await publishedEvent(id), stakeholderIds: given.map((one) => one.id) }
    const before = await countLetters()
    const outcomes = await Promise.all([
      inviteStakeholders(services, coordinator, id, order),
      inviteStakeholders(services, coordinator, id, order),
    ])
    expect(outcomes.map((one) => (one.kind === 'invited' ? one.count : -1)).toSorted((a, b) => a - b)).toEqual([0, 200])
    expect((await countLetters()) - before).toBe(200)
    // Without a mail server they stand in the outbox, each with its job, until one answers.
    const [waiting] = await db<{ n: number }[]>`
      select count(*)::int as n from platform.mail_messages as letter
      join consultations.invitations as sent on sent.letter_id = letter.id
      where sent.consultation_id = ${id} and letter.state = 'queued'`
    expect(waiting?.n).toBe(200)
  })

  it('wait while the mail server is down for a day, and then go out, each once', async () => {
    const given = await Promise.all([0, 1, 2].map(() => givenStakeholder(services, 'prova')))
    const { id } = await givenConsultation(services)
    const order = { eventId: await publishedEvent(id), stakeholderIds: given.map((one) => one.id) }
    await inviteStakeholders(services, coordinator, id, order)
    let answers = false
    const taken: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) => {
        if (answers) taken.push(address)
        done(answers ? null : Object.assign(new Error('Come again'), { responseCode: 451 }))
      },
      onData: (stream, _session, done) => stream.resume().on('end', () => done()),
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.server.address() as AddressInfo
    const mail = { ...services, settings: { ...services.settings, smtpUrl: `smtp://127.0.0.1:${port}` } }
    const invited = new Set(given.map((one) => one.email))
    const others = (
      await db<{ recipient: string }[]>`
      select recipient from platform.mail_messages where state = 'queued'`
    ).filter((one) => !invited.has(one.recipient))
    await db`delete from platform.mail_messages where recipient = any(${others.map((one) => one.recipient)})`
    // What the worker's back-off tries within a day: after 3 s, 7 s, 20 s, and in the end every six hours.
    for (let hours = 0, attempt = 1; hours < 24; attempt++) {
      await runJobsUntilIdle(mail, db.url, mailJobs(mail))
      const pause = Math.exp(Math.min(10, attempt)) / 3600
      hours += pause
      services.clock.set(new Date(services.clock.now().getTime() + pause * 3_600_000))
      await db`update graphile_worker._private_jobs set run_at = now()`
    }
    expect(taken).toEqual([])
    answers = true
    for (let again = 0; again < 2; again++) await runJobsUntilIdle(mail, db.url, mailJobs(mail))
    expect(taken.toSorted()).toEqual([...invited].toSorted())
    await new Promise<void>((closed) => server.close(closed))
    services.clock.set(NOW)
  })

  it('are counted by kind for everybody, and named in the office alone', async () => {
    const { id: stakeholder } = await givenStakeholder(services, 'prova', { name: 'Shoqata e Pyllit' })
    const { id, slug } = await givenConsultation(services)
    const fields = { ngjarja: await publishedEvent(id), palet: stakeholder }
    expect((await web.post(noticeUrls.invite(id), fields, { cookie })).status).toBe(303)
    const page = await (await web.get(noticeUrls.page(slug))).text()
    expect([page.includes(t.notice.invitedCount(t.senders['civil-society'], '1')), page.includes('Pyllit')]).toEqual([
      true,
      false,
    ])
    expect(await (await web.get(noticeUrls.invite(id), { cookie })).text()).toContain('Shoqata e Pyllit')
  })

  it('hold the way out: one button, and the next event writes to them no more', async () => {
    const one = await givenStakeholder(services, 'prova')
    const { id } = await givenConsultation(services)
    const order = { eventId: await publishedEvent(id), stakeholderIds: [one.id] }
    await inviteStakeholders(services, coordinator, id, order)
    const [letter] = await lettersTo(db, one.email)
    const path = pathIn(letter ?? { body: '' }, '/ftesat/')
    expect((await web.get(path)).status).toBe(200)
    const [before] = await db`select left_at from consultations.stakeholders where id = ${one.id}`
    expect(before).toEqual({ leftAt: null })
    expect((await web.post(path, {})).status).toBe(303)
    const second = await givenConsultation(services)
    const next = { eventId: await publishedEvent(second.id), stakeholderIds: [one.id] }
    expect(await inviteStakeholders(services, coordinator, second.id, next)).toEqual({ kind: 'invited', count: 0 })
  })

  it('to nobody chosen are refused, and of another institution’s address never sent', async () => {
    const foreign = await givenStakeholder(services, 'provas')
    const { id } = await givenConsultation(services)
    const eventId = await publishedEvent(id)
    const before = await stateOf(db)
    expect((await web.post(noticeUrls.invite(id), { ngjarja: eventId }, { cookie })).status).toBe(422)
    const order = { eventId, stakeholderIds: [foreign.id] }
    expect(await inviteStakeholders(services, coordinator, id, order)).toEqual({ kind: 'invited', count: 0 })
    expect(await stateOf(db)).toBe(before)
  })
})

describe('the register of stakeholders', () => {
  const send = (fields: Record<string, string>) => web.post(noticeUrls.newStakeholder(), fields, { cookie })

  it('takes the same form once, and an address once', async () => {
    const fields = form()
    expect((await send(fields)).status).toBe(303)
    expect((await send(fields)).status).toBe(303)
    const again = await send({ ...fields, dergesa: randomUUID() })
    expect([again.status, (await again.text()).includes(t.stakeholders.errors.known)]).toEqual([422, true])
  })

  it.each([
    ['a private person without consent', { lloji: 'citizen' }, 'baza'],
    ['consent without its day', { baza: 'consent' }, 'pelqimi'],
    ['three years of keeping', { 'ruhet-year': '2029' }, 'ruhet'],
    ['no address', { posta: 'shoqata' }, 'posta'],
    ['no source', { burimi: '' }, 'burimi'],
  ])('refuses %s at its field, and nothing changes', async (_what, changes: Record<string, string>, field) => {
    const before = await stateOf(db)
    const refused = await send(form(changes))
    const page = await refused.text()
    expect([refused.status, page.includes(`href="#${field}`), page.includes('Shoqata e Lumit')]).toEqual([
      422,
      true,
      true,
    ])
    expect(await stateOf(db)).toBe(before)
  })

  it('erases what is past its day, and the number of invitations stays', async () => {
    const one = await givenStakeholder(services, 'prova', { keepUntil: '2026-11-23' })
    const { id, slug } = await givenConsultation(services)
    const order = { eventId: await publishedEvent(id), stakeholderIds: [one.id] }
    await inviteStakeholders(services, coordinator, id, order)
    const later = { ...services, clock: { now: () => new Date('2026-11-25T03:00:00Z') } }
    expect(await forgetStakeholders(later)).toBe(1)
    expect(await db`select 1 from consultations.stakeholders where id = ${one.id}`).toHaveLength(0)
    const page = await (await web.get(noticeUrls.page(slug))).text()
    expect(page).toContain(t.notice.invitedCount(t.senders['civil-society'], '1'))
  })

  it('comes as a table too: what is wrong is named with its row, and the import can be taken back', async () => {
    const importId = randomUUID()
    const row = (at: number, cells: Record<string, string>) => ({ at, cells: { source: 'Tabela e zyrës', ...cells } })
    const rows = [
      row(2, { name: 'Shoqata e Urës', email: 'ura@shoqata.example', kind: 'Biznes' }),
      row(3, { name: 'Shoqata e Urës', email: 'ura@shoqata.example', kind: 'Biznes' }),
      row(4, { name: 'Dikush Shembull', email: 'dikush@shoqata.example', kind: 'Qytetar' }),
      row(5, { name: 'Pa adresë', email: '', kind: '' }),
    ]
    const order = { institutionId, importId, by: 'command-line', at: services.clock.now() } as const
    const taken = await db.begin((tx) => stakeholderTable.take(tx, services, { ...order, rows }))
    expect([taken.added, taken.known, taken.refused.map(({ at, column }) => [at, column])]).toEqual([
      1,
      1,
      [
        [4, 'consentOn'],
        [5, 'email'],
      ],
    ])
    const undone = await db.begin((tx) => stakeholderTable.undo(tx, services, order))
    expect(undone).toEqual({ removed: 1, kept: 0 })
  })
})
