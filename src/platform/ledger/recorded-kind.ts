import type { RecordKind } from './record-kind.ts'
import { eachRecorded, findRecorded, type RecordedView } from './recorded-queries.ts'

/** A kind whose records are the rows of a view, by their id. */
export const recordedKind = (
  kind: Pick<RecordKind, 'kind' | 'subjectKind' | 'words' | 'shapes'> & { view: RecordedView },
): RecordKind => {
  const { view, ...known } = kind
  return {
    ...known,
    find: (db, ids) => findRecorded(db, view, ids),
    each: (db, after, limit) => eachRecorded(db, view, after?.id ?? null, limit),
  }
}
