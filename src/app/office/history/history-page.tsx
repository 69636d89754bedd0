import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { HistoryLine } from './history-lines.ts'
import { historyTexts } from './texts.ts'
import { historyUrls } from './urls.ts'
import type { HistoryView } from './history-view.ts'

type Props = {
  page: PageContext
  view: HistoryView
  /** The question without its place in the list, as it stands in an address. */
  question: string
  dayError: string | undefined
  mostInFile: number
}

/** Who changed what, from what, when. */
export const HistoryPage = ({ page, view, question, dayError, mostInFile }: Props) => {
  const { lang } = page
  const t = historyTexts(lang)
  const title = view.record ? t.of(view.record.title) : t.title
  const address = (path: string, more = '') => {
    const query = [question, more].filter(Boolean).join('&')
    return `${inLanguage(lang, path)}${query && `?${query}`}`
  }
  return (
    <Layout page={page} title={title} office robots="noindex" {...backOf(page, view)}>
      <h1>{title}</h1>
      <p>{t.leads[view.scope]}</p>
      <Filter page={page} view={view} dayError={dayError} />
      {view.lines.length === 0 ? <EmptyState>{t.empty}</EmptyState> : <Lines page={page} view={view} title={title} />}
      <Paging
        label={t.paging}
        older={view.older ? { href: address(historyUrls.log(), `para=${view.older}`), label: t.older } : null}
        newer={view.question.beforeId ? { href: address(historyUrls.log()), label: t.newest } : null}
      />
      {view.lines.length > 0 && (
        <p class="kv-quiet">
          <a href={address(historyUrls.csv())}>{t.csv}</a> · <a href={address(historyUrls.json())}>{t.json}</a>.{' '}
          {t.filesHint(formatNumber(mostInFile))}
        </p>
      )}
    </Layout>
  )
}

const backOf = ({ lang }: PageContext, { record, lines }: HistoryView) =>
  record && lines.some(({ href }) => href !== null)
    ? { back: { href: inLanguage(lang, record.officeHref), label: historyTexts(lang).open } }
    : {}

const Filter = ({ page: { lang }, view, dayError }: Pick<Props, 'page' | 'view' | 'dayError'>) => {
  const t = historyTexts(lang)
  const { ref, accountId, recordKind, day } = view.question
  const narrowed = accountId !== '' || recordKind !== '' || `${day.day}${day.month}${day.year}` !== ''
  const clear = inLanguage(lang, ref ? historyUrls.of(ref) : historyUrls.log())
  return (
    <FilterForm
      action={inLanguage(lang, historyUrls.log())}
      legend={t.filter}
      submit={t.submit}
      clear={narrowed ? { href: clear, label: t.clear } : null}
    >
      {ref && <input type="hidden" name="rekordi" value={ref} />}
      {view.scope === 'log' && (
        <SelectField
          name="kush"
          label={t.person}
          value={accountId}
          options={[
            { value: '', label: t.anybody },
            ...view.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {view.scope !== 'record' && (
        <SelectField
          name="lloji"
          label={t.recordKind}
          value={recordKind}
          options={[{ value: '', label: t.anyKind }, ...view.kinds]}
        />
      )}
      <DateField name="dita" legend={t.day} legendSize="s" value={day} error={dayError} {...t.parts} />
    </FilterForm>
  )
}

const Lines = ({ page, view, title }: Pick<Props, 'page' | 'view'> & { title: string }) => {
  const { lang } = page
  const { columns } = historyTexts(lang)
  const ofMany = view.scope !== 'record'
  const head = [
    columns.at,
    ...(ofMany ? [columns.record] : []),
    columns.what,
    columns.who,
    columns.changed,
    columns.reason,
  ].map((label) => ({ label }))
  return (
    <DataTable
      caption={title}
      captionHidden
      head={head}
      rows={view.lines.map((line) => [
        formatMoment(lang, line.at, line.zone),
        ...(ofMany ? [<RecordOf page={page} line={line} />] : []),
        line.what,
        <>
          {line.who}
          {line.role && <span class="kv-quiet"> {line.role}</span>}
        </>,
        <Fields page={page} line={line} />,
        line.reason ?? '',
      ])}
    />
  )
}

type LineProps = { page: PageContext; line: HistoryLine }

const RecordOf = ({ page: { lang }, line }: LineProps) => (
  <>
    <a href={inLanguage(lang, historyUrls.of(line.ref))} lang={line.recordLang === lang ? undefined : line.recordLang}>
      {line.record}
    </a>
    <span class="kv-quiet"> {line.institution}</span>
  </>
)

const Fields = ({ page: { lang }, line }: LineProps) => {
  const t = historyTexts(lang)
  return (
    <ul class="govuk-list">
      {line.fields.map(({ name, from, to }) => (
        <li>
          {name}: {from === null && to === null ? t.hidden : t.fromTo(from ?? t.nothing, to ?? t.nothing)}
        </li>
      ))}
    </ul>
  )
}
