/** What is wrong with one thing that was named. `checkpoint-…` and `cosignature-…` speak of a signed note. */
export const WAYS = [
  'altered',
  'deleted',
  'inserted',
  'reordered',
  'entry-altered',
  'entry-deleted',
  'entry-inserted',
  'salt-missing',
  'unknown-kind',
  'tile-altered',
  'checkpoint-altered',
  'checkpoint-signature',
  'checkpoint-missing',
  'checkpoint-rolled-back',
  'checkpoint-forked',
  'cosignature-altered',
] as const
export type Way = (typeof WAYS)[number]

/** One thing that is not as it was signed. */
export type Named = {
  way: Way
  /** Of records and entries: which kind, reference and version. */
  kind: string | null
  subject: string | null
  version: number | null
  /** Which leaf of the tree speaks of it; of a checkpoint its size. */
  index: number | null
  /** What exactly differs, in English and without anybody's words: a column, a tile, an origin. */
  detail: string
  /** What everybody reads as its title, and where; added by who knows the doors. */
  title?: string
  href?: string
}

export type KindCount = { records: number; entries: number; erased: number; named: number }

export type ErasedRecord = { kind: string; subject: string; at: Date; index: number | null }

export type VerifyReport = {
  /** How many leaves the tree has, and its root as the entries give it. */
  size: number
  root: Buffer | null
  /** Of each checkpoint that was looked at: those of the table, those kept outside, those that were handed in. */
  checkpoints: number
  cosignatures: number
  kinds: Record<string, KindCount>
  named: Named[]
  /** All of them, also those that are not listed. */
  namedCount: number
  /** Which records were erased, and when: the first of them. */
  erased: ErasedRecord[]
  erasedCount: number
  /** Entries that have waited for their place in the tree for more than a minute. */
  unsequenced: { count: number; oldest: Date } | null
  /** What a reader should know and is nobody's fault, in English. */
  notes: string[]
  seconds: number
}

export type Progress = { stage: string; done: number; total: number; perSecond: number }

/** How many are listed; the others are counted. */
export const LISTED = 20

/** Gathers what is named, in the order of naming, and counts what is no longer listed. */
export class Findings {
  readonly named: Named[] = []
  readonly kinds: Record<string, KindCount> = {}
  readonly notes: string[] = []
  count = 0
  readonly #listed: number

  constructor(listed: number = LISTED) {
    this.#listed = listed
  }

  name(way: Way, detail: string, what: Partial<Omit<Named, 'way' | 'detail'>> = {}): void {
    const named: Named = { way, detail, kind: null, subject: null, version: null, index: null, ...what }
    this.count += 1
    if (named.kind !== null) this.of(named.kind).named += 1
    if (this.named.length < this.#listed) this.named.push(named)
  }

  /** How many more would be listed. */
  get room(): number {
    return Math.max(0, this.#listed - this.named.length)
  }

  /** What another one gathered, in this order. */
  takeOver(other: Findings, order: (one: Named, other: Named) => number): void {
    this.named.push(...other.named.toSorted(order).slice(0, this.room))
    this.count += other.count
    for (const [kind, { records, named }] of Object.entries(other.kinds)) {
      this.of(kind).records += records
      this.of(kind).named += named
    }
  }

  of(kind: string): KindCount {
    return (this.kinds[kind] ??= { records: 0, entries: 0, erased: 0, named: 0 })
  }
}
