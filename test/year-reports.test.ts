import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { givenAnswer } from '#modules/consultations/answers/answer-testing.ts'
import { moderateComment } from '#modules/consultations/moderation/moderate-comment.ts'
import {
  givenComment,
  givenConsultation,
  givenInstitution,
  officialWith,
  staffWith,
} from '#modules/consultations/testing.ts'
import { yearReportDocument } from '#modules/consultations/transparency/year-report-document-view.ts'
import { findPublishedReport } from '#modules/consultations/transparency/year-report-queries.ts'
import {
  A_REPLY,
  givenReply,
  givenYearReport,
  SOME_WORDS,
} from '#modules/consultations/transparency/transparency-testing.ts'
import {
  comparisonUrls,
  yearReportOfficeUrls as office,
  yearReportUrls as urls,
} from '#modules/consultations/transparency/urls.ts'
import { withdrawReply } from '#modules/consultations/transparency/write-reply.ts'
import { publishYearReport } from '#modules/consultations/transparency/write-year-report.ts'
import { adoptPlannedAct } from '#modules/consultations/year/move-planned-act.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { givenHeldMeeting } from '#modules/meetings/testing.ts'
import { makeFormDocx } from '#platform/papers/make-form-docx.ts'
import { testDatabase } from './database.ts'
import { testWeb, TEST_NOW } from './web.ts'

/** The yearly report and the comparison, on a year that was played in an institution of each country. */
const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const read = async (path: string) => (await web.get(path)).text()
const data = async (path: string) => JSON.parse(await read(path)) as Record<string, unknown>
const entriesOf = async (subject: string) =>
  (await db`select from platform.ledger_entries where subject = ${subject}`).length
const at = (day: string, hour = '11:00') => clock.set(new Date(`${day}T${hour}:00Z`))

const HELD_WORDS = 'Këto fjalë i mban moderimi dhe askush nuk i lexon.'
const HIDDEN_NAME = 'Emër Ifshehur'

/** One consultation that opened on its day, with comments of which the first ones are answered. */
async function played(institution: string, opensOn: string, closesOn: string, comments: number, answered: number) {
  at(opensOn)
  const consultation = await givenConsultation(services, { institution, opensOn, closesOn })
  const all = []
  for (let n = 0; n < comments; n += 1)
    all.push(await givenComment(services, consultation, { namePublic: false, authorName: HIDDEN_NAME }))
  for (const comment of all.slice(0, answered)) await givenAnswer(services, consultation, comment)
  return { consultation, comments: all }
}

const SLUGS = ['prova', 'provas'] as const
for (const slug of SLUGS) {
  await played(slug, '2025-03-03', '2025-04-15', 3, 3)
  await played(slug, '2025-05-05', '2025-06-20', 2, 1)
  const last = await played(slug, '2025-11-20', '2025-12-31', 1, 0)
  const held = await givenComment(services, last.consultation, { body: HELD_WORDS })
  const moderator = await officialWith(services, ['moderator', slug])
  await moderateComment(services, moderator, held.id, 1, { move: 'hold', ground: 'insult', note: null })
  // Its window closes on the first day of the year after.
  await played(slug, '2025-11-21', '2026-01-01', 4, 0)
  at('2025-07-01')
  await givenHeldMeeting(services, { institution: slug })
  const planned = await givenPlannedAct(services, { institution: slug, year: 2025, published: true })
  await givenPlannedAct(services, { institution: slug, year: 2025, title: 'Buxheti i vitit', published: true })
  await adoptPlannedAct(services, planned.official, planned.id, { on: '2025-06-30', reference: 'Vendim nr. 4' })
}
clock.set(TEST_NOW)

/** The same, counted another way: from what the test did. */
const PLAYED = {
  closed: 3,
  drafts_consulted: 3,
  opened: 4,
  comments: 7,
  by_web: 7,
  accepted: 4,
  unanswered: 3,
  answered: 4,
  answered_share: 57.1,
  held: 1,
  fully_answered: 1,
  median_days_to_answer_all: null,
  meetings: 1,
  participants: 12,
  adopted_acts: 1,
  adopted_consulted: 0,
  planned_acts: 2,
  planned_consulted: 0,
  notices_in_time: 3,
  reports: 0,
  plans_before: 0,
  outside_plan: 3,
  cancelled: 0,
  satisfied_share: null,
}

