/** From the draft that everybody could read to the day from which an act holds; and how late it was announced. */
export const PACE_STEPS = ['toVote', 'toNumber', 'toAnnounce', 'toForce', 'whole', 'daysLate'] as const
export type PaceStep = (typeof PACE_STEPS)[number]

/** So many acts took so many days. */
export type PaceCount = { year: number; step: PaceStep; days: number; count: number }

export type Lateness = {
  year: number
  acts: number
  announced: number
  /** How many have a last day by which they were to be announced, and how it went. */
  inTime: number
  late: number
  waiting: number
  overdue: number
  noTerm: number
}

/** Medians in days, each with of how many acts it is known; null: of none. */
export type Pace = Lateness & Record<PaceStep, number | null> & Record<`${PaceStep}Known`, number>

export const pacesOf = (lateness: readonly Lateness[], counts: readonly PaceCount[]): Pace[] =>
  lateness.map((one) => {
    const steps = PACE_STEPS.flatMap((step) => {
      const own = counts.filter((count) => count.year === one.year && count.step === step)
      return [
        [step, medianOf(own)],
        [`${step}Known`, knownOf(own)],
      ]
    })
    return { ...one, ...Object.fromEntries(steps) } as Pace
  })

const knownOf = (counts: readonly { count: number }[]): number => counts.reduce((all, { count }) => all + count, 0)

/** The day in the middle, between two of them their mean. */
export function medianOf(counts: readonly { days: number; count: number }[]): number | null {
  const known = knownOf(counts)
  if (known === 0) return null
  const sorted = counts.toSorted((a, b) => a.days - b.days)
  const at = (place: number): number => {
    let before = 0
    return sorted.find(({ count }) => (before += count) > place)?.days ?? 0
  }
  return (at(Math.floor((known - 1) / 2)) + at(Math.floor(known / 2))) / 2
}
