import type { Lang } from '../i18n/language.ts'
import { inLanguage } from '../i18n/language.ts'
import { atomOf } from '../lists/atom-rules.ts'
import type { Dataset, Row } from './dataset.ts'
import { openDataUrls } from './export-urls-rules.ts'

type Asked = { dataset: Dataset; rows: readonly Row[]; lang: Lang; url: string; now: Date; query: string }

/** What changed last in a register. The rows are tidy: addresses are whole, moments in UTC. */
export function registerFeed({ dataset, rows, lang, url, now, query }: Asked): string {
  const { newest, title, description, name } = dataset
  if (!newest) return ''
  const self = url + openDataUrls.file(name, 'atom') + query
  const changed = (row: Row) => new Date(String(row[newest.changed]))
  return atomOf({
    id: self,
    title: title[lang],
    subtitle: description[lang],
    author: 'Kuvend',
    lang,
    updated: rows[0] ? changed(rows[0]) : now,
    self,
    alternate: url + inLanguage(lang, openDataUrls.dataset(name)),
    entries: rows.map((row) => {
      const address = String(row[newest.address] ?? '')
      return { id: address, title: String(row[newest.title] ?? ''), updated: changed(row), href: address }
    }),
  })
}
