import { raw } from 'hono/html'
import { openDataUrls } from '#platform/export/export-urls-rules.ts'
import { filesOf } from '#platform/export/file-kinds-rules.ts'
import { licenceOf } from '#platform/export/licence-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { DatasetView } from './dataset-view.ts'

/** The register as search engines read it (schema.org). Data, which no browser runs: the policy of scripts stands. */
export const LinkedDataset = ({ lang, view, url }: { lang: Lang; view: DatasetView; url: string }) => (
  <script type="application/ld+json">{raw(inScript(linkedDataset(lang, view, url)))}</script>
)

/** Nothing in it can end the element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

function linkedDataset(lang: Lang, { dataset, span, publisher }: DatasetView, url: string) {
  const page = url + inLanguage(lang, openDataUrls.dataset(dataset.name))
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': url + openDataUrls.dataset(dataset.name),
    name: dataset.title[lang],
    description: dataset.description[lang],
    url: page,
    inLanguage: lang,
    keywords: [...dataset.keywords[lang]],
    license: licenceOf(dataset.licence).address,
    isAccessibleForFree: true,
    ...(publisher && { publisher: { '@type': 'GovernmentOrganization', name: publisher.name } }),
    ...(span && { dateModified: span.changedAt.toISOString() }),
    ...(span?.from && span.to && { temporalCoverage: `${span.from}/${span.to}` }),
    spatialCoverage: (dataset.countries ?? ['AL', 'XK']).map((country) => ({
      '@type': 'Country',
      identifier: country,
    })),
    variableMeasured: dataset.columns.map(({ name, title, description }) => ({
      '@type': 'PropertyValue',
      name,
      description: `${title[lang]}. ${description[lang]}`,
    })),
    distribution: filesOf(dataset).map(({ extension, mediaType }) => ({
      '@type': 'DataDownload',
      contentUrl: url + openDataUrls.file(dataset.name, extension),
      encodingFormat: mediaType,
    })),
    includedInDataCatalog: { '@type': 'DataCatalog', url: url + openDataUrls.catalogue() },
  }
}
