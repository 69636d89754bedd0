import type { Json, JsonObject } from '../oparl/oparl-rules.ts'
import { idOf, isObject, type SourceNode } from './oparl-source-rules.ts'

/** What the objects of a source become in the tables of the council. */

export type BodyRow = {
  id: string
  key: string
  kind: string
  name: string
  founded_on: string | null
  ended_on: string | null
}
export type PaperRow = {
  id: string
  key: string
  title: string
  reference: string | null
  kind_words: string | null
  dated_on: string | null
  source: JsonObject
}
export type MeetingRow = {
  id: string
  key: string
  organizations: readonly string[]
  title: string | null
  starts_at: string | null
  ends_at: string | null
  place: string | null
  cancelled: boolean
  source: JsonObject
}
export type ItemRow = {
  id: string
  key: string
  meeting_id: string
  order: number
  label: string | null
  title: string
  result: string | null
  closed: boolean
  source: JsonObject
}

const words = (value: Json | undefined, most: number): string | null => {
  if (typeof value !== 'string' || value.trim() === '') return null
  const whole = value.trim()
  const points = [...whole]
  return points.length <= most ? whole : `${points.slice(0, most - 1).join('')}…`
}
/** A name of one sign is a name too; the tables ask for two. */
const named = (value: Json | undefined, most: number): string => {
  const said = words(value, most) ?? '…'
  return said.length < 2 ? `${said} …` : said
}
const day = (value: Json | undefined): string | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const at = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? null : value
}
const moment = (value: Json | undefined): string | null => {
  if (typeof value !== 'string') return null
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((one) => typeof one === 'string') : []

const without = (object: JsonObject, ...keys: string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))

/** What sources call a council, where they do not say which of their organizations it is. */
const COUNCIL = /^(gemeinderat|stadtrat|kreistag|city council|municipal council)$/i

export function bodyRow({ id, key, object }: SourceNode): BodyRow {
  const name = named(object.name ?? object.shortName, 200)
  const from = day(object.startDate)
  const to = day(object.endDate)
  return {
    id,
    key,
    kind: COUNCIL.test(name) ? 'council' : bodyKind(object),
    name,
    founded_on: from,
    ended_on: from !== null && to !== null && to < from ? null : to,
  }
}

function bodyKind(object: JsonObject): string {
  if (object.organizationType === 'Gremium' || object.meeting !== undefined) return 'commission'
  return object.organizationType === 'Verwaltungsbereich' ? 'administration' : 'other'
}

export const paperRow = ({ id, key, object }: SourceNode): PaperRow => ({
  id,
  key,
  title: named(object.name, 2000),
  reference: words(object.reference, 80),
  kind_words: words(object.paperType, 200),
  dated_on: day(object.date),
  source: without(object, 'body'),
})

export function meetingRow(
  node: SourceNode,
  parts: ReadonlyMap<string, SourceNode>,
  institutionId: string,
): MeetingRow {
  const { id, key, object } = node
  const [from, to] = [moment(object.start), moment(object.end)]
  const inside = object.location
  const at = isObject(inside) && typeof inside.$in === 'string' ? parts.get(inside.$in) : undefined
  return {
    id,
    key,
    organizations: texts(object.organization).map((one) => idOf(institutionId, one)),
    title: words(object.name, 300)?.padEnd(2, '…') ?? null,
    starts_at: from,
    // Many sources write the begin twice.
    ends_at: from !== null && to !== null && to > from ? to : null,
    place: placeOf(at?.object),
    cancelled: object.cancelled === true,
    source: without(object, 'agendaItem'),
  }
}

function placeOf(location: JsonObject | undefined): string | null {
  if (!location) return null
  const parts = texts([
    location.description ?? location.room ?? null,
    location.streetAddress ?? null,
    location.locality ?? null,
  ])
  const said = words(parts.filter((one) => one !== '').join(', '), 300)
  return said !== null && said.length >= 2 ? said : null
}

export function itemRow({ id, key, object, parentId }: SourceNode, at: number): ItemRow | null {
  if (parentId === null) return null
  const order = typeof object.order === 'number' ? object.order : at
  return {
    id,
    key,
    meeting_id: parentId,
    order,
    label: typeof object.number === 'string' ? words(object.number, 30) : null,
    title: named(object.name, 2000),
    result: words(object.result, 500),
    closed: object.public === false,
    source: object,
  }
}
