import type { Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { orderItems } from '../convening/agenda-queries.ts'
import { decidingVote } from './item-result-rules.ts'
import {
  declareConflicts,
  deleteItems,
  deleteMotions,
  deleteSpeeches,
  deleteVotes,
  liftConflicts,
  moveMeeting,
  writeAttendances,
  writeItem,
  writeMotions,
  writeSpeeches,
  writeVotes,
  type AttendanceRow,
  type Of,
} from './projection-queries.ts'
import type { SittingState } from './sitting-state-rules.ts'
import { textsIn } from './texts.ts'

type Change = { of: Of; lang: Lang; before: SittingState; after: SittingState; at: Date }

export type Projected = {
  /** Of the meeting itself or its agenda: its record is another one now. */
  meeting: boolean
  /** Who was there, and from when to when. */
  presence: boolean
  /** Votes that are other than before, those that are gone too. */
  votes: string[]
  /** Items that went behind closed doors. */
  closedItems: string[]
}

/** Writes what follows from the record where it follows something else now. Nothing that stays as it was is touched. */
export async function projectState(tx: Transaction, change: Change): Promise<Projected> {
  const items = await projectItems(tx, change)
  const presence = await projectPresence(tx, change)
  const motions = diff(numbered(change.before.motions), numbered(change.after.motions))
  const speeches = diff(numbered(change.before.speeches), numbered(change.after.speeches))
  const votes = diff(numbered(change.before.votes), numbered(change.after.votes))
  if (votes.gone.length > 0) await deleteVotes(tx, change.of, votes.gone)
  if (motions.changed.length > 0) await writeMotions(tx, change.of, motions.changed)
  if (speeches.changed.length > 0) await writeSpeeches(tx, change.of, speeches.changed)
  if (votes.changed.length > 0) await writeVotes(tx, change.of, votes.changed)
  if (motions.gone.length > 0) await deleteMotions(tx, change.of, motions.gone)
  if (speeches.gone.length > 0) await deleteSpeeches(tx, change.of, speeches.gone)
  await projectConflicts(tx, change)
  if (items.gone.length > 0) await deleteItems(tx, change.of, items.gone)
  const moved = await projectMeeting(tx, change)
  return {
    meeting: moved || items.changed,
    presence,
    votes: [...votes.changed.map(({ id }) => id), ...votes.gone],
    closedItems: items.closed,
  }
}

type Named = { id: string }
const numbered = <One extends Named>(all: readonly One[]) => all.map((one, index) => ({ ...one, n: index + 1 }))

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function diff<One extends Named>(before: readonly One[], after: readonly One[]): { changed: One[]; gone: string[] } {
  const old = new Map(before.map((one) => [one.id, one]))
  const now = new Set(after.map(({ id }) => id))
  return {
    changed: after.filter((one) => !same(old.get(one.id), one)),
    gone: before.flatMap(({ id }) => (now.has(id) ? [] : [id])),
  }
}

async function projectItems(tx: Transaction, { of, lang, before, after, at }: Change) {
  const withResult = (state: SittingState) =>
    state.items.map((item) => ({ ...item, result: resultOf(state, item.id, lang) }))
  const { changed, gone } = diff(withResult(before), withResult(after))
  for (const item of changed) await writeItem(tx, of, item, at)
  const order = after.items.map(({ id }) => id)
  const known = before.items.map(({ id }) => id)
  const added = order.filter((id) => !known.includes(id))
  const reordered = !same([...known.filter((id) => order.includes(id)), ...added], order)
  if (reordered) await orderItems(tx, of.meetingId, order, at)
  const openBefore = new Set(before.items.filter(({ closed }) => !closed).map(({ id }) => id))
  const closed = changed.filter((one) => one.closed && openBefore.has(one.id)).map(({ id }) => id)
  return { changed: changed.length > 0 || gone.length > 0 || reordered, gone, closed }
}

/** What came of an item, in the language of the meeting. */
function resultOf(state: SittingState, item: string, lang: Lang): string | null {
  const vote = decidingVote(state, item)
  return vote && textsIn(lang).itemResult(vote.result, vote.counts)
}

async function projectPresence(tx: Transaction, { of, before, after }: Change): Promise<boolean> {
  const persons = [...new Set([...Object.keys(before.presence), ...Object.keys(after.presence)])]
  const changed = persons.filter((one) => !same(attendanceOf(before, one), attendanceOf(after, one)))
  if (changed.length === 0) return false
  const rows = changed.flatMap((one) => attendanceOf(after, one))
  await writeAttendances(tx, of, changed, rows)
  return true
}

function attendanceOf(state: SittingState, person: string): AttendanceRow[] {
  const there = state.stretches.filter((one) => one.person === person)
  if (there.length > 0)
    return there.map(({ remote, from, to }) => ({ person, state: remote ? 'remote' : 'present', from, to }))
  if (!state.rollCalled) return []
  return [{ person, state: state.presence[person] === 'excused' ? 'excused' : 'absent', from: null, to: null }]
}

async function projectConflicts(tx: Transaction, { of, before, after, at }: Change): Promise<void> {
  const key = ({ item, person }: { item: string; person: string }): string => `${item} ${person}`
  const known = new Set(before.conflicts.map(key))
  const now = new Set(after.conflicts.map(key))
  const lifted = before.conflicts.filter((one) => !now.has(key(one)))
  const declared = after.conflicts.filter((one) => !known.has(key(one)))
  if (lifted.length > 0) await liftConflicts(tx, of, lifted, at)
  if (declared.length > 0) await declareConflicts(tx, of, declared, at)
}

const STATES = { 'not-open': 'convened', open: 'under-way', suspended: 'suspended', closed: 'closed' } as const

async function projectMeeting(tx: Transaction, { of, before, after, at }: Change): Promise<boolean> {
  const facts = ({ phase, openedAt, closedAt }: SittingState) => ({ state: STATES[phase], openedAt, closedAt })
  if (same(facts(before), facts(after))) return false
  await moveMeeting(tx, of, { ...facts(after), at })
  return true
}
