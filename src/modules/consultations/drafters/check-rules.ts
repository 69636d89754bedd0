import { ANSWER_LIMITS, LEAST_REASON, type Decision, type NotConsideredGround } from '../answers/answer-rules.ts'
import { decisionOf, plain, type ColumnKey, type ReadLine } from './table-rules.ts'

/** A comment of a line that went out, as it stood then and as it stands now. */
export type Standing = {
  code: string
  commentId: string
  commentState: string
  late: boolean
  sentVersion: number
  version: number
  sentAnswerId: string | null
  sentRevision: number | null
  answerId: string | null
  answerState: string | null
  answerVersion: number
  answerRevision: number | null
  /** How many its answer answers. */
  answerNumber: number
}

export const LINE_REFUSALS = [
  'no-code',
  'unknown-code',
  'twice',
  'no-decision',
  'unknown-decision',
  'no-reason',
  'reason-too-long',
  'withdrawn',
  'changed',
  'decided',
  'answered-meanwhile',
  'answered-with-others',
  'not-late',
] as const
export type LineRefusal = (typeof LINE_REFUSALS)[number]

/** Whoever mends it looks there. */
export const COLUMN_OF: Record<LineRefusal, ColumnKey> = {
  'no-code': 'code',
  'unknown-code': 'code',
  twice: 'code',
  'no-decision': 'decision',
  'unknown-decision': 'decision',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  withdrawn: 'comment',
  changed: 'comment',
  decided: 'comment',
  'answered-meanwhile': 'comment',
  'answered-with-others': 'comment',
  'not-late': 'decision',
}

export type Checked =
  | {
      kind: 'take'
      line: ReadLine
      decision: Decision
      ground: NotConsideredGround | null
      commentIds: readonly string[]
      /** Of its group: withdrawn, changed or answered since. */
      left: number
    }
  | { kind: 'same'; line: ReadLine }
  | { kind: 'refused'; line: ReadLine; why: LineRefusal }

/** What taking these lines in would do, line by line. */
export function checkLines(lines: readonly ReadLine[], standing: readonly Standing[]): Checked[] {
  const byCode = Map.groupBy(standing, ({ code }) => code)
  const said = Map.groupBy(lines, ({ code }) => code)
  return lines.map((line) => {
    const all = said.get(line.code) ?? []
    if (line.code !== '' && all.length > 1) {
      if (new Set(all.map(sameWords)).size > 1) return { kind: 'refused', line, why: 'twice' }
      if (all[0] !== line) return { kind: 'same', line }
    }
    return checkLine(line, byCode.get(line.code) ?? [])
  })
}

const sameWords = ({ decisionWords, reason, changedWords }: ReadLine): string =>
  JSON.stringify([plain(decisionWords), reason, changedWords])

function checkLine(line: ReadLine, standing: readonly Standing[]): Checked {
  const refused = (why: LineRefusal): Checked => ({ kind: 'refused', line, why })
  if (line.code === '') return refused('no-code')
  if (standing.length === 0) return refused('unknown-code')
  if (line.decisionWords === '') return refused('no-decision')
  const meaning = decisionOf(line.decisionWords)
  if (!meaning) return refused('unknown-decision')
  if (line.reason.length < LEAST_REASON) return refused('no-reason')
  if ([...line.reason].length > ANSWER_LIMITS.reason) return refused('reason-too-long')
  const found = answerable(standing)
  if (typeof found === 'string') return refused(found)
  if (meaning.ground === 'late' && found.some(({ late }) => !late)) return refused('not-late')
  const commentIds = found.map(({ commentId }) => commentId)
  return { kind: 'take', line, ...meaning, commentIds, left: standing.length - found.length }
}

/** Those without an answer; where there is none, those whose answer still stands as it went out. */
function answerable(standing: readonly Standing[]): Standing[] | LineRefusal {
  const judged = standing.map((one) => ({ one, is: judge(one) }))
  const open = judged.filter(({ is }) => is === 'open').map(({ one }) => one)
  if (open.length > 0) return open
  const own = judged.filter(({ is }) => is === 'own').map(({ one }) => one)
  const [first] = own
  if (first) {
    const together = own.every(({ answerId }) => answerId === first.answerId) && first.answerNumber === own.length
    return together ? own : 'answered-with-others'
  }
  return judged.map(({ is }) => is).find((is) => is !== 'open' && is !== 'own') ?? 'withdrawn'
}

function judge(one: Standing): 'open' | 'own' | 'withdrawn' | 'changed' | 'decided' | 'answered-meanwhile' {
  if (!['waiting', 'published', 'held', 'taken-down'].includes(one.commentState)) return 'withdrawn'
  if (one.answerId !== null && (one.answerVersion > 0 || !['draft', 'proposed'].includes(one.answerState ?? '')))
    return 'decided'
  if (one.version > one.sentVersion) return 'changed'
  if (one.answerId === null) return 'open'
  return one.answerId === one.sentAnswerId && one.answerRevision === one.sentRevision ? 'own' : 'answered-meanwhile'
}

/** How long taking a file in may be undone. */
export const UNDO_MINUTES = 30

export const mayBeUndone = (takenAt: Date | null, now: Date): boolean =>
  takenAt !== null && now.getTime() - takenAt.getTime() <= UNDO_MINUTES * 60_000
