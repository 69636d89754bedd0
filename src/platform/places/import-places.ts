import { randomUUID } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import type { ImportOutcome } from '../door.ts'
import { readCsv, refusalWords, type CellRefusal, type CsvRow } from '../imports/csv-rules.ts'
import { findInstitutionRecord } from '../institutions/institution-record-queries.ts'
import type { Services } from '../services.ts'
import { enterPlace, type PlaceRefusal } from './change-place.ts'
import { findPlace, listPlacesUnder, type PlaceFacts } from './place-queries.ts'
import { OWN_LEVELS, PLACE_NAME_LENGTH } from './place-rules.ts'

const COLUMNS = ['name', 'level', 'parent', 'name_en', 'name_sr', 'code']

/** Thrown to undo what was written before the first refusal. */
class Undo extends Error {}

/**
 * Units, villages and quarters of an institution's municipality: the whole file, or nothing. `parent` names what the place
 * lies in, in Albanian; empty: the municipality itself. A parent stands in the file before what lies in it.
 */
export async function importPlaces(
  services: Services,
  institutionId: string,
  content: Uint8Array,
): Promise<ImportOutcome> {
  const table = readCsv(content)
  if (!table) return { kind: 'refused', why: 'no table of values in UTF-8' }
  const missing = ['name', 'level'].filter((column) => !table.columns.includes(column))
  if (missing.length > 0) return { kind: 'refused', why: `missing columns: ${missing.join(', ')}` }
  const foreign = table.columns.filter((column) => !COLUMNS.includes(column))
  if (foreign.length > 0) return { kind: 'refused', why: `unknown columns: ${foreign.join(', ')}` }
  const refusals: CellRefusal[] = []
  try {
    await services.db.begin(async (tx) => {
      refusals.push(...(await takeRows(tx, services, institutionId, table.rows)))
      if (refusals.length > 0) throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
    return { kind: 'refused', why: refusalWords(refusals) }
  }
  return { kind: 'imported', lines: [`${table.rows.length} places were added.`] }
}

async function takeRows(
  tx: Transaction,
  services: Services,
  institutionId: string,
  rows: readonly CsvRow[],
): Promise<CellRefusal[]> {
  const placeId = (await findInstitutionRecord(tx, 'sq', institutionId))?.placeId
  const own = placeId ? await findPlace(tx, 'sq', placeId) : null
  if (!own) return [{ line: 1, column: 'name', why: 'the institution has no municipality of its own yet' }]
  const byName = new Map((await listPlacesUnder(tx, 'sq', own.id)).map((place) => [place.nameSq, place.id]))
  const refusals: CellRefusal[] = []
  for (const row of rows) {
    const read = readPlaceRow(row, own.id, byName)
    if ('column' in read) {
      refusals.push(read)
      continue
    }
    const id = randomUUID()
    const outcome = await enterPlace(tx, services.clock.now(), 'command-line', institutionId, id, read)
    if (outcome.kind === 'refused') refusals.push({ line: row.line, ...WHY[outcome.refusal] })
    else byName.set(read.nameSq, id)
  }
  return refusals
}

function readPlaceRow(
  { line, cells }: CsvRow,
  ownId: string,
  byName: ReadonlyMap<string, string>,
): PlaceFacts | CellRefusal {
  const { name = '', level: levelWords = '', parent = '', code = '' } = cells
  const level = OWN_LEVELS.find((one) => one === levelWords)
  if (name.length < 2 || name.length > PLACE_NAME_LENGTH)
    return { line, column: 'name', why: `2 to ${PLACE_NAME_LENGTH} characters` }
  if (!level) return { line, column: 'level', why: `«${levelWords}» is none of ${OWN_LEVELS.join(', ')}` }
  const parentId = parent === '' ? ownId : byName.get(parent)
  if (parentId === undefined) return { line, column: 'parent', why: `«${parent}» is not among the places` }
  for (const column of ['name_en', 'name_sr']) {
    const words = cells[column] ?? ''
    if (words.length === 1 || words.length > PLACE_NAME_LENGTH)
      return { line, column, why: `2 to ${PLACE_NAME_LENGTH} characters` }
  }
  if (code.length > 40) return { line, column: 'code', why: 'longer than 40 characters' }
  const { name_en: nameEn, name_sr: nameSr } = cells
  return { parentId, level, nameSq: name, nameEn: nameEn || null, nameSr: nameSr || null, code: code || null }
}

const WHY: Record<PlaceRefusal, { column: string; why: string }> = {
  'no-own-municipality': { column: 'name', why: 'the institution has no municipality of its own yet' },
  'no-such-parent': { column: 'parent', why: 'is not among the places of the municipality' },
  'wrong-level': { column: 'level', why: 'cannot stand directly in that parent' },
  'name-taken': { column: 'name', why: 'stands there already' },
  'code-taken': { column: 'code', why: 'belongs to another place already' },
  'not-its-own': { column: 'name', why: 'belongs to another institution' },
}
