import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { publishedActs } from '#modules/council-acts/act-records.ts'
import { reportDocument } from '#modules/council-acts/figures/report-document-view.ts'
import { FIGURE_KEYS } from '#modules/council-acts/figures/report-figure-rules.ts'
import { findPublishedReport } from '#modules/council-acts/figures/report-queries.ts'
import { REPORT_WORDS } from '#modules/council-acts/figures/report-testing.ts'
import { decisionFigureRegister, decisionReportTakeDown } from '#modules/council-acts/figures/reports-at-door.ts'
import { figureOfficeUrls as office, figureUrls as urls } from '#modules/council-acts/figures/urls.ts'
import { publishedDecisionReports } from '#modules/council-acts/figures/report-records.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { givenComment, givenConsultation, givenInstitution, staffWith } from '#modules/consultations/testing.ts'
import { dropPlannedAct } from '#modules/consultations/year/move-planned-act.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { givenMeeting, givenPaper } from '#modules/council/convening/testing.ts'
import { recordEvents } from '#modules/council/sitting/record-events.ts'
import { anEvent, givenSitting } from '#modules/council/sitting/testing.ts'
import { makeFormDocx } from '#platform/papers/make-form-docx.ts'
import { makeFormPdf } from '#platform/papers/make-form-pdf.ts'
import { findCompiler } from '#platform/papers/typst.ts'
import { testDatabase } from './database.ts'
import { entered } from './ledger.ts'
import { testWeb, TEST_NOW } from './web.ts'

/** A year of decision-making, played in an institution of each country and counted here once more by hand. */
const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const at = (day: string) => services.clock.set(new Date(`${day}T11:00:00Z`))
const read = async (path: string) => (await web.get(path)).text()
const data = async (path: string) => JSON.parse(await read(path)) as Record<string, unknown>
const secretaryOf = (slug: string) => web.signedInAs(staffWith('council-secretary', slug))
const SLUGS = ['prova', 'provas'] as const

async function playYear(slug: (typeof SLUGS)[number]) {
  at('2025-01-10')
  const plan = { institution: slug, year: 2025, published: true }
  const month = (m: string) => ({ dueFrom: `2025-${m}-01`, dueTo: `2025-${m}-01` })
  const market = await givenPlannedAct(services, { ...plan, ...month('03'), title: 'Rregullat e tregut të fshatit' })
  const waste = await givenPlannedAct(services, { ...plan, ...month('06'), title: 'Tarifat e mbetjeve urbane' })
  const parks = await givenPlannedAct(services, { ...plan, ...month('09'), title: 'Gjelbërimi i parqeve' })
  await givenPlannedAct(services, { ...plan, title: 'Strategjia e rinisë' })
  const reason = 'Mungoi studimi i parqeve'
  await dropPlannedAct(services, parks.official, parks.id, reason)
  const consultation = await givenConsultation(services, {
    institution: slug,
    opensOn: '2025-01-11',
    closesOn: '2025-02-20',
  })
  at('2025-02-01')
  for (let n = 0; n < 2; n += 1) await givenComment(services, consultation)
  at('2025-02-25')
  const { council, meetingId, itemId } = await givenSitting(services, { institution: slug })
  const events = [
    anEvent(services, 20, { kind: 'item-closed', body: { item: itemId, outcome: 'done', reason: null, to: null } }),
    anEvent(services, 21, { kind: 'closed', body: {} }),
  ]
  await recordEvents(services, 'command-line', meetingId, { pen: null, device: null, events })
  const { id: institutionId } = await givenInstitution(services, slug)
  const paper = await givenPaper(services, { institutionId, title: 'Projektvendim për mbetjet' })
  await db`update council.papers set about_ref = ${`consultations.planned-act:${waste.id}`} where id = ${paper.id}`
  const item = { title: 'Mbetjet', paperId: paper.id }
  await givenMeeting(services, { bodyId: council.bodyId, items: [item], inDays: 30 })
  const act = (serial: number, adoptedOn: string, wish: Parameters<typeof givenAct>[1] = {}) => {
    at(adoptedOn)
    return givenAct(services, { institution: slug, year: 2025, serial, adoptedOn, ...wish })
  }
  const acts = [
    await act(1, '2025-03-05', { title: 'Për rregullat e tregut', inForceFrom: '2025-03-18' }),
    await act(2, '2025-08-05', { title: 'Për mbetjet urbane', paperRef: `council.paper:${paper.id}` }),
    // Number 3 is missing.
    await act(4, '2025-05-05', { kind: 'regulation', proposerKind: 'commission', inForceFrom: '2025-05-18' }),
    await act(5, '2025-05-06', {
      nature: 'individual',
      restricted: true,
      publicTitle: 'Vendim për një person',
      restrictedGround: 'Ligji për të dhënat personale',
    }),
    await act(6, '2025-11-05', { state: 'numbered' }),
  ]
  const ids = acts.map(({ id }) => id)
  // Only in Albania a rule says by when: in time, a day late, and not at all.
  const terms = slug === 'prova' ? ['2025-03-15', '2025-08-06', null, null, '2025-11-15'] : []
  await entered(db, publishedActs, async (tx) => {
    for (const [n, id] of ids.entries())
      await tx`
        update council_acts.acts set announce_by = ${terms[n] ?? null}, legality = ${n === 0 ? 'conform' : 'none'} where id = ${id}`
    return ids.map((id) => ({ id }))
  })
  services.clock.set(TEST_NOW)
  return { acts, market, waste, parks, reason }
}

