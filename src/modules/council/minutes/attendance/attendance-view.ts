import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Column, Row } from '#platform/export/dataset.ts'
import { formatDate, formatMonth } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { minutesOfficeUrls, minutesUrls } from '../urls.ts'
import {
  findPublicMeetingHead,
  listVotingInstitutions,
  type MeetingHead,
  type VotingInstitution,
} from '../votes/votes-queries.ts'
import {
  listAttendanceCells,
  listAttendanceOf,
  listMeetingBodies,
  type BodyChoice,
  type ShownAttendance,
} from './attendance-queries.ts'
import { percentOf, readMonth, sheetOf, yearLinesOf, type Sheet, type YearLine } from './attendance-rules.ts'
import { attendanceTexts } from './texts.ts'

export type AttendanceView = { meeting: MeetingHead; institution: InstitutionSummary; members: ShownAttendance[] }

export async function viewAttendance({ db }: Services, lang: Lang, slug: string): Promise<AttendanceView | null> {
  const meeting = await findPublicMeetingHead(db, lang, slug)
  const institution = meeting && (await findInstitutionById(db, lang, meeting.institutionId))
  return institution && meeting && { meeting, institution, members: await listAttendanceOf(db, slug) }
}

export const attendanceAsData = ({ meeting, institution, members }: AttendanceView, url: string) => ({
  url: url + minutesUrls.attendance(meeting.slug),
  meeting: `${url}/mbledhje/${meeting.slug}`,
  institution: institution.slug,
  body: meeting.body,
  day: meeting.day,
  openedAt: meeting.openedAt,
  closedAt: meeting.closedAt,
  members: members.map(({ personId, name, slug, ...one }) => ({
    person: personId,
    name,
    url: slug === null ? null : `${url}/keshilltare/${slug}`,
    ...one,
  })),
})

export type SheetView = {
  institutions: InstitutionSummary[]
  institution: InstitutionSummary | null
  bodies: BodyChoice[]
  body: BodyChoice | null
  month: string
  monthWords: string
  sheet: Sheet
}

/** The month of one institution; the first that this official may read where none is asked for. */
export async function viewSheet(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<SheetView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['council.read']))
  const institution = institutions.find(({ slug }) => slug === query.institucioni) ?? institutions[0] ?? null
  const today = civilDateIn(institution?.zone ?? 'Europe/Tirane', clock.now())
  const asked = readMonth(query.muaji)
  const month = asked ? (query.muaji ?? '') : today.slice(0, 7)
  const from = `${month}-01`
  const to = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1)
  const bodies = institution ? await listMeetingBodies(db, lang, [institution.id]) : []
  const body = bodies.find(({ id }) => id === query.organi) ?? null
  const cells = institution
    ? await listAttendanceCells(db, { institutionId: institution.id, bodyId: body?.id ?? null, from, to })
    : []
  const monthWords = formatMonth(lang, from, { year: true })
  return { institutions, institution, bodies, body, month, monthWords, sheet: sheetOf(cells) }
}

const whole = (name: string): Column => ({
  name,
  type: 'integer',
  title: { sq: name, en: name },
  description: { sq: name, en: name },
  required: false,
})

/** Columns and rows as finance takes them over: minutes by meeting as numbers, then totals, and a line to be signed. */
export function sheetTable(lang: Lang, { sheet }: SheetView): { columns: Column[]; rows: Row[] } {
  const t = attendanceTexts(lang).sheet
  const keys = sheet.meetings.map(({ day, id }, n) => ({ id, name: `${day} (${n + 1})` }))
  const columns: Column[] = [
    { ...whole(t.columns.name), type: 'string' },
    ...keys.map(({ name }) => whole(name)),
    ...[t.columns.attended, t.columns.minutes, t.columns.votes, t.columns.votesAll].map(whole),
    { ...whole(t.share), type: 'integer' },
  ]
  const rows = sheet.lines.map((line): Row => ({
    [t.columns.name]: line.name,
    ...Object.fromEntries(keys.map(({ id, name }) => [name, line.cells.get(id)?.minutes ?? null])),
    [t.columns.attended]: line.attended,
    [t.columns.minutes]: line.minutes,
    [t.columns.votes]: line.votesTakenPart,
    [t.columns.votesAll]: line.votes,
    [t.share]: percentOf(line.votesTakenPart, line.votes),
  }))
  return { columns, rows: [...rows, { [t.columns.name]: t.signed(t.secretary) }] }
}

export const sheetCsv = (lang: Lang, view: SheetView): string => {
  const { columns, rows } = sheetTable(lang, view)
  const cell = (row: Row, name: string) => String(row[name] ?? '')
  return csvOf([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ name }) => cell(row, name)))])
}

/** The same on paper, with the line that is signed. */
export function sheetForm(lang: Lang, view: SheetView, url: string): FormDocument {
  const t = attendanceTexts(lang).sheet
  const { institution, body, sheet, monthWords } = view
  return {
    lang,
    wordsLang: lang,
    form: t.form,
    title: `${t.form}, ${monthWords}`,
    institution: institution?.name ?? '',
    lead: [body?.name ?? t.allBodies, monthWords].join(', '),
    kept: t.kept,
    address: url + minutesOfficeUrls.attendance(),
    page: t.paperPage,
    lying: true,
    blocks: sheetBlocks(lang, sheet),
  }
}

function sheetBlocks(lang: Lang, sheet: Sheet): FormBlock[] {
  const t = attendanceTexts(lang).sheet
  if (sheet.lines.length === 0) return [{ kind: 'paragraph', words: t.none }]
  return [
    { kind: 'paragraph', words: t.explained, quiet: true },
    {
      kind: 'table',
      caption: t.form,
      head: [
        attendanceTexts(lang).member,
        ...sheet.meetings.map(({ day }) => formatDate(lang, day)),
        t.attended,
        t.minutes,
        t.share,
      ],
      rows: sheet.lines.map((line) => [
        [line.name],
        ...sheet.meetings.map(({ id }) => {
          const cell = line.cells.get(id)
          return [cell ? t.cell(cell.minutes, cell.votesTakenPart, cell.votes) : '–']
        }),
        [String(line.attended)],
        [String(line.minutes)],
        [String(percentOf(line.votesTakenPart, line.votes) ?? '–')],
      ]),
    },
    { kind: 'paragraph', words: t.signed(t.secretary) },
  ]
}

export type YearView = {
  year: number
  institutions: VotingInstitution[]
  institution: VotingInstitution | null
  lines: YearLine[]
  meetings: number
  thisYear: number
}

export async function viewYear(
  { db, clock }: Services,
  lang: Lang,
  year: number,
  slug: string | undefined,
): Promise<YearView> {
  const institutions = await listVotingInstitutions(db, lang)
  const institution = institutions.find((one) => one.slug === slug) ?? null
  const cells = await listAttendanceCells(db, {
    institutionId: institution?.id ?? null,
    bodyId: null,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  })
  return {
    year,
    institutions,
    institution,
    lines: yearLinesOf(cells),
    meetings: new Set(cells.map(({ meetingId }) => meetingId)).size,
    thisYear: clock.now().getUTCFullYear(),
  }
}

export const yearCsv = (lang: Lang, { lines }: YearView): string =>
  csvOf([
    attendanceTexts(lang).year.csvHead,
    ...lines.map(({ name, council, commissions, minutes, votes, votesTakenPart }) =>
      [
        name,
        council.meetings,
        council.attended,
        commissions.meetings,
        commissions.attended,
        council.excused + commissions.excused,
        council.absent + commissions.absent,
        minutes,
        votes,
        votesTakenPart,
      ].map(String),
    ),
  ])
