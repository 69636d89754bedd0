import type { Queryable } from '#platform/db/database.ts'
import { listNodeChanges, listNodes } from '#platform/texts/text-queries.ts'
import { changedPlaces, type ChangedPlace } from './changed-place-rules.ts'

/** What a version changed against the one that it continues. */
export async function readChangedPlaces(
  db: Queryable,
  { id, basedOn }: { id: string; basedOn: string | null },
): Promise<ChangedPlace[]> {
  if (basedOn === null) return []
  const [changes, from, to] = await Promise.all([listNodeChanges(db, id), listNodes(db, basedOn), listNodes(db, id)])
  return changedPlaces({ changes, from, to })
}

const MOST_KEPT = 8
const kept = new Map<string, Promise<ChangedPlace[]>>()

/** Of a published version, which never changes; whoever asks has made sure that it is public. */
export function keptChangedPlaces(
  db: Queryable,
  version: { id: string; basedOn: string | null },
): Promise<ChangedPlace[]> {
  const known = kept.get(version.id)
  if (known) return known
  const places = readChangedPlaces(db, version)
  kept.set(version.id, places)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  places.catch(() => kept.delete(version.id))
  return places
}

/** Whether a link belongs to a place, or to a node that stands with it. */
export const isAt = (place: ChangedPlace, link: { nodeId: string; gone: boolean }): boolean =>
  place.gone === link.gone && place.covers.includes(link.nodeId)
