import type { Queryable } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { minutesBefore } from '../../time/clock.ts'
import type { RecordKind } from '../record-kind.ts'
import { Bits } from './bits-rules.ts'
import { checkCosignatures, CheckpointCheck } from './check-checkpoints.ts'
import { checkLog, type LogChecked } from './check-log.ts'
import { checkRecords, checkStanding } from './check-records.ts'
import { listKeys, listLogs } from './checkpoint-queries.ts'
import type { KeptNote } from './kept-note-rules.ts'
import { countLog, countWaiting, listLostSalts, listVersionGaps } from './log-queries.ts'
import { countKinds, listErased } from './record-queries.ts'
import { Findings, LISTED, type Progress, type VerifyReport } from './report-rules.ts'

export type VerifyOptions = {
  /** Only the records of these kinds; without it all, and the log besides. */
  only?: readonly string[]
  /** Checkpoints that were kept outside the database, read before the database is. */
  kept?: readonly KeptNote[]
  /** A transaction in which to look; without it one of its own, which sees one moment while others go on writing. */
  within?: Queryable
  listed?: number
}

export type OnProgress = (progress: Progress) => void

const ERASED_LISTED = 100
const WAITING_MINUTES = 1

/**
 * Recomputes the whole record both ways: the log with its tree, tiles and signatures; every public record against the entry
 * that vouches for it; every entry against its row. Holds a few thousand rows in memory at a time, and changes nothing.
 */
export async function verifyLedger(
  services: Pick<Services, 'db' | 'clock'>,
  kinds: readonly RecordKind[],
  options: VerifyOptions = {},
  onProgress: OnProgress = () => undefined,
): Promise<VerifyReport> {
  const look = (db: Queryable) => verifyIn(db, services.clock.now(), kinds, options, onProgress)
  if (options.within) return look(options.within)
  return services.db.begin('isolation level repeatable read read only', look)
}

async function verifyIn(
  db: Queryable,
  now: Date,
  kinds: readonly RecordKind[],
  options: VerifyOptions,
  onProgress: OnProgress,
): Promise<VerifyReport> {
  const began = performance.now()
  const { listed = LISTED, only } = options
  const { entries, newestId } = await countLog(db)
  const pace = new Pace(entries * (only ? 2 : 3), onProgress)
  const findings = new Findings(listed)
  const checkpoints = new CheckpointCheck({ logs: await listLogs(db), keys: await listKeys(db) }, options.kept ?? [])
  let log: LogChecked | null = null
  let cosignatures = 0
  if (!only) {
    log = await checkLog(db, findings, checkpoints, pace.of('entries'))
    await checkVersions(db, findings)
    checkpoints.tell(findings, log.size, log.faultsBelow)
    cosignatures = await checkCosignatures(db, findings)
  }
  await checkKinds(db, { kinds, only: only ?? null, newestId, listed }, findings, pace)
  const waiting = await countWaiting(db, minutesBefore(now, WAITING_MINUTES))
  const erased = await listErased(db, ERASED_LISTED)
  const ofKinds = Object.values(findings.kinds)
  return {
    size: log?.size ?? 0,
    root: log?.root ?? null,
    checkpoints: checkpoints.looked,
    cosignatures,
    kinds: findings.kinds,
    named: findings.named,
    namedCount: findings.count,
    erased,
    erasedCount: ofKinds.reduce((sum, one) => sum + one.erased, 0),
    unsequenced: waiting.oldest && { count: waiting.count, oldest: waiting.oldest },
    notes: findings.notes,
    seconds: (performance.now() - began) / 1000,
  }
}

/** What the tree cannot tell: versions that are missing, salts that went although nothing was erased. */
async function checkVersions(db: Queryable, findings: Findings): Promise<void> {
  const spoken = new Set(findings.named.map(({ kind, subject }) => `${kind} ${subject}`))
  for (const { kind, subject, entries, newest } of await listVersionGaps(db, findings.room + 1))
    if (!spoken.has(`${kind} ${subject}`))
      findings.name('entry-deleted', `${entries} entries, of which the newest is version ${newest}`, { kind, subject })
  for (const lost of await listLostSalts(db, findings.room + 1))
    findings.name('salt-missing', 'its salt is gone, and it was not erased', lost)
}

type Kinds = { kinds: readonly RecordKind[]; only: readonly string[] | null; newestId: number; listed: number }

async function checkKinds(
  db: Queryable,
  { kinds, only, newestId, listed }: Kinds,
  findings: Findings,
  pace: Pace,
): Promise<void> {
  const chosen = only ? kinds.filter(({ kind }) => only.includes(kind)) : kinds
  const vouched = new Bits(newestId)
  // Gathered apart, so that what was deleted of a kind is named with what was altered of it.
  const ofKinds = new Findings(listed * (chosen.length + 1))
  for (const kind of chosen) await checkRecords(db, kind, ofKinds, vouched, pace.of(kind.kind))
  await checkStanding(db, chosen, ofKinds, vouched, pace.of('rows'))
  const order = new Map(chosen.map(({ kind }, at) => [kind, at]))
  const at = (kind: string | null) => order.get(kind ?? '') ?? chosen.length
  findings.takeOver(ofKinds, (one, other) => at(one.kind) - at(other.kind))
  const known = new Set(kinds.map(({ kind }) => kind))
  for (const { kind, entries, erased } of await countKinds(db)) {
    if (only && !only.includes(kind)) continue
    Object.assign(findings.of(kind), { entries, erased })
    if (!known.has(kind)) findings.name('unknown-kind', `this program does not know it: ${entries} entries`, { kind })
  }
}

/** Tells twice a second at most how far it has come. */
class Pace {
  readonly #total: number
  readonly #onProgress: OnProgress
  readonly #began = performance.now()
  #done = 0
  #told = 0

  constructor(total: number, onProgress: OnProgress) {
    this.#total = Math.max(total, 1)
    this.#onProgress = onProgress
  }

  of(stage: string): (done: number) => void {
    return (done) => {
      this.#done += done
      const now = performance.now()
      if (now - this.#told < 500) return
      this.#told = now
      const perSecond = Math.round((this.#done * 1000) / Math.max(now - this.#began, 1))
      this.#onProgress({ stage, done: Math.min(this.#done, this.#total), total: this.#total, perSecond })
    }
  }
}
