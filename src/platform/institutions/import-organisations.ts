import { randomUUID } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import type { ImportOutcome } from '../door.ts'
import { readCsv, refusalWords, type CellRefusal } from '../imports/csv-rules.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import {
  insertOrganisations,
  listAllSlugs,
  listKnownOrganisations,
  type ImportedOrganisation,
} from './directory-queries.ts'
import { institutionRecords } from './institution-records.ts'
import { currencyOf, slugOf, ZONES } from './institution-rules.ts'
import {
  NEEDED_COLUMNS,
  ORGANISATION_COLUMNS,
  readOrganisationRow,
  type OrganisationRow,
} from './organisation-row-rules.ts'

const BATCH = 2_000

/**
 * Takes organisations into the directory as listed ones: the whole file, or nothing and every refused cell with its line,
 * column and reason. Known by their number in the country's register; without one, by name, kind and country.
 */
export async function importOrganisations(services: Services, content: Uint8Array): Promise<ImportOutcome> {
  const table = readCsv(content)
  if (!table) return { kind: 'refused', why: 'no table of values in UTF-8' }
  const missing = NEEDED_COLUMNS.filter((column) => !table.columns.includes(column))
  if (missing.length > 0) return { kind: 'refused', why: `missing columns: ${missing.join(', ')}` }
  const foreign = table.columns.filter((column) => !ORGANISATION_COLUMNS.some((known) => known === column))
  if (foreign.length > 0) return { kind: 'refused', why: `unknown columns: ${foreign.join(', ')}` }
  const read = table.rows.map(readOrganisationRow)
  const rows = read.flatMap(({ row }) => row ?? [])
  return services.db.begin(async (tx): Promise<ImportOutcome> => {
    const refusals = [...read.flatMap((one) => one.refusals), ...(await refusalsOfTwins(tx, rows))]
    if (refusals.length > 0) return { kind: 'refused', why: refusalWords(refusals.toSorted((a, b) => a.line - b.line)) }
    const slugs = await listAllSlugs(tx)
    const organisations = rows.map((row) => organisationOf(row, slugs))
    for (let from = 0; from < organisations.length; from += BATCH) {
      const batch = organisations.slice(from, from + BATCH)
      await insertOrganisations(tx, batch, services.clock.now())
      await appendToLedger(tx, services, { kind: institutionRecords, ids: batch.map(({ id }) => id) })
    }
    return { kind: 'imported', lines: [`${organisations.length} organisations are in the directory.`] }
  })
}

/** Those that are there already, or stand in the file twice. */
async function refusalsOfTwins(tx: Transaction, rows: readonly OrganisationRow[]): Promise<CellRefusal[]> {
  const numbers = new Map<string, string>()
  const names = new Map<string, string>()
  for (const one of await listKnownOrganisations(tx)) {
    if (one.registration) numbers.set(numberKey(one.jurisdiction, one.registration), 'in the directory')
    names.set(nameKey(one), 'in the directory')
  }
  return rows.flatMap((row): CellRefusal[] => {
    const { line, registration, jurisdiction } = row
    const [keys, key, column] = registration
      ? ([numbers, numberKey(jurisdiction, registration), 'registration'] as const)
      : ([names, nameKey(row), 'name'] as const)
    const twin = keys.get(key)
    keys.set(key, twin ?? `on line ${line}`)
    return twin ? [{ line, column, why: `is ${twin} already` }] : []
  })
}

const numberKey = (jurisdiction: string, number: string): string => `${jurisdiction} ${number}`
const nameKey = ({ jurisdiction, kind, name }: { jurisdiction: string; kind: string; name: string }): string =>
  `${jurisdiction} ${kind} ${slugOf(name)}`

function organisationOf(row: OrganisationRow, taken: Set<string>): ImportedOrganisation {
  const base = slugOf(row.name) || 'organizata'
  let slug = base
  for (let n = 2; taken.has(slug); n += 1) slug = `${base.slice(0, 54)}-${n}`
  taken.add(slug)
  const { name, nameEn, kind, jurisdiction, registration, website, email, source } = row
  const place = { zone: ZONES[jurisdiction], currency: currencyOf(jurisdiction) }
  return { id: randomUUID(), slug, name, nameEn, kind, jurisdiction, ...place, registration, website, email, source }
}
