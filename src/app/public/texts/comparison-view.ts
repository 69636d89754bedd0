import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import type { Because, TextHolder } from '#platform/texts/text-holder.ts'
import { WHOLE_TEXT_LIMIT } from '#platform/texts/text-length-rules.ts'
import { COMPARISON_LOOKS, type ComparisonLook } from '#platform/texts/version-address-rules.ts'
import {
  isChanged,
  lengthOf,
  pagesOf,
  wordsOf,
  type ComparedRow,
  type ComparedUnit,
  type ComparisonSummary,
} from './comparison-rules.ts'
import { keptComparison } from './kept-comparison-view.ts'
import { versionOf, viewRecord, type PublicVersion, type RecordView } from './record-view.ts'

/** Characters of both versions on one page: far below 100 kB on the wire, with all that is written around them. */
const PAGE_LIMIT = 100_000

export type ShownRow = ComparedRow & {
  /** Word by word, where the words differ. */
  pieces: readonly WordPiece[] | null
}
export type ShownUnit = Omit<ComparedUnit, 'rows'> & {
  rows: readonly ShownRow[]
  /** The changed ones before and after it: where to, and whether that is on this page. */
  previous: UnitAddress | null
  next: UnitAddress | null
  /** Because of what people said it came to differ. */
  because: readonly Because[]
}
/** `from`: with which unit its page begins; null: it is on the page that is shown. */
export type UnitAddress = { key: string; from: string | null }

export type ComparisonAsked = {
  holder: TextHolder
  lang: Lang
  slug: string
  /** Any order: the higher number is the later. */
  n: number
  with: number | null
  look: ComparisonLook | null
  node: string | null
  from: string | null
}

export type ComparisonPageView = RecordView & {
  earlier: PublicVersion
  later: PublicVersion
  look: ComparisonLook
  summary: ComparisonSummary
  /** One article alone was asked for. */
  node: string | null
  units: readonly ShownUnit[]
  /** All that have changed, with the page on which each stands. */
  changed: readonly (UnitAddress & { unit: ComparedUnit })[]
  /** Pages of a long comparison, by their first unit. */
  page: { at: number; of: number; previous: string | null; next: string | null }
}

export const readLook = (words: string | undefined): ComparisonLook | null =>
  COMPARISON_LOOKS.find((look) => look === words) ?? null

/** Two versions set against each other; `one-version`: there is nothing to set it against. */
export async function viewComparisonPage(
  services: Services,
  asked: ComparisonAsked,
): Promise<ComparisonPageView | { kind: 'one-version'; record: RecordView } | null> {
  const view = await viewRecord(services, asked.holder, asked.lang, asked.slug)
  const one = view && versionOf(view, asked.n)
  if (!view || !one) return null
  // The same chosen twice is no mistake to be told: it is set against the one before it.
  const other = asked.with === null || asked.with === one.n ? besideOf(view, one) : versionOf(view, asked.with)
  if (!other) return view.versions.length === 1 ? { kind: 'one-version', record: view } : null
  const [earlier, later] = one.n < other.n ? [one, other] : [other, one]
  const { db, clock } = services
  const { units, summary } = await keptComparison(db, { earlier: earlier.id, later: later.id }, clock.now())
  const about = asked.node === null ? units : units.filter((unit) => holdsNode(unit, asked.node ?? ''))
  if (about.length === 0 && asked.node !== null) return null
  const long = about.reduce((sum, unit) => sum + lengthOf(unit), 0) > 2 * WHOLE_TEXT_LIMIT
  const look = asked.look ?? (long ? 'ndryshime' : 'krah')
  const wish = { recordId: view.record.id, versionId: later.id, sinceId: earlier.id }
  const nodeIds = asked.node === null ? null : [asked.node]
  const because = (await asked.holder.because?.(db, asked.lang, { ...wish, nodeIds })) ?? []
  const page = paged(about, look, asked)
  const explained = page.units.map((unit) => ({ ...unit, because: becauseOf(unit, because) }))
  return { ...view, earlier, later, look, summary, node: asked.node, ...page, units: explained }
}

/** What was decided about one unit, with its own places alone. */
function becauseOf({ from, to, rows }: ComparedUnit, because: readonly Because[]): Because[] {
  if (because.length === 0) return []
  const nodes = [...from, ...to, ...rows.flatMap((row) => [...row.from, ...row.to])]
  const own = new Set(nodes.map(({ nodeId }) => nodeId))
  return because.flatMap((one) => {
    const places = one.places.filter(({ nodeIds }) => own.has(nodeIds.at(-1) ?? ''))
    return places.length > 0 ? [{ ...one, places }] : []
  })
}

/** The one before it, or after the first the one that follows. */
const besideOf = ({ versions }: RecordView, one: PublicVersion): PublicVersion | null => {
  const place = versions.findIndex(({ id }) => id === one.id)
  return versions[place + 1] ?? versions[place - 1] ?? null
}

const holdsNode = ({ rows }: ComparedUnit, nodeId: string): boolean =>
  rows.some(({ from, to }) => [...from, ...to].some((node) => node.nodeId === nodeId))

function paged(about: readonly ComparedUnit[], look: ComparisonLook, asked: Pick<ComparisonAsked, 'from' | 'node'>) {
  const shown = look === 'ndryshime' && asked.node === null ? about.filter(isChanged) : about
  const pages = pagesOf(shown, PAGE_LIMIT)
  const at = Math.max(
    0,
    pages.findIndex((page) => page.some(({ key }) => key === asked.from)),
  )
  const firstOf = (place: number) => (place === 0 ? null : (pages[place]?.[0]?.key ?? null))
  const changed = pages.flatMap((page, place) =>
    page.filter(isChanged).map((unit) => ({ unit, key: unit.key, from: place === at ? null : (page[0]?.key ?? null) })),
  )
  const places = new Map(changed.map(({ key }, place) => [key, place]))
  const units = (pages[at] ?? []).map((unit): Omit<ShownUnit, 'because'> => {
    const place = places.get(unit.key)
    const beside = (step: number) => (place === undefined ? null : addressOf(changed[place + step]))
    return { ...unit, rows: unit.rows.map(shownRow), previous: beside(-1), next: beside(1) }
  })
  const previous = at > 0 ? (firstOf(at - 1) ?? pages[0]?.[0]?.key ?? null) : null
  return { units, changed, page: { at: at + 1, of: Math.max(1, pages.length), previous, next: firstOf(at + 1) } }
}

const addressOf = (one: UnitAddress | undefined): UnitAddress | null => (one ? { key: one.key, from: one.from } : null)

function shownRow(row: ComparedRow): ShownRow {
  const [before, after] = [wordsOf(row.from), wordsOf(row.to)]
  return { ...row, pieces: before === after ? null : diffWords(before, after) }
}
