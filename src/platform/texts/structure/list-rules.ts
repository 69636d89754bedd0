import type { DoubtReason } from '../text-rules.ts'
import { depthOf, isFirstItem, itemFollows, type Item } from './item-rules.ts'
import { labelParts } from './label-rules.ts'

/** Where a numbered item belongs among the lists that are open at its place. */

/** An open list: its items hang under `parent`. */
export type Level = {
  alphabet: Item['alphabet']
  form: string
  parent: number | null
  lastLabel: string
  lastNode: number
  labels: Set<string>
}

/** What stands around the item. */
export type Surroundings = {
  /** The article, or whatever else holds the lists. */
  container: number | null
  /** The list that an unnumbered paragraph has interrupted, or null. */
  interrupted: number | null
  /** The words before end in a colon: what comes is part of them. */
  announced: boolean
  /** The words before are a whole sentence, item or heading. */
  ended: boolean
  /** Word itself numbered the paragraph: it is an item for certain. */
  automatic: boolean
  /** The readings of the items to come in this article, in order. */
  upcoming: () => Item[][]
}

export type Placing = {
  item: Item
  /** How many of the open lists stay open. If `parent` is undefined, the last of them takes the item. */
  keep: number
  parent?: number | null
  doubt: DoubtReason | null
}

/** Null: the words only look like an item. */
export function placeItem(levels: Level[], readings: Item[], around: Surroundings): Placing | null {
  return (
    asNext(levels, readings, around) ??
    firstOf(readings, (item) => underItsPrefix(levels, item)) ??
    firstOf(readings, (item) => asFirst(levels, item, around)) ??
    firstOf(readings, (item) => outOfOrder(levels, item, around))
  )
}

function firstOf(readings: Item[], place: (item: Item) => Placing | null): Placing | null {
  for (const item of readings) {
    const placing = place(item)
    if (placing) return placing
  }
  return null
}

/** The next item of an open list: of the same form, else of the same alphabet ("a)" may be followed by "b."). */
function asNext(levels: Level[], readings: Item[], around: Surroundings): Placing | null {
  const exact = (level: Level, item: Item) => level.form === item.form
  const loose = (level: Level, item: Item) => level.alphabet === item.alphabet && !item.strict
  for (const matches of [exact, loose]) {
    const placing = firstOf(readings, (item) => {
      if (isRomanInDisguise(item, readings, around)) return null
      const at = levels.findLastIndex(
        (level) => matches(level, item) && itemFollows(item.alphabet, level.lastLabel, item.label),
      )
      return at < 0 ? null : { item, keep: at + 1, doubt: null }
    })
    if (placing) return placing
  }
  return null
}

/** "i)" after "h)" is a roman one if "ii)" comes next and not "j)". */
function isRomanInDisguise(item: Item, readings: Item[], around: Surroundings): boolean {
  if (item.alphabet !== 'lower' || !readings.some((other) => other.alphabet === 'roman')) return false
  const next = around
    .upcoming()
    .find((items) =>
      items.some((other) => (other.alphabet === 'roman' && other.label === 'ii') || isAfter(item, other)),
    )
  return next?.some((other) => other.label === 'ii') ?? false
}

const isAfter = (item: Item, other: Item): boolean =>
  other.form === item.form && itemFollows(item.alphabet, item.label, other.label)

/** `2.1` hangs under `2`, wherever that list is open. */
function underItsPrefix(levels: Level[], item: Item): Placing | null {
  if (item.alphabet !== 'number' || depthOf(item.label) < 2) return null
  const prefix = item.label.slice(0, item.label.lastIndexOf('.'))
  const at = levels.findLastIndex((level) => level.alphabet === 'number' && level.lastLabel === prefix)
  const level = levels[at]
  if (!level) return null
  return { item, keep: at + 1, parent: level.lastNode, doubt: isFirstItem(item) ? null : 'numbering-jumps' }
}

// Drafting rules know three levels; a text that announces list within list without end is no act.
const DEEPEST = 8

/** A list that begins: under the words that announce it, else under the nearest item of a wider kind. */
function asFirst(levels: Level[], item: Item, around: Surroundings): Placing | null {
  if (!isFirstItem(item)) return null
  if (item.strict && !isProved(item, around)) return null
  const open = around.interrupted === null ? levels : levels.slice(0, around.interrupted)
  const keep = around.announced && open.length < DEEPEST ? open.length : widerThan(open, item)
  const repeats =
    !around.announced && levels.slice(keep).some((level) => level.form === item.form && level.labels.has(item.label))
  const doubt = repeats && item.alphabet !== 'dash' ? 'numbering-repeats' : null
  return { item, keep, parent: open[keep - 1]?.lastNode ?? around.container, doubt }
}

/** A list that goes on, or that was announced, is one. */
const isProved = (item: Item, around: Surroundings): boolean =>
  around.automatic || around.announced || around.upcoming().some((items) => items.some((other) => isAfter(item, other)))

/** How many of the open lists are of a wider kind than this item's. */
function widerThan(levels: Level[], item: Item): number {
  const at = levels.findIndex((level) => width(level.form, level.lastLabel) >= width(item.form, item.label))
  return at < 0 ? levels.length : at
}

// From the widest to the narrowest, as drafting rules nest them: pika, shkronja, roman, dash.
function width(form: string, label: string): number {
  if (form.includes('capital-roman')) return 0
  if (form.includes('number'))
    return 1 + depthOf(label) * 0.1 + (form.startsWith('(') ? 0.7 : form.includes(')') ? 0.6 : 0)
  if (form.includes('upper')) return 1.9
  if (form.includes('lower')) return 2
  return form.includes('roman') ? 3 : 4
}

/** An item whose label fits nowhere. It is taken, with a doubt, unless it is likelier a line of a sentence. */
function outOfOrder(levels: Level[], item: Item, around: Surroundings): Placing | null {
  const at = levels.findLastIndex((level) => level.form === item.form)
  const level = levels[at]
  if (!around.automatic && (item.strict || !isPlausible(level, item, around))) return null
  const doubt = item.alphabet === 'number' ? 'numbering-jumps' : 'letter-out-of-order'
  if (level) return { item, keep: at + 1, doubt: level.labels.has(item.label) ? 'numbering-repeats' : doubt }
  const open = around.interrupted === null ? levels : levels.slice(0, around.interrupted)
  const keep = widerThan(open, item)
  return { item, keep, parent: open[keep - 1]?.lastNode ?? around.container, doubt }
}

// Twenty: no office loses that many points at once, but dates, sums and years begin lines.
const WIDEST_JUMP = 20

function isPlausible(level: Level | undefined, item: Item, around: Surroundings): boolean {
  if (item.alphabet !== 'number') return around.ended || level !== undefined
  const value = labelParts(item.label).at(-1)
  const last = level ? labelParts(level.lastLabel).at(-1) : 0
  if (typeof value !== 'number' || typeof last !== 'number') return false
  return around.ended && Math.abs(value - last) <= WIDEST_JUMP
}
