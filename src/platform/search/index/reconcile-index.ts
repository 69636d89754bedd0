import { sealed } from '../../db/sealed-transaction.ts'
import type { Door } from '../../door.ts'
import type { Services } from '../../services.ts'
import { showSign } from '../../signs/show-sign.ts'
import type { SearchSource } from '../search-source.ts'
import { holdIndex } from './changed-queries.ts'
import { countWords } from './count-words.ts'
import { listIndexedSubjects, writeDocuments } from './document-queries.ts'
import { refreshIndex } from './refresh-index.ts'
import { writeEach } from './write-each.ts'
import { bySource, sourcesOf, writeIndex } from './write-index.ts'

const AT_ONCE = 100

/**
 * Compares the whole index with what the published views say, both ways, and mends what deviates. It should be nothing:
 * how much it was is shown to who runs the installation.
 */
export async function reconcileIndex(services: Services, doors: readonly Door[]): Promise<{ mended: number }> {
  // What only waits for its turn does not deviate.
  while ((await refreshIndex(services, doors)) > 0);
  const sources = sourcesOf(doors)
  let mended = 0
  for (const source of sources) mended += await compareViews(services, source)
  mended += await compareRows(services, sources)
  await countWords(services)
  await showSign(services, 'search', { ok: mended === 0, mended })
  if (mended > 0) services.log.warn({ mended }, 'the index was not as the record is')
  return { mended }
}

async function compareViews(services: Services, source: SearchSource): Promise<number> {
  let mended = 0
  for (let after: string | null = null; ;) {
    const ids = await source.idsAfter(services.db, after, AT_ONCE)
    if (ids.length > 0) mended += await compare(services, source, ids)
    after = ids.at(-1) ?? null
    if (ids.length < AT_ONCE) return mended
  }
}

/** What stands and should not: it is in no view any more, or no door knows it. */
async function compareRows(services: Services, sources: readonly SearchSource[]): Promise<number> {
  let mended = 0
  for (let after = '0'; ;) {
    const rows = await listIndexedSubjects(services.db, after, AT_ONCE)
    const subjects = [...new Set(rows.map(({ subject }) => subject))]
    for (const [source, ids] of bySource(sources, subjects)) mended += await compare(services, source, ids)
    const strange = subjects.filter((subject) => !sources.some((one) => subject.startsWith(`${one.subjectKind}:`)))
    if (strange.length > 0)
      mended += await sealed(services.db, async (tx) => {
        await holdIndex(tx)
        return writeDocuments(tx, 'search_documents', strange, [])
      })
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return mended
    after = last.id
  }
}

const compare = (services: Services, source: SearchSource, ids: readonly string[]): Promise<number> =>
  writeEach(services, source, ids, (tx, some) => writeIndex(tx, source, some, services.clock.now()))
