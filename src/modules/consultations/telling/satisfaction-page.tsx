import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { KilimBand } from '#ui/kilim-band.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import type { SatisfactionRow } from './satisfaction-queries.ts'
import type { SatisfactionView } from './satisfaction-view.ts'
import { FEWEST_RATINGS, SATISFIED_FROM, TARGET_SHARE } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

type Props = { page: PageContext; view: SatisfactionView }

/** How content people are with the answers they got, against the target, with the way it is counted. */
export const SatisfactionPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = tellingTexts(lang).satisfaction
  const list = inLanguage(lang, tellingUrls.satisfaction())
  return (
    <Layout page={page} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <KilimBand />
      <p class="govuk-body-l">{t.lead}</p>
      <p class="govuk-body">{t.target(TARGET_SHARE)}</p>
      {view.years.length > 0 && (
        <FilterForm
          action={list}
          legend={t.filter}
          submit={t.show}
          {...(view.year !== null && { clear: { href: list, label: t.clear } })}
        >
          <SelectField
            name="viti"
            label={t.year}
            value={String(view.year ?? '')}
            options={[
              { value: '', label: t.anyYear },
              ...view.years.map((year) => ({ value: String(year), label: String(year) })),
            ]}
          />
        </FilterForm>
      )}
      {view.rows.length === 0 ? <EmptyState>{t.empty}</EmptyState> : <Rows page={page} view={view} />}
      <h2 class="govuk-heading-m">{t.howTitle}</h2>
      {t.how(FEWEST_RATINGS, SATISFIED_FROM).map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
      <p class="govuk-body">
        <a href={inLanguage(lang, tellingUrls.register())}>{t.data}</a>
      </p>
    </Layout>
  )
}

const Rows = ({ page: { lang }, view }: Props) => {
  const t = tellingTexts(lang).satisfaction
  const { columns } = t
  return (
    <DataTable
      caption={t.caption}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.institution },
        { label: columns.year, tight: true },
        { label: columns.told, numeric: true },
        { label: columns.ratings, numeric: true },
        { label: columns.share, numeric: true },
        { label: columns.target },
      ]}
      rows={view.rows.map((row) => [
        row.institutionName,
        String(row.year),
        formatNumber(row.told),
        formatNumber(row.ratings),
        row.share === null ? t.tooFew : t.percent(decimal(lang, row.share)),
        <Target lang={lang} row={row} />,
      ])}
    />
  )
}

const Target = ({ lang, row }: { lang: PageContext['lang']; row: SatisfactionRow }) => {
  const t = tellingTexts(lang).satisfaction
  if (row.share === null) return <>{t.percent(String(row.target))}</>
  const reached = row.share >= row.target
  return (
    <>
      {t.percent(String(row.target))} <Tag tone={reached ? 'done' : 'warning'}>{reached ? t.reached : t.missed}</Tag>
    </>
  )
}

const decimal = (lang: PageContext['lang'], share: number): string =>
  lang === 'en' ? String(share) : String(share).replace('.', ',')
