import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { minutesOfficeUrls as urls } from '../urls.ts'
import { percentOf } from './attendance-rules.ts'
import type { SheetView } from './attendance-view.ts'
import { attendanceTexts } from './texts.ts'

type Props = { page: PageContext; view: SheetView }

/** The sheet of a month: member by meeting, with minutes and votes. */
export const SheetPage = ({ page, view }: Props) => {
  const { lang } = page
  const texts = attendanceTexts(lang)
  const t = texts.sheet
  const { institution, body, sheet, month } = view
  const query = new URLSearchParams({
    institucioni: institution?.slug ?? '',
    muaji: month,
    ...(body && { organi: body.id }),
  }).toString()
  return (
    <Layout page={page} title={t.title} office>
      <span class="govuk-caption-l">{[institution?.name, view.monthWords].filter(Boolean).join(', ')}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Which page={page} view={view} />
      {sheet.lines.length === 0 ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <>
          <SheetTable lang={lang} sheet={sheet} />
          <p class="govuk-body-s">{t.explained}</p>
          <p class="govuk-body">{t.signed(t.secretary)}</p>
          <h2 class="govuk-heading-m">{t.files}</h2>
          <ul class="govuk-list">
            {['xlsx', 'csv', 'pdf'].map((format) => (
              <li>
                <a href={`${inLanguage(lang, urls.attendanceFile(format))}?${query}`}>{format.toUpperCase()}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}

const SheetTable = ({ lang, sheet }: { lang: Lang; sheet: SheetView['sheet'] }) => {
  const texts = attendanceTexts(lang)
  const t = texts.sheet
  return (
    <DataTable
      caption={t.form}
      captionHidden
      firstColumnHeader
      head={[
        { label: texts.member },
        ...sheet.meetings.map(({ day }) => ({ label: formatDate(lang, day), numeric: true })),
        { label: t.attended, numeric: true },
        { label: t.minutes, numeric: true },
        { label: t.votes, numeric: true },
        { label: t.share, numeric: true },
      ]}
      rows={sheet.lines.map((line) => [
        line.name,
        ...sheet.meetings.map(({ id }) => {
          const cell = line.cells.get(id)
          return cell ? t.cell(cell.minutes, cell.votesTakenPart, cell.votes) : '–'
        }),
        formatNumber(line.attended),
        formatNumber(line.minutes),
        texts.votesOf(line.votesTakenPart, line.votes),
        String(percentOf(line.votesTakenPart, line.votes) ?? '–'),
      ])}
    />
  )
}

const Which = ({ page: { lang }, view }: Props) => {
  const t = attendanceTexts(lang).sheet
  return (
    <FilterForm action={inLanguage(lang, urls.attendance())} legend={t.legend} submit={t.submit}>
      <SelectField
        name="institucioni"
        label={t.institution}
        value={view.institution?.slug ?? ''}
        options={view.institutions.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextField name="muaji" label={t.month} hint={t.monthHint} value={view.month} width="10" />
      <SelectField
        name="organi"
        label={t.body}
        value={view.body?.id ?? ''}
        options={[
          { value: '', label: t.allBodies },
          ...view.bodies.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </FilterForm>
  )
}
