import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { filesOf } from '#platform/export/file-kinds-rules.ts'
import { formatMoment, formatNumber, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { DatasetView } from './dataset-view.ts'
import { openDataTexts } from './texts.ts'

type Part = { lang: Lang; view: DatasetView }

/** Every form in which the register can be taken. */
export const Downloads = ({ lang, view: { dataset, institution, dumps } }: Part) => {
  const t = openDataTexts(lang).dataset
  const query = institution ? `?institucioni=${institution.slug}` : ''
  const dump = dumps.find(({ good }) => good)
  return (
    <>
      <h2>{t.downloads}</h2>
      <p>{t.downloadsLead}</p>
      <ul class="govuk-list">
        {filesOf(dataset).map(({ extension }) => (
          <li>
            <a href={inLanguage(lang, urls.file(dataset.name, extension)) + query}>{t.files[extension]}</a>
          </li>
        ))}
        <li>
          <a href={`${urls.file(dataset.name, 'csv')}${query === '' ? '?' : `${query}&`}bom=po`}>{t.files.bom}</a>
        </li>
        <li>
          <a href={inLanguage(lang, urls.file(dataset.name, 'csv-schema.json'))}>{t.files.schema}</a>
        </li>
      </ul>
      {dump ? (
        <p>
          <a href={urls.dump(dataset.name)}>{t.dump(formatSize(lang, dump.bytes))}</a>. {t.dumpLead}
        </p>
      ) : (
        <p>
          {t.noDump}{' '}
          <a href={inLanguage(lang, urls.dump(dataset.name))} rel="nofollow">
            {t.orderDump}
          </a>
        </p>
      )}
    </>
  )
}

/** The whole copies that were made, with the digests by which they are known. */
export const History = ({ lang, view: { dataset, dumps }, zone }: Part & { zone: string }) => {
  const t = openDataTexts(lang).dataset
  if (dumps.length === 0) return <p>{t.noHistory}</p>
  return (
    <>
      <DataTable
        caption={t.history}
        captionHidden
        roomy
        head={t.historyHeads.map((label, at) => ({ label, numeric: at === 1 || at === 2 }))}
        rows={dumps.map((dump) => [
          dump.good ? (
            <a href={urls.oldDump(dataset.name, dump.sha256)}>{formatMoment(lang, dump.madeAt, zone)}</a>
          ) : (
            `${formatMoment(lang, dump.madeAt, zone)} (${t.void})`
          ),
          formatNumber(dump.rowCount),
          formatSize(lang, dump.bytes),
          <code class="kv-open-cell">{dump.sha256}</code>,
        ])}
      />
      {dumps.some(({ good }) => !good) && <p class="kv-quiet">{t.voidHelp}</p>}
    </>
  )
}
