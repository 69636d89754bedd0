import type { Queryable } from '../../db/database.ts'
import { listCheckpoints, listCosignatures } from './checkpoint-queries.ts'
import {
  cosignatureHolds,
  faultOf,
  readKept,
  type CheckpointRow,
  type KeptNote,
  type KnownLogs,
} from './kept-note-rules.ts'
import type { Findings, Way } from './report-rules.ts'

type Fault = { way: Way; size: number; detail: string }

/** A root that somebody signed, to be compared when the tree has grown to its size. */
type Claim = { source: string; size: number; root: Buffer; kept: boolean }

/** Compares each signed root with that of the tree at its size, while the tree grows. */
export class CheckpointCheck {
  looked = 0
  /** The largest size of a checkpoint that is whole and has the root that the entries give. */
  goodUpTo = 0
  /** Signed roots that the entries do not give, smallest first. */
  readonly diverging: Claim[] = []
  readonly #faults: Fault[] = []
  readonly #known: KnownLogs
  readonly #claims = new Map<number, Claim[]>()
  readonly #ahead: Fault[] = []
  readonly #notes: string[] = []
  #readTo = -1

  constructor(known: KnownLogs, kept: readonly KeptNote[]) {
    this.#known = known
    for (const one of kept) this.#addKept(one)
  }

  /** Makes ready for the sizes up to `to`. */
  async read(db: Queryable, to: number): Promise<void> {
    const ids = this.#known.logs.map(({ id }) => id)
    if (to <= this.#readTo || ids.length === 0) return
    const rows = await listCheckpoints(db, ids, { from: this.#readTo, to })
    this.#readTo = to
    for (const row of rows) this.#addRow(row)
  }

  /** Those that reach beyond the tree. */
  beyond(size: number): number[] {
    return [...this.#claims.entries()].filter(([at]) => at > size).map(([at]) => at)
  }

  /** The tree has this size now. */
  at(size: number, rootNow: () => Buffer): void {
    const claims = this.#claims.get(size)
    if (!claims) return
    this.#claims.delete(size)
    const root = rootNow()
    for (const claim of claims)
      if (!claim.root.equals(root)) this.diverging.push(claim)
      else if (!claim.kept) this.goodUpTo = Math.max(this.goodUpTo, size)
  }

  /** Tells what was found. `explained`: an entry below this size was named, which is why the roots differ. */
  tell(findings: Findings, treeSize: number, explained: (size: number) => boolean): void {
    for (const { way, size, detail } of this.#faults) findings.name(way, detail, { index: size })
    for (const [size, claims] of this.#claims)
      for (const claim of claims)
        if (claim.kept)
          findings.name('checkpoint-rolled-back', `${claim.source} has ${size} entries, this database ${treeSize}`, {
            index: size,
          })
    for (const { source, size, kept } of this.diverging)
      if (kept && !explained(size))
        findings.name('checkpoint-forked', `${source} has another root at ${size} entries`, { index: size })
    for (const { way, size, detail } of this.#ahead) findings.name(way, detail, { index: size })
    findings.notes.push(...this.#notes)
  }

  #addRow(row: CheckpointRow): void {
    this.looked += 1
    const fault = faultOf(row, this.#known)
    if (fault) this.#faults.push({ ...fault, size: row.size })
    else this.#claim({ source: 'the checkpoint', size: row.size, root: row.root, kept: false })
  }

  #addKept(kept: KeptNote): void {
    this.looked += 1
    const read = readKept(kept, this.#known)
    if (read === null) return void this.#notes.push(`${kept.source} is of a log that this one goes on from`)
    if (typeof read === 'string') {
      const way = this.#known.logs.length === 0 ? 'checkpoint-rolled-back' : 'checkpoint-forked'
      this.#ahead.push({ way, size: 0, detail: `${kept.source}: ${read}` })
      return
    }
    const { checkpoint, log } = read
    const next = this.#known.logs.find(({ predecessorId }) => predecessorId === log.id)
    if (next && checkpoint.size > next.openedSize)
      this.#notes.push(
        `${log.origin} had ${checkpoint.size} entries (${kept.source}); ${next.origin} goes on from ${next.openedSize} of them`,
      )
    else this.#claim({ source: kept.source, size: checkpoint.size, root: checkpoint.root, kept: true })
  }

  #claim(claim: Claim): void {
    this.#claims.set(claim.size, [...(this.#claims.get(claim.size) ?? []), claim])
  }
}

const BATCH = 1000

/** Every cosignature that is kept, against the key of its witness. Gives how many there are. */
export async function checkCosignatures(db: Queryable, findings: Findings): Promise<number> {
  let looked = 0
  for (let after = { logId: 0, size: -1, witnessId: 0 }; ;) {
    const rows = await listCosignatures(db, after, BATCH)
    looked += rows.length
    for (const row of rows)
      if (!cosignatureHolds(row)) {
        const who = row.vkey.split('+', 1)[0] ?? ''
        findings.name('cosignature-altered', `the cosignature of ${who} does not hold`, { index: row.size })
      }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return looked
    after = { logId: last.logId, size: last.size, witnessId: last.witnessId }
  }
}
