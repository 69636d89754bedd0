import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import type { OfficeListView } from './office-view.ts'
import { transparencyTexts } from './texts.ts'
import { yearReportOfficeUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: OfficeListView }

/** The yearly reports of the institutions of this official, of one year. */
export const OfficeListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = transparencyTexts(lang).office
  const list = inLanguage(lang, urls.list())
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.previous(view.year)}
          firstColumnHeader
          head={[
            { label: t.columns.institution, share: 'wide' },
            { label: t.columns.state },
            { label: t.columns.reply },
          ]}
          rows={view.rows.map((row) => [
            <a href={inLanguage(lang, urls.one(view.year, row.institution.slug))}>{row.institution.name}</a>,
            stateWords(lang, row),
            <a href={inLanguage(lang, urls.reply(view.year, row.institution.slug))}>
              {t.reply}
              <span class="govuk-visually-hidden">, {row.institution.name}</span>
            </a>,
          ])}
        />
      )}
      <nav aria-labelledby="vitet">
        <h2 class="govuk-heading-s" id="vitet">
          {t.otherYears}
        </h2>
        <ul class="govuk-list">
          {view.years
            .filter((year) => year !== view.year)
            .map((year) => (
              <li>
                <a href={`${list}?viti=${year}`}>{t.previous(year)}</a>
              </li>
            ))}
        </ul>
      </nav>
    </Layout>
  )
}

function stateWords(lang: Lang, { institution, report }: OfficeListView['rows'][number]): string {
  const t = transparencyTexts(lang)
  if (report === null) return t.office.stateNone
  if (report.state === 'taken-down') return t.office.stateTaken
  return report.publishedAt === null
    ? t.office.stateDraft
    : t.list.published(formatDay(lang, report.publishedAt, institution.zone))
}
