import type { RecordRows, EventRow, StretchRow, VoteRow, ItemRow } from './record-row-rules.ts'
import {
  presentAt,
  type HappenedFacts,
  type ItemFacts,
  type MemberFacts,
  type MinutesFacts,
  type Signature,
  type VoteFacts,
} from './minutes-fact-rules.ts'

export type WrittenWords = { opening: string; ending: string; signatures: Signature[] }

/** From an hour on, it was entered afterwards and the minutes say so; a device that was offline for minutes is not. */
const LATE_MS = 60 * 60_000

/** The facts of a meeting from the rows of its record, and what was written of it. */
export function factsOf(rows: RecordRows, written: WrittenWords): MinutesFacts {
  const { meeting, events } = rows
  const members = membersOf(rows.stretches, meeting.closedAt)
  const walk = walkThrough(events)
  const items = rows.items.map((item) => itemOf(item, rows, walk, members))
  const first = rows.votes[0]
  return {
    meeting: {
      id: meeting.id,
      slug: meeting.slug,
      institution: meeting.institution,
      body: meeting.body,
      bodyKind: meeting.bodyKind,
      jurisdiction: meeting.jurisdiction,
      zone: meeting.zone,
      kind: meeting.kind,
      number: meeting.numberWords ?? (meeting.number === null ? null : `${meeting.number}/${meeting.numberYear}`),
      title: meeting.title,
      place: meeting.place,
      day: meeting.day,
      openedAt: isoOf(meeting.openedAt),
      closedAt: isoOf(meeting.closedAt),
      closed: meeting.closed ? { askedBy: meeting.closedAskedBy, reason: meeting.closedReason } : null,
    },
    chairs: events.flatMap(({ person, happenedAt }) =>
      person ? [{ name: person, from: happenedAt.toISOString() }] : [],
    ),
    quorum: first ? { members: first.members, needed: first.quorum } : null,
    members,
    moves: movesOf(members, walk, rows),
    breaks: walk.breaks,
    items,
    besides: happenedIn(null, rows, walk),
    doors: walk.doors,
    late: lateOf(events),
    ...written,
  }
}

const isoOf = (moment: Date | null): string | null => moment?.toISOString() ?? null

function membersOf(stretches: readonly StretchRow[], closedAt: Date | null): MemberFacts[] {
  const byPerson = Map.groupBy(stretches, ({ personId }) => personId)
  return [...byPerson.values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const there = rows.filter(({ fromAt }) => fromAt !== null)
    const shown = there.find(({ state }) => state === 'present') ?? there[0] ?? first
    return [
      {
        personId: first.personId,
        name: first.name,
        party: first.party,
        state: shown.state,
        stretches: there.map(({ state, fromAt, toAt }) => ({
          from: isoOf(fromAt) ?? '',
          to: isoOf(toAt ?? closedAt),
          remote: state === 'remote',
        })),
      },
    ]
  })
}

type Walk = {
  opened: Map<string, { from: string; to: string | null; closed: boolean }>
  notes: { itemId: string | null; words: string; at: string; closed: boolean }[]
  breaks: MinutesFacts['breaks']
  doors: MinutesFacts['doors']
}

/** Once through the events in their order: which item was open when, what was noted, when it stood still. */
function walkThrough(events: readonly EventRow[]): Walk {
  const walk: Walk = { opened: new Map(), notes: [], breaks: [], doors: [] }
  let current: string | null = null
  for (const event of events) {
    const at = event.happenedAt.toISOString()
    if (event.kind === 'item-opened' && event.item) {
      current = event.item
      const before = walk.opened.get(current)
      walk.opened.set(current, { from: before?.from ?? at, to: null, closed: event.closed || before?.closed === true })
    }
    if (event.kind === 'item-closed' && event.item) {
      const open = walk.opened.get(event.item)
      if (open) walk.opened.set(event.item, { ...open, to: at })
      current = null
    }
    if (event.kind === 'noted') walk.notes.push({ itemId: current, words: event.words ?? '', at, closed: event.closed })
    if (event.kind === 'suspended') walk.breaks.push({ from: at, to: null, reason: event.reason, closed: event.closed })
    if (event.kind === 'resumed') end(walk.breaks, at)
    if (event.kind === 'doors-closed' && !event.item)
      walk.doors.push({ from: at, to: null, askedBy: event.askedBy ?? '', reason: event.reason ?? '' })
    if (event.kind === 'doors-opened') end(walk.doors, at)
    if (event.kind === 'closed') for (const list of [walk.breaks, walk.doors]) end(list, at)
  }
  return walk
}

function end(list: { to: string | null }[], at: string): void {
  const last = list.at(-1)
  if (last && last.to === null) last.to = at
}

