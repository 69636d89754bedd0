import type { Queryable } from '../../db/database.ts'
import type { CheckpointCheck } from './check-checkpoints.ts'
import { TileCheck } from './check-tiles.ts'
import { findLargestSize } from './checkpoint-queries.ts'
import { checkEntry, type EntryRow } from './entry-check-rules.ts'
import { InstitutionCheck } from './institution-check-rules.ts'
import { judgeLog, type EntryFault } from './judge-log-rules.ts'
import { countLog, findPlaced, findTiles, listSequenced, listUnsequenced } from './log-queries.ts'
import type { Findings } from './report-rules.ts'
import { TILE_WIDTH, TreeWalk } from './tree-walk-rules.ts'

const BATCH = 4096
/** So many faults of one sort are remembered; all are counted as one where there are more. */
const REMEMBERED = 1000

export type LogChecked = { size: number; root: Buffer; faultsBelow: (size: number) => boolean }

type Step = (done: number) => void

/** Walks over the whole log once: every leaf, every tile, every root. */
export async function checkLog(
  db: Queryable,
  findings: Findings,
  checkpoints: CheckpointCheck,
  step: Step,
): Promise<LogChecked> {
  const [{ sequenced }, largest] = await Promise.all([countLog(db), findLargestSize(db)])
  const walk = new LogWalk(db, checkpoints, new InstitutionCheck(), Math.max(largest ?? 0, sequenced))
  await walk.run(step)
  const unsequenced = await walk.checkUnsequenced(step)
  const { entries: faults, tiles } = await walk.finish()
  for (const { way, index, detail, row } of [...faults, ...unsequenced])
    findings.name(way, detail, { index: index < 0 ? null : index, ...row })
  for (const { level, n, detail } of tiles) findings.name('tile-altered', `tile ${level}/${n}: ${detail}`)
  if (sequenced > (largest ?? 0))
    findings.name('checkpoint-missing', `${sequenced} entries have a place, the checkpoints reach ${largest ?? 0}`, {
      index: largest ?? 0,
    })
  const first = faults.reduce((least, { index }) => Math.min(least, index), Infinity)
  return { size: walk.tree.size, root: walk.tree.root(), faultsBelow: (size) => first < size }
}

type TileFault = { level: number; n: number; detail: string }
type NamedFault = EntryFault & { row: { kind: string; subject: string; version: number } | null }

class LogWalk {
  readonly tree: TreeWalk
  readonly #db: Queryable
  readonly #tiles: TileCheck
  readonly #checkpoints: CheckpointCheck
  readonly #limit: number
  readonly #columns = new Map<number, string>()
  readonly #gaps: { from: number; to: number }[] = []
  readonly #beyond: number[] = []
  readonly #institutions: InstitutionCheck

