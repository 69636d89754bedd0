import fc from 'fast-check'
import type { Choice, Majority, SittingEvent, SittingEventBody, SittingSetup } from './sitting-event-rules.ts'

const PEOPLE = Array.from({ length: 15 }, (_, index) => `member-${index + 1}`)
const ITEMS = ['item-1', 'item-2', 'item-3']
const MOTIONS = ['motion-1', 'motion-2']

/** A body of 3 to 15 members, some of its seats empty, that needs more than half of its seats. */
const anySetup: fc.Arbitrary<SittingSetup> = fc
  .record({ members: fc.integer({ min: 3, max: 15 }), empty: fc.integer({ min: 0, max: 2 }) })
  .map(({ members, empty }) => ({
    seats: members + empty,
    members: PEOPLE.slice(0, members).map((id) => ({ id, name: id })),
    items: ITEMS.map((id) => ({ id, title: id, kind: 'act', actKind: null, closed: false })),
    quorum: { of: 'all-members', numerator: 1, denominator: 2, strict: true },
    conflicts: [],
  }))

const item = fc.constantFrom(...ITEMS)
const motion = fc.constantFrom(...MOTIONS)
const choice = fc.constantFrom<Choice>('for', 'against', 'abstain', 'not-voting')
const few = fc.integer({ min: 0, max: 5 })
const NOTHING = {} as Record<string, never>

const majority: fc.Arbitrary<Majority> = fc
  .record({
    of: fc.constantFrom('all-members' as const, 'present' as const, 'voting' as const),
    fraction: fc.constantFrom([1, 2] as const, [3, 5] as const, [2, 3] as const),
    strict: fc.boolean(),
  })
  .map(({ of, fraction: [numerator, denominator], strict }) => ({
    of,
    numerator,
    denominator,
    strict,
    id: null,
    basis: 'example',
  }))

/** Each member at most once, in the room or outside: a roll that can be true. */
const rollOf = (members: readonly string[]): fc.Arbitrary<SittingEventBody> =>
  fc
    .array(fc.constantFrom('present', 'present', 'present', 'remote', 'excused', 'absent'), {
      minLength: members.length,
      maxLength: members.length,
    })
    .map((where) => {
      const those = (one: string) => members.filter((_, index) => where[index] === one)
      return {
        kind: 'roll-called',
        body: { present: those('present'), remote: those('remote'), excused: those('excused') },
      }
    })

const comesOrGoes = (person: fc.Arbitrary<string>): fc.Arbitrary<SittingEventBody> =>
  fc.oneof(
    fc.record({ kind: fc.constant('left' as const), body: fc.record({ person }) }),
    fc.record({ kind: fc.constant('arrived' as const), body: fc.record({ person, remote: fc.boolean() }) }),
  )

/** A vote from its question to its count, with what may happen in between; the number makes its name. */
const voteOf = (person: fc.Arbitrary<string>): fc.Arbitrary<SittingEventBody[]> =>
  fc
    .record({
      number: fc.integer({ min: 1, max: 30 }),
      item: fc.option(item, { freq: 1 }),
      method: fc.constantFrom('by-name' as const, 'by-hands' as const, 'secret' as const),
      majority,
      between: fc.array(comesOrGoes(person), { maxLength: 2 }),
      ballots: fc.dictionary(person, choice, { maxKeys: 4 }),
      counts: fc.record({ for: few, against: few, abstain: few }),
      end: fc.constantFrom('taken', 'taken', 'taken', 'cancelled', 'open', 'wrong-method'),
    })
    .map(({ number, between, ballots, counts, end, ...asked }): SittingEventBody[] => {
      const vote = `vote-${number}`
      const named = (asked.method === 'by-name') !== (end === 'wrong-method')
      const question = { vote, motion: null, stage: 'other', article: null, question: 'Shall it be so?' } as const
      const ends: SittingEventBody =
        end === 'cancelled'
          ? { kind: 'vote-cancelled', body: { vote, reason: 'Again' } }
          : { kind: 'vote-taken', body: { vote, ballots: named ? ballots : null, counts: named ? null : counts } }
      return [{ kind: 'vote-opened', body: { ...asked, ...question } }, ...between, ...(end === 'open' ? [] : [ends])]
    })

const othersOf = (person: fc.Arbitrary<string>): fc.Arbitrary<SittingEventBody> =>
  fc.oneof(
    item.map((id) => ({ kind: 'item-opened' as const, body: { item: id } })),
    item.map((id) => ({
      kind: 'item-closed' as const,
      body: { item: id, outcome: 'done' as const, reason: null, to: null },
    })),
    fc
      .tuple(item, person)
      .map(([id, who]) => ({ kind: 'conflict-declared' as const, body: { item: id, person: who, ground: null } })),
    fc.tuple(item, person).map(([id, who]) => ({ kind: 'conflict-lifted' as const, body: { item: id, person: who } })),
    motion.map((id) => ({
      kind: 'motion-moved' as const,
      body: {
        motion: id,
        item: ITEMS[0] ?? '',
        motionKind: 'amendment' as const,
        article: null,
        words: 'Otherwise',
        person: null,
        mover: 'A commission',
      },
    })),
    motion.map((id) => ({ kind: 'motion-withdrawn' as const, body: { motion: id } })),
    fc.constantFrom<SittingEventBody>(
      { kind: 'opened', body: { chair: null } },
      { kind: 'suspended', body: { until: null, reason: null } },
      { kind: 'resumed', body: NOTHING },
      { kind: 'noted', body: { words: 'A word' } },
    ),
  )

/** A body, and one after the other, a minute apart, what happens in it: much of it sensible, some of it impossible. */
export const anyMeeting: fc.Arbitrary<{ setup: SittingSetup; events: SittingEvent[] }> = anySetup.chain((setup) => {
  const members = setup.members.map(({ id }) => id)
  // Now and then somebody who has no seat.
  const person = fc.constantFrom(...members, ...members, ...PEOPLE)
  const one = (body: SittingEventBody): SittingEventBody[] => [body]
  const block = fc.oneof(
    { weight: 5, arbitrary: voteOf(person) },
    { weight: 4, arbitrary: comesOrGoes(person).map(one) },
    { weight: 4, arbitrary: othersOf(person).map(one) },
    { weight: 1, arbitrary: rollOf(members).map(one) },
  )
  return fc.tuple(rollOf(members), fc.array(block, { minLength: 4, maxLength: 25 })).map(([roll, blocks]) => ({
    setup,
    events: [{ kind: 'opened', body: { chair: null } } satisfies SittingEventBody, roll, ...blocks.flat()].map(
      (body, index) => ({
        ...body,
        id: `event-${index}`,
        at: new Date(Date.UTC(2026, 10, 21, 10, index)).toISOString(),
      }),
    ),
  }))
})

/** What somebody wants to have otherwise: an event among the first, struck out. */
export const anyCorrection = fc.integer({ min: 1, max: 30 })
