import { likenessOf } from './alike-rules.ts'
import { bandKeysOf } from './sketch-rules.ts'
import { lawOf, wordingOf, type Law, type Text, type Wording } from './wording-rules.ts'

/** Which rules these are: whoever changes what comes out raises it, and records say by which they were found. */
export const METHOD = 2

export type Member = { id: string; likeness: number }
export type Group = { id: string; sample: string; members: readonly Member[] }
export type Grouping = {
  method: number
  groups: readonly Group[]
  alone: readonly string[]
  leaders: ReadonlyMap<string, Wording>
}
export type GroupingOptions = {
  /** Texts that many quote: what stands there word for word makes nobody alike. */
  law?: readonly string[]
  /** Somebody said that this text does not belong with that leader. */
  apart?: (id: string, leaderId: string) => boolean
  /** Where wordings are kept between batches; by the same law. */
  read?: (text: Text) => Wording
}

const NOTHING: Grouping = { method: METHOD, groups: [], alone: [], leaders: new Map() }

/** Of how many leaders that share keys the words are compared. */
const MOST_COMPARED = 24

/**
 * The groups of these texts: the same in whatever order they come. What `before` holds stays where it is; what is no longer among
 * the texts has been taken back.
 */
export function groupLike(texts: readonly Text[], before?: Grouping, options: GroupingOptions = {}): Grouping {
  if (!before) return addToGroups(NOTHING, texts, options)
  const byId = new Map(texts.map((text) => [text.id, text]))
  const known = [...before.alone, ...before.groups.flatMap((group) => group.members.map(({ id }) => id))]
  const gone = known.filter((id) => !byId.has(id))
  const standing = new Set(known)
  const left = leave(before, gone, (id) => byId.get(id) ?? null, options)
  return addToGroups(
    left,
    texts.filter(({ id }) => !standing.has(id)),
    options,
  )
}

/** Newcomers join a group, found one with a text that was alone, or are alone. Nobody who is in a group is moved. */
export function addToGroups(before: Grouping, more: readonly Text[], options: GroupingOptions = {}): Grouping {
  const law = lawIn(options)
  const read = options.read ?? ((text: Text) => wordingOf(text, law))
  const known = new Set([...before.alone, ...before.groups.flatMap((group) => group.members.map(({ id }) => id))])
  const newcomers = more
    .filter(({ id }) => !known.has(id))
    .map((text) => ({ id: text.id, wording: read(text) }))
    .toSorted(byId)
  const places = new Places(before, options.apart)
  for (const one of copiesFirst(newcomers)) places.place(one)
  return places.grouping()
}

/** Texts that were taken back leave; their group stays, and whoever was most like its sample becomes the new one. */
export function leave(
  before: Grouping,
  gone: readonly string[],
  rest: (id: string) => Text | null,
  options: GroupingOptions = {},
): Grouping {
  if (gone.length === 0) return before
  const away = new Set(gone)
  const law = lawIn(options)
  const leaders = new Map([...before.leaders].filter(([id]) => !away.has(id)))
  const groups = before.groups.flatMap((group): Group[] => {
    const members = group.members.filter(({ id }) => !away.has(id))
    if (!away.has(group.sample)) return [{ ...group, members }]
    const next = nextSample(members)
    const text = next && rest(next.id)
    if (!next || !text) return []
    leaders.set(next.id, wordingOf(text, law))
    return [{ ...group, sample: next.id, members }]
  })
  return { method: METHOD, groups, alone: before.alone.filter((id) => !away.has(id)), leaders }
}

export const nextSample = (members: readonly Member[]): Member | null =>
  members.toSorted((a, b) => b.likeness - a.likeness || byId(a, b))[0] ?? null

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const laws = new WeakMap<readonly string[], Law>()

function lawIn({ law }: GroupingOptions): Law | undefined {
  if (!law || law.length === 0) return undefined
  const read = laws.get(law) ?? lawOf(law)
  laws.set(law, read)
  return read
}

type Newcomer = { id: string; wording: Wording; keys: readonly number[] }

