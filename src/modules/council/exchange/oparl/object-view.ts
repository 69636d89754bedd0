import type { Services } from '#platform/services.ts'
import { findIndexRows, findObjects, findTaken, type IndexRow } from './oparl-queries.ts'
import {
  addressesIn,
  addressOf,
  LIST_OF,
  partsOf,
  type KnownObject,
  type OparlType,
  type Rendering,
} from './oparl-rules.ts'

type Place = Pick<Rendering, 'url' | 'zone' | 'moment'>

/** Objects with all that is embedded in them, in the order of the rows: a query for each class and depth. */
export async function viewObjects(
  { db }: Pick<Services, 'db'>,
  type: OparlType,
  rows: readonly IndexRow[],
  place: Place,
): Promise<{ objects: KnownObject[]; by: Rendering }> {
  const objects = await known(db, type, rows)
  const parts = new Map<string, KnownObject>()
  let wanted = wantedOf(objects, parts)
  while (wanted.length > 0) {
    const found = await findIndexRows(db, wanted)
    const byType = Map.groupBy(found, (row) => row.type)
    const read = await Promise.all([...byType].map(([one, of]) => known(db, one, of)))
    for (const one of read.flat()) parts.set(one.id, one)
    wanted = read.length === 0 ? [] : wantedOf(read.flat(), parts)
  }
  const all = [...objects, ...parts.values()]
  return { objects, by: { ...place, parts, known: await addressesOf(db, all, place.url) } }
}

const wantedOf = (objects: readonly KnownObject[], parts: ReadonlyMap<string, KnownObject>): string[] =>
  [...new Set(objects.flatMap(({ object }) => partsOf(object)))].filter((id) => !parts.has(id))

async function known(db: Services['db'], type: OparlType, rows: readonly IndexRow[]): Promise<KnownObject[]> {
  if (rows.length === 0) return []
  const found = await findObjects(
    db,
    type,
    rows.map(({ id }) => id),
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const one = byId.get(row.id)
    if (!one) return []
    const taken = 'al:equivalent' in one.object
    return [{ ...one, taken, createdAt: row.createdAt, modifiedAt: row.modifiedAt }]
  })
}

async function addressesOf(
  db: Services['db'],
  objects: readonly KnownObject[],
  url: string,
): Promise<ReadonlyMap<string, string>> {
  const taken = objects.filter((one) => one.taken)
  if (taken.length === 0) return new Map()
  const said = [...new Set(taken.flatMap(({ object }) => addressesIn({ ...object, 'al:equivalent': null })))]
  const institutions = [...new Set(taken.map(({ institutionId }) => institutionId))]
  const found = await findTaken(db, institutions, said)
  return new Map(
    found.flatMap(({ importKey, type, id }) =>
      type in LIST_OF ? [[importKey, addressOf(url, type as OparlType, id)] as const] : [],
    ),
  )
}
