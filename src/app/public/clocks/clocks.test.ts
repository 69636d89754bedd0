import { describe, expect, it } from 'vitest'
import { NEWEST_RULES } from './clock-list-rules.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { entered } from '#test/ledger.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'

const db = await testDatabase()
const web = testWeb(db)

const page = async (path: string) => {
  const response = await web.get(path)
  return { status: response.status, html: plain(await response.text()), headers: response.headers }
}
/** As a reader sees it. */
const plain = (html: string) => html.replaceAll('&#39;', '’').replaceAll('&amp;', '&')

describe('the list of the clocks', () => {
  it('names every rule of both countries with its address, in Albanian and in English', async () => {
    for (const path of ['/afatet', '/en/afatet']) {
      const { status, html } = await page(path)
      expect(status).toBe(200)
      expect(NEWEST_RULES.filter(({ id }) => !html.includes(`/afatet/${id}"`))).toEqual([])
      for (const rule of NEWEST_RULES) for (const source of rule.sources) expect(html).toContain(source)
    }
    expect(NEWEST_RULES.length).toBeGreaterThanOrEqual(80)
  })

  it('is narrowed by country, law, state and words without diacritics; the address keeps it', async () => {
    const ids = async (query: string) =>
      [...(await page(`/afatet?${query}`)).html.matchAll(/kv-clocks__id">([^<]+)</g)].map(([, id]) => id)
    expect((await ids('shteti=XK')).every((id) => id?.startsWith('XK-'))).toBe(true)
    expect(await ids('ligji=L146/2014')).toContain('AL-CONS-NOTICE')
    expect(await ids('ligji=L146/2014')).not.toContain('AL-FOI-ANSWER')
    expect(await ids('gjendja=to-be-confirmed&shteti=XK')).toContain('XK-FOI-URGENT')
    expect(await ids('q=NJOFTIMIT+te+konsultimit')).toContain('AL-CONS-NOTICE')
    expect(await ids('q=zzzz')).toEqual([])
    expect((await page('/afatet?q=zzzz')).html).toContain('Asnjë rregull')
    expect((await page('/afatet?shteti=XX&gjendja=x')).status).toBe(200)
  })

  it('is cached as the other public pages are, and given as data', async () => {
    const { headers } = await page('/afatet')
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
    const again = await web.get('/afatet', { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    const data = (await (await web.get('/afatet.json')).json()) as { rules: { rule: string; status: string }[] }
    expect(data.rules.map(({ rule }) => rule)).toEqual(NEWEST_RULES.map(({ id }) => id))
  })
})

describe('the page of a rule', () => {
  it('tells all that is known of it', async () => {
    const { html } = await page('/afatet/AL-FOI-ANSWER')
    for (const words of ['AL-FOI-ANSWER', 'neni 15', 'bashkiashkoder.gov.al', 'T: Është parë në vetë tekstin e ligjit'])
      expect(html).toContain(words)
  })

  it.each(NEWEST_RULES.map(({ id }) => id))('of %s opens in both languages, and as data', async (id) => {
    for (const path of [`/afatet/${id}`, `/en/afatet/${id}`, `/afatet/${id}.json`])
      expect([(await web.get(path)).status, path]).toEqual([200, path])
  })

  it('of nothing is not found', async () => {
    for (const path of ['/afatet/AL-NOTHING', '/afatet/AL-NOTHING.json', '/afatet/al-foi-answer', '/afatet/x'])
      expect([(await web.get(path)).status, path]).toEqual([404, path])
  })
})

describe('what an institution has set', () => {
  const set = (rule: string, kind: string, n: number | null, basis: string) =>
    entered(
      db,
      termRecords,
      (tx) => tx`
        insert into platform.institution_terms (institution_id, rule_id, rule_version, kind, n, unit, basis, from_on, set_at)
        select id, ${rule}, 1, ${kind}, ${n}, ${n === null ? null : 'wd'}, ${basis}, '2026-01-01', ${web.services.clock.now()}
        from platform.institutions where slug = 'prova' returning id`,
    )

  it('is public: who, what and on which basis; in the list as a number', async () => {
    await set('AL-CONS-MEETING', 'confirmed', null, 'Urdhri nr. 3 i kryetarit')
    const { html } = await page('/afatet/AL-CONS-MEETING')
    for (const words of ['Bashkia Prova', 'E konfirmoi rregullin', 'Urdhri nr. 3 i kryetarit'])
      expect(html).toContain(words)
    expect((await page('/afatet')).html).toContain('e ka konfirmuar 1 institucion')
    const answer = (await page('/afatet/AL-CONS-MEETING?data=2026-12-15&institucioni=prova')).html
    expect(answer).toContain('e ka konfirmuar këtë rregull')
    expect((await page('/afatet/AL-CONS-MEETING?data=2026-12-15')).html).toContain('pasi ta konfirmojë institucioni')
  })

  it('fills a rule without a number, for this institution alone', async () => {
    await set('AL-LSG-CONSULT', 'own', 10, 'Rregullorja e këshillit, neni 12')
    const answer = (await page('/afatet/AL-LSG-CONSULT?data=2026-11-20&institucioni=prova')).html
    for (const words of ['10 dhjetor 2026', 'Afatin prej 10 ditësh pune e ka caktuar vetë institucioni', 'neni 12'])
      expect(answer).toContain(words)
    expect((await page('/afatet/AL-LSG-CONSULT?data=2026-11-20')).html).toContain('Nuk llogaritet asnjë datë')
    const data = await (await web.get('/afatet/AL-LSG-CONSULT.json?data=2026-11-20&institucioni=prova')).json()
    expect(data).toMatchObject({ due: '2026-12-10', unit: 'wd', status: 'active', institution: 'prova' })
  })
})

describe('a date computed for anyone', () => {
  it('stands with every day on the way, at an address to keep', async () => {
    const form = await web.get('/afatet/AL-FOI-ANSWER?data-day=20&data-month=11&data-year=2026&institucioni=')
    expect([form.status, form.headers.get('location')]).toEqual([303, '/afatet/AL-FOI-ANSWER?data=2026-11-20'])
    const { status, html, headers } = await page('/afatet/AL-FOI-ANSWER?data=2026-11-20')
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=0, s-maxage=30'])
    for (const words of [
      '10 dhjetor 2026',
      'Edhe 18 ditë',
      'Pse kjo datë?',
      'fundjavat 21–22 nëntor, 28–29 nëntor dhe 5–6 dhjetor',
      'Dita e Alfabetit, në vend të së dielës, 22 nëntor',
    ])
      expect(html).toContain(words)
    const english = (await page('/en/afatet/AL-FOI-ANSWER?data=2026-11-20')).html
    for (const words of ['10 December 2026', 'Why this date?', 'Alphabet Day, substitute for Sunday 22 November'])
      expect(english).toContain(words)
  })

  it('of Kosovo shows both dates, and who holds to which', async () => {
    const { html } = await page('/afatet/XK-FOI-ANSWER?data=2026-04-02')
    for (const words of [
      '10 prill 2026',
      'Zyrtari punon deri më 8 prill 2026',
      'askush nuk është me vonesë para se të mbarojë e premtja, 10 prill 2026',
    ])
      expect(html).toContain(words)
  })

  it('counts hours as instants, on the night the clocks change too', async () => {
    const { html } = await page('/afatet/AL-CPA-BRANCH?data=2026-10-23&ora=14:30')
    expect(html).toContain('25 tetor 2026, ora 13:30')
    expect(html).toContain('Ndërkohë ora zyrtare ndryshon')
    expect((await page('/afatet/AL-CPA-BRANCH?data=2026-11-20&ora=14:30')).html).toContain('22 nëntor 2026, ora 14:30')
  })

  it('is refused with what was typed kept where there is no such day, hour or institution', async () => {
    const day = await page('/afatet/AL-FOI-ANSWER?data-day=31&data-month=11&data-year=2026')
    expect([day.status, day.html]).toEqual([422, expect.stringContaining('Shkruani një ditë që ekziston')])
    expect(day.html).toContain('value="31"')
    for (const query of ['data=x', 'data=2026-02-30', 'data=1999-01-01', 'data=2026-11-20&institucioni=provas'])
      expect([(await page(`/afatet/AL-FOI-ANSWER?${query}`)).status, query]).toEqual([422, query])
    const hour = await page('/afatet/AL-CPA-BRANCH?data=2026-11-20&ora=25:00')
    expect([hour.status, hour.html]).toEqual([422, expect.stringContaining('value="25:00"')])
  })

  it('is not given where the law has no number, and says so', async () => {
    const { status, html } = await page('/afatet/XK-CONS-MUN?data=2026-11-20')
    expect([status, html]).toEqual([200, expect.stringContaining('Nuk llogaritet asnjë datë')])
    expect(html).not.toContain('kv-clock__date')
  })

  it('is had as data, in the keys of the command line', async () => {
    const data = async (path: string) => (await (await web.get(path)).json()) as Record<string, unknown>
    expect(await data('/en/afatet/AL-FOI-ANSWER.json?data=2026-11-20')).toMatchObject({
      rule: 'AL-FOI-ANSWER',
      from: '2026-11-20',
      due: '2026-12-10',
      unit: 'wd',
      confidence: 'T',
      status: 'active',
      skipped: expect.arrayContaining([
        { date: '2026-11-21', why: 'weekend' },
        { date: '2026-11-23', why: 'official holiday: Alphabet Day, substitute for Sunday 22 November' },
      ]),
    })
    expect((await data('/afatet/AL-CPA-APPEAL-SIL.json?data=2026-11-20')).due).toEqual({
      from: '2026-11-27',
      to: '2027-01-05',
    })
    expect((await data('/afatet/AL-CPA-BRANCH.json?data=2026-11-20&ora=14:30')).due).toBe('2026-11-22T14:30:00+01:00')
    expect((await web.get('/afatet/AL-FOI-ANSWER.json?data=x')).status).toBe(422)
  })

  it('is reached from the list by choosing the rule', async () => {
    const query = 'rregulli=AL-FOI-ANSWER&data-day=20&data-month=11&data-year=2026'
    const moved = await web.get(`/en/afatet/llogarit?${query}`)
    expect(moved.headers.get('location')).toBe('/en/afatet/AL-FOI-ANSWER?data=2026-11-20')
    const wrong = await page('/afatet/llogarit?rregulli=&data-day=20&data-month=11&data-year=2026')
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('Zgjidhni rregullin')])
    expect((await page('/afatet/llogarit')).status).toBe(200)
  })
})
