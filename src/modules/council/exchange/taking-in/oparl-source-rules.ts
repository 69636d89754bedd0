import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../oparl/oparl-rules.ts'

/** An object of a source, with its place here. What was embedded in it is a node of its own. */
export type SourceNode = {
  id: string
  key: string
  type: string
  /** The meeting, item, paper or organization in which it came. */
  parentId: string | null
  object: JsonObject
}

/** As a source gives it, of a class of OParl. */
export type SourceObject = JsonObject & { id: string }

const TYPE = /^https?:\/\/schema\.oparl\.org\/1\.[01]\/([A-Za-z]+)$/
const HOLDERS = new Set(['Meeting', 'AgendaItem', 'Paper', 'Organization'])

/** The same object of the same source has the same id, whenever it comes. */
export function idOf(institutionId: string, key: string): string {
  const hex = createHash('sha256').update(`oparl ${institutionId} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const typeOf = (object: JsonObject): string | null =>
  typeof object.type === 'string' ? (TYPE.exec(object.type)?.[1] ?? null) : null

export const isSource = (value: Json): value is SourceObject =>
  isObject(value) && typeof value.id === 'string' && typeOf(value) !== null

/** One object with all that is embedded in it, the outermost first. */
export function nodesOf(institutionId: string, outer: JsonObject): SourceNode[] {
  const nodes: SourceNode[] = []
  const seen = new Map<string, number>()
  const add = (object: SourceObject, parentId: string | null): string => {
    // Some sources list one object twice in the same paper, with different words: both are kept.
    const times = (seen.get(object.id) ?? 0) + 1
    seen.set(object.id, times)
    const key = times === 1 ? object.id : `${object.id}#${times}`
    const id = idOf(institutionId, key)
    const type = typeOf(object) ?? ''
    const at = nodes.push({ id, key, type, parentId, object }) - 1
    const holder = HOLDERS.has(type) ? id : (parentId ?? id)
    const own = Object.fromEntries(Object.entries(object).map(([name, value]) => [name, replaced(value, holder)]))
    nodes[at] = { id, key, type, parentId, object: own }
    return id
  }
  const replaced = (value: Json, holder: string): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => replaced(one, holder))
    return isSource(value) ? { $in: add(value, holder) } : value
  }
  if (isSource(outer)) add(outer, null)
  return nodes
}

/** The same words for the same object, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** A file of objects: a list, lines, a page of an external list, or one object. Words: why not. */
export function readObjects(words: string): SourceObject[] | string {
  const whole = parsed(words)
  const all = whole === undefined ? lines(words) : whole
  if (typeof all === 'string') return all
  const list = Array.isArray(all) ? all : isObject(all) && Array.isArray(all.data) ? all.data : [all]
  const bad = (list as unknown[]).findIndex(
    (one) => !isObject(one) || typeof one.id !== 'string' || typeOf(one) === null,
  )
  return bad >= 0 ? `object ${bad + 1} has no id or is of no class of OParl 1.1` : (list as SourceObject[])
}

function lines(words: string): unknown[] | string {
  const all = words.split('\n').filter((line) => line.trim() !== '')
  const read = all.map(parsed)
  const bad = read.indexOf(undefined)
  return bad >= 0 ? `line ${bad + 1} is no JSON` : read
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words) as unknown
  } catch {
    return undefined
  }
}
