import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { RegisterNav } from '../making/act-nav-part.tsx'
import { PART_FIELDS } from './report-fields-rules.ts'
import { FigureTables } from './report-figures-part.tsx'
import type { OfficeListView, OfficeReportView } from './report-office-view.ts'
import { REPORT_LIMITS, WORD_PARTS, type WordPart } from './report-rules.ts'
import { figureTexts } from './texts.ts'
import { figureOfficeUrls as office, figureUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: OfficeReportView
  /** The number that the form of publication arrives under. */
  formId: string
  typed: Typed
  errors?: FieldErrors
  status?: string | null
}
type Part = { lang: Lang; view: OfficeReportView; typed: Typed; errors: FieldErrors }

/** One report in the office: its words as a form, its figures as they stand, and its publication. */
export const OfficeReportPage = ({ page, view, formId, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = figureTexts(lang).report
  const { year, institution, report } = view
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={`${t.title(year)}: ${institution.name}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: `${inLanguage(lang, office.reports())}?viti=${year}`, label: t.office.title }}
    >
      <ErrorSummary title={t.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title(year)}</h1>
      <p class="govuk-body">
        {institution.name}. {t.office.lead}
      </p>
      {report?.state === 'published' && (
        <p class="govuk-body">
          {t.version(report.version, formatDay(lang, report.changedAt, institution.zone))}.{' '}
          <a href={inLanguage(lang, figureUrls.report(institution.slug, year))}>{t.office.seePublic}</a>
        </p>
      )}
      {view.mayWrite && <WordsForm {...part} />}
      <h2 class="govuk-heading-m">{t.office.preview}</h2>
      <FigureTables lang={lang} figures={view.figures} words={view.mayWrite ? undefined : report?.words} />
      <Publish {...part} formId={formId} />
    </Layout>
  )
}

const WordsForm = ({ lang, view, typed, errors }: Part) => {
  const t = figureTexts(lang).report
  const { year, institution, report } = view
  const labelOf = (part: WordPart) => (part === 'introduction' ? t.introduction : t.office.findingsOf(t.groups[part]))
  const field = (name: string, label: string, fieldLang: Lang, hint?: string) => (
    <TextAreaField
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      error={errors[name]}
      maxLength={REPORT_LIMITS.words}
      rows={4}
      lang={fieldLang}
    />
  )
  return (
    <form method="post" action={inLanguage(lang, office.report(institution.slug, year))} data-submit-once>
      <h2 class="govuk-heading-m">{t.office.words}</h2>
      <input type="hidden" name="rishikimi" value={typed.rishikimi ?? String(report?.revision ?? 0)} />
      {WORD_PARTS.map((part) => (
        <>
          {field(PART_FIELDS[part].sq, labelOf(part), 'sq', part === 'introduction' ? t.office.hint : undefined)}
          <Details
            summary={t.office.english}
            open={Boolean(typed[PART_FIELDS[part].en] ?? errors[PART_FIELDS[part].en])}
          >
            {field(PART_FIELDS[part].en, t.office.inEnglish(labelOf(part)), 'en')}
          </Details>
        </>
      ))}
      <Button kind={view.mayPublish && view.over ? 'secondary' : 'primary'} preventDoubleClick>
        {t.office.save}
      </Button>
    </form>
  )
}

const Publish = ({ lang, view, typed, errors, formId }: Part & { formId: string }) => {
  const { year, institution, report, mayPublish, over } = view
  const t = figureTexts(lang).report.office
  if (!over) return <p class="govuk-body">{t.notOver}</p>
  if (!mayPublish || report?.state === 'taken-down') return null
  const again = report !== null && report.version > 0
  const label = again ? t.publishAgain : t.publish
  return (
    <form
      method="post"
      id="publikimi"
      action={inLanguage(lang, office.publish(institution.slug, year))}
      data-submit-once
    >
      <h2 class="govuk-heading-m">{label}</h2>
      <p class="govuk-body">{t.publishLead}</p>
      <input type="hidden" name="rishikimi" value={String(report?.revision ?? 0)} />
      <input type="hidden" name="dergesa" value={formId} />
      {again && (
        <TextAreaField
          name="arsyeja"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.arsyeja}
          error={errors.arsyeja}
          maxLength={REPORT_LIMITS.reason}
          rows={3}
        />
      )}
      <Button preventDoubleClick>{label}</Button>
    </form>
  )
}

/** The reports of the institutions of this official, of one year. */
export const OfficeReportsPage = ({ page, view }: { page: PageContext; view: OfficeListView }) => {
  const { lang } = page
  const t = figureTexts(lang).report.office
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="reports" />
      <p class="govuk-body">{t.lead}</p>
      {view.rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.yearOf(view.year)}
          firstColumnHeader
          head={[{ label: t.columns.institution, share: 'wide' }, { label: t.columns.state }]}
          rows={view.rows.map((row) => [
            <a href={inLanguage(lang, office.report(row.institution.slug, view.year))}>{row.institution.name}</a>,
            stateWords(lang, row),
          ])}
        />
      )}
      <h2 class="govuk-heading-s">{t.otherYears}</h2>
      <ul class="govuk-list">
        {view.years
          .filter((year) => year !== view.year)
          .map((year) => (
            <li>
              <a href={`${inLanguage(lang, office.reports())}?viti=${year}`}>{t.yearOf(year)}</a>
            </li>
          ))}
      </ul>
    </Layout>
  )
}

function stateWords(lang: Lang, { institution, report }: OfficeListView['rows'][number]): string {
  const t = figureTexts(lang).report.office
  if (report === null) return t.states.none
  if (report.state !== 'published' || report.publishedAt === null)
    return report.state === 'taken-down' ? t.states['taken-down'] : t.states.draft
  return t.published(formatDay(lang, report.publishedAt, institution.zone))
}
