import { gunzipSync } from 'node:zlib'
import type { ImportOutcome } from '#platform/door.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { compareIn } from '../oparl/compare-index.ts'
import { readObjects, typeOf, type SourceObject } from './oparl-source-rules.ts'
import { takeObjects, type Taken } from './take-objects.ts'

/** Organizations before papers before meetings, so that each finds what it belongs to. */
const ORDER = ['Body', 'LegislativeTerm', 'Organization', 'Person', 'Membership', 'Paper', 'Meeting']
const AT_ONCE = 200
const MOST_BYTES = 400_000_000

/** Takes in a file of OParl objects, whole or not at all. Taken in again it changes nothing. */
export async function importOparl(
  services: Services,
  institutionId: string,
  content: Uint8Array,
): Promise<ImportOutcome> {
  const objects = read(content)
  if (typeof objects === 'string') return { kind: 'refused', why: objects }
  const institution = await findInstitutionById(services.db, 'sq', institutionId)
  if (!institution) return { kind: 'refused', why: 'no such institution' }
  const place = (one: SourceObject) => (ORDER.indexOf(typeOf(one) ?? '') + ORDER.length + 1) % (ORDER.length + 1)
  const sorted = objects.toSorted((one, other) => place(one) - place(other))
  return services.db.begin(async (tx): Promise<ImportOutcome> => {
    const of = { institutionId, zone: institution.zone, now: services.clock.now() }
    let taken: Taken = NOTHING
    for (let at = 0; at < sorted.length; at += AT_ONCE)
      taken = sum(taken, await takeObjects(tx, services, of, sorted.slice(at, at + AT_ONCE)))
    await compareIn(tx, services, institutionId)
    return { kind: 'imported', lines: linesOf(taken) }
  })
}

export const NOTHING: Taken = { added: 0, changed: 0, same: 0, withdrawn: 0 }
export const sum = (one: Taken, other: Taken): Taken => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  same: one.same + other.same,
  withdrawn: one.withdrawn + other.withdrawn,
})
export const linesOf = ({ added, changed, same, withdrawn }: Taken): string[] => [
  `${added} objects taken in, ${changed} changed, ${same} stood already, ${withdrawn} withdrawn`,
]

function read(content: Uint8Array): SourceObject[] | string {
  try {
    const zipped = content[0] === 0x1f && content[1] === 0x8b
    const bytes = zipped ? gunzipSync(content, { maxOutputLength: MOST_BYTES }) : content
    return readObjects(new TextDecoder('utf8', { fatal: true }).decode(bytes))
  } catch {
    return 'not UTF-8, or a damaged gzip file'
  }
}
