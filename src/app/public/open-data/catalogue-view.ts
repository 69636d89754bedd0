import type { Door } from '#platform/door.ts'
import { allDatasets } from '#platform/export/all-datasets.ts'
import { catalogue, type Catalogued } from '#platform/export/catalogue.ts'
import { listNewestDumps } from '#platform/export/export-queries.ts'
import type { Thing } from '#platform/export/graph-rules.ts'
import { readInTime } from '#platform/export/read-rows.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { publicUrls } from '../urls.ts'

/** The catalogue of all registers, with the newest copy of each. */
export async function viewCatalogue(services: Services, doors: readonly Door[]): Promise<Thing[]> {
  const { db, settings } = services
  const datasets = await allDatasets(services, doors)
  const [dumps, institutions] = await Promise.all([listNewestDumps(db), listInstitutions(db, 'sq')])
  const spans = await readInTime(db, async (tx) => {
    const found = new Map<string, Catalogued['span']>()
    for (const dataset of datasets) found.set(dataset.name, await dataset.span(tx))
    return found
  })
  const all = datasets.map((dataset): Catalogued => {
    const publisher = institutions.find(({ id }) => id === dataset.institutionId)
    return {
      dataset,
      span: spans.get(dataset.name) ?? null,
      dump: dumps.find((one) => one.dataset === dataset.name) ?? null,
      publisher: publisher
        ? { name: publisher.name, address: settings.url + publicUrls.institution(publisher.slug) }
        : null,
    }
  })
  return catalogue(all, settings.url)
}
