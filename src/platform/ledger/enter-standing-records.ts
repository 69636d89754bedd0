import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { appendToLedger } from './append-to-ledger.ts'
import { subjectKindOf, type RecordKind, type RecordRow } from './record-kind.ts'
import { findEntered, holdProgress, listWholeKinds, setProgress } from './standing-queries.ts'

const AT_ONCE = 300

type Needed = Pick<Services, 'db' | 'clock'>
export type Standing = {
  /** How many entries were written. */
  entered: number
  /** False: the time allowed was over before the end. */
  whole: boolean
}

/**
 * Enters every public record that has no entry yet: what stood before there was a ledger, or before it knew the kind. Once
 * a kind is through it is not looked at again until its shape changes. Goes on where it was interrupted; two processes take
 * turns. `withinMs`: a house that opens does not wait longer.
 */
export async function enterStandingRecords(
  services: Needed,
  doors: readonly Pick<Door, 'records'>[],
  { withinMs = Infinity }: { withinMs?: number } = {},
): Promise<Standing> {
  const until = performance.now() + withinMs
  const whole = await listWholeKinds(services.db)
  let entered = 0
  for (const kind of doors.flatMap((door) => door.records ?? [])) {
    if (whole.some((one) => one.kind === kind.kind && one.shape === kind.shapes.length)) continue
    for (let more = true; more;) {
      if (performance.now() > until) return { entered, whole: false }
      const step = await enterSome(services, kind)
      entered += step.entered
      more = step.more
    }
  }
  return { entered, whole: true }
}

/** A deed may enter one of them at the same moment: then it is read again. */
async function enterSome(services: Needed, kind: RecordKind): Promise<{ entered: number; more: boolean }> {
  for (let tries = 5; ; tries--) {
    try {
      return await enterBatch(services, kind)
    } catch (error) {
      if (tries === 0 || !isEnteredMeanwhile(error)) throw error
    }
  }
}

const isEnteredMeanwhile = (error: unknown): boolean =>
  error instanceof Error && 'constraint_name' in error && error.constraint_name === 'ledger_entry_version_once'

const enterBatch = ({ db, clock }: Needed, kind: RecordKind): Promise<{ entered: number; more: boolean }> =>
  db.begin(async (tx) => {
    const of = { kind: kind.kind, shape: kind.shapes.length }
    const progress = await holdProgress(tx, of)
    if (progress.done) return { entered: 0, more: false }
    const rows = await kind.each(tx, progress.after, AT_ONCE)
    const subjects = rows.map((row) => ({ subject: refOf(subjectKindOf(kind), row.id), version: row.version ?? 0 }))
    const known = new Set((await findEntered(tx, kind.kind, subjects, !kind.everyVersion)).map(keyOf))
    const missing = rows.filter((_, place) => !known.has(keyOf(subjects[place])))
    if (missing.length > 0) await appendToLedger(tx, { clock }, orderFor(kind, missing))
    const last = rows.at(-1)
    const more = rows.length === AT_ONCE && last !== undefined
    const after = last ? { id: last.id, version: last.version ?? 0 } : progress.after
    await setProgress(tx, of, { after, doneAt: more ? null : clock.now() })
    return { entered: missing.length, more }
  })

const keyOf = (of: { subject: string; version: number } | undefined): string => `${of?.subject} ${of?.version}`

/** Exactly these: of kinds whose every version stands for itself the older ones too. */
const orderFor = (kind: RecordKind, rows: readonly RecordRow[]) => ({
  kind: { ...kind, find: () => Promise.resolve([...rows]) },
  ids: [...new Set(rows.map(({ id }) => id))],
})
