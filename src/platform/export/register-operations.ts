import { z } from 'zod'
import { findInstitution } from '../institutions/institution-queries.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { apiOperation, type ApiAnswer, type ApiOperation } from './api-operation.ts'
import { API_TEXTS } from './api-texts.ts'
import { rowSchema, tidyRow } from './column-rules.ts'
import { readCursor, writeCursor } from './cursor-rules.ts'
import type { Column, Dataset, RowFilters } from './dataset.ts'
import { filterNames, parameterOf } from './filter-rules.ts'
import { readInTime } from './read-rows.ts'

const ROWS = 100
const MOST_ROWS = 500

/** What the API gives of a register: its rows page by page, and one of them. */
export function registerOperations(dataset: Dataset, lang: Lang): readonly ApiOperation[] {
  const known = made[lang].get(dataset)
  if (known) return known
  const operations = [listOperation(dataset, lang), ...(dataset.find ? [oneOperation(dataset, lang)] : [])]
  made[lang].set(dataset, operations)
  return operations
}

/** Schemas take longer to make than an answer: those of registers that come with the program are made once. */
const made: Record<Lang, WeakMap<Dataset, readonly ApiOperation[]>> = { sq: new WeakMap(), en: new WeakMap() }

const inBoth = (of: (lang: Lang) => string) => ({ sq: of('sq'), en: of('en') })

function listOperation(dataset: Dataset, lang: Lang): ApiOperation {
  const t = API_TEXTS[lang]
  const answer = z.strictObject({
    dataset: z.literal(dataset.name),
    rows: z.array(rowSchema(dataset.columns, lang)).describe(t.rows),
    next: z.string().nullable().describe(t.next),
  })
  return apiOperation({
    id: dataset.name,
    method: 'GET',
    path: `/${dataset.name}`,
    summary: inBoth((one) => API_TEXTS[one].list(dataset.title[one])),
    description: inBoth((one) => `${dataset.description[one]} ${API_TEXTS[one].listMore}`),
    query: z.strictObject({
      sa: z
        .string()
        .regex(/^([1-9]\d?|[1-4]\d\d|500)$/)
        .optional()
        .describe(t.limit),
      pas: z
        .string()
        .regex(/^[\w-]{16,400}$/)
        .optional()
        .describe(t.after),
      ...filterSchemas(dataset, lang),
    }),
    answer,
    handle: (services, said, query) => page(services, dataset, said, query as Readonly<Record<string, string>>),
  })
}

function filterSchemas(dataset: Dataset, lang: Lang): Record<string, z.ZodType> {
  return Object.fromEntries(
    filterNames(dataset).map(({ parameter, column }) => [
      parameter,
      valueSchema(column).optional().describe(wordsOf(column, lang)),
    ]),
  )
}

const wordsOf = (column: Column, lang: Lang): string =>
  column.name === 'institution'
    ? API_TEXTS[lang].institution
    : API_TEXTS[lang].filter(`${column.title[lang]}: ${column.description[lang]}`)

/** As it stands in an address. Nothing of it holds what PostgreSQL could not take as a parameter of its type. */
function valueSchema({ name, type, values }: Column): z.ZodType {
  if (values && values.length > 0) return z.enum([...values])
  if (name === 'institution')
    return z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(100)
  if (name === 'id' || name === 'consultation') return z.uuid()
  switch (type) {
    case 'integer':
    case 'year':
      return z.string().regex(/^-?\d{1,9}$/)
    case 'number':
      return z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/)
    case 'date':
      return z.iso.date()
    case 'boolean':
      return z.enum(['true', 'false'])
    default:
      // oxlint-disable-next-line no-control-regex -- a NUL is no value of the database
      return z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^\u0000-\u001f\ud800-\udfff]+$/u)
  }
}

type Page = { dataset: string; rows: Record<string, unknown>[]; next: string | null }

async function page(
  services: Services,
  dataset: Dataset,
  lang: Lang,
  query: Readonly<Record<string, string | undefined>>,
): Promise<ApiAnswer<Page>> {
  const { db, settings } = services
  const limit = Number(query.sa ?? ROWS)
  const after = query.pas === undefined ? null : readCursor(settings.secret, dataset.name, query.pas)
  if (query.pas !== undefined && after === null) {
    return { kind: 'refused', errors: [{ parameter: 'pas', detail: API_TEXTS[lang].foreignCursor }] }
  }
  const filters = filtersOf(dataset, query)
  const { institution } = filters
  if (institution !== undefined && (await findInstitution(db, 'sq', institution)) === null) {
    const parameter = parameterOf('institution')
    return { kind: 'refused', errors: [{ parameter, detail: API_TEXTS[lang].unknownInstitution }] }
  }
  const found = await readInTime(db, (tx) => dataset.page(tx, { after, limit: limit + 1, filters }))
  const shown = found.slice(0, Math.min(limit, MOST_ROWS))
  const last = found.length > limit ? shown.at(-1) : undefined
  const next = last ? writeCursor(settings.secret, dataset.name, last.key) : null
  const rows = shown.map(({ row }) => ({ ...tidyRow(dataset.columns, row, settings.url) }))
  return { kind: 'found', body: { dataset: dataset.name, rows, next }, next: next === null ? null : { pas: next } }
}

const filtersOf = (dataset: Dataset, query: Readonly<Record<string, string | undefined>>): RowFilters =>
  Object.fromEntries(
    filterNames(dataset).flatMap(({ parameter, column }) => {
      const value = query[parameter]
      return value === undefined ? [] : [[column.name, value]]
    }),
  )

function oneOperation(dataset: Dataset, lang: Lang): ApiOperation {
  const key = dataset.columns.find(({ name }) => name === dataset.primaryKey[0])
  return apiOperation({
    id: `${dataset.name}-nje`,
    method: 'GET',
    path: `/${dataset.name}/{celesi}`,
    summary: inBoth((one) => API_TEXTS[one].one(dataset.title[one])),
    description: inBoth((one) => API_TEXTS[one].oneMore),
    query: z.strictObject({
      celesi: z
        .string()
        .min(1)
        .max(200)
        .describe(API_TEXTS[lang].key(key ? `${key.title[lang]}: ${key.description[lang]}` : '')),
    }),
    answer: rowSchema(dataset.columns, lang),
    handle: async ({ db, settings }, _said, { celesi }) => {
      // oxlint-disable-next-line no-control-regex -- a NUL is no value of the database
      const sound = !/[\u0000\ud800-\udfff]/u.test(celesi)
      const row = sound ? await readInTime(db, async (tx) => (await dataset.find?.(tx, celesi)) ?? null) : null
      return row ? { kind: 'found', body: { ...tidyRow(dataset.columns, row, settings.url) } } : { kind: 'absent' }
    },
  })
}
