import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { taskPermissions } from '#platform/tasks/permissions.ts'
import { readDueKey, writeDueKey, type DueKey } from './task-list-rules.ts'
import { listBoard, listBurdens, type Burden, type TaskRow } from './task-list-queries.ts'
import { shown, subjectsFor, type ShownTask } from './tasks-view.ts'

const PER_PAGE = 50
/** A file is taken whole, and no institution has so many. */
const MOST_IN_A_FILE = 20_000

export const BOARD_STATES = ['open', 'done', 'cancelled'] as const
export const BOARD_DUES = ['any', 'overdue', 'today', 'week', 'undated'] as const

export type BoardQuestion = {
  institution: string
  state: (typeof BOARD_STATES)[number]
  due: (typeof BOARD_DUES)[number]
  holder: string
  after: DueKey | null
}

/** What stands in the address; what makes no sense is left out. */
export function readBoardQuestion(query: Record<string, string | undefined>): BoardQuestion {
  const holder = query.kush ?? ''
  return {
    institution: isUuid(query.institucioni ?? '') ? (query.institucioni ?? '') : '',
    state: BOARD_STATES.find((state) => state === query.gjendja) ?? 'open',
    due: BOARD_DUES.find((due) => due === query.afati) ?? 'any',
    holder: holder === 'none' || isUuid(holder) ? holder : '',
    after: readDueKey(query.pas),
  }
}

export type BoardView = {
  question: BoardQuestion
  tasks: readonly ShownTask[]
  burdens: readonly Burden[]
  institutions: readonly InstitutionSummary[]
  next: string | null
}

export async function viewBoard(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  question: BoardQuestion,
): Promise<BoardView> {
  const { db, clock } = services
  const now = clock.now()
  const all = institutionsWhere(official, taskPermissions['tasks.board'])
  const reach = reachOf(all, question.institution)
  const [found, burdens, institutions] = await Promise.all([
    listBoard(db, lang, { ...wishOf(question, now), institutions: reach, limit: PER_PAGE + 1 }),
    listBurdens(db, reach, now),
    listInstitutions(db, lang, all),
  ])
  const rows = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? rows.at(-1) : undefined
  const refs = rows.flatMap(({ subject }) => subject ?? [])
  const subjects = await subjectsFor(doors, services, lang, official, refs)
  const tasks = rows.map((row) => shown(row, subjects, now))
  const next = last ? writeDueKey({ due: last.dueKey, id: last.id }) : null
  return { question, tasks, burdens, institutions, next }
}

/** The same list whole, for a file. */
export function listBoardForFile(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  question: BoardQuestion,
): Promise<TaskRow[]> {
  const institutions = reachOf(institutionsWhere(official, taskPermissions['tasks.board']), question.institution)
  const wish = wishOf({ ...question, after: null }, clock.now())
  return listBoard(db, lang, { ...wish, institutions, limit: MOST_IN_A_FILE })
}

const wishOf = ({ state, due, holder, after }: BoardQuestion, now: Date) => ({
  state,
  due,
  holder: holder || null,
  after,
  now,
})

/** An institution from the address narrows what the official may see, and never widens it. */
function reachOf(all: readonly string[] | null, institution: string): readonly string[] | null {
  if (institution === '') return all
  return all === null || all.includes(institution) ? [institution] : []
}
