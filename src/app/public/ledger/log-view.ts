import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { checkpointNote, findHead, type Head } from '#platform/ledger/tree/tree-view.ts'
import { findNewestVerification } from '#platform/ledger/verify/verification-queries.ts'
import type { Services } from '#platform/services.ts'
import { addDays, startOfDay } from '#platform/time/civil-date.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import {
  listEntries,
  listKeys,
  listLogs,
  listWitnesses,
  type Log,
  type LogEntry,
  type LogKey,
  type Witness,
} from './ledger-queries.ts'
import { dayOf, isPlain, writePlace, type LogQuestion } from './log-question-rules.ts'

/** Both countries keep this time. */
export const ZONE = 'Europe/Tirane'
export const ENTRIES_PER_PAGE = 25
export const MOST_ENTRIES_IN_FILE = 5000

/** A record that everybody may read, and where. */
export type PublicRecordLink = { title: string; lang: Lang; href: string }

export type LogLine = {
  entry: LogEntry
  kind: string
  /** Null: it has no page, or is not public any more. */ record: PublicRecordLink | null
}

/** What is told of the newest published checkpoint. */
export type HeadView = {
  origin: string
  size: number
  /** In hex. */
  root: string
  /** With the signatures of witnesses. */
  note: string
  signedAt: Date
  cosigned: number
}

export type About = {
  keys: readonly LogKey[]
  witnesses: readonly Witness[]
  logs: readonly Log[]
  /** When this installation last recomputed everything by itself; null: never yet. */
  check: { at: Date; outcome: 'well' | 'named' | 'failed' } | null
}

export type LogView = {
  question: LogQuestion
  head: HeadView | null
  lines: readonly LogLine[]
  /** Where the next page begins, as it stands in an address; null: this is the last. */
  older: string | null
  /** Of the record that was asked for; null: none was, or it has no public page. */
  record: PublicRecordLink | null
  institutions: readonly InstitutionSummary[]
  kinds: readonly { value: string; label: string }[]
  /** On the page as it is found first. */
  about: About | null
}

type Room = { services: Services; doors: readonly Door[]; lang: Lang }

/** The entries that are asked for; and on the page as it is found first, what the log is and who watches it. */
export async function viewLog(room: Room, question: LogQuestion, perPage = ENTRIES_PER_PAGE): Promise<LogView> {
  const { services, doors, lang } = room
  const head = await findHead(services.db)
  const [institutions, entries, about] = await Promise.all([
    listInstitutions(services.db, lang),
    head ? entriesOf(room, question, head, perPage + 1) : [],
    head && isPlain(question) ? aboutOf(services, head) : null,
  ])
  const shown = entries.slice(0, perPage)
  const last = entries.length > perPage ? shown.at(-1) : undefined
  const records = await publicRecords(room, [...shown.map(({ subject }) => subject), question.ref])
  const names = kindNames(doors, lang)
  return {
    question,
    head: head && headView(head),
    lines: shown.map((entry) => ({
      entry,
      kind: names.get(entry.kind) ?? entry.kind,
      record: records.get(entry.subject) ?? null,
    })),
    older: last ? writePlace(last) : null,
    record: records.get(question.ref) ?? null,
    institutions,
    kinds: [...names].map(([value, label]) => ({ value, label })),
    about,
  }
}

async function entriesOf({ services, doors, lang }: Room, question: LogQuestion, { size }: Head, limit: number) {
  const { db } = services
  const of = question.institution ? await findInstitution(db, lang, question.institution) : null
  if (question.institution && !of) return []
  const [from, to] = [startOf(dayOf(question.from)), startOf(nextDay(dayOf(question.to)))]
  const every = of ? recordKinds(doors).map(({ kind }) => kind) : null
  return listEntries(db, lang, {
    institutionId: of?.id ?? null,
    kinds: question.kind ? [question.kind] : every,
    subject: question.ref || null,
    from,
    to,
    after: question.after,
    size,
    limit,
  })
}

const startOf = (day: string | null): Date | null => (day === null ? null : startOfDay(day, ZONE))
const nextDay = (day: string | null): string | null => (day === null ? null : addDays(day, 1))

async function aboutOf({ db }: Services, { logId }: Head): Promise<LogView['about']> {
  const [keys, witnesses, logs, last] = await Promise.all([
    listKeys(db),
    listWitnesses(db, logId),
    listLogs(db),
    findNewestVerification(db),
  ])
  return { keys, witnesses, logs, check: last && { at: last.endedAt, outcome: last.outcome } }
}

export const headView = (head: Head): HeadView => ({
  origin: head.origin,
  size: head.size,
  root: head.root.toString('hex'),
  note: checkpointNote(head),
  signedAt: head.signedAt,
  cosigned: head.cosignatures.length,
})

/** Those that have a page for everybody. The name of another may be nobody's to know. */
export async function publicRecords(
  { services, doors, lang }: Room,
  refs: readonly string[],
): Promise<Map<string, PublicRecordLink>> {
  const subjects = await findSubjects(doors, services, lang, refs)
  return new Map(
    [...subjects.values()].flatMap(({ ref, title, lang: of, publicHref }) =>
      publicHref === null ? [] : [[ref, { title, lang: of, href: publicHref }] as const],
    ),
  )
}

export const recordKinds = (doors: readonly Door[]): RecordKind[] => doors.flatMap(({ records = [] }) => records)

export const kindNames = (doors: readonly Door[], lang: Lang): Map<string, string> =>
  new Map(recordKinds(doors).map(({ kind, words }) => [kind, capital(words[lang])]))

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
