import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../oparl/oparl-rules.ts'
import { isObject } from './oparl-source-rules.ts'

/** A file of Popolo (https://www.popoloproject.com/specs/): people, organizations, memberships, terms. */

export const COLLECTIONS = [
  'persons',
  'organizations',
  'memberships',
  'posts',
  'events',
  'areas',
  'motions',
  'vote_events',
  'votes',
] as const
export type Collection = (typeof COLLECTIONS)[number]
export type PopoloFile = Record<Collection, readonly JsonObject[]>

/** Words: why it cannot be read. */
export function readPopolo(words: string): PopoloFile | string {
  let said: unknown
  try {
    said = JSON.parse(words)
  } catch {
    return 'not a JSON file'
  }
  if (!isObject(said)) return 'no object of Popolo collections'
  const file = Object.fromEntries(
    COLLECTIONS.map((name) => [name, Array.isArray(said[name]) ? (said[name] as readonly Json[]) : []]),
  )
  for (const name of COLLECTIONS) {
    const bad = file[name]?.findIndex((one) => !isObject(one)) ?? -1
    if (bad >= 0) return `${name}: row ${bad + 1} is no object`
  }
  const nobody = file.persons?.findIndex((one) => isObject(one) && nameOf(one) === null) ?? -1
  if (nobody >= 0) return `persons: row ${nobody + 1} has no name`
  const none = COLLECTIONS.every((name) => (file[name] ?? []).length === 0)
  return none ? 'no collection of Popolo in it' : (file as PopoloFile)
}

export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

export function nameOf(person: JsonObject): string | null {
  const parts = [textOf(person.given_name), textOf(person.family_name)].filter((one) => one !== null)
  const name = textOf(person.name) ?? (parts.length > 0 ? parts.join(' ') : null)
  return name !== null && name.length >= 2 ? [...name].slice(0, 120).join('') : null
}

/** `2010`, `2010-12`, `2010-12-12` and with a time: the first day that is meant, or the last. */
export function dayOf(value: Json | undefined, end: 'first' | 'last'): string | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T.*)?$/.exec(typeof value === 'string' ? value : '')
  if (!found) return null
  const [, year = '', month, day] = found
  const last = end === 'last'
  const m = month ?? (last ? '12' : '01')
  const d = day ?? (last ? String(new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate()).padStart(2, '0') : '01')
  const at = new Date(`${year}-${m}-${d}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== `${year}-${m}-${d}`
    ? null
    : `${year}-${m}-${d}`
}

/** What a row is called: by its id, else by all that stands in it. */
export function keyOf(collection: Collection, row: JsonObject, nth = 1): string {
  const id = textOf(row.id)
  if (id !== null) return `${collection}/${id}`
  const parts = [
    'person_id',
    'organization_id',
    'on_behalf_of_id',
    'legislative_period_id',
    'post_id',
    'area_id',
    'role',
  ]
  const said = [...parts, 'start_date', 'end_date', 'name'].map((key) => textOf(row[key]) ?? '')
  const whole = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)
  return nth === 1 ? `${collection}/${whole}` : `${collection}/${whole}#${nth}`
}

const CONTACTS: Record<string, string> = {
  email: 'email',
  phone: 'phone',
  voice: 'phone',
  cell: 'phone',
  facebook: 'facebook',
  instagram: 'instagram',
  twitter: 'x',
  x: 'x',
  url: 'web',
  website: 'web',
}

const objects = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as Json[]).filter(isObject) : []

export type PersonRow = {
  id: string
  key: string
  name: string
  given_name: string | null
  family_name: string | null
  gender: string | null
  contacts: readonly JsonObject[]
  identifiers: readonly JsonObject[]
  other_names: readonly JsonObject[]
  links: readonly JsonObject[]
  sources: readonly JsonObject[]
}

/** What is private (a day of birth) stays with the row of the source, which nobody outside reads. */
export function personRow(id: string, key: string, person: JsonObject): PersonRow {
  const email = textOf(person.email)
  const contacts = objects(person.contact_details).flatMap((one) => {
    const value = textOf(one.value)
    const type = typeof one.type === 'string' ? one.type.toLowerCase() : ''
    return value === null ? [] : [{ type: CONTACTS[type] ?? 'other', value }]
  })
  const images = [person.image ?? null, ...objects(person.images).map((one) => one.url ?? null)]
  const pictures = [...new Set(images.flatMap((one) => textOf(one) ?? []))].map((url) => ({ url, note: 'image' }))
  const gender = textOf(person.gender)?.toLowerCase() ?? null
  return {
    id,
    key,
    name: nameOf(person) ?? '',
    given_name: textOf(person.given_name)?.slice(0, 80) ?? null,
    family_name: textOf(person.family_name)?.slice(0, 80) ?? null,
    gender: gender === 'female' || gender === 'male' ? gender : null,
    contacts:
      email === null || contacts.some((one) => one.value === email)
        ? contacts
        : [{ type: 'email', value: email }, ...contacts],
    identifiers: objects(person.identifiers),
    other_names: objects(person.other_names),
    links: [...objects(person.links), ...pictures],
    sources: objects(person.sources),
  }
}

export type Seat = {
  id: string
  key: string
  personId: string
  termId: string
  partyId: string | null
  area: string | null
  from: string
  to: string | null
  ended: boolean
}

/**
 * Of seats of one person in one term those that stand one after the other: two that say the same days cannot both be held, so
 * the one that comes first in the file stands, and the others stay as the source wrote them.
 */
export function seatsThatStand(seats: readonly Seat[]): Seat[] {
  const standing: Seat[] = []
  const overlap = (one: Seat, other: Seat): boolean =>
    one.from <= (other.to ?? '9999') && other.from <= (one.to ?? '9999')
  for (const seat of seats) {
    const same = standing.filter((one) => one.personId === seat.personId && one.termId === seat.termId)
    if (!same.some((one) => overlap(one, seat))) standing.push(seat)
  }
  return standing
}
