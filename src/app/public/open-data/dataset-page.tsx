import type { PageContext } from '#platform/http/page-context.ts'
import type { Cell, Column } from '#platform/export/dataset.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { licenceOf } from '#platform/export/licence-rules.ts'
import { formatDateRange, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { DatasetView } from './dataset-view.ts'
import { Downloads, History } from './downloads-part.tsx'
import { LinkedDataset } from './linked-dataset-part.tsx'
import { openDataTexts } from './texts.ts'

type Props = { page: PageContext; view: DatasetView }
const ZONE = 'Europe/Tirane'

/** A register for people: what it is, whose it is, how fresh and how full, some of its rows, and how to take it. */
export const DatasetPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = openDataTexts(lang).dataset
  const { dataset, institution } = view
  const title = dataset.title[lang]
  return (
    <Layout
      page={page}
      title={title}
      back={{ href: inLanguage(lang, urls.list()), label: t.back }}
      canonical={urls.dataset(dataset.name)}
      jsonHref={urls.file(dataset.name, 'json')}
    >
      {institution && <p class="kv-caption">{t.of(institution.name)}</p>}
      <h1>{title}</h1>
      <p class="govuk-body-l">{dataset.description[lang]}</p>
      <Narrow lang={lang} view={view} />
      <h2>{t.facts}</h2>
      <Facts lang={lang} view={view} />
      <Downloads lang={lang} view={view} />
      <h2>{t.preview}</h2>
      <Preview lang={lang} view={view} />
      <h2>{t.columns}</h2>
      <Columns lang={lang} view={view} />
      <h2>{t.api}</h2>
      <p>{t.apiLead}</p>
      <pre class="kv-open-code" tabindex={0}>
        <code>{`curl '${page.url}${urls.rows(dataset.name)}?sa=10${institution ? `&institucioni=${institution.slug}` : ''}'`}</code>
      </pre>
      <p>
        <a href={inLanguage(lang, urls.api())}>{t.apiMore}</a>
      </p>
      <h2>{t.history}</h2>
      <History lang={lang} view={view} zone={ZONE} />
      <LinkedDataset lang={lang} view={view} url={page.url} />
    </Layout>
  )
}

type Part = { lang: Lang; view: DatasetView }

const Narrow = ({ lang, view: { dataset, institution, institutions } }: Part) => {
  const t = openDataTexts(lang).dataset
  const action = inLanguage(lang, urls.dataset(dataset.name))
  return institutions.length === 0 ? null : (
    <FilterForm
      action={action}
      legend={t.narrow}
      submit={openDataTexts(lang).list.submit}
      clear={institution ? { href: action, label: openDataTexts(lang).list.clear } : null}
      fold={{ open: institution !== null }}
    >
      <SelectField
        name="institucioni"
        label={openDataTexts(lang).list.institution}
        value={institution?.slug ?? ''}
        options={[{ value: '', label: t.all }, ...institutions.map((one) => ({ value: one.slug, label: one.name }))]}
      />
    </FilterForm>
  )
}

const Facts = ({ lang, view: { dataset, count, cap, span, publisher } }: Part) => {
  const t = openDataTexts(lang).dataset
  const licence = licenceOf(dataset.licence)
  return (
    <SummaryList
      rows={[
        { key: t.rows, value: t.rowCount(count, cap) },
        { key: t.changed, value: span ? formatMoment(lang, span.changedAt, ZONE) : t.never },
        ...(span?.from && span.to ? [{ key: t.period, value: formatDateRange(lang, span.from, span.to) }] : []),
        { key: t.frequency, value: t.frequencies[dataset.frequency] ?? dataset.frequency },
        { key: t.publisher, value: publisher?.name ?? 'Kuvend' },
        ...(dataset.source ? [{ key: t.source, value: dataset.source[lang] }] : []),
        {
          key: t.licence,
          value: (
            <a href={licence.address} rel="license">
              {licence.title}
            </a>
          ),
        },
      ]}
    />
  )
}

/** Few columns fit on a page: the first that say something to people, which an identifier does not. */
const SHOWN_COLUMNS = 6
const LONGEST_CELL = 120
const IDENTIFIER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const Preview = ({ lang, view: { dataset, preview } }: Part) => {
  const t = openDataTexts(lang).dataset
  if (preview.length === 0) return <EmptyState>{t.empty}</EmptyState>
  const shown = dataset.columns
    .filter(({ name }) => preview.some((row) => row[name] !== null && !IDENTIFIER.test(String(row[name]))))
    .slice(0, SHOWN_COLUMNS)
  return (
    <DataTable
      caption={t.previewLead(preview.length)}
      head={shown.map((column) => ({
        label: column.title[lang],
        numeric: column.type === 'integer' || column.type === 'number',
      }))}
      rows={preview.map((row) =>
        shown.map((column) => <Words lang={lang} column={column} value={row[column.name] ?? null} />),
      )}
      roomy
    />
  )
}

const Words = ({ lang, column, value }: { lang: Lang; column: Column; value: Cell }) => {
  const t = openDataTexts(lang).dataset
  if (value === null || value === '') return <>{t.none}</>
  if (typeof value === 'boolean') return <>{value ? t.yes : t.no}</>
  if (column.type === 'datetime') return <>{formatMoment(lang, new Date(String(value)), ZONE)}</>
  const words = typeof value === 'object' ? value.join(', ') : String(value)
  const short = words.length > LONGEST_CELL ? `${words.slice(0, LONGEST_CELL).toWellFormed()}…` : words || t.none
  return <span class="kv-open-cell">{short}</span>
}

const Columns = ({ lang, view: { dataset, filled, sample, count } }: Part) => {
  const t = openDataTexts(lang).dataset
  const share = (name: string) => t.filled(String(Math.floor((filled.get(name) ?? 0) * 100)))
  return (
    <>
      {sample > 0 && <p>{sample < count ? t.completeness(sample) : t.completenessAll(sample)}</p>}
      <DataTable
        caption={t.columns}
        captionHidden
        firstColumnHeader
        roomy
        head={t.columnHeads.map((label) => ({ label }))}
        rows={dataset.columns.map((column) => [
          <code class="kv-open-cell">{column.name}</code>,
          <>
            {column.description[lang] === column.title[lang]
              ? column.title[lang]
              : `${column.title[lang]}. ${column.description[lang]}`}
            {column.values && column.values.length > 0 && ` ${t.values(column.values.join(', '))}`}
            {column.unit !== undefined && ` (${t.unit(column.unit)})`}
          </>,
          t.types[column.type] ?? column.type,
          sample === 0 ? t.none : share(column.name),
        ])}
      />
    </>
  )
}
