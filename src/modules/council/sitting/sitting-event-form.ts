import { z } from 'zod'
import { MAJORITY_BASES } from '#law/majorities/majority.ts'
import { readInstant } from '#platform/time/zoned-instant.ts'
import { VOTE_STAGES, type SittingEvent } from './sitting-event-rules.ts'

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const moment = z
  .string()
  .refine((words) => readInstant(words) !== null && words >= '1900')
  .transform((words) => (readInstant(words) ?? new Date(words)).toISOString())
const words = (least: number, most: number) =>
  z
    .string()
    .transform((typed) => typed.toWellFormed().normalize('NFC').replaceAll('\u0000', '').trim())
    .refine((typed) => [...typed].length >= least && [...typed].length <= most)
const people = z.array(id).max(1000)
const count = z.int().min(0).max(1000)
const nothing = z.strictObject({})

const majority = z
  .object({
    of: z.enum(MAJORITY_BASES),
    numerator: z.int().min(0).max(1000),
    denominator: z.int().min(1).max(1000),
    strict: z.boolean(),
    id: words(1, 100).nullable(),
    basis: words(2, 500).nullable(),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator)

const ITEM_KINDS = ['act', 'report', 'question', 'election', 'hearing', 'minutes', 'information', 'other'] as const

/** Bodies by kind: as SittingEventBody says, and never longer than the database keeps. */
const BODIES = {
  opened: z.object({ chair: id.nullable() }),
  'roll-called': z.object({ present: people, remote: people, excused: people }),
  arrived: z.object({ person: id, remote: z.boolean() }),
  left: z.object({ person: id }),
  'chair-taken': z.object({ person: id }),
  'item-opened': z.object({ item: id }),
  'item-closed': z.object({
    item: id,
    outcome: z.enum(['done', 'postponed', 'sent-back', 'withdrawn']),
    reason: words(3, 1000).nullable(),
    to: id.nullable(),
  }),
  'item-added': z.object({
    item: id,
    title: words(2, 2000),
    itemKind: z.enum(ITEM_KINDS),
    actKind: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/)
      .max(60)
      .nullable(),
  }),
  'agenda-ordered': z.object({ items: z.array(id).max(300) }),
  'speaker-called': z
    .object({
      speech: id,
      person: id.nullable(),
      name: words(2, 200).nullable(),
      minutes: z.int().min(1).max(600).nullable(),
    })
    .refine(({ person, name }) => person !== null || name !== null, { path: ['name'] }),
  'speaker-ended': z.object({ speech: id }),
  'motion-moved': z.object({
    motion: id,
    item: id.nullable(),
    motionKind: z.enum(['amendment', 'procedural', 'main']),
    article: words(1, 200).nullable(),
    words: words(2, 10_000),
    person: id.nullable(),
    mover: words(2, 200).nullable(),
  }),
  'motion-withdrawn': z.object({ motion: id }),
  'conflict-declared': z.object({ item: id, person: id, ground: words(2, 500).nullable() }),
  'conflict-lifted': z.object({ item: id, person: id }),
  'vote-opened': z.object({
    vote: id,
    item: id.nullable(),
    motion: id.nullable(),
    stage: z.enum(VOTE_STAGES),
    article: words(1, 200).nullable(),
    question: words(2, 2000),
    method: z.enum(['by-name', 'by-hands', 'secret']),
    majority,
  }),
  'vote-taken': z.object({
    vote: id,
    ballots: z.record(id, z.enum(['for', 'against', 'abstain', 'not-voting'])).nullable(),
    counts: z.object({ for: count, against: count, abstain: count }).nullable(),
  }),
  'vote-cancelled': z.object({ vote: id, reason: words(3, 1000) }),
  'doors-closed': z.object({
    item: id.nullable(),
    askedBy: words(2, 200),
    vote: id,
    reason: words(5, 1000),
    publicTitle: words(2, 300),
  }),
  'doors-opened': nothing,
  suspended: z.object({ until: moment.nullable(), reason: words(3, 1000).nullable() }),
  resumed: nothing,
  closed: nothing,
  reopened: z.object({ reason: words(3, 1000) }),
  noted: z.object({ words: words(2, 10_000) }),
} as const

type PlainKind = keyof typeof BODIES

const kindOf = (value: unknown): PlainKind | null =>
  typeof value === 'string' && Object.hasOwn(BODIES, value) ? (value as PlainKind) : null

const correction = z.object({
  event: id,
  instead: z.object({ kind: z.string(), body: z.unknown(), at: moment }).nullable(),
  reason: words(3, 1000),
  place: z.literal('before').optional(),
})

const envelope = z.object({ id, at: moment, kind: z.string(), body: z.unknown() })

/** An event as it came from outside, or the field of its body that is wrong. */
export function readSittingEvent(value: unknown): { ok: true; event: SittingEvent } | { ok: false; field: string } {
  const outer = envelope.safeParse(value)
  if (!outer.success) return { ok: false, field: String(outer.error.issues[0]?.path[0] ?? 'id') }
  const { id: eventId, at, kind, body } = outer.data
  const read = kind === 'corrected' ? readCorrection(body) : readBody(kind, body)
  if (!read.ok) return read
  // The schemas say what SittingEventBody says; TypeScript cannot follow the kind through the table.
  return { ok: true, event: { id: eventId, at, kind, body: read.body } as unknown as SittingEvent }
}

type ReadBody = { ok: true; body: unknown } | { ok: false; field: string }

function readBody(kind: string, body: unknown): ReadBody {
  const known = kindOf(kind)
  if (known === null) return { ok: false, field: 'kind' }
  const read = BODIES[known].safeParse(body)
  return read.success
    ? { ok: true, body: read.data }
    : { ok: false, field: String(read.error.issues[0]?.path[0] ?? '') }
}

function readCorrection(body: unknown): ReadBody {
  const outer = correction.safeParse(body)
  if (!outer.success) return { ok: false, field: String(outer.error.issues[0]?.path[0] ?? 'event') }
  const { instead, place, ...said } = outer.data
  const inner = instead === null ? null : readBody(instead.kind, instead.body)
  if (inner !== null && !inner.ok) return inner
  const now = instead && inner && { kind: instead.kind, at: instead.at, body: inner.body }
  return { ok: true, body: { ...said, instead: now, ...(place ? { place } : {}) } }
}

const order = z.object({
  pen: z.int().min(1).max(2_147_483_647).nullable(),
  device: id,
  events: z.array(z.unknown()).max(500),
})

export type SentEvents = { pen: number | null; device: string; events: SittingEvent[] }

/** What the script of the page sends. `at`: which event is wrong; null: the whole of it. */
export function readSentEvents(value: unknown): { ok: true; value: SentEvents } | { ok: false; at: number | null } {
  const outer = order.safeParse(value)
  if (!outer.success) return { ok: false, at: null }
  const events: SittingEvent[] = []
  for (const [at, sent] of outer.data.events.entries()) {
    const read = readSittingEvent(sent)
    if (!read.ok) return { ok: false, at }
    events.push(read.event)
  }
  return { ok: true, value: { ...outer.data, events } }
}

/** The device that takes the pen. */
export const readDevice = (value: unknown): string | null => {
  const read = z.object({ device: id }).safeParse(value)
  return read.success ? read.data.device : null
}
