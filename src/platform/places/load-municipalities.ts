import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { upsertShippedPlaces, type ShippedPlace } from './place-queries.ts'

const FILE = 'db/data/municipalities.json'

const Names = z.object({ sq: z.string(), en: z.string().optional(), sr: z.string().optional() })
const Row = z.object({
  key: z.string(),
  jurisdiction: z.enum(['AL', 'XK']),
  code: z.string().nullable(),
  name: Names,
  official: Names,
})
const Table = z.object({ regions: z.array(Row), municipalities: z.array(Row.extend({ region: z.string() })) })
export type MunicipalityTable = z.infer<typeof Table>

export const readMunicipalities = async (): Promise<MunicipalityTable> =>
  Table.parse(JSON.parse(await readFile(FILE, 'utf8')))

/** Brings the municipalities of both countries into the database; safe to run again. Gives how many rows were touched. */
export async function loadMunicipalities(db: Database): Promise<number> {
  const { regions, municipalities } = await readMunicipalities()
  return db.begin(async (tx) => {
    const first = await upsertShippedPlaces(
      tx,
      regions.map((one) => rowOf(one, 'region', null)),
    )
    const second = await upsertShippedPlaces(
      tx,
      municipalities.map((one) => rowOf(one, 'municipality', one.region)),
    )
    return first + second
  })
}

const rowOf = (
  { key, jurisdiction, code, name, official }: z.infer<typeof Row>,
  level: string,
  parentKey: string | null,
): ShippedPlace => ({
  key,
  jurisdiction,
  level,
  parentKey,
  code,
  nameSq: name.sq,
  nameEn: name.en ?? null,
  nameSr: name.sr ?? null,
  officialSq: official.sq,
  officialEn: official.en ?? null,
  officialSr: official.sr ?? null,
})
