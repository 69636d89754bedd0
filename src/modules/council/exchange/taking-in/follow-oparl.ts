import { randomUUID } from 'node:crypto'
import type { ImportOutcome } from '#platform/door.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { compareOne } from '../oparl/compare-index.ts'
import type { Json, JsonObject } from '../oparl/oparl-rules.ts'
import { fetchJson, USUAL, type FetchLimits } from './fetch-json.ts'
import { linesOf, NOTHING, sum } from './import-oparl.ts'
import { isObject, isSource, typeOf, type SourceObject } from './oparl-source-rules.ts'
import { findLastRun, finishRun, insertRun, moveRun, type Run, type RunPlace } from './source-queries.ts'
import { takeObjects, type Taken } from './take-objects.ts'

/** Lists of a body, in the order in which each finds what it belongs to. */
const LISTS = ['organization', 'paper', 'meeting'] as const
/** What changed of these is told there too; all of them came embedded the first time. */
const PARTS = ['agendaItem', 'consultation', 'file', 'locationList'] as const
const KEPT = ['legislativeTermList', 'person', 'membership'] as const

const MOST_PAGES = 20_000
const MOST_HOURS = 6
/** Clocks differ, and a page may have been read while something changed. */
const OVERLAP_MS = 3_600_000

export type Following = Partial<FetchLimits> & {
  /** Asks for everything, not for what changed since. */ whole?: boolean
}

/**
 * Takes in a body of a foreign OParl server: everything the first time, what changed since then. Each page is one
 * transaction that writes down where it goes on: a run that dies is continued by the next one.
 */
export async function followOparl(
  services: Services,
  institutionId: string,
  address: string,
  options: Following = {},
): Promise<ImportOutcome> {
  const limits = { ...USUAL, ...options }
  const institution = await findInstitutionById(services.db, 'sq', institutionId)
  if (!institution) return { kind: 'refused', why: 'no such institution' }
  const body = await bodyAt(address, limits)
  if (typeof body === 'string') return { kind: 'refused', why: body }
  const source = typeof body.id === 'string' ? body.id : address
  const run = await runOf(services, institutionId, source, options.whole === true)
  const of = { institutionId, zone: institution.zone }
  const walk = { services, of, body, run, limits, until: services.clock.now().getTime() + MOST_HOURS * 3_600_000 }
  const taken = await walkLists(walk)
  if (typeof taken === 'string')
    return { kind: 'refused', why: `${taken}. What was read stands; asked again, it goes on.` }
  await services.db.begin((tx) => finishRun(tx, run.id, services.clock.now()))
  await compareOne(services, institutionId)
  const since = run.askedSince === null ? 'everything' : `changes since ${run.askedSince.toISOString()}`
  return { kind: 'imported', lines: [`${source}: ${since}`, ...linesOf(taken)] }
}

/** A body itself, or the only one of a system. Words: why there is none. */
async function bodyAt(address: string, limits: FetchLimits): Promise<JsonObject | string> {
  const got = await fetchJson(address, limits)
  if (got.kind === 'failed') return got.why
  if (!isObject(got.value)) return `${address} gives no object of OParl`
  const type = typeOf(got.value)
  if (type === 'Body') return got.value
  const list = type === 'System' ? got.value.body : undefined
  if (typeof list !== 'string') return `${address} is neither a system nor a body of OParl 1.1`
  const page = await fetchJson(list, limits)
  if (page.kind === 'failed') return page.why
  const bodies =
    isObject(page.value) && Array.isArray(page.value.data) ? (page.value.data as Json[]).filter(isObject) : []
  const [only] = bodies
  if (bodies.length === 1 && only && typeof only.id === 'string') return only
  const names = bodies.map((one) => [one.name, one.id].filter((said) => typeof said === 'string').join(' ')).join(', ')
  return bodies.length === 0 ? `${list} names no body` : `several bodies, give the address of one: ${names}`
}

/** Goes on with one that did not end; else begins where the last one that ended left off. */
async function runOf(services: Services, institutionId: string, source: string, whole: boolean): Promise<Run> {
  const now = services.clock.now()
  const open = await findLastRun(services.db, institutionId, source, false)
  if (open) return open
  const last = whole ? null : await findLastRun(services.db, institutionId, source, true)
  const askedSince = last && new Date(last.startedAt.getTime() - OVERLAP_MS)
  const id = randomUUID()
  await services.db.begin((tx) => insertRun(tx, { id, institutionId, source, askedSince, now }))
  return { id, askedSince, place: { done: [] }, counts: {}, startedAt: now, finishedAt: null }
}

type Walk = {
  services: Services
  of: { institutionId: string; zone: string }
  body: JsonObject
  run: Run
  limits: FetchLimits
  until: number
}

async function walkLists(walk: Walk): Promise<Taken | string> {
  const { body, run } = walk
  const names = run.askedSince === null ? [...KEPT, ...LISTS] : [...KEPT, ...LISTS, ...PARTS]
  let taken: Taken = { ...NOTHING, ...run.counts }
  let done = [...run.place.done]
  for (const name of names) {
    const first = body[name]
    if (done.includes(name) || typeof first !== 'string') continue
    const begun = run.place.list === name && run.place.next ? run.place.next : since(first, run.askedSince)
    const read = await walkPages(walk, { done, list: name, next: begun }, taken)
    if (typeof read === 'string') return read
    taken = read
    done = [...done, name]
  }
  return taken
}

const since = (address: string, moment: Date | null): string => {
  if (moment === null) return address
  const url = new URL(address)
  url.searchParams.set('modified_since', moment.toISOString().replace(/\.\d+Z$/, '+00:00'))
  return url.href
}

/** Every page of a list: read, written, and its successor noted, in one transaction. */
async function walkPages(walk: Walk, place: RunPlace & { next: string }, before: Taken): Promise<Taken | string> {
  const { services, of, run, limits } = walk
  let taken = before
  let next: string | undefined = place.next
  const seen = new Set<string>()
  while (next !== undefined) {
    const asked: string = next
    if (seen.has(asked)) return `${asked} leads back to itself`
    if (seen.size >= MOST_PAGES || services.clock.now().getTime() > walk.until) return `${asked}: no end in sight`
    seen.add(asked)
    const page = await fetchJson(asked, limits)
    if (page.kind === 'failed') return page.why
    const objects = dataOf(page.value)
    if (!objects) return `${asked} is no list of OParl`
    next = nextOf(page.value)
    taken = await services.db.begin(async (tx) => {
      const now = services.clock.now()
      const sums = sum(taken, await takeObjects(tx, services, { ...of, now }, objects))
      const done = next === undefined ? [...place.done, String(place.list)] : place.done
      const more = next === undefined ? {} : { list: String(place.list), next }
      await moveRun(tx, run.id, { done, ...more }, sums)
      return sums
    })
  }
  return taken
}

function dataOf(page: unknown): SourceObject[] | null {
  if (!isObject(page) || !Array.isArray(page.data)) return null
  return (page.data as Json[]).filter(isSource)
}

function nextOf(page: unknown): string | undefined {
  const links = isObject(page) ? page.links : undefined
  return isObject(links) && typeof links.next === 'string' ? links.next : undefined
}
