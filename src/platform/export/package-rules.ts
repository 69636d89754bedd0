import { tableSchema } from './column-rules.ts'
import type { Dataset } from './dataset.ts'
import { openDataUrls } from './export-urls-rules.ts'
import { licenceOf } from './licence-rules.ts'

export type PackedCsv = { rows: number; bytes: number; sha256: string }

/** What a whole copy says of itself: a Data Package (version 2.0). */
export function dataPackage(dataset: Dataset, csv: PackedCsv, madeAt: Date, url: string) {
  const { name, title, description, keywords, licence, source } = dataset
  const known = licenceOf(licence)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: title.sq,
    description: `${description.sq}\n\n${description.en}`,
    homepage: url + openDataUrls.dataset(name),
    version: madeAt.toISOString().slice(0, 10),
    created: madeAt.toISOString(),
    keywords: [...keywords.sq],
    licenses: [{ name: known.name, title: known.title, path: known.address }],
    sources: [{ title: source?.sq ?? title.sq, path: url + openDataUrls.dataset(name) }],
    resources: [
      {
        name,
        type: 'table',
        path: `${name}.csv`,
        title: title.sq,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: csv.bytes,
        hash: `sha256:${csv.sha256}`,
        schema: tableSchema(dataset, 'sq'),
      },
    ],
  }
}
