import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import type { DeadlineOrder } from '#platform/deadlines/deadline-order.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { meetDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { TEST_NOW, testWeb } from '#test/web.ts'
import { doors } from '../../doors.ts'
import { boardUrls, publicBoardUrls } from '../../office/deadlines/board/board-urls.ts'
import { givenCase } from '../../office/intake/testing.ts'
import { publicBoardTexts } from './texts.ts'
import { entered } from '#test/ledger.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = publicBoardTexts('sq')

/** Nobody may ever read this name where everybody reads. */
const HIDDEN = 'Xhevahire Fshehuraj'
const PAGES = (slug: string) => [
  publicBoardUrls.board(slug),
  `/en${publicBoardUrls.board(slug)}`,
  publicBoardUrls.json(slug),
  publicBoardUrls.csv(slug),
  `/en${publicBoardUrls.csv(slug)}`,
  `/i/${slug}/`,
]

const institutionOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
const prova = await institutionOf('prova')

async function running(order: Partial<DeadlineOrder> = {}): Promise<Deadline> {
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

const read = async (path: string) => (await web.get(path)).text()
const data = async (slug = 'prova') => (await web.get(publicBoardUrls.json(slug))).json() as Promise<Data>
type Data = {
  missed: { record: string; due_on: string; slot: string }[]
  coming: { record: string; due_on: string; url: string | null }[]
  figures: { met_in_time: number; met_late: number; never_met: number; median_days: number | null } | null
}

describe('the public board', () => {
  it('says that there is nothing yet where there never was a public deadline, and measures nothing', async () => {
    const page = await read(publicBoardUrls.board('provas'))
    expect(page).toContain(t.none)
    expect(page).not.toContain(t.figures)
    expect(await data('provas')).toMatchObject({ missed: [], coming: [], figures: null })
    expect((await web.get(publicBoardUrls.board('nuk-ka'))).status).toBe(404)
  })

  it('shows what was missed the day after, never on the day itself', async () => {
    await running({ basis: { day: '2026-11-22' }, startedOn: '2026-11-01' })
    expect((await data()).missed).toEqual([])
    expect((await data()).coming.map(({ due_on }) => due_on)).toEqual(['2026-11-22'])
    services.clock.set(new Date('2026-11-22T23:30:00Z'))
    expect((await data()).missed.map(({ due_on }) => due_on)).toEqual(['2026-11-22'])
    expect((await data()).coming).toEqual([])
    services.clock.set(TEST_NOW)
  })

  it('gives a private case as its kind and number, and no byte of who wrote and what', async () => {
    const one = await givenCase(services, 'prova', {
      about: `Ankesë e ${HIDDEN}`,
      words: `Unë, ${HIDDEN}, kërkoj përgjigje.`,
      sender: { name: HIDDEN, postal: `Rruga e ${HIDDEN}`, telephone: null, email: null },
    })
    const subject = `intake.case:${one.id}`
    await db`delete from platform.deadline_events where deadline_id in (select id from platform.deadlines where subject = ${subject})`
    await entered(
      db,
      deadlineRecords,
      (tx) => tx`delete from platform.deadlines where subject = ${subject} returning id`,
    )
    await running({ subject, basis: { day: '2026-11-19' } })
    // What nobody holds, and a task that names somebody, stands on no public board either.
    await db.begin((tx) =>
      giveTask(tx, services, {
        institutionId: prova,
        subject: null,
        title: `Përgjigjiuni ${HIDDEN}`,
        to: { role: 'clerk' },
        dueOn: '2026-11-18',
        by: 'program',
      }),
    )
    const missed = (await data()).missed
    expect(missed.some(({ record }) => record.includes(caseNumber(one)))).toBe(true)
    for (const path of PAGES('prova')) {
      const answer = await web.get(path)
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1')
      const headers = JSON.stringify([...answer.headers])
      for (const word of HIDDEN.split(' '))
        expect([path, (bytes + headers).includes(Buffer.from(word).toString('latin1'))]).toEqual([path, false])
      expect([path, bytes.includes('Shpresa')]).toEqual([path, false])
    }
  })

  it('links what everybody can read: a consultation that closes within thirty days', async () => {
    const { form } = await givenConsultation(services, { institution: 'prova', title: 'Rregullore për tregun' })
    const page = await read(publicBoardUrls.board('prova'))
    expect(form.title).toBe('Rregullore për tregun')
    expect(page).toMatch(/<a href="\/konsultime\/[^"]+"[^>]*>Rregullore për tregun/)
    expect(page).toContain(t.coming)
  })

  it('has nothing of what was taken down, not even a line without a name, and neither has the calendar', async () => {
    const { id } = await givenConsultation(services, { institution: 'prova', title: 'Rregullore e fshirë' })
    const pages = [...PAGES('prova'), '/i/prova/afatet.ics']
    const due = (await data()).coming.filter(({ record }) => record === 'Rregullore e fshirë')
    expect(due).toHaveLength(1)
    const before = (await data()).coming.length
    const moderator = await officialWith(services, ['moderator', 'prova'])
    const order = {
      submissionId: randomUUID(),
      subject: `consultations.consultation:${id}`,
      ground: 'unlawful',
    } as const
    expect((await takeDown(services, doors, moderator, { ...order, note: null })).kind).toBe('taken-down')
    expect((await data()).coming).toHaveLength(before - 1)
    const [deadline] = await db<{ id: string }[]>`select id from platform.deadlines where subject like ${`%${id}`}`
    for (const path of pages) {
      const words = await read(path)
      expect([path, words.includes('fshirë'), words.includes(deadline?.id ?? '-')]).toEqual([path, false, false])
    }
  })

  it('counts what was met in time and late over twelve months, with the median from start to end', async () => {
    const before = (await data()).figures
    const met = async (endedAt: string) => {
      const { subject, slot } = await running({ startedOn: '2026-10-01', basis: { day: '2026-10-20' } })
      await db.begin((tx) => meetDeadline(tx, services, { subject, slot, by: 'program', at: new Date(endedAt) }))
    }
    await met('2026-10-11T09:00:00Z')
    await met('2026-10-15T09:00:00Z')
    await met('2026-10-31T09:00:00Z')
    // Longer ago than a year: it counts no more.
    await met('2025-10-31T09:00:00Z')
    expect(before).toMatchObject({ met_in_time: 0, met_late: 0, median_days: null })
    expect((await data()).figures).toMatchObject({ met_in_time: 2, met_late: 1, never_met: 0, median_days: 14 })
    const page = await read(publicBoardUrls.board('prova'))
    expect(page).toContain('14 ditë')
  })

  it('names nobody and shows nothing of what is not public or paused', async () => {
    const secret = await running({ public: false, basis: { day: '2026-11-10' } })
    const paused = await running({ basis: { day: '2026-11-11' } })
    await entered(
      db,
      deadlineRecords,
      (tx) =>
        tx`update platform.deadlines set state = 'paused', paused_on = started_on where id = ${paused.id} returning id`,
    )
    const days = (await data()).missed.map(({ due_on }) => due_on)
    expect(days).not.toContain(secret.dueOn)
    expect(days).not.toContain(paused.dueOn)
  })

  it('is kept by shared caches under an ETag, as a page, as data and as a file', async () => {
    for (const path of [publicBoardUrls.board('prova'), publicBoardUrls.json('prova'), publicBoardUrls.csv('prova')]) {
      const answer = await web.get(path)
      const etag = answer.headers.get('etag') ?? ''
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'public, max-age=0, s-maxage=30'])
      const again = await web.get(path, { headers: { 'if-none-match': etag } })
      expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
    }
    const cookie = await web.signedInAs(people.albanianModerator)
    expect((await web.get(publicBoardUrls.csv('prova'), { cookie })).headers.get('cache-control')).toBe(
      'private, no-cache',
    )
  })

  it('is linked from the page of the institution', async () => {
    expect(await read('/i/prova/')).toContain(`href="${publicBoardUrls.board('prova')}"`)
  })
})

