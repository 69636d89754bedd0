import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Indicator, PlanContent } from '../plan/content-rules.ts'
import type { Figures } from '../report/figure-rules.ts'

/** A meeting that was held about it: its last day, and how many were counted there; null: nobody counted. */
export type HeldMeeting = { kind: string; day: string | null; present: number | null }

/** What is counted from the record for the indicators, with all that explains the figures. */
export type Counts = {
  methods: string[]
  parties: number
  meetings: number
  /** Of these, without a number of participants. */
  uncounted: number
  participants: number
  comments: number
  accepted: number
  partlyAccepted: number
  unanswered: number
}

export function countsOf(figures: Figures, meetings: readonly HeldMeeting[]): Counts {
  const { methods, parties, participants, comments, byDecision } = figures
  return {
    methods: [...methods],
    parties,
    meetings: figures.meetings,
    uncounted: meetings.filter(({ present }) => present === null).length,
    participants,
    comments,
    accepted: byDecision.accepted,
    partlyAccepted: byDecision['partly-accepted'],
    unanswered: byDecision.unanswered,
  }
}

/**
 * Null: not known, and never nought. Of a consultation of the past (`counts` null) nothing was counted here; where meetings
 * were held and nobody was counted at any of them, the number of participants is not known either.
 */
export function computedOf(counts: Counts | null): Record<Indicator, number | null> {
  if (counts === null) return { methods: null, parties: null, participants: null, comments: null, other: null }
  const { meetings, uncounted } = counts
  return {
    methods: counts.methods.length,
    parties: counts.parties,
    participants: meetings > 0 && uncounted === meetings ? null : counts.participants,
    comments: counts.accepted + counts.partlyAccepted,
    other: null,
  }
}

/** The value that stands: what a person put right, or what was counted. */
export const standing = ({ computed, corrected }: { computed: number | null; corrected: number | null }) =>
  corrected ?? computed

/** What the dates say about "on time". A person decides. */
export type Proposal = {
  /** Null: there is nothing yet to tell it by. */
  answer: boolean | null
  /** Dated activities of the plan that should be over by now, and are not marked as held in it. */
  due: number
  /** The last day of these. */
  lastDay: string | null
  /** For how many of them a meeting was held no later than planned. */
  inTime: number
  /** Of the plan, marked as held in it. */
  marked: number
  closesOn: string | null
  closed: boolean
  /** How often the window was extended. */
  extensions: number
}

export type WindowFacts = { closesOn: string | null; extensions: number }

/** `today`: in the zone of the institution. */
export function proposeOnTime(
  { timeline }: Pick<PlanContent, 'timeline'>,
  meetings: readonly HeldMeeting[],
  { closesOn, extensions }: WindowFacts,
  today: CivilDate,
): Proposal {
  const ends = timeline.activities
    .filter(({ held }) => !held)
    .flatMap(({ from, to }) => lastDayOf(to ?? from) ?? [])
    .filter((day) => day <= today)
    .toSorted()
  const inTime = matched(ends, meetings.flatMap(({ day }) => day ?? []).toSorted())
  const closed = closesOn !== null && closesOn < today
  const known = ends.length > 0 || closed || extensions > 0
  return {
    answer: known ? inTime === ends.length && extensions === 0 : null,
    due: ends.length,
    lastDay: ends.at(-1) ?? null,
    inTime,
    marked: timeline.activities.filter(({ held }) => held).length,
    closesOn,
    closed,
    extensions,
  }
}

/** Each activity takes the earliest meeting that is left and was held by its day. Both sorted. */
function matched(ends: readonly string[], held: readonly string[]): number {
  let taken = 0
  for (const end of ends) {
    const day = held[taken]
    if (day !== undefined && day <= end) taken += 1
  }
  return taken
}

/** `2023-05` lasts until the 31st, `2023` until the end of the year. */
function lastDayOf(partial: string | null): string | null {
  if (partial === null) return null
  const [year = '', month, day] = partial.split('-')
  if (day !== undefined) return partial
  if (month === undefined) return `${year}-12-31`
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}
