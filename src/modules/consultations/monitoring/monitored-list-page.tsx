import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { Indicator } from '../plan/content-rules.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls } from '../urls.ts'
import type { MonitoredLine, MonitoredListView } from './monitoring-view.ts'
import { officeMonitoringUrls as urls } from './urls.ts'

const SHOWN: readonly Indicator[] = ['methods', 'parties', 'participants', 'comments']

/** Planned and achieved over the consultations of an institution. */
export const MonitoredListPage = ({ page, view }: { page: PageContext; view: MonitoredListView }) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.monitoring.office.list
  const { rows, years, year } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      back={{ href: inLanguage(lang, officePlanUrls.list()), label: texts.plans.list.title }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      {years.length > 1 && (
        <FilterForm
          action={inLanguage(lang, urls.list())}
          legend={texts.office.filter}
          submit={texts.office.submit}
          clear={year === null ? null : { href: inLanguage(lang, urls.list()), label: texts.office.clear }}
        >
          <SelectField
            name="viti"
            label={t.year}
            value={year === null ? '' : String(year)}
            options={[
              { value: '', label: t.anyYear },
              ...years.map((one) => ({ value: String(one), label: String(one) })),
            ]}
          />
        </FilterForm>
      )}
      {rows.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <>
          <p class="govuk-body">{t.legend}</p>
          <DataTable
            caption={t.title}
            captionHidden
            firstColumnHeader
            head={[{ label: t.plan }, ...SHOWN.map((key) => ({ label: t.short[key] }))]}
            rows={rows.map((row) => [
              <>
                <a href={inLanguage(lang, urls.one(row.planId))}>{row.title}</a>
                <br />
                {row.institutionName}, {texts.monitoring.stages[row.stage]}
              </>,
              ...SHOWN.map((key) => valueOf(lang, row, key)),
            ])}
          />
        </>
      )}
    </Layout>
  )
}

/** What is not known is said to be so, on either side. */
function valueOf(lang: Lang, { values }: MonitoredLine, key: Indicator): string {
  const { unknown, office } = textsIn(lang).monitoring
  const { planned, plannedWords, achieved } = values[key]
  const foreseen = planned === null ? (plannedWords ?? office.notPlanned) : formatNumber(planned)
  return office.list.value(foreseen, achieved === null ? unknown : formatNumber(achieved))
}
