/** An entry of the yearly plan, with what everybody may know of what became of it. Days are civil days of the institution. */
export type PlannedEntry = {
  id: string
  number: number
  year: number
  title: string
  titleEn: string | null
  proposer: string | null
  promisedFrom: string | null
  promisedTo: string | null
  dueFrom: string | null
  dueTo: string | null
  addedLater: boolean
  droppedOn: string | null
  dropReason: string | null
  /** As it was typed in the plan: the day and the deed, where nobody has bound the act itself. */
  adoptedOn: string | null
  adoptedReference: string | null
  consultationSlug: string | null
  consultationTitle: string | null
  consultationClosesOn: string | null
  paperId: string | null
  paperOn: string | null
  voteResult: 'adopted' | 'rejected' | 'tied' | null
  voteOn: string | null
}

/** An act that is bound to an entry. */
export type PlanAct = {
  plannedId: string
  slug: string
  number: string | null
  title: string
  adoptedOn: string | null
}

/**
 * How far an entry came. `adopted`: its act stands in the register. `told`: the plan says by which deed it was adopted, and
 * nobody has bound the act. What was dropped and adopted nevertheless is adopted.
 */
export const OUTCOMES = ['adopted', 'told', 'voted', 'rejected', 'laid', 'consulted', 'dropped', 'open'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Reckoned = PlannedEntry & {
  acts: readonly PlanAct[]
  outcome: Outcome
  /** The day of the first adoption. */
  doneOn: string | null
  /** Whole months after the last one promised, below zero before the first; null: no month was promised, or it is not adopted. */
  months: number | null
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

export function monthsLate(from: string | null, to: string | null, done: string | null): number | null {
  if (from === null || to === null || done === null) return null
  const late = monthOf(done) - monthOf(to)
  return late > 0 ? late : Math.min(0, monthOf(done) - monthOf(from))
}

export function reckon(entries: readonly PlannedEntry[], acts: readonly PlanAct[]): Reckoned[] {
  const byEntry = Map.groupBy(acts, ({ plannedId }) => plannedId)
  return entries.map((entry) => {
    const own = byEntry.get(entry.id) ?? []
    const doneOn = own.flatMap(({ adoptedOn }) => adoptedOn ?? []).toSorted()[0] ?? entry.adoptedOn
    const outcome = outcomeOf(entry, own.length)
    return { ...entry, acts: own, outcome, doneOn, months: monthsLate(entry.promisedFrom, entry.promisedTo, doneOn) }
  })
}

function outcomeOf(entry: PlannedEntry, acts: number): Outcome {
  if (acts > 0) return 'adopted'
  if (entry.adoptedOn !== null) return 'told'
  if (entry.droppedOn !== null) return 'dropped'
  if (entry.voteResult !== null) return entry.voteResult === 'adopted' ? 'voted' : 'rejected'
  if (entry.paperId !== null) return 'laid'
  return entry.consultationSlug === null ? 'open' : 'consulted'
}

export const isAdopted = ({ outcome }: Pick<Reckoned, 'outcome'>): boolean =>
  outcome === 'adopted' || outcome === 'told'

export type PlanCounts = {
  planned: number
  planned_adopted: number
  planned_in_time: number
  planned_late: number
  planned_no_month: number
  planned_dropped: number
  planned_open: number
}

/** The same numbers on the page of the plan and in the yearly report. */
export function countPlan(entries: readonly Reckoned[]): PlanCounts {
  const adopted = entries.filter(isAdopted)
  const dropped = entries.filter(({ outcome }) => outcome === 'dropped').length
  return {
    planned: entries.length,
    planned_adopted: adopted.length,
    planned_in_time: adopted.filter(({ months }) => months !== null && months <= 0).length,
    planned_late: adopted.filter(({ months }) => months !== null && months > 0).length,
    planned_no_month: adopted.filter(({ months }) => months === null).length,
    planned_dropped: dropped,
    planned_open: entries.length - adopted.length - dropped,
  }
}

/** Words that stand in the title of every other act, and tell nothing. */
const EVERYWHERE = new Set(
  'miratimin miratimi disa ndryshime shtesa rregullore rregulloren rregullores vendim vendimin bashkia bashkise komuna komunes vitin'.split(
    ' ',
  ),
)

const wordsOf = (title: string): Set<string> =>
  new Set(
    title
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 3 && !EVERYWHERE.has(word))
      // Endings of cases come last: `tregjet`, `tregjeve`.
      .map((word) => word.slice(0, 5)),
  )

/** From 0, no word in common, to 1, the same words. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const common = [...a].filter((word) => b.has(word)).length
  return common === 0 ? 0 : common / (a.size + b.size - common)
}

export type PlanCandidate = { id: string; year: number; number: number; title: string; consulted: boolean }
export type PlanProposal = PlanCandidate & { why: 'consultation' | 'title' }

const MOST_PROPOSALS = 4
const LIKE_ENOUGH = 0.2

/** What the act probably comes from: by the consultation that its draft concerns, else by its title. A person decides. */
export function proposalsFor(title: string, candidates: readonly PlanCandidate[]): PlanProposal[] {
  const like = candidates
    .filter(({ consulted }) => !consulted)
    .map((one) => ({ one, share: likeness(title, one.title) }))
    .filter(({ share }) => share >= LIKE_ENOUGH)
    .toSorted((a, b) => b.share - a.share)
  return [
    ...candidates.filter(({ consulted }) => consulted).map((one) => ({ ...one, why: 'consultation' as const })),
    ...like.map(({ one }) => ({ ...one, why: 'title' as const })),
  ].slice(0, MOST_PROPOSALS)
}
