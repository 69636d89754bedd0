import { readCheckpoint } from './checkpoint-rules.ts'

/** Why nothing is signed. Each needs somebody to look. */
export const WHY_NOT_SIGNED = ['shorter', 'different', 'unknown-log', 'unreadable', 'key', 'restored'] as const
export type WhyNotSigned = (typeof WHY_NOT_SIGNED)[number]
export type Refusal = {
  why: WhyNotSigned
  words: string
  /** What speaks against it: a checkpoint outside, the database against itself, or the key. */
  by: 'kept' | 'database' | 'key'
}

export type KnownLog = { origin: string; predecessorNote: string | null }

const MEND =
  'Nothing is signed until this is mended, or a new log is opened that names the old one: kuvend ledger open-origin'

const RESTORE =
  'The database was changed by somebody, or is damaged. Look with kuvend ledger verify, and restore a backup.'

/** What a checkpoint that is kept outside says against signing the tree of so many leaves; `logs`: the newest first. */
export function refusalOfKept(
  { source, note }: { source: string; note: string },
  tree: { size: number; logs: readonly KnownLog[] },
  rootAt: (size: number) => Promise<Buffer>,
): Promise<Refusal | null> | Refusal | null {
  const kept = readCheckpoint(note)
  if (!kept) {
    const words = `${source} holds no checkpoint. Look whether the disk is sound, then move it away: the next round writes it anew.`
    return { by: 'kept', why: 'unreadable', words }
  }
  const [current, ...before] = tree.logs
  if (isOfAnother(kept.origin, current, before)) return null
  if (kept.size > tree.size) {
    const words = `The tree has ${tree.size} leaves, the checkpoint in ${source} has ${kept.size}: this database was set back.`
    return { by: 'kept', why: 'shorter', words: `${words} ${MEND}` }
  }
  if (kept.origin !== current?.origin)
    return {
      by: 'kept',
      why: 'unknown-log',
      words: `${source} is of ${kept.origin}, which this database does not know. ${MEND}`,
    }
  return rootAt(kept.size).then((root) =>
    root.equals(kept.root)
      ? null
      : {
          by: 'kept',
          why: 'different',
          words: `With ${kept.size} leaves the tree is not the one that ${source} says. ${MEND}`,
        },
  )
}

/** A log that the current one has taken the place of, knowingly: what it said last does not bind any more. */
function isOfAnother(origin: string, current: KnownLog | undefined, before: readonly KnownLog[]): boolean {
  if (origin === current?.origin) return false
  const named = [...(current ? [current] : []), ...before].flatMap(({ predecessorNote }) =>
    predecessorNote === null ? [] : [readCheckpoint(predecessorNote)?.origin],
  )
  return before.some((log) => log.origin === origin) || named.includes(origin)
}

/** What the database says against itself: leaves without a checkpoint, or the other way round, or another root. */
export function refusalOfState(
  size: number,
  root: Buffer,
  signed: { size: number; root: Buffer } | null,
): Refusal | null {
  const last = signed?.size ?? 0
  if (size < last)
    return {
      by: 'database',
      why: 'shorter',
      words: `The database has signed ${last} leaves and holds ${size}: some were deleted. ${RESTORE}`,
    }
  if (size > last || (signed && !signed.root.equals(root)))
    return {
      by: 'database',
      why: 'different',
      words: `The tiles are not those of the last checkpoint, of ${last} leaves. ${RESTORE}`,
    }
  return null
}

/** After a restore nobody here knows whether others hold more than the copy had. */
export const refusalOfRestore = (restored: { treeSize: number }): Refusal => ({
  by: 'kept',
  why: 'restored',
  words:
    `This database was filled from a copy whose log had ${restored.treeSize} entries. Nothing is signed until somebody ` +
    `says how it goes on: kuvend ledger resume --size ${restored.treeSize} (nobody was shown more), ` +
    'or kuvend ledger open-origin --reason "…"',
})

export const refusalOfKey = (vkey: string | null): Refusal => ({
  by: 'key',
  why: 'key',
  words: vkey
    ? `The key at hand is not the one in use, ${vkey}. Bring back that key (KUVEND_LEDGER_KEY, or the file keys/ledger). If it is lost, open a new log: kuvend ledger open-origin`
    : 'The log has no key in use. Open a new log: kuvend ledger open-origin',
})

/** `host/ditari` → `host/ditari/2` → `host/ditari/3`: the next that none of these is. */
export function nextOrigin(origins: readonly string[]): string {
  const [first] = origins
  if (first === undefined) throw new Error('Nothing comes after no origin')
  const numberOf = (origin: string) => Number(/\/(\d+)$/.exec(origin)?.[1] ?? 1)
  return `${first.replace(/\/\d+$/, '')}/${Math.max(...origins.map(numberOf)) + 1}`
}