describe('the figures of a year', () => {
  it.each(SLUGS)('of %s are those of what happened, and each is as long as the list behind it', async (slug) => {
    const { figures, published, counted_at } = await data(urls.file(2025, slug, 'json'))
    expect(figures).toMatchObject(PLAYED)
    expect([published, counted_at]).toEqual([false, '2026-11-22'])
    const behind = await read(urls.behindOne(2025, slug, 'closed'))
    expect(behind).toContain('Konsultimet: 3')
    expect(await read(urls.behind(2025, slug))).toContain('Konsultimet: 4')
  })

  it('belong to the year in which the window closed, by the institution’s own clock', async () => {
    const { figures } = await data(urls.file(2026, 'provas', 'json'))
    expect(figures).toMatchObject({ closed: 1, opened: 0, comments: 4, meetings: 0, adopted_acts: 0 })
    const zone = (await givenInstitution(services, 'provas')).zone
    // The last minute of the year there: the window of 31 December is still open, that of the year after as well.
    clock.set(new Date('2025-12-31T22:59:00Z'))
    expect(zone).toMatch(/^Europe\//)
    expect((await data(urls.file(2025, 'provas', 'json'))).figures).toMatchObject({ closed: 2, not_yet_closed: 1 })
    clock.set(new Date('2025-12-31T23:00:00Z'))
    expect((await data(urls.file(2025, 'provas', 'json'))).figures).toMatchObject({ closed: 3, not_yet_closed: 0 })
    clock.set(TEST_NOW)
  })

  it('of an empty year say so, and a year to come has no page', async () => {
    expect(await read(urls.one(2001, 'prova'))).toContain('nuk ka asnjë konsultim')
    expect((await web.get(urls.one(2027, 'prova'))).status).toBe(404)
    expect(await read(urls.one(2026, 'prova'))).toContain('Në vijim, pa publikuar')
  })
})

describe('a yearly report', () => {
  it('is the office’s alone until it is published; then words and figures stand for ever, and again with a reason', async () => {
    const { id, official, revision, of } = await givenYearReport(services, { published: false })
    expect(await read(urls.one(2025, 'prova'))).not.toContain(SOME_WORDS.introduction)
    expect(await entriesOf(`consultations.year-report:${id}`)).toBe(0)
    const order = { ...of, revision, reason: null, form: null }
    expect(await publishYearReport(services, official, { ...order, revision: 1 })).toEqual({
      kind: 'refused',
      refusal: 'changed-meanwhile',
    })
    expect(await publishYearReport(services, official, order)).toEqual({ kind: 'published', version: 1 })
    expect(await publishYearReport(services, official, order)).toEqual({ kind: 'refused', refusal: 'reason-missing' })
    const again = { ...order, reason: 'U shtua një takim' }
    expect(await publishYearReport(services, official, again)).toEqual({ kind: 'published', version: 2 })
    const page = await read(urls.one(2025, 'prova'))
    expect(page).toContain(SOME_WORDS.introduction)
    expect(page).toContain('U shtua një takim')
    expect(await entriesOf(`consultations.year-report:${id}`)).toBe(2)
    expect(await read(urls.version(2025, 'prova', 1))).toContain('Versioni 2 vlen tani')
    const told = await db`select kind from platform.happenings where matter = ${`consultations.year-report:${id}`}`
    expect(told.map(({ kind }) => kind).toSorted()).toEqual([
      'consultations.year-report-changed',
      'consultations.year-report-published',
    ])
    expect(await publishYearReport(services, official, { ...order, year: 2026 })).toEqual({
      kind: 'refused',
      refusal: 'year-not-over',
    })
  })

  it('says the same numbers on paper, in the table and as data', async () => {
    const { figures, other_acts } = await data(urls.file(2025, 'prova', 'json'))
    expect([figures, other_acts]).toEqual([expect.objectContaining(PLAYED), 4])
    const csv = await read(urls.file(2025, 'prova', 'csv'))
    const institution = await givenInstitution(services, 'prova')
    const report = await findPublishedReport(db, institution.id, 2025, null)
    if (!report) throw new Error('no report')
    const form = yearReportDocument('sq', { report, institution }, 'https://kuvend.example')
    const xml = new TextDecoder().decode(unzipSync(await makeFormDocx(form))['word/document.xml'])
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, said]) => said)
    const cells = form.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.flat()) : []))
    for (const [key, value] of Object.entries(figures as Record<string, number | null>)) {
      expect(csv).toMatch(new RegExp(`^${key},.*,${value ?? ''}\\r?$`, 'm'))
      const said = value === null ? 'nuk dihet' : String(value).replace('.', ',')
      expect(cells.some(([, number]) => number === said)).toBe(true)
      expect(words).toContain(said)
    }
  })

  it('is written with its form: bad input comes back, and what somebody changed meanwhile is kept', async () => {
    const cookie = await web.signedInAs(staffWith('council-secretary', 'provas'))
    const send = (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie })
    const wrong = await send(office.one(2025, 'provas'), { 'akte-te-tjera': 'disa', hyrja: 'Viti ynë' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Viti ynë')
    const saved = await send(office.one(2025, 'provas'), { hyrja: 'Viti ynë', rishikimi: '0' })
    expect(saved.status).toBe(303)
    const late = await send(office.one(2025, 'provas'), { hyrja: 'Tjetër', rishikimi: '0' })
    expect(late.status).toBe(409)
    expect((await send(office.publish(2025, 'provas'), { rishikimi: '2' })).status).toBe(403)
  })
})

