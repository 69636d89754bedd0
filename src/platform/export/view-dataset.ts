import { isUuid } from '../http/field-rules.ts'
import type { Dataset } from './dataset.ts'
import {
  countInView,
  findInView,
  newestInView,
  pageOfView,
  spanOfView,
  type OpenView,
  type ViewWish,
} from './view-queries.ts'

type Told = Omit<Dataset, 'page' | 'count' | 'span' | 'find' | 'newest'> & {
  view: OpenView
  /** The column that tells on which day a row belongs. */
  day: string
  among?: ViewWish['among']
  /** What one row is asked for by; where not told it is an id. */
  keyShape?: RegExp
  /** The column that names a row in the feed, for registers whose changes are read. */
  feedTitle?: string
}

/** A register whose rows are those of a view. */
export function viewDataset({ view, day, among, keyShape, feedTitle, ...told }: Told): Dataset {
  const wish = (filters: ViewWish['filters']): ViewWish => ({ view, filters, ...(among && { among }) })
  const [key] = told.primaryKey
  const fits = (words: string): boolean => (keyShape ? keyShape.test(words) : isUuid(words))
  return {
    ...told,
    page: (db, { filters, after, limit }) => pageOfView(db, { ...wish(filters), after, limit }),
    count: (db, filters, cap) => countInView(db, wish(filters), cap),
    span: (db) => spanOfView(db, wish({}), day),
    ...(key !== undefined &&
      told.primaryKey.length === 1 && {
        find: async (db, words) => {
          const row = fits(words) ? await findInView(db, view, key, words) : null
          return row && (!among || among.values.includes(String(row[among.column]))) ? row : null
        },
      }),
    ...(feedTitle !== undefined && {
      newest: {
        list: (db, filters, limit) => newestInView(db, wish(filters), limit),
        title: feedTitle,
        changed: 'changed_at',
        address: 'url',
      },
    }),
  }
}
