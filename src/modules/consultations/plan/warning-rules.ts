import { ACTIVITY_KINDS, type ActivityKind, type PlanContent, type Section } from './content-rules.ts'

/** What does not agree inside a plan. Told, and never in the way of anything. */
export type Warning =
  /** Section 1 counts activities, section 5 says another number. */
  | { kind: 'counts-differ'; sections: readonly Section[]; planned: number; told: number; words: string | null }
  | { kind: 'timeline-differs'; sections: readonly Section[]; of: ActivityKind; planned: number; timeline: number }
  | { kind: 'fewer-parties'; sections: readonly Section[]; parties: number; categories: number }
  | { kind: 'period-differs'; sections: readonly Section[]; years: string }
  | { kind: 'no-audience'; sections: readonly Section[] }
  | { kind: 'no-response-channel'; sections: readonly Section[] }
  | { kind: 'personal-address'; sections: readonly Section[]; address: string }

export const warningsOf = (content: PlanContent): Warning[] => [
  ...countsAgainstIndicator(content),
  ...countsAgainstTimeline(content),
  ...partiesAgainstAudiences(content),
  ...periodsAgainstTitle(content),
  ...(content.scope.audiences.length === 0 ? [{ kind: 'no-audience', sections: [1] } as const] : []),
  ...(content.responses.channels.length === 0 ? [{ kind: 'no-response-channel', sections: [4] } as const] : []),
  ...personalAddresses(content),
]

/** Of these everybody reads: they are about figures, not about what is still to be filled in. */
export const isContradiction = ({ kind }: Warning): boolean =>
  kind === 'counts-differ' || kind === 'timeline-differs' || kind === 'fewer-parties' || kind === 'period-differs'

/** How many activities are planned, by kind, over all audiences. */
export function plannedByKind(content: PlanContent): Map<ActivityKind, number> {
  const counts = new Map<ActivityKind, number>()
  for (const { kind, count } of content.scope.audiences.flatMap(({ planned }) => planned))
    counts.set(kind, (counts.get(kind) ?? 0) + count)
  return counts
}

export const plannedInAll = (content: PlanContent): number =>
  [...plannedByKind(content).values()].reduce((sum, count) => sum + count, 0)

/** A count of methods may be meant as methods or as activities: it disagrees where it is neither. */
function countsAgainstIndicator(content: PlanContent): Warning[] {
  const { plannedNumber, plannedWords, selected } = content.monitoring.indicators.methods
  const planned = plannedInAll(content)
  if (!selected || planned === 0) return []
  const told = plannedNumber ?? numberIn(plannedWords ?? '')
  if (told === null || told === planned || told === methodsOf(content)) return []
  return [{ kind: 'counts-differ', sections: [1, 5], planned, told, words: plannedWords }]
}

const methodsOf = ({ scope }: PlanContent): number =>
  new Set(scope.audiences.flatMap(({ methods, otherMethods }) => [...methods, ...otherMethods])).size

/** Kinds that section 1 names stand for themselves; its "other" stands for all the rest. */
function countsAgainstTimeline(content: PlanContent): Warning[] {
  const { activities } = content.timeline
  const planned = plannedByKind(content)
  if (activities.length === 0) return []
  const told = (kind: ActivityKind): number =>
    activities.filter((one) => (kind === 'other' ? one.kind === 'other' || !planned.has(one.kind) : one.kind === kind))
      .length
  return ACTIVITY_KINDS.flatMap((kind) => {
    const [count, timeline] = [planned.get(kind) ?? 0, told(kind)]
    return count === 0 || count === timeline
      ? []
      : [{ kind: 'timeline-differs', sections: [1, 2], of: kind, planned: count, timeline } as const]
  })
}

function partiesAgainstAudiences(content: PlanContent): Warning[] {
  const parties = content.monitoring.indicators.parties.plannedNumber
  const all = content.scope.audiences.flatMap((one) => [...one.categories, ...one.otherCategories])
  const categories = new Set(all).size
  return parties === null || parties >= categories
    ? []
    : [{ kind: 'fewer-parties', sections: [1, 5], parties, categories }]
}

function periodsAgainstTitle({ scope: { title, periods } }: PlanContent): Warning[] {
  const told = [...title.matchAll(/\b(20\d\d)\s?[-–—]\s?(20\d\d)\b/g)].map(([, from, to]) => `${from}–${to}`)
  const known = periods.map(({ from, to }) => `${from}–${to ?? from}`)
  if (known.length === 0) return []
  return told
    .filter((years) => !known.includes(years))
    .map((years) => ({ kind: 'period-differs', sections: [1], years }))
}

/** An address that is put together like a name belongs to a person, not to an institution. */
function personalAddresses({ scope, responses }: PlanContent): Warning[] {
  const all: { address: string | null; section: Section }[] = [
    { address: scope.coordinator.address, section: 1 },
    ...responses.channels.map(({ address }) => ({ address, section: 4 as const })),
  ]
  return all.flatMap(({ address, section }) =>
    address !== null && /^\p{L}{2,}[._]\p{L}{2,}@/u.test(address)
      ? [{ kind: 'personal-address' as const, sections: [section], address }]
      : [],
  )
}

const NUMBER_WORDS = ['zero', 'një', 'dy', 'tre', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë', 'dhjetë']

/** The first number in a sentence, in figures or in Albanian up to ten; null where there is none. */
export function numberIn(words: string): number | null {
  for (const word of words.toLocaleLowerCase('sq').split(/[^\p{L}\d]+/u)) {
    if (/^\d{1,7}$/.test(word)) return Number(word)
    const told = NUMBER_WORDS.indexOf(word === 'tri' ? 'tre' : word)
    if (told >= 0) return told
  }
  return null
}
