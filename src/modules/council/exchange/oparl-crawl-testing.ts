import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import type { TestWeb } from '#test/web.ts'
import type { Source } from './oparl-server-testing.ts'
import type { Services } from '#platform/services.ts'
import { compareOne } from './oparl/compare-index.ts'
import type { Json, JsonObject } from './oparl/oparl-rules.ts'

/** Walks all that OParl gives, judges it by the schemas, and compares it with a source. Only tests import this. */

export const SCHEMA = 'https://schema.oparl.org/1.1/'
export const ROOT = 'http://kuvend.test'
export const BODY = `${ROOT}/oparl/v1.1/bodies/qyteti`

export type Emitted = JsonObject & { id: string; type: string }

const schemas = Object.fromEntries(
  readdirSync('test/fixtures/oparl')
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join('test/fixtures/oparl', name), 'utf8')) as object,
    ]),
)
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true })
;(addFormats as unknown as (to: Ajv) => void)(ajv)
ajv.addFormat('url', (words: string) => URL.canParse(words))
const checks = new Map<string, ValidateFunction>()
const checkOf = (type: string): ValidateFunction => {
  const name = type.replace(SCHEMA, '')
  const known = checks.get(name) ?? ajv.compile(schemas[name] ?? false)
  checks.set(name, known)
  return known
}

export const get = async (web: TestWeb, address: string): Promise<{ status: number; body: JsonObject }> => {
  const answer = await web.get(address.replace(ROOT, ''))
  return { status: answer.status, body: (await answer.json()) as JsonObject }
}

/** What stands in the index is what everybody reads now. */
export const compareNow = (services: Services, institutionId: string): Promise<number> =>
  compareOne(services, institutionId)

/** A list to its end. */
export async function walk(web: TestWeb, first: string): Promise<Emitted[]> {
  const all: Emitted[] = []
  for (let next: Json | undefined = first; typeof next === 'string';) {
    const { status, body } = await get(web, next)
    expect(status, next).toBe(200)
    all.push(...(body.data as unknown as Emitted[]))
    next = (body.links as JsonObject).next
  }
  return all
}

const LIST_KEYS = [
  'organization',
  'person',
  'membership',
  'legislativeTermList',
  'paper',
  'meeting',
  'agendaItem',
  'consultation',
  'file',
  'locationList',
]

/** What must be words. */
function wordsAt(object: JsonObject, key: string): string {
  const value = object[key]
  if (typeof value !== 'string') throw new Error(`${key} is ${JSON.stringify(value)}, no words`)
  return value
}

/** Every object that a body gives, by its address, with what is wrong by the schemas. */
export async function crawl(web: TestWeb, body = BODY) {
  const { body: said } = await get(web, body)
  const objects = new Map<string, Emitted>()
  const invalid: string[] = []
  for (const key of LIST_KEYS)
    for (const one of await walk(web, wordsAt(said, key))) {
      const { id, type } = one
      const check = checkOf(type)
      if (!check(one)) invalid.push(`${id}: ${ajv.errorsText(check.errors)}`)
      if (objects.has(id)) invalid.push(`${id} stands twice`)
      objects.set(id, one)
    }
  return { objects, invalid }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Our own addresses anywhere in an object. */
export const addressesIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.startsWith(`${ROOT}/oparl/`)
      ? [value]
      : []
    : Array.isArray(value)
      ? value.flatMap(addressesIn)
      : isObject(value)
        ? Object.values(value).flatMap(addressesIn)
        : []

/** What differs between an object of the source and ours, apart from ids: `named` tells what its addresses are called here. */
function differences(source: JsonObject, ours: JsonObject, named: ReadonlyMap<string, readonly string[]>): string[] {
  const at = typeof source.id === 'string' ? source.id : 'one without id'
  const same = (one: Json, other: Json | undefined, key: string): string[] => {
    if (Array.isArray(one)) {
      if (!Array.isArray(other) || one.length !== other.length) return [`${at} ${key}: another list`]
      return (one as Json[]).flatMap((value, n) => same(value, (other as Json[])[n], key))
    }
    if (isObject(one)) return isObject(other) ? differences(one, other, named) : [`${at} ${key}: missing`]
    const wanted: readonly Json[] = typeof one === 'string' ? (named.get(one) ?? [one]) : [one]
    return other !== undefined && wanted.includes(other)
      ? []
      : [`${at} ${key}: ${JSON.stringify(other)} for ${JSON.stringify(wanted)}`]
  }
  const { id, type, created, modified, body: _body, ...said } = source
  // The list of its meetings is at our address, with the same meetings.
  if (type === `${SCHEMA}Organization`) delete (said as Record<string, unknown>).meeting
  return [
    ...(Array.isArray(ours['al:equivalent']) && ours['al:equivalent'].includes(id ?? '')
      ? []
      : [`${at}: not told whose it is`]),
    ...(ours.type === type && ours['al:sourceCreated'] === created && ours['al:sourceModified'] === modified
      ? []
      : [`${at}: type or times`]),
    ...Object.entries(said).flatMap(([key, value]) => same(value, ours[key], key)),
  ]
}

/** Compares all that a source gave with all that we give. */
export function compare(source: readonly Source[], objects: ReadonlyMap<string, Emitted>) {
  // A source may list two objects under one address.
  const named = new Map<string, readonly string[]>()
  for (const one of objects.values())
    for (const key of (one['al:equivalent'] ?? []) as string[]) named.set(key, [...(named.get(key) ?? []), one.id])
  const wrong = source.flatMap((one) => {
    const ours = objects.get(named.get(one.id)?.[0] ?? '')
    return ours ? differences(one, ours, named) : [`${one.id} is missing`]
  })
  return wrong
}

export const embedded = (value: Json): Source[] =>
  Array.isArray(value)
    ? (value as Json[]).flatMap(embedded)
    : isObject(value)
      ? [
          ...(typeof value.id === 'string' && typeof value.type === 'string' ? [value as Source] : []),
          ...Object.values(value).flatMap(embedded),
        ]
      : []

export const countByType = (all: readonly JsonObject[]): Record<string, number> =>
  all.reduce<Record<string, number>>((counts, one) => {
    const type = wordsAt(one, 'type').replace(SCHEMA, '')
    return { ...counts, [type]: (counts[type] ?? 0) + 1 }
  }, {})
