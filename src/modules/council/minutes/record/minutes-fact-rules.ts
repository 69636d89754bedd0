import type { Choice, VoteMethod, VoteStage } from '../../sitting/sitting-event-rules.ts'

/** All that the record of a meeting says, in the shape in which minutes tell it. Moments are ISO 8601. */
export type MinutesFacts = {
  meeting: MeetingFacts
  chairs: { name: string; from: string }[]
  /** As the first vote was counted; null where none was taken. */
  quorum: { members: number; needed: number } | null
  members: MemberFacts[]
  /** Who came after the beginning or left before the end. */
  moves: { name: string; what: 'came' | 'left'; at: string; itemId: string | null }[]
  /** `closed`: its reason was said behind closed doors. */
  breaks: { from: string; to: string | null; reason: string | null; closed?: boolean }[]
  items: ItemFacts[]
  /** Outside every item: the agenda, the minutes of the last meeting. */
  besides: HappenedFacts
  /** From when to when the doors were closed for the whole meeting. */
  doors: { from: string; to: string | null; askedBy: string; reason: string }[]
  /** What was entered long after it happened, by the day on which it was. */
  late: { enteredAt: string; count: number; from: string; to: string }[]
  opening: string
  ending: string
  signatures: Signature[]
}

export type Signature = { name: string; post: string }

export type MeetingFacts = {
  id: string
  slug: string
  institution: string
  body: string
  bodyKind: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  kind: 'ordinary' | 'extraordinary' | 'urgent' | 'constitutive'
  number: string | null
  title: string | null
  place: string | null
  day: string | null
  openedAt: string | null
  closedAt: string | null
  closed: { askedBy: string | null; reason: string | null } | null
}

export type MemberFacts = {
  personId: string
  name: string
  party: string | null
  state: 'present' | 'remote' | 'excused' | 'absent'
  stretches: { from: string; to: string | null; remote: boolean }[]
}

export type HappenedFacts = {
  speeches: { name: string; from: string; to: string | null; closed: boolean }[]
  motions: MotionFacts[]
  votes: VoteFacts[]
  notes: { words: string; at: string; closed: boolean }[]
}

export type MotionFacts = {
  id: string
  kind: 'amendment' | 'procedural' | 'main'
  article: string | null
  words: string
  mover: string | null
  state: 'moved' | 'withdrawn' | 'adopted' | 'rejected'
  closed: boolean
}

export type ItemFacts = HappenedFacts & {
  id: string
  ordinal: number
  /** Null: behind closed doors, and nothing stands in its place. */
  title: string | null
  /** What is shown in place of the title of a closed one. */
  publicTitle: string | null
  rapporteur: string | null
  state: 'planned' | 'withdrawn' | 'postponed' | 'sent-back' | 'open' | 'done'
  stateReason: string | null
  sentBackTo: string | null
  onTheDay: boolean
  result: string | null
  openedAt: string | null
  closedAt: string | null
  presentAtOpening: number | null
  conflicts: { name: string; ground: string | null }[]
  closed: { askedBy: string | null; reason: string | null } | null
  /** Some of it was said behind closed doors. */
  partlyClosed: boolean
  words: string
}

export type VoteFacts = {
  id: string
  ordinal: number
  stage: VoteStage
  article: string | null
  /** Null: behind closed doors. */
  question: string | null
  motionId: string | null
  method: VoteMethod
  majority: {
    of: 'all-members' | 'present' | 'voting'
    numerator: number
    denominator: number
    strict: boolean
    basis: string | null
    needed: number
  } | null
  members: number
  quorum: number
  present: number
  entitled: number
  votesFor: number
  votesAgainst: number
  votesAbstain: number
  notVoting: number
  result: 'adopted' | 'rejected' | 'tied'
  takenAt: string
  closed: boolean
  ballots: { personId: string; name: string; party: string | null; choice: Choice }[]
}

