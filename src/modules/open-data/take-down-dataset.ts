import type { Withdrawn } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { findDatasetAt, findWithdrawnAt, holdDataset, restoreDataset, takeDataset } from './dataset-queries.ts'
import { KIND } from './dataset-rules.ts'
import { textsIn } from './texts.ts'

const ADDRESS = /^\/te-dhena\/([a-z0-9-]{3,80})(?:[./].*)?$/

const slugIn = (path: string): string | null => ADDRESS.exec(path)?.[1] ?? null

/** Its address says that it stood there, at whatever form of it. */
export async function withdrawnDatasetAt({ db }: Services, lang: Lang, path: string): Promise<Withdrawn | null> {
  const slug = slugIn(path)
  const found = slug === null ? null : await findWithdrawnAt(db, slug)
  return found && { name: textsIn(lang).kind, ...found }
}

/** Its rows are read through it alone, so they are gone with it. */
export const datasetTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const dataset = await holdDataset(tx, id)
    if (!dataset) return 'no-such-record'
    if (dataset.state !== 'published') return 'not-public'
    await takeDataset(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await holdDataset(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restoreDataset(tx, id, at)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const slug = slugIn(path)
    const id = slug === null ? null : await findDatasetAt(db, slug)
    return id === null ? [] : [refOf(KIND, id)]
  },
  publicName: (_services: Services, lang: Lang) => Promise.resolve(textsIn(lang).kind),
}
