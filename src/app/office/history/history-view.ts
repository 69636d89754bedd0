import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import {
  institutionsOfSubject,
  listChangers,
  listChanges,
  type Changer,
  type ChangeFilter,
} from '#platform/history/change-list-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects, subjectKind } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { addDays, readCivilDate, startOfDay } from '#platform/time/civil-date.ts'
import { lineOf, recordKinds, type HistoryLine } from './history-lines.ts'
import { LOG_READERS } from './permissions.ts'

export const LINES_PER_PAGE = 50
export const MOST_LINES_IN_FILE = 10_000

/** Albania's and Kosovo's days begin at the same moment. */
const ZONE = 'Europe/Tirane'

/** What was asked for, as it stands in the address. */
export type HistoryQuestion = {
  ref: string
  accountId: string
  recordKind: string
  day: { day: string; month: string; year: string }
  beforeId: string
}

export function readHistoryQuestion(query: Record<string, string | undefined>): HistoryQuestion {
  const { rekordi = '', kush = '', lloji = '', para = '' } = query
  const part = (name: string) => (query[`dita-${name}`] ?? '').trim().slice(0, 4)
  return {
    ref: readRef(rekordi) ? rekordi : '',
    accountId: isUuid(kush) ? kush : '',
    recordKind: /^[a-z-]+\.[a-z-]+$/.test(lloji) ? lloji : '',
    day: { day: part('day'), month: part('month'), year: part('year') },
    beforeId: /^\d{1,18}$/.test(para) ? para : '',
  }
}

/** The day asked for; null when none was, or one that does not exist. */
export function dayOf({ day: { day, month, year } }: HistoryQuestion): string | null {
  return readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

export const asksForDay = ({ day }: HistoryQuestion): boolean => `${day.day}${day.month}${day.year}` !== ''

export type HistoryView = {
  question: HistoryQuestion
  /** One record, the log of institutions, or what this official did. */
  scope: 'record' | 'log' | 'own'
  /** The record; null when it is none, or is no longer there. */
  record: Subject | null
  lines: readonly HistoryLine[]
  older: string | null
  people: readonly Changer[]
  kinds: readonly { value: string; label: string }[]
}

/** Null when this official may not know of the record. */
export async function viewHistory(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  question: HistoryQuestion,
  perPage = LINES_PER_PAGE,
): Promise<HistoryView | null> {
  const scope = question.ref ? 'record' : mayReadLog(official) ? 'log' : 'own'
  const record = question.ref
    ? ((await findSubjects(doors, services, lang, [question.ref])).get(question.ref) ?? null)
    : null
  if (scope === 'record' && !(await mayReadRecord(services, doors, official, question.ref, record))) return null
  const reach = scope === 'own' ? null : institutionsWhere(official, readersOf(doors, question.ref))
  const filter = { ...filterOf(question, scope, official, reach), withUnplaced: scope === 'record' }
  const [found, people] = await Promise.all([
    listChanges(services.db, lang, { ...filter, limit: perPage + 1 }),
    scope === 'log' ? listChangers(services.db, reach) : [],
  ])
  const shown = found.slice(0, perPage)
  const subjects = await findSubjects(doors, services, lang, [...new Set(shown.map(({ subject }) => subject))])
  return {
    question,
    scope,
    record,
    lines: shown.map((change) => lineOf(doors, lang, change, subjects.get(change.subject) ?? null, official)),
    older: found.length > perPage ? (shown.at(-1)?.id ?? null) : null,
    people,
    kinds: recordKinds(doors, lang),
  }
}

/** Of a person who works in several institutions, each reads what happened in its own. */
const readersOf = (doors: readonly Door[], ref: string): readonly Role[] => [
  ...(subjectKind(doors, readRef(ref)?.kind ?? '')?.readers ?? []),
  ...LOG_READERS,
]

const mayReadLog = (official: Official): boolean =>
  official.roles.some(({ role }) => LOG_READERS.some((reader) => reader === role))

/** Who reads the record reads its history. Of one that is gone, those who read the whole log do. */
async function mayReadRecord(
  { db }: Services,
  doors: readonly Door[],
  official: Official,
  ref: string,
  record: Subject | null,
): Promise<boolean> {
  const kind = subjectKind(doors, readRef(ref)?.kind ?? '')
  if (record && kind) return mayIn(official, [...kind.readers, ...LOG_READERS], record.institutionId)
  const of = await institutionsOfSubject(db, ref)
  const reach = institutionsWhere(official, LOG_READERS)
  return of.length > 0 && of.every((id) => reach === null || (id !== null && reach.includes(id)))
}

function filterOf(
  question: HistoryQuestion,
  scope: HistoryView['scope'],
  official: Official,
  institutions: readonly string[] | null,
): Omit<ChangeFilter, 'limit'> {
  const day = dayOf(question)
  return {
    subject: question.ref || null,
    institutions,
    accountId: scope === 'own' ? official.accountId : question.accountId || null,
    recordKind: question.recordKind || null,
    from: day === null ? null : startOfDay(day, ZONE),
    to: day === null ? null : startOfDay(addDays(day, 1), ZONE),
    beforeId: question.beforeId || null,
  }
}
