import { z } from 'zod'
import type { Cell, Column, Dataset, Row } from './dataset.ts'
import type { Lang } from '../i18n/language.ts'

type Said = readonly [title: string, description: string]

/** A column in one line: what it is called in files, what it holds, and what it means in both languages. */
export const column = (
  name: string,
  type: Column['type'],
  words: { sq: Said; en: Said },
  more: Partial<Pick<Column, 'required' | 'values' | 'unit'>> = {},
): Column => ({
  name,
  type,
  title: { sq: words.sq[0], en: words.en[0] },
  description: { sq: words.sq[1], en: words.en[1] },
  required: more.required ?? false,
  ...(more.values && { values: more.values }),
  ...(more.unit !== undefined && { unit: more.unit }),
})

/** Exactly these columns, in this order, each as its type says; addresses of our own become whole ones. */
export function tidyRow(columns: readonly Column[], row: Row, url: string): Row {
  return Object.fromEntries(columns.map((one) => [one.name, tidyCell(one, row[one.name] ?? null, url)]))
}

function tidyCell({ type }: Column, value: Cell, url: string): Cell {
  if (value === null) return null
  if (type === 'datetime') return new Date(String(value)).toISOString()
  if (type === 'uri' && typeof value === 'string' && value.startsWith('/')) return url + value
  return value
}

const YEAR = z.int().min(1000).max(9999)

/** One definition for all formats: what a row is, made of the columns, be they the program's or of an imported table. */
export function rowSchema(columns: readonly Column[], lang: Lang): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      columns.map((one) => {
        const cell = cellSchema(one)
        const words = `${one.title[lang]}. ${one.description[lang]}`
        return [one.name, (one.required ? cell : cell.nullable()).describe(words)]
      }),
    ),
  )
}

function cellSchema({ type, values, required }: Column): z.ZodType {
  switch (type) {
    case 'integer':
      return z.int()
    case 'year':
      return YEAR
    case 'number':
      return z.number()
    case 'boolean':
      return z.boolean()
    case 'date':
      return z.iso.date()
    case 'datetime':
      return z.iso.datetime()
    case 'uri':
      return z.string().min(1)
    case 'list':
      return z.array(z.string())
    case 'string':
      return values && values.length > 0 ? z.enum([...values]) : required ? z.string().min(1) : z.string()
  }
}

const TABLE_TYPES: Record<Column['type'], { type: string; format?: string }> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date', format: 'default' },
  datetime: { type: 'datetime', format: 'default' },
  year: { type: 'year' },
  uri: { type: 'string', format: 'uri' },
  list: { type: 'string' },
}

/** The columns as Table Schema tells them (Data Package 2.0). */
export const tableSchema = ({ columns, primaryKey }: Pick<Dataset, 'columns' | 'primaryKey'>, lang: Lang) => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: columns.map((one) => ({
    name: one.name,
    title: one.title[lang],
    description: one.description[lang] + (one.type === 'list' ? ` ${LISTS[lang]}` : ''),
    ...TABLE_TYPES[one.type],
    ...constraintsOf(one, primaryKey),
    ...(one.unit !== undefined && { unit: one.unit }),
  })),
  primaryKey: [...primaryKey],
  missingValues: [''],
})

function constraintsOf({ name, required, values }: Column, primaryKey: readonly string[]) {
  const all = {
    ...(required && { required: true }),
    ...(values && values.length > 0 && { enum: [...values] }),
    ...(primaryKey.length === 1 && primaryKey[0] === name && { unique: true }),
  }
  return Object.keys(all).length > 0 ? { constraints: all } : {}
}

const LISTS = { sq: 'Vlerat ndahen me “ | ”.', en: 'Values are separated by “ | ”.' } as const