const played = { prova: await playYear('prova'), provas: await playYear('provas') }

const COUNTED = {
  planned: 4,
  planned_adopted: 2,
  planned_in_time: 1,
  planned_late: 1,
  planned_no_month: 0,
  planned_dropped: 1,
  planned_open: 1,
  outside_plan: 3,
  drafts: 1,
  drafts_about_consultation: 1,
  consultations_closed: 1,
  consultations_with_comments: 1,
  comments: 2,
  council_meetings: 1,
  commission_meetings: 0,
  votes: 1,
  votes_adopted: 1,
  votes_rejected: 0,
  acts: 5,
  kind_decision: 4,
  kind_regulation: 1,
  kind_law: 0,
  normative: 4,
  individual: 1,
  restricted: 1,
  proposed_by_mayor: 3,
  proposed_by_commission: 1,
  proposer_unknown: 1,
  force_in_force: 2,
  force_not_yet: 1,
  force_not_known: 2,
  legality_conform: 1,
  legality_none: 4,
  announced: 4,
  median_days_to_announce: 2,
  known_days_to_announce: 4,
  // Of two: 11 and 11 days.
  median_days_to_force: 11,
  known_days_to_force: 2,
  known_days_to_vote: 1,
  numbers_missing: 1,
  numbers_void: 0,
}
const LATENESS = {
  prova: {
    announced_in_time: 1,
    announced_late: 1,
    announcement_waits: 0,
    announcement_overdue: 1,
    announcement_no_term: 2,
    median_days_late: 1,
  },
  provas: {
    announced_in_time: 0,
    announced_late: 0,
    announcement_waits: 0,
    announcement_overdue: 0,
    announcement_no_term: 5,
    median_days_late: null,
  },
}
const countedOf = (slug: (typeof SLUGS)[number]) => ({ ...COUNTED, ...LATENESS[slug] })

