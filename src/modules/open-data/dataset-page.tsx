import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { ImportedCell } from '#platform/imports/table-target.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TONES } from './dataset-list-page.tsx'
import { LIMITS, targetOfDataset, type DatasetColumn } from './dataset-rules.ts'
import type { DatasetView } from './dataset-view.ts'
import { textsIn } from './texts.ts'
import { importUrl, officeUrls as urls, publicUrl } from './urls.ts'

type Props = {
  page: PageContext
  view: DatasetView
  status?: string | null
  errors?: FieldErrors
  reason?: string
}

export const DatasetPage = ({ page, view, status = null, errors = {}, reason = '' }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { dataset } = view
  const title = lang === 'sq' ? dataset.titleSq : dataset.titleEn
  const open = dataset.state === 'draft' || dataset.state === 'published'
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={TONES[dataset.state]}>{t.states[dataset.state]}</Tag>
      </p>
      <p class="govuk-body">{lang === 'sq' ? dataset.descriptionSq : dataset.descriptionEn}</p>
      <Facts lang={lang} view={view} />
      {view.mayWrite && open && (
        <p class="govuk-body">
          <LinkButton href={inLanguage(lang, importUrl(targetOfDataset(dataset.id)))} kind="secondary">
            {t.one.import}
          </LinkButton>{' '}
          <LinkButton href={inLanguage(lang, urls.change(dataset.id))} kind="secondary">
            {t.one.change}
          </LinkButton>
        </p>
      )}
      <Columns lang={lang} columns={dataset.columns} />
      <Rows lang={lang} view={view} />
      {view.mayPublish && dataset.state === 'draft' && <Publish lang={lang} id={dataset.id} />}
      {view.mayPublish && dataset.state === 'published' && (
        <Withdraw lang={lang} id={dataset.id} reason={reason} error={errors.arsyeja} />
      )}
    </Layout>
  )
}

const Facts = ({ lang, view: { dataset } }: { lang: Lang; view: DatasetView }) => {
  const { one, form } = textsIn(lang)
  const source = lang === 'sq' ? dataset.sourceSq : dataset.sourceEn
  const moment = (at: Date) => formatMoment(lang, at, dataset.zone)
  const address = publicUrl(dataset.slug)
  return (
    <SummaryList
      rows={[
        { key: one.rows, value: formatNumber(dataset.rowCount) },
        { key: one.version, value: String(dataset.version) },
        { key: form.licence, value: dataset.licence },
        ...(source === null ? [] : [{ key: one.source, value: source }]),
        {
          key: one.address,
          value: dataset.state === 'published' ? <a href={inLanguage(lang, address)}>{address}</a> : address,
        },
        { key: one.created, value: moment(dataset.createdAt) },
        ...(dataset.publishedAt ? [{ key: one.published, value: moment(dataset.publishedAt) }] : []),
        ...(dataset.withdrawnAt
          ? [{ key: one.withdrawn, value: `${moment(dataset.withdrawnAt)}: ${dataset.withdrawReason ?? ''}` }]
          : []),
      ]}
    />
  )
}

const Columns = ({ lang, columns }: { lang: Lang; columns: readonly DatasetColumn[] }) => {
  const { one, form } = textsIn(lang)
  return (
    <DataTable
      caption={form.columnsTitle}
      head={[
        { label: one.columns.name },
        { label: one.columns.title },
        { label: one.columns.type },
        { label: one.columns.unit },
      ]}
      rows={columns.map(({ name, sq, en, type, unit, key }) => [
        <code>{name}</code>,
        <>
          {lang === 'sq' ? sq : en}
          {key && <span class="kv-quiet"> ({one.columns.key.toLowerCase()})</span>}
        </>,
        form.types[type],
        unit ?? '–',
      ])}
    />
  )
}

const Rows = ({ lang, view: { dataset, rows } }: { lang: Lang; view: DatasetView }) => {
  const { one } = textsIn(lang)
  if (rows.length === 0) return <EmptyState>{one.noRows}</EmptyState>
  return (
    <DataTable
      caption={one.firstRows}
      head={dataset.columns.map(({ sq, en, type }) => ({
        label: lang === 'sq' ? sq : en,
        numeric: type === 'integer' || type === 'number' || type === 'money',
      }))}
      rows={rows.map(({ cells }) => dataset.columns.map(({ name, type }) => shown(lang, cells[name] ?? null, type)))}
    />
  )
}

const shown = (lang: Lang, cell: ImportedCell, type: DatasetColumn['type']): string => {
  if (cell === null) return '–'
  if (type === 'date') return formatDate(lang, String(cell))
  return typeof cell === 'boolean' ? (cell ? 'po' : 'jo') : String(cell)
}

const Publish = ({ lang, id }: { lang: Lang; id: string }) => {
  const { one } = textsIn(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.publish(id))} data-submit-once>
      <h2 class="govuk-heading-m">{one.publish}</h2>
      <p class="govuk-body">{one.publishLead}</p>
      <Button preventDoubleClick>{one.publish}</Button>
    </form>
  )
}

type WithdrawProps = { lang: Lang; id: string; reason: string; error: string | undefined }

const Withdraw = ({ lang, id, reason, error }: WithdrawProps) => {
  const { one } = textsIn(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.withdraw(id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{one.withdraw}</h2>
      <TextAreaField
        name="arsyeja"
        label={one.withdrawReason}
        hint={one.withdrawHint}
        value={reason}
        error={error}
        rows={3}
        maxLength={LIMITS.reason}
      />
      <Button kind="warning" preventDoubleClick>
        {one.withdraw}
      </Button>
    </form>
  )
}
