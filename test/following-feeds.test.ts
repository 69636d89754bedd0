import { parseAtomFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { cancelConsultation } from '#modules/consultations/drafting/publish-consultation.ts'
import { givenComment, givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { testDatabase } from './database.ts'
import { indexed } from './indexed.ts'
import { testWeb } from './web.ts'

const db = await testDatabase()
const web = testWeb(db, { url: 'https://kuvend.test', origins: ['https://kuvend.test'] })
const { services } = web
const matterOf = (id: string) => `consultations.consultation:${id}`
const feedOf = async (address: string) => {
  const answer = await web.get(address)
  const xml = await answer.text()
  new SaxesParser({ xmlns: true }).write(xml).close()
  return { answer, xml, feed: parseAtomFeed(xml) }
}
const relOf = (feed: { links?: { rel?: string; href?: string }[] }, rel: string) =>
  feed.links?.find((link) => link.rel === rel)?.href

async function given(changes: Parameters<typeof givenConsultation>[1] = {}) {
  const consultation = await givenConsultation(services, changes)
  await indexed(services)
  return consultation
}

describe('the feed of a selection', () => {
  it('is an Atom feed whose entries keep their ids, with the institution as author', async () => {
    const one = await given({ title: 'Rregullore <b>& «Tregu»</b>', titleEn: 'Market' })
    const address = `/njoftime.atom?ceshtja=${matterOf(one.id)}`
    const { answer, feed, xml } = await feedOf(address)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(answer.headers.get('last-modified')).toBe(feed.updated ? new Date(feed.updated).toUTCString() : '')
    expect(relOf(feed, 'self')).toBe(
      `https://kuvend.test/njoftime.atom?ceshtja=${encodeURIComponent(matterOf(one.id))}`,
    )
    expect(feed.id).toBe(relOf(feed, 'self'))
    const [entry] = feed.entries ?? []
    expect(entry).toMatchObject({
      authors: [{ name: one.institution.name }],
      links: [{ href: `https://kuvend.test/konsultime/${one.slug}` }],
    })
    expect(entry?.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(xml).toContain('&lt;b&gt;&amp; «Tregu»')
    const etag = answer.headers.get('etag') ?? ''
    expect((await web.get(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const english = await feedOf(`/en${address}`)
    expect(english.feed.entries?.[0]?.id).toBe(entry?.id)
    expect(english.xml).toContain('xml:lang="en"')
    expect(english.xml).toContain('The public consultation was opened.')
  })

  it('tells neither names nor words of comments, and of them only to who looks at the matter', async () => {
    const one = await given()
    const comment = await givenComment(services, one)
    await indexed(services)
    const { feed, xml } = await feedOf(`/njoftime.atom?ceshtja=${matterOf(one.id)}`)
    expect(feed.entries?.[0]?.summary).toEqual({ value: 'Një koment i ri.' })
    expect(xml).not.toContain('Arta')
    expect((await feedOf('/njoftime.atom')).xml).not.toContain('koment i ri')
    await db`delete from platform.search_documents where subject = ${`consultations.comment:${comment.id}`}`
    expect((await feedOf(`/njoftime.atom?ceshtja=${matterOf(one.id)}`)).xml).not.toContain('koment i ri')
  })

  it('goes back page by page, fifty at a time, without a gap', async () => {
    const one = await given()
    await db`
      insert into platform.happenings (matter, subject, kind, institution_id, happened_at)
      select ${matterOf(one.id)}, ${matterOf(one.id)}, 'consultations.corrected', ${one.institution.id}, ${services.clock.now()}::timestamptz - n * interval '1 hour'
      from generate_series(1, 119) as n`
    const seen: string[] = []
    let next: string | undefined = `https://kuvend.test/njoftime.atom?ceshtja=${matterOf(one.id)}`
    const pages: string[] = []
    while (next) {
      const { feed, xml } = await feedOf(next.replace('https://kuvend.test', ''))
      seen.push(...(feed.entries ?? []).map(({ id }) => id ?? ''))
      expect(xml.includes('<fh:archive/>')).toBe(pages.length > 0)
      pages.push(relOf(feed, 'next-archive') ?? '-')
      next = relOf(feed, 'prev-archive')
    }
    expect(pages).toHaveLength(3)
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    // From the last page back: the one before it is an archive, and the newest is the current feed.
    expect([pages[0], pages[1]]).toEqual(['-', '-'])
    expect(pages[2]).toContain('para=')
  })

  it('does not show what has left the public, and knows no selection that is not there', async () => {
    const one = await given()
    await db`delete from platform.search_documents where matter = ${matterOf(one.id)}`
    expect((await web.get(`/njoftime.atom?ceshtja=${matterOf(one.id)}`)).status).toBe(404)
    expect((await feedOf('/njoftime.atom')).xml).not.toContain(one.slug)
    expect((await web.get('/njoftime.atom?viti=para')).status).toBe(404)
  })
})

describe('the calendar of a selection', () => {
  it('holds the days of its matters, the same event for ever', async () => {
    const one = await given({ title: 'Plani; i ujit, 2027' })
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    const eventsOf = async () => {
      const answer = await web.get(`/njoftime.ics?ceshtja=${matterOf(one.id)}`)
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
      return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
    }
    const before = await eventsOf()
    expect(before.map(({ uid }) => uid)).toEqual([
      `consultation-${one.id}-opens@kuvend.test`,
      `consultation-${one.id}-closes@kuvend.test`,
    ])
    expect(before[1]?.summary).toBe('Dita e fundit për komente: Plani; i ujit, 2027')
    expect(before[1]?.startDate.toString()).toBe(one.form.closesOn)
    await cancelConsultation(services, coordinator, one.id, 'Projekti u tërhoq.')
    const after = await eventsOf()
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(after[1]?.sequence).toBeGreaterThan(before[1]?.sequence ?? 0)
  })
})

describe('the page of what is new', () => {
  it('shows both countries’ institutions, newest first, narrowed by institution, in both languages', async () => {
    await db`delete from platform.happenings`
    const [one, other] = [await given(), await given({ institution: 'provas' })]
    const page = async (address: string) => (await web.get(address)).text()
    const all = await page('/njoftime')
    expect(all).toContain(`/konsultime/${one.slug}`)
    expect(all).toContain(`/konsultime/${other.slug}`)
    const narrowed = await page(`/njoftime?institucioni=${other.institution.slug}`)
    expect(narrowed).not.toContain(`/konsultime/${one.slug}`)
    expect(narrowed).toContain('U hap konsultimi publik.')
    expect(narrowed).toContain(`href="/ndiq?institucioni=${other.institution.slug}"`)
    expect(narrowed).toContain(`href="/njoftime.atom?institucioni=${other.institution.slug}"`)
    expect(await page(`/en/njoftime?institucioni=${other.institution.slug}`)).toContain(
      'The public consultation was opened.',
    )
  })
})
