import type { Readable } from 'node:stream'
import { isEmblem } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'

/** Access follows the record: a digest that is nobody's emblem any more is not found. */
export const openEmblem = async ({ db, files }: Services, digest: string): Promise<Readable | null> =>
  (await isEmblem(db, digest)) ? files.open(digest) : null
