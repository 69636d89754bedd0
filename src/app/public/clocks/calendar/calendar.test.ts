import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { entered } from '#test/ledger.ts'
import { calendarChangeRecords } from '#platform/deadlines/announcements/calendar-records.ts'

const db = await testDatabase()
const web = testWeb(db)

const read = async (path: string) => {
  const response = await web.get(path)
  return { status: response.status, words: await response.text(), headers: response.headers }
}

type Day = {
  date: string
  id: string
  day_off: boolean
  substitute_for: string | null
  estimated: boolean
  announced: boolean
}

const daysOf = async (year: number, country: 'AL' | 'XK') => {
  const data: { jurisdictions: Record<string, Day[]> } = JSON.parse(
    (await read(`/afatet/kalendari.json?viti=${year}`)).words,
  )
  return data.jurisdictions[country] ?? []
}

describe('the calendar of holidays', () => {
  it('shows this year for both countries, with names, laws and substitutes', async () => {
    const { status, words } = await read('/afatet/kalendari')
    expect(status).toBe(200)
    for (const wanted of [
      'Kalendari i festave zyrtare 2026',
      'Shqipëri, 2026',
      'Kosovë, 2026',
      'Dita e Alfabetit',
      'Ditë pushimi në vend të festës së datës 22 nëntor 2026',
      'Bie në fundjavë: pushohet më 23 nëntor 2026',
      'Ligji nr. 7651, datë 21.12.1992',
      'neni 4',
    ])
      expect(words).toContain(wanted)
  })

  it('is there in English, with links to every year from 2015 to 2040', async () => {
    const { status, words } = await read('/en/afatet/kalendari?viti=2027')
    expect(status).toBe(200)
    for (const wanted of ['Calendar of official holidays 2027', 'estimated date', 'Easter Monday', 'Monday'])
      expect(words).toContain(wanted)
    for (const year of [2015, 2040]) expect(words).toContain(`/en/afatet/kalendari?viti=${year}`)
    expect(words).toMatch(/viti=2027" aria-current="page"/)
  })

  it('does not know other years', async () => {
    for (const year of ['2014', '2041', 'sivjet', '']) {
      expect((await read(`/afatet/kalendari?viti=${year}`)).status).toBe(404)
      expect((await read(`/afatet/kalendari.json?viti=${year}`)).status).toBe(404)
    }
  })

  it('is the same as data: days off on weekdays are those of the law', async () => {
    const off = (await daysOf(2026, 'XK')).filter((day) => day.day_off).map(({ date }) => date.slice(5))
    expect(off).toEqual('01-01 01-02 01-07 02-17 03-20 04-06 04-09 04-13 05-01 05-11 05-27 12-25'.split(' '))
    expect((await daysOf(2025, 'AL')).find(({ date }) => date === '2025-11-24')).toMatchObject({
      id: 'alphabet',
      substitute_for: '2025-11-22',
    })
  })

  it('may be kept for a moment, and is not sent again when nothing changed', async () => {
    for (const path of ['/afatet/kalendari?viti=2026', '/afatet/kalendari.json?viti=2026']) {
      const { headers } = await read(path)
      expect(headers.get('cache-control')).toContain('s-maxage')
      const etag = headers.get('etag') ?? ''
      const again = await web.get(path, { headers: { 'if-none-match': etag } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
  })

  it('follows what a government announces, until it is taken back', async () => {
    const before = await daysOf(2027, 'AL')
    expect(before.find(({ id }) => id === 'eid-al-fitr')).toMatchObject({ date: '2027-03-09', estimated: true })
    await entered(
      db,
      calendarChangeRecords,
      (tx) => tx`
        insert into platform.calendar_changes (jurisdiction, kind, holiday, year, day, basis, entered_at)
        values ('AL', 'moved', 'eid-al-fitr', 2027, '2027-03-10', 'Njoftim i Qeverisë', now()) returning id`,
    )
    const after = await daysOf(2027, 'AL')
    expect(after.find(({ id }) => id === 'eid-al-fitr')).toMatchObject({
      date: '2027-03-10',
      estimated: false,
      announced: true,
    })
    expect(await daysOf(2027, 'XK')).toContainEqual(expect.objectContaining({ date: '2027-03-09', estimated: true }))
    expect((await read('/afatet/kalendari?viti=2027')).words).toContain('e shpallur')
    await entered(
      db,
      calendarChangeRecords,
      (tx) => tx`update platform.calendar_changes set withdrawn_at = now() returning id`,
    )
    expect(await daysOf(2027, 'AL')).toEqual(before)
  })
})
