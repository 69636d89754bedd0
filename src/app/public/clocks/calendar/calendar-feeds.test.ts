import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rooms } from '../../../rooms.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { entered } from '#test/ledger.ts'
import { calendarChangeRecords } from '#platform/deadlines/announcements/calendar-records.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import type { Transaction } from '#platform/db/database.ts'

const db = await testDatabase()
const web = testWeb(db)
const NOW = web.services.clock.now()

const feed = async (path: string) => {
  const response = await web.get(path)
  // As a calendar program reads it: folded lines joined.
  return { response, text: (await response.text()).replaceAll('\r\n ', '') }
}

describe('the holidays of a country', () => {
  it('are a calendar with each feast and each day off in its place', async () => {
    const { response, text } = await feed('/afatet/kalendari/al.ics')
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(text).toContain('UID:al-2026-alphabet@kuvend.test')
    expect(text).toContain('DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261123\r\nSUMMARY:Dita e Alfabetit')
    expect(text).toContain(
      'DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261124\r\nSUMMARY:Dita e Alfabetit\\, në vend të së dielës\\, 22',
    )
    expect((await feed('/en/afatet/kalendari/xk.ics')).text).toContain('SUMMARY:Constitution Day of Kosovo')
  })

  it('say that a date is only estimated', async () => {
    expect((await feed('/en/afatet/kalendari/xk.ics')).text).toContain('DESCRIPTION:Estimated date')
  })

  it('are the same bytes as long as nothing changed, so that a program need not fetch them again', async () => {
    const { response } = await feed('/afatet/kalendari/al.ics')
    const again = await web.get('/afatet/kalendari/al.ics', {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('follow what the government announces, under the same name', async () => {
    const nameOf = (text: string, day: string) =>
      new RegExp(String.raw`UID:([^\r]+)\r\nDTSTAMP:[^\r]+\r\nSEQUENCE:(\d)\r\nDTSTART;VALUE=DATE:${day}\r`)
        .exec(text)
        ?.slice(1)
    const before = nameOf((await feed('/afatet/kalendari/al.ics')).text, '20270516')
    expect(before?.[1]).toBe('0')
    const feast = before?.[0]?.replace(/^al-2027-|@.*$/g, '') ?? ''
    await entered(
      db,
      calendarChangeRecords,
      (tx) => tx`
        insert into platform.calendar_changes (jurisdiction, kind, holiday, year, day, basis, entered_at)
        values ('AL', 'moved', ${feast}, 2027, '2027-05-18', 'VKM nr. 1', ${NOW}) returning id`,
    )
    const { text } = await feed('/afatet/kalendari/al.ics')
    expect(nameOf(text, '20270518')).toEqual([before?.[0], '1'])
    expect(nameOf(text, '20270516')).toBeUndefined()
  })

  it('of no country are not found', async () => {
    expect((await web.get('/afatet/kalendari/mk.ics')).status).toBe(404)
  })
})

describe('the public deadlines of an institution', () => {
  const slot = rooms.flatMap(({ deadlines }) => Object.keys(deadlines ?? {}))[0] ?? ''

  async function given(state: string, isPublic: boolean, due = '2026-12-10'): Promise<string> {
    const insert = (tx: Transaction) => tx<{ id: string }[]>`
      insert into platform.deadlines (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on,
        work_by, due_on, due_at, state, ended_at, public, version, created_at, changed_at)
      select id, ${`some.record:${randomUUID()}`}, ${slot}, 'day', 'AL', '2026-11-20', ${NOW}, ${due}, ${due}, ${due},
        (${due}::date + 1)::timestamptz, ${state}, ${['met', 'cancelled'].includes(state) ? NOW : null}, ${isPublic}, 4, ${NOW}, ${NOW}
      from platform.institutions where slug = 'prova' returning id`
    const [row] = await entered(db, deadlineRecords, insert)
    return row?.id ?? ''
  }

  it('are what is public and runs or has ended, never what is planned or private', async () => {
    const [open, met, cancelled, hidden, planned] = [
      await given('running', true),
      await given('met', true),
      await given('cancelled', true),
      await given('running', false),
      await given('planned', true),
    ]
    const { response, text } = await feed('/i/prova/afatet.ics')
    expect(response.status).toBe(200)
    for (const id of [open, met, cancelled]) expect(text).toContain(`UID:deadline-${id}@kuvend.test`)
    for (const id of [hidden, planned]) expect(text).not.toContain(id)
    expect(text).toContain(`UID:deadline-${cancelled}@kuvend.test\r\nDTSTAMP:20261122T110000Z\r\nSEQUENCE:4`)
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1)
    expect(text).toContain('DTSTART;VALUE=DATE:20261210')
    // A record of which nobody says a title: its kind of deadline alone, and no address.
    expect(text).not.toMatch(/\r\nURL:/)
  })

  it('of one institution are not those of another, and nobody’s are not found', async () => {
    await given('running', true)
    expect((await feed('/i/provas/afatet.ics')).text).not.toContain('BEGIN:VEVENT')
    expect((await web.get('/i/askush/afatet.ics')).status).toBe(404)
  })
})
