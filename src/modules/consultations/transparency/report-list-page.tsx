import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { JURISDICTIONS } from '#platform/institutions/institution-rules.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { transparencyTexts } from './texts.ts'
import { comparisonUrls, yearReportUrls as urls } from './urls.ts'
import type { ReportListView } from './year-report-view.ts'

type Props = { page: PageContext; view: ReportListView }

/** Every institution with its report of a year, published or still running. */
export const ReportListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = transparencyTexts(lang).list
  const { year } = view.question
  return (
    <Layout
      page={page}
      title={t.title}
      canonical={urls.list()}
      back={{ href: inLanguage(lang, consultationUrls.list()), label: textsIn(lang).consultations }}
    >
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Filter page={page} view={view} />
      {view.rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={`${t.year} ${year}`}
          firstColumnHeader
          head={[{ label: t.institution, share: 'wide' }, { label: t.state }]}
          rows={view.rows.map(({ institution, publishedAt }) => [
            <>
              <a href={inLanguage(lang, urls.one(year, institution.slug))}>{institution.name}</a>
              {institution.demonstration && (
                <>
                  {' '}
                  <Tag tone="plain">{t.demonstration}</Tag>
                </>
              )}
            </>,
            publishedAt === null ? t.running : t.published(formatDay(lang, publishedAt, institution.zone)),
          ])}
        />
      )}
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, comparisonUrls.one(year))}>{t.comparison(year)}</a>
        </li>
        <li>
          <a href={inLanguage(lang, '/te-dhena/raportet-vjetore')}>{t.asTable}</a>
        </li>
      </ul>
    </Layout>
  )
}

const Filter = ({ page: { lang }, view: { question, years } }: Props) => {
  const t = transparencyTexts(lang).list
  const action = inLanguage(lang, urls.list())
  return (
    <FilterForm
      action={action}
      legend={t.filter}
      submit={t.submit}
      clear={question.country === null ? null : { href: action, label: t.clear }}
    >
      <SelectField
        name="viti"
        label={t.year}
        value={String(question.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name="vendi"
        label={t.country}
        value={question.country ?? ''}
        options={[
          { value: '', label: t.anyCountry },
          ...JURISDICTIONS.map((country) => ({ value: country, label: t.countries[country] })),
        ]}
      />
    </FilterForm>
  )
}
