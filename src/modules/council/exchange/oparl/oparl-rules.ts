/** OParl 1.1 (2018-06-20), https://schema.oparl.org/1.1/: what goes over the wire. */
export const OPARL = 'https://schema.oparl.org/1.1/'

/** Each class that stands at addresses of its own, with the word that stands there. */
export const LISTS = {
  organizations: 'Organization',
  people: 'Person',
  memberships: 'Membership',
  legislativeterms: 'LegislativeTerm',
  meetings: 'Meeting',
  agendaitems: 'AgendaItem',
  papers: 'Paper',
  consultations: 'Consultation',
  files: 'File',
  locations: 'Location',
} as const
export type ListName = keyof typeof LISTS
export type OparlType = (typeof LISTS)[ListName]

export const isList = (word: string): word is ListName => Object.hasOwn(LISTS, word)
export const LIST_OF = Object.fromEntries(Object.entries(LISTS).map(([list, type]) => [type, list])) as Record<
  OparlType,
  ListName
>

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** An object as the views give it, and what the index knows of its times. */
export type KnownObject = {
  type: OparlType
  id: string
  institutionId: string
  object: JsonObject
  /** It came from a source whose addresses stand in it. */
  taken: boolean
  createdAt: Date
  modifiedAt: Date
}
export type Tombstone = { type: OparlType; id: string; createdAt: Date; modifiedAt: Date }

export type Rendering = {
  /** `https://…` of this installation. */
  url: string
  zone: string
  /** The moment with the offset of the zone. */
  moment(at: Date): string
  /** What is embedded, by id. What is missing is not public, and leaves no trace. */
  parts: ReadonlyMap<string, KnownObject>
  /** What the addresses of a source are called here. */
  known: ReadonlyMap<string, string>
}

export const addressOf = (url: string, type: OparlType, id: string): string =>
  `${url}/oparl/v1.1/${LIST_OF[type]}/${id}`

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As it goes out. */
export function rendered(known: KnownObject, by: Rendering): JsonObject {
  const said = Object.entries(known.object).flatMap(([key, value]) => {
    const put = key === 'al:equivalent' ? value : inPlace(value, known.taken, by)
    return put === undefined ? [] : [[key, put] as const]
  })
  return {
    id: addressOf(by.url, known.type, known.id),
    type: OPARL + known.type,
    ...Object.fromEntries(said),
    created: by.moment(known.createdAt),
    modified: by.moment(known.modifiedAt),
  }
}

function inPlace(value: Json, taken: boolean, by: Rendering): Json | undefined {
  if (typeof value === 'string') return wordsInPlace(value, taken, by)
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one) => inPlace(one, taken, by) ?? [])
  if (!isObject(value)) return value
  if (typeof value['$in'] === 'string') {
    const part = by.parts.get(value['$in'])
    return part && rendered(part, by)
  }
  return addressIn(value, by.url) ?? value
}

function wordsInPlace(words: string, taken: boolean, by: Rendering): string {
  if (taken) return by.known.get(words) ?? words
  // Moments of ours come in UTC; everybody else reads them with the hour of the place.
  return MOMENT.test(words) ? by.moment(new Date(words)) : words
}
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/

function addressIn(value: JsonObject, url: string): string | undefined {
  if (typeof value['$ref'] === 'string') return `${url}/oparl/v1.1/${value['$ref']}`
  if (typeof value['$list'] === 'string') return `${url}/oparl/v1.1/${value['$list']}`
  if (typeof value['$body'] === 'string') return `${url}/oparl/v1.1/bodies/${value['$body']}`
  if (typeof value['$web'] === 'string') return url + value['$web']
  return undefined
}

/** Ids of what is embedded in an object itself. */
export function partsOf(value: Json): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(partsOf)
  if (!isObject(value)) return []
  return typeof value['$in'] === 'string' ? [value['$in']] : Object.values(value).flatMap(partsOf)
}

/** Every address in an object that came from a source. */
export function addressesIn(value: Json): string[] {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? [value] : []
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(addressesIn)
  return isObject(value) ? Object.values(value).flatMap(addressesIn) : []
}

export const tombstone = (gone: Tombstone, by: Pick<Rendering, 'url' | 'moment'>): JsonObject => ({
  id: addressOf(by.url, gone.type, gone.id),
  type: OPARL + gone.type,
  created: by.moment(gone.createdAt),
  modified: by.moment(gone.modifiedAt),
  deleted: true,
})

export const errorBody = (message: string): JsonObject => ({ type: `${OPARL}Error`, message, debug: message })

/** `omit_internal`: what the page carries in itself stays out (OParl 1.1, 2.5.7). */
export function withoutInternal(object: JsonObject): JsonObject {
  const isInternal = (value: Json): boolean =>
    Array.isArray(value) ? (value as readonly Json[]).some(isInternal) : isObject(value) && 'id' in value
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isInternal(value)))
}