describe('an act and its entry of the plan', () => {
  it('are bound at one press, by title or by the draft that lay before the council, and seen from both ends', async () => {
    for (const slug of SLUGS) {
      const { acts, market, waste } = played[slug]
      const cookie = await secretaryOf(slug)
      const [first, second] = [acts[0]?.id ?? '', acts[1]?.id ?? '']
      const form = await (await web.get(office.plan(second), { cookie })).text()
      expect(form).toContain('Projekti i tij lidhet me këtë akt të planit')
      expect(form).toMatch(new RegExp(`name="hyrja" value="${waste.id}"`))
      expect((await web.post(office.plan(first), { hyrja: '' }, { cookie })).status).toBe(422)
      expect((await web.post(office.plan(first), { hyrja: market.id }, { cookie })).status).toBe(303)
      expect((await web.post(office.plan(first), { hyrja: market.id }, { cookie })).status).toBe(303)
      expect((await web.post(office.plan(first), { hyrja: waste.id }, { cookie })).status).toBe(409)
      expect((await web.post(office.plan(second), { hyrja: waste.id }, { cookie })).status).toBe(303)
      expect(await read(market.href)).toContain(urlOf(acts[0]?.slug))
    }
  })

  it('stay apart where the act names a person, or the entry is of another institution', async () => {
    const [cookie, elsewhere] = [await secretaryOf('prova'), await secretaryOf('provas')]
    const { acts, market } = played.prova
    const [first, third, hidden] = [acts[0]?.id ?? '', acts[2]?.id ?? '', acts[3]?.id ?? '']
    expect((await web.post(office.plan(hidden), { hyrja: market.id }, { cookie })).status).toBe(409)
    expect((await web.post(office.plan(third), { hyrja: played.provas.market.id }, { cookie })).status).toBe(409)
    expect((await web.get(office.plan(first), { cookie: elsewhere })).status).toBe(404)
    expect((await web.post(office.unbind(third), {}, { cookie })).status).toBe(409)
    const linked = await db`select from platform.links where kind = 'result' and ended_at is null`
    expect(linked).toHaveLength(4)
  })

  it('can be parted again, and the trace stays', async () => {
    const cookie = await secretaryOf('prova')
    const { acts, market } = played.prova
    const first = acts[0]?.id ?? ''
    expect((await web.post(office.unbind(first), {}, { cookie })).status).toBe(303)
    expect(await read(urls.planOf('prova', 2025))).not.toContain(urlOf(acts[0]?.slug, 'Nr. 1/2025'))
    expect((await web.post(office.plan(first), { hyrja: market.id }, { cookie })).status).toBe(303)
    expect(await db`select from platform.links where kind = 'result' and ended_at is not null`).toHaveLength(1)
  })
})

const urlOf = (slug: string | null = '', words = '') => `/aktet/${slug}"${words === '' ? '' : `>${words}`}`

/** Figures as a page or a paper writes them. */
const said = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? 'nuk dihet' : String(value).replace('.', ',').replace('-', '−')
const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, ' ').trim()),
  )
const linesOf = (csv: string): string[][] =>
  csv
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))

describe('the plan beside what was adopted', () => {
  it.each(SLUGS)('says of %s what became of each entry, and what was adopted outside it', async (slug) => {
    const page = await read(urls.planOf(slug, 2025))
    for (const words of ['në kohë', '2 muaj vonë', 'U hoq nga plani', played[slug].reason, 'Nuk ka nisur', 'pa muaj'])
      expect(page).toContain(words)
    expect(page).toContain('Projekti i paraqitur')
    expect(page).toContain('Vendim për një person')
    expect(page).not.toContain(played[slug].acts[3]?.title ?? '?')
    const lines = linesOf(await read(`${urls.planCsv()}?institucioni=${slug}&viti=2025`))
    expect(lines.filter(([inPlan]) => inPlan === '1')).toHaveLength(COUNTED.planned)
    expect(lines.filter(([inPlan]) => inPlan === '0')).toHaveLength(COUNTED.outside_plan)
    expect(lines.find(([, title]) => title === 'Tarifat e mbetjeve urbane')?.slice(2, 8)).toEqual([
      '2025-06',
      '2025-06',
      'U miratua',
      '2/2025',
      '2025-08-05',
      '2',
    ])
  })

  it('asks for an institution, and says so where no plan was published', async () => {
    expect(await read(urls.plan())).toContain('Zgjidhni një institucion')
    expect((await web.get(urls.planCsv())).status).toBe(404)
    expect(await read(urls.planOf('prova', 2001))).toContain('nuk ka publikuar plan për vitin 2001')
  })
})

