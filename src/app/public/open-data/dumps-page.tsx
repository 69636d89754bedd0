import type { PageContext } from '#platform/http/page-context.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { formatMoment, formatNumber, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import type { DumpsView } from './dataset-view.ts'
import { openDataTexts } from './texts.ts'

/** The newest whole copy of each register. */
export const DumpsPage = ({ page, view }: { page: PageContext; view: DumpsView }) => {
  const { lang } = page
  const { dumps: t, dataset: words } = openDataTexts(lang)
  return (
    <Layout
      page={page}
      title={t.title}
      back={{ href: inLanguage(lang, urls.list()), label: words.back }}
      canonical={urls.dumps()}
    >
      <h1>{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      {view.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t.title}
            captionHidden
            firstColumnHeader
            roomy
            head={t.heads.map((label, at) => ({ label, numeric: at === 2 || at === 3 }))}
            rows={view.map(({ dump, dataset }) => [
              <a href={urls.dump(dataset.name)}>{dataset.title[lang]}</a>,
              formatMoment(lang, dump.madeAt, 'Europe/Tirane'),
              formatNumber(dump.rowCount),
              formatSize(lang, dump.bytes),
              <code class="kv-open-cell">{dump.sha256}</code>,
            ])}
          />
          <p>
            <a href={urls.sums()}>{t.sums}</a>
          </p>
        </>
      )}
    </Layout>
  )
}