function itemOf(item: ItemRow, rows: RecordRows, walk: Walk, members: readonly MemberFacts[]): ItemFacts {
  const { origin, closed, closedAskedBy, closedReason, ...kept } = item
  const happened = happenedIn(item.id, rows, walk)
  const open = walk.opened.get(item.id)
  const all = [...happened.speeches, ...happened.motions, ...happened.votes, ...happened.notes]
  return {
    ...kept,
    ...happened,
    onTheDay: origin === 'on-the-day',
    openedAt: open?.from ?? null,
    closedAt: open?.to ?? null,
    presentAtOpening: open ? presentAt(members, open.from) : null,
    conflicts: rows.conflicts.filter(({ itemId }) => itemId === item.id).map(({ name, ground }) => ({ name, ground })),
    closed: closed ? { askedBy: closedAskedBy, reason: closedReason } : null,
    partlyClosed: open?.closed === true || all.some((one) => one.closed) || isBehindDoors(open, walk.doors),
  }
}

/** The doors were closed for the whole meeting while it was open. */
const isBehindDoors = (open: { from: string; to: string | null } | undefined, doors: Walk['doors']): boolean =>
  open !== undefined &&
  doors.some(({ from, to }) => (open.to === null || from < open.to) && (to === null || to > open.from))

function happenedIn(itemId: string | null, rows: RecordRows, walk: Walk): HappenedFacts {
  const here = <Row extends { itemId: string | null }>(list: readonly Row[]): Row[] =>
    list.filter((one) => one.itemId === itemId)
  return {
    speeches: here(rows.speeches).map(({ name, fromAt, toAt, closed }) => ({
      name,
      from: fromAt.toISOString(),
      to: isoOf(toAt),
      closed,
    })),
    motions: here(rows.motions).map(({ id, kind, article, words, mover, state, closed }) => ({
      id,
      kind,
      article,
      words,
      mover,
      state,
      closed,
    })),
    votes: here(rows.votes).map((vote) => voteOf(vote, rows)),
    notes: here(walk.notes).map(({ words, at, closed }) => ({ words, at, closed })),
  }
}

function voteOf(row: VoteRow, { ballots }: RecordRows): VoteFacts {
  return {
    id: row.id,
    ordinal: row.ordinal,
    stage: row.stage,
    article: row.article,
    question: row.question,
    motionId: row.motionId,
    method: row.method,
    majority: {
      of: row.majorityOf,
      numerator: row.majorityNumerator,
      denominator: row.majorityDenominator,
      strict: row.majorityStrict,
      basis: row.majorityBasis,
      needed: row.needed,
    },
    members: row.members,
    quorum: row.quorum,
    present: row.present,
    entitled: row.entitled,
    votesFor: row.votesFor,
    votesAgainst: row.votesAgainst,
    votesAbstain: row.votesAbstain,
    notVoting: row.notVoting,
    result: row.result,
    takenAt: row.takenAt.toISOString(),
    closed: row.closed,
    ballots: ballots
      .filter(({ voteId }) => voteId === row.id)
      .map(({ personId, name, party, choice }) => ({ personId, name, party, choice })),
  }
}

/** Comings and goings, but not the first roll call, breaks of the whole meeting, and its end. */
function movesOf(members: readonly MemberFacts[], walk: Walk, { meeting }: RecordRows): MinutesFacts['moves'] {
  const starts = members.flatMap(({ stretches }) => stretches.map(({ from }) => from))
  const first = starts.toSorted()[0]
  const still = new Set([first, isoOf(meeting.closedAt), ...walk.breaks.flatMap(({ from, to }) => [from, to])])
  const itemAt = (at: string): string | null =>
    [...walk.opened].find(([, { from, to }]) => from <= at && (to === null || at < to))?.[0] ?? null
  return members
    .flatMap(({ name, stretches }) =>
      stretches.flatMap(({ from, to }) => [
        ...(still.has(from) ? [] : [{ name, what: 'came' as const, at: from, itemId: itemAt(from) }]),
        ...(to === null || still.has(to) ? [] : [{ name, what: 'left' as const, at: to, itemId: itemAt(to) }]),
      ]),
    )
    .toSorted((one, other) => one.at.localeCompare(other.at))
}

function lateOf(events: readonly EventRow[]): MinutesFacts['late'] {
  const late = events.filter(({ happenedAt, enteredAt }) => enteredAt.getTime() - happenedAt.getTime() >= LATE_MS)
  const byDay = Map.groupBy(late, ({ enteredAt }) => enteredAt.toISOString().slice(0, 10))
  return [...byDay.values()].map((rows) => {
    const times = rows.map(({ happenedAt }) => happenedAt.toISOString()).toSorted()
    return {
      enteredAt: rows[0]?.enteredAt.toISOString() ?? '',
      count: rows.length,
      from: times[0] ?? '',
      to: times.at(-1) ?? '',
    }
  })
}