  constructor(db: Queryable, checkpoints: CheckpointCheck, institutions: InstitutionCheck, limit: number) {
    this.#db = db
    this.#institutions = institutions
    this.#checkpoints = checkpoints
    this.#limit = limit
    this.#tiles = new TileCheck(db)
    this.tree = new TreeWalk(this.#tiles.expect)
  }

  async run(step: Step): Promise<void> {
    await this.#checkpoints.read(this.#db, 0)
    this.#checkpoints.at(0, () => this.tree.root())
    let asked = listSequenced(this.#db, -1, BATCH)
    for (;;) {
      const rows = await asked
      const last = rows.at(-1)
      if (!last) break
      // Sent now, so that the database reads the next ones while these are hashed.
      asked = listSequenced(this.#db, Number(last.leafIndex), BATCH)
      asked.catch(() => undefined)
      await this.#checkpoints.read(this.#db, Math.min(Number(last.leafIndex) + 1, this.#limit))
      for (const row of rows) await this.#take(row)
      await this.#tiles.flush()
      step(rows.length)
    }
    if (this.tree.size < this.#limit) await this.#fill(this.#limit)
    await this.#checkpoints.read(this.#db, Number.MAX_SAFE_INTEGER)
  }

  async #take(row: EntryRow): Promise<void> {
    const index = Number(row.leafIndex)
    const { hash, differs } = this.#compare(row, index)
    if (differs !== null) remember(this.#columns, index, differs)
    if (index >= this.#limit || index < this.tree.size) {
      if (this.#beyond.length < REMEMBERED) this.#beyond.push(index)
      return
    }
    if (index > this.tree.size) await this.#fill(index)
    this.#grow(hash)
  }

  #compare(row: EntryRow, index: number): { hash: Buffer; differs: string | null } {
    const { hash, differs, institution } = checkEntry(row)
    if (differs === null) this.#institutions.look(row, institution, index)
    return { hash, differs }
  }

  #grow(hash: Buffer): void {
    this.tree.add(hash)
    this.#checkpoints.at(this.tree.size, () => this.tree.root())
  }

  /** Places without an entry: the tree goes on with what its tiles say of them. */
  async #fill(to: number): Promise<void> {
    this.#gaps.push({ from: this.tree.size, to: to - 1 })
    await this.#checkpoints.read(this.#db, to)
    while (this.tree.size < to) {
      const n = Math.floor(this.tree.size / TILE_WIDTH)
      const [tile] = await findTiles(this.#db, [{ level: 0, n }])
      const end = Math.min(to, (n + 1) * TILE_WIDTH)
      for (let place = this.tree.size % TILE_WIDTH; this.tree.size < end; place += 1) {
        const hash = tile?.hashes.subarray(place * 32, (place + 1) * 32)
        this.#grow(hash?.length === 32 ? hash : Buffer.alloc(32))
      }
      await this.#tiles.flush()
    }
  }

  /** Entries that wait for their place have nothing but their own columns to be compared with. */
  async checkUnsequenced(step: Step): Promise<NamedFault[]> {
    const faults: NamedFault[] = []
    for (let after = '0'; ;) {
      const rows = await listUnsequenced(this.#db, after, BATCH)
      for (const row of rows) {
        const { differs } = this.#compare(row, -1)
        const detail = `its leaf and the table differ in ${differs}; it has no place yet`
        if (differs !== null && faults.length < REMEMBERED)
          faults.push({ way: 'entry-altered', index: -1, detail, row: rowOf(row) })
      }
      step(rows.length)
      const last = rows.at(-1)
      if (!last || rows.length < BATCH) return faults
      after = last.id
    }
  }

  async finish(): Promise<{ entries: NamedFault[]; tiles: TileFault[] }> {
    await this.#tiles.finish(this.tree.openTiles(), this.tree.size)
    for (const { index, detail } of this.#institutions.faults()) remember(this.#columns, index, detail)
    const { entries, tiles } = judgeLog({
      mismatches: this.#tiles.mismatches,
      columns: this.#columns,
      gaps: this.#gaps,
      beyond: this.#beyond,
      goodUpTo: this.#checkpoints.goodUpTo,
    })
    const indexes = entries.map(({ index }) => index)
    const placed = new Map((await findPlaced(this.#db, indexes)).map((row) => [row.index, row]))
    const named = entries.map((fault) => ({ ...fault, row: rowOf(placed.get(fault.index)) }))
    const unexplained = entries.length === 0 ? this.#checkpoints.diverging.find(({ kept }) => !kept) : undefined
    if (unexplained) named.push({ ...this.#rewritten(unexplained.size), row: null })
    return { entries: named, tiles: [...tiles, ...this.#tiles.faults] }
  }

  /** Entries and tiles agree with each other, and not with what was signed. */
  #rewritten(size: number): EntryFault {
    const from = this.#checkpoints.goodUpTo
    const detail = `entries and tiles agree, but not with the checkpoint of ${size} entries: one of ${from} to ${size - 1}`
    return { way: 'entry-altered', index: from, to: size - 1, detail }
  }
}

function remember(columns: Map<number, string>, index: number, differs: string): void {
  if (columns.size < REMEMBERED) columns.set(index, differs)
}

const rowOf = (row: { kind: string; subject: string; version: number } | undefined): NamedFault['row'] =>
  row ? { kind: row.kind, subject: row.subject, version: row.version } : null