/**
 * Whoever shares keys with most others comes first and becomes a sample: the letter as most sent it. What decides is the texts
 * themselves, and at last their ids, never the order in which they came.
 */
function copiesFirst(newcomers: readonly { id: string; wording: Wording }[]): Newcomer[] {
  const keysOf = new Map<string, readonly number[]>()
  const crowd = new Map<number, number>()
  const read = newcomers.map((one): Newcomer => {
    const same = `${one.wording.anchor} ${one.wording.exact}`
    const keys = keysOf.get(same) ?? bandKeysOf(one.wording)
    keysOf.set(same, keys)
    for (const key of keys) crowd.set(key, (crowd.get(key) ?? 0) + 1)
    return { ...one, keys }
  })
  const company = new Map(read.map(({ id, keys }) => [id, keys.reduce((sum, key) => sum + (crowd.get(key) ?? 0), 0)]))
  return read.toSorted((a, b) => (company.get(b.id) ?? 0) - (company.get(a.id) ?? 0) || byId(a, b))
}

/** Who stands where, while newcomers are placed. */
class Places {
  readonly #apart: (id: string, leaderId: string) => boolean
  readonly #leaders: Map<string, Wording>
  readonly #byKey = new Map<number, string[]>()
  readonly #byWords = new Map<string, string[]>()
  readonly #groups: Map<string, { id: string; sample: string; members: Member[] }>
  readonly #alone: Set<string>

  constructor(before: Grouping, apart: GroupingOptions['apart']) {
    this.#apart = apart ?? (() => false)
    this.#leaders = new Map(before.leaders)
    this.#groups = new Map(
      before.groups.map((group) => [group.sample, { ...group, members: [...group.members] }] as const),
    )
    this.#alone = new Set(before.alone)
    for (const [id, wording] of [...this.#leaders].toSorted(([a], [b]) => byId({ id: a }, { id: b }))) {
      this.#lead({ id, wording, keys: bandKeysOf(wording) })
    }
  }

  place(one: Newcomer): void {
    const best = this.#best(one)
    if (best === null) {
      this.#alone.add(one.id)
      this.#leaders.set(one.id, one.wording)
      this.#lead(one)
      return
    }
    const group = this.#groups.get(best.id) ?? { id: best.id, sample: best.id, members: [{ id: best.id, likeness: 1 }] }
    this.#alone.delete(best.id)
    group.members.push({ id: one.id, likeness: best.likeness })
    this.#groups.set(best.id, group)
  }

  #best({ id, wording, keys }: Newcomer): Member | null {
    const copied = this.#byWords.get(wordsOf(wording))?.find((leader) => !this.#apart(id, leader))
    if (copied !== undefined) return { id: copied, likeness: 1 }
    const shared = new Map<string, number>()
    for (const key of keys) {
      for (const leader of this.#byKey.get(key) ?? []) shared.set(leader, (shared.get(leader) ?? 0) + 1)
    }
    const nearest = [...shared]
      .filter(([leader]) => !this.#apart(id, leader))
      .toSorted(([a, m], [b, n]) => n - m || byId({ id: a }, { id: b }))
      .slice(0, MOST_COMPARED)
    return nearest.reduce<Member | null>((best, [leader]) => {
      const other = this.#leaders.get(leader)
      const likeness = other ? likenessOf(wording, other) : 0
      return likeness > 0 && (best === null || likeness > best.likeness) ? { id: leader, likeness } : best
    }, null)
  }

  #lead({ id, wording, keys }: Newcomer): void {
    for (const key of keys) push(this.#byKey, key, id)
    push(this.#byWords, wordsOf(wording), id)
  }

  grouping(): Grouping {
    return {
      method: METHOD,
      groups: [...this.#groups.values()]
        .map((group) => ({ ...group, members: group.members.toSorted(byId) }))
        .toSorted(byId),
      alone: [...this.#alone].toSorted(),
      leaders: this.#leaders,
    }
  }
}

const wordsOf = ({ anchor, exact }: Wording): string => `${anchor} ${exact}`

function push<K>(lists: Map<K, string[]>, key: K, id: string): void {
  const list = lists.get(key)
  if (list) list.push(id)
  else lists.set(key, [id])
}
