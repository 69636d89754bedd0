import { institutionsWhere, mayAnywhere, mayIn } from '#platform/auth/permissions.ts'
import { HOUSE_ROLES, type Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects, subjectKind } from '#platform/subjects/find-subjects.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { listNotes, listUnseenMentions, type MentionRow, type NoteRow } from '#platform/tasks/note-queries.ts'
import { listHousePeople, type HousePerson } from '#platform/tasks/people-queries.ts'
import { taskPermissions } from '#platform/tasks/permissions.ts'
import { DUE_GROUPS, dueGroup, isOpen, TASK_KIND, type DueGroup } from '#platform/tasks/task-rules.ts'
import { addDays, civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import { findZone, findTask, listHeldTasks, listRoleTasks, listTaskChanges, listTasksOf } from './task-list-queries.ts'
import type { TaskChangeRow, TaskRow } from './task-list-queries.ts'

const MOST_SHOWN = 100

/** What a task is about, as far as this official may know it; null: nothing, or not for them. */
export type ShownTask = TaskRow & { about: Subject | null; group: DueGroup; today: CivilDate }

export type MineView = {
  groups: readonly { group: DueGroup; tasks: readonly ShownTask[] }[]
  ofRole: readonly ShownTask[]
  mentions: readonly (MentionRow & { about: Subject | null })[]
  /** There is more than the page shows. */
  cut: boolean
  mayGive: boolean
  /** The task that the deed before has moved, so that it can be undone. */
  moved: ShownTask | null
}

/** All that waits for this official; nothing at all for guests of the house. */
export async function viewMine(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  movedId?: string,
): Promise<MineView | null> {
  const { db } = services
  if (!mayAnywhere(official, taskPermissions['tasks.read'])) return null
  const [held, roles, mentions, moved] = await Promise.all([
    listHeldTasks(db, lang, official.accountId, MOST_SHOWN + 1),
    listRoleTasks(db, lang, grantsOf(official), MOST_SHOWN),
    listUnseenMentions(db, official.accountId),
    findMoved(services, lang, official, movedId),
  ])
  // Whoever works there no more keeps what was given to them, but reads it no more.
  const own = held.filter((task) => mayIn(official, taskPermissions['tasks.read'], task.institutionId))
  const rows = [...own.slice(0, MOST_SHOWN), ...roles, ...(moved ? [moved] : [])]
  const subjects = await subjectsFor(doors, services, lang, official, [
    ...rows.flatMap(({ subject }) => subject ?? []),
    ...mentions.map(({ subject }) => subject),
  ])
  const show = (row: TaskRow) => shown(row, subjects, services.clock.now())
  const mine = own.slice(0, MOST_SHOWN).map(show)
  return {
    groups: DUE_GROUPS.map((group) => ({ group, tasks: mine.filter((task) => task.group === group) })),
    ofRole: roles.map(show),
    mentions: mentions.map((mention) => ({ ...mention, about: subjects.get(mention.subject) ?? null })),
    cut: held.length > MOST_SHOWN,
    mayGive: mayAnywhere(official, taskPermissions['tasks.write']),
    moved: moved && show(moved),
  }
}

const grantsOf = (official: Official) =>
  official.roles.flatMap(({ role, institutionId }) => (institutionId === null ? [] : [{ role, institutionId }]))

export async function findMoved(
  { db }: Services,
  lang: Lang,
  official: Official,
  id: string | undefined,
): Promise<TaskRow | null> {
  const task = id !== undefined && isUuid(id) ? await findTask(db, lang, id) : null
  return task && mayIn(official, taskPermissions['tasks.write'], task.institutionId) ? task : null
}

/** The records behind these references that this official may know of. */
export async function subjectsFor(
  doors: readonly Door[],
  services: Services,
  lang: Lang,
  official: Official,
  refs: readonly string[],
): Promise<Map<string, Subject>> {
  const found = await findSubjects(doors, services, lang, refs)
  return new Map([...found].filter(([, subject]) => mayKnow(doors, official, subject)))
}

function mayKnow(doors: readonly Door[], official: Official, subject: Subject): boolean {
  const kind = subjectKind(doors, readRef(subject.ref)?.kind ?? '')
  return kind !== null && mayIn(official, kind.readers, subject.institutionId)
}

export function shown(row: TaskRow, subjects: ReadonlyMap<string, Subject>, now: Date): ShownTask {
  const today = civilDateIn(row.zone, now)
  return {
    ...row,
    about: row.subject === null ? null : (subjects.get(row.subject) ?? null),
    group: dueGroup(row.dueOn, today, addDays(today, 7)),
    today,
  }
}

export type TaskView = {
  task: ShownTask
  mayWrite: boolean
  people: readonly HousePerson[]
  changes: readonly TaskChangeRow[]
  work: SubjectWork
}

/** One task with its history; null when there is none, or not for this official. */
export async function viewTask(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<TaskView | null> {
  const { db, clock } = services
  const row = isUuid(id) ? await findTask(db, lang, id) : null
  if (!row || !mayIn(official, taskPermissions['tasks.read'], row.institutionId)) return null
  const { institutionId } = row
  const mayWrite = mayIn(official, taskPermissions['tasks.write'], institutionId)
  const ref = refOf(TASK_KIND, id)
  const [people, changes, subjects, work] = await Promise.all([
    mayWrite ? listHousePeople(db, institutionId, HOUSE_ROLES, clock.now()) : [],
    listTaskChanges(db, ref),
    subjectsFor(doors, services, lang, official, row.subject === null ? [] : [row.subject]),
    viewSubjectWork(services, doors, lang, official, { ref, institutionId }),
  ])
  return { task: shown(row, subjects, clock.now()), mayWrite, people, changes, work }
}

/** Tasks and notes of one record, as every page of a record may show them. */
export type SubjectWork = {
  ref: string
  institutionId: string
  zone: string
  open: readonly ShownTask[]
  ended: readonly ShownTask[]
  notes: readonly NoteRow[]
  /** Who can be named in a note: colleagues who may know of the record. */
  colleagues: readonly HousePerson[]
  mayWrite: boolean
  mayErase: boolean
}

const NOTHING_DONE = { open: [], ended: [], notes: [], colleagues: [], mayWrite: false, mayErase: false, zone: 'UTC' }

/** `subject` is one that this official may know of: asked before, by `findSubjectFor` or by the record's own page. */
export async function viewSubjectWork(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  subject: { ref: string; institutionId: string },
): Promise<SubjectWork> {
  const { db, clock } = services
  const { ref, institutionId } = subject
  // A guest who may know of the record, a councillor for one, still does not read what the house notes about it.
  if (!mayIn(official, taskPermissions['tasks.read'], institutionId)) return { ...NOTHING_DONE, ref, institutionId }
  const [rows, notes, colleagues, zone] = await Promise.all([
    listTasksOf(db, lang, ref),
    listNotes(db, ref),
    colleaguesOf(services, doors, subject),
    findZone(db, institutionId),
  ])
  const tasks = rows.map((row) => shown(row, new Map(), clock.now()))
  return {
    ref,
    institutionId,
    zone,
    open: tasks.filter(({ state }) => isOpen(state)),
    ended: tasks.filter(({ state }) => !isOpen(state)),
    notes,
    colleagues: colleagues.filter(({ id }) => id !== official.accountId),
    mayWrite: mayIn(official, taskPermissions['tasks.write'], institutionId),
    mayErase: mayIn(official, taskPermissions['notes.erase'], institutionId),
  }
}

/** Who of the house may know of a record, and so may be named in its notes. */
export function colleaguesOf(
  { db, clock }: Services,
  doors: readonly Door[],
  { ref, institutionId }: { ref: string; institutionId: string },
): Promise<readonly HousePerson[]> {
  const readers = subjectKind(doors, readRef(ref)?.kind ?? '')?.readers ?? []
  const roles = HOUSE_ROLES.filter((role) => readers.includes(role))
  return listHousePeople(db, institutionId, roles, clock.now())
}

/** Where this official may give tasks, by id; null: everywhere. */
export const givesIn = (official: Official): readonly string[] | null =>
  institutionsWhere(official, taskPermissions['tasks.write'])
