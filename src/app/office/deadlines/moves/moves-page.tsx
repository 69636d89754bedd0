import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { calendarTexts } from '../calendar/calendar-texts.ts'
import type { MoveLine, MovesView } from './moves-view.ts'
import { RulesNav } from '../rules/rules-nav-part.tsx'
import { rulesTexts } from '../rules/rules-texts.ts'
import { rulesUrls } from '../rules/rules-urls.ts'

type Props = { page: PageContext; view: MovesView; mostInFile: number }

/** Which dates a feast, a closure or a rule has moved. */
export const MovesPage = ({ page, view, mostInFile }: Props) => {
  const { lang } = page
  const t = calendarTexts(lang).moves
  const { run, institution, beforeId } = view.question
  const narrowed = run !== '' || institution !== ''
  const address = (path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      ...(run && { shkaku: run }),
      ...(institution && { institucioni: institution }),
      ...more,
    })
    return `${inLanguage(lang, path)}${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1>{t.title}</h1>
      <RulesNav page={page} tab="moves" />
      <p>{t.lead}</p>
      <Filter page={page} view={view} />
      {view.lines.length === 0 ? (
        <EmptyState>{narrowed ? t.noneSo : t.none}</EmptyState>
      ) : (
        <Lines page={page} lines={view.lines} />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: address(rulesUrls.moves(), { para: view.older }), label: t.older } : null}
        newer={beforeId ? { href: address(rulesUrls.moves()), label: t.newest } : null}
      />
      {view.lines.length > 0 && (
        <p class="kv-quiet">
          <a href={address(rulesUrls.movesCsv())}>{t.csv}</a>. {t.csvHint(formatNumber(mostInFile))}
        </p>
      )}
    </Layout>
  )
}

const Filter = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const t = calendarTexts(lang).moves
  const { question, causes, institutions } = view
  const narrowed = question.run !== '' || question.institution !== ''
  const action = inLanguage(lang, rulesUrls.moves())
  return (
    <FilterForm
      action={action}
      legend={t.filter}
      submit={t.submit}
      clear={narrowed ? { href: action, label: t.clear } : null}
    >
      <SelectField
        name="shkaku"
        label={t.cause}
        value={question.run}
        options={[
          { value: '', label: t.anyCause },
          ...causes.map(({ value, words, moved }) => ({
            value,
            label: t.causeLine(words ?? t.unknown, formatNumber(moved)),
          })),
        ]}
      />
      {institutions.length > 1 && (
        <SelectField
          name="institucioni"
          label={rulesTexts(lang).institution}
          value={question.institution}
          options={[
            { value: '', label: t.allInstitutions },
            ...institutions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FilterForm>
  )
}

const Lines = ({ page: { lang }, lines }: { page: PageContext; lines: readonly MoveLine[] }) => {
  const t = calendarTexts(lang).moves
  const { columns } = t
  const day = (date: string | null) => (date === null ? t.unknown : formatDate(lang, date))
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[columns.at, columns.record, columns.what, columns.from, columns.to, columns.cause].map((label) => ({
        label,
      }))}
      rows={lines.map((line) => [
        formatMoment(lang, line.at, line.zone),
        <>
          <Record lang={lang} line={line} hidden={t.hidden} />
          <span class="kv-quiet"> {line.institution}</span>
        </>,
        line.what,
        day(line.fromDue),
        day(line.toDue),
        line.cause ?? t.unknown,
      ])}
    />
  )
}

const Record = ({ lang, line: { record }, hidden }: { lang: PageContext['lang']; line: MoveLine; hidden: string }) => {
  if (!record) return <>{hidden}</>
  const other = record.lang === lang ? undefined : record.lang
  if (record.href === null) return <span lang={other}>{record.title}</span>
  return (
    <a href={inLanguage(lang, record.href)} lang={other}>
      {record.title}
    </a>
  )
}