describe('one’s own calendar', () => {
  const clerk = {
    email: 'sportel@prova.example',
    name: 'Shpresa Prove',
    roles: [{ role: 'clerk', institution: 'prova' }],
  } as const
  const page = async (cookie: string) => (await web.get(boardUrls.feed(), { cookie })).text()
  const addressIn = (words: string) => /http:\/\/kuvend\.test(\/afatet\/im\/[A-Za-z0-9_-]{43}\.ics)/.exec(words)?.[1]
  const idIn = (words: string) => /name="kalendari" value="([^"]*)"/.exec(words)?.[1] ?? ''

  it('has a secret address whose digest alone is kept, and holds no name and no word of a private record', async () => {
    const cookie = await web.signedInAs(clerk)
    await web.post(boardUrls.feed(), { kalendari: '' }, { cookie })
    await web.post(boardUrls.feed(), { kalendari: '' }, { cookie })
    const rows = await db<{ tokenDigest: Buffer }[]>`select token_digest from platform.deadline_feeds`
    expect(rows.length).toBe(1)
    const address = addressIn(await page(cookie)) ?? ''
    expect(JSON.stringify(await db`select * from platform.deadline_feeds`)).not.toContain(address.slice(11, 40))
    const answer = await web.get(address)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const words = (await answer.text()).replaceAll('\r\n ', '')
    expect(words).toContain('BEGIN:VEVENT')
    expect(words).toContain('DTSTART;VALUE=DATE:20261118')
    for (const word of HIDDEN.split(' ')) expect(words).not.toContain(word)
  })

  it('is another after it was changed, and dead after it was closed', async () => {
    const cookie = await web.signedInAs(clerk)
    const first = await page(cookie)
    await web.post(boardUrls.feed(), { kalendari: idIn(first) }, { cookie })
    await web.post(boardUrls.feed(), { kalendari: idIn(first) }, { cookie })
    const second = await page(cookie)
    expect((await web.get(addressIn(first) ?? '')).status).toBe(404)
    expect((await web.get(addressIn(second) ?? '')).status).toBe(200)
    await web.post(boardUrls.endFeed(), { kalendari: idIn(second) }, { cookie })
    expect((await web.get(addressIn(second) ?? '')).status).toBe(404)
    expect((await web.get('/afatet/im/x.ics')).status).toBe(404)
  })

  it('shows nothing more to who has left the house', async () => {
    const cookie = await web.signedInAs(clerk)
    await web.post(boardUrls.feed(), { kalendari: '' }, { cookie })
    const address = addressIn(await page(cookie)) ?? ''
    await db`
      update platform.roles set valid_from = now() - interval '1 year', valid_to = ${services.clock.now()}
      where account_id = (select id from platform.accounts where email = ${clerk.email})`
    expect(await (await web.get(address)).text()).not.toContain('BEGIN:VEVENT')
    await db`update platform.accounts set ended_at = ${services.clock.now()} where email = ${clerk.email}`
    expect((await web.get(address)).status).toBe(404)
  })
})