const rowsOf = (csv: string): Record<string, string>[] => {
  const [head = '', ...rows] = csv.replace('\ufeff', '').trim().split('\r\n')
  const names = head.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [names[index] ?? '', cell])))
}
const one = (value: number) => Math.round(value * 10) / 10

describe('the comparison', () => {
  it('can be reckoned anew from its table alone, and its parts from the consultations and acts', async () => {
    const rows = rowsOf(await read(comparisonUrls.file(2025, 'csv')))
    const consultations = rowsOf(await read(comparisonUrls.consultations(2025)))
    const acts = rowsOf(await read(comparisonUrls.acts(2025)))
    expect(rows.map(({ institution }) => institution).toSorted()).toEqual([...SLUGS])
    for (const row of rows) {
      const criteria = Object.keys(row).flatMap((name) => /^(.*)_weight$/.exec(name)?.[1] ?? [])
      const parts = criteria.map((name) => ({
        points:
          row[`${name}_whole`] === '0' ? null : one((100 * Number(row[`${name}_part`])) / Number(row[`${name}_whole`])),
        said: row[`${name}_points`] === '' ? null : Number(row[`${name}_points`]),
        weight: Number(row[`${name}_weight`]),
      }))
      expect(parts.map(({ said }) => said)).toEqual(parts.map(({ points }) => points))
      const known = parts.filter(({ points }) => points !== null)
      const share = known.reduce((sum, { weight }) => sum + weight, 0)
      const total = one(known.reduce((sum, { points, weight }) => sum + (points ?? 0) * weight, 0) / share)
      expect([Number(row.known), Number(row.total)]).toEqual([share, total])
      const own = consultations.filter(({ institution }) => institution === row.institution)
      const sum = (name: string) => own.reduce((all, counted) => all + Number(counted[name]), 0)
      const yes = (name: string) => own.filter((counted) => counted[name] === 'true').length
      expect(
        [own.length, sum('answered'), sum('comments'), yes('notices_in_time'), yes('reports')].map(String),
      ).toEqual([row.closed, row.answered_part, row.answered_whole, row.notice_part, row.reported_part])
      const adopted = acts.filter(({ institution }) => institution === row.institution)
      expect(String(adopted.length)).toBe(row.consulted_whole)
    }
  })

  it('gives no rank to whoever closed fewer than three, and says what is not known', async () => {
    const [row] = rowsOf(await read(comparisonUrls.file(2026, 'csv')))
    expect([row?.closed, row?.rank, row?.consulted_points, row?.consulted_whole]).toEqual(['1', '', '', '0'])
    const page = await read(comparisonUrls.one(2026))
    expect(page).toContain('pa vend')
    expect(page).toContain('nuk dihet')
    expect(await read(comparisonUrls.one(1995))).toContain('nuk ka asgjë për të krahasuar')
  })

  it('tells a reply at once beside its row, keeps earlier wordings, and says that it was withdrawn', async () => {
    const { id, official, of } = await givenReply(services)
    expect(await read(comparisonUrls.one(2025))).toContain(A_REPLY)
    await givenReply(services)
    expect(await entriesOf(`consultations.year-reply:${id}`)).toBe(2)
    expect(await withdrawReply(services, official, of)).toEqual({ kind: 'withdrawn' })
    expect(await withdrawReply(services, official, of)).toEqual({ kind: 'nothing-stands' })
    const page = await read(comparisonUrls.one(2025))
    expect(page).not.toContain(A_REPLY)
    expect(page).toContain('Institucioni e tërhoqi përgjigjen më 22 nëntor 2026')
    expect(await read(comparisonUrls.file(2025, 'json'))).not.toContain(A_REPLY)
    expect(await entriesOf(`consultations.year-reply:${id}`)).toBe(3)
    const other = await officialWith(services, ['head', 'provas'])
    expect(await withdrawReply(services, other, of)).toEqual({ kind: 'not-permitted' })
  })
})

it('nothing of held words and hidden names stands on any of these pages', async () => {
  const paths = SLUGS.flatMap((slug) => [
    urls.one(2025, slug),
    urls.behind(2025, slug),
    urls.file(2025, slug, 'json'),
    urls.file(2025, slug, 'csv'),
  ])
  for (const path of [...paths, comparisonUrls.one(2025), comparisonUrls.consultations(2025)]) {
    const words = await read(path)
    expect([path, words.includes(HELD_WORDS), words.includes(HIDDEN_NAME)]).toEqual([path, false, false])
  }
})