describe('the acts in numbers', () => {
  it.each(SLUGS)('of %s stand in bars and in tables, the same in both and in the file', async (slug) => {
    const page = await read(urls.figuresOf(slug, 2025))
    expect(rowsOf(page)).toEqual(
      expect.arrayContaining([
        ['Vendim', '4'],
        ['Rregullore', '1'],
        ['Gjithsej', '5'],
        ['maj', '2'],
        ['Komision', '1'],
        ['I ligjshëm', '1'],
        ['Miratimi → shpallja', '2 (4)'],
        ['Shpallja → fuqia', '11 (2)'],
        ['Shpallur me vonesë', said(LATENESS[slug].announced_late)],
        ['Ditë vonese, mediana e atyre që u vonuan', said(LATENESS[slug].median_days_late)],
      ]),
    )
    expect(page).toContain('Vendim: 4</text>')
    expect(page).toMatch(/role="img" aria-label="Sipas llojit, 2025"/)
    const lines = linesOf(await read(`${urls.figuresCsv()}?institucioni=${slug}&viti=2025`))
    expect(lines).toContainEqual(['Sipas llojit', 'Vendim', '2025', '4', ''])
    expect(lines).toContainEqual(['Nga projekti te fuqia', 'Miratimi → shpallja', '2025', '2', '4'])
  })

  it('set years beside each other, and of all institutions together', async () => {
    await givenAct(services, { year: 2024, serial: 1, adoptedOn: '2024-02-01', kind: 'order' })
    const page = await read(urls.figuresOf('prova', 2025))
    expect(rowsOf(page)).toEqual(
      expect.arrayContaining([
        ['Lloji', '2025', '2024'],
        ['Urdhër', '0', '1'],
      ]),
    )
    expect(rowsOf(await read(`${urls.figures()}?viti=2025`))).toContainEqual(['Gjithsej', '10', '1'])
    expect(await read(urls.figuresOf('prova', 1995))).toContain('Nuk ka asnjë akt me numër të vitit 1995')
  })
})