/** What everybody may read of it. Whatever was said behind closed doors is not in it, nor can it be made from it. */
export function publicFacts(facts: MinutesFacts): MinutesFacts {
  const wholly = facts.meeting.closed !== null
  return {
    ...facts,
    meeting: { ...facts.meeting, title: wholly ? null : facts.meeting.title },
    opening: wholly ? '' : facts.opening,
    ending: wholly ? '' : facts.ending,
    breaks: facts.breaks.map((one) => (wholly || one.closed ? { ...one, reason: null } : one)),
    besides: wholly ? hidden(facts.besides) : openPart(facts.besides),
    items: facts.items.map((item) => publicItem(item, facts.meeting)),
  }
}

function publicItem(item: ItemFacts, { closed: wholly }: MeetingFacts): ItemFacts {
  const closed = item.closed ?? wholly
  if (!closed) return { ...item, ...openPart(item), ...(item.partlyClosed && { words: '' }) }
  return {
    ...item,
    ...hidden(item),
    title: item.publicTitle,
    closed,
    partlyClosed: false,
    rapporteur: null,
    stateReason: null,
    sentBackTo: null,
    result: null,
    conflicts: [],
    words: '',
  }
}

/** Notes are what the secretary's words are made of: they stand in no minutes themselves. */
const openPart = ({ speeches, motions, votes }: HappenedFacts): HappenedFacts => ({
  speeches: speeches.filter(({ closed }) => !closed),
  motions: motions.filter(({ closed }) => !closed),
  votes: votes.map((vote) => (vote.closed ? bare(vote) : vote)),
  notes: [],
})

/** Of what lies behind closed doors the votes alone, counted; and the one that closed the doors, which was taken before. */
const hidden = ({ votes }: HappenedFacts): HappenedFacts => ({
  speeches: [],
  motions: [],
  notes: [],
  votes: votes.map((vote) =>
    vote.stage === 'closing-doors' && !vote.closed
      ? { ...vote, article: null, question: null, motionId: null }
      : bare(vote),
  ),
})

const bare = (vote: VoteFacts): VoteFacts => ({
  ...vote,
  closed: true,
  article: null,
  question: null,
  motionId: null,
  majority: null,
  ballots: [],
})

/** Whether the whole record holds more than everybody may read. */
export const hasClosedParts = (facts: MinutesFacts): boolean =>
  facts.meeting.closed !== null ||
  [...facts.items, facts.besides].some(
    (one) =>
      ('closed' in one && one.closed !== null) ||
      [...one.speeches, ...one.motions, ...one.votes, ...one.notes].some(({ closed }) => closed),
  )

export type Missing =
  | { kind: 'words'; itemId: string; ordinal: number }
  | { kind: 'chair' }
  | { kind: 'signatures' }
  | { kind: 'not-closed' }
  | { kind: 'set-aside'; count: number }

/** What is still to be done before they can be said to be whole. It warns; nothing is refused for it. */
export function missingIn(facts: MinutesFacts, setAside: number): Missing[] {
  return [
    ...(facts.meeting.closedAt === null ? [{ kind: 'not-closed' } as const] : []),
    ...(setAside > 0 ? [{ kind: 'set-aside', count: setAside } as const] : []),
    ...(facts.chairs.length === 0 ? [{ kind: 'chair' } as const] : []),
    ...facts.items
      .filter(({ state, words }) => state === 'done' && words.trim() === '')
      .map(({ id, ordinal }) => ({ kind: 'words', itemId: id, ordinal }) as const),
    ...(facts.signatures.length === 0 ? [{ kind: 'signatures' } as const] : []),
  ]
}

/** The members there at a moment. */
export const presentAt = (members: readonly MemberFacts[], at: string): number =>
  members.filter(({ stretches }) =>
    stretches.some(
      ({ from, to }) => Date.parse(from) <= Date.parse(at) && (to === null || Date.parse(to) > Date.parse(at)),
    ),
  ).length

/** The notes of an item, as the words begin while nobody has written any. */
export const notedWords = ({ notes }: Pick<HappenedFacts, 'notes'>): string =>
  notes.map(({ words }) => words).join('\n\n')
