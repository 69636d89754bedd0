import { decodeText } from './decode-rules.ts'
import { cleanWords, type SourceCell, type SourceNote, type SourceRow, type SourceSheet } from './source-rules.ts'

/** An array of objects or of arrays, alone or under a name, or an object on each line. Null for what is none of these. */
export function readJson(bytes: Uint8Array): SourceSheet | null {
  const text = decodeText(bytes)?.text
  const list = text === undefined ? null : (listIn(parse(text)) ?? linesIn(text))
  if (!list || list.length === 0) return null
  const count = { nested: 0, removed: 0 }
  const cellOf = (value: unknown): SourceCell => readValue(value, count)
  const sheet = list.every((one) => Array.isArray(one))
    ? { names: null, rows: list.map((one, index) => rowOf(index + 1, one.map(cellOf))) }
    : ofObjects(list, cellOf)
  if (!sheet) return null
  const notes: SourceNote[] = []
  if (count.nested > 0) notes.push({ kind: 'nested', count: count.nested })
  if (count.removed > 0) notes.push({ kind: 'signs-removed', count: count.removed, first: 1 })
  return { name: '', raggedMatters: sheet.names === null, ...sheet, notes }
}

function ofObjects(list: readonly unknown[], cellOf: (value: unknown) => SourceCell) {
  const objects = list.map((one) => (isObject(one) ? one : null))
  if (objects.some((one) => one === null)) return null
  const names = [...new Set(objects.flatMap((one) => Object.keys(one ?? {})))]
  const rows = objects.map((one, index) =>
    rowOf(
      index + 1,
      names.map((name) => cellOf(one?.[name])),
    ),
  )
  return { names: names.map((name) => cleanWords(name).words), rows }
}

const rowOf = (at: number, cells: readonly SourceCell[]): SourceRow => ({
  at,
  cells: cells.every((cell) => cell === null || cell === '') ? [] : cells,
})

function readValue(value: unknown, count: { nested: number; removed: number }): SourceCell {
  switch (typeof value) {
    case 'number':
      return { n: value }
    case 'boolean':
      return { b: value }
    case 'string': {
      const { words, removed } = cleanWords(value)
      count.removed += removed
      return words
    }
    case 'object':
      if (value === null) return null
      count.nested += 1
      return cleanWords(JSON.stringify(value)).words
    default:
      return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list itself, or the only list under a name: `{ "data": [...] }`. */
function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[]
  if (!isObject(value)) return null
  const lists = Object.values(value).filter((one) => Array.isArray(one))
  return lists.length === 1 ? (lists[0] ?? null) : null
}

function linesIn(text: string): unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const values = lines.map(parse)
  return values.every((value) => isObject(value) || Array.isArray(value)) ? values : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