describe('the yearly report on decision-making', () => {
  it('is written in the office, where others do not see it, and not published before the year is over', async () => {
    for (const slug of SLUGS) {
      const cookie = await secretaryOf(slug)
      const send = (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie })
      const words = { hyrja: REPORT_WORDS.introduction?.sq ?? '', 'hyrja-en': REPORT_WORDS.introduction?.en ?? '' }
      const alone = await send(office.report(slug, 2025), { 'plani-en': 'Late', rishikimi: '0' })
      expect([alone.status, await alone.text()]).toEqual([
        422,
        expect.stringContaining('Shkruani edhe tekstin në shqip'),
      ])
      const plan = { plani: REPORT_WORDS.plan?.sq ?? '' }
      expect((await send(office.report(slug, 2025), { ...words, ...plan, rishikimi: '0' })).status).toBe(303)
      const late = await send(office.report(slug, 2025), { hyrja: 'Fjalë të tjera', rishikimi: '0' })
      expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Fjalë të tjera')])
      expect((await web.get(urls.report(slug, 2025))).status).toBe(404)
      expect((await send(office.publish(slug, 2026), { rishikimi: '1' })).status).toBe(409)
    }
    const cookie = await web.signedInAs(staffWith('clerk', 'prova'))
    expect((await web.post(office.publish('prova', 2025), { rishikimi: '2' }, { cookie })).status).toBe(403)
  })

  it.each(SLUGS)('of %s says the same numbers in the office, on its page, on paper and as data', async (slug) => {
    const cookie = await secretaryOf(slug)
    const before = rowsOf(await (await web.get(office.report(slug, 2025), { cookie })).text())
    expect((await web.post(office.publish(slug, 2025), { rishikimi: '2' }, { cookie })).status).toBe(303)
    const { figures } = (await data(urls.file(slug, 2025, 'json'))) as { figures: Record<string, number | null> }
    expect(figures).toMatchObject(countedOf(slug))
    expect(Object.keys(figures).toSorted()).toEqual(FIGURE_KEYS.toSorted())
    const page = await read(urls.report(slug, 2025))
    expect(page).toContain(REPORT_WORDS.introduction?.sq)
    const institution = await givenInstitution(services, slug)
    const report = await findPublishedReport(db, institution.id, 2025, null)
    if (!report) throw new Error('no report')
    const form = reportDocument('sq', { report, institution }, 'https://kuvend.example')
    const cells = form.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.flat()) : []))
    expect(cells.map(([, value]) => value)).toEqual(FIGURE_KEYS.map((key) => said(figures[key])))
    const numbers = (rows: string[][]) => rows.filter(([name]) => name !== 'Shifra')
    expect(numbers(rowsOf(page))).toEqual(cells)
    expect(numbers(before)).toEqual(cells)
    const xml = new TextDecoder().decode(unzipSync(await makeFormDocx(form))['word/document.xml'])
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, one]) => one)
    expect(inOrder(words.join(' '), cells)).toBe(true)
    if (findCompiler()) {
      const pdf = await makeFormPdf(form, new Date(report.versionAt))
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf ?? [])), { mergePages: true })
      expect(inOrder(text, cells)).toBe(true)
    }
    const csv = linesOf(await read(urls.file(slug, 2025, 'csv')))
    expect(csv.slice(1).map((line) => [line[0], line.at(-1)])).toEqual(
      FIGURE_KEYS.map((key) => [key, String(figures[key] ?? '')]),
    )
    const rows = await decisionFigureRegister.page(db, { after: null, limit: 500, filters: { institution: slug } })
    expect(Object.fromEntries(rows.map(({ row }) => [row.figure, row.value]))).toEqual(figures)
  })

  it('never changes: a correction is a version of its own, with its reason, and the ledger has both', async () => {
    const cookie = await secretaryOf('prova')
    const publish = (fields: Record<string, string>) => web.post(office.publish('prova', 2025), fields, { cookie })
    await givenAct(services, { year: 2025, serial: 3, adoptedOn: '2025-12-05' })
    expect((await data(urls.file('prova', 2025, 'json'))).figures).toMatchObject({ acts: 5, numbers_missing: 1 })
    expect((await publish({ rishikimi: '2' })).status).toBe(422)
    const again = { rishikimi: '2', arsyeja: 'U gjet akti numër 3', dergesa: '6a0f0c52-6b53-4b5c-9d0e-0d6b3c1f2a11' }
    expect((await publish(again)).status).toBe(303)
    expect((await publish(again)).status).toBe(303)
    expect(await data(urls.file('prova', 2025, 'json'))).toMatchObject({
      version: 2,
      reason: again.arsyeja,
      figures: { acts: 6, numbers_missing: 0 },
    })
    const first = await data(urls.versionFile('prova', 2025, 1, 'json'))
    expect(first).toMatchObject({ version: 1, figures: COUNTED })
    expect(await read(urls.version('prova', 2025, 1))).toContain('Versioni 2 vlen tani')
    const [row] = await db<{ id: string; entries: number }[]>`
      select report.id, (select count(*)::int from platform.ledger_entries as entry where entry.subject = report.subject) as entries
      from council_acts.published_decision_reports as report where report.institution_slug = 'prova'`
    expect(row?.entries).toBe(2)
    await expect(
      db`update council_acts.decision_report_versions set reason = 'Tjetër arsye' where n = 2`,
    ).rejects.toThrow('never changes')
    await entered(db, publishedDecisionReports, async (tx) => {
      const id = row?.id ?? ''
      const order = { id, at: services.clock.now() } as Parameters<typeof decisionReportTakeDown.take>[2]
      expect(await decisionReportTakeDown.take(tx, services, order)).toBe('taken-down')
      return [{ id }]
    })
    expect((await web.get(urls.report('prova', 2025))).status).toBe(404)
    expect((await web.get(urls.version('prova', 2025, 1))).status).toBe(404)
    expect(await read(urls.reports())).not.toContain('/aktet/raportet/prova/2025')
    expect((await publish({ rishikimi: '2', arsyeja: 'Edhe një herë' })).status).toBe(409)
  })
})

/** Every name with its number behind it, in the order of the report. */
function inOrder(text: string, cells: readonly string[][]): boolean {
  const plain = (words: string) => words.replaceAll(/[\s\u00ad-]+/g, '')
  let rest = plain(text)
  return cells.every(([name = '', value = '']) => {
    const found = rest.indexOf(plain(`${name}${value}`))
    rest = rest.slice(Math.max(0, found))
    return found >= 0
  })
}
